/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of book/: documents, anchors, notes.  */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/grapheme.h"
#include "base/space.h"
#include "base/utf8.h"
#include "book/anchor.h"
#include "book/document.h"
#include "book/note.h"
#include "check.h"

/* A document with TEXT for original, its sentences ending at each |.  */
static struct document *
document_of (const char *original, const char *translation)
{
  struct document *d = document_new ();
  const char *texts[] = { original, translation };
  for (enum side side = 0; side < SIDES; side++)
    {
      struct side_text *s = &d->side[side];
      document_set_text (d, side, texts[side], strlen (texts[side]));
      if (s->len > 0)
        VEC_PUSH (&s->paragraphs, (struct paragraph) { { 0, s->len }, 0 });
      for (size_t at = 0, end; at < s->len; at = end)
        {
          const char *bar = strchr (s->text + at, '|');
          end = bar ? (size_t) (bar - s->text) + 1 : s->len;
          VEC_PUSH (&s->sentences, (struct sentence) { { at, end }, 0 });
        }
    }
  return d;
}

static void
document_finds (void)
{
  struct document *d = document_of ("　一 |二|三", "a| b |");
  VEC_PUSH (&d->beads, (struct bead) { { 0, 0 }, { 1, 1 }, 1 });
  VEC_PUSH (&d->beads, (struct bead) { { 1, 1 }, { 1, 0 }, 1 });
  VEC_PUSH (&d->beads, (struct bead) { { 2, 1 }, { 1, 1 }, 1 });
  CHECK (document_is_whole (d));
  struct range core = document_sentence_core (d, ORIGINAL, 0);
  CHECK_NUMBER (core.start, 3);
  CHECK_NUMBER (core.end, 8);
  struct range gap = document_bead_range (d, 1, TRANSLATION);
  CHECK_NUMBER (gap.start, 3);
  CHECK_NUMBER (range_len (gap), 0);
  gap = document_bead_range (d, 1, ORIGINAL);
  CHECK_NUMBER (gap.start, 8);
  CHECK_NUMBER (gap.end, 12);
  CHECK_NUMBER (document_sentence_at (d, ORIGINAL, 0), 0);
  CHECK_NUMBER (document_sentence_at (d, ORIGINAL, 8), 1);
  CHECK_NUMBER (document_sentence_at (d, ORIGINAL, 12), 2);
  CHECK_NUMBER (document_sentence_at (d, ORIGINAL, 99), 2);
  CHECK_NUMBER (document_bead_of (d, TRANSLATION, 1), 2);
  CHECK_NUMBER (document_bead_of (d, ORIGINAL, 3), 3);
  CHECK_NUMBER (document_bead_at (d, ORIGINAL, 9), 1);
  CHECK (!document_bead_ends_paragraph (d, 1));
  CHECK (document_bead_ends_paragraph (d, 2));
  document_free (d);
}

static void
document_names (void)
{
  struct document *d = document_new ();
  CHECK_STRING (document_title (d, ORIGINAL), "");
  CHECK (document_is_whole (d));
  CHECK (!document_has (d, ORIGINAL));
  CHECK_NUMBER (document_identity_side (d), TRANSLATION);
  CHECK_NUMBER (document_sentence_at (d, ORIGINAL, 0), 0);
  document_set_text (d, ORIGINAL, "x", 1);
  CHECK_NUMBER (document_identity_side (d), ORIGINAL);
  CHECK (!document_is_whole (d));
  d->path = mem_string ("a/b.md");
  CHECK_STRING (document_title (d, ORIGINAL), "a/b.md");
  d->side[TRANSLATION].title = mem_string ("Wells");
  CHECK_STRING (document_title (d, ORIGINAL), "Wells");
  d->side[ORIGINAL].title = mem_string ("修井");
  CHECK_STRING (document_title (d, ORIGINAL), "修井");
  document_free (d);
  document_free (NULL);
}

static void
document_broken (void)
{
  struct document *d = document_of ("一|二", "a|b");
  VEC_PUSH (&d->beads, (struct bead) { { 0, 0 }, { 2, 2 }, 1 });
  CHECK (document_is_whole (d));
  d->beads.items[0].count[ORIGINAL] = 3;
  CHECK (!document_is_whole (d));
  d->beads.items[0].count[ORIGINAL] = 1;
  CHECK (!document_is_whole (d));
  d->beads.items[0].count[ORIGINAL] = 2;
  d->side[ORIGINAL].sentences.items[1].range.start--;
  CHECK (!document_is_whole (d));
  d->side[ORIGINAL].sentences.items[1].range.start++;
  d->side[ORIGINAL].sentences.items[1].paragraph = 1;
  CHECK (!document_is_whole (d));
  document_free (d);
}

static const char chinese[]
  = "山下的水库\n"
    "    青石县今年修了八十六座水塘。入春以来，全县有四千二百人上山，带着铁锹"
    "和干粮，住在工棚里。工程进展很快。\n"
    "    上游的大坝长一百二十米，高十九米，五月十日合龙。社员们说：“水来了，"
    "地就活了！”工程进展很快。据水利科统计，灌溉面积达到3.5万亩，比去年增加"
    "一倍半；其中旱地改成水田的有七千亩。\n"
    "    下游六个乡组织了运输队，用小车、毛驴和木船送石料。每天运到工地的石料"
    "约有二百四十方。老石匠赵有根带了十二个徒弟，手把手地教他们打炮眼。工程进展"
    "很快。到九月底，全部土方可以做完，明年春天放水。\n";

static const char english[]
  = "The Reservoir below the Hill\n\n"
    "    Qingshi County built eighty-six ponds this year. Since spring, 4,200 "
    "people have gone up the hills with spades and dry rations, and have lived "
    "in sheds. The work goes fast.\n"
    "    The dam on the upper stream is 120 metres long and 19 metres high; it "
    "was closed on May 10. \"Once the water comes, the land will live,\" people "
    "said. The work goes fast. By the count of the water office, 35,000 mu are "
    "irrigated, two and a half times as much as last year.\n"
    "    Six townships downstream have formed teams that bring stone by "
    "barrow, donkey and boat. About 240 cubic metres reach the site every day. "
    "Old Zhao, the mason, teaches twelve apprentices how to drill. The work "
    "goes fast. By the end of September all earthwork can be done.\n";

/* An anchor on occurrence NUMBER (from 0) of QUOTE in TEXT.  */
static struct anchor
anchor_on (const char *text, const char *quote, int number)
{
  const char *at = strstr (text, quote);
  while (at && number-- > 0)
    at = strstr (at + 1, quote);
  CHECK (at != NULL);
  size_t start = at ? (size_t) (at - text) : 0;
  struct document *d = document_of (text, "");
  struct anchor anchor
    = anchor_make (d, ORIGINAL,
                   (struct range) { start, start + strlen (quote) },
                   ANCHOR_SPAN);
  document_free (d);
  return anchor;
}

/* TEXT with occurrence NUMBER of FROM replaced by TO; the caller frees it.  */
static char *
replaced (const char *text, const char *from, int number, const char *to)
{
  const char *at = strstr (text, from);
  while (at && number-- > 0)
    at = strstr (at + 1, from);
  CHECK (at != NULL);
  struct buf buf = BUF_INIT;
  if (at)
    {
      buf_add (&buf, text, (size_t) (at - text));
      buf_add_string (&buf, to);
      buf_add_string (&buf, at + strlen (from));
    }
  return buf_take (&buf);
}

/* Checks what becomes of the anchor on occurrence NUMBER of QUOTE in the text
   when FROM (its occurrence WHICH) is replaced by TO; where it is found, AFTER
   occurrences of the quotation stand before it.  */
static void
check_edit (const char *text, const char *quote, int number, const char *from,
            int which, const char *to, enum anchor_state want, int after)
{
  struct anchor anchor = anchor_on (text, quote, number);
  char *today = replaced (text, from, which, to);
  struct range found;
  enum anchor_state state
    = anchor_find (&anchor, today, strlen (today), &found);
  CHECK_NUMBER (state, want);
  if (state == ANCHOR_DETACHED)
    CHECK (found.start == 0 && found.end == 0);
  else
    {
      int before = 0;
      for (const char *p = today;
           (p = strstr (p, quote)) && (size_t) (p - today) < found.start; p++)
        before++;
      CHECK_NUMBER (before, after);
      CHECK (found.end <= strlen (today));
    }
  free (today);
  anchor_clear (&anchor);
}

static void
anchor_follows (void)
{
  const char *again = "工程进展很快。", *fast = "The work goes fast.";
  for (int n = 0; n < 3; n++)
    {
      check_edit (chinese, again, n, "山下", 0, "新增一行。\n山下",
                  ANCHOR_PLACED, n);
      check_edit (english, fast, n, "The", 0, "A new line.\n\nThe",
                  ANCHOR_PLACED, n);
      check_edit (chinese, again, n, again, n, "工程进展慢。",
                  ANCHOR_DETACHED, 0);
      check_edit (chinese, again, n, again, n, "", ANCHOR_DETACHED, 0);
      check_edit (english, fast, n, fast, n, "", ANCHOR_DETACHED, 0);
      check_edit (english, fast, n, fast, (n + 1) % 3, "", ANCHOR_PLACED,
                  (n + 1) % 3 < n ? n - 1 : n);
    }
  check_edit (chinese, "一百二十米", 0, "一百二十米", 0, "一百\n  　二十米",
              ANCHOR_PLACED, 0);
  check_edit (english, "metres long", 0, "metres long", 0, "metres\nlong",
              ANCHOR_PLACED, 0);
  check_edit (english, "metres long", 0, "metres long", 0, "metreslong",
              ANCHOR_DETACHED, 0);
  check_edit (english, "drill", 0, "drill", 0, "drill\xCC\x81",
              ANCHOR_DETACHED, 0);
  /* Small changes on both sides.  */
  check_edit (chinese, "组织了运输队，用小车", 0, "六个乡组织了运输队，用小车、",
              0, "五个乡组织了运输队，用小车和", ANCHOR_PLACED, 0);
  check_edit (chinese, "赵有根", 0, "老石匠", 0, "青年石匠", ANCHOR_PLACED, 0);
}

/* Two paragraphs that are the same for longer than any context: only what
   stands before the first sentence tells them apart.  */
static void
anchor_doubles (void)
{
#define SAME                                                                  \
  "修渠工程今天开工。沿渠的三个村子都派了人，有的挖土，有的抬石头，"          \
  "有的烧水做饭。工地上插着红旗，夜里点着汽灯，人们分两班轮流干，"            \
  "一天也不停，要在雨季以前把渠修好。"
  static const char text[] = "东乡\n    " SAME "\n西乡\n    " SAME "\n";
  const char *quote = "修渠工程今天开工。";
  for (int n = 0; n < 2; n++)
    {
      check_edit (text, quote, n, quote, n, "", ANCHOR_DETACHED, 0);
      check_edit (text, quote, n, quote, n, "全部停工。", ANCHOR_DETACHED, 0);
      check_edit (text, quote, n, "东乡", 0, "今日要闻\n东乡", ANCHOR_PLACED,
                  n);
    }
}

static void
anchor_moves (void)
{
  const char *quote = "老石匠赵有根带了十二个徒弟";
  struct anchor anchor = anchor_on (chinese, quote, 0);
  const char *elsewhere = "另一篇文章写道：老石匠赵有根带了十二个徒弟，都是外乡人。";
  struct range found;
  CHECK_NUMBER (anchor_find (&anchor, elsewhere, strlen (elsewhere), &found),
                ANCHOR_MOVED);
  CHECK_NUMBER (found.start, strlen ("另一篇文章写道："));
  CHECK_NUMBER (range_len (found), strlen (quote));
  const char *twice = "老石匠赵有根带了十二个徒弟，老石匠赵有根带了十二个徒弟。";
  CHECK_NUMBER (anchor_find (&anchor, twice, strlen (twice), &found),
                ANCHOR_DETACHED);
  CHECK_NUMBER (anchor_find (&anchor, "", 0, &found), ANCHOR_DETACHED);
  anchor_clear (&anchor);
  anchor = anchor_on (chinese, "徒弟", 0);
  CHECK_NUMBER (anchor_find (&anchor, "三个徒弟。", 15, &found),
                ANCHOR_DETACHED);
  anchor_clear (&anchor);
}

static void
anchor_kinds (void)
{
  struct document *d = document_of ("e\xCC\x81x 钢", "");
  struct anchor a
    = anchor_make (d, ORIGINAL, (struct range) { 1, 2 }, ANCHOR_SPAN);
  CHECK_STRING (a.exact, "e\xCC\x81");
  CHECK_STRING (a.prefix, "");
  CHECK_STRING (a.suffix, "x 钢");
  struct anchor copy = anchor_copy (&a);
  anchor_clear (&a);
  CHECK (a.exact == NULL && a.range.end == 0);
  CHECK_STRING (copy.suffix, "x 钢");
  anchor_clear (&copy);
  struct range found;
  a = anchor_make (d, ORIGINAL, (struct range) { 1, 2 }, ANCHOR_DOCUMENT);
  CHECK_NUMBER (range_len (a.range), 0);
  CHECK_NUMBER (anchor_find (&a, "z", 1, &found), ANCHOR_PLACED);
  anchor_clear (&a);
  a = anchor_make (d, ORIGINAL, (struct range) { 4, 99 }, ANCHOR_BEAD);
  CHECK_STRING (a.exact, " 钢");
  CHECK_NUMBER (anchor_find (&a, d->side[0].text, d->side[0].len, &found),
                ANCHOR_PLACED);
  CHECK_NUMBER (found.start, 4);
  anchor_clear (&a);
  document_free (d);
  /* The published values of FNV-1a, 64 bits.  */
  CHECK (anchor_print ("", 0) == 0xcbf29ce484222325ull);
  CHECK (anchor_print ("foobar", 6) == 0x85944171f73967e8ull);
}

/* Marsaglia's xorshift, 64 bits.  */
static size_t
pick (uint64_t *state, size_t below)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (size_t) (*state >> 11) % below;
}

/* One change of a text and what of it stays.  */
struct edit
{
  struct buf text; /* afterwards */
  size_t head;     /* bytes at the start that are the same */
  size_t tail;     /* and at the end */
};

static struct edit
random_edit (const char *text, size_t len, uint64_t *state)
{
  static const char *const news[]
    = { "", " ", "\n", "新", "昨天，", "的", "a", "The ", " 3.5 ", "\n    ",
        "又修了一条渠，长十二里，", "the new canal of Liujia village, twelve "
        "li long, was dug in a month, and then another one was begun" };
  static const size_t cuts[] = { 0, 0, 1, 1, 2, 4, 10, 40, 150 };
  size_t count = utf8_count (text, len);
  size_t from = pick (state, count + 1);
  size_t to = from + cuts[pick (state, sizeof cuts / sizeof *cuts)];
  size_t start = utf8_offset (text, len, from);
  size_t end = utf8_offset (text, len, to);
  const char *add = news[pick (state, sizeof news / sizeof *news)];
  struct edit e = { BUF_INIT, 0, 0 };
  buf_add (&e.text, text, start);
  buf_add_string (&e.text, add);
  buf_add (&e.text, text + end, len - end);
  size_t least = len < e.text.len ? len : e.text.len;
  while (e.head < least && text[e.head] == e.text.data[e.head])
    e.head++;
  while (e.tail < least
         && text[len - 1 - e.tail] == e.text.data[e.text.len - 1 - e.tail])
    e.tail++;
  return e;
}

struct tally
{
  size_t kept, followed, destroyed, misplaced;
};

/* An edit may be seen from both ends: what is the same at the start has stayed,
   and what is the same at the end has moved with it.  */
static void
try_edit (const struct anchor *a, size_t len, const struct edit *e,
          struct tally *tally)
{
  struct range r = a->range, found;
  bool left = r.end <= e->head, right = r.start >= len - e->tail;
  enum anchor_state state
    = anchor_find (a, e->text.data, e->text.len, &found);
  bool at_left = found.start == r.start && found.end - r.start <= e->text.len;
  bool at_right = e->text.len - found.end == len - r.end;
  if (left || right)
    {
      tally->kept++;
      tally->followed += state != ANCHOR_DETACHED
                         && range_len (found) == range_len (r)
                         && ((left && at_left) || (right && at_right));
    }
  else
    {
      tally->destroyed++;
      tally->misplaced += state == ANCHOR_PLACED && !at_left && !at_right;
    }
}

enum { ANCHORS = 20, EDITS = 2000, SEED_EDITS = 300 };

/* Whether each side of the context of A stands once in TEXT.  What stands twice
   proves nothing, and an edit that leaves only that detaches the note.  */
static bool
tells (const struct anchor *a, const char *text)
{
  const char *sides[] = { a->prefix, a->suffix };
  for (int i = 0; i < 2; i++)
    {
      const char *at = strstr (text, sides[i]);
      if (strlen (sides[i]) > 12 && at && strstr (at + 1, sides[i]))
        return false;
    }
  return true;
}

/* ANCHORS anchors on random words of the text.  */
static void
make_anchors (const char *text, size_t len, uint64_t *state,
              struct anchor anchors[ANCHORS])
{
  struct document *d = document_new ();
  document_set_text (d, ORIGINAL, text, len);
  size_t count = utf8_count (text, len);
  for (int i = 0; i < ANCHORS;)
    {
      size_t from = pick (state, count - 4), size = 4 + pick (state, 40);
      struct range r = { utf8_offset (text, len, from),
                         utf8_offset (text, len, from + size) };
      struct range core = space_trim (text, r);
      if (utf8_count (text + core.start, range_len (core)) < 4)
        continue;
      anchors[i] = anchor_make (d, ORIGINAL, core, ANCHOR_SPAN);
      if (tells (&anchors[i], text))
        i++;
      else
        anchor_clear (&anchors[i]);
    }
  document_free (d);
}

static void
mutate (const char *name, const char *text, size_t len, int edits)
{
  uint64_t state = 0x9E3779B97F4A7C15u;
  struct anchor anchors[ANCHORS];
  make_anchors (text, len, &state, anchors);
  struct tally tally = { 0 };
  for (int i = 0; i < edits; i++)
    {
      struct edit e = random_edit (text, len, &state);
      for (int k = 0; k < ANCHORS; k++)
        try_edit (&anchors[k], len, &e, &tally);
      buf_free (&e.text);
    }
  for (int k = 0; k < ANCHORS; k++)
    anchor_clear (&anchors[k]);
  printf ("%s: %zu of %zu untouched followed, %zu of %zu destroyed misplaced\n",
          name, tally.followed, tally.kept, tally.misplaced, tally.destroyed);
  CHECK (tally.kept > 1000 && tally.destroyed > 10);
  CHECK_NUMBER (tally.followed, tally.kept);
  CHECK_NUMBER (tally.misplaced, 0);
}

static void
anchor_mutations (void)
{
  mutate ("chinese", chinese, sizeof chinese - 1, EDITS);
  mutate ("english", english, sizeof english - 1, EDITS);
}

static void
anchor_seeds (void)
{
  static const char *const names[]
    = { "seeds/000_771cc205f7f1983a.txt", "seeds/001_86ea303feb83c8d8.txt",
        "seeds/002_87aacfc6450abe11.txt", "seeds/003_1012f6d7e23636c3.txt",
        "seeds/004_2c7f8c069069e595.txt" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    {
      const char *path = check_shared (names[i]);
      size_t len;
      char *text = path ? check_read_file (path, &len) : NULL;
      if (text)
        mutate (names[i], text, len, SEED_EDITS);
      else
        check_skip ("no shared data");
      free (text);
    }
}

static void
join_tag (const char *tag, size_t len, void *data)
{
  buf_add_byte (data, '[');
  buf_add (data, tag, len);
  buf_add_byte (data, ']');
}

static void
note_tag_table (void)
{
  static const char *const table[][2] = {
    { "", "" },
    { "#steel and #钢铁, #1958年 #x-y_z.", "[steel][钢铁][1958年][x-y_z]" },
    { "a#b 钢#铁 9#c #1958 # #- #_", "" },
    { "##a (#b) #c#d", "[a][b][c]" },
    { "#é", "[é]" },
    { "#e\xCC\x81t", "[e\xCC\x81t]" },
    { "#a\n#b", "[a][b]" },
    { "#", "" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct buf buf = BUF_INIT;
      note_each_tag (table[i][0], join_tag, &buf);
      CHECK_STRING (buf_string (&buf), table[i][1]);
      buf_free (&buf);
    }
  CHECK (note_has_tag ("see #Steel", "steel"));
  CHECK (note_has_tag ("#STRASSE", "straße"));
  CHECK (!note_has_tag ("see #steels", "steel"));
  CHECK (!note_has_tag ("", ""));
  char *tags = note_tags ("#b #a #B #钢 #a", ", ");
  CHECK_STRING (tags, "b, a, 钢");
  free (tags);
  tags = note_tags ("none", ", ");
  CHECK_STRING (tags, "");
  free (tags);
}

static void
note_copies (void)
{
  struct document *d = document_of ("一|二", "a");
  d->path = mem_string ("x.md");
  d->page = mem_string ("2");
  d->side[ORIGINAL].title = mem_string ("井");
  d->side[TRANSLATION].author = mem_string ("Li");
  struct note note = { .id = 7, .uuid = "u", .text = mem_string ("#t") };
  note.anchor = anchor_make (d, ORIGINAL, (struct range) { 0, 3 }, 0);
  note.sentence[ORIGINAL] = mem_string ("一");
  note.sentence[TRANSLATION] = mem_string ("");
  note.citation = citation_of (d);
  document_free (d);
  CHECK_STRING (note.citation.path, "x.md");
  CHECK (note.citation.date == NULL);
  struct notes notes = { 0 };
  VEC_PUSH (&notes, note_copy (&note));
  note_clear (&note);
  CHECK (note.text == NULL && note.citation.page == NULL && note.id == 0);
  const struct note *copy = &notes.items[0];
  CHECK_NUMBER (copy->id, 7);
  CHECK_STRING (copy->text, "#t");
  CHECK_STRING (copy->anchor.exact, "一");
  CHECK_STRING (copy->sentence[ORIGINAL], "一");
  CHECK_STRING (copy->citation.title[ORIGINAL], "井");
  CHECK_STRING (copy->citation.author[TRANSLATION], "Li");
  CHECK_STRING (copy->citation.page, "2");
  notes_free (&notes);
  CHECK_NUMBER (notes.len, 0);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "document-finds", document_finds },
    { "document-names", document_names },
    { "document-broken", document_broken },
    { "anchor-follows", anchor_follows },
    { "anchor-doubles", anchor_doubles },
    { "anchor-moves", anchor_moves },
    { "anchor-kinds", anchor_kinds },
    { "anchor-mutations", anchor_mutations },
    { "anchor-seeds", anchor_seeds },
    { "note-tags", note_tag_table },
    { "note-copies", note_copies },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
