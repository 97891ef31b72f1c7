# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# How a command runs: on this system, or inside the Debian root with the user's
# own home, display and session bus. The root itself is mounted read-only.

# Variables that mean the same inside as outside.
PASSED_ENV='^(HOME|USER|LOGNAME|TERM|COLORTERM|NO_COLOR|COLUMNS|LINES|LANGUAGE|LC_[A-Z]+|DISPLAY|XAUTHORITY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS|AT_SPI_BUS_ADDRESS|CI|CC|CFLAGS|LDFLAGS|SOURCE_DATE_EPOCH|PAGER|EDITOR|[a-z]+_proxy|(XDG|G|GTK|GDK|GSK|GIO|GSETTINGS|ADW|PANGO|HEARTEN|MESON|NINJA|ASAN|UBSAN|LSAN|MALLOC|GIT_AUTHOR|GIT_COMMITTER)_[A-Z0-9_]+)$'

# enter CMD…: replaces this shell with CMD, run inside the root.
# Set OFFLINE=1 to give it a network of its own with nothing but loopback.
enter_root() {
  local root=$1 args=() name runtime user_id dir
  shift
  user_id=$(id -u)
  args+=(--ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc)
  args+=(--ro-bind "$root/var/lib" /var/lib --ro-bind "$root/var/cache" /var/cache)
  for dir in bin sbin lib lib64; do
    args+=(--symlink "usr/$dir" "/$dir")
  done
  args+=(--dev-bind /dev /dev --proc /proc --ro-bind /sys /sys)
  args+=(--perms 1777 --tmpfs /tmp --perms 1777 --dir /var/tmp --tmpfs /run --symlink /run /var/run)
  args+=(--clearenv --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin)
  while IFS= read -r name; do
    if [[ $name =~ $PASSED_ENV ]]; then args+=(--setenv "$name" "${!name}"); fi
  done < <(compgen -e)
  args+=(--setenv LANG "$(inner_lang "$root")")
  add_time_zone
  add_user_files
  add_session
  if [[ -n ${OFFLINE:-} ]]; then args+=(--unshare-net); fi
  exec bwrap "${args[@]}" --unshare-pid --die-with-parent --chdir "$PWD" -- "$@"
}

inner_lang() {
  local lang=${LC_ALL:-${LANG:-}}
  case $lang in
    C.UTF-8 | C.utf8 | C | POSIX | '') echo C.UTF-8 ;;
    *) if [[ -d $1/usr/lib/locale/${lang/UTF-8/utf8} ]]; then echo "$lang"; else echo C.UTF-8; fi ;;
  esac
}

# The zone goes in by name, so that the program sees "Europe/Oslo" and not only an offset.
add_time_zone() {
  local zone=${TZ:-}
  if [[ -z $zone ]]; then
    zone=$(readlink -f /etc/localtime) || zone=
    case $zone in
      */zoneinfo/*) zone=${zone##*/zoneinfo/} ;;
      ?*) args+=(--ro-bind /etc/localtime /run/localtime) zone=:/run/localtime ;;
    esac
  fi
  if [[ -n $zone ]]; then args+=(--setenv TZ "$zone"); fi
}

# Home, project and the folders XDG variables point to, each at its own path.
add_user_files() {
  local dir
  args+=(--bind "$HOME" "$HOME")
  for dir in "$PROJECT" "${XDG_DATA_HOME:-}" "${XDG_CONFIG_HOME:-}" "${XDG_STATE_HOME:-}" "${XDG_CACHE_HOME:-}" ${EXTRA_BINDS:-}; do
    if [[ -d $dir && $dir/ != "$HOME"/* ]]; then args+=(--bind "$dir" "$dir"); fi
  done
  if [[ -e /etc/resolv.conf && -e $root/etc/resolv.conf ]]; then args+=(--ro-bind /etc/resolv.conf /etc/resolv.conf); fi
  if ((user_id != 0)); then
    exec {passwd_fd}< <(cat "$root/etc/passwd" && echo "$(id -un):x:$user_id:$(id -g):$(id -un):$HOME:/bin/bash")
    exec {group_fd}< <(cat "$root/etc/group" && echo "$(id -gn):x:$(id -g):")
    args+=(--ro-bind-data "$passwd_fd" /etc/passwd --ro-bind-data "$group_fd" /etc/group)
  fi
}

# Display, session bus and accessibility bus of the user, where there are any.
add_session() {
  local outer=${XDG_RUNTIME_DIR:-/run/user/$user_id} name
  runtime=/run/user/$user_id
  args+=(--perms 0700 --dir "$runtime" --setenv XDG_RUNTIME_DIR "$runtime")
  for name in bus at-spi dconf "${WAYLAND_DISPLAY:-}"; do
    if [[ -n $name && $name != /* && -e $outer/$name ]]; then args+=(--bind "$outer/$name" "$runtime/$name"); fi
  done
  if [[ ${WAYLAND_DISPLAY:-} == /* && -e $WAYLAND_DISPLAY ]]; then args+=(--bind "$WAYLAND_DISPLAY" "$WAYLAND_DISPLAY"); fi
  if [[ -n ${DISPLAY:-} && -d /tmp/.X11-unix ]]; then args+=(--ro-bind /tmp/.X11-unix /tmp/.X11-unix); fi
  if [[ -n ${XAUTHORITY:-} && -e $XAUTHORITY && $XAUTHORITY != "$HOME"/* ]]; then args+=(--ro-bind "$XAUTHORITY" "$XAUTHORITY"); fi
  case ${DBUS_SESSION_BUS_ADDRESS:-} in
    "unix:path=$outer/bus"*) args+=(--setenv DBUS_SESSION_BUS_ADDRESS "unix:path=$runtime/bus") ;;
    unix:path=/tmp/*)
      name=${DBUS_SESSION_BUS_ADDRESS#unix:path=} name=${name%%,*}
      args+=(--bind "$name" "$name")
      ;;
    '') if [[ -S $outer/bus ]]; then args+=(--setenv DBUS_SESSION_BUS_ADDRESS "unix:path=$runtime/bus"); fi ;;
  esac
}
