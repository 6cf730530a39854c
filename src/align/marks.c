/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The punctuation of a sentence.  */
#include "align/marks.h"

#include "base/space.h"
#include "base/utf8.h"

/* What a character is to us.  */
enum sign
{
  SIGN_LETTER,
  SIGN_SPACE,
  SIGN_MARK,
  SIGN_DOUBLE,  /* a straight double quote */
  SIGN_SINGLE,  /* a straight single quote or apostrophe */
  SIGN_OPEN,    /* an opening double quote */
  SIGN_CLOSE,
  SIGN_OPEN_SINGLE,
  SIGN_CLOSE_SINGLE, /* the apostrophe too */
  SIGN_PARENTHESIS,
  SIGN_OTHER
};

static enum sign
sign_of (unsigned cp, enum mark *mark)
{
  *mark = MARK_NONE;
  switch (cp)
    {
    case '"':
      return SIGN_DOUBLE;
    case '\'':
    case '`':
      return SIGN_SINGLE;
    case 0x201c: case 0x300c: case 0x301d: case 0xab:
      return SIGN_OPEN;
    case 0x201d: case 0x300d: case 0x301e: case 0xbb:
      return SIGN_CLOSE;
    case 0x2018: case 0x300e:
      return SIGN_OPEN_SINGLE;
    case 0x2019: case 0x300f:
      return SIGN_CLOSE_SINGLE;
    case '(': case 0xff08: case '[': case 0x3014: case 0x3010:
      *mark = MARK_PARENTHESIS;
      return SIGN_PARENTHESIS;
    case ')': case 0xff09: case ']': case 0x3015: case 0x3011:
      return SIGN_PARENTHESIS;
    case 0x2014: case 0x2013: case 0x2015: case 0x2500:
      *mark = MARK_DASH;
      break;
    case '!': case 0xff01:
      *mark = MARK_EXCLAMATION;
      break;
    case '?': case 0xff1f:
      *mark = MARK_QUESTION;
      break;
    case 0x2026: case 0x22ef:
      *mark = MARK_ELLIPSIS;
      break;
    case ':': case 0xff1a:
      *mark = MARK_COLON;
      break;
    case ';': case 0xff1b:
      *mark = MARK_SEMICOLON;
      break;
    case ',': case 0xff0c: case 0x3001:
      *mark = MARK_COMMA;
      break;
    case '.': case 0x3002: case 0xff0e:
      *mark = MARK_STOP;
      break;
    default:
      if (space_is (cp))
        return SIGN_SPACE;
      return cp > ' ' && (cp < '0' || (cp > '9' && cp < 'A')) ? SIGN_OTHER
                                                              : SIGN_LETTER;
    }
  return SIGN_MARK;
}

static void
count_up (struct look *look, enum mark mark)
{
  if (mark < MARKS && look->count[mark] < UINT8_MAX)
    look->count[mark]++;
}

/* Makes of a straight quote between the signs BEFORE and AFTER an opening or
   closing one; of an apostrophe, a letter.  */
static enum sign
straight (enum sign sign, enum sign before, enum sign after,
          const struct look_state *state)
{
  bool loose = before == SIGN_SPACE || before == SIGN_PARENTHESIS
               || before == SIGN_OPEN || before == SIGN_OPEN_SINGLE;
  bool opening = loose && after != SIGN_SPACE;
  if (sign == SIGN_DOUBLE)
    return opening || (before == SIGN_MARK && after == SIGN_LETTER
                       && !state->quotes)
             ? SIGN_OPEN
             : SIGN_CLOSE;
  if (opening && !state->singles)
    return SIGN_OPEN_SINGLE;
  return after != SIGN_LETTER && state->singles ? SIGN_CLOSE_SINGLE
                                                : SIGN_LETTER;
}

/* Takes a quote into account; false where it is an apostrophe.  */
static bool
take_quote (enum sign sign, enum sign after, struct look *look,
            struct look_state *state)
{
  switch (sign)
    {
    case SIGN_OPEN:
      state->quotes = 1;
      break;
    case SIGN_OPEN_SINGLE:
      state->singles = 1;
      break;
    case SIGN_CLOSE:
      state->quotes = state->singles = 0;
      break;
    case SIGN_CLOSE_SINGLE:
      if (!state->singles || after == SIGN_LETTER)
        return false;
      state->singles = 0;
      break;
    default:
      return false;
    }
  count_up (look, sign == SIGN_OPEN || sign == SIGN_OPEN_SINGLE ? MARK_OPEN
                                                                : MARK_CLOSE);
  return true;
}

/* A character and what it is.  */
struct seen
{
  enum sign sign; /* SIGN_SPACE at the end */
  enum mark mark;
  size_t behind;
};

static struct seen
see (const char *text, size_t at, size_t end)
{
  struct seen seen = { SIGN_SPACE, MARK_NONE, at };
  if (at == end)
    return seen;
  unsigned cp = utf8_next (text, end, &seen.behind);
  /* Most are Han or letters.  */
  if ((cp >= 0x3400 && cp <= 0x9fff) || (cp >= 'a' && cp <= 'z'))
    seen.sign = SIGN_LETTER;
  else
    seen.sign = sign_of (cp, &seen.mark);
  return seen;
}

struct look
look_at (const char *text, struct range range, struct look_state *state)
{
  struct look look = { .last = MARK_NONE };
  enum sign before = SIGN_SPACE;
  bool first = true;
  enum mark last = MARK_NONE;
  struct seen ahead = see (text, range.start, range.end);
  for (size_t at = range.start, next; at < range.end; at = next)
    {
      enum mark mark = ahead.mark;
      enum sign sign = ahead.sign;
      next = ahead.behind;
      ahead = see (text, next, range.end);
      enum sign after = ahead.sign;
      if (sign == SIGN_LETTER)
        {
          if (first)
            look.small = text[at] >= 'a' && text[at] <= 'z';
          look.last = last = MARK_NONE;
          look.ends_quote = first = false;
          before = sign;
          continue;
        }
      if (sign == SIGN_DOUBLE || sign == SIGN_SINGLE)
        sign = straight (sign, before, after, state);
      bool quote = take_quote (sign, after, &look, state);
      if (sign == SIGN_MARK && mark == MARK_STOP && ahead.mark == MARK_STOP)
        mark = MARK_ELLIPSIS;
      bool again = mark == last
                   && (mark == MARK_DASH || mark == MARK_ELLIPSIS);
      if (text[at] == '-' && after == SIGN_OTHER && text[next] == '-')
        {
          mark = MARK_DASH;
          sign = SIGN_MARK;
        }
      if (!again)
        count_up (&look, mark);
      if (sign == SIGN_MARK && last == MARK_NONE && look.clauses < UINT8_MAX)
        look.clauses++;
      if (sign == SIGN_MARK)
        look.last = (uint8_t) (last == MARK_ELLIPSIS && mark == MARK_STOP
                                 ? MARK_ELLIPSIS
                                 : mark);
      else if (!quote && sign != SIGN_SPACE && sign != SIGN_PARENTHESIS)
        look.last = MARK_NONE;
      if (mark == MARK_STOP && last == MARK_ELLIPSIS)
        look.count[MARK_STOP]--;
      last = sign == SIGN_MARK ? mark : MARK_NONE;
      if (sign == SIGN_LETTER && first)
        look.small = text[at] >= 'a' && text[at] <= 'z';
      if (quote && first)
        look.begins_quote = true;
      look.ends_quote = quote || (look.ends_quote && sign == SIGN_SPACE);
      first = first && (quote || sign != SIGN_LETTER);
      before = sign;
    }
  look.inside = state->quotes || state->singles;
  if (look.clauses == 0)
    look.clauses = 1;
  return look;
}
