/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts that several formats of notes have in common.  */
#ifndef EXPORT_EXPORT_PARTS_H
#define EXPORT_EXPORT_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "export/exporter.h"

extern const struct exporter export_text;
extern const struct exporter export_markdown;
extern const struct exporter export_tsv;
extern const struct exporter export_org;
extern const struct exporter export_html;
extern const struct exporter export_jsonld;
extern const struct exporter export_bibtex;
extern const struct exporter export_csl;

/* WORD in the language of OPTIONS.  */
const char *export_word (const struct export_options *options,
                         const char *word);

/* What MAKE makes of CITATION; the caller frees it.  */
char *export_made (const struct citation *citation,
                   void (*make) (const struct citation *citation,
                                 struct buf *out));

/* Appends TEXT to OUT in one line: a run of white space made one space, or
   nothing where it holds a line end and stands between two characters of East
   Asia, and none at the ends.  TEXT may be NULL.  */
void export_line (const char *text, struct buf *out);

/* Whether TEXT has anything but white space; TEXT may be NULL.  */
bool export_has (const char *text);

/* Appends where the document lies to OUT: its collection and its path.  */
void export_source (const struct citation *citation, struct buf *out);

/* Appends both authors to OUT: "袁军 (Yuan Jun)".  */
void export_authors (const struct citation *citation, struct buf *out);

/* Appends both titles to OUT, " / " between them; the path where there is
   none.  */
void export_titles (const struct citation *citation, struct buf *out);

/* The name of NOTE's place in records: "placed", "moved", "detached" or
   "unknown".  */
const char *export_state_name (const struct export_note *note);

/* Each appends TEXT (may be NULL) to OUT in one line, so that its language takes
   nothing of it for markup, also at the start of a line.  */
void markdown_words (const char *text, struct buf *out);
void org_words (const char *text, struct buf *out);
void tex_words (const char *text, struct buf *out);

/* What to say of a note in STATE, untranslated; NULL where all is well.  */
const char *export_state (enum anchor_state state);

/* Whether the quotation of NOTE is to be shown: it is on a span, or its place
   is lost and nothing else tells what it was on.  */
bool export_quotes (const struct export_note *note);

/* TEXT without the blank lines at both ends; empty where there is no more.  */
struct range export_body (const char *text);

/* Takes the first line off *BODY of TEXT: *LINE, its LF left out.  False where
   BODY is empty.  */
bool export_next_line (const char *text, struct range *body,
                       struct range *line);

#endif
