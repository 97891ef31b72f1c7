# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Chooses where things are built and run: on this system when it is new enough,
# else in a Debian 13 root under the cache folder. Makes and fills that root.

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
  if [[ $TOOLCHAIN == root ]]; then packages=$(layer_packages "$layer"); else packages=$(packages_for "$layer" "$(package_manager)"); fi
  say "Installing $(layer_why "$layer") ($(wc -w <<<"$packages") packages and what they need):"
  say "  $packages" | fold -s -w 96 | sed '2,$s/^/  /' >&2
  if [[ $TOOLCHAIN == root ]]; then add_root_layer "$layer" "$packages"; else add_native_layer "$layer" "$packages"; fi
}

add_native_layer() {
  local layer=$1 manager
  if ! { [[ $layer == base ]] && native_complete; }; then
    manager=$(package_manager) || fail "No known package manager is here; please install what the README lists, then start ./dev again."
    # shellcheck disable=SC2086 # a list of words
    if ! with_progress "$CACHE/log/$layer" "$layer" install_packages "$manager" $2; then
      [[ $layer == base ]] && fail "The packages above could not be installed and nothing was built; please install them with $manager and start ./dev again."
      say "The packages above could not be installed; what needs them will be skipped. Install them with $manager to have it."
      return 0
    fi
  fi
  layer_hash "$layer" >"$CACHE/native-$layer"
}

# --- the Debian root -------------------------------------------------------

# The Debian mirror this system itself uses: both forms of apt's lists are read.
debian_mirror() {
  local codename
  if [[ -n ${HEARTEN_DEBIAN_MIRROR:-} ]]; then
    echo "$HEARTEN_DEBIAN_MIRROR"
    return
  fi
  codename=$(. /etc/os-release && [[ ${ID:-} == debian ]] && echo "${VERSION_CODENAME:-}") || return 1
  {
    sed -n 's/^deb \(\[[^]]*\] \)\?\(http[^ ]*\) \([^ ]*\) .*/\2 \3/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null
    awk 'BEGIN { RS = ""; FS = "\n" }
      { uri = ""; suites = ""; off = 0
        for (i = 1; i <= NF; i++) {
          if ($i ~ /^URIs:/) { split($i, w, /[ \t]+/); uri = w[2] }
          if ($i ~ /^Suites:/) { suites = $i; sub(/^Suites:[ \t]*/, "", suites) }
          if ($i ~ /^Enabled:[ \t]*no/) off = 1
        }
        if (!off) { n = split(suites, s, /[ \t]+/); for (i = 1; i <= n; i++) print uri, s[i] } }' \
      /etc/apt/sources.list.d/*.sources 2>/dev/null
  } | awk -v c="$codename" '$1 ~ /^http/ && ($2 == c || $2 == "stable" || $2 == "testing" || $2 == "sid") { print $1; exit }' | grep .
}

keyring() {
  local file
  for file in /usr/share/keyrings/debian-archive-keyring.{pgp,gpg}; do
    if [[ -r $file ]]; then
      echo "$file"
      return
    fi
  done
  return 1
}

# Runs CMD as the owner of everything in the root: as root itself, or as root of a
# user namespace in which root is the user and the other ids come from /etc/subuid.
as_owner() {
  if ((EUID == 0)); then "$@"; else unshare --map-root-user --map-auto --mount -- "$@"; fi
}

missing_host_packages() {
  command -v bwrap >/dev/null || echo bubblewrap
  [[ ${1:-} == enter ]] && return
  command -v mmdebstrap >/dev/null || echo mmdebstrap
  ((EUID == 0)) || command -v newuidmap >/dev/null || echo uidmap
  keyring >/dev/null || echo debian-archive-keyring
}

prepare_host() {
  local missing manager
  PATH=$CACHE/tools/usr/bin:$PATH
  missing=$(missing_host_packages | tr '\n' ' ')
  missing=${missing% }
  if [[ -n $missing ]]; then
    manager=$(package_manager) || fail "$missing: not installed here and no known package manager; please install them and start ./dev again."
    say "Installing on this system, to make and enter the root: $missing"
    # shellcheck disable=SC2086
    if can_be_admin; then
      [[ $manager != apt ]] || apt-cache policy bubblewrap 2>/dev/null | grep -q 'Candidate: [0-9]' ||
        with_progress "$CACHE/log/refresh" "package lists" refresh_packages "$manager"
      with_progress "$CACHE/log/host" "$missing" install_packages "$manager" $missing || true
    elif [[ $manager == apt ]]; then
      unpack_host_tools $missing
    fi
    missing=$(missing_host_packages | tr '\n' ' ')
    [[ -z $missing ]] || fail "Not installed: ${missing% }. Nothing was changed; ask the administrator to run \"apt install ${missing% }\", then start ./dev again."
  fi
  if ((EUID != 0)) && ! grep -qE "^($(id -un)|$EUID):" /etc/subuid; then
    as_admin usermod --add-subuids 100000-165535 --add-subgids 100000-165535 "$(id -un)" ||
      fail "Your account has no line in /etc/subuid, so a root cannot be made; ask the administrator to run \"usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)\"."
  fi
}

# Without administrator rights: the packages' files, from the same signed archive, for this project only.
unpack_host_tools() {
  local dir=$CACHE/tools package
  mkdir -p "$dir" && for package in "$@"; do
    [[ $package == uidmap ]] && continue # needs rights that only the administrator can give
    (cd "$dir" && apt-get download -q "$package" >/dev/null 2>&1 && dpkg -x "$package"_*.deb .) || return
  done
}

make_root() {
  local mirror proxy options=()
  [[ -d $ROOT ]] && return
  prepare_host
  mirror=$(debian_mirror) || fail "No Debian mirror is known here; set HEARTEN_DEBIAN_MIRROR to the address of one and start ./dev again."
  say "This system's GTK is older than $GTK_MINIMUM, so Hearten is built in a Debian 13 of its own (1.2 GB in $ROOT)."
  proxy=$(apt-config dump --format '%v' Acquire::http::Proxy 2>/dev/null) || proxy=
  [[ -n $proxy ]] && options+=("--aptopt=Acquire::http::Proxy \"$proxy\"")
  [[ -d $ROOT.partial ]] && as_owner rm -rf "$ROOT.partial"
  mkdir -p "$ROOT.partial"
  with_progress "$CACHE/log/root" "Debian 13 base system" as_owner mmdebstrap \
    --mode="$(((EUID == 0)) && echo root || echo unshare)" --variant=apt --keyring="$(keyring)" "${options[@]}" \
    --aptopt='Apt::Install-Recommends "false"' --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --customize-hook='mkdir -p "$1/var/lib/hearten"; touch "$1/etc/resolv.conf"; od -An -N16 -tx1 /dev/urandom | tr -d " \n" >"$1/etc/machine-id"' \
    "$SUITE" "$ROOT.partial" "$mirror" ||
    fail "The Debian root could not be made; nothing else was touched, and ./dev tries again from the start (log: $CACHE/log/root)."
  mv "$ROOT.partial" "$ROOT"
}

add_root_layer() {
  local layer=$1
  prepare_host
  # shellcheck disable=SC2016,SC2086
  with_progress "$CACHE/log/$layer" "$layer" write_root sh -c '
    layer=$1 hash=$2; shift 2
    mkdir -p /var/lib/hearten
    dpkg --configure -a && apt-get update -q &&
      apt-get install -y -q -f --no-install-recommends -o Dpkg::Options::=--force-unsafe-io -o APT::Status-Fd=3 "$@" || exit
    apt-get clean
    [ -s /etc/machine-id ] || dbus-uuidgen >/etc/machine-id
    [ -e /etc/resolv.conf ] || touch /etc/resolv.conf
    case $USER_LANG in *.UTF-8 | *.utf8) localedef -i "${USER_LANG%.*}" -f UTF-8 --no-archive "$USER_LANG" ;; esac
    echo "$hash" >/var/lib/hearten/$layer' sh "$layer" "$(layer_hash "$layer")" $2 ||
    fail "Installing stopped before it was complete; nothing outside $ROOT was touched, and ./dev goes on from here the next time (log: $CACHE/log/$layer)."
}
