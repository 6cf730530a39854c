/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the bytes of a book of entries.  */
#include "index/entry_maker.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "index/entry_image.h"
#include "index/gloss_words.h"
#include "base/vocabulary.h"
#include "text/ascii.h"

/* An entry: where its strings begin in the text.  */
struct made
{
  bool sought; /* by its glosses too */
  uint32_t start;
  uint32_t simplified;
  uint32_t pinyin;
  uint32_t glosses;
  uint32_t end;
};

/* A form of an entry.  */
struct form
{
  uint32_t text;
  uint32_t rank;   /* the less the better */
  uint32_t number; /* as in the image */
};

/* An entry that has a stem.  */
struct posting
{
  uint32_t stem;
  uint32_t rank;
  uint32_t entry;
};

struct entry_maker
{
  struct buf text;
  struct
  VEC (struct made) entries;
  struct
  VEC (struct form) forms;
  struct
  VEC (struct posting) postings;
  struct vocabulary stems;
  struct vocabulary readings; /* "長 zhang3" */
  struct
  VEC (uint32_t) uses; /* in how many words each of them is */
};

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

static uint32_t
add_string (struct buf *text, const char *string, size_t len)
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
  made.start
    = add_string (&maker->text, entry->traditional, entry->traditional_len);
  made.simplified
    = add_string (&maker->text, entry->simplified, entry->simplified_len);
  made.pinyin = add_string (&maker->text, entry->pinyin, entry->pinyin_len);
  made.glosses
    = add_string (&maker->text, entry->glosses, entry->glosses_len);
  made.end = (uint32_t) maker->text.len;
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

static void
sort_forms (struct entry_maker *maker)
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

/* --- glosses ------------------------------------------------------------ */

/* Adds the postings of entry NUMBER; WORDS is used anew.  */
static void
add_postings (struct entry_maker *maker, uint32_t number,
              struct gloss_words *words)
{
  const struct made *made = &maker->entries.items[number];
  const char *text = maker->text.data;
  size_t characters = utf8_count (text + made->simplified,
                                  made->pinyin - made->simplified - 1);
  words->len = 0;
  gloss_words_read (text + made->glosses, made->end - made->glosses - 1,
                    words);
  for (size_t k = 0; k < words->len; k++)
    {
      const char *stem = words->items[k].stem;
      struct posting posting
        = { vocabulary_add (&maker->stems, stem, strlen (stem)),
            gloss_words_rank (words, k, 1, characters), number };
      VEC_PUSH (&maker->postings, posting);
    }
}

static int
compare_posting (const void *a, const void *b)
{
  const struct posting *x = a, *y = b;
  if (x->stem != y->stem)
    return x->stem < y->stem ? -1 : 1;
  if (x->entry != y->entry)
    return x->entry < y->entry ? -1 : 1;
  return (x->rank > y->rank) - (x->rank < y->rank);
}

static int
compare_rank (const void *a, const void *b)
{
  const struct posting *x = a, *y = b;
  if (x->stem != y->stem)
    return x->stem < y->stem ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return (x->entry > y->entry) - (x->entry < y->entry);
}

static int
compare_stem (const void *a, const void *b, void *vocabulary)
{
  size_t m, n;
  const char *x = vocabulary_text (vocabulary, *(const uint32_t *) a, &m);
  const char *y = vocabulary_text (vocabulary, *(const uint32_t *) b, &n);
  int order = memcmp (x, y, m < n ? m : n);
  return order ? order : (m > n) - (m < n);
}

/* Gives the stems the numbers that they have when they are sorted; returns the
   old ones in that order, which the caller frees.  */
static uint32_t *
sort_stems (struct entry_maker *maker)
{
  size_t len = vocabulary_len (&maker->stems);
  uint32_t *order = mem_new (len + 1, sizeof *order);
  uint32_t *place = mem_new (len + 1, sizeof *place);
  for (uint32_t k = 0; k < len; k++)
    order[k] = k;
  if (len > 0)
    qsort_r (order, len, sizeof *order, compare_stem, &maker->stems);
  for (uint32_t k = 0; k < len; k++)
    place[order[k]] = k;
  for (size_t k = 0; k < maker->postings.len; k++)
    maker->postings.items[k].stem = place[maker->postings.items[k].stem];
  free (place);
  return order;
}

/* Leaves of each stem and entry the best posting, the best entries first.  */
static void
sort_postings (struct entry_maker *maker)
{
  size_t kept = 0;
  struct posting *all = maker->postings.items;
  if (maker->postings.len == 0)
    return;
  qsort (all, maker->postings.len, sizeof *all, compare_posting);
  for (size_t k = 0; k < maker->postings.len; k++)
    if (kept == 0 || all[k].stem != all[kept - 1].stem
        || all[k].entry != all[kept - 1].entry)
      all[kept++] = all[k];
  maker->postings.len = kept;
  qsort (all, kept, sizeof *all, compare_rank);
}

/* --- the image ---------------------------------------------------------- */

static void
add_number (struct buf *image, size_t number)
{
  uint32_t value = (uint32_t) number;
  buf_add (image, (const char *) &value, sizeof value);
}

static void
add_stem_sections (const struct entry_maker *maker, const uint32_t *order,
                   struct buf *image)
{
  size_t stems = vocabulary_len (&maker->stems), bytes = 0, posting = 0;
  size_t len;
  for (size_t k = 0; k < stems; k++)
    {
      add_number (image, bytes);
      vocabulary_text (&maker->stems, order[k], &len);
      bytes += len;
    }
  add_number (image, bytes);
  for (size_t k = 0; k < stems; k++)
    {
      add_number (image, posting);
      while (posting < maker->postings.len
             && maker->postings.items[posting].stem == k)
        posting++;
    }
  add_number (image, posting);
  for (size_t k = 0; k < maker->postings.len; k++)
    add_number (image, maker->postings.items[k].entry);
  for (size_t k = 0; k < stems; k++)
    {
      const char *stem = vocabulary_text (&maker->stems, order[k], &len);
      buf_add (image, stem, len);
    }
}

static void
add_sections (const struct entry_maker *maker, const struct credits *credits,
              const uint32_t *order, struct buf *image)
{
  struct buf head = BUF_INIT;
  add_string (&head, credits->title, strlen (credits->title));
  add_string (&head, credits->licence, strlen (credits->licence));
  add_string (&head, credits->source, strlen (credits->source));
  add_string (&head, credits->version, strlen (credits->version));
  struct entry_header header
    = { .order = ENTRY_ORDER,
        .version = ENTRY_VERSION,
        .entries = (uint32_t) maker->entries.len,
        .forms = (uint32_t) maker->forms.len,
        .stems = (uint32_t) vocabulary_len (&maker->stems),
        .postings = (uint32_t) maker->postings.len,
        .stem_bytes = (uint32_t) maker->stems.text.len,
        .text_bytes = (uint32_t) (head.len + maker->text.len) };
  memcpy (header.magic, ENTRY_MAGIC, sizeof header.magic);
  buf_add (image, (const char *) &header, sizeof header);
  for (size_t k = 0; k < maker->entries.len; k++)
    add_number (image, head.len + maker->entries.items[k].start);
  for (size_t k = 0; k < maker->forms.len; k++)
    add_number (image, maker->forms.items[k].number);
  add_stem_sections (maker, order, image);
  buf_add (image, head.data, head.len);
  buf_add (image, buf_string (&maker->text), maker->text.len);
  buf_free (&head);
}

bool
entry_maker_image (struct entry_maker *maker, const struct credits *credits,
                   struct buf *image)
{
  enum { HEAD_MOST = 4096 };
  struct gloss_words words = { 0 };
  if (maker->text.len > UINT32_MAX - HEAD_MOST)
    return false;
  for (uint32_t k = 0; k < maker->entries.len; k++)
    if (maker->entries.items[k].sought)
      add_postings (maker, k, &words);
  VEC_FREE (&words);
  sort_forms (maker);
  uint32_t *order = sort_stems (maker);
  sort_postings (maker);
  add_sections (maker, credits, order, image);
  free (order);
  return true;
}
