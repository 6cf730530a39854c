/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units by the words of the two languages.  */
#ifndef NUMBER_UNIT_NAME_H
#define NUMBER_UNIT_NAME_H

/* The symbol of the unit of measure that WORD is ("吨", "tons": "t"), or NULL.
   No counters: what is counted may as well be meant itself.  */
const char *unit_named (const char *word);

/* The first Chinese word of the tables for the unit or the thing counted with
   that symbol ("jin": 斤); NULL where they have none.  Lives for ever.  */
const char *unit_in_chinese (const char *symbol);

#endif
