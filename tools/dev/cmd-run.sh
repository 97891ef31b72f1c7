# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev run [--demo[=empty]] [--my-data] [ARGS for hearten]

SCRATCH=

cmd_run() {
  local demo='' my_data='' args=() arg browser='' code=0
  for arg in "$@"; do
    case $arg in
      --demo) demo=story ;;
      --demo=empty) demo=empty ;;
      --demo=*) fail "--demo knows only \"empty\"; without it a made-up story is shown." ;;
      --my-data) my_data=1 ;;
      *) args+=("$arg") ;;
    esac
  done
  ensure
  build_main_quietly
  if ! needs_no_display "${args[@]}" && [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then browser=1; fi
  if [[ -n $demo || (-n $browser && -z $my_data) ]]; then use_scratch_data "$demo"; fi
  export XDG_DATA_DIRS="$PREFIX/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
  if [[ $TOOLCHAIN == root ]]; then XDG_DATA_DIRS+=":/usr/local/share:/usr/share"; fi
  if [[ -n $browser ]]; then
    warn_about_browser
    enter dbus-run-session -- bash "$PROJECT/tools/dev/in-browser.sh" "$PREFIX/bin/hearten" "${args[@]}" || code=$?
  elif [[ -n $SCRATCH ]] || ! { has_session_bus || needs_no_display "${args[@]}"; }; then
    # A bus of its own: where there is none, and so that a demo never meets a running Hearten with real data.
    enter dbus-run-session -- "$PREFIX/bin/hearten" "${args[@]}" || code=$?
  else
    enter "$PREFIX/bin/hearten" "${args[@]}" || code=$?
  fi
  exit "$code"
}

needs_no_display() {
  local arg
  for arg in "$@"; do
    case $arg in
      --version | --check | --export | --export=* | --help* | -h) return 0 ;;
    esac
  done
  return 1
}

has_session_bus() {
  [[ -n ${DBUS_SESSION_BUS_ADDRESS:-} || -S ${XDG_RUNTIME_DIR:-/run/user/$EUID}/bus ]]
}

# Everything the program writes goes to a folder that is removed at the end.
use_scratch_data() {
  SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/hearten-demo.XXXXXX") || fail "No temporary folder could be made; your own data is untouched."
  trap 'rm -rf "$SCRATCH"' EXIT
  trap 'exit 130' INT TERM HUP
  mkdir -m 0700 "$SCRATCH"/{data,state,config,cache}
  export XDG_DATA_HOME=$SCRATCH/data XDG_STATE_HOME=$SCRATCH/state
  export XDG_CONFIG_HOME=$SCRATCH/config XDG_CACHE_HOME=$SCRATCH/cache GSETTINGS_BACKEND=keyfile
  if [[ $1 == story ]]; then
    if [[ -e $PROJECT/tools/demo-story.py ]]; then
      enter python3 "$PROJECT/tools/demo-story.py" "$XDG_DATA_HOME" >&2 ||
        fail "The story could not be written; your own data is untouched, and ./dev run --demo=empty still works."
    else
      say "There is no tools/demo-story.py yet, so the demo starts empty."
    fi
  fi
}

warn_about_browser() {
  say "There is no display here, so the window is shown in a web browser."
  say "While it runs, every user of this machine can open it and read what it shows."
  if [[ -n $SCRATCH ]]; then
    say "So it uses a temporary folder, removed at the end; --my-data uses your own data."
  else
    say "It shows your own data, as you asked with --my-data."
  fi
}
