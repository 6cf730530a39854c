/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of files for documents.  */
#include "export/file_name.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "base/utf8.h"
#include "export/export_parts.h"

enum { LENGTH_MOST = 80, DIGITS = 8 };

/* Adds the letters and digits of TEXT in lower case, a hyphen for each run of
   anything else.  */
static void
add_slug (const char *text, struct buf *out)
{
  size_t len = strlen (text);
  bool gap = false;
  for (size_t at = 0; at < len && out->len < LENGTH_MOST;)
    {
      unsigned cp = utf8_next (text, len, &at);
      if (cp == UTF8_ERROR || (!uc_is_alpha (cp) && !uc_is_digit (cp)))
        {
          gap = true;
          continue;
        }
      if (gap && out->len > 0)
        buf_add_byte (out, '-');
      buf_add_cp (out, uc_tolower (cp));
      gap = false;
    }
}

/* The path without what stands behind the last dot of its last part.  */
static void
cut_extension (struct buf *path)
{
  char *dot = path->len ? strrchr (path->data, '.') : NULL;
  if (dot && dot > path->data && !strchr (dot, '/'))
    {
      *dot = '\0';
      path->len = (size_t) (dot - path->data);
    }
}

void
file_name_of (const struct citation *citation, const char *hash,
              const char *extension, struct buf *out)
{
  struct buf source = BUF_INIT, slug = BUF_INIT;
  export_source (citation, &source);
  if (source.len == 0)
    buf_add_string (&source, hash);
  unsigned long long print = anchor_print (source.data, source.len);
  cut_extension (&source);
  add_slug (buf_string (&source), &slug);
  buf_add_format (out, "%s%s%08x%s", buf_string (&slug), slug.len ? "-" : "",
                  (unsigned) (print >> 32), extension);
  buf_free (&slug);
  buf_free (&source);
}

bool
file_name_is_ours (const char *name, const char *extension)
{
  size_t len = strlen (name), tail = strlen (extension);
  if (len < DIGITS + tail || strcmp (name + len - tail, extension) != 0)
    return false;
  const char *digits = name + len - tail - DIGITS;
  return strspn (digits, "0123456789abcdef") == DIGITS
         && (digits == name || digits[-1] == '-');
}
