# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev fuzz [ARGS for tests/fuzz/run.sh]

cmd_fuzz() {
  [[ -e $PROJECT/tests/fuzz/run.sh ]] || fail "There is no tests/fuzz/run.sh yet, so nothing was fuzzed."
  ensure fuzz
  with_progress "$PROJECT/_build/fuzz.log" "Building for fuzzing" \
    env_build fuzz -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false ||
    fail "The fuzzing build failed (above, and in _build/fuzz.log)."
  isolated bash "$PROJECT/tests/fuzz/run.sh" "$PROJECT/_build/fuzz" "$@"
}

env_build() { CC=clang build "$@"; }
