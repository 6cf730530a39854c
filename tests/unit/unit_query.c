/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of index/token.h, index/query.h and index/match.h.  */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "check.h"
#include "index/match.h"
#include "index/variants.h"
#include "text/inflection.h"

/* --- tokens ------------------------------------------------------------- */

/* The tokens of TEXT, each with its kind and place: "han:钢0-3".  */
static char *
tokens_of (const char *text)
{
  static const char *const kinds[] = { "h", "w", "m" };
  struct buf out = BUF_INIT;
  struct tokens tokens;
  struct token token;
  tokens_begin (&tokens, text, strlen (text));
  while (tokens_next (&tokens, &token))
    buf_add_format (&out, "%s%s:%.*s@%zu-%zu", out.len ? " " : "",
                    kinds[token.kind], (int) token.len, token.text,
                    token.range.start, token.range.end);
  return buf_take (&out);
}

static void
tokens (void)
{
  static const char *const table[][2] = {
    { "", "" },
    { " \n\u3000\u200B", "" },
    { "钢\n　　铁", "h:钢@0-3 h:铁@10-13" },
    { "Iron, steel", "w:iron@0-4 m:,@4-5 w:steel@6-11" },
    { "Café e\u0301t\u00ADe", "w:cafe@0-5 w:ete@6-13" },
    { "ＡＢ１２。", "w:ab12@0-12 m:。@12-15" },
    { "1958年", "w:1958@0-4 h:年@4-7" },
    { "𠀀々〇", "h:𠀀@0-4 h:々@4-7 h:〇@7-10" },
    { "don’t", "w:don@0-3 m:'@3-6 w:t@6-7" },
    { "①。㎡…", "w:1@0-3 m:。@3-6 w:m2@6-9 m:...@9-12" },
    { "\uFA0Cア", "h:兀@0-3 h:ア@3-6" },
    { "Привет ЁЖ", "w:привет@0-12 w:еж@13-17" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      char *is = tokens_of (table[i][0]);
      CHECK_STRING (is, table[i][1]);
      free (is);
    }
}

/* A word without end is one token, and what is cut is cut the same everywhere.  */
static void
long_tokens (void)
{
  struct buf text = BUF_INIT;
  struct tokens tokens;
  struct token token;
  for (int i = 0; i < 100000; i++)
    buf_add_string (&text, "é");
  tokens_begin (&tokens, text.data, text.len);
  CHECK (tokens_next (&tokens, &token));
  CHECK_NUMBER (token.len, TOKEN_MOST);
  CHECK_NUMBER (token.range.end, text.len);
  CHECK (!tokens_next (&tokens, &token));
  buf_free (&text);
}

static void
variants (void)
{
  unsigned out[VARIANTS_MOST];
  CHECK_NUMBER (variants_of (0x94A2, out), 1); /* 钢 */
  CHECK_NUMBER (out[0], 0x92FC);
  CHECK_NUMBER (variants_of (0x92FC, out), 1);
  CHECK_NUMBER (variants_of (0x53D1, out), 2); /* 发: 發, 髮 */
  CHECK_NUMBER (variants_of (0x9AEE, out), 1); /* 髮 is not 發 */
  CHECK_NUMBER (variants_of (0x904A, out), 1); /* 遊 */
  CHECK_NUMBER (out[0], 0x6E38);               /* 游 */
  CHECK_NUMBER (variants_of (0x70BC, out), 2); /* 炼: 煉, 鍊 */
  CHECK_NUMBER (variants_of (0x4EBA, out), 0); /* 人 */
  CHECK_NUMBER (variants_of ('a', out), 0);
}

/* Every form of a word has it for a form too.  */
static void
forms_both_ways (void)
{
  static const char *const words[]
    = { "steel", "furnaces", "study", "went", "used", "indigenous", "stopped",
        "women", "a", "classes", "boxes", "produce", "meetings", "dying",
        "planned", "travelling", "freed", "knives", "controls", "dug" };
  char some[INFLECTION_FORMS][INFLECTION_SIZE];
  char other[INFLECTION_FORMS][INFLECTION_SIZE];
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    {
      size_t count = inflection_forms (words[i], strlen (words[i]), some);
      CHECK (count > 0 && count < INFLECTION_FORMS);
      CHECK_STRING (some[0], words[i]);
      for (size_t k = 1; k < count; k++)
        {
          size_t all = inflection_forms (some[k], strlen (some[k]), other);
          size_t at = 0;
          while (at < all && strcmp (other[at], words[i]) != 0)
            at++;
          CHECK (at < all);
        }
    }
  CHECK_NUMBER (inflection_forms ("", 0, some), 0);
}

/* What is a form of a word, and what only looks like it.  */
static void
forms_of_words (void)
{
  static const struct
  {
    const char *word, *other;
    bool form;
  } table[] = {
    { "plan", "planned", true },     { "plan", "plans", true },
    { "plan", "plane", false },      { "plane", "planes", true },
    { "plane", "planed", true },     { "plan", "planed", false },
    { "not", "note", false },        { "not", "noted", false },
    { "note", "noting", true },      { "new", "news", false },
    { "even", "evening", false },    { "evening", "evenings", true },
    { "can", "cane", false },        { "her", "here", false },
    { "us", "used", false },         { "use", "used", true },
    { "use", "uses", true },         { "us", "uses", false },
    { "fir", "fired", false },       { "fire", "firing", true },
    { "jin", "jining", false },      { "visit", "visited", true },
    { "travel", "travelled", true }, { "travel", "traveled", true },
    { "fill", "filled", true },      { "fil", "filled", false },
    { "add", "added", true },        { "ad", "added", false },
    { "cast", "castings", true },    { "company", "companies", true },
    { "house", "houses", true },     { "bus", "buses", true },
    { "agree", "agreed", true },     { "need", "needed", true },
    { "see", "seed", false },        { "dig", "dug", true },
    { "come", "came", true },        { "coming", "came", true },
    { "leave", "left", true },       { "good", "better", false },
    { "wife", "wives", true },       { "quick", "quickly", false },
    { "study", "studied", true },    { "die", "dying", true },
    { "mix", "mixed", true },        { "play", "playing", true },
  };
  char forms[INFLECTION_FORMS][INFLECTION_SIZE];
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      size_t count
        = inflection_forms (table[i].word, strlen (table[i].word), forms);
      size_t at = 0;
      while (at < count && strcmp (forms[at], table[i].other) != 0)
        at++;
      if ((at < count) != table[i].form)
        CHECK_STRING (table[i].other, table[i].word);
    }
}

/* --- queries ------------------------------------------------------------ */

static void
add_node (const struct query *query, size_t index, struct buf *out)
{
  static const char *const names[] = { "", "and", "or", "not", "near" };
  const struct query_node *node = &query->nodes.items[index];
  if (node->kind == QUERY_TERM)
    {
      const struct term *term = &query->terms.items[node->term];
      buf_add_string (out, term->side < 0 ? "" : term->side ? "t:" : "o:");
      buf_add_string (out, term->exact ? "=" : "");
      if (term->before.len > 0)
        buf_add_format (out, "[%.*s]", (int) term->before.len,
                        term->before.text);
      for (size_t i = 0; i < term->elements.len; i++)
        buf_add_format (out, "%s%s", i ? "+" : "",
                        term->elements.items[i].forms.items[0].text);
      if (term->behind.len > 0)
        buf_add_format (out, "[%.*s]", (int) term->behind.len,
                        term->behind.text);
      buf_add_string (out, term->prefix ? "*" : "");
      return;
    }
  if (node->kind > QUERY_NEAR)
    {
      buf_add_format (out, "%s=%s",
                      node->kind == QUERY_PAGE ? "page" : "collection",
                      node->words);
      return;
    }
  buf_add_format (out, "(%s", names[node->kind]);
  if (node->kind == QUERY_NEAR)
    buf_add_format (out, "%d", node->distance);
  for (size_t i = 0; i < node->parts.len; i++)
    {
      buf_add_byte (out, ' ');
      add_node (query, node->parts.items[i], out);
    }
  buf_add_byte (out, ')');
}

static void
reads (void)
{
  static const char *const table[][2] = {
    { "钢铁", "钢+铁" },
    { "钢铁 indigenous", "(and 钢+铁 indigenous)" },
    { "a AND b c", "(and a b c)" },
    { "a b OR c", "(or (and a b) c)" },
    { "a (b OR c)", "(and a (or b c))" },
    { "（甲 OR 乙）", "(or 甲 乙)" },
    { "\"two words\"", "two+words" },
    { "“two words” 「炼 铁」", "(and two+words 炼+铁)" },
    { "a -b", "(and a (not b))" },
    { "a NOT b", "(and a (not b))" },
    { "-b a -\"c d\"", "(and (not b) a (not c+d))" },
    { "a -(b OR c)", "(and a (not (or b c)))" },
    { "steel*", "steel*" },
    { "\"blast furn\"*", "blast+furn*" },
    { "a NEAR b", "(near10 a b)" },
    { "a NEAR/3 b NEAR c", "(and (near3 a b) (near10 b c))" },
    { "o:钢 t:\"a b\"", "(and o:钢 t:a+b)" },
    { "original:钢 translation:x", "(and o:钢 t:x)" },
    { "o:(a OR b) c", "(and (or o:a o:b) c)" },
    { "=Steel", "=steel" },
    { "blast-furnace", "blast+-+furnace" },
    { "don't", "don+'+t" },
    { "。钢铁，", "钢+铁" },
    { "\"。钢铁，\" \"，\"", "[。]钢+铁[,]" },
    { "a -\"b.\" \"c.\"*", "(and a (not b) c*)" },
    { "a ， b", "(and a b)" },
    { "a page:2", "(and a page=2)" },
    { "a -collection:\"x y\"", "(and a (not collection=x y))" },
    { "Ｏ：x", "o+:+x" },
    { "the of", "(and the of)" },
    { "a OR b OR c", "(or a b c)" },
    { "NEAR", "near" },
    { "a*b", "(and a* b)" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct buf is = BUF_INIT;
      struct err err = ERR_INIT;
      struct query *query
        = query_parse (table[i][0], strlen (table[i][0]), false, &err);
      CHECK_STRING (err.detail, "");
      if (query)
        add_node (query, query->root, &is);
      CHECK_STRING (buf_string (&is), table[i][1]);
      buf_free (&is);
      query_free (query);
    }
}

static void
conditions (void)
{
  static const char text[] = "a date:1958-09..1959 tag:#x -has:note";
  struct err err;
  struct query *query = query_parse (text, strlen (text), false, &err);
  CHECK (query);
  CHECK_STRING (query->from, "1958-09");
  CHECK_STRING (query->until, "1959");
  CHECK_NUMBER (query->notes.len, 2);
  CHECK_STRING (query->notes.items[0].tag, "x");
  CHECK (!query->notes.items[0].negated && query->notes.items[1].negated);
  CHECK (!query->notes.items[1].tag);
  query_free (query);
}

/* What is wrong is told with its place.  */
static void
wrong (void)
{
  static const struct
  {
    const char *text;
    const char *where;
    long long offset;
  } table[] = {
    { "", "", 0 },
    { "  ", "  ", 0 },
    { "。，！", "。，！", 0 },
    { "钢 \"铁", "\"铁", 4 },
    { "a (b", "(b", 2 },
    { "a) b", ") b", 1 },
    { "-a", "-a", 0 },
    { "a OR", "", 4 },
    { "OR a", " a", 2 },
    { "a OR -b", "-b", 5 },
    { "a NEAR", "a NEAR", 0 },
    { "a NEAR (b c)", "a NEAR (b c)", 0 },
    { "a NEAR/x b", "NEAR/", 2 },
    { "a NEAR/9999 b", "NEAR/9999", 2 },
    { "date:58 a", "date:58", 0 },
    { "a (date:1958)", "date:1958", 3 },
    { "a page:", "page:", 2 },
    { "a has:tea", "has:tea", 2 },
    { "o: a", "o:", 0 },
    { "tag:x", "tag:x", 0 },
    { "-(a -b) c", "-", 4 },
    { "((((((((((((((((((((((a", "(((((((((((((((((((((", -1 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      struct err err = ERR_INIT;
      struct query *query
        = query_parse (table[i].text, strlen (table[i].text), false, &err);
      CHECK (!query);
      CHECK_NUMBER (err.code, ERR_USAGE);
      CHECK (err.detail[0]);
      if (table[i].offset >= 0)
        {
          CHECK_STRING (err.where, table[i].where);
          CHECK_NUMBER (err.offset, table[i].offset);
        }
      query_free (query);
    }
}

static void
limits (void)
{
  struct err err;
  struct buf many = BUF_INIT;
  CHECK (!query_parse ("\xFF", 1, false, &err));
  CHECK_NUMBER (err.code, ERR_ENCODING);
  CHECK (!query_parse ("a\0b", 3, false, &err));
  CHECK_NUMBER (err.code, ERR_ENCODING);
  for (int i = 0; i < QUERY_TERMS + 1; i++)
    buf_add_string (&many, "a ");
  CHECK (!query_parse (many.data, many.len, false, &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  for (int i = 0; i < 50000; i++)
    buf_add_string (&many, "钢");
  CHECK (!query_parse (many.data, many.len, false, &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  CHECK (!query_literal ("-", 1, false, &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  CHECK (!query_typed ("", 0));
  buf_free (&many);
}

/* --- matches ------------------------------------------------------------ */

static void
check_match (const char *words, bool exact, const char *text,
             const char *want)
{
  struct buf is = BUF_INIT;
  struct matches found = { NULL, 0, 0 };
  struct err err;
  struct query *query = query_parse (words, strlen (words), exact, &err);
  CHECK (query);
  query_match (query, 0, text, strlen (text), &found);
  for (size_t i = 0; i < found.len; i++)
    buf_add_format (&is, "%s%zu-%zu%s", i ? " " : "",
                    found.items[i].range.start, found.items[i].range.end,
                    found.items[i].folded ? "~" : "");
  CHECK_STRING (buf_string (&is), want);
  VEC_FREE (&found);
  query_free (query);
  buf_free (&is);
}

static void
matches (void)
{
  check_match ("钢铁", false, "钢铁、鋼鐵。钢\n铁", "0-6 9-15~ 18-25");
  check_match ("钢铁", true, "钢铁、鋼鐵。钢\n铁", "0-6 18-25");
  check_match ("人人", false, "人人人人人", "0-6 6-12");
  check_match ("后", false, "皇后以後", "3-6 9-12~");
  check_match ("後", true, "皇后以後", "9-12");
  check_match ("study", false, "Studied, studying STUDY studio",
               "0-7~ 9-17~ 18-23");
  check_match ("\"iron and steel\"", false, "Iron  and\nsteel; iron and. Steel",
               "0-15");
  check_match ("iron-rich", false, "iron-rich iron rich", "0-9");
  check_match ("st*", false, "steel is best", "0-5");
  check_match ("a -b", false, "a b", "0-1");
  check_match ("t:a", false, "a", "");
  check_match ("a NEAR/1 b", false, "a x b x x x a b b", "0-1 4-5 12-13 14-15"
               " 16-17");
  check_match ("𠀀", false, "a𠀀b", "1-5");
  check_match ("a OR a", false, "a", "0-1 0-1");
  check_match ("\"。钢\"", false, "钢。钢”。 钢。”钢", "3-9 12-19");
  check_match ("\"钢，\"", false, "钢。钢，钢 ,。钢", "6-12 12-17");
  check_match ("\"、人、\"", false, "、人、人、", "0-9");
  check_match ("\"85％\"", false, "85 %, 185％ 85", "0-4");
  check_match ("\"……人\"", false, "人…人……人", "9-18");
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "tokens", tokens },         { "long-tokens", long_tokens },
    { "variants", variants },     { "forms-both-ways", forms_both_ways },
    { "forms-of-words", forms_of_words },
    { "reads", reads },           { "conditions", conditions },
    { "wrong", wrong },           { "limits", limits },
    { "matches", matches },       { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
