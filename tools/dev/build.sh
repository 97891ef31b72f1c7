# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Build folders: _build/main, _build/asan, _build/release, _build/fuzz.

# configure NAME [MESON-OPTION…]: prepares _build/NAME; a folder made by another
# toolchain, with other options or only half made is made anew.
configure() {
  local dir=$PROJECT/_build/$1 id
  shift
  id="$TOOLCHAIN $PROJECT $*"
  if [[ -f $dir/build.ninja && -f $dir/.configured && $(<"$dir/.configured") == "$id" ]]; then return; fi
  rm -rf "$dir"
  mkdir -p "$dir"
  enter meson setup "$dir" "$PROJECT" "$@" || return
  printf '%s\n' "$id" >"$dir/.configured"
}

# build NAME [MESON-OPTION…]: configures and compiles, showing the compiler's words.
build() {
  locked "$PROJECT/_build/$1.lock" build_unlocked "$@"
}

build_unlocked() {
  configure "$@" >&2 && enter ninja -C "$PROJECT/_build/$1" >&2
}

build_main() { build main --prefix="$PREFIX"; }

# The same without words while all goes well.
build_main_quietly() {
  local log=$PROJECT/_build/main.log
  mkdir -p "$PROJECT/_build"
  with_progress "$log" "Building" build_and_install ||
    fail "Hearten could not be built (above, and in $log); your data is untouched."
}

build_and_install() {
  locked "$PROJECT/_build/main.lock" build_and_install_unlocked
}

build_and_install_unlocked() {
  build_unlocked main --prefix="$PREFIX" &&
    enter meson install -C "$BUILD" --no-rebuild --only-changed --quiet
}
