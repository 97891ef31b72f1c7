#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD [SECONDS]: feeds each reader in BUILD (made with -Dfuzz=true) for so long, 60 unless told.
# What was learnt stays in BUILD/corpus, what went wrong in BUILD/crashes. Ends "N passed, N failed".
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
build=$(cd "${1:?which build folder?}" && pwd -P) || exit 2
seconds=${2:-60}
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1

# fuzz NAME: runs one program; its words go to BUILD/logs/NAME, its exit status to the same with .status.
fuzz() {
  local name=$1 seeds=("$here/corpus/$1")
  if [[ $name == tip ]]; then seeds+=("$here/../fixtures/tips" "$here/../../data/tips"); fi
  mkdir -p "$build/corpus/$name" "$build/crashes" "$build/logs"
  "$build/tests/fuzz/fuzz-$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=8192 \
    -dict="$here/words.dict" -artifact_prefix="$build/crashes/$name-" -print_final_stats=1 \
    "$build/corpus/$name" "${seeds[@]}" >"$build/logs/$name" 2>&1
  echo $? >"$build/logs/$name.status"
}

passed=0 failed=0 names=()
for program in "$build"/tests/fuzz/fuzz-*; do
  if [[ -f $program && -x $program ]]; then names+=("${program##*/fuzz-}"); fi
done
for name in "${names[@]}"; do
  while (($(jobs -rp | wc -l) >= $(nproc))); do wait -n; done
  fuzz "$name" &
done
wait
for name in "${names[@]}"; do
  runs=$(awk '/stat::number_of_executed_units/ { print $2 }' "$build/logs/$name")
  if [[ $(<"$build/logs/$name.status") == 0 && ${runs:-0} -gt 0 ]]; then
    printf 'passed   %-12s %12s runs\n' "$name" "$runs"
    passed=$((passed + 1))
  else
    printf 'FAILED   %-12s %12s runs\n' "$name" "${runs:-no}"
    tail -n 40 "$build/logs/$name" | sed 's/^/    /'
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
((failed == 0 && passed > 0))
