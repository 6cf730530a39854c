/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search against a plain scan of the same texts, which knows nothing of
   tokens: strings of one to six Chinese characters and English words and
   phrases, taken from all over the texts, must be found wherever the scan finds
   them and nowhere else.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "check.h"
#include "ingest/ingest.h"
#include "store_help.h"
#include "store/search.h"
#include "text/ascii.h"

/* A text without its white space, and where each byte stood.  */
struct bare
{
  struct buf text;
  size_t *from;
};

struct desk
{
  char *folder;
  struct library *library;
  struct VEC (struct document *) documents; /* by date, as results come */
  struct VEC (struct bare) bare;            /* two for each */
  size_t queries;
  size_t places;
};

static struct bare
bare_of (const char *text, size_t len)
{
  struct bare bare = { BUF_INIT, mem_new (len + 1, sizeof (size_t)) };
  for (size_t at = 0; at < len;)
    {
      size_t start = at;
      unsigned cp = utf8_next (text, len, &at);
      if (space_is (cp))
        continue;
      for (size_t i = start; i < at; i++)
        bare.from[bare.text.len + i - start] = i;
      buf_add (&bare.text, text + start, at - start);
    }
  bare.from[bare.text.len] = len;
  return bare;
}

static void
read_documents (struct desk *desk)
{
  struct listing listing = { NULL, 0, 0 };
  struct library_query all = { .limit = 0 };
  struct err err;
  CHECK (library_list (desk->library, &all, &listing, &err));
  for (size_t i = 0; i < listing.len; i++)
    {
      struct document *d
        = library_document (desk->library, listing.items[i].id, &err);
      VEC_PUSH (&desk->documents, d);
      for (enum side s = 0; s < SIDES; s++)
        VEC_PUSH (&desk->bare, bare_of (d->side[s].text, d->side[s].len));
    }
  listing_free (&listing);
}

static struct desk
desk_new (char *const *paths, size_t count)
{
  struct desk desk = { .folder = folder_new () };
  struct ingest_watch watch = { .data = NULL };
  struct ingest_report report;
  struct err err;
  desk.library = library_in (desk.folder);
  CHECK (ingest_paths (desk.library, NULL, NULL, paths, count, 2, NULL, &watch,
                       &report, &err));
  read_documents (&desk);
  CHECK (desk.documents.len > 0);
  return desk;
}

static void
desk_free (struct desk *desk)
{
  for (size_t i = 0; i < desk->documents.len; i++)
    document_free (desk->documents.items[i]);
  for (size_t i = 0; i < desk->bare.len; i++)
    {
      buf_free (&desk->bare.items[i].text);
      free (desk->bare.items[i].from);
    }
  VEC_FREE (&desk->documents);
  VEC_FREE (&desk->bare);
  library_close (desk->library);
  folder_drop (desk->folder);
}

/* --- the scan ----------------------------------------------------------- */

static void
add_place (struct buf *out, const struct document *d, enum side side,
           size_t at)
{
  buf_add_format (out, "%lld%c%zu ", d->id, side == ORIGINAL ? 'o' : 't', at);
}

/* Where the LEN bytes at WORD, without white space, stand in all texts.  */
static void
scan_chinese (const struct desk *desk, const char *word, size_t len,
              struct buf *out)
{
  for (size_t i = 0; i < desk->bare.len; i++)
    {
      const struct bare *bare = &desk->bare.items[i];
      const char *at = bare->text.data, *stop = at + bare->text.len;
      while (at && (at = memmem (at, (size_t) (stop - at), word, len)))
        {
          add_place (out, desk->documents.items[i / SIDES], i % SIDES,
                     bare->from[at - bare->text.data]);
          at += len;
        }
    }
}

/* Letters of ASCII and Latin, the only ones in these texts.  */
static bool
is_letter (unsigned cp)
{
  return ascii_is_alpha (cp) || ascii_is_digit (cp)
         || (cp >= 0xC0 && cp <= 0x24F);
}

static bool
is_word_at (const char *text, size_t at)
{
  size_t next = 0, len = strnlen (text + at, 4);
  return len > 0 && is_letter (utf8_next (text + at, len, &next));
}

static bool
is_word_before (const char *text, size_t at)
{
  return at > 0 && is_letter (utf8_prev (text, &at));
}

/* Whether WORDS, set apart by one space each, stand at byte AT of TEXT, WHOLE or
   the last one at least at the beginning of a word; *END is where they end.  */
static bool
words_stand (const char *text, size_t at, const char *words, bool whole,
             size_t *end)
{
  for (; *words; words++)
    if (*words == ' ')
      {
        size_t next = at;
        while (text[next] == ' ' || text[next] == '\n' || text[next] == '\t')
          next++;
        if (next == at)
          return false;
        at = next;
      }
    else if (ascii_to_lower (text[at++]) != *words)
      return false;
  *end = at;
  return !whole || !is_word_at (text, at);
}

/* Where WORDS stand in all texts; where WHOLE is not set the last one need only
   begin so.  */
static void
scan_english (const struct desk *desk, const char *words, bool whole,
              struct buf *out)
{
  for (size_t i = 0; i < desk->documents.len; i++)
    for (enum side s = 0; s < SIDES; s++)
      {
        const struct document *d = desk->documents.items[i];
        const char *text = d->side[s].text;
        for (size_t at = 0, end; at < d->side[s].len; at++)
          if (((unsigned char) text[at] & 0xC0) != 0x80
              && !is_word_before (text, at)
              && words_stand (text, at, words, whole, &end))
            {
              add_place (out, d, s, at);
              at = end - 1;
            }
      }
}

/* --- the search --------------------------------------------------------- */

static void
add_found (const struct search_found *found, struct buf *sides)
{
  for (size_t i = 0; i < found->lines.len; i++)
    for (size_t k = 0; k < found->lines.items[i].places.len; k++)
      {
        const struct search_place *place
          = &found->lines.items[i].places.items[k];
        if (!found->lines.items[i].title)
          buf_add_format (&sides[place->side], "%lld%c%zu ", found->id,
                          place->side == ORIGINAL ? 'o' : 't',
                          place->range.start);
      }
}

/* Appends all places of WORDS, document by document, original first.  A quotation
   is a query, all else is meant as it is.  */
static void
search (const struct desk *desk, const char *words, bool exact,
        struct search_count *count, struct buf *out)
{
  struct search_plan plan = { .literal = words[0] != '"', .exact = exact };
  struct search_found found;
  struct search_count index = { 0, 0 };
  struct err err;
  enum search_state state;
  struct search *search = search_open (desk->library, NULL, words,
                                       strlen (words), &plan, &err);
  CHECK (search);
  *count = (struct search_count) { 0, 0 };
  while ((state = search_next (search, &found, &err)) != SEARCH_END
         && state != SEARCH_FAILED)
    if (state == SEARCH_FOUND)
      {
        struct buf sides[SIDES] = { BUF_INIT, BUF_INIT };
        add_found (&found, sides);
        count->documents++;
        count->occurrences += (long long) found.occurrences;
        for (enum side s = 0; s < SIDES; s++)
          {
            buf_add (out, sides[s].data, sides[s].len);
            buf_free (&sides[s]);
          }
        search_found_clear (&found);
      }
  while (search_count (search, true, &index, &err) == SEARCH_BUSY)
    ;
  CHECK_NUMBER (index.documents, count->documents);
  CHECK_NUMBER (index.occurrences, count->occurrences);
  search_close (search);
}

static void
compare (struct desk *desk, const char *words, struct buf *want)
{
  struct buf is = BUF_INIT;
  struct search_count exact, folded;
  search (desk, words, true, &exact, &is);
  if (strcmp (buf_string (&is), buf_string (want)) != 0)
    CHECK_STRING (words, "found as the scan finds it");
  CHECK_STRING (buf_string (&is), buf_string (want));
  buf_clear (&is);
  search (desk, words, false, &folded, &is);
  CHECK (folded.documents >= exact.documents
         && folded.occurrences >= exact.occurrences);
  desk->queries++;
  desk->places += (size_t) exact.occurrences;
  buf_free (&is);
  buf_free (want);
}

/* --- queries ------------------------------------------------------------ */

static bool
is_han (unsigned cp)
{
  return (cp >= 0x3400 && cp <= 0x9FFF) || cp >= 0x20000;
}

/* The COUNT characters of Chinese that follow each other from byte AT of BARE
   on, into WORD; false where there are fewer.  */
static bool
take_chinese (const struct bare *bare, size_t at, size_t count, char *word)
{
  size_t start = at;
  for (size_t i = 0; i < count; i++)
    if (at >= bare->text.len
        || !is_han (utf8_next (bare->text.data, bare->text.len, &at)))
      return false;
  memcpy (word, bare->text.data + start, at - start);
  word[at - start] = '\0';
  return true;
}

/* Asks for a string of COUNT characters at each STEP bytes of text I.  */
static void
ask_chinese (struct desk *desk, size_t i, size_t count, size_t step)
{
  const struct bare *bare = &desk->bare.items[i];
  char word[64];
  for (size_t at = count * 7; at < bare->text.len; at += step)
    {
      struct buf want = BUF_INIT;
      while (((unsigned char) bare->text.data[at] & 0xC0) == 0x80)
        at--;
      if (!take_chinese (bare, at, count, word))
        continue;
      scan_chinese (desk, word, strlen (word), &want);
      compare (desk, word, &want);
    }
}

/* Asks for WORD, which begins or ends with a mark, in quotes.  */
static void
ask_quoted (struct desk *desk, const char *word)
{
  struct buf want = BUF_INIT, query = BUF_INIT;
  buf_add_format (&query, "\"%s\"", word);
  scan_chinese (desk, word, strlen (word), &want);
  compare (desk, buf_string (&query), &want);
  buf_free (&query);
}

/* Asks for a mark of text I at each STEP bytes with the COUNT characters before
   and behind it.  Those that fold to others are left out.  */
static void
ask_marks (struct desk *desk, size_t i, size_t count, size_t step)
{
  const struct bare *bare = &desk->bare.items[i];
  size_t wide = 3, len = count * wide;
  char word[64], mark[4] = { 0 };
  for (size_t at = len; at + wide + len <= bare->text.len; at += step)
    {
      while (at >= len && ((unsigned char) bare->text.data[at] & 0xC0) == 0x80)
        at--;
      while (at + wide + len <= bare->text.len
             && memcmp (bare->text.data + at, "\u3002", wide) != 0
             && memcmp (bare->text.data + at, "\u3001", wide) != 0)
        at++;
      if (at < len || at + wide + len > bare->text.len)
        break;
      memcpy (mark, bare->text.data + at, wide);
      if (take_chinese (bare, at - len, count, word) && strlen (word) == len)
        ask_quoted (desk, strcat (word, mark));
      memcpy (word, mark, wide);
      if (take_chinese (bare, at + wide, count, word + wide))
        ask_quoted (desk, word);
    }
}

/* The strings at the end of text I and over the ends of its lines.  */
static void
ask_edges (struct desk *desk, size_t i)
{
  const struct document *d = desk->documents.items[i / SIDES];
  const struct bare *bare = &desk->bare.items[i];
  const char *text = d->side[i % SIDES].text;
  char word[64];
  for (size_t at = 3; at < bare->text.len; at++)
    {
      bool over = memchr (text + bare->from[at - 1], '\n',
                          bare->from[at] - bare->from[at - 1]);
      size_t back = over ? at - 3 : at;
      struct buf want = BUF_INIT;
      if ((over || at + 6 == bare->text.len)
          && ((unsigned char) bare->text.data[back] & 0xC0) != 0x80
          && take_chinese (bare, back, 2, word))
        {
          scan_chinese (desk, word, strlen (word), &want);
          compare (desk, word, &want);
        }
    }
}

/* Asks for COUNT words at each STEP bytes of side S of document D.  */
static void
ask_english (struct desk *desk, const struct document *d, enum side s,
             size_t count, size_t step)
{
  const char *text = d->side[s].text;
  for (size_t from = count * 11; from < d->side[s].len; from += step)
    {
      struct buf words = BUF_INIT, want = BUF_INIT;
      size_t at = from, taken = 0;
      while (((unsigned char) text[at] & 0xC0) == 0x80 || is_word_at (text, at))
        at++;
      for (; taken < count; taken++)
        {
          if (taken > 0 && text[at] != ' ' && text[at] != '\n')
            break;
          while (text[at] == ' ' || text[at] == '\n')
            at++;
          size_t start = at;
          while (ascii_is_alpha ((unsigned char) text[at]))
            at++;
          if (at == start || is_word_at (text, at))
            break;
          if (taken > 0)
            buf_add_byte (&words, ' ');
          for (size_t k = start; k < at; k++)
            buf_add_byte (&words, ascii_to_lower (text[k]));
        }
      if (taken == count)
        {
          scan_english (desk, words.data, true, &want);
          compare (desk, words.data, &want);
        }
      buf_free (&words);
    }
}

/* Asks for the first COUNT letters of a word at each STEP bytes of side S of
   document D.  */
static void
ask_beginnings (struct desk *desk, const struct document *d, enum side s,
                size_t count, size_t step)
{
  const char *text = d->side[s].text;
  for (size_t from = count * 13; from < d->side[s].len; from += step)
    {
      char letters[16] = { 0 }, query[16];
      size_t at = from, n = 0;
      while (((unsigned char) text[at] & 0xC0) == 0x80 || is_word_at (text, at))
        at++;
      while (text[at] == ' ' || text[at] == '\n')
        at++;
      for (; n < count && ascii_is_alpha ((unsigned char) text[at + n]); n++)
        letters[n] = (char) ascii_to_lower (text[at + n]);
      if (n < count)
        continue;
      struct buf want = BUF_INIT;
      snprintf (query, sizeof query, "\"%s\"*", letters);
      scan_english (desk, letters, false, &want);
      compare (desk, query, &want);
    }
}

/* Where FIGURES and behind them the character of LEN bytes at HAN stand in all
   texts.  */
static void
scan_counted (const struct desk *desk, const char *figures, const char *han,
              size_t len, struct buf *out)
{
  for (size_t i = 0; i < desk->documents.len; i++)
    for (enum side s = 0; s < SIDES; s++)
      {
        const struct side_text *side = &desk->documents.items[i]->side[s];
        const char *at = side->text;
        size_t end;
        while (at && (at = strstr (at, figures)))
          {
            size_t start = (size_t) (at - side->text);
            bool stands = !is_word_before (side->text, start)
                          && words_stand (side->text, start, figures, true,
                                          &end);
            if (stands)
              end = space_skip (side->text, end, side->len);
            if (stands && strncmp (side->text + end, han, len) == 0)
              add_place (out, desk->documents.items[i], s, start);
            at++;
          }
      }
}

/* Asks for the figures in text I with the character behind them.  */
static void
ask_counted (struct desk *desk, size_t i)
{
  const struct side_text *side
    = &desk->documents.items[i / SIDES]->side[i % SIDES];
  for (size_t at = 0; at < side->len;)
    {
      char figures[16] = { 0 }, query[32];
      size_t n = 0, start = at;
      while (n + 1 < sizeof figures && ascii_is_digit ((unsigned char) side->text[at]))
        figures[n++] = side->text[at++];
      size_t han = at;
      unsigned cp = utf8_next (side->text, side->len, &at);
      if (n == 0 || !is_han (cp) || is_word_before (side->text, start))
        continue;
      struct buf want = BUF_INIT;
      snprintf (query, sizeof query, "%s%.*s", figures, (int) (at - han),
                side->text + han);
      scan_counted (desk, figures, side->text + han, at - han, &want);
      compare (desk, query, &want);
    }
}

static void
ask_all (struct desk *desk, size_t step)
{
  for (size_t i = 0; i < desk->bare.len; i++)
    {
      const struct document *d = desk->documents.items[i / SIDES];
      for (size_t count = 1; count <= 6; count++)
        ask_chinese (desk, i, count, step);
      ask_edges (desk, i);
      for (size_t count = 1; count <= 3; count++)
        ask_marks (desk, i, count, step);
      for (size_t count = 1; count <= 3; count++)
        ask_english (desk, d, (enum side) (i % SIDES), count, step);
      for (size_t count = 1; count <= 5; count++)
        ask_beginnings (desk, d, (enum side) (i % SIDES), count, 2 * step);
      ask_counted (desk, i);
    }
}

static void
samples (void)
{
  char *texts = mem_format ("%s/texts", getenv ("srcdir") ? getenv ("srcdir")
                                                          : ".");
  struct desk desk = desk_new (&texts, 1);
  ask_all (&desk, 400);
  CHECK (desk.queries >= 200);
  CHECK (desk.places >= 1000);
  desk_free (&desk);
  free (texts);
}

static void
shared (void)
{
  const char *seeds = check_shared ("seeds");
  if (!seeds)
    {
      check_skip ("there is no ../shared");
      return;
    }
  char *paths[2] = { mem_string (seeds), NULL };
  const char *archive = check_shared ("data/archive");
  paths[1] = mem_string (archive ? archive : seeds);
  struct desk desk = desk_new (paths, 2);
  ask_all (&desk, 2000);
  CHECK (desk.queries >= 200);
  desk_free (&desk);
  free (paths[0]);
  free (paths[1]);
}

/* What the samples may lack: characters beyond the BMP, strings over the ends of
   lines and paragraphs, at both ends of a text, side by side with signs.  */
static void
hard_places (void)
{
  static const char *const words[]
    = { "𠀀", "𠀀𠀁", "𠀁铁", "铁钢", "钢铁", "人", "人人", "人人人", "末",
        "元帅", "煤炭", "句末", "火𠀀" };
  struct desk desk = { .folder = folder_new () };
  char *file = path_in (desk.folder, "a.txt");
  static const char text[]
    = "人人人人，“钢铁”元\n帅。𠀀𠀁铁钢\n\n\n钢　铁：煤\n　　炭！火𠀀。句末";
  struct ingest_watch watch = { .data = NULL };
  struct ingest_report report;
  struct err err;
  file_put (file, text, strlen (text));
  desk.library = library_in (desk.folder);
  CHECK (ingest_paths (desk.library, NULL, NULL, &file, 1, 1, NULL, &watch,
                       &report, &err));
  read_documents (&desk);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    {
      struct buf want = BUF_INIT;
      scan_chinese (&desk, words[i], strlen (words[i]), &want);
      CHECK (want.len > 0);
      compare (&desk, words[i], &want);
    }
  desk_free (&desk);
  free (file);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "hard-places", hard_places },
    { "samples", samples },
    { "shared", shared },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
