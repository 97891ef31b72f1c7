# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev check: one row a check; nothing here changes a file.

# name | the files it looks at (git's patterns: * also matches a slash) | command that gets them as arguments
checks() {
  cat <<'TABLE'
format|src/*.c src/*.h tests/*.c tests/*.h|clang-format --dry-run -Werror
desktop file|data/*.desktop data/*.desktop.in|validate_desktop
metainfo|data/*metainfo.xml data/*metainfo.xml.in|validate_metainfo
settings schema|data/*.gschema.xml|validate_schema
xml|data/*.xml data/*.xml.in data/*.svg data/*.its data/*.loc src/*.xml src/*.ui|xmllint --noout --nonet
shell|dev .ci/run *.sh|shellcheck --severity=style
python|*.py|compile_python
json|*.json :!tests/fixtures/stores/*|parse_json
spelling|README.md CONTRIBUTING.md data/*.md src/*.c src/*.h src/*.blp dev tools/*.sh|codespell --quiet-level=3 --ignore-words-list=checkin,inout
TABLE
}

cmd_check() {
  local passed=0 failed=0 skipped=0 name specs command output files
  git -c safe.directory="$PROJECT" -C "$PROJECT" rev-parse 2>/dev/null || fail "check looks at the files git knows, and this is no git clone; nothing was checked."
  ensure check
  while IFS='|' read -r name specs command; do
    # shellcheck disable=SC2086 # pathspecs, split on purpose and not expanded here
    mapfile -t files < <(set -f && cd "$PROJECT" && git -c safe.directory="$PROJECT" ls-files -co --exclude-standard -- $specs | sort -u)
    if ((${#files[@]} == 0)); then
      say "skipped  $name: there are no such files yet"
      skipped=$((skipped + 1))
    elif output=$(run_check "$command" "${files[@]}" 2>&1 </dev/null); then
      say "passed   $name (${#files[@]})"
      passed=$((passed + 1))
    else
      say "FAILED   $name"
      tail -n 40 <<<"$output" | sed 's/^/    /' >&2
      failed=$((failed + 1))
    fi
  done < <(checks)
  printf '%s\n' "$passed passed, $failed failed$( ((skipped)) && echo ", $skipped skipped")"
  ((failed == 0 && passed > 0))
}

run_check() {
  local command
  read -r -a command <<<"$1"
  shift
  cd "$PROJECT" && enter bash "$PROJECT/tools/dev/validators.sh" "${command[@]}" "$@"
}
