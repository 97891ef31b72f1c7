#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# validators.sh COMMAND FILE…: a check that needs more than the name of a program.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# Templates carry @placeholders@ and untranslated keys; the validators see what is installed.
plain() {
  local file=$1 target
  target=$work/$(basename "${file%.in}")
  sed -e 's/@[a-z_]*id@/io.github.hearten_app.Hearten/gi' -e 's/@[A-Za-z_]*@/hearten/g' "$file" >"$target" && echo "$target"
}

validate_desktop() {
  local file code=0
  for file in "$@"; do desktop-file-validate "$(plain "$file")" || code=1; done
  return $code
}

# Warnings and errors count; remarks of the pedantic level do not.
validate_metainfo() {
  local file code=0 output
  for file in "$@"; do
    output=$(appstreamcli validate --no-net --pedantic "$(plain "$file")" 2>&1)
    if grep -qE '^[[:space:]]*[EW]: ' <<<"$output" || ! grep -qE '^[[:space:]]*[IP]: |[Vv]alidation was successful' <<<"$output"; then
      printf '%s\n' "$output"
      code=1
    fi
  done
  return $code
}

validate_schema() {
  local file
  for file in "$@"; do cp "$file" "$work/"; done
  glib-compile-schemas --strict --dry-run "$work"
}

compile_python() {
  python3 - "$@" <<'PY'
import ast, sys
for name in sys.argv[1:]:
    ast.parse(open(name, encoding="utf-8").read(), name)
PY
}

parse_json() {
  python3 - "$@" <<'PY'
import json, sys
for name in sys.argv[1:]:
    try:
        json.load(open(name, encoding="utf-8"))
    except ValueError as error:
        sys.exit(f"{name}: {error}")
PY
}

"$@"
