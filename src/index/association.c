/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How strongly two words go together, or a word and a text.  */
#include "index/association.h"

#include <math.h>

double
association_expected (const struct contingency *table)
{
  return table->all > 0 ? table->row * table->column / table->all : 0;
}

/* What a cell adds; one that is empty adds nothing.  */
static double
cell (double observed, double expected)
{
  return observed > 0 && expected > 0 ? observed * log (observed / expected)
                                      : 0;
}

double
association_log_likelihood (const struct contingency *table)
{
  double row = table->row, column = table->column, all = table->all;
  if (all <= 0)
    return 0;
  double sum = cell (table->both, row * column / all)
               + cell (row - table->both, row * (all - column) / all)
               + cell (column - table->both, (all - row) * column / all)
               + cell (all - row - column + table->both,
                       (all - row) * (all - column) / all);
  double ratio = sum > 0 ? 2 * sum : 0;
  return table->both < association_expected (table) ? -ratio : ratio;
}

double
association_log_dice (double both, double a, double b)
{
  return 14 + log2 (2 * both / (a + b));
}
