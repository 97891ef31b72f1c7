# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Makes the Debian 13 root and adds packages to it. A root is trusted only under its
# final name; a layer of packages only when its stamp is written.

# The Debian mirror this system itself uses.
debian_mirror() {
  local codename
  if [[ -n ${HEARTEN_DEBIAN_MIRROR:-} ]]; then
    echo "$HEARTEN_DEBIAN_MIRROR"
    return
  fi
  # shellcheck source=/dev/null
  codename=$(. /etc/os-release && [[ ${ID:-} == debian ]] && echo "${VERSION_CODENAME:-}") || return 1
  apt_sources | awk -v c="$codename" '
    $1 ~ /^http/ && / main( |$)/ && ($2 == c || $2 == "stable" || $2 == "testing" || $2 == "sid") {
      if ($1 ~ /\/debian\/?$/) { print $1; found = 1; exit } else if (other == "") other = $1
    }
    END { if (!found) { if (other == "") exit 1; print other } }'
}

# Both forms of apt's lists, a line each: address, suite, components.
apt_sources() {
  sed -n 's/^deb \(\[[^]]*\] *\)\?\(http.*\)/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null || true
  awk 'function value(line) { sub(/^[^:]*:[ \t]*/, "", line); return line }
    BEGIN { RS = ""; FS = "\n" }
    { uri = suites = parts = ""; off = 0
      for (i = 1; i <= NF; i++) {
        if ($i ~ /^URIs:/) { split(value($i), w, /[ \t]+/); uri = w[1] }
        if ($i ~ /^Suites:/) suites = value($i)
        if ($i ~ /^Components:/) parts = value($i)
        if ($i ~ /^Enabled:[ \t]*no/) off = 1
      }
      n = off ? 0 : split(suites, s, /[ \t]+/)
      for (i = 1; i <= n; i++) print uri, s[i], parts }' /etc/apt/sources.list.d/*.sources 2>/dev/null || true
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
  local mirror proxy options=() mode=root
  [[ -d $ROOT ]] && return
  prepare_host
  mirror=$(debian_mirror) || fail "No Debian mirror is known here; set HEARTEN_DEBIAN_MIRROR to the address of one and start ./dev again."
  say "This system's GTK is older than $GTK_MINIMUM, so Hearten is built in a Debian 13 of its own (1.2 GB in $ROOT)."
  if ((EUID != 0)); then mode=unshare; fi
  proxy=$(apt-config dump --format '%v' Acquire::http::Proxy 2>/dev/null) || proxy=
  if [[ -n $proxy ]]; then options+=("--aptopt=Acquire::http::Proxy \"$proxy\""); fi
  if [[ -d $ROOT.partial ]]; then as_owner rm -rf "$ROOT.partial"; fi
  mkdir -p "$ROOT.partial"
  # shellcheck disable=SC2016 # the hook's own $1
  with_progress "$CACHE/log/root" "Debian 13 base system" as_owner mmdebstrap \
    --mode="$mode" --variant=apt --keyring="$(keyring)" "${options[@]}" \
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
