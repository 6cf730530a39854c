/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching: whether a document fits a query, by its text alone.  */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/search_index.h"
#include "store/search_private.h"

/* Marks the terms of QUERY that stand in the LEN bytes of TEXT, of SIDE; those
   that must be near each other only where they are.  */
static void
mark_terms (const struct query *query, enum side side, const char *text,
            size_t len, bool *stands)
{
  struct matches matches = { NULL, 0, 0 };
  query_match (query, side, text, len, &matches);
  for (size_t i = 0; i < matches.len; i++)
    stands[matches.items[i].term] = true;
  VEC_FREE (&matches);
}

static bool
is_named (const char *name, const struct query_node *node)
{
  return name && strcmp (name, node->words) == 0;
}

static bool
node_fits (const struct query *query, size_t index,
           const struct document *document, const bool *stands)
{
  const struct query_node *node = &query->nodes.items[index];
  bool any = node->kind == QUERY_OR;
  if (node->kind == QUERY_TERM)
    return stands[node->term];
  if (node->kind == QUERY_NOT)
    return true; /* the index has told */
  if (node->kind == QUERY_PAGE)
    return is_named (document->page, node);
  if (node->kind == QUERY_COLLECTION)
    return is_named (document->collection, node);
  for (size_t i = 0; i < node->parts.len; i++)
    if (node_fits (query, node->parts.items[i], document, stands) == any)
      return any;
  return !any;
}

bool
search_fits_text (struct search *search, long long id, struct err *err)
{
  const struct query *query = search->query;
  struct document *document = library_document (search->library, id, err);
  document_free (search->read);
  search->read = document;
  if (!document)
    return false;
  *err = (struct err) ERR_INIT;
  bool *stands = mem_new (query->terms.len, sizeof *stands);
  for (enum side s = 0; s < SIDES; s++)
    {
      const struct side_text *side = &document->side[s];
      mark_terms (query, s, side->text, side->len, stands);
      if (index_takes_title (document, s))
        mark_terms (query, s, side->title, strlen (side->title), stands);
    }
  bool fits = node_fits (query, query->root, document, stands);
  free (stands);
  return fits;
}
