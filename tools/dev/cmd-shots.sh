# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev shots [ARGS for tests/ui/shots.py]

cmd_shots() {
  [[ -e $PROJECT/tests/ui/shots.py ]] || fail "There is no tests/ui/shots.py yet, so no picture was taken."
  ensure test
  build_main_quietly
  mkdir -p "$PROJECT/_build/shots"
  isolated python3 "$PROJECT/tests/ui/shots.py" --build "$BUILD" --prefix "$PREFIX" --output "$PROJECT/_build/shots" "$@"
}
