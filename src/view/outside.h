/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a text in the reader's own editor.  */
#ifndef VIEW_OUTSIDE_H
#define VIEW_OUTSIDE_H

#include "base/err.h"
#include "view/term.h"

/* Opens TEXT in the editor COMMAND (words parted by spaces, no shell; NULL:
   $VISUAL, $EDITOR, vi) and returns what was saved, which the caller frees.
   NULL, with ERR_EDITOR or another code that names the temporary file, where the
   editor is missing or fails, or saved what is not UTF-8: then the file stays.
   The file lies in a private folder, 0600.  */
char *outside_edit (struct terminal *terminal, const char *command,
                    const char *text, struct err *err);

#endif
