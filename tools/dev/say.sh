# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the door says, and how it shows that something is going on.

say() { printf '%s\n' "$*" >&2; }

# One sentence: what happened, what is safe, what to do.
fail() {
  say "$*"
  exit 1
}

# CMD | show_progress TITLE [STATUS-PREFIX…]: a line that moves on a terminal, a line
# every ten seconds elsewhere. Reads apt's machine status from stdin while CMD runs.
show_progress() {
  local title=$1 line='' note='' begin=$SECONDS shown=$SECONDS code kind percent
  while :; do
    code=0
    IFS=: read -r -t 1 kind _ percent line || code=$?
    if ((code == 0)); then
      case $kind in
        dlstatus) note="downloading, ${percent%%.*} %" ;;
        pmstatus) note="${percent%%.*} %, ${line#"Preparing "}" ;;
        *) continue ;;
      esac
    elif ((code < 128)); then
      break
    fi
    if [[ -t 2 ]]; then
      printf '\r\e[K  %s: %s (%d s)' "$title" "${note:0:50}" $((SECONDS - begin)) >&2
    elif ((SECONDS - shown >= 10)); then
      shown=$SECONDS
      say "  $title: ${note:-still at it} ($((SECONDS - begin)) s)"
    fi
  done
  if [[ -t 2 ]]; then printf '\r\e[K' >&2; fi
  say "  $title: $((SECONDS - begin)) s"
}

# with_progress LOG TITLE CMD…: output goes to LOG, the end of it is shown on failure.
with_progress() {
  local log=$1 title=$2 code=0
  shift 2
  mkdir -p "$(dirname "$log")"
  trap 'say "Stopped during: $title. What is complete is kept, and ./dev goes on from there the next time."; exit 130' INT TERM
  "$@" 3>&1 >"$log" 2>&1 </dev/null | show_progress "$title" || code=$?
  trap - INT TERM
  if ((code != 0)); then tail -n 30 "$log" >&2; fi
  return "$code"
}

# Runs CMD as administrator; fails when there is no way to become one.
as_admin() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
    say "  sudo $*"
    sudo "$@"
  else
    return 1
  fi
}

can_be_admin() {
  ((EUID == 0)) || { command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; }
}

version_at_least() { [[ $(printf '%s\n%s\n' "$2" "${1#*:}" | sort -V | head -n 1) == "$2" ]]; }

# locked NAME CMD…: one process at a time; the others wait and say so.
locked() {
  local name=$1 fd code=0
  shift
  mkdir -p "$(dirname "$name")"
  exec {fd}>"$name"
  if ! flock -n "$fd"; then
    say "Waiting for another ./dev to finish with the same thing."
    flock "$fd"
  fi
  "$@" || code=$?
  exec {fd}>&-
  return "$code"
}
