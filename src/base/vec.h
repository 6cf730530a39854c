/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growable arrays: a struct with the members `items`, `len` and `cap`.  */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>
#include <stdlib.h>

#include "base/mem.h"

/* Declares the type of a growable array of TYPE, for instance
   `struct beads VEC (struct bead);`.  All zero is an empty array.  */
#define VEC(type)                                                             \
  {                                                                           \
    type *items;                                                              \
    size_t len;                                                               \
    size_t cap;                                                               \
  }

/* Makes room for MORE items after the present ones of the array at V.  */
#define VEC_RESERVE(v, more)                                                  \
  do                                                                          \
    {                                                                         \
      size_t need_ = (v)->len + (more);                                       \
      if (need_ > (v)->cap)                                                   \
        {                                                                     \
          (v)->cap = need_ < 8 ? 8 : need_ + need_ / 2;                       \
          (v)->items                                                          \
            = mem_resize ((v)->items, (v)->cap, sizeof *(v)->items);          \
        }                                                                     \
    }                                                                         \
  while (0)

/* Adds one item at the end.  */
#define VEC_PUSH(v, ...)                                                      \
  do                                                                          \
    {                                                                         \
      VEC_RESERVE (v, 1);                                                     \
      (v)->items[(v)->len++] = (__VA_ARGS__);                                 \
    }                                                                         \
  while (0)

/* Sets PLACE to how many items at the beginning of V are BEFORE something, by
   halves: they must come before all others.  BEFORE is asked of item AT, a name
   for its index.  */
#define VEC_PLACE(v, place, at, before)                                       \
  do                                                                          \
    {                                                                         \
      size_t until_ = (v)->len;                                               \
      (place) = 0;                                                            \
      while ((place) < until_)                                                \
        {                                                                     \
          size_t at = (place) + (until_ - (place)) / 2;                       \
          if (before)                                                         \
            (place) = at + 1;                                                 \
          else                                                                \
            until_ = at;                                                      \
        }                                                                     \
    }                                                                         \
  while (0)

/* Gives back the room behind the last item.  */
#define VEC_FIT(v)                                                            \
  do                                                                          \
    if ((v)->cap > (v)->len && (v)->len > 0)                                  \
      {                                                                       \
        (v)->cap = (v)->len;                                                  \
        (v)->items                                                            \
          = mem_resize ((v)->items, (v)->cap, sizeof *(v)->items);            \
      }                                                                       \
  while (0)

/* Frees the array, not what its items own, and leaves it empty.  */
#define VEC_FREE(v)                                                           \
  do                                                                          \
    {                                                                         \
      free ((v)->items);                                                      \
      (v)->items = NULL;                                                      \
      (v)->len = (v)->cap = 0;                                                \
    }                                                                         \
  while (0)

#endif
