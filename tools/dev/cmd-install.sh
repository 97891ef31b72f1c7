# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev install: into ~/.local, so that Hearten is in the menu and reminders come at login.

cmd_install() {
  local prefix=$HOME/.local
  ensure
  if [[ $TOOLCHAIN != native ]]; then
    fail "This system's GTK is too old to run Hearten by itself, so nothing was installed; use ./dev run, or ./dev flatpak."
  fi
  with_progress "$PROJECT/_build/install.log" "Building and installing" build_for_user "$prefix" ||
    fail "Hearten was not installed (above, and in _build/install.log); your data is untouched."
  say "Hearten is in your menu. To take it out again: ninja -C _build/install uninstall"
}

build_for_user() {
  build install --buildtype=release --prefix="$1" &&
    meson install -C "$PROJECT/_build/install" --no-rebuild --quiet
}
