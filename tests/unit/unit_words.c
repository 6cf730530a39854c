/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests reading word by word: cutting into words, which words stand for each
   other, the cursor, what is looked up.  */
#include <stdlib.h>
#include <string.h>

#include "align/cedict_words.h"
#include "align/word_links.h"
#include "base/mem.h"
#include "check.h"
#include "index/word_cut.h"
#include "ingest/dictionary_file.h"
#include "read/lookup.h"
#include "read/session.h"
#include "read/wording.h"
#include "store_help.h"

static const char entries[]
  = "高爐 高炉 [gao1 lu2] /blast furnace/\n"
    "鋼鐵 钢铁 [gang1 tie3] /iron and steel; steel/\n"
    "生產 生产 [sheng1 chan3] /to produce; production/\n"
    "研究 研究 [yan2 jiu1] /to study; research/\n"
    "研究生 研究生 [yan2 jiu1 sheng1] /graduate student/\n"
    "生命 生命 [sheng1 ming4] /life/\n"
    "命 命 [ming4] /life; fate/\n"
    "的確 的确 [di2 que4] /really/\n"
    "確定 确定 [que4 ding4] /to determine; definite/\n"
    "工人 工人 [gong1 ren2] /worker/\n"
    "新 新 [xin1] /new/\n"
    "第一書記 第一书记 [di4 yi1 shu1 ji4] /First Secretary/\n"
    "楊 杨 [Yang2] /surname Yang/\n"
    "禮 礼 [li3] /gift; rite/\n"
    "門 门 [men2] /gate; door/\n"
    "把 把 [ba3] /to hold; to grasp/\n";

/* --- cutting ------------------------------------------------------------ */

/* Finds the words of the list WORDS, ended by NULL.  */
static void
find (void *data, const char *text, size_t len,
      void (*found) (void *sink, size_t len), void *sink)
{
  for (const char *const *word = data; *word; word++)
    if (strlen (*word) <= len && memcmp (text, *word, strlen (*word)) == 0)
      found (sink, strlen (*word));
}

static void
check_cut (const char *text, const struct ranges *fixed, const char *want)
{
  static const char *known[]
    = { "高炉", "钢铁",   "生产", "研究", "研究生", "生命", "命",
        "中国", "的确", "确定", "第一书记", NULL };
  struct word_finder finder = { find, known };
  struct cut_words words = { 0 };
  struct buf is = BUF_INIT;
  word_cut (text, (struct range) { 0, strlen (text) }, fixed, &finder,
            &words);
  for (size_t k = 0; k < words.len; k++)
    {
      struct range r = words.items[k].range;
      buf_add_format (&is, "%s%.*s", k ? "|" : "", (int) range_len (r),
                      text + r.start);
    }
  CHECK_STRING (buf_string (&is), want);
  VEC_FREE (&words);
  buf_free (&is);
}

static void
cutting (void)
{
  static const struct ranges none = { 0 };
  check_cut ("研究生命", &none, "研究|生命");
  check_cut ("中国的确定", &none, "中国|的|确定");
  check_cut ("新高炉，钢铁！", &none, "新|高炉|钢铁");
  check_cut ("Don't stop: 3,831 tons of A-1.", &none,
             "Don't|stop|3,831|tons|of|A|1");
  check_cut ("用3D打印钢铁", &none, "用|3D|打|印|钢铁");
  check_cut ("café d’or 1.5%", &none, "café|d’or|1.5");
  check_cut ("", &none, "");
  check_cut ("。 —", &none, "");
  check_cut ("𠀀𠀁", &none, "𠀀|𠀁");
  /* A quantity is a word, but not against a longer one.  */
  struct range seven[] = { { 3, 15 } };
  struct ranges quantity = { seven, 1, 1 };
  check_cut ("产七千八吨钢铁", &quantity, "产|七千八吨|钢铁");
  struct range first[] = { { 0, 6 } };
  struct ranges ordinal = { first, 1, 1 };
  check_cut ("第一书记", &ordinal, "第一书记");
  check_cut ("第一高炉", &ordinal, "第一|高炉");
}

/* --- links -------------------------------------------------------------- */

/* Parts TEXT at blanks; of a Chinese word the sound stands behind a colon.  */
static void
part (char *text, struct link_words *words)
{
  char *state;
  for (char *word = strtok_r (text, " ", &state); word;
       word = strtok_r (NULL, " ", &state))
    {
      char *colon = strchr (word, ':');
      if (colon)
        *colon = '\0';
      VEC_PUSH (words, (struct link_word) { word, strlen (word),
                                            colon ? colon + 1 : NULL });
    }
}

static void
check_links (const char *chinese, const char *english, const char *known,
             const char *want)
{
  struct err err = ERR_INIT;
  struct buf image = BUF_INIT, is = BUF_INIT;
  struct dictionary_maker *maker = dictionary_maker_new ();
  cedict_words_read (entries, strlen (entries), "test", maker, &err);
  dictionary_maker_image (maker, &image);
  const struct dictionary *dictionary
    = dictionary_open (image.data, image.len, "test", &err);
  char *texts[] = { mem_string (chinese), mem_string (english) };
  struct link_words words[SIDES] = { { 0 }, { 0 } };
  struct word_links links = { 0 };
  part (texts[0], &words[0]);
  part (texts[1], &words[1]);
  if (known)
    VEC_PUSH (&links, (struct word_link) { { (size_t) (known[0] - '0'),
                                             (size_t) (known[1] - '0') } });
  word_links_find (words, &dictionary, 1, &links);
  for (size_t k = 0; k < links.len; k++)
    buf_add_format (&is, "%s%zu-%zu", k ? " " : "", links.items[k].word[0],
                    links.items[k].word[1]);
  CHECK_STRING (buf_string (&is), want);
  VEC_FREE (&links);
  for (int s = 0; s < 2; s++)
    {
      VEC_FREE (&words[s]);
      free (texts[s]);
    }
  buf_free (&is);
  dictionary_maker_free (maker);
  dictionary_close ((struct dictionary *) dictionary);
  buf_free (&image);
}

static void
links (void)
{
  check_links ("工人 研究 高炉", "The workers studied the blast furnaces",
               NULL, "0-1 1-2 2-4 2-5");
  /* One for each, in the order of the sentence.  */
  check_links ("钢铁 工人 钢铁", "Steel workers and steel", NULL,
               "0-0 1-1 2-3");
  check_links ("生产 钢铁 , 生产 高炉",
               "production of steel and production of blast furnaces", NULL,
               "0-0 1-2 3-4 4-6 4-7");
  /* What is known stays, and takes its words.  */
  check_links ("新 高炉", "new blast furnace", "11", "0-0 1-1");
  /* Spelling and names.  */
  check_links ("杨:yang 礼:li 门:men", "by Yang Limen", NULL,
               "0-1 1-2 2-2");
  check_links ("用 A1 钢铁", "with a1 steel", NULL, "1-1 2-2");
  /* A character that serves takes no other word.  */
  check_links ("把 钢铁", "He held steel", NULL, "1-2");
  check_links ("", "steel", NULL, "");
  check_links ("钢铁", "", NULL, "");
  check_links ("水", "fire", NULL, "");
}

/* --- the cursor --------------------------------------------------------- */

struct desk
{
  char *folder;
  struct library *library;
  struct notebook *notebook;
  struct settings *settings;
  struct session *session;
};

/* A session on a document of three beads, a dictionary installed.  */
static struct desk
desk_new (void)
{
  struct desk desk = { .folder = folder_new () };
  struct dictionary_added added;
  struct err err = ERR_INIT;
  char *path = path_in (desk.folder, "words.u8");
  file_put (path, entries, sizeof entries - 1);
  CHECK (dictionary_file_add (desk.folder, NULL, path, &added, &err));
  dictionary_added_clear (&added);
  free (path);
  desk.library = library_in (desk.folder);
  desk.notebook = notebook_in (desk.folder);
  desk.settings = settings_new ();
  struct document *d = document_sample (
    "新高炉生产钢铁。\n。。。\n张庄工人研究三千四百吨。\n",
    "New blast furnaces produce steel.\nNothing.\n"
    "The Red Farm workers studied 3,400 tons.\n");
  VEC_PUSH (&d->glossary, (struct gloss) { mem_string ("张庄"),
                                           mem_string ("Red Farm") });
  strcpy (d->side[ORIGINAL].lang, "zh");
  strcpy (d->side[TRANSLATION].lang, "en");
  long long id = add_at (desk.library,
                         collection_at (desk.library, desk.folder), "a", d)
                   .id;
  desk.session = session_new (desk.library, desk.notebook, desk.settings);
  CHECK (session_open (desk.session, id, false, &err));
  reading_go (desk.session->reading, 0);
  desk.session->reading->side = ORIGINAL;
  return desk;
}

static void
desk_free (struct desk *desk)
{
  session_free (desk->session);
  settings_free (desk->settings);
  notebook_close (desk->notebook);
  library_close (desk->library);
  folder_drop (desk->folder);
}

/* What is looked up of the word under the cursor, a line each.  */
static void
check_looks (struct session *session, bool whole, const char *want)
{
  struct looks looks = { 0 };
  struct buf is = BUF_INIT;
  lookup (session, whole, &looks);
  for (size_t k = 0; k < looks.len; k++)
    buf_add_format (&is, "%d%s\n", (int) looks.items[k].kind,
                    looks.items[k].text);
  CHECK_STRING (buf_string (&is), want);
  looks_free (&looks);
  buf_free (&is);
}

static void
cursor (void)
{
  struct desk desk = desk_new ();
  struct session *s = desk.session;
  CHECK (session_words (s));
  check_looks (s, false, "0新\n1New\n4新 xīn  new\n");
  CHECK (session_word_move (s, true));
  check_looks (s, false,
               "0高炉\n1blast furnaces\n4高炉 (高爐) gāo lú  blast furnace\n");
  session_word_turn (s);
  check_looks (s, false,
               "0blast\n1高炉\n4高炉 (高爐) gāo lú  blast furnace\n");
  session_word_turn (s);
  session_word_edge (s, true);
  CHECK_NUMBER (s->reading->bead, 0);
  /* Over the bead of signs to the next one with words, and back.  */
  CHECK (session_word_move (s, true));
  CHECK_NUMBER (s->reading->bead, 2);
  check_looks (s, false,
               "0张庄\n1Red Farm\n3张庄 = Red Farm\n2zhāng zhuāng\n");
  CHECK (session_word_move (s, false));
  CHECK_NUMBER (s->reading->bead, 0);
  CHECK_NUMBER (s->reading->wording->at,
                s->reading->wording->words[ORIGINAL].len - 1);
  session_word_bead (s, 1);
  CHECK_NUMBER (s->reading->wording->at, WORD_NONE);
  check_looks (s, false, "");
  session_word_turn (s);
  check_looks (s, false, "0Nothing\n");
  session_word_bead (s, 99);
  CHECK_NUMBER (s->reading->bead, 2);
  session_word_edge (s, true);
  CHECK (!session_word_move (s, true));
  check_looks (s, false, "03,400 tons\n1三千四百吨\n");
  session_word_bead (s, 0);
  CHECK (!session_word_move (s, false));
  session_words_end (s);
  CHECK (!s->reading->wording);
  desk_free (&desk);
}

static void
selection (void)
{
  struct desk desk = desk_new ();
  struct session *s = desk.session;
  CHECK_NUMBER (session_word_range (s).end, 0);
  s->reading->found = true;
  s->reading->found_side = ORIGINAL;
  s->reading->found_range = (struct range) { 9, 15 };
  CHECK (session_words (s));
  CHECK_NUMBER (session_word_range (s).start, 9);
  session_word_select (s);
  CHECK_NUMBER (reading_selection (s->reading).start, 9);
  CHECK_NUMBER (reading_selection (s->reading).end, 15);
  /* The number is a word, and its parts are not looked up.  */
  s->reading->selecting = false;
  session_word_bead (s, 2);
  session_word_edge (s, true);
  check_looks (s, true, "0三千四百吨\n13,400 tons\n");
  desk_free (&desk);
}

/* Of two texts of any pair, as a concordance has them.  */
static void
counterparts (void)
{
  struct desk desk = desk_new ();
  static const char *const text[SIDES]
    = { "工人研究高炉。", "The workers study blast furnaces." };
  struct range own[] = { { 0, 6 }, { 12, 18 } };
  struct ranges ranges = { own, 2, 2 }, facing = { 0 };
  session_counterparts (desk.session, text, ORIGINAL, &ranges, &facing);
  CHECK_NUMBER (facing.len, 3);
  CHECK_NUMBER (facing.items[0].start, 4);
  CHECK_NUMBER (facing.items[0].end, 11);
  CHECK_NUMBER (facing.items[2].end, strlen (text[TRANSLATION]) - 1);
  facing.len = 0;
  ranges.items[0] = facing.items[1];
  ranges.len = 1;
  session_counterparts (desk.session, text, TRANSLATION, &ranges, &facing);
  CHECK_NUMBER (facing.len, 1);
  CHECK_NUMBER (facing.items[0].start, 12);
  static const char *const empty[SIDES] = { "工人", "" };
  facing.len = 0;
  session_counterparts (desk.session, empty, ORIGINAL, &ranges, &facing);
  CHECK_NUMBER (facing.len, 0);
  VEC_FREE (&facing);
  desk_free (&desk);
}

/* A damaged dictionary is left out and told of.  */
static void
damaged (void)
{
  struct desk desk = desk_new ();
  char *path = path_in (desk.folder, "dictionaries/words.entries");
  file_put (path, "enface", 6);
  CHECK (session_words (desk.session));
  CHECK_NUMBER (desk.session->damaged.code, ERR_FORMAT);
  CHECK_STRING (desk.session->damaged.where, path);
  check_looks (desk.session, false, "0新\n1New\n2xīn\n");
  free (path);
  desk_free (&desk);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "cutting", cutting },
    { "links", links },
    { "cursor", cursor },
    { "selection", selection },
    { "counterparts", counterparts },
    { "damaged", damaged },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
