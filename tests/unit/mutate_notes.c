/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits texts at random and looks where the notes on them are found.
     tests/unit/mutate_notes [--edits=N]
   A note whose quotation still stands must be found there, at the place where
   its letters went; one whose quotation is gone must be nowhere for certain.
   Runs over texts/, and the shared seeds and articles where they are there; N
   edits of each text (the acceptance is 2000).  */
#include <config.h>

#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/space.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "book/anchor.h"
#include "book/document.h"
#include "book/plain.h"
#include "check.h"

enum { ANCHORS = 20, MOST_FILES = 64, FILE_MOST = 60000 };

static int edits = 20;

/* A text as code points, each with the number it had in the first text; what was
   added since has NEW.  */
enum { NEW = -1 };

struct letter
{
  unsigned cp;
  int from;
};

struct letters VEC (struct letter);

static uint64_t seed;

/* Marsaglia's xorshift, 64 bits.  */
static size_t
pick (size_t below)
{
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return below ? (size_t) (seed >> 11) % below : 0;
}

static struct letters
letters_of (const char *text, size_t len)
{
  struct letters letters = { NULL, 0, 0 };
  for (size_t at = 0; at < len;)
    {
      struct letter letter = { utf8_next (text, len, &at), (int) letters.len };
      VEC_PUSH (&letters, letter);
    }
  return letters;
}

static char *
text_of (const struct letters *letters)
{
  struct buf out = BUF_INIT;
  for (size_t i = 0; i < letters->len; i++)
    buf_add_cp (&out, letters->items[i].cp);
  return buf_take (&out);
}

static void
add_part (struct letters *to, const struct letters *from, size_t start,
          size_t end)
{
  for (size_t i = start; i < end && i < from->len; i++)
    VEC_PUSH (to, from->items[i]);
}

/* Adds COUNT new code points: words from elsewhere in the text, so that they look
   like it, or noise.  */
static void
add_new (struct letters *to, const struct letters *text, size_t count)
{
  size_t at = pick (text->len);
  bool noise = pick (3) == 0;
  for (size_t i = 0; i < count; i++)
    {
      unsigned cp = noise ? (pick (2) ? 0x4E00 + (unsigned) pick (3000)
                                      : 'a' + (unsigned) pick (26))
                          : text->items[(at + i) % text->len].cp;
      VEC_PUSH (to, (struct letter) { cp, NEW });
    }
}

/* --- edits --------------------------------------------------------------- */

/* 1 to 200, small ones more often.  */
static size_t
pick_length (void)
{
  static const size_t most[] = { 1, 2, 5, 12, 40, 200 };
  return 1 + pick (most[pick (sizeof most / sizeof *most)]);
}

static struct letters
insert_or_replace (const struct letters *text, bool take, bool put)
{
  struct letters to = { NULL, 0, 0 };
  size_t at = pick (text->len), out = take ? pick_length () : 0;
  add_part (&to, text, 0, at);
  if (put)
    add_new (&to, text, pick_length ());
  add_part (&to, text, at + out, text->len);
  return to;
}

struct starts VEC (size_t);

/* The starts of the lines of TEXT, and its end.  */
static struct starts
starts_of (const struct letters *text)
{
  struct starts starts = { NULL, 0, 0 };
  VEC_PUSH (&starts, 0);
  for (size_t i = 0; i + 1 < text->len; i++)
    if (text->items[i].cp == '\n')
      VEC_PUSH (&starts, i + 1);
  VEC_PUSH (&starts, text->len);
  return starts;
}

/* Two lines, or a few, change places.  */
static struct letters
swap_lines (const struct letters *text)
{
  struct letters to = { NULL, 0, 0 };
  struct starts s = starts_of (text);
  size_t cut[4];
  for (int i = 0; i < 4; i++)
    cut[i] = pick (s.len);
  for (int i = 0; i < 4; i++)
    for (int k = 0; k + 1 < 4; k++)
      if (cut[k] > cut[k + 1])
        {
          size_t other = cut[k];
          cut[k] = cut[k + 1];
          cut[k + 1] = other;
        }
  add_part (&to, text, 0, s.items[cut[0]]);
  add_part (&to, text, s.items[cut[2]], s.items[cut[3]]);
  add_part (&to, text, s.items[cut[1]], s.items[cut[2]]);
  add_part (&to, text, s.items[cut[0]], s.items[cut[1]]);
  add_part (&to, text, s.items[cut[3]], text->len);
  VEC_FREE (&s);
  return to;
}

static bool
is_white (unsigned cp)
{
  return space_is (cp);
}

/* All lines are joined, but for empty ones and those that are indented, and broken
   anew.  */
static struct letters
rewrap (const struct letters *text)
{
  struct letters to = { NULL, 0, 0 };
  size_t width = 10 + pick (70), column = 0;
  for (size_t i = 0; i < text->len; i++)
    {
      struct letter here = text->items[i];
      unsigned last = i ? text->items[i - 1].cp : '\n';
      unsigned next = i + 1 < text->len ? text->items[i + 1].cp : '\n';
      bool needless = space_needless (last) && space_needless (next);
      if (here.cp == '\n' && !is_white (last) && !is_white (next))
        {
          if (needless)
            continue;
          here = (struct letter) { ' ', NEW };
        }
      if (here.cp == ' ' && column >= width && !is_white (last)
          && !is_white (next))
        here.cp = '\n';
      VEC_PUSH (&to, here);
      column = here.cp == '\n' ? 0 : column + 1;
      if (column >= width && space_needless (here.cp)
          && space_needless (next))
        {
          VEC_PUSH (&to, (struct letter) { '\n', NEW });
          column = 0;
        }
    }
  return to;
}

static struct letters
edit (const struct letters *text)
{
  switch (pick (8))
    {
    case 0:
    case 1:
      return insert_or_replace (text, false, true);
    case 2:
    case 3:
      return insert_or_replace (text, true, false);
    case 4:
    case 5:
      return insert_or_replace (text, true, true);
    case 6:
      return swap_lines (text);
    default:
      return rewrap (text);
    }
}

/* --- what is right -------------------------------------------------------- */

/* An edited text.  */
struct edited
{
  struct letters letters;
  char *text;
  size_t len;
  size_t head, tail; /* bytes that are the same at both ends */
  size_t old_len;
};

static struct edited
edited_of (const struct letters *letters, const char *old, size_t old_len)
{
  struct edited e = { .letters = edit (letters), .old_len = old_len };
  e.text = text_of (&e.letters);
  e.len = strlen (e.text);
  size_t least = e.len < old_len ? e.len : old_len;
  while (e.head < least && old[e.head] == e.text[e.head])
    e.head++;
  while (e.tail < least && old[old_len - 1 - e.tail] == e.text[e.len - 1 - e.tail])
    e.tail++;
  return e;
}

/* The letters of the quotation from number FROM on (COUNT of them), but white
   space, in LETTERS: where the first stands, and in *END behind the last.  The
   number of letters where they do not stand together.  */
static size_t
where_stands (const struct letters *old, size_t from, size_t count,
              const struct letters *letters, size_t *end)
{
  size_t i = 0, first = letters->len, want = from;
  while (want < from + count && is_white (old->items[want].cp))
    want++;
  while (i < letters->len && letters->items[i].from != (int) want)
    i++;
  for (first = i; i < letters->len; i++)
    {
      struct letter here = letters->items[i];
      if (is_white (here.cp))
        continue;
      if (here.from != (int) want)
        return letters->len;
      *end = i + 1;
      for (want++; want < from + count && is_white (old->items[want].cp);)
        want++;
      if (want >= from + count)
        return first;
    }
  return letters->len;
}

/* How often QUOTE stands in TEXT, white space left out on both.  */
static size_t
times (const char *quote, const char *text)
{
  char *both[2] = { mem_string (quote), mem_string (text) };
  for (int i = 0; i < 2; i++)
    {
      size_t kept = 0, len = strlen (both[i]);
      for (size_t at = 0; at < len;)
        {
          size_t start = at;
          if (is_white (utf8_next (both[i], len, &at)))
            continue;
          memmove (both[i] + kept, both[i] + start, at - start);
          kept += at - start;
        }
      both[i][kept] = '\0';
    }
  size_t count = 0;
  for (const char *at = both[1]; (at = strstr (at, both[0])); at++)
    count++;
  free (both[0]);
  free (both[1]);
  return count;
}

/* --- trying --------------------------------------------------------------- */

struct tally
{
  size_t stands, right, moved, undecided;
  size_t gone, detached, doubtful;
  size_t lost, wrong; /* what must not be */
};

/* A note: letters FROM to FROM + COUNT.  */
struct note_here
{
  struct anchor anchor;
  size_t from, count;
};

/* Whether the bytes PLACE say what the quotation said, as lines may be broken.  */
static bool
says_the_same (const struct note_here *n, const struct edited *e,
               struct range place)
{
  struct plain is = plain_make (e->text + place.start, range_len (place));
  struct plain was = plain_make (n->anchor.exact, strlen (n->anchor.exact));
  bool same = strcmp (buf_string (&is.text), buf_string (&was.text)) == 0;
  plain_free (&is);
  plain_free (&was);
  return same;
}

/* Whether FOUND is where the quotation went, seen from the start of the text or
   from its end: what was taken out between equal letters may have been either,
   and what was put in may be the same letters.  */
static bool
is_right_place (const struct note_here *n, const struct edited *e,
                struct range found, struct range place)
{
  struct range r = n->anchor.range;
  bool left = found.start == r.start && r.start <= e->head;
  bool right = e->len - found.end == e->old_len - r.end
               && e->old_len - r.end <= e->tail;
  return ((left || right) && says_the_same (n, e, found))
         || (range_len (place) > 0 && found.start == place.start
             && found.end == place.end);
}

/* Whether all that the note keeps of its text stands at FOUND: then that is where
   it is, by whatever way it came there.  */
static bool
is_all_there (const struct note_here *n, const struct edited *e,
              struct range found)
{
  const char *parts[] = { n->anchor.prefix, n->anchor.exact,
                          n->anchor.suffix };
  size_t at = found.start;
  for (int i = 0; i < 3; i++)
    {
      size_t len = strlen (parts[i]);
      if (i == 0)
        at = at >= len ? at - len : e->len;
      if (at + len > e->len || memcmp (e->text + at, parts[i], len) != 0)
        return false;
      at += len;
    }
  return true;
}

/* Whether what stands at FOUND stood once before and stands once now: then the
   letters do not matter, they may have been taken out and put in again.  */
static bool
is_the_only_one (const struct note_here *n, const struct edited *e,
                 const char *old_text, struct range found)
{
  return says_the_same (n, e, found) && times (n->anchor.exact, old_text) == 1
         && times (n->anchor.exact, e->text) == 1;
}

static void
show (const char *what, const char *name, const struct note_here *n,
      const struct edited *e, struct range found, enum anchor_state state)
{
  printf ("%s: %s: “%s” (%u times, behind “%s”) is %d “%.*s” at %zu of %zu "
          "times\n",
          name, what, n->anchor.exact, n->anchor.stood, n->anchor.prefix,
          (int) state, (int) range_len (found), e->text + found.start,
          found.start, times (n->anchor.exact, e->text));
}

static void
try_note (const char *name, const struct letters *old, const char *old_text,
          const struct note_here *n, const struct edited *e, struct tally *t)
{
  struct range found, place = { 0, 0 };
  size_t last = 0;
  size_t first
    = where_stands (old, n->from, n->count, &e->letters, &last);
  enum anchor_state state = anchor_find (&n->anchor, e->text, e->len, &found);
  if (first < e->letters.len)
    {
      place.start = utf8_offset (e->text, e->len, first);
      place.end = utf8_offset (e->text, e->len, last);
      if (!says_the_same (n, e, place))
        place = (struct range) { 0, 0 };
    }
  bool right = state != ANCHOR_DETACHED
               && (is_right_place (n, e, found, place)
                   || is_all_there (n, e, found)
                   || is_the_only_one (n, e, old_text, found));
  if (range_len (place) == 0 && !right)
    {
      t->gone++;
      t->detached += state == ANCHOR_DETACHED;
      t->doubtful += state == ANCHOR_MOVED;
      t->wrong += state == ANCHOR_PLACED;
      if (state == ANCHOR_PLACED)
        show ("gone but placed", name, n, e, found, state);
      return;
    }
  t->stands++;
  t->right += right;
  t->moved += right && state == ANCHOR_MOVED;
  bool twice = !right
               && (times (n->anchor.exact, e->text) > 1
                   || times (n->anchor.exact, old_text) > 1);
  t->undecided += twice && state != ANCHOR_PLACED;
  if (!right && state == ANCHOR_PLACED)
    {
      t->wrong++;
      show ("at a wrong place", name, n, e, found, state);
    }
  else if (!right && !twice)
    {
      t->lost++;
      show ("lost", name, n, e, found, state);
    }
}

/* ANCHORS notes on random words: 2 to 60 code points, whole clusters.  */
static void
make_notes (const struct letters *letters, const char *text, size_t len,
            struct note_here notes[ANCHORS])
{
  struct document *d = document_new ();
  document_set_text (d, ORIGINAL, text, len);
  for (int i = 0; i < ANCHORS;)
    {
      size_t size = 2 + pick (pick (3) ? 12 : 60);
      size_t from = pick (letters->len - size);
      struct range r = { utf8_offset (text, len, from),
                         utf8_offset (text, len, from + size) };
      r = space_trim (text, r);
      notes[i].anchor = anchor_make (d, ORIGINAL, r, ANCHOR_SPAN);
      r = notes[i].anchor.range;
      notes[i].from = utf8_count (text, r.start);
      notes[i].count = utf8_count (text + r.start, range_len (r));
      if (notes[i].count >= 2)
        i++;
      else
        anchor_clear (&notes[i].anchor);
    }
  document_free (d);
}

static void
mutate (const char *name, const char *text, size_t len, struct tally *t)
{
  struct note_here notes[ANCHORS];
  struct letters letters = letters_of (text, len);
  seed = 0x9E3779B97F4A7C15u;
  make_notes (&letters, text, len, notes);
  for (int i = 0; i < edits; i++)
    {
      struct edited e = edited_of (&letters, text, len);
      for (int k = 0; k < ANCHORS; k++)
        try_note (name, &letters, text, &notes[k], &e, t);
      free (e.text);
      VEC_FREE (&e.letters);
    }
  for (int k = 0; k < ANCHORS; k++)
    anchor_clear (&notes[k].anchor);
  VEC_FREE (&letters);
}

/* --- files ---------------------------------------------------------------- */

static struct VEC (char *) files;

static int
note_file (const char *path, const struct stat *status, int type)
{
  size_t len = strlen (path);
  if (type == FTW_F && status->st_size > 400 && status->st_size < FILE_MOST
      && files.len < MOST_FILES && len > 4
      && (strcmp (path + len - 3, ".md") == 0
          || strcmp (path + len - 4, ".txt") == 0))
    VEC_PUSH (&files, mem_string (path));
  return 0;
}

static int
by_name (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Edits all texts under the folder PATH.  */
static void
mutate_folder (const char *path)
{
  struct tally t = { 0 };
  ftw (path, note_file, 16);
  qsort (files.items, files.len, sizeof *files.items, by_name);
  for (size_t i = 0; i < files.len; i++)
    {
      size_t len;
      char *text = check_read_file (files.items[i], &len);
      if (text && utf8_check (text, len) == len && !memchr (text, 0, len))
        mutate (strrchr (files.items[i], '/') + 1, text, len, &t);
      free (text);
      free (files.items[i]);
    }
  printf ("%zu texts, %d edits each: of %zu notes whose quotation stands %zu "
          "right (%zu of them to be looked at), %zu not to be told apart, %zu "
          "lost; of %zu whose quotation is gone %zu detached, %zu to be looked "
          "at; %zu at a wrong place\n",
          files.len, edits, t.stands, t.right, t.moved, t.undecided, t.lost,
          t.gone, t.detached, t.doubtful, t.wrong);
  CHECK (t.stands > 100 && t.gone > 0);
  CHECK_NUMBER (t.lost, 0);
  CHECK_NUMBER (t.wrong, 0);
  CHECK (t.undecided < t.stands / 50);
  VEC_FREE (&files);
}

static void
samples (void)
{
  const char *srcdir = getenv ("srcdir");
  char *path = mem_format ("%s/texts", srcdir ? srcdir : ".");
  mutate_folder (path);
  free (path);
}

static void
shared (const char *name)
{
  const char *path = check_shared (name);
  if (path)
    mutate_folder (path);
  else
    check_skip ("no shared data");
}

static void
seeds (void)
{
  shared ("seeds");
}

static void
articles (void)
{
  shared ("data/archive/rmrb");
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "samples", samples },
    { "seeds", seeds },
    { "articles", articles },
    { NULL, NULL },
  };
  if (argc > 1 && sscanf (argv[1], "--edits=%d", &edits) == 1)
    {
      argv[1] = argv[0];
      argv++;
      argc--;
    }
  return check_main (argc, argv, table);
}
