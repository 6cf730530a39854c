/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the bytes of a book of entries.  */
#include "index/entry_maker.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "index/entry_maker_private.h"
#include "text/ascii.h"

struct entry_maker *
entry_maker_new (void)
{
  return mem_new (1, sizeof (struct entry_maker));
}

void
entry_maker_free (struct entry_maker *maker)
{
  buf_free (&maker->text);
  VEC_FREE (&maker->entries);
  VEC_FREE (&maker->forms);
  VEC_FREE (&maker->postings);
  VEC_FREE (&maker->uses);
  vocabulary_free (&maker->stems);
  vocabulary_free (&maker->readings);
  free (maker);
}

uint32_t
entry_maker_string (struct buf *text, const char *string, size_t len)
{
  size_t at = text->len;
  buf_add (text, string, len);
  buf_add_byte (text, '\0');
  return (uint32_t) at;
}

static void
add_form (struct entry_maker *maker, uint32_t text, bool simplified)
{
  uint32_t entry = (uint32_t) maker->entries.len - 1;
  VEC_PUSH (&maker->forms,
            (struct form) { text, 0, 2 * entry + simplified });
}

void
entry_maker_add (struct entry_maker *maker, const struct cedict_entry *entry,
                 enum entry_forms forms)
{
  struct made made = { .sought = forms != FORMS_TRADITIONAL };
  if (memchr (entry->traditional, '\0', entry->traditional_len)
      || memchr (entry->simplified, '\0', entry->simplified_len)
      || memchr (entry->pinyin, '\0', entry->pinyin_len)
      || memchr (entry->glosses, '\0', entry->glosses_len))
    return;
  struct buf *text = &maker->text;
  made.start
    = entry_maker_string (text, entry->traditional, entry->traditional_len);
  made.simplified
    = entry_maker_string (text, entry->simplified, entry->simplified_len);
  made.pinyin = entry_maker_string (text, entry->pinyin, entry->pinyin_len);
  made.glosses = entry_maker_string (text, entry->glosses, entry->glosses_len);
  made.end = (uint32_t) text->len;
  VEC_PUSH (&maker->entries, made);
  bool same = strcmp (maker->text.data + made.start,
                      maker->text.data + made.simplified) == 0;
  if (forms & FORMS_SIMPLIFIED || same)
    add_form (maker, made.simplified, true);
  if (forms & FORMS_TRADITIONAL && !same)
    add_form (maker, made.start, false);
}

/* --- readings ----------------------------------------------------------- */

/* The number of the character of LEN bytes at CHARACTER read as SYLLABLE.  */
static uint32_t
reading_of (struct entry_maker *maker, const char *character, size_t len,
            const char *syllable, size_t syllable_len)
{
  struct buf key = BUF_INIT;
  buf_add (&key, character, len);
  buf_add_byte (&key, ' ');
  for (size_t k = 0; k < syllable_len; k++)
    buf_add_byte (&key, ascii_to_lower (syllable[k]));
  uint32_t reading = vocabulary_add (&maker->readings, key.data, key.len);
  if (reading == maker->uses.len)
    VEC_PUSH (&maker->uses, 0);
  buf_free (&key);
  return reading;
}

/* Counts the readings that the word FORM shows of its characters, where PINYIN
   has a syllable for each.  */
static void
count_readings (struct entry_maker *maker, const char *form,
                const char *pinyin)
{
  size_t len = strlen (form), syllables = *pinyin != '\0';
  for (const char *c = pinyin; *c; c++)
    syllables += *c == ' ';
  if (syllables < 2 || syllables != utf8_count (form, len))
    return;
  for (size_t at = 0; at < len;)
    {
      size_t from = at, n = strcspn (pinyin, " ");
      utf8_next (form, len, &at);
      uint32_t reading
        = reading_of (maker, form + from, at - from, pinyin, n);
      maker->uses.items[reading]++;
      pinyin += n + (pinyin[n] == ' ');
    }
}

/* Whether all that GLOSSES say is which other word to look up.  */
static bool
only_points (const char *glosses)
{
  static const char *const signs[]
    = { "variant of ", "old variant of ", "archaic variant of ", "see ",
        "surname ", "used in ", "Japanese variant of ",
        "erhua variant of " };
  for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
    if (strncmp (glosses, signs[k], strlen (signs[k])) == 0)
      return true;
  return false;
}

/* How far FORM stands behind others that are written the same.  */
static uint32_t
form_rank (struct entry_maker *maker, const struct form *form)
{
  const struct made *made = &maker->entries.items[form->number / 2];
  const char *text = maker->text.data;
  const char *pinyin = text + made->pinyin, *glosses = text + made->glosses;
  size_t len = strlen (text + form->text);
  uint32_t uses = 0, meanings = 1;
  if (utf8_count (text + form->text, len) == 1)
    {
      uint32_t reading = reading_of (maker, text + form->text, len, pinyin,
                                     strlen (pinyin));
      uses = maker->uses.items[reading];
    }
  for (const char *c = glosses; *c; c++)
    meanings += *c == '/';
  if (uses > 0xFFFF)
    uses = 0xFFFF;
  return (uint32_t) only_points (glosses) << 26
         | (uint32_t) ascii_is_upper ((unsigned char) *pinyin) << 25
         | (0xFFFF - uses) << 6 | (63 - (meanings > 63 ? 63 : meanings));
}

static int
compare_form (const void *a, const void *b, void *text)
{
  const struct form *x = a, *y = b;
  int order = strcmp ((const char *) text + x->text,
                      (const char *) text + y->text);
  if (order)
    return order;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return (x->number > y->number) - (x->number < y->number);
}

void
entry_maker_sort_forms (struct entry_maker *maker)
{
  const char *text = maker->text.data;
  for (size_t k = 0; k < maker->forms.len; k++)
    {
      const struct form *form = &maker->forms.items[k];
      count_readings (maker, text + form->text,
                      text + maker->entries.items[form->number / 2].pinyin);
    }
  for (size_t k = 0; k < maker->forms.len; k++)
    maker->forms.items[k].rank = form_rank (maker, &maker->forms.items[k]);
  if (maker->forms.len > 0)
    qsort_r (maker->forms.items, maker->forms.len,
             sizeof *maker->forms.items, compare_form, maker->text.data);
}
