/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-text index: the tokenizer as FTS5 sees it, and the rows.  */
#include <config.h>

#include "store/search_index.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/token.h"
#include "store/keywords_private.h"
#include "store/search_private.h"

typedef int give_token (void *context, int flags, const char *token, int len,
                        int start, int end);

/* Where tokens go.  */
struct sink
{
  give_token *give;
  void *context;
};

/* Gives LEN bytes as the next token, or as one more for the same place.  */
static int
give (const struct sink *sink, bool same_place, const char *bytes, size_t len)
{
  return sink->give (sink->context, same_place ? FTS5_TOKEN_COLOCATED : 0,
                     bytes, (int) len, 0, 0);
}

/* What it is given is tokens already: of a query (search_expression.c) or of a
   document (search_tokens.c).  */
static int
give_tokens (const struct sink *sink, const char *text, size_t len)
{
  int code = SQLITE_OK;
  bool same_place = false;
  for (size_t at = 0; at < len && code == SQLITE_OK;)
    {
      size_t end = at;
      while (end < len && text[end] != INDEX_OR && text[end] != INDEX_NEXT)
        end++;
      if (end > at)
        code = give (sink, same_place, text + at, end - at);
      same_place = end < len && text[end] == INDEX_OR;
      at = end + 1;
    }
  return code;
}

/* --- the tokenizer of FTS5 ---------------------------------------------- */

static int
tokenizer_new (void *context, const char **words, int count,
               Fts5Tokenizer **tokenizer)
{
  (void) context;
  (void) words;
  (void) count;
  *tokenizer = mem_new (1, 1);
  return SQLITE_OK;
}

static void
tokenizer_free (Fts5Tokenizer *tokenizer)
{
  free (tokenizer);
}

static int
tokenize (Fts5Tokenizer *tokenizer, void *context, int flags,
          const char *text, int len, give_token *take)
{
  const struct sink sink = { take, context };
  (void) tokenizer;
  (void) flags;
  return text && len > 0 ? give_tokens (&sink, text, (size_t) len) : SQLITE_OK;
}

int
index_count_phrase (const Fts5ExtensionApi *api, Fts5Context *context,
                    int phrase, int *code)
{
  Fts5PhraseIter iterator;
  int column, offset, count = 0;
  *code = api->xPhraseFirst (context, phrase, &iterator, &column, &offset);
  for (; *code == SQLITE_OK && column >= 0;
       api->xPhraseNext (context, &iterator, &column, &offset))
    count++;
  return count;
}

/* The SQL function occurrences (words, MASK): how many the phrases of the query
   have in the row, those whose bit is set in MASK left out.  */
static void
occurrences (const Fts5ExtensionApi *api, Fts5Context *context,
             sqlite3_context *result, int count, sqlite3_value **values)
{
  uint64_t mask
    = count > 0 ? (uint64_t) sqlite3_value_int64 (values[0]) : 0;
  int sum = 0, code = SQLITE_OK, phrases = api->xPhraseCount (context);
  for (int i = 0; code == SQLITE_OK && i < phrases; i++)
    if (i >= 64 || !(mask >> i & 1))
      sum += index_count_phrase (api, context, i, &code);
  if (code == SQLITE_OK)
    sqlite3_result_int (result, sum);
  else
    sqlite3_result_error_code (result, code);
}

bool
index_register (struct database *database, struct err *err)
{
  static fts5_tokenizer tokenizer
    = { tokenizer_new, tokenizer_free, tokenize };
  fts5_api *api = NULL;
  sqlite3_stmt *statement;
  int code = sqlite3_prepare_v2 (database->handle, "SELECT fts5 (?1)", -1,
                                 &statement, NULL);
  if (code == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  if (!api)
    return err_set (err, ERR_DB, database->path, "SQLite has no FTS5");
  code = api->xCreateTokenizer (api, "enface", NULL, &tokenizer, NULL);
  if (code == SQLITE_OK)
    code = api->xCreateFunction (api, "occurrences", NULL, occurrences, NULL);
  if (code == SQLITE_OK)
    code = ranking_register (api);
  if (code != SQLITE_OK)
    return database_fail (database, code, err);
  return scan_register (database, err) && keyword_register (database, err);
}

/* --- rows --------------------------------------------------------------- */

static void
add_field (struct buf *out, char letter, const char *text, size_t len)
{
  buf_add_byte (out, INDEX_FIELD);
  buf_add_byte (out, letter);
  size_t start = out->len;
  buf_add (out, text ? text : "", len);
  for (char *at = out->data + start;
       (at = memchr (at, INDEX_FIELD, (size_t) (out->data + out->len - at)));)
    *at = ' ';
}

bool
index_takes_title (const struct document *document, enum side side)
{
  const struct side_text *s = &document->side[side];
  struct tokens title, text;
  struct token one, other;
  if (!s->title)
    return false;
  tokens_begin (&title, s->title, strlen (s->title));
  tokens_begin (&text, s->text ? s->text : "", s->len);
  while (tokens_next (&title, &one))
    {
      if (one.kind == TOKEN_MARK)
        continue;
      do
        if (!tokens_next (&text, &other))
          return true;
      while (other.kind == TOKEN_MARK);
      if (one.len != other.len || memcmp (one.text, other.text, one.len) != 0)
        return true;
    }
  return false;
}

void
index_text (const struct document *document, long long collection,
            struct buf *out)
{
  static const char letters[SIDES] = { 'o', 't' };
  char head[32];
  struct buf meta = BUF_INIT;
  snprintf (head, sizeof head, "%c%lld", INDEX_COLLECTION, collection);
  buf_add_string (&meta, head);
  if (document->page && *document->page)
    {
      buf_add_byte (&meta, INDEX_NEXT);
      buf_add_byte (&meta, INDEX_PAGE);
      buf_add_string (&meta, document->page);
    }
  add_field (out, 'm', meta.data, meta.len);
  buf_free (&meta);
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *side = &document->side[s];
      if (index_takes_title (document, s))
        add_field (out, letters[s], side->title, strlen (side->title));
      add_field (out, letters[s], side->text ? side->text : "", side->len);
    }
}

/* --- writing ------------------------------------------------------------ */

static bool
run (struct library *library, enum library_statement which, long long id,
     const struct buf *text, struct err *err)
{
  struct row row = row_of (&library->database, which);
  put_number (&row, id);
  put_bytes (&row, text->data, text->len);
  return row_run (&row, err);
}

/* Runs the statements CHARACTERS and WORDS for document ID of TEXT.  */
static bool
change (struct library *library, enum library_statement characters,
        enum library_statement words, long long id, const struct buf *text,
        struct err *err)
{
  struct buf tokens = BUF_INIT, seen = BUF_INIT;
  index_tokens (text, &tokens, &seen);
  bool done = run (library, characters, id, &seen, err)
              && run (library, words, id, &tokens, err);
  buf_free (&tokens);
  buf_free (&seen);
  return done;
}

bool
index_put (struct library *library, long long id, const struct buf *was,
           const struct buf *text, struct err *err)
{
  if (was && was->len == text->len
      && memcmp (was->data, text->data, text->len) == 0)
    return true;
  return (!was || change (library, CHARACTERS_DROP, INDEX_DROP, id, was, err))
         && change (library, CHARACTERS_PUT, INDEX_PUT, id, text, err);
}

bool
index_has (struct library *library, long long id)
{
  struct row row = row_of (&library->database, INDEX_HAS);
  put_number (&row, id);
  return library_ask (&row, NULL) != 0;
}
