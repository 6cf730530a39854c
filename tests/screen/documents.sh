# SPDX-License-Identifier: GPL-3.0-or-later
# Documents for the cases of the reader; their setups read this file.
ENFACE_TEXTS=$srcdir/texts
export ENFACE_TEXTS

# article FILE DATE ENGLISH-TITLE CHINESE-TITLE: an article in the archive
# format.  Its English text comes from the file FILE.en and its Chinese text
# from FILE.zh, a paragraph a line.
article ()
{
  {
    printf 'Title: %s\n\nAuthor: Lin Ping\nDate: %s\nPage: 1\n\n' "$3" "$2"
    cat "$1.en"
    printf '\n<hr />\n\nOriginal: \n\n\n### %s\n林平\n%s\n第1版()\n\n' \
      "$4" "$2"
    cat "$1.zh"
  } > "$1"
  rm "$1.en" "$1.zh"
}

# An article of two paragraphs, three pairs of sentences.
small_article ()
{
  cat > small.md.en <<'END'
The first furnace was lit at dawn. Nobody slept that night.

By noon 1,250 jin of iron had been tapped.
END
  cat > small.md.zh <<'END'
天亮时第一座炉子点了火。那一夜没有人睡觉。

到中午出铁一千二百五十斤。
END
  article small.md 1958-10-01 'The First Furnace' '第一座炉子'
}
