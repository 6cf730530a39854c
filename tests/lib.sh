# SPDX-License-Identifier: GPL-3.0-or-later
# The runner of cases that tests/cli/run and tests/screen/run share: a case
# is a file NAME.SUFFIX with NAME.expected beside it.
#
# The caller sets `here` (its folder), `suffix` and `must_succeed` (yes: a
# status other than 0 is a failure, whatever is expected), defines the function
# `case_run FILE`, which is called in the folder of the case, and calls
#   cases_main [--update] [NAME...]
# NAME may be a pattern.  Variables that are heeded: srcdir (the top folder of
# the sources), SHARED, CASES (another folder with cases), CASE_TIMEOUT
# (seconds).

# Makes the path $1 absolute, if it has a slash.
absolute ()
{
  case $1 in
    /*) printf '%s\n' "$1" ;;
    */*) printf '%s/%s\n' "$(pwd)" "$1" ;;
    *) printf '%s\n' "$1" ;;
  esac
}

# Leaves nothing of the caller's settings in the environment.
clean_environment ()
{
  for variable in $(env | sed -n -e 's/^\(ENFACE_[A-Za-z0-9_]*\)=.*/\1/p' \
    -e 's/^\(LC_[A-Z]*\)=.*/\1/p' -e 's/^\(XDG_[A-Z_]*\)=.*/\1/p'); do
    unset "$variable"
  done
  unset LANG LANGUAGE NO_COLOR EDITOR VISUAL PAGER COLUMNS LINES CDPATH \
    SSH_TTY SSH_CONNECTION TMUX STY ESCDELAY MAKEFLAGS MAKELEVEL MFLAGS
  LC_ALL=C.UTF-8 TZ=UTC TERM=xterm-256color
  # Where the program is built elsewhere, it can't find them beside itself.
  ENFACE_TEXTS=$srcdir/texts
  export LC_ALL TZ TERM ENFACE_TEXTS
  umask 022
}

# Makes the folders of a case under $tmp and goes there.
enter_case ()
{
  mkdir "$tmp/case" "$tmp/case/work" "$tmp/case/home" "$tmp/case/tmp"
  mkdir -m 700 "$tmp/case/run"
  HOME=$tmp/case/home TMPDIR=$tmp/case/tmp
  XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share
  XDG_STATE_HOME=$HOME/.local/state XDG_CACHE_HOME=$HOME/.cache
  XDG_RUNTIME_DIR=$tmp/case/run
  export HOME TMPDIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME \
    XDG_CACHE_HOME XDG_RUNTIME_DIR
  cd "$tmp/case/work" || return
}

# Removes the folders of a case, also those that it made unwritable.
leave_case ()
{
  chmod -R u+rwX "$tmp/case" 2> /dev/null
  rm -rf "$tmp/case"
}

# Runs the case $1; its output, without the names of folders that differ from
# one machine to the next, and its status go to $tmp/out.
run_case ()
{
  (
    enter_case || exit 1
    case_run "$1"
  ) < /dev/null > "$tmp/raw" 2>&1
  status=$?
  {
    cat "$tmp/raw"
    case $(tail -c 1 "$tmp/raw" | od -An -tx1) in
      '' | *0a*) ;;
      *) printf '\n(no newline at the end)\n' ;;
    esac
    printf 'exit=%d\n' "$status"
  } | LC_ALL=C sed "s|$tmp/case|TMP|g; s|$srcdir|SRCDIR|g" > "$tmp/out"
  leave_case
}

# Says that the case $1 failed because of $2, with the differences.
failed ()
{
  failures=$((failures + 1))
  printf 'FAIL %s: %s\n' "$1" "$2"
  printf -- '--- %s.expected\n+++ %s now\n' "$1" "$1"
  if [ -f "$cases/$1.expected" ]; then
    diff -u "$cases/$1.expected" "$tmp/out" | sed 1,2d
  else
    sed 's/^/+/' "$tmp/out"
  fi
}

# Writes the expected file of the case $1.
update ()
{
  if cmp -s "$cases/$1.expected" "$tmp/out"; then
    printf 'PASS %s\n' "$1"
  elif cp "$tmp/out" "$cases/$1.expected"; then
    printf 'UPDATED %s (exit=%d)\n' "$1" "$status"
  else
    failed "$1" "the expected file can't be written"
    return
  fi
  passes=$((passes + 1))
}

# Runs the case in the file $1 and compares.
try_case ()
{
  name=$(basename "$1" ".$suffix")
  run_case "$1"
  if [ "$status" -eq 77 ] && [ -s "$tmp/raw" ]; then
    skips=$((skips + 1))
    printf 'SKIP %s: %s\n' "$name" "$(tail -n 1 "$tmp/raw")"
  elif [ "$status" -eq 77 ]; then
    failed "$name" 'skipped without saying why'
  elif [ "$status" -ne 0 ] && [ "$must_succeed" = yes ]; then
    failed "$name" "it ended with $status"
  elif [ "$updating" = yes ]; then
    update "$name"
  elif [ ! -f "$cases/$name.expected" ]; then
    failed "$name" "there is no $name.expected (--update writes it)"
  elif cmp -s "$cases/$name.expected" "$tmp/out"; then
    passes=$((passes + 1))
    printf 'PASS %s\n' "$name"
  else
    failed "$name" 'the output is another'
  fi
}

# Tries all cases whose name fits the pattern $1.
try_pattern ()
{
  found=no
  for file in "$cases"/${1%".$suffix"}."$suffix"; do
    if [ -f "$file" ]; then
      found=yes
      try_case "$file"
    fi
  done
  if [ "$found" = no ]; then
    failures=$((failures + 1))
    printf 'FAIL %s: there is no such case in %s\n' "$1" "$cases"
  fi
}

# The folders: where the cases and the sources are, and a temporary one.
find_folders ()
{
  cases=$(cd "${CASES:-$here}" && pwd) || exit 1
  srcdir=$(cd "${srcdir:-$here/../..}" && pwd) || exit 1
  SHARED=$(cd "${SHARED:-$srcdir/../shared}" 2> /dev/null && pwd) || SHARED=
  export srcdir SHARED
  unset CASES
  tmp=$(mktemp -d) || exit 1
  tmp=$(cd "$tmp" && pwd -P)
  trap 'leave_case; rm -rf "$tmp"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# Runs a command for CASE_TIMEOUT seconds at most.
limited ()
{
  timeout -k 5 "${CASE_TIMEOUT:-300}" "$@"
}

cases_main ()
{
  passes=0 failures=0 skips=0 updating=no
  find_folders
  clean_environment
  if [ "${1-}" = --update ]; then
    updating=yes
    shift
  fi
  [ $# -gt 0 ] || set -- '*'
  for pattern; do
    try_pattern "$pattern"
  done
  printf '%d passed, %d failed, %d skipped\n' "$passes" "$failures" "$skips"
  [ "$failures" -eq 0 ] || exit 1
  [ "$passes" -gt 0 ] || exit 77
  exit 0
}
