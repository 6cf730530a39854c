/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: the one door of the room.  */
#ifndef VIEW_READER_H
#define VIEW_READER_H

#include "read/start.h"

extern const struct screen_door reader_door;

#endif
