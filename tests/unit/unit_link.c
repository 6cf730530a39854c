/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of book/: links in notes, tags that are renamed, places where a
   detached note may belong.  */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "book/link.h"
#include "book/note.h"
#include "check.h"

static void
add_part (struct buf *out, const char *mark, const char *text,
          struct range range)
{
  buf_add_string (out, mark);
  buf_add (out, text + range.start, range_len (range));
}

/* The links of TEXT as KIND<WHOLE|TARGET|WORDS|SHOWN>.  */
static void
check_links (const char *text, const char *want)
{
  struct buf out = BUF_INIT;
  struct link link;
  size_t at = 0;
  while (link_next (text, &at, &link))
    {
      buf_add_string (&out, link.kind == LINK_NOTE ? "N" : "D");
      add_part (&out, "<", text, link.whole);
      add_part (&out, "|", text, link.target);
      add_part (&out, "|", text, link.words);
      add_part (&out, "|", text, link.shown);
      buf_add_string (&out, ">");
    }
  CHECK_STRING (buf_string (&out), want);
  buf_free (&out);
}

static void
reads_links (void)
{
  check_links ("", "");
  check_links ("[[a]]", "D<[[a]]|a||a>");
  check_links ("x [[ 炉前 歌谣 ]] y", "D<[[ 炉前 歌谣 ]]|炉前 歌谣||炉前 歌谣>");
  check_links ("[[a::b c]]", "D<[[a::b c]]|a|b c|a::b c>");
  check_links ("[[a :: b | c ]][[d|]]",
               "D<[[a :: b | c ]]|a|b|c>D<[[d|]]|d||d>");
  check_links ("[[note:12ab]] [[note:12AB-9]]",
               "N<[[note:12ab]]|12ab||note:12ab>"
               "N<[[note:12AB-9]]|12AB-9||note:12AB-9>");
  check_links ("[[note:12]] [[note:xyzw]]",
               "D<[[note:12]]|note:12||note:12>"
               "D<[[note:xyzw]]|note:xyzw||note:xyzw>");
  check_links ("[[]] [[ ]] [[::x]] [[|x]] [a] [[b\n]] [[c", "");
  check_links ("[[a[[b]] ]]", "D<[[b]]|b||b>");
  check_links ("[[a]]]", "D<[[a]]|a||a>");
  check_links ("[[a [b] c]]", "D<[[a [b] c]]|a [b] c||a [b] c>");
  check_links ("[[", "");
}

static void
makes_links (void)
{
  char *link = link_make ("炉前歌谣四首");
  CHECK_STRING (link, "[[炉前歌谣四首]]");
  free (link);
  static const char *const bad[]
    = { "", " ", "a]]b", "a[[b", "a|b", "a::b", "a\nb", "note:1234", "a]" };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    {
      link = link_make (bad[i]);
      CHECK (link == NULL);
      free (link);
    }
  /* What differs in width, case and spaces is one target.  */
  static const char text[] = "[[ Ｔｈｅ  heading ]]";
  struct link found;
  size_t at = 0;
  CHECK (link_next (text, &at, &found));
  char *key = link_key (text, &found), *same = link_key_of ("the Heading");
  CHECK_STRING (key, same);
  free (key);
  free (same);
  at = 0;
  CHECK (link_next ("[[note:AB-CD]]", &at, &found));
  key = link_key ("[[note:AB-CD]]", &found);
  CHECK_STRING (key, "ab-cd");
  free (key);
}

static void
renames_tags (void)
{
  static const char *const table[][4] = {
    { "#a b #A. #ab", "a", "x", "#x b #x. #ab" },
    { "#钢铁与#钢", "钢", "铁", NULL },
    { "#钢 与 #钢铁", "钢", "铁", "#铁 与 #钢铁" },
    { "none", "a", "x", NULL },
    { "#straße", "STRASSE", "way", "#way" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      char *text = note_rename_tag (table[i][0], table[i][1], table[i][2]);
      CHECK_STRING (text ? text : "-", table[i][3] ? table[i][3] : "-");
      free (text);
    }
  CHECK (note_is_tag ("a-1_b", 5) && note_is_tag ("钢铁", 6));
  CHECK (!note_is_tag ("", 0) && !note_is_tag ("12", 2)
         && !note_is_tag ("a b", 3) && !note_is_tag ("#a", 2));
}

/* --- candidates ----------------------------------------------------------- */

static struct anchor
anchor_on (const char *text, const char *quote)
{
  struct document *d = document_new ();
  document_set_text (d, ORIGINAL, text, strlen (text));
  size_t start = (size_t) (strstr (text, quote) - text);
  struct anchor anchor
    = anchor_make (d, ORIGINAL,
                   (struct range) { start, start + strlen (quote) },
                   ANCHOR_SPAN);
  document_free (d);
  return anchor;
}

/* Checks that the first candidate for QUOTE of TEXT in TODAY begins within it
   and is most of WANT; "" for none at all.  */
static void
check_near (const char *text, const char *quote, const char *today,
            const char *want)
{
  struct anchor anchor = anchor_on (text, quote);
  struct candidate near[3];
  size_t count
    = anchor_candidates (&anchor, today, strlen (today), 3, near);
  if (!*want)
    CHECK_NUMBER (count, 0);
  else
    {
      const char *at = strstr (today, want);
      struct range r = { (size_t) (at - today),
                         (size_t) (at - today) + strlen (want) };
      CHECK (count > 0 && range_overlaps (near[0].range, r));
      CHECK (near[0].range.end <= strlen (today));
    }
  for (size_t i = 0; i < count; i++)
    {
      CHECK (near[i].score >= 0.25 && near[i].score <= 1);
      CHECK (i == 0 || near[i].score <= near[i - 1].score);
      for (size_t k = 0; k < i; k++)
        CHECK (!range_overlaps (near[i].range, near[k].range));
    }
  anchor_clear (&anchor);
}

static void
finds_candidates (void)
{
  static const char text[]
    = "县里召开大会。老石匠赵有根带了十二个徒弟，教他们打钎。"
      "工程进展很快，到九月底可以完工。下游六个乡组织了运输队。";
  const char *quote = "老石匠赵有根带了十二个徒弟";
  /* The words were corrected; the sentence was moved; it is gone but its
     neighbours stand; nothing of it is there.  */
  check_near (text, quote,
              "县里召开大会。老石匠赵有银带了十二名徒弟，教他们打钎。"
              "工程进展很快。",
              "老石匠赵有银带了十二名徒弟");
  check_near (text, quote,
              "工程进展很快，到九月底可以完工。下游六个乡组织了运输队。"
              "又记：石匠赵有根带着十二个徒弟来了。",
              "石匠赵有根带着十二个徒弟");
  check_near (text, quote,
              "县里召开大会。青年突击队昨天来到工地上，教他们打钎。"
              "工程进展很快，到九月底可以完工。下游六个乡组织了运输队。",
              "青年突击队昨天来到工地上");
  check_near (text, quote, "The work goes fast.", "");
  check_near (text, quote, "", "");
  check_near (text, "下", "下游六个乡组织了运输队。", "下");
  static const char english[]
    = "Old Zhao, the mason, teaches twelve apprentices how to drill. The work "
      "goes fast. By the end of September all earthwork can be done.";
  check_near (english, "teaches twelve apprentices how to drill",
              "The work goes fast. Zhao the stonemason taught his twelve "
              "apprentices to drill, and more came.",
              "taught his twelve apprentices to drill");
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "reads-links", reads_links },
    { "makes-links", makes_links },
    { "renames-tags", renames_tags },
    { "finds-candidates", finds_candidates },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
