/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of everything a reader can do with a key.  It makes the key map, the
   help screen, the man page and the names that the settings file uses.  */
#ifndef READ_ACTION_H
#define READ_ACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/intl.h"

/* Where an action makes sense.  */
enum context
{
  CONTEXT_PAGE,   /* the facing texts */
  CONTEXT_SELECT, /* marking a piece of text */
  CONTEXT_LIST,   /* documents, notes, help */
  CONTEXT_NUMBERS, /* the number index and its timeline */
  CONTEXT_HITS,   /* what a search of the library found */
  CONTEXT_LINES,  /* a concordance and what is drawn from it */
  CONTEXT_KEYWORDS, /* the keyword index */
  CONTEXT_WORD,   /* the page word by word, and the entry of a word */
  CONTEXT_NOTES,  /* the list of notes and what opens from it */
  CONTEXT_EDITOR, /* writing a note */
  CONTEXT_PROMPT, /* one line at the foot */
  CONTEXTS
};

enum
{
  ON_PAGE = 1 << CONTEXT_PAGE,
  ON_SELECT = 1 << CONTEXT_SELECT,
  ON_NUMBERS = 1 << CONTEXT_NUMBERS,
  ON_HITS = 1 << CONTEXT_HITS,
  ON_LINES = 1 << CONTEXT_LINES,
  ON_NOTES = 1 << CONTEXT_NOTES,
  ON_KEYWORDS = 1 << CONTEXT_KEYWORDS,
  /* These are lists too.  */
  ON_LIST = 1 << CONTEXT_LIST | ON_NUMBERS | ON_HITS | ON_LINES | ON_NOTES
            | ON_KEYWORDS,
  ON_WORD = 1 << CONTEXT_WORD,
  ON_EDITOR = 1 << CONTEXT_EDITOR,
  ON_PROMPT = 1 << CONTEXT_PROMPT
};

/* ACTIONS (X) calls X (ID, name, default keys, contexts, help) for each action.
   No two share a key in a context.  */
#define ACTIONS(X)                                                            \
  ACTIONS_MOVE (X)                                                            \
  ACTIONS_GO (X)                                                              \
  ACTIONS_SHOW (X)                                                            \
  ACTIONS_FIND (X)                                                            \
  ACTIONS_SEARCH (X)                                                          \
  ACTIONS_NOTE (X)                                                            \
  ACTIONS_WRITE (X)                                                           \
  ACTIONS_SELECT (X)                                                          \
  ACTIONS_WORD (X)                                                            \
  ACTIONS_CHECK (X)                                                           \
  ACTIONS_MEND (X)                                                            \
  ACTIONS_NUMBER (X)

#define ACTIONS_MOVE(X)                                                       \
  X (NEXT, "next", "j Down", ON_PAGE | ON_SELECT | ON_LIST | ON_WORD,         \
     N_ ("next sentence, or next row"))                                       \
  X (PREVIOUS, "previous", "k Up", ON_PAGE | ON_SELECT | ON_LIST | ON_WORD,   \
     N_ ("previous sentence, or previous row"))                               \
  X (PAGE_DOWN, "page-down", "Space PgDn Ctrl-F",                             \
     ON_PAGE | ON_LIST | ON_WORD,                                             \
     N_ ("a page on"))                                                        \
  X (PAGE_UP, "page-up", "b PgUp Ctrl-B", ON_PAGE | ON_LIST | ON_WORD,        \
     N_ ("a page back"))                                                      \
  X (HALF_DOWN, "half-down", "d Ctrl-D", ON_PAGE | ON_LIST,                   \
     N_ ("half a page on"))                                                   \
  X (HALF_UP, "half-up", "u Ctrl-U", ON_PAGE | ON_LIST,                       \
     N_ ("half a page back"))                                                 \
  X (FIRST, "first", "g Home", ON_PAGE | ON_LIST, N_ ("to the beginning"))    \
  X (LAST, "last", "G End", ON_PAGE | ON_LIST, N_ ("to the end"))             \
  X (PARAGRAPH_NEXT, "next-paragraph", "}", ON_PAGE | ON_SELECT | ON_WORD,    \
     N_ ("next paragraph"))                                                   \
  X (PARAGRAPH_PREVIOUS, "previous-paragraph", "{",                           \
     ON_PAGE | ON_SELECT | ON_WORD,                                           \
     N_ ("previous paragraph"))                                               \
  X (DOCUMENT_NEXT, "next-document", "]", ON_PAGE, N_ ("next document"))      \
  X (DOCUMENT_PREVIOUS, "previous-document", "[", ON_PAGE,                    \
     N_ ("previous document"))

#define ACTIONS_SHOW(X)                                                       \
  X (OTHER_SIDE, "other-side", "Tab",                                         \
     ON_PAGE | ON_SELECT | ON_WORD | ON_KEYWORDS,                             \
     N_ ("to the other side"))                                                \
  X (LAYOUT, "layout", "|", ON_PAGE,                                          \
     N_ ("another layout: side by side, stacked, interleaved, one side"))     \
  X (WIDER, "wider", ">", ON_PAGE, N_ ("more room for the original"))         \
  X (NARROWER, "narrower", "<", ON_PAGE, N_ ("less room for the original"))   \
  X (PIN, "pin", "=", ON_PAGE,                                                \
     N_ ("let each side scroll alone, or pin the two together again"))        \
  X (REDRAW, "redraw", "Ctrl-L",                                              \
     ON_PAGE | ON_SELECT | ON_LIST | ON_EDITOR | ON_PROMPT | ON_WORD,         \
     N_ ("draw the screen again"))

#define ACTIONS_FIND(X)                                                       \
  X (FIND, "find", "/", ON_PAGE | ON_LIST,                                    \
     N_ ("find in both texts; in a list: show only what has these words"))    \
  X (FIND_BACK, "find-back", "?", ON_PAGE, N_ ("find backwards"))             \
  X (FIND_NEXT, "find-next", "n", ON_PAGE, N_ ("next place found"))           \
  X (FIND_PREVIOUS, "find-previous", "N", ON_PAGE,                            \
     N_ ("previous place found"))

#define ACTIONS_SEARCH(X)                                                     \
  X (SEARCH, "search", "s",                                                   \
     ON_PAGE | 1 << CONTEXT_LIST | ON_HITS | ON_LINES | ON_WORD               \
       | ON_KEYWORDS,                                                         \
     N_ ("search the whole library, in both languages"))                      \
  X (CONCORDANCE, "concordance", "c",                                         \
     ON_PAGE | ON_SELECT | 1 << CONTEXT_LIST | ON_HITS | ON_WORD              \
       | ON_KEYWORDS,                                                         \
     N_ ("all the places of a word, or of what is marked, line by line"))     \
  X (KEYWORDS, "keywords", "i", ON_PAGE | ON_LIST,                            \
     N_ ("keyword index of this document; there: of the library, or back"))   \
  X (TERM_ADD, "add-term", "+", ON_KEYWORDS,                                  \
     N_ ("add a term of your own to the keyword index"))                      \
  X (TERM_HIDE, "hide-term", "-", ON_KEYWORDS,                                \
     N_ ("leave the term out of the keyword index"))                          \
  X (TERM_JOIN, "join-term", "=", ON_KEYWORDS,                                \
     N_ ("count the term with another one"))                                  \
  X (ORDER, "order", "o", ON_HITS | ON_LINES | ON_KEYWORDS,                   \
     N_ ("another order: by date, relevance, document; of terms by keyness, " \
         "frequency, alphabet"))                                              \
  X (QUERY_NAME, "name-query", "m", ON_HITS,                                  \
     N_ ("keep the query under a name; @NAME looks for it again"))            \
  X (FOLDING, "folding", "f", ON_HITS | ON_LINES,                             \
     N_ ("of what was found: other forms of the words too, or not"))          \
  X (SORT_LEFT, "sort-left", "<", ON_LINES,                                   \
     N_ ("sort the lines by what stands left of the word"))                   \
  X (SORT_RIGHT, "sort-right", ">", ON_LINES,                                 \
     N_ ("sort the lines by what stands right of the word"))                  \
  X (COLLOCATES, "collocates", "c", ON_LINES,                                 \
     N_ ("the words that stand near the word"))                               \
  X (WINDOW, "window", "w", ON_LINES,                                         \
     N_ ("of the words near it: at most 1, 2, 3, 5 or 10 words away"))        \
  X (DISPERSION, "dispersion", "p", ON_LINES,                                 \
     N_ ("draw where in each document the word stands"))                      \
  X (FREQUENCY, "frequency", "t", ON_LINES,                                   \
     N_ ("draw how often the word stands in each year or month"))

#define ACTIONS_NOTE(X)                                                       \
  X (SELECT, "select", "v", ON_PAGE | ON_WORD,                                \
     N_ ("mark a piece of text, for a note or to copy"))                      \
  X (NOTE, "note", "a",                                                       \
     ON_PAGE | ON_SELECT | ON_WORD | ON_NUMBERS | ON_LINES | ON_KEYWORDS,     \
     N_ ("write a note on the sentence, on what is marked, number or term"))  \
  X (NOTE_WHOLE, "note-document", "W", ON_PAGE,                               \
     N_ ("write a note on the whole document"))                               \
  X (NOTE_EDIT, "edit-note", "e", ON_PAGE | ON_NOTES,                         \
     N_ ("edit the note shown"))                                              \
  X (NOTE_DELETE, "delete-note", "D", ON_PAGE | ON_NOTES,                     \
     N_ ("delete the note shown, after asking"))                              \
  X (NOTE_OTHER, "other-note", "t", ON_PAGE,                                  \
     N_ ("show the next note of this sentence"))                              \
  X (HIGHLIGHT, "highlight", "H", ON_PAGE | ON_SELECT,                        \
     N_ ("highlight the sentence, or what is marked: a letter follows"))      \
  X (LINK_FOLLOW, "follow", "f", ON_PAGE | ON_NOTES,                          \
     N_ ("go where a [[link]] of the note leads"))                            \
  X (LINKS_HERE, "links-here", "F", ON_PAGE | ON_NOTES,                       \
     N_ ("the notes that link to this document, or to this note"))            \
  X (NOTE_HISTORY, "former", "h", ON_PAGE | ON_NOTES,                         \
     N_ ("what the note said before"))                                        \
  X (NOTE_RESTORE, "restore-note", "R", ON_PAGE | ON_NOTES,                   \
     N_ ("bring back the note that was deleted"))                             \
  X (NOTE_ATTACH, "attach-note", "A", ON_PAGE | ON_SELECT | ON_NOTES,         \
     N_ ("give a moved or detached note its place"))                          \
  X (NOTE_VERSIONS, "versions", "C", ON_PAGE | ON_NOTES,                      \
     N_ ("compare the versions of a note that was changed in two places"))    \
  X (NOTES, "notes", "l", ON_PAGE | ON_LIST, N_ ("list of all notes"))        \
  X (NOTES_SORT, "sort-notes", "o", ON_NOTES,                                 \
     N_ ("of the notes: by document, last changed, tag or state"))            \
  X (NOTES_CHOOSE, "choose-notes", "S", ON_NOTES,                             \
     N_ ("of the notes: all, detached, moved, versions, highlights, deleted")) \
  X (TAGS, "tags", "T", ON_PAGE | ON_LIST,                                    \
     N_ ("the tags, and how many notes have each; to rename one"))            \
  X (EXPORT, "export", "E",                                                   \
     ON_PAGE | 1 << CONTEXT_LIST | ON_NUMBERS | ON_LINES | ON_NOTES,          \
     N_ ("write the notes, or the lines or plot shown, to a file"))           \
  X (BOOKMARK, "bookmark", "m", ON_PAGE,                                      \
     N_ ("set a bookmark: a letter follows"))                                 \
  X (BOOKMARK_GO, "go-to-bookmark", "'", ON_PAGE,                             \
     N_ ("go to a bookmark: a letter follows"))                               \
  X (BOOKMARKS, "bookmarks", "B", ON_PAGE | 1 << CONTEXT_LIST | ON_NOTES,     \
     N_ ("list of the bookmarks"))                                            \
  X (READING_STATUS, "reading-status", "r",                                   \
     ON_PAGE | 1 << CONTEXT_LIST | ON_NOTES,                                  \
     N_ ("put the document into the reading list: to read, reading, read"))   \
  X (READING_LIST, "reading-list", "L",                                       \
     ON_PAGE | 1 << CONTEXT_LIST | ON_NOTES, N_ ("the reading list"))         \
  X (COPY, "copy", "y", ON_PAGE | ON_SELECT | ON_WORD,                        \
     N_ ("copy the sentence, or what is marked, with its source"))

#define ACTIONS_SELECT(X)                                                     \
  X (MARK_LEFT, "mark-left", "h Left", ON_SELECT,                             \
     N_ ("one character to the left"))                                        \
  X (MARK_RIGHT, "mark-right", "l Right", ON_SELECT,                          \
     N_ ("one character to the right"))                                       \
  X (MARK_WORD, "mark-word", "w", ON_SELECT, N_ ("one word on"))              \
  X (MARK_WORD_BACK, "mark-word-back", "b", ON_SELECT, N_ ("one word back"))  \
  X (MARK_WORD_END, "mark-word-end", "e", ON_SELECT,                          \
     N_ ("to the end of the word"))                                           \
  X (MARK_START, "mark-start", "0 Home ^", ON_SELECT,                         \
     N_ ("to the beginning of the sentence"))                                 \
  X (MARK_END, "mark-end", "$ End", ON_SELECT,                                \
     N_ ("to the end of the sentence"))                                       \
  X (MARK_ANCHOR, "mark-anchor", "v Space", ON_SELECT,                        \
     N_ ("begin marking at this character"))                                  \
  X (MARK_SWAP, "mark-swap", "o", ON_SELECT,                                  \
     N_ ("to the other end of what is marked"))

#define ACTIONS_WORD(X)                                                       \
  X (WORDS, "words", "w", ON_PAGE,                                            \
     N_ ("read word by word: counterparts are lit, dictionaries looked up"))  \
  X (WORD_NEXT, "next-word", "l Right w", ON_WORD, N_ ("next word"))          \
  X (WORD_PREVIOUS, "previous-word", "h Left", ON_WORD,                       \
     N_ ("previous word"))                                                    \
  X (WORD_FIRST, "first-word", "0 Home ^", ON_WORD,                           \
     N_ ("to the first word of the sentence"))                                \
  X (WORD_LAST, "last-word", "$ End", ON_WORD,                                \
     N_ ("to the last word of the sentence"))                                 \
  X (ENTRY, "entry", "Enter", ON_WORD,                                        \
     N_ ("all that is known of the word, on a screen of its own"))

#define ACTIONS_CHECK(X)                                                      \
  X (CHECK_NEXT, "next-discrepancy", "x", ON_PAGE,                            \
     N_ ("next place where the translation says something else"))             \
  X (CHECK_PREVIOUS, "previous-discrepancy", "X", ON_PAGE,                    \
     N_ ("previous place where the translation says something else"))         \
  X (DISMISS, "dismiss", "!", ON_PAGE,                                        \
     N_ ("dismiss what is told of the pair, or bring it back"))

#define ACTIONS_MEND(X)                                                       \
  X (MEND_JOIN, "join", "J", ON_PAGE,                                         \
     N_ ("join the pair with the next one"))                                  \
  X (MEND_SPLIT, "split", "S", ON_PAGE,                                       \
     N_ ("split the pair: its first sentences stand alone"))                  \
  X (MEND_GIVE, "give", ")", ON_PAGE,                                         \
     N_ ("give its last sentence on this side to the next pair"))             \
  X (MEND_TAKE, "take", "(", ON_PAGE,                                         \
     N_ ("take the next pair's first sentence on this side"))                 \
  X (MEND_UNDO, "undo-pair", "U", ON_PAGE,                                    \
     N_ ("take the last correction of the pair back"))

#define ACTIONS_NUMBER(X)                                                     \
  X (NUMBERS, "numbers", "#", ON_PAGE | ON_LIST,                              \
     N_ ("the numbers of all documents"))                                     \
  X (NUMBERS_SORT, "sort-numbers", "s", ON_NUMBERS,                           \
     N_ ("sort the numbers by value, date, unit or document"))                \
  X (NUMBERS_SAME, "same-number", "=", ON_NUMBERS,                            \
     N_ ("the same number in other documents"))                               \
  X (TIMELINE, "timeline", "t", ON_NUMBERS,                                   \
     N_ ("draw the values of this unit over their dates"))                    \
  X (TIMELINE_SCALE, "scale", "L", ON_NUMBERS,                                \
     N_ ("of a timeline: logarithmic or linear values"))

#define ACTIONS_WRITE(X)                                                      \
  X (SAVE, "save", "Ctrl-S Alt-Enter", ON_EDITOR, N_ ("save the note"))       \
  X (EDITOR, "editor", "Ctrl-G", ON_EDITOR,                                   \
     N_ ("go on in the editor that $VISUAL or $EDITOR names"))                \
  X (CHAR_LEFT, "left", "Left Ctrl-B", ON_EDITOR | ON_PROMPT,                 \
     N_ ("one character to the left"))                                        \
  X (CHAR_RIGHT, "right", "Right Ctrl-F", ON_EDITOR | ON_PROMPT,              \
     N_ ("one character to the right"))                                       \
  X (LINE_UP, "up", "Up Ctrl-P", ON_EDITOR | ON_PROMPT,                       \
     N_ ("one line up; at the foot: the entry before"))                       \
  X (LINE_DOWN, "down", "Down Ctrl-N", ON_EDITOR | ON_PROMPT,                 \
     N_ ("one line down; at the foot: the entry after"))                      \
  X (WORD_LEFT, "word-left", "Alt-b Alt-Left", ON_EDITOR | ON_PROMPT,         \
     N_ ("one word to the left"))                                             \
  X (WORD_RIGHT, "word-right", "Alt-f Alt-Right", ON_EDITOR | ON_PROMPT,      \
     N_ ("one word to the right"))                                            \
  X (LINE_START, "line-start", "Ctrl-A Home", ON_EDITOR | ON_PROMPT,          \
     N_ ("to the beginning of the line"))                                     \
  X (LINE_END, "line-end", "Ctrl-E End", ON_EDITOR | ON_PROMPT,               \
     N_ ("to the end of the line"))                                           \
  X (TEXT_START, "text-start", "Alt-< PgUp", ON_EDITOR,                       \
     N_ ("to the beginning of the note"))                                     \
  X (TEXT_END, "text-end", "Alt-> PgDn", ON_EDITOR,                           \
     N_ ("to the end of the note"))                                           \
  X (ERASE, "erase", "Backspace", ON_EDITOR | ON_PROMPT,                      \
     N_ ("erase the character before"))                                       \
  X (REMOVE, "remove", "Del Ctrl-D", ON_EDITOR | ON_PROMPT,                   \
     N_ ("erase the character after"))                                        \
  X (ERASE_WORD, "erase-word", "Ctrl-W Alt-Backspace",                        \
     ON_EDITOR | ON_PROMPT, N_ ("erase the word before"))                     \
  X (REMOVE_WORD, "remove-word", "Alt-d", ON_EDITOR | ON_PROMPT,              \
     N_ ("erase the word after"))                                             \
  X (KILL, "kill", "Ctrl-K", ON_EDITOR | ON_PROMPT,                           \
     N_ ("erase to the end of the line"))                                     \
  X (KILL_BACK, "kill-back", "Ctrl-U", ON_EDITOR | ON_PROMPT,                 \
     N_ ("erase to the beginning of the line"))                               \
  X (YANK, "yank", "Ctrl-Y", ON_EDITOR | ON_PROMPT,                           \
     N_ ("put back what was erased last"))                                    \
  X (UNDO, "undo", "Ctrl-_ Alt-u", ON_EDITOR, N_ ("undo the last change"))    \
  X (REDO, "redo", "Alt-_ Alt-r", ON_EDITOR,                                  \
     N_ ("do again what was undone last"))                                    \
  X (COMPLETE, "complete", "Tab", ON_EDITOR,                                  \
     N_ ("finish the #tag or the [[link; again: the next that fits"))

#define ACTIONS_GO(X)                                                         \
  X (ACCEPT, "accept", "Enter", ON_LIST | ON_PROMPT,                          \
     N_ ("open the row; at the foot: done"))                                  \
  X (LIBRARY, "library", "o", ON_PAGE, N_ ("list of the documents"))          \
  X (BACK, "back", "Backspace", ON_PAGE | ON_LIST | ON_WORD,                  \
     N_ ("back along the way you came"))                                      \
  X (COMMAND, "command", ":", ON_PAGE,                                        \
     N_ ("do by name: any action here, or the number of a sentence"))         \
  X (HELP, "help", "F1", ON_PAGE | ON_SELECT | ON_LIST | ON_EDITOR | ON_WORD, \
     N_ ("this help"))                                                        \
  X (CANCEL, "cancel", "Esc Ctrl-C",                                          \
     ON_PAGE | ON_SELECT | ON_LIST | ON_EDITOR | ON_PROMPT | ON_WORD,         \
     N_ ("leave what is open; a note being written is kept as a draft"))      \
  X (SUSPEND, "suspend", "Ctrl-Z",                                            \
     ON_PAGE | ON_SELECT | ON_LIST | ON_EDITOR | ON_PROMPT | ON_WORD,         \
     N_ ("back to the shell for a while"))                                    \
  X (QUIT, "quit", "q", ON_PAGE | ON_LIST | ON_WORD, N_ ("leave enface"))

#define ACTION_ENUM(id, name, keys, contexts, help) ACTION_##id,
enum action
{
  ACTION_NONE,
  ACTIONS (ACTION_ENUM) ACTION_COUNT
};
#undef ACTION_ENUM

/* The groups of the help screen and the man page, in order.  */
enum action_group
{
  GROUP_MOVE,
  GROUP_GO,
  GROUP_SHOW,
  GROUP_FIND,
  GROUP_SEARCH,
  GROUP_NOTE,
  GROUP_WRITE,
  GROUP_SELECT,
  GROUP_WORD,
  GROUP_CHECK,
  GROUP_MEND,
  GROUP_NUMBER,
  GROUPS
};

struct action_row
{
  const char *name; /* as in the settings file: "next-paragraph" */
  const char *keys; /* names parted by spaces */
  unsigned contexts;
  const char *help; /* untranslated (N_) */
  enum action_group group;
};

/* The row of ACTION (not ACTION_NONE).  Lives for ever.  */
const struct action_row *action_row (enum action action);

/* The untranslated heading of GROUP (N_).  */
const char *action_group_title (enum action_group group);

/* The action of that name, or ACTION_NONE.  */
enum action action_named (const char *name);

/* Which key does what: the table's keys, and those that were set since.  */
struct keymap;

struct keymap *keymap_new (void);
void keymap_free (struct keymap *keymap);

/* Gives ACTION the keys KEYS (names parted by spaces) in place of those it had;
   where it meets another action on a key, it takes that over.  ERR_USAGE with
   the name that is no key.  */
bool keymap_set (struct keymap *keymap, enum action action, const char *keys,
                 struct err *err);

/* What KEY does in CONTEXT, or ACTION_NONE.  */
enum action keymap_action (const struct keymap *keymap, enum context context,
                           unsigned key);

/* The names of the keys of ACTION parted by spaces, without those that others
   have taken over everywhere; "" where it has none.  */
const char *keymap_keys (const struct keymap *keymap, enum action action);

/* The first key of ACTION, for hints; "" where it has none.  The result is
   written to NAME.  */
const char *keymap_first (const struct keymap *keymap, enum action action,
                          char name[24]);

#endif
