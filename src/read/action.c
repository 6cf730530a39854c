/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of actions and the map of keys.  */
#include "read/action.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "read/key.h"

#define ROW(id, name, keys, contexts, help)                                   \
  [ACTION_##id] = { name, keys, contexts, help, GROUP_HERE },
static const struct action_row rows[ACTION_COUNT] = {
#define GROUP_HERE GROUP_MOVE
  ACTIONS_MOVE (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_SHOW
  ACTIONS_SHOW (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_FIND
  ACTIONS_FIND (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_SEARCH
  ACTIONS_SEARCH (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_NOTE
  ACTIONS_NOTE (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_SELECT
  ACTIONS_SELECT (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_WORD
  ACTIONS_WORD (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_CHECK
  ACTIONS_CHECK (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_MEND
  ACTIONS_MEND (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_NUMBER
  ACTIONS_NUMBER (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_WRITE
  ACTIONS_WRITE (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_GO
  ACTIONS_GO (ROW)
};
#undef ROW

static const char *const group_titles[GROUPS] = {
  [GROUP_MOVE] = N_("Moving"),
  [GROUP_GO] = N_("Going about"),
  [GROUP_SHOW] = N_("Showing"),
  [GROUP_FIND] = N_("Finding"),
  [GROUP_SEARCH] = N_("Searching the library"),
  [GROUP_NOTE] = N_("Notes"),
  [GROUP_WRITE] = N_("Writing a note"),
  [GROUP_SELECT] = N_("Marking a text"),
  [GROUP_WORD] = N_("Reading words"),
  [GROUP_CHECK] = N_("Checking"),
  [GROUP_MEND] = N_("Mending pairs"),
  [GROUP_NUMBER] = N_("Numbers"),
};

struct binding
{
  unsigned key;
  enum action action;
};

struct keymap
{
  char *given[ACTION_COUNT]; /* as they were set; NULL: as in the table */
  char *keys[ACTION_COUNT];  /* those that work; NULL: all */
  struct
  VEC (struct binding) bindings; /* the later wins */
};

const struct action_row *
action_row (enum action action)
{
  return &rows[action];
}

const char *
action_group_title (enum action_group group)
{
  return group_titles[group];
}

enum action
action_named (const char *name)
{
  for (enum action a = 1; a < ACTION_COUNT; a++)
    if (strcmp (rows[a].name, name) == 0)
      return a;
  return ACTION_NONE;
}

/* The keys that ACTION was given.  */
static const char *
given (const struct keymap *keymap, enum action action)
{
  return keymap->given[action] ? keymap->given[action] : rows[action].keys;
}

static void
unbind (struct keymap *keymap, enum action action)
{
  size_t kept = 0;
  for (size_t i = 0; i < keymap->bindings.len; i++)
    if (keymap->bindings.items[i].action != action)
      keymap->bindings.items[kept++] = keymap->bindings.items[i];
  keymap->bindings.len = kept;
}

/* The next name in the list at *AT; its length, 0 at the end.  */
static size_t
next_name (const char **at)
{
  *at += strspn (*at, " \t");
  return strcspn (*at, " \t");
}

/* Whether KEY does ACTION anywhere.  */
static bool
works (const struct keymap *keymap, unsigned key, enum action action)
{
  for (enum context c = 0; c < CONTEXTS; c++)
    if (keymap_action (keymap, c, key) == action)
      return true;
  return false;
}

/* Makes the lists of the keys that work.  */
static void
list_keys (struct keymap *keymap)
{
  for (enum action a = 1; a < ACTION_COUNT; a++)
    {
      struct buf keys = BUF_INIT;
      const char *at = given (keymap, a);
      for (size_t len; (len = next_name (&at)) > 0; at += len)
        if (works (keymap, key_named (at, len), a))
          buf_add_format (&keys, "%s%.*s", keys.len ? " " : "", (int) len,
                          at);
      free (keymap->keys[a]);
      keymap->keys[a] = buf_take (&keys);
    }
}

static void
bind_keys (struct keymap *keymap, enum action action, const char *keys)
{
  for (size_t len; (len = next_name (&keys)) > 0; keys += len)
    VEC_PUSH (&keymap->bindings,
              (struct binding) { key_named (keys, len), action });
}

bool
keymap_set (struct keymap *keymap, enum action action, const char *keys,
            struct err *err)
{
  const char *at = keys;
  for (size_t len; (len = next_name (&at)) > 0; at += len)
    if (!key_named (at, len))
      return err_set (err, ERR_USAGE, rows[action].name, "%.*s", (int) len,
                      at);
  unbind (keymap, action);
  bind_keys (keymap, action, keys);
  free (keymap->given[action]);
  keymap->given[action] = mem_string (keys);
  list_keys (keymap);
  return true;
}

/* In the table no action takes another one's key, so that nothing needs to be
   listed: this is done at each start.  */
struct keymap *
keymap_new (void)
{
  struct keymap *keymap = mem_new (1, sizeof *keymap);
  for (enum action a = 1; a < ACTION_COUNT; a++)
    bind_keys (keymap, a, rows[a].keys);
  return keymap;
}

void
keymap_free (struct keymap *keymap)
{
  if (!keymap)
    return;
  for (enum action a = 1; a < ACTION_COUNT; a++)
    {
      free (keymap->given[a]);
      free (keymap->keys[a]);
    }
  VEC_FREE (&keymap->bindings);
  free (keymap);
}

enum action
keymap_action (const struct keymap *keymap, enum context context,
               unsigned key)
{
  for (size_t i = keymap->bindings.len; i-- > 0;)
    {
      const struct binding *b = &keymap->bindings.items[i];
      if (b->key == key && rows[b->action].contexts & 1u << context)
        return b->action;
    }
  return ACTION_NONE;
}

const char *
keymap_keys (const struct keymap *keymap, enum action action)
{
  return keymap->keys[action] ? keymap->keys[action] : rows[action].keys;
}

const char *
keymap_first (const struct keymap *keymap, enum action action, char name[24])
{
  const char *at = keymap_keys (keymap, action);
  size_t len = next_name (&at);
  if (len > 23)
    len = 23;
  memcpy (name, at, len);
  name[len] = '\0';
  return name;
}
