/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A discrepancy: a place where the translation departs from the original.  */
#ifndef COLLATE_DISCREPANCY_H
#define COLLATE_DISCREPANCY_H

#include "base/range.h"
#include "base/vec.h"
#include "book/document.h"
#include "number/quantity.h"

enum discrepancy_kind
{
  DISCREPANCY_NUMBER,    /* the values differ */
  DISCREPANCY_PRECISION, /* a qualifier was lost or invented */
  DISCREPANCY_UNIT,      /* the same number of another unit */
  DISCREPANCY_MULTIPLE,  /* 增长二倍 is "to three times" */
  DISCREPANCY_DATE,      /* another date, or one that says more */
  DISCREPANCY_OMISSION,  /* nothing faces the original */
  DISCREPANCY_ADDITION,  /* nothing faces the translation */
  DISCREPANCY_LEFTOVER,  /* words in the other side's script */
  DISCREPANCY_TERM,      /* a name in more than one form */
  DISCREPANCY_SUM,       /* parts that do not make their total */
  DISCREPANCY_GAP,       /* a lost character that the translation fills */
  DISCREPANCY_KINDS
};

enum severity
{
  SEVERITY_QUIET, /* right, or a matter of taste, but not in the original */
  SEVERITY_MINOR,
  SEVERITY_GRAVE
};

/* Which sentence tells it; the quantities and forms it uses are named.  */
enum remark
{
  REMARK_VALUE,           /* both quantities */
  REMARK_TIMES_TEN,       /* both; POWER: off by ten to that power */
  REMARK_DIGITS,          /* both: digits changed places */
  REMARK_MADE_EXACT,      /* both: a rounded value became exact */
  REMARK_QUALIFIER_LOST,  /* both */
  REMARK_QUALIFIER_ADDED, /* both */
  REMARK_QUALIFIER_OTHER, /* both */
  REMARK_MARKED_TWICE,    /* both: 余 and 以上 told once */
  REMARK_UNIT,            /* both */
  REMARK_UNIT_NAME,       /* both: catty for jin */
  REMARK_SHARE,           /* both: a share of households made one of people */
  REMARK_INCREASE,        /* both: "N times" for N times more */
  REMARK_INCREASE_UNSURE, /* both: may be read in two ways */
  REMARK_DATE,            /* both */
  REMARK_DATE_SUPPLIED,   /* both: rightly, by the date of the article */
  REMARK_DATE_INVENTED,   /* both, or the translation's alone */
  REMARK_SENTENCE_LOST,
  REMARK_SENTENCE_ADDED,
  REMARK_QUANTITY_LOST,   /* the original's */
  REMARK_QUANTITY_ADDED,  /* the translation's */
  REMARK_HAN_LEFT,
  REMARK_LATIN_LEFT,
  REMARK_TERM,            /* FORM: the other form, in the translation */
  REMARK_SUM,             /* SIDE; SUM and TOTAL */
  REMARK_PART_LARGER,     /* the same: a part is larger than the whole */
  REMARK_GAP
};

struct discrepancy
{
  enum discrepancy_kind kind;
  enum severity severity;
  enum remark remark;
  size_t bead;
  /* The words on both sides; an empty range where there are none, at the place
     where they would stand.  */
  struct range place[SIDES];
  struct quantity quantity[SIDES]; /* for the remarks that name them */
  int power;
  enum side side;
  struct decimal sum;
  struct decimal total;
  struct range form;
};

struct discrepancies VEC (struct discrepancy);

/* "number", "precision", ...  */
const char *discrepancy_kind_name (enum discrepancy_kind kind);

/* "quiet", "minor", "grave".  */
const char *severity_name (enum severity severity);

/* What DISCREPANCY of DOCUMENT is, in one sentence without a full stop, put
   into the reader's language by TRANSLATE (gettext); it holds words of the
   texts, to be cleaned by whoever shows it.  The caller frees it.  */
char *discrepancy_message (const struct document *document,
                           const struct discrepancy *discrepancy,
                           const char *(*translate) (const char *text));

#endif
