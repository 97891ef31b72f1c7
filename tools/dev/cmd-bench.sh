# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev bench [--json] [--peers] [--only program|reminders|lifetime|peers]

cmd_bench() {
  [[ -e $PROJECT/tests/bench/run.py ]] || fail "There is no tests/bench/run.py yet, so nothing was measured."
  ensure test bench
  if [[ " $* " == *" --peers "* || " $* " == *" peers "* ]]; then ensure peers; fi
  with_progress "$PROJECT/_build/release.log" "Building for measuring" build_release ||
    fail "The release build failed (above, and in _build/release.log); nothing was measured."
  isolated env LANG=C.UTF-8 python3 "$PROJECT/tests/bench/run.py" --build "$PROJECT/_build/release" "$@"
}

build_release() {
  build release --buildtype=release --prefix="$PROJECT/_build/release-prefix" &&
    enter meson install -C "$PROJECT/_build/release" --no-rebuild --only-changed --quiet
}
