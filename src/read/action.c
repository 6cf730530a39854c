/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of actions and the map of keys.  */
#include "read/action.h"

#include <stdlib.h>
#include <string.h>

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
#define GROUP_HERE GROUP_NOTE
  ACTIONS_NOTE (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_SELECT
  ACTIONS_SELECT (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_WRITE
  ACTIONS_WRITE (ROW)
#undef GROUP_HERE
#define GROUP_HERE GROUP_GO
  ACTIONS_GO (ROW)
};
#undef ROW

static const char *const group_titles[GROUPS] = {
  N_("Moving"),       N_("Showing"),        N_("Finding"),
  N_("Notes"),        N_("Marking a text"), N_("Writing a note"),
  N_("Going about"),
};

struct binding
{
  unsigned key;
  enum action action;
};

struct keymap
{
  char *keys[ACTION_COUNT];
  struct
  VEC (struct binding) bindings;
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
  at = keys;
  for (size_t len; (len = next_name (&at)) > 0; at += len)
    VEC_PUSH (&keymap->bindings,
              (struct binding) { key_named (at, len), action });
  free (keymap->keys[action]);
  keymap->keys[action] = mem_string (keys);
  return true;
}

struct keymap *
keymap_new (void)
{
  struct keymap *keymap = mem_new (1, sizeof *keymap);
  for (enum action a = 1; a < ACTION_COUNT; a++)
    keymap_set (keymap, a, rows[a].keys, NULL);
  return keymap;
}

void
keymap_free (struct keymap *keymap)
{
  if (!keymap)
    return;
  for (enum action a = 1; a < ACTION_COUNT; a++)
    free (keymap->keys[a]);
  VEC_FREE (&keymap->bindings);
  free (keymap);
}

enum action
keymap_action (const struct keymap *keymap, enum context context,
               unsigned key)
{
  enum action found = ACTION_NONE;
  for (size_t i = 0; i < keymap->bindings.len; i++)
    {
      const struct binding *b = &keymap->bindings.items[i];
      if (b->key == key && rows[b->action].contexts & 1u << context
          && (!found || b->action < found))
        found = b->action;
    }
  return found;
}

const char *
keymap_keys (const struct keymap *keymap, enum action action)
{
  return keymap->keys[action];
}

const char *
keymap_first (const struct keymap *keymap, enum action action, char name[24])
{
  const char *at = keymap->keys[action];
  size_t len = next_name (&at);
  if (len > 23)
    len = 23;
  memcpy (name, at, len);
  name[len] = '\0';
  return name;
}
