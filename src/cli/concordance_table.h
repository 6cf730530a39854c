/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables and plots that the command concordance prints.  */
#ifndef CLI_CONCORDANCE_TABLE_H
#define CLI_CONCORDANCE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/cli.h"
#include "read/finder.h"

struct concordance_options
{
  size_t sort;
  size_t width;
  const char *near;
  const char *period;
  size_t window;
  size_t score;
  size_t plot;
  size_t by;
  size_t limit;
  size_t format;
  bool query;
  bool exact;
  bool collocates;
  bool header;
};

/* One run of the command.  */
struct concordance_run
{
  struct cli *cli;
  const struct concordance_options *options;
  struct wanted wanted;
  size_t window;
  bool tsv;
  size_t found; /* rows that were printed */
};

/* Each prints what the options ask for, and counts it in RUN.  */
bool concordance_collocates (struct concordance_run *run, struct err *err);
bool concordance_spread (struct concordance_run *run, struct err *err);
bool concordance_trend (struct concordance_run *run, struct err *err);

#endif
