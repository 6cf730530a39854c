/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through a paragraph and parts its sentences.  */
#include "text/sentence.h"

#include "base/space.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "text/stop.h"

/* The longest mention or bracket in bytes that keeps its sentence together;
   what is longer lacks a mark that the scan lost, or is a page of its own.  */
enum { ENCLOSURE_LIMIT = 900 };

/* Whether a mark may begin with byte C: what the scan passes over fast.  */
static bool
may_mark (unsigned char c)
{
  return c == '.' || c == '!' || c == '?' || c == 0xE2 || c == 0xE3
         || c == 0xEF;
}

/* Moves over the enclosure that starts at AT, or into it where it is speech;
   true where the sentence ends with it.  */
static bool
pass_enclosure (struct scan *s)
{
  const struct enclosure *e = &s->in.items[s->next++];
  if (s->at >= s->speech.range.end && stop_is_speech (s, e))
    {
      s->speech = *e;
      s->speech_opens = e->range.start == s->start;
      utf8_next (s->text, s->end, &s->at);
      return false;
    }
  if (range_len (e->range) > ENCLOSURE_LIMIT)
    {
      utf8_next (s->text, s->end, &s->at);
      return false;
    }
  size_t end = e->range.end;
  while (s->next < s->in.len && s->in.items[s->next].range.start < end)
    s->next++;
  struct stop stop;
  bool ends = stop_is_enclosure_end (s, e, &stop);
  s->at = ends ? stop.behind : end;
  return ends;
}

/* Moves over the mark at AT, if one is there; true where the sentence ends with
   it.  */
static bool
pass_mark (struct scan *s)
{
  size_t here = s->at;
  unsigned cp = utf8_next (s->text, s->end, &s->at);
  if (stop_mark (cp, s->chinese) == MARK_NONE)
    return false;
  struct stop stop = stop_read (s, here, MARK_NONE);
  s->at = stop.behind;
  return stop_is_end (s, &stop);
}

/* Moves AT to the end of the sentence.  */
static void
pass_sentence (struct scan *s)
{
  while (s->at < s->end)
    {
      size_t enclosure = s->next < s->in.len
                           ? s->in.items[s->next].range.start
                           : s->end;
      while (s->at < enclosure && !may_mark ((unsigned char) s->text[s->at]))
        s->at++;
      if (s->at < s->end
          && (s->at == enclosure ? pass_enclosure (s) : pass_mark (s)))
        return;
    }
}

void
text_sentences (const char *text, struct range within, const char *lang,
                struct ranges *out)
{
  struct scan s = { .text = text, .end = within.end,
                    .chinese = lang[0] == 'z' };
  enclosures_find (text, within, s.chinese, &s.in);
  for (size_t start = within.start; start < within.end; start = s.at)
    {
      s.start = s.at = space_skip (text, start, within.end);
      pass_sentence (&s);
      s.at = space_skip (text, s.at, within.end);
      VEC_PUSH (out, (struct range) { start, s.at });
    }
  VEC_FREE (&s.in);
}
