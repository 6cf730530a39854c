/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests the entries of dictionaries: pinyin, files, the book, the shelf.  */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "index/credits.h"
#include "index/entry_maker.h"
#include "index/entry_text.h"
#include "index/pinyin.h"
#include "index/readings.h"
#include "index/unihan.h"
#include "ingest/dictionary_file.h"
#include "store/entries.h"
#include "store_help.h"

static const char words[]
  = "# Our words\n"
    "#\n"
    "# License:\n"
    "# Anyone may use them\n"
    "# https://example.org/all\n"
    "#\n"
    "#! publisher=Nobody\n"
    "#! date=1958-10-24\n"
    "鋼 钢 [gang1] /steel/\n"
    "鋼鐵 钢铁 [gang1 tie3] /iron and steel; steel/CL:塊|块[kuai4]/\n"
    "鋼鐵元帥 钢铁元帅 [gang1 tie3 yuan2 shuai4] /Marshal Steel/\n"
    "煉鋼 炼钢 [lian4 gang1] /steelmaking; to make steel/\n"
    "這不是 这不是\n"
    "高爐 高炉 [gao1 lu2] /blast furnace/\n"
    "爐 炉 [lu2] /furnace (for smelting)/stove/\n"
    "吹 吹 [chui1] /to blow/to blast/\n"
    "后 后 [Hou4] /surname Hou/\n"
    "后 后 [hou4] /empress; queen/\n"
    "後 后 [hou4] /back; behind; later/after/\n"
    "長 长 [chang2] /long/length/\n"
    "長 长 [zhang3] /chief/\n"
    "省長 省长 [sheng3 zhang3] /governor of a province/\n"
    "校長 校长 [xiao4 zhang3] /headmaster/\n"
    "綠色 绿色 [lu:4 se4] /green/\n"
    "女兒 女儿 [nu:3 er2] /daughter/\n"
    "花兒 花儿 [hua1 r5] /erhua variant of 花[hua1]/\n";

/* --- pinyin ------------------------------------------------------------- */

static void
tone_marks (void)
{
  static const char *const rows[][2] = {
    { "gang1 tie3", "gāng tiě" },
    { "Bei3 jing1", "Běi jīng" },
    { "lu:4 se4", "lǜ sè" },
    { "Lu:3", "Lǚ" },
    { "NU:3", "NǙ" },
    { "hua1 r5", "huār" },
    { "ma5", "ma" },
    { "xiong2 gui1 zhui1 dou4 liu2", "xióng guī zhuī dòu liú" },
    { "A1", "Ā" },
    { "Ou1 zhou1", "Ōu zhōu" },
    { "Ma3 ke4 si1 · Lie4 ning2", "Mǎ kè sī · Liè níng" },
    { "yi1mo2-yi1yang4", "yīmó-yīyàng" },
    { "m2", "m\xCC\x81" },
    { "ng4", "n\xCC\x80g" },
    { "san1 C", "sān C" },
    { "khè-su", "khè-su" },
    { "xx5", "xx" },
    { "yao1 yao1 ling2", "yāo yāo líng" },
    { "zhuangg1", "zhuāngg" },
    { "", "" },
  };
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
    {
      struct buf marked = BUF_INIT, bare[2] = { BUF_INIT, BUF_INIT };
      pinyin_mark (rows[k][0], strlen (rows[k][0]), &marked);
      CHECK_STRING (buf_string (&marked), rows[k][1]);
      pinyin_bare (rows[k][0], strlen (rows[k][0]), &bare[0]);
      pinyin_bare (buf_string (&marked), marked.len, &bare[1]);
      CHECK_STRING (buf_string (&bare[0]), buf_string (&bare[1]));
      buf_free (&marked);
      buf_free (&bare[0]);
      buf_free (&bare[1]);
    }
}

static void
bare_pinyin (void)
{
  static const char *const same[] = { "Lǜ sè", "lu:4 se4", "lvse", "LÜ4SE4" };
  for (size_t k = 0; k < sizeof same / sizeof *same; k++)
    {
      struct buf bare = BUF_INIT;
      pinyin_bare (same[k], strlen (same[k]), &bare);
      CHECK_STRING (buf_string (&bare), "luse");
      buf_free (&bare);
    }
}

/* What is typed, and which keys begin so.  */
static void
typed_pinyin (void)
{
  static const struct
  {
    const char *words, *typed, *key;
    bool begins;
  } rows[] = {
    { "lia", "lia", "lian4炼 tong2铜", true },
    { "LIAN TONG", "liantong", "lian4炼 tong2铜", true },
    { "liàntóng", "lia4nto2ng", "lian4炼 tong2铜", true },
    { "lian4 to", "lian4 to", "lian4炼 tong2铜", true },
    { "lia\xCC\x80n", "lia4n", "lian4炼 tong2铜", true },
    { "lián", "lia2n", "lian4炼 tong2铜", false },
    { "lian4", "lian4 ", "liang4亮 an4岸", false },
    { "jī", "ji1", "ji1机 qi4器", true },
    { "jī", "ji1", "jia1加 yi3以", false },
    { "lí", "li2", "liu2流", false },
    { "dōu", "do1u", "dou1都", true },
    { "lian4tong4", "lian4 tong4 ", "lian4炼 tong2铜", false },
    { "liantongg", "liantongg", "lian4炼 tong2铜", false },
    { "nǚ", "nv3", "nv3女 zi0子", true },
    { "nü", "nv", "nv3女 zi0子", true },
    { "nu:3", "nv3 ", "nv3女 zi0子", true },
    { "nu\xCC\x88zi5", "nvzi5 ", "nv3女 zi0子", true },
    { "nu", "nu", "nv3女 zi0子", true },
    { "nv", "nv", "nu3努 li4力", false },
    { "ba", "ba", "ba4八 0𠀀 yi1一", true },
    { "bayi", "bayi", "ba4八 0𠀀 yi1一", false },
    { "yi", "yi", "0𠀀 yi1一", false },
    { "1958", "", "nu3努 li4力", false },
    { "", "", "nu3努 li4力", false },
  };
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
    {
      struct buf typed = BUF_INIT;
      pinyin_typed (rows[k].words, strlen (rows[k].words), &typed);
      CHECK_STRING (buf_string (&typed), rows[k].typed);
      CHECK (readings_begin (rows[k].key, buf_string (&typed))
             == rows[k].begins);
      buf_free (&typed);
    }
}

/* --- files -------------------------------------------------------------- */

static void
credits (void)
{
  struct credits c;
  credits_read (words, sizeof words - 1, &c);
  CHECK_STRING (c.title, "Our words");
  CHECK_STRING (c.licence, "Anyone may use them https://example.org/all");
  CHECK_STRING (c.source, "Nobody");
  CHECK_STRING (c.version, "1958-10-24");
  static const char line[] = "# A\n# Licence: ours\n#\n# more\n";
  credits_read (line, sizeof line - 1, &c);
  CHECK_STRING (c.licence, "ours");
  credits_read ("人", 3, &c);
  CHECK_STRING (c.licence, "");
  /* Longer than there is room, cut between characters.  */
  struct buf text = BUF_INIT;
  buf_add_string (&text, "# ");
  for (int k = 0; k < 100; k++)
    buf_add_string (&text, "人");
  credits_read (text.data, text.len, &c);
  CHECK_NUMBER (strlen (c.title), 126);
  buf_free (&text);
}

/* What a taker was given.  */
struct taken
{
  struct buf text;
  size_t broken;
};

static void
take_character (void *data, const struct cedict_entry *e, bool simplified)
{
  struct taken *taken = data;
  buf_add_format (&taken->text, "%.*s|%.*s|%.*s|%.*s|%d\n",
                  (int) e->traditional_len, e->traditional,
                  (int) e->simplified_len, e->simplified, (int) e->pinyin_len,
                  e->pinyin, (int) e->glosses_len, e->glosses, simplified);
}

static void
take_broken (void *data, long number)
{
  (void) number;
  ((struct taken *) data)->broken++;
}

static const char readings[] = "# Unihan_Readings.txt\n"
                               "U+540E\tkDefinition\tqueen; empress\n"
                               "U+540E\tkMandarin\thòu\n"
                               "no line\n"
                               "U+5F8C\tkDefinition\tbehind\n"
                               "U+5F8C\tkHanyuPinlu\thòu(4342) hou(3)\n"
                               "U+5F8C\tkMandarin\thòu\n"
                               "U+94A2\tkMandarin\tgāng\n"
                               "U+20000\tkMandarin\thē\n";
static const char variants[] = "U+540E\tkSimplifiedVariant\tU+540E\n"
                               "U+540E\tkTraditionalVariant\tU+540E U+5F8C\n"
                               "U+5F8C\tkSimplifiedVariant\tU+540E\n";

static void
unihan (void)
{
  struct taken taken = { BUF_INIT, 0 };
  struct err err = ERR_INIT;
  struct unihan_texts texts = { readings, sizeof readings - 1, variants,
                                sizeof variants - 1 };
  struct unihan_taker taker = { take_character, take_broken, &taken };
  CHECK_NUMBER (unihan_is (readings, sizeof readings - 1), UNIHAN_READINGS);
  CHECK_NUMBER (unihan_is (variants, sizeof variants - 1), UNIHAN_NONE);
  CHECK_NUMBER (unihan_read (&texts, "test", &taker, &err), 5);
  CHECK_STRING (buf_string (&taken.text),
                "后|后|hòu|queen/empress|1\n"
                "後|后|hòu, hou|behind|1\n"
                "後|后|hòu, hou|behind|0\n"
                "钢|钢|gāng||1\n"
                "𠀀|𠀀|hē||1\n");
  CHECK_NUMBER (taken.broken, 1);
  texts = (struct unihan_texts) { "x\ny\nU+4E00\tkMandarin\tyī\n", 21, NULL,
                                  0 };
  CHECK_NUMBER (unihan_read (&texts, "test", &taker, &err), 0);
  CHECK_NUMBER (err.code, ERR_FORMAT);
  CHECK_NUMBER (err.line, 1);
  texts.readings_len = 0;
  CHECK_NUMBER (unihan_read (&texts, "test", &taker, &err), 0);
  CHECK_NUMBER (err.code, ERR_EMPTY);
  buf_free (&taken.text);
}

/* --- the shelf ---------------------------------------------------------- */

/* A folder with WORDS on its shelf.  */
static char *
folder_with_words (void)
{
  struct dictionary_added added;
  struct err err = ERR_INIT;
  char *folder = folder_new ();
  char *path = path_in (folder, "words.u8");
  file_put (path, words, sizeof words - 1);
  CHECK (dictionary_file_add (folder, NULL, path, &added, &err));
  CHECK_STRING (added.name, "words");
  CHECK_NUMBER (added.entries, 17);
  CHECK_NUMBER (added.broken, 1);
  CHECK_NUMBER (added.line[0], 13);
  dictionary_added_clear (&added);
  free (path);
  return folder;
}

/* The forms and the pinyin of FOUND, which is emptied.  */
static char *
told (struct definitions *found)
{
  struct buf out = BUF_INIT;
  for (size_t k = 0; k < found->len; k++)
    {
      buf_add_string (&out, k ? " " : "");
      entry_text_forms (&found->items[k].entry, "", 0, &out);
      buf_add_byte (&out, '=');
      entry_text_pinyin (&found->items[k].entry, &out);
    }
  found->len = 0;
  return buf_take (&out);
}

static void
check_found (struct entries *entries, const char *form, const char *want)
{
  struct definitions found = { 0 };
  entries_find (entries, form, strlen (form), &found);
  char *is = told (&found);
  CHECK_STRING (is, want);
  free (is);
  VEC_FREE (&found);
}

static void
check_english (struct entries *entries, const char *word, const char *want)
{
  struct definitions found = { 0 };
  entries_english (entries, word, strlen (word), 5, &found);
  char *is = told (&found);
  CHECK_STRING (is, want);
  free (is);
  VEC_FREE (&found);
}

static void
looking_up (void)
{
  char *folder = folder_with_words ();
  struct entries *entries = entries_open (folder, NULL, NULL);
  static const char text[] = "钢铁元老";
  CHECK (entries_any (entries));
  CHECK_NUMBER (entries_longest (entries, text, strlen (text), NULL, NULL),
                strlen ("钢铁"));
  CHECK_NUMBER (entries_longest (entries, "鋼鐵元帥們", 15, NULL, NULL), 12);
  CHECK_NUMBER (entries_longest (entries, "钢\xE9", 4, NULL, NULL), 3);
  CHECK_NUMBER (entries_longest (entries, "人", 3, NULL, NULL), 0);
  check_found (entries, "钢铁", "钢铁 (鋼鐵)=gāng tiě");
  check_found (entries, "鋼鐵", "钢铁 (鋼鐵)=gāng tiě");
  check_found (entries, "钢铁元", "");
  check_found (entries, "", "");
  /* The surname last, and the reading that more words have first.  */
  check_found (entries, "后", "后 (後)=hòu 后=hòu 后=Hòu");
  check_found (entries, "长", "长 (長)=zhǎng 长 (長)=cháng");
  check_english (entries, "steel", "钢 (鋼)=gāng 钢铁 (鋼鐵)=gāng tiě "
                                   "钢铁元帅 (鋼鐵元帥)=gāng tiě yuán shuài "
                                   "炼钢 (煉鋼)=liàn gāng");
  check_english (entries, "Blast furnaces", "高炉 (高爐)=gāo lú");
  check_english (entries, "furnace", "炉 (爐)=lú 高炉 (高爐)=gāo lú");
  check_english (entries, "smelted", "炉 (爐)=lú");
  check_english (entries, "kuai4", "");
  check_english (entries, "furnace steel", "");
  check_english (entries, "", "");
  entries_close (entries);
  folder_drop (folder);
}

static void
check_pinyin (struct entries *entries, const char *text, const char *want,
              bool whole)
{
  struct buf out = BUF_INIT;
  CHECK (entries_pinyin (entries, text, strlen (text), &out) == whole);
  CHECK_STRING (buf_string (&out), want);
  buf_free (&out);
}

static void
pinyin_of_terms (void)
{
  char *folder = folder_with_words ();
  struct entries *entries = entries_open (folder, NULL, NULL);
  check_pinyin (entries, "钢铁", "gāng tiě", true);
  check_pinyin (entries, "炼钢高炉", "liàn gāng gāo lú", true);
  check_pinyin (entries, "省长", "shěng zhǎng", true);
  check_pinyin (entries, "花儿", "huār", true);
  check_pinyin (entries, "钢人", "gāng 人", false);
  check_pinyin (entries, "3号钢", "3号 gāng", false);
  entries_close (entries);
  folder_drop (folder);
}

static void
shelf (void)
{
  struct err err = ERR_INIT;
  char *folder = folder_with_words ();
  struct entries *entries = entries_open (folder, NULL, NULL);
  size_t len;
  const struct installed *list = entries_list (entries, &len);
  CHECK_NUMBER (len, 1);
  CHECK_STRING (list[0].name, "words");
  CHECK_NUMBER (entry_book_len (list[0].book), 17);
  CHECK_STRING (entry_book_credit (list[0].book, CREDIT_LICENCE),
                "Anyone may use them https://example.org/all");
  entries_close (entries);
  CHECK (entries_remove (folder, "words", &err));
  CHECK (!entries_remove (folder, "words", &err));
  CHECK_NUMBER (err.code, ERR_NOT_FOUND);
  entries = entries_open (folder, NULL, NULL);
  CHECK (!entries_any (entries));
  check_found (entries, "钢", "");
  entries_close (entries);
  entries = entries_open (NULL, NULL, NULL);
  CHECK (!entries_any (entries));
  entries_close (entries);
  entries_close (NULL);
  folder_drop (folder);
}

static void
note_problem (const struct err *err, void *data)
{
  CHECK_NUMBER (err->code, ERR_FORMAT);
  ++*(int *) data;
}

/* Cut anywhere an image is refused; a byte changed anywhere leads nowhere
   beyond it.  */
static void
damaged (void)
{
  char *folder = folder_with_words ();
  char *path = path_in (folder, "dictionaries/words.entries");
  size_t len;
  char *bytes = check_read_file (path, &len);
  struct err err;
  for (size_t cut = 0; cut < len; cut++)
    CHECK (!entry_book_open (bytes, cut, "test", &err));
  for (size_t at = 0; at < len; at++)
    {
      char was = bytes[at];
      bytes[at] = (char) (was ^ 0x55);
      struct entry_book *book = entry_book_open (bytes, len, "test", NULL);
      struct entry_numbers numbers = { 0 };
      struct word_entry entry;
      if (book)
        {
          entry_book_find (book, "钢铁", 6, &numbers);
          entry_book_english (book, "blast furnace", 13, 9, &numbers);
          entry_book_english (book, "steel", 5, 9, &numbers);
          entry_book_longest (book, "钢铁元帅", 12, NULL, NULL);
          for (size_t k = 0; k < numbers.len; k++)
            entry_book_entry (book, numbers.items[k], &entry);
        }
      VEC_FREE (&numbers);
      entry_book_close (book);
      bytes[at] = was;
    }
  int problems = 0;
  file_put (path, bytes, len - 1);
  struct entries *entries = entries_open (folder, note_problem, &problems);
  CHECK (!entries_any (entries));
  CHECK_NUMBER (problems, 1);
  entries_close (entries);
  free (bytes);
  free (path);
  folder_drop (folder);
}

static void
check_refused (const char *folder, const char *name, const char *bytes,
               enum err_code code)
{
  struct dictionary_added added;
  struct err err = ERR_INIT;
  char *path = path_in (folder, name);
  if (bytes)
    file_put (path, bytes, strlen (bytes));
  CHECK (!dictionary_file_add (folder, NULL, path, &added, &err));
  CHECK_NUMBER (err.code, code);
  dictionary_added_clear (&added);
  free (path);
}

static void
bad_files (void)
{
  char *folder = folder_new ();
  check_refused (folder, "prose.txt", "This is\nno dictionary\nat all\n",
                 ERR_FORMAT);
  check_refused (folder, "empty", "", ERR_EMPTY);
  check_refused (folder, "gbk", "\xB8\xD6 \xB8\xD6 [gang1] /steel/\n",
                 ERR_ENCODING);
  check_refused (folder, "missing", NULL, ERR_OPEN);
  check_refused (folder, "broken.gz", "\x1f\x8b\x08xx", ERR_FORMAT);
  check_refused (folder, "Unihan_Variants.txt",
                 "# Unihan_Variants.txt\nU+5F8C\tkSimplifiedVariant\tU+540E\n",
                 ERR_OPEN);
  check_refused (folder, "", NULL, ERR_OPEN);
  char *readings_path = path_in (folder, "Unihan_Readings.txt");
  file_put (readings_path, readings, sizeof readings - 1);
  struct dictionary_added added;
  struct err err = ERR_INIT;
  CHECK (dictionary_file_add (folder, NULL, folder, &added, &err));
  CHECK_STRING (added.name, "Unihan");
  CHECK_NUMBER (added.entries, 4);
  dictionary_added_clear (&added);
  CHECK (!dictionary_file_add (folder, "lexicon", folder, &added, &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  dictionary_added_clear (&added);
  free (readings_path);
  folder_drop (folder);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "tone-marks", tone_marks },
    { "bare-pinyin", bare_pinyin },
    { "typed-pinyin", typed_pinyin },
    { "credits", credits },
    { "unihan", unihan },
    { "looking-up", looking_up },
    { "pinyin-of-terms", pinyin_of_terms },
    { "shelf", shelf },
    { "damaged", damaged },
    { "bad-files", bad_files },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
