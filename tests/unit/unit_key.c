/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of read/key.h and read/action.h: names of keys, the table of
   actions, the map of keys.  */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check.h"
#include "read/action.h"
#include "read/key.h"

static unsigned
named (const char *name)
{
  return key_named (name, strlen (name));
}

static void
names (void)
{
  static const struct
  {
    const char *name;
    unsigned key;
    const char *label; /* NULL: the name */
  } table[] = {
    { "j", 'j', NULL },
    { "J", 'J', NULL },
    { "|", '|', NULL },
    { "ü", 0xFC, NULL },
    { "炉", 0x7089, NULL },
    { "Space", ' ', NULL },
    { "space", ' ', "Space" },
    { "Tab", KEY_TAB, NULL },
    { "Enter", KEY_RETURN, NULL },
    { "Esc", KEY_ESCAPE, NULL },
    { "PgDn", KEY_PAGE_DOWN, NULL },
    { "Shift-Tab", KEY_TAB_BACK, NULL },
    { "F1", KEY_FUNCTION + 1, NULL },
    { "F12", KEY_FUNCTION + 12, NULL },
    { "F", 'F', NULL },
    { "Ctrl-S", 19, NULL },
    { "ctrl-s", 19, "Ctrl-S" },
    { "Ctrl-_", 31, NULL },
    { "Ctrl-I", KEY_TAB, "Tab" },
    { "Ctrl-M", KEY_RETURN, "Enter" },
    { "Ctrl-[", KEY_ESCAPE, "Esc" },
    { "Alt-Enter", KEY_ALT | KEY_RETURN, NULL },
    { "Alt-b", KEY_ALT | 'b', NULL },
    { "alt-B", KEY_ALT | 'B', "Alt-B" },
    { "Alt-Ctrl-X", KEY_ALT | 24, NULL },
    { "Alt--", KEY_ALT | '-', NULL },
    { "-", '-', NULL },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      char label[KEY_NAME_SIZE];
      CHECK_NUMBER (named (table[i].name), table[i].key);
      key_label (table[i].key, label);
      CHECK_STRING (label, table[i].label ? table[i].label : table[i].name);
    }
}

static void
no_names (void)
{
  static const char *const table[]
    = { "",      "jj",     "Spac",   "Spacey", "F0",   "F13",    "F1x",
        "F+1",   "F01",    "F1 ",    "Ctrl-",  "Alt-", "Ctrl-@", "Ctrl-ab",
        "Ctrl-1", "Ctrl-炉", "\xFF", "\x80",   " ",    "\x01",   "\x7F",
        "\xC2\x85", "Ctrl-?" };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    {
      CHECK_NUMBER (named (table[i]), KEY_NONE);
      if (named (table[i]) != KEY_NONE)
        CHECK_STRING (table[i], "no key");
    }
  CHECK_NUMBER (key_named ("F1 F2", 2), KEY_FUNCTION + 1);
  CHECK_NUMBER (key_named ("F12", 2), KEY_FUNCTION + 1); /* not of 3 */
  CHECK_NUMBER (key_named ("Esc j", 3), KEY_ESCAPE);
}

/* Every key has a label, and the label of a key that can be named is a name of
   it.  */
static void
labels (void)
{
  char label[KEY_NAME_SIZE];
  for (unsigned key = 1; key <= KEY_LAST; key++)
    {
      if (key >= 0xD800 && key <= 0xDFFF) /* no code points */
        continue;
      key_label (key, label);
      CHECK (label[0] && strlen (label) < KEY_NAME_SIZE);
      unsigned back = named (label);
      if (key != '?' && back != key && strcmp (label, "?") != 0)
        CHECK_NUMBER (back, key);
      for (const char *p = label; *p; p++)
        if (iscntrl ((unsigned char) *p))
          CHECK_NUMBER (key, 0);
    }
}

static void
table_is_sound (void)
{
  for (enum action a = 1; a < ACTION_COUNT; a++)
    {
      const struct action_row *row = action_row (a);
      CHECK (row->name && *row->name && row->help && *row->help);
      CHECK (row->contexts != 0 && row->contexts < 1u << CONTEXTS);
      CHECK (row->group < GROUPS && *action_group_title (row->group));
      CHECK_NUMBER (action_named (row->name), a); /* so it is unique */
      CHECK_NUMBER (strspn (row->name, "abcdefghijklmnopqrstuvwxyz-"),
                    strlen (row->name));
      if (a > 1)
        CHECK (row->group >= action_row (a - 1)->group);
    }
  CHECK_NUMBER (action_named (""), ACTION_NONE);
  CHECK_NUMBER (action_named ("Next"), ACTION_NONE);
}

/* Each default key does in each context of its action that action: none is
   shadowed by another.  */
static void
default_keys (void)
{
  struct keymap *keymap = keymap_new ();
  for (enum action a = 1; a < ACTION_COUNT; a++)
    {
      char *keys = mem_string (action_row (a)->keys);
      CHECK_STRING (keymap_keys (keymap, a), keys);
      CHECK (*keys);
      for (char *name = strtok (keys, " "); name; name = strtok (NULL, " "))
        for (enum context c = 0; c < CONTEXTS; c++)
          if (action_row (a)->contexts & 1u << c)
            {
              enum action is = keymap_action (keymap, c, named (name));
              CHECK (named (name) != KEY_NONE);
              if (is != a)
                CHECK_STRING (is ? action_row (is)->name : "",
                              action_row (a)->name);
            }
      free (keys);
    }
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_PAGE, KEY_NONE), ACTION_NONE);
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_EDITOR, 'j'), ACTION_NONE);
  keymap_free (keymap);
  keymap_free (NULL);
}

static void
keys_are_set (void)
{
  struct keymap *keymap = keymap_new ();
  struct err err = ERR_INIT;
  char first[KEY_NAME_SIZE];
  CHECK (keymap_set (keymap, ACTION_NEXT, "\t Z   F5 ", &err));
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_PAGE, 'Z'), ACTION_NEXT);
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_LIST, KEY_FUNCTION + 5),
                ACTION_NEXT);
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_PAGE, 'j'), ACTION_NONE);
  CHECK_STRING (keymap_first (keymap, ACTION_NEXT, first), "Z");
  CHECK (!keymap_set (keymap, ACTION_NEXT, "K no y", &err));
  CHECK_NUMBER (err.code, ERR_USAGE);
  CHECK_STRING (err.where, "next");
  CHECK_STRING (err.detail, "no");
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_PAGE, 'K'), ACTION_NONE);
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_PAGE, 'Z'), ACTION_NEXT);
  CHECK (keymap_set (keymap, ACTION_NEXT, "", &err));
  CHECK_STRING (keymap_keys (keymap, ACTION_NEXT), "");
  CHECK_STRING (keymap_first (keymap, ACTION_NEXT, first), "");
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_PAGE, 'Z'), ACTION_NONE);
  keymap_free (keymap);
}

/* A key that the reader gives to an action is taken from the one that had it,
   and only where the two meet.  */
static void
keys_are_taken (void)
{
  struct keymap *keymap = keymap_new ();
  CHECK (keymap_set (keymap, ACTION_QUIT, "n", NULL));
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_PAGE, 'n'), ACTION_QUIT);
  CHECK_STRING (keymap_keys (keymap, ACTION_FIND_NEXT), "");
  CHECK (keymap_set (keymap, ACTION_BOOKMARK, "j", NULL));
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_PAGE, 'j'), ACTION_BOOKMARK);
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_LIST, 'j'), ACTION_NEXT);
  CHECK_STRING (keymap_keys (keymap, ACTION_NEXT), "j Down");
  CHECK (keymap_set (keymap, ACTION_FIND_NEXT, "n .", NULL));
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_PAGE, 'n'),
                ACTION_FIND_NEXT);
  CHECK_NUMBER (keymap_action (keymap, CONTEXT_LIST, 'n'), ACTION_QUIT);
  CHECK (keymap_set (keymap, ACTION_QUIT, "q", NULL));
  CHECK_STRING (keymap_keys (keymap, ACTION_FIND_NEXT), "n .");
  keymap_free (keymap);
}

int
main (int argc, char **argv)
{
  static const struct check_case table[] = {
    { "names", names },
    { "no-names", no_names },
    { "labels", labels },
    { "table-is-sound", table_is_sound },
    { "default-keys", default_keys },
    { "keys-are-set", keys_are_set },
    { "keys-are-taken", keys_are_taken },
    { NULL, NULL },
  };
  return check_main (argc, argv, table);
}
