# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev test [--slow] [--asan] [PATTERN]
# ./dev test sync: two real Syncthing daemons.
# ./dev test suspend: a real sleep, in a machine made of software; only where it is named.

cmd_test() {
  local slow='' asan='' pattern='' arg
  for arg in "$@"; do
    case $arg in
      --slow) slow=1 ;;
      --asan) asan=1 ;;
      -*) fail "test knows --slow, --asan and a part of a test's name, not \"$arg\"." ;;
      *) pattern=$arg ;;
    esac
  done
  if [[ $pattern == suspend ]]; then
    test_suspend
    return
  fi
  if [[ $pattern == sync ]]; then pattern=syncthing; fi
  RESULTS=()
  BROKEN=0
  ensure test ${slow:+slow sync}
  if [[ -z $slow$asan && -n $pattern ]] && ! has_fast_test "$pattern"; then
    say "No fast test has \"$pattern\" in its name; looking among the slow ones."
    slow=1
    ensure slow sync
  fi
  if [[ -z $asan ]]; then
    if [[ -n $slow ]]; then
      run_suite main slow "$pattern" --prefix="$PREFIX"
    else
      run_suite main fast "$pattern" --prefix="$PREFIX"
    fi
  fi
  if [[ -n $asan || (-n $slow && -z $pattern) ]]; then
    run_suite asan fast "$pattern" --buildtype=debug -Db_sanitize=address,undefined -Db_lundef=false
  fi
  isolated python3 "$PROJECT/tools/dev/count-tests.py" --broken "$BROKEN" ${RESULTS[@]+"${RESULTS[@]}"}
}

# Whether the source names such a test outside of the slow ones. What is not sure counts as fast.
has_fast_test() {
  local rows
  configure main --prefix="$PREFIX" >/dev/null 2>&1 || return 0
  rows=$(isolated meson test -C "$BUILD" --no-rebuild --no-suite=slow --list 2>/dev/null) || return 0
  sed 's/^.* \/ //' <<<"$rows" | grep -qF -- "$1"
}

# The packages of the machine are fetched and unpacked below the build, and never installed.
test_suspend() {
  local tools=$PROJECT/_build/vm/tools
  ensure test
  build_main
  if [[ ! -d $tools/boot ]]; then
    say "Fetching QEMU and a Linux kernel (about 50 MB), once."
    enter bash "$PROJECT/tests/suspend/fetch.sh" "$tools" || fail "QEMU or a kernel could not be fetched."
  fi
  say "A machine made of software boots, sleeps and wakes. That takes two to five minutes."
  enter python3 "$PROJECT/tests/suspend/run.py" "$tools" "$BUILD/src/reminders/hearten-reminders"
}

# run_suite BUILD fast|slow PATTERN MESON-OPTION…: builds, runs, remembers where the results are.
run_suite() {
  local name=$1 which=$2 pattern=$3 dir=$PROJECT/_build/$1 base suite names=() rows code=0
  shift 3
  say "Building for the $which tests ($name)."
  if ! with_progress "$PROJECT/_build/$name.log" "build" build_for_tests "$name" "$@"; then
    say "The build failed (log: $PROJECT/_build/$name.log)."
    BROKEN=$((BROKEN + 1))
    return
  fi
  if [[ $which == slow ]]; then suite=--suite=slow; else suite=--no-suite=slow; fi
  if [[ -n $pattern ]]; then
    rows=$(isolated meson test -C "$dir" --no-rebuild "$suite" --list 2>/dev/null) || rows=
    mapfile -t names < <(sed 's/^.* \/ //' <<<"$rows" | grep -F -- "$pattern" || true)
    if ((${#names[@]} == 0)); then
      say "No $which test has \"$pattern\" in its name."
      BROKEN=$((BROKEN + 1))
      return
    fi
  fi
  base=testlog-$which
  rm -f "$dir/meson-logs/$base".*
  # shellcheck disable=SC2046 # a list of words
  isolated env $(sanitizer_env "$name") meson test -C "$dir" --no-rebuild --logbase "$base" "$suite" \
    ${names[@]+"${names[@]}"} --timeout-multiplier "$([[ $name == asan ]] && echo 4 || echo 1)" >&2 || code=$?
  echo "$code" >"$dir/meson-logs/$base.status"
  RESULTS+=("$dir/meson-logs/$base")
}

# The tests start the installed program, so it is installed as for a run.
build_for_tests() {
  if [[ $1 == main ]]; then build_and_install; else build "$@"; fi
}

sanitizer_env() {
  [[ $1 == asan ]] || return 0
  echo "ASAN_OPTIONS=halt_on_error=1:abort_on_error=1" \
    "UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:print_stacktrace=1" \
    "LSAN_OPTIONS=suppressions=$PROJECT/tools/dev/lsan.supp:print_suppressions=0"
}
