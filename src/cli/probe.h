/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the terminal how wide it draws a character.  */
#ifndef CLI_PROBE_H
#define CLI_PROBE_H

/* How many columns the terminal (standard input and output) takes for TEXT, by
   its cursor report (ECMA-48, DSR 6); -1 where it is no terminal or gives no
   answer within half a second.  Leaves the line as it was, empty.  */
int probe_width (const char *text);

#endif
