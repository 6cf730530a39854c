/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists have in common.  */
#include "view/list.h"

static size_t
last_of (const struct list *list)
{
  return list->count > list->first ? list->count - 1 : list->first;
}

void
list_fit (struct list *list, size_t rows)
{
  list->rows = rows;
  if (list->at >= list->count)
    list->at = last_of (list);
  if (list->at < list->first)
    list->at = list->first;
  if (list->top < list->first)
    list->top = list->first;
  if (list->top > list->at)
    list->top = list->at;
  if (rows > 0 && list->at - list->top >= rows)
    list->top = list->at - rows + 1;
}

/* The cursor moved by STEP rows, down or up.  */
static void
step_by (struct list *list, size_t step, bool down)
{
  if (down)
    list->at = list->count - list->at > step ? list->at + step
                                             : last_of (list);
  else
    list->at = list->at - list->first > step ? list->at - step : list->first;
}

bool
list_move (struct list *list, enum action action)
{
  size_t page = list->rows > 2 ? list->rows - 1 : 1;
  switch (action)
    {
    case ACTION_NEXT:
    case ACTION_PREVIOUS:
      step_by (list, 1, action == ACTION_NEXT);
      break;
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
      step_by (list, page, action == ACTION_PAGE_DOWN);
      break;
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP:
      step_by (list, page / 2 + 1, action == ACTION_HALF_DOWN);
      break;
    case ACTION_FIRST:
      list->at = list->first;
      break;
    case ACTION_LAST:
      list->at = last_of (list);
      break;
    default:
      return false;
    }
  list_fit (list, list->rows);
  return true;
}
