# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Chooses where things are built and run: on this system when it is new enough,
# else in a Debian 13 root under the cache folder. Adds packages in layers.

GTK_MINIMUM=4.18
ADW_MINIMUM=1.7
SUITE=trixie
ROOT=$CACHE/root-$SUITE
TOOLCHAIN=

# ensure LAYER…: afterwards TOOLCHAIN is "native" or "root" and the layers are there.
ensure() {
  local layer
  choose_toolchain || return
  for layer in base "$@"; do
    if [[ -r $(stamp_of "$layer") && $(<"$(stamp_of "$layer")") == "$(layer_hash "$layer")" ]]; then continue; fi
    locked "$CACHE/lock" add_layer "$layer" || return
  done
}

choose_toolchain() {
  case ${HEARTEN_TOOLCHAIN:-} in
    native | root) TOOLCHAIN=$HEARTEN_TOOLCHAIN ;;
    *)
      if native_complete; then
        TOOLCHAIN=native
      elif [[ -d $ROOT ]]; then
        TOOLCHAIN=root
      elif native_possible; then
        TOOLCHAIN=native
      else
        TOOLCHAIN=root
      fi
      ;;
  esac
  if [[ $TOOLCHAIN == root && ! -d $ROOT ]]; then locked "$CACHE/lock" make_root; fi
}

native_complete() {
  local tool
  for tool in pkg-config meson ninja cc msgfmt blueprint-compiler; do
    command -v "$tool" >/dev/null || return 1
  done
  pkg-config --exists "gtk4 >= $GTK_MINIMUM" "libadwaita-1 >= $ADW_MINIMUM" 'glib-2.0 >= 2.84' \
    'json-glib-1.0 >= 1.10' libsodium gtksourceview-5 libspelling-1
}

# True when the package manager offers versions that are new enough and may be used.
native_possible() {
  local manager
  manager=$(package_manager) && can_be_admin || return 1
  if [[ -z $(offered_version "$manager" gtk) ]]; then
    say "Reading what this system's package manager offers."
    with_progress "$CACHE/log/refresh" "package lists" refresh_packages "$manager" || return 1
  fi
  version_at_least "$(offered_version "$manager" gtk)" "$GTK_MINIMUM" &&
    version_at_least "$(offered_version "$manager" adw)" "$ADW_MINIMUM"
}

layer_hash() { layer_packages "$1" | sha256sum | cut -c 1-16; }

stamp_of() {
  if [[ $TOOLCHAIN == root ]]; then
    echo "$ROOT/var/lib/hearten/$1"
  else
    echo "$CACHE/native-$1"
  fi
}

add_layer() {
  local layer=$1 packages
  if [[ -r $(stamp_of "$layer") && $(<"$(stamp_of "$layer")") == "$(layer_hash "$layer")" ]]; then return; fi
  if [[ $TOOLCHAIN == native && $layer == base ]] && native_complete; then
    layer_hash "$layer" >"$(stamp_of "$layer")"
    return
  fi
  if [[ $TOOLCHAIN == root ]]; then packages=$(layer_packages "$layer"); else packages=$(packages_for "$layer" "$(package_manager)"); fi
  say "Installing $(layer_why "$layer") ($(wc -w <<<"$packages") packages and what they need):"
  printf "%s" "$packages" | fold -s -w 92 | sed "s/^/  /;\$a\\" >&2
  if [[ $TOOLCHAIN == root ]]; then add_root_layer "$layer" "$packages"; else add_native_layer "$layer" "$packages"; fi
}

add_native_layer() {
  local layer=$1 manager
  manager=$(package_manager) || fail "No known package manager is here; please install what the README lists, then start ./dev again."
  # shellcheck disable=SC2086 # a list of words
  if ! with_progress "$CACHE/log/$layer" "$layer" install_packages "$manager" $2; then
    if [[ $layer == base ]]; then fail "The packages above could not be installed and nothing was built; please install them with $manager and start ./dev again."; fi
    say "The packages above could not be installed; what needs them will be skipped. Install them with $manager to have it."
    return 0
  fi
  layer_hash "$layer" >"$CACHE/native-$layer"
}
