/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of terminal scripts; README says what each does.  */
#ifndef TERMCMDS_H
#define TERMCMDS_H

#include "termscript.h"

/* termact.c: what acts on the program */
script_command cmd_size, cmd_term, cmd_wide, cmd_env, cmd_unset, cmd_start, cmd_keys,
    cmd_bytes, cmd_bytes_slow, cmd_paste, cmd_signal, cmd_hangup,
    cmd_deadline;

/* termwait.c: what waits */
script_command cmd_wait, cmd_wait_not, cmd_wait_row, cmd_wait_cursor,
    cmd_wait_exit, cmd_wait_file, cmd_wait_read, cmd_wait_raw, cmd_settle;

/* termlook.c: what prints or expects */
script_command cmd_print, cmd_screen, cmd_screen_attrs, cmd_row, cmd_expect,
    cmd_expect_not, cmd_expect_row, cmd_expect_raw, cmd_expect_not_raw,
    cmd_expect_mode, cmd_straight, cmd_bytes_count, cmd_expect_bytes,
    cmd_raw;

#endif
