/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folders enface looks for.  */
#ifndef CLI_FOLDERS_H
#define CLI_FOLDERS_H

/* The folder of the library: GIVEN (of --library, may be NULL), else
   $ENFACE_LIBRARY, else $XDG_DATA_HOME/enface (where that is absolute), else
   .local/share/enface in the home.  The caller frees it; NULL where there is no
   home either.  */
char *folder_library (const char *given);

/* The folder of the sample texts: $ENFACE_TEXTS, else texts/ of the source
   folder that the running program was built in, else where they are installed.
   The caller frees it; NULL where none of them is there.  */
char *folder_texts (void);

/* The folder of the messages in other languages: $ENFACE_LOCALE, else where
   they are installed.  Lives as long as the environment is not changed.  */
const char *folder_messages (void);

#endif
