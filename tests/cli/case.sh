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
    -e 's/[0-9a-f]\{8\}-[0-9a-f]\{4\}-4[0-9a-f-]\{21\}/UUID/g'
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

# All characters of standard input that are seen, in lines of the same length.
seen ()
{
  LC_ALL=C.UTF-8 sed 's/　//g' | tr -d ' \n\t\r' | fold -w 60
}

# Says so if the document of the article $1 has another text than the file, read
# here by a few lines of awk, or is not shown whole.  A side may begin with the
# title of the header, where the body does not repeat it.
check_article ()
{
  awk '/^<hr \/>/ || /^\*\*Named Entities/ { exit }
    body && ! /^<br>$/ { print } /^(Page|Edition):/ { body = 1 }' "$1" > body-t
  sed '1,/^第.*版/d' "$1" | sed '/^专栏：/d' > body-o
  sed -n 's/^Title: *//p' "$1" | sed 1q > title-t
  sed -n 's/^### *//p' "$1" | sed 1q > title-o
  for side in o t; do
    side_text $side "$1" | seen > text-$side
    seen < body-$side | cmp -s - text-$side \
      || cat title-$side body-$side | seen | cmp -s - text-$side \
      || echo "$2: side $side is not that of the file"
  done
  for layout in original translation; do
    side=t
    [ $layout = original ] && side=o
    for width in 33 10000; do
      "$ENFACE" show --width=$width --layout=$layout "$1" | sed '1,/^$/d' \
        | seen | cmp -s - text-$side || echo "$2: $layout in $width columns"
    done
  done
  # Side by side, the left half is the one text, the right half the other.
  "$ENFACE" show --width=60 --layout=sides "$1" | sed '1,/^$/d' > sides
  sed 's/ *|.*//' sides | seen | cmp -s - text-o || echo "$2: the left half"
  sed 's/^[^|]*|//' sides | seen | cmp -s - text-t || echo "$2: the right half"
  # Where each pair begins the one before it has ended.
  "$ENFACE" align --format=tsv "$1" | awk -F '\t' -v key="$2" '
    $1 != o || $3 != t { print key ": a gap before pair " NR }
    { o = $2; t = $4 }'
}

# Says so if the fields of the article $1 are others than awk finds in it.
check_fields ()
{
  awk '
    { sub (/\r$/, ""); sub (/[ 　]+$/, "") }
    /^### / { title = substr ($0, 5); below = 1; next }
    ! below && match ($0, /^(Title|Author|Date|Page|Edition):/) {
      name = substr ($0, 1, RLENGTH - 1)
      value = substr ($0, RLENGTH + 1)
      sub (/^ +/, "", value)
      field[name == "Edition" ? "Page" : name] = value
    }
    below == 1 && /^[0-9]+-[0-9]+-[0-9]+$/ { below = 2 }
    below == 1 && $0 != "" { author = $0 }
    /^专栏：/ { column = substr ($0, length ("专栏：") + 1) }
    END {
      print title
      print field["Title"]
      both = author != "" && field["Author"] != "" ? " / " : ""
      if (author field["Author"] != "")
        print author both field["Author"]
      print field["Date"] ", page " field["Page"] \
        (column != "" ? ", " column : "")
    }' "$1" | seen > fields
  "$ENFACE" show --width=10000 "$1" | sed '/^$/,$d' | sed '$d' | seen \
    | cmp -s - fields || { echo "$2: the fields are others"; cat fields; }
}
