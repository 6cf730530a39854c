/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing JSON (RFC 8259): members and elements one after the other, the commas
   between them put by themselves.  */
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct json
{
  struct buf *out;
  bool more; /* a value stands before the next one */
};

/* Opens an object or array with BRACKET, `{' or `[', and closes it with `}' or
   `]'.  */
void json_open (struct json *json, char bracket);
void json_close (struct json *json, char bracket);

/* Writes the key of the member that comes next.  */
void json_key (struct json *json, const char *key);

/* Each writes a value.  TEXT is UTF-8, "" for NULL.  */
void json_text (struct json *json, const char *text);
void json_number (struct json *json, unsigned long long number);

/* Writes the member KEY; the second one nothing where TEXT is NULL.  */
void json_member (struct json *json, const char *key, const char *text);
void json_optional (struct json *json, const char *key, const char *text);
void json_count (struct json *json, const char *key,
                 unsigned long long number);

#endif
