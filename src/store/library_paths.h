/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths of collections and their files.  Internal to store/.  */
#ifndef STORE_LIBRARY_PATHS_H
#define STORE_LIBRARY_PATHS_H

#include <stdbool.h>

/* PATH without links, or where it does not exist: as it is, without slashes at
   its end.  The caller frees it.  */
char *path_real (const char *path);

/* The part of PATH behind the folder ROOT, "" for ROOT itself; NULL where PATH
   does not lie in it.  Points into PATH.  */
const char *path_within (const char *path, const char *root);

bool path_is_folder (const char *path);

#endif
