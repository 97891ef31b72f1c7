# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# ./dev flatpak: builds and installs the Flatpak for this user.

cmd_flatpak() {
  local manifest runtime version
  manifest=$(find "$PROJECT/flatpak" -maxdepth 1 -name '*.json' 2>/dev/null | sort | head -n 1)
  [[ -n $manifest ]] || fail "There is no manifest in flatpak/ yet, so nothing was built."
  command -v flatpak-builder >/dev/null || fail "flatpak-builder is not installed here, so nothing was built; install it with your package manager and start this again."
  runtime=$(sed -n 's/^ *"sdk" *: *"\([^"]*\)".*/\1/p' "$manifest" | head -n 1)
  version=$(sed -n 's/^ *"runtime-version" *: *"\([^"]*\)".*/\1/p' "$manifest" | head -n 1)
  flatpak info "$runtime//$version" >/dev/null 2>&1 ||
    fail "$runtime $version is not installed, so nothing was built; \"flatpak install flathub $runtime//$version\" brings it."
  flatpak-builder --user --install --force-clean --state-dir="$PROJECT/_build/flatpak-state" \
    "$PROJECT/_build/flatpak" "$manifest" "$@"
}
