/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing JSON (RFC 8259).  */
#include "export/json.h"

#include <string.h>

static void
part (struct json *json)
{
  if (json->more)
    buf_add_byte (json->out, ',');
}

void
json_open (struct json *json, char bracket)
{
  part (json);
  buf_add_byte (json->out, bracket);
  json->more = false;
}

void
json_close (struct json *json, char bracket)
{
  buf_add_byte (json->out, bracket);
  json->more = true;
}

/* Adds C, which can't stand as it is.  */
static void
add_escape (struct buf *out, unsigned char c)
{
  static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
  const char *found = strchr (plain, c);
  if (found && c)
    {
      buf_add_byte (out, '\\');
      buf_add_byte (out, letters[found - plain]);
    }
  else
    buf_add_format (out, "\\u%04x", c);
}

static void
add_string (struct buf *out, const char *text)
{
  size_t start = 0, at = 0;
  buf_add_byte (out, '"');
  for (; text[at]; at++)
    {
      unsigned char c = (unsigned char) text[at];
      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
        continue;
      buf_add (out, text + start, at - start);
      add_escape (out, c);
      start = at + 1;
    }
  buf_add (out, text + start, at - start);
  buf_add_byte (out, '"');
}

void
json_key (struct json *json, const char *key)
{
  part (json);
  add_string (json->out, key);
  buf_add_byte (json->out, ':');
  json->more = false;
}

void
json_text (struct json *json, const char *text)
{
  part (json);
  add_string (json->out, text ? text : "");
  json->more = true;
}

void
json_number (struct json *json, unsigned long long number)
{
  part (json);
  buf_add_format (json->out, "%llu", number);
  json->more = true;
}

void
json_member (struct json *json, const char *key, const char *text)
{
  json_key (json, key);
  json_text (json, text);
}

void
json_optional (struct json *json, const char *key, const char *text)
{
  if (text)
    json_member (json, key, text);
}

void
json_count (struct json *json, const char *key, unsigned long long number)
{
  json_key (json, key);
  json_number (json, number);
}
