# SPDX-License-Identifier: GPL-3.0-or-later
# What the cases of the command line share; a case reads it with
#   . "$srcdir/tests/cli/case.sh"

# Runs enface and shows the command line, what it printed, its errors behind
# "! " and its status, where that is not 0.
run ()
{
  printf '$ enface'
  printf ' %s' "$@" | LC_ALL=C tr '\001-\011\013-\037\177' '[?*]'
  echo
  status=0
  "$ENFACE" "$@" 2> "$TMPDIR/errors" || status=$?
  sed 's/^/! /' "$TMPDIR/errors"
  [ "$status" -eq 0 ] || echo "status $status"
}

# The sample texts as the folder $1, which can be written.
take_texts ()
{
  cp -R "$srcdir/texts" "$1"
  chmod -R u+w "$1"
}

# Makes times of day and identities of notes in standard input the same on
# each day.
stable ()
{
  sed -e 's/[0-9]\{4\}-[0-9][0-9]-[0-9][0-9]T[0-9:]\{8\}Z/TIME/g' \
    -e 's/[0-9a-f]\{8\}-[0-9a-f]\{4\}-4[0-9a-f-]\{22\}/UUID/g'
}

# The notes, without what differs from day to day: number, path, kind, side,
# start, end, state, quotation, text, tags.
notes ()
{
  "$ENFACE" note list --format=tsv "$@" | cut -f 1-10
}

# The text of side o or t ($1) of a document ($2), from the records of align.
side_text ()
{
  "$ENFACE" align --format=tsv "$2" \
    | awk -F '\t' -v side="$1" '
        {
          text = side == "o" ? $6 : $7
          gsub (/\\\\/, "\001", text)
          gsub (/\\n/, "\n", text)
          gsub (/\\t/, "\t", text)
          gsub (/\\r/, "\r", text)
          gsub (/\001/, "\\", text)
          printf "%s", text
        }'
}
