/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notebooks as older versions of the program wrote them.  */
#ifndef OLD_NOTEBOOK_H
#define OLD_NOTEBOOK_H

/* Makes notes.db in FOLDER as version VERSION (1 or 2) of its schema had it, with
   COUNT notes "old N #tag" on HASH_A, N from 1 on, each edited once ("older N")
   and the last of them deleted where there are more than one.  */
void old_notebook (const char *folder, int version, int count);

#endif
