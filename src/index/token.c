/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads texts as tokens.  */
#include "index/token.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/space.h"
#include "base/utf8.h"
#include "text/ascii.h"

/* What a folded code point is to the tokenizer.  */
enum class
{
  CLASS_NONE, /* invisible, or an accent: part of what it stands in */
  CLASS_SPACE,
  CLASS_HAN,
  CLASS_WORD,
  CLASS_MARK
};

/* The marks that fold away: the blocks of combining diacritical marks, and the
   selectors of variants.  */
static bool
is_accent (unsigned cp)
{
  return (cp >= 0x300 && cp <= 0x36F) || (cp >= 0x1AB0 && cp <= 0x1AFF)
         || (cp >= 0x1DC0 && cp <= 0x1DFF) || (cp >= 0x20D0 && cp <= 0x20FF)
         || (cp >= 0xFE00 && cp <= 0xFE2F && !(cp >= 0xFE10 && cp <= 0xFE1F))
         || (cp >= 0xE0100 && cp <= 0xE01EF);
}

static bool
is_invisible (unsigned cp)
{
  return cp == 0x200B || cp == 0xFEFF || cp == 0xAD
         || uc_is_property_default_ignorable_code_point (cp);
}

static enum class
class_of_ascii (unsigned cp)
{
  if ((cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9'))
    return CLASS_WORD;
  return cp == ' ' || (cp >= '\t' && cp <= '\r') ? CLASS_SPACE : CLASS_MARK;
}

/* Signs of the Han blocks that are letters too: 々〆〇 and the numerals.  */
static enum class
class_of (unsigned cp)
{
  if (cp < 0x80)
    return class_of_ascii (cp);
  if (cp >= 0x4E00 && cp <= 0x9FFF)
    return CLASS_HAN;
  if (is_accent (cp) || is_invisible (cp))
    return CLASS_NONE;
  if (space_is (cp))
    return CLASS_SPACE;
  if (!uc_is_general_category_withtable (cp, UC_CATEGORY_MASK_L
                                               | UC_CATEGORY_MASK_N
                                               | UC_CATEGORY_MASK_M
                                               | UC_CATEGORY_MASK_Co))
    return space_needless (cp) && cp >= 0x20000 ? CLASS_HAN : CLASS_MARK;
  return space_needless (cp) ? CLASS_HAN : CLASS_WORD;
}

/* Plain forms of quotes and dashes; else CP itself.  */
static unsigned
plain (unsigned cp)
{
  if (cp >= 0x2018 && cp <= 0x201B)
    return '\'';
  if (cp >= 0x201C && cp <= 0x201F)
    return '"';
  if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
    return '-';
  return cp;
}

/* Folds CP as libunistring does.  */
static void
fold_other (struct tokens *t, unsigned cp)
{
  char bytes[4];
  uint8_t room[128];
  size_t len = sizeof room, n = utf8_put (bytes, cp);
  uint8_t *folded = u8_casefold ((const uint8_t *) bytes, n, NULL,
                                 UNINORM_NFKD, room, &len);
  size_t most = sizeof t->folded / sizeof *t->folded;
  for (size_t at = 0; folded && at < len && t->folds < most;)
    t->folded[t->folds++]
      = plain (utf8_next ((const char *) folded, len, &at));
  if (folded && folded != room)
    free (folded);
}

/* Reads and folds the code point at `at`.  */
static void
fold_next (struct tokens *t)
{
  t->source.start = t->at;
  unsigned cp = utf8_next (t->text, t->len, &t->at);
  t->source.end = t->at;
  t->next = t->folds = 0;
  if (cp < 0x80)
    t->folded[t->folds++] = (unsigned char) ascii_to_lower ((char) cp);
  else if ((cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3000 && cp <= 0x3020))
    t->folded[t->folds++] = cp;
  else if (cp >= 0xFF01 && cp <= 0xFF5E)
    t->folded[t->folds++]
      = (unsigned char) ascii_to_lower ((char) (cp - 0xFF01 + '!'));
  else if (cp != UTF8_ERROR)
    fold_other (t, cp);
}

/* The next folded code point, not taken; false at the end.  */
static bool
peek (struct tokens *t, unsigned *cp)
{
  while (t->next == t->folds)
    {
      if (t->at >= t->len)
        return false;
      fold_next (t);
    }
  *cp = t->folded[t->next];
  return true;
}

static void
add (struct token *token, unsigned cp, size_t most)
{
  char bytes[4];
  size_t n = utf8_put (bytes, cp);
  if (token->len + n > most)
    return;
  memcpy (token->text + token->len, bytes, n);
  token->len += n;
}

/* Adds the letters of ASCII that follow to the word TOKEN.  */
static void
add_letters (struct tokens *t, struct token *token)
{
  size_t at = t->at;
  for (; at < t->len; at++)
    {
      char c = ascii_to_lower (t->text[at]);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
        break;
      if (token->len < TOKEN_MOST)
        token->text[token->len++] = c;
    }
  if (at > t->at)
    token->range.end = t->at = at;
}

/* Takes what belongs to TOKEN, which has begun, from the text.  */
static void
take_rest (struct tokens *t, struct token *token, enum class class)
{
  size_t most = class == CLASS_MARK ? TOKEN_MARK_MOST : TOKEN_MOST;
  unsigned cp;
  for (;;)
    {
      if (class == CLASS_WORD && t->next == t->folds)
        add_letters (t, token);
      if (!peek (t, &cp))
        return;
      enum class here = class_of (cp);
      if (here == class && class != CLASS_HAN)
        {
          add (token, cp, most);
          token->range.end = t->source.end;
        }
      else if (here == CLASS_NONE)
        token->range.end = t->source.end;
      else if (!(here == CLASS_SPACE && class == CLASS_MARK))
        return;
      t->next++;
    }
}

void
tokens_begin (struct tokens *tokens, const char *text, size_t len)
{
  *tokens = (struct tokens) { .text = text, .len = len };
}

/* Makes TOKEN one of KIND that begins with CP.  */
static void
begin (const struct tokens *t, struct token *token, enum token_kind kind,
       unsigned cp)
{
  token->kind = kind;
  token->cp = kind == TOKEN_HAN ? cp : 0;
  token->len = 0;
  token->range = t->source;
  add (token, cp, TOKEN_MOST);
}

bool
tokens_next (struct tokens *t, struct token *token)
{
  static const enum token_kind kinds[] = { [CLASS_HAN] = TOKEN_HAN,
                                           [CLASS_WORD] = TOKEN_WORD,
                                           [CLASS_MARK] = TOKEN_MARK };
  unsigned cp;
  enum class class = CLASS_NONE;
  while (peek (t, &cp))
    {
      class = class_of (cp);
      if (class >= CLASS_HAN)
        break;
      t->next++;
    }
  if (class < CLASS_HAN)
    return false;
  t->next++;
  begin (t, token, kinds[class], cp);
  take_rest (t, token, class);
  return true;
}
