# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev fuzz [SECONDS]: how long each reader is fed, 60 unless told

cmd_fuzz() {
  ensure fuzz
  with_progress "$PROJECT/_build/fuzz.log" "Building for fuzzing" locked "$PROJECT/_build/fuzz.lock" build_fuzzers ||
    fail "The fuzzing build failed (above, and in _build/fuzz.log)."
  isolated bash "$PROJECT/tests/fuzz/run.sh" "$PROJECT/_build/fuzz" "$@"
}

# Only what is fuzzed is built: it needs nothing of the window.
build_fuzzers() {
  CC=clang configure fuzz -Dfuzz=true -Db_lundef=false >&2 && enter ninja -C "$PROJECT/_build/fuzz" fuzzers >&2
}
