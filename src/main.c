/* SPDX-License-Identifier: GPL-3.0-or-later */
/* enface: a terminal reader for bilingual sources.  */
#include <config.h>

int
main (void)
{
  return 0;
}
