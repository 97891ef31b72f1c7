# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Which packages the project needs, in layers that are installed when first needed.

layer_why() {
  case $1 in
    base) echo "the compiler, GTK, libadwaita, Meson and a virtual display" ;;
    test) echo "a notification daemon, accessibility bindings and screenshots, for the tests" ;;
    slow) echo "GNOME Shell, other desktops and portals, for the slow tests" ;;
    sync) echo "Syncthing, for the test with two devices" ;;
    check) echo "formatter, linters and validators" ;;
    fuzz) echo "clang with its fuzzer" ;;
    bench) echo "tools that look at processes" ;;
    peers) echo "two other journals, to measure them beside Hearten" ;;
  esac
}

# Debian names. This is the list the Debian root gets, and any system with apt.
layer_packages() {
  case $1 in
    base)
      echo ca-certificates meson ninja-build gcc libc6-dev pkgconf gettext blueprint-compiler \
        libglib2.0-dev-bin libgtk-4-dev libadwaita-1-dev libjson-glib-dev libsodium-dev \
        libgtksourceview-5-dev libspelling-1-dev libgtk-4-bin xvfb xauth dbus at-spi2-core \
        dconf-gsettings-backend desktop-file-utils appstream adwaita-icon-theme fonts-cantarell \
        fonts-noto-color-emoji hunspell-en-us tzdata locales python3
      ;;
    test)
      echo dunst libnotify-bin imagemagick xdotool python3-gi gir1.2-atspi-2.0 gir1.2-gtk-4.0 \
        libfaketime strace procps
      ;;
    slow)
      echo gnome-shell python3-dbusmock cage grim wtype mako-notifier labwc \
        xdg-desktop-portal xdg-desktop-portal-gtk xdg-desktop-portal-xapp bubblewrap
      ;;
    sync) echo syncthing ;;
    check) echo clang-format shellcheck libxml2-utils codespell ;;
    fuzz) echo clang libclang-rt-dev llvm ;;
    bench) echo procps python3-gi strace ;;
    peers) echo rednotebook lifeograph gir1.2-gtk-3.0 gir1.2-gtksource-4 gir1.2-webkit2-4.1 ;;
  esac
}

# The same for other package managers, as far as the program itself and its fast
# tests need it. Columns: layer, dnf, pacman, zypper, apk; a dash means nothing.
foreign_packages() {
  cat <<'TABLE'
base meson meson meson meson
base ninja-build ninja ninja samurai
base gcc gcc gcc build-base
base pkgconf-pkg-config pkgconf pkgconf pkgconf
base gettext gettext gettext-tools gettext-dev
base blueprint-compiler blueprint-compiler blueprint-compiler blueprint-compiler
base gtk4-devel gtk4 gtk4-devel gtk4.0-dev
base libadwaita-devel libadwaita libadwaita-devel libadwaita-dev
base json-glib-devel json-glib json-glib-devel json-glib-dev
base libsodium-devel libsodium libsodium-devel libsodium-dev
base gtksourceview5-devel gtksourceview5 gtksourceview5-devel gtksourceview5-dev
base libspelling-devel libspelling libspelling-devel libspelling-dev
base desktop-file-utils desktop-file-utils desktop-file-utils desktop-file-utils
base appstream appstream AppStream appstream
base python3 python python3 python3
test xorg-x11-server-Xvfb xorg-server-xvfb xorg-x11-server-Xvfb xvfb-run
test dbus-daemon dbus dbus-1-daemon dbus
test at-spi2-core at-spi2-core at-spi2-core at-spi2-core
test dunst dunst dunst dunst
test libnotify libnotify libnotify-tools libnotify
test ImageMagick imagemagick ImageMagick imagemagick
test xdotool xdotool xdotool xdotool
test python3-gobject python-gobject python3-gobject py3-gobject3
test libfaketime libfaketime libfaketime libfaketime
test strace strace strace strace
slow gnome-shell gnome-shell gnome-shell gnome-shell
slow python3-dbusmock python-dbusmock python3-python-dbusmock py3-dbusmock
check clang-tools-extra clang clang-tools clang-extra-tools
check ShellCheck shellcheck ShellCheck shellcheck
check libxml2 libxml2 libxml2-tools libxml2-utils
fuzz clang clang clang clang
fuzz compiler-rt compiler-rt - compiler-rt
TABLE
}

# packages_for LAYER MANAGER
packages_for() {
  local column
  case $2 in
    apt) layer_packages "$1"; return ;;
    dnf) column=2 ;;
    pacman) column=3 ;;
    zypper) column=4 ;;
    apk) column=5 ;;
  esac
  foreign_packages | awk -v layer="$1" -v c="$column" '$1 == layer && $c != "-" { printf "%s ", $c }'
}

package_manager() {
  local name
  for name in apt-get dnf pacman zypper apk; do
    if command -v "$name" >/dev/null; then
      echo "${name%-get}"
      return
    fi
  done
  return 1
}

# The version of a library the package manager would install, or nothing.
# offered_version MANAGER gtk|adw
offered_version() {
  local column name
  case $1 in
    apt)
      name=libgtk-4-dev
      [[ $2 == adw ]] && name=libadwaita-1-dev
      apt-cache policy "$name" 2>/dev/null | awk '/Candidate:/ { print $2 }'
      return
      ;;
    dnf) column=2 ;;
    pacman) column=3 ;;
    zypper) column=4 ;;
    apk) column=5 ;;
  esac
  case $2 in
    gtk) name=$(foreign_packages | awk -v c="$column" '$2 == "gtk4-devel" { print $c }') ;;
    adw) name=$(foreign_packages | awk -v c="$column" '$2 == "libadwaita-devel" { print $c }') ;;
  esac
  case $1 in
    dnf) dnf -q repoquery --latest-limit=1 --qf '%{version}\n' "$name" 2>/dev/null | tail -n 1 ;;
    pacman) pacman -Si "$name" 2>/dev/null | awk '/^Version/ { print $3; exit }' ;;
    zypper) zypper -q --no-refresh info "$name" 2>/dev/null | awk '/^Version/ { print $3; exit }' ;;
    apk) apk policy "$name" 2>/dev/null | awk 'NR == 2 { sub(/:$/, "", $1); print $1 }' ;;
  esac
}

# install_packages MANAGER PACKAGE…, with the rights of an administrator
install_packages() {
  local manager=$1
  shift
  case $manager in
    apt) as_admin env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" ;;
    dnf) as_admin dnf install -y "$@" ;;
    pacman) as_admin pacman -S --needed --noconfirm "$@" ;;
    zypper) as_admin zypper --non-interactive install --no-recommends "$@" ;;
    apk) as_admin apk add "$@" ;;
  esac
}

refresh_packages() {
  case $1 in
    apt) as_admin apt-get update -q ;;
    pacman) as_admin pacman -Sy --noconfirm ;;
    apk) as_admin apk update -q ;;
    *) ;;
  esac
}
