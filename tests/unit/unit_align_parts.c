/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of what the aligner is made of: stems, figures, punctuation,
   dictionaries, lengths, the lexicon that is learned.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "align/align.h"
#include "align/cedict_words.h"
#include "align/dictionary.h"
#include "align/figure.h"
#include "align/lattice.h"
#include "align/length.h"
#include "align/lexicon.h"
#include "align/marks.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/vocabulary.h"
#include "text/stem.h"
#include "align/words.h"
#include "check.h"

static void
stems (void)
{
  static const char *const rows[][2] = {
    { "furnaces", "furnac" }, { "furnace", "furnac" }, { "cities", "citi" },
    { "city", "citi" },       { "carried", "carri" },  { "carry", "carri" },
    { "stopped", "stop" },    { "stopping", "stop" },  { "smelting", "smelt" },
    { "went", "go" },         { "goes", "go" },        { "children", "child" },
    { "class", "class" },     { "his", "his" },        { "bus", "bus" },
    { "boxes", "box" },       { "churches", "church" }, { "sing", "sing" },
    { "need", "need" },       { "steel", "steel" },    { "quickly", "quick" },
    { "made", "mak" },        { "making", "mak" },     { "a", "a" },
  };
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
    {
      char stem[STEM_SIZE];
      size_t len = stem_word (rows[k][0], strlen (rows[k][0]), stem);
      CHECK_STRING (stem, rows[k][1]);
      CHECK_NUMBER (len, strlen (stem));
    }
  char stem[STEM_SIZE], longest[200];
  memset (longest, 'x', sizeof longest);
  CHECK_NUMBER (stem_word (longest, sizeof longest, stem), STEM_SIZE - 1);
}

/* The key of the first number in TEXT; 0 where there is none.  */
static uint32_t
key_in (const char *text)
{
  struct figure figure;
  size_t len = strlen (text);
  for (size_t at = 0; at < len;)
    if (figure_read (text, at, len, &figure, &at))
      return figure.key;
  return 0;
}

static void
figures (void)
{
  static const char *const same[][2] = {
    { "三千八百三十一吨", "3,831 tons" },
    { "二十六万余人", "260,000 people" },
    { "26万人", "260 thousand" },
    { "一九五八年", "in 1958" },
    { "１９５８年", "1958" },
    { "百分之七十八", "78" },
    { "二十一", "twenty-one" },
    { "一百零五", "one hundred and five" },
    { "十月", "October" },
    { "10月", "October" },
    { "八百二十二万", "8.22 million" },
    { "三亿", "300,000,000" },
    { "两千五百", "two thousand five hundred" },
    { "３．５", "3.5" },
  };
  for (size_t k = 0; k < sizeof same / sizeof *same; k++)
    {
      CHECK (key_in (same[k][0]) != 0);
      CHECK_NUMBER (key_in (same[k][0]), key_in (same[k][1]));
    }
  CHECK_NUMBER (key_in ("一个人"), 0);
  CHECK_NUMBER (key_in ("two or three"), 0);
  CHECK_NUMBER (key_in ("一百分之"), key_in ("100"));
  CHECK (key_in ("12") != key_in ("December"));
  CHECK (key_in ("0.25") != key_in ("0.5"));
}

static struct look
look_of (const char *text, struct look_state *state)
{
  return look_at (text, (struct range) { 0, strlen (text) }, state);
}

static void
punctuation (void)
{
  struct look_state state = { 0, 0 };
  struct look look = look_of ("“你来了吗？”", &state);
  CHECK (look.begins_quote && look.ends_quote && !look.inside);
  CHECK_NUMBER (look.last, MARK_QUESTION);
  look = look_of ("他说：“我来了。", &state);
  CHECK (look.inside && !look.begins_quote);
  CHECK_NUMBER (look.count[MARK_OPEN], 1);
  look = look_of ("就这样。”", &state);
  CHECK (!look.inside && look.ends_quote);
  state = (struct look_state) { 0, 0 };
  look = look_of ("\"Don't go,\" she said -- 'not yet...'", &state);
  CHECK_NUMBER (look.count[MARK_OPEN], 2);
  CHECK_NUMBER (look.count[MARK_CLOSE], 2);
  CHECK_NUMBER (look.count[MARK_DASH], 1);
  CHECK_NUMBER (look.count[MARK_ELLIPSIS], 1);
  CHECK_NUMBER (look.last, MARK_ELLIPSIS);
  CHECK (look.begins_quote && look.ends_quote && !look.inside);
  look = look_of ("and so it was", &state);
  CHECK (look.small);
  CHECK_NUMBER (look.last, MARK_NONE);
  look = look_of ("……——！", &state);
  CHECK_NUMBER (look.count[MARK_ELLIPSIS], 1);
  CHECK_NUMBER (look.count[MARK_DASH], 1);
  look = look_of ("", &state);
  CHECK_NUMBER (look.last, MARK_NONE);
}

static void
vocabularies (void)
{
  struct vocabulary words = { .size = 0 };
  char text[16];
  CHECK_NUMBER (vocabulary_find (&words, "a", 1), TERM_NONE);
  for (int k = 0; k < 1000; k++)
    {
      int len = snprintf (text, sizeof text, "w%d", k);
      CHECK_NUMBER (vocabulary_add (&words, text, (size_t) len), k);
    }
  CHECK_NUMBER (vocabulary_find (&words, "w999", 4), 999);
  CHECK_NUMBER (vocabulary_add (&words, "w0", 2), 0);
  CHECK_NUMBER (vocabulary_len (&words), 1000);
  vocabulary_free (&words);
}

/* A dictionary made of TEXT; its bytes in IMAGE.  */
static struct dictionary *
made_of (const char *text, struct buf *image)
{
  struct err err = ERR_INIT;
  struct dictionary_maker *maker = dictionary_maker_new ();
  CHECK (cedict_words_read (text, strlen (text), "test", maker, &err) > 0);
  dictionary_maker_image (maker, image);
  dictionary_maker_free (maker);
  return dictionary_open (image->data, image->len, "test", &err);
}

static const char entries[]
  = "# comment\n"
    "中國 中国 [Zhong1 guo2] /China/CL:個|个[ge4]/\r\n"
    "中國人 中国人 [Zhong1 guo2 ren2] /Chinese person; Chinese people/\n"
    "跑 跑 [pao3] /to run (of people)/to escape/\n"
    "喫 吃 [chi1] /variant of 吃[chi1]/\n";

static void
dictionaries (void)
{
  struct buf image = BUF_INIT;
  struct dictionary *d = made_of (entries, &image);
  static const char text[] = "中国人跑";
  static const size_t starts[] = { 0, 3, 6, 9, 12 };
  size_t found[4], len;
  CHECK (d != NULL);
  CHECK_NUMBER (dictionary_prefixes (d, text, starts, 4, found), 2);
  CHECK_NUMBER (found[0], 2);
  CHECK_NUMBER (found[1], 3);
  CHECK (dictionary_find (d, "中國", 6) != UINT32_MAX);
  CHECK_NUMBER (dictionary_find (d, "国", 3), UINT32_MAX);
  uint32_t run = dictionary_find (d, "跑", 3);
  const struct dictionary_gloss *gloss = dictionary_glosses (d, run, &len);
  CHECK_NUMBER (len, 2);
  CHECK_NUMBER (gloss[0].parts, 1);
  uint32_t people = dictionary_find (d, "中国人", 9);
  gloss = dictionary_glosses (d, people, &len);
  CHECK_NUMBER (len, 3);
  CHECK_NUMBER (gloss[0].parts, 2);
  /* A variant has no meaning of its own, so it is no word.  */
  static const size_t one[] = { 0, 3 };
  CHECK_NUMBER (dictionary_prefixes (d, "喫", one, 1, found), 0);
  dictionary_close (d);
  buf_free (&image);
}

/* A word of 1 to 6 characters, made of the first few by NUMBER, into WORD; returns
   its bytes.  */
static size_t
make_word (unsigned number, char *word)
{
  static const char *const characters[]
    = { "一", "丁", "七", "丈", "a", "𠀀", "é" };
  enum { CHARACTERS = sizeof characters / sizeof *characters };
  size_t len = 0;
  for (unsigned left = number, k = 0; k == 0 || (left > 0 && k < 6); k++)
    {
      const char *character = characters[left % CHARACTERS];
      memcpy (word + len, character, strlen (character));
      len += strlen (character);
      left /= CHARACTERS;
    }
  return len;
}

/* Every word and stem of many is found, and nothing else; so are the words that
   begin a text.  */
static void
many_words (void)
{
  enum { NUMBERS = 5000, EACH = 7, TEXT = 64 };
  struct dictionary_maker *maker = dictionary_maker_new ();
  struct buf image = BUF_INIT;
  char word[TEXT], gloss[TEXT];
  for (unsigned k = 0; k < NUMBERS; k += EACH)
    {
      size_t len = make_word (k, word);
      dictionary_maker_add (maker, word, len, gloss,
                            (size_t) sprintf (gloss, "word%u", k));
    }
  dictionary_maker_image (maker, &image);
  struct dictionary *d = dictionary_open (image.data, image.len, NULL, NULL);
  dictionary_maker_free (maker);
  CHECK (d != NULL);
  for (unsigned k = 0; k < NUMBERS; k++)
    {
      size_t len = make_word (k, word), starts[TEXT] = { 0 }, found[TEXT];
      size_t chars = 0, words = 0;
      for (size_t at = 0; at < len; starts[++chars] = at)
        utf8_next (word, len, &at);
      size_t count = dictionary_prefixes (d, word, starts, chars, found);
      for (size_t c = 1; c <= chars; c++)
        if (dictionary_find (d, word, starts[c]) != UINT32_MAX)
          CHECK (words < count && found[words++] == c);
      CHECK_NUMBER (words, count);
      CHECK ((dictionary_find (d, word, len) != UINT32_MAX)
             == (k % EACH == 0));
    }
  for (uint32_t k = 0; k < dictionary_stems (d); k++)
    {
      size_t len;
      const char *stem = dictionary_stem (d, k, &len);
      CHECK_NUMBER (dictionary_find_stem (d, stem, len), k);
    }
  CHECK_NUMBER (dictionary_find_stem (d, "word1", 5), UINT32_MAX);
  CHECK_NUMBER (dictionary_find_stem (d, "", 0), UINT32_MAX);
  dictionary_close (d);
  buf_free (&image);
}

static void
bad_dictionaries (void)
{
  static const struct
  {
    const char *text;
    enum err_code code;
    long line;
  } rows[] = {
    { "", ERR_EMPTY, 0 },
    { "# only this\n", ERR_EMPTY, 0 },
    { "人 人 [ren2] /man/\nno\nentry\n", ERR_FORMAT, 2 },
    { "人 人 [ren2 /man/\n", ERR_FORMAT, 1 },
    { "人 人 [ren2] man/\n", ERR_FORMAT, 1 },
    { "人 人 [ren2] /\n", ERR_FORMAT, 1 },
    { "人 人 [ren2] /\xff/\n", ERR_ENCODING, 1 },
  };
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
    {
      struct err err = ERR_INIT;
      struct dictionary_maker *maker = dictionary_maker_new ();
      CHECK_NUMBER (cedict_words_read (rows[k].text, strlen (rows[k].text),
                                       "test", maker, &err),
                    0);
      CHECK_NUMBER (err.code, rows[k].code);
      CHECK_NUMBER (err.line, rows[k].line);
      dictionary_maker_free (maker);
    }
}

/* Cut at any byte, or with any header byte changed, an image is refused; the
   built-in words are sound.  */
static void
damaged_images (void)
{
  struct err err;
  struct buf image = BUF_INIT;
  struct dictionary *d = made_of (entries, &image);
  dictionary_close (d);
  for (size_t len = 0; len < image.len; len += len < 200 ? 1 : 997)
    CHECK (dictionary_open (image.data, len, "test", &err) == NULL);
  for (size_t k = 0; k < 40; k++)
    {
      image.data[k] ^= 0x55;
      CHECK (dictionary_open (image.data, image.len, "test", &err) == NULL);
      CHECK_NUMBER (err.code, ERR_FORMAT);
      image.data[k] ^= 0x55;
    }
  buf_free (&image);
  words_image (&image, true);
  d = dictionary_open (image.data, image.len, "test", &err);
  CHECK (d && dictionary_find (d, "人民公社", 12) != UINT32_MAX);
  dictionary_close (d);
  buf_free (&image);
}

/* The ratios of lengths of LEN pairs of sentences, 30 bytes each of the original,
   whose translations have 30 in the first half and 90 in the second.  */
static void
ratios_of (size_t len, float *ratio)
{
  const size_t both[SIDES] = { len, len };
  size_t *done[SIDES];
  struct beads beads = { 0 };
  struct length_model model;
  for (enum side s = 0; s < SIDES; s++)
    done[s] = mem_new (len + 1, sizeof *done[s]);
  for (size_t i = 0; i < len; i++)
    {
      done[ORIGINAL][i + 1] = done[ORIGINAL][i] + 30;
      done[TRANSLATION][i + 1]
        = done[TRANSLATION][i] + (i < len / 2 ? 30 : 90);
      VEC_PUSH (&beads, (struct bead) { { i, i }, { 1, 1 }, 0 });
    }
  length_open (&model, both, (const size_t *const[]) { done[0], done[1] });
  length_ratios (&model, both, &beads, ratio);
  VEC_FREE (&beads);
  for (enum side s = 0; s < SIDES; s++)
    free (done[s]);
}

/* A text of two parts that were translated by different hands has the ratio of
   each there; a short one that of the whole everywhere.  */
static void
ratios (void)
{
  enum { LONG = 1000, SHORT = 20 };
  float ratio[LONG + 1];
  ratios_of (LONG, ratio);
  CHECK (ratio[0] > 1 && ratio[0] < 1.8F);
  CHECK (ratio[LONG / 4] > 1 && ratio[LONG / 4] < 1.5F);
  CHECK (ratio[LONG / 2] > 1.8F && ratio[LONG / 2] < 2.2F);
  CHECK (ratio[3 * LONG / 4] > 2.5F && ratio[3 * LONG / 4] < 3);
  CHECK (ratio[LONG] > 2.2F && ratio[LONG] < 3);
  ratios_of (SHORT, ratio);
  for (size_t i = 0; i <= SHORT; i++)
    CHECK (ratio[i] > 1.9F && ratio[i] < 2.1F);
}

/* Three bags: tokens 0 and 1 of both sides always go together.  */
static void
learning (void)
{
  static const uint32_t first[] = { 0, 2 }, second[] = { 0, 1 },
                        third[] = { 1, 2 };
  struct bag items[] = { { { first, first }, { 2, 2 } },
                         { { second, second }, { 2, 2 } },
                         { { third, third }, { 2, 2 } } };
  struct bags bags = { items, 3, 3 };
  static const size_t terms[SIDES] = { 3, 3 };
  struct lexicon lexicon;
  lexicon_learn (&lexicon, &bags, terms, NULL, 1, 6, NULL);
  uint32_t right = 0, all = 0;
  for (uint32_t z = 0; z < 3; z++)
    for (size_t p = lexicon.start[ORIGINAL][z];
         p < lexicon.start[ORIGINAL][z + 1]; p++)
      {
        uint32_t count = lexicon.count[ORIGINAL][p];
        all += count;
        right += lexicon.term[ORIGINAL][p] == z ? count : 0;
        CHECK_NUMBER (lexicon.term[TRANSLATION][lexicon.back[p]], z);
      }
  CHECK (3 * right > 2 * all);
  for (enum side s = 0; s < SIDES; s++)
    for (size_t b = 0; b < 3; b++)
      lexicon_leave_out (&lexicon, s, lexicon.count[s], b);
  for (size_t p = 0; p < lexicon.len; p++)
    CHECK_NUMBER (lexicon.count[ORIGINAL][p] + lexicon.count[TRANSLATION][p],
                  0);
  for (enum side s = 0; s < SIDES; s++)
    for (size_t b = 0; b < 3; b++)
      lexicon_put_back (&lexicon, s, lexicon.count[s], b);
  for (size_t p = 0; p < lexicon.len; p++)
    all -= lexicon.count[ORIGINAL][p];
  CHECK_NUMBER (all, 0);
  lexicon_free (&lexicon);
}

/* The shapes of beads and their numbers answer to each other.  */
static void
kinds (void)
{
  unsigned known = 0;
  for (unsigned k = 0; k < BEAD_KINDS; k++)
    CHECK_NUMBER (bead_kind_of (bead_kinds[k].count[ORIGINAL],
                                bead_kinds[k].count[TRANSLATION]),
                  k);
  for (size_t a = 0; a <= BEAD_REACH + 1; a++)
    for (size_t b = 0; b <= BEAD_REACH + 1; b++)
      known += bead_kind_of (a, b) < BEAD_KINDS;
  CHECK_NUMBER (known, BEAD_KINDS);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "stems", stems },
    { "figures", figures },
    { "punctuation", punctuation },
    { "kinds", kinds },
    { "vocabularies", vocabularies },
    { "dictionaries", dictionaries },
    { "many-words", many_words },
    { "bad-dictionaries", bad_dictionaries },
    { "damaged-images", damaged_images },
    { "ratios", ratios },
    { "learning", learning },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
