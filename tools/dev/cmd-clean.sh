# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev clean [--all]

cmd_clean() {
  case ${1:-} in
    '' | --all) ;;
    *) fail "clean knows only --all, not \"$1\"; nothing was removed." ;;
  esac
  rm -rf "$PROJECT/_build"
  say "Removed _build. Your journal is untouched."
  if [[ ${1:-} == --all && -d $CACHE ]]; then
    locked "$CACHE/lock" as_owner rm -rf "$CACHE"
    say "Removed $CACHE; the next ./dev sets it up again."
  fi
}
