# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# How a command runs: on this system, or inside the Debian root with the user's
# own home, display and session bus. The root is mounted read-only there; only
# write_root, which installs packages, may change it.

# Variables that mean the same inside as outside.
PASSED_ENV='^(HOME|USER|LOGNAME|TERM|COLORTERM|NO_COLOR|COLUMNS|LINES|LANGUAGE|LC_[A-Z]+|DISPLAY|XAUTHORITY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS|AT_SPI_BUS_ADDRESS|BROADWAY_DISPLAY|CI|CC|CFLAGS|LDFLAGS|SOURCE_DATE_EPOCH|PAGER|EDITOR|PYTHONDONTWRITEBYTECODE|[a-z]+_proxy|(XDG|G|GTK|GDK|GSK|GIO|GSETTINGS|ADW|PANGO|HEARTEN|MESON|NINJA|ASAN|UBSAN|LSAN|MALLOC|GIT_AUTHOR|GIT_COMMITTER)_[A-Z0-9_]+)$'

# enter CMD…: runs CMD with the toolchain, with the user's home, display and bus.
# isolated CMD…: the same with none of them, no network and a home that is thrown away.
enter() {
  if [[ $TOOLCHAIN == native ]]; then "$@"; else (enter_root user "$@"); fi
}

isolated() {
  if [[ $TOOLCHAIN == native ]]; then
    bash "$PROJECT/tools/dev/isolate.sh" "$@"
  else
    (enter_root isolated bash "$PROJECT/tools/dev/isolate.sh" "$@")
  fi
}

enter_root() {
  local mode=$1 args=() name runtime dir
  shift
  PATH=$CACHE/tools/usr/bin:$PATH
  command -v bwrap >/dev/null || prepare_host
  add_system
  while IFS= read -r name; do
    if [[ $name =~ $PASSED_ENV ]]; then args+=(--setenv "$name" "${!name}"); fi
  done < <(compgen -e)
  args+=(--setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv LANG "$(inner_lang)" --unsetenv LC_ALL)
  add_time_zone
  add_user
  runtime=/run/user/$EUID
  args+=(--perms 0755 --dir /run/user --perms 0700 --dir "$runtime" --setenv XDG_RUNTIME_DIR "$runtime")
  if [[ $mode == isolated ]]; then
    args+=(--unshare-net)
  else
    args+=(--bind "$HOME" "$HOME")
    for dir in "${XDG_DATA_HOME:-}" "${XDG_CONFIG_HOME:-}" "${XDG_STATE_HOME:-}" "${XDG_CACHE_HOME:-}" "${SCRATCH:-}"; do
      if [[ -d $dir && $dir/ != "$HOME"/* ]]; then args+=(--bind "$dir" "$dir"); fi
    done
    add_session
  fi
  args+=(--bind "$PROJECT" "$PROJECT")
  # A folder that is not there inside, such as one below /tmp, falls back to the project.
  dir=$PWD
  if [[ $dir/ != "$PROJECT"/* && ($mode == isolated || $dir/ != "$HOME"/*) ]]; then dir=$PROJECT; fi
  exec bwrap "${args[@]}" --unshare-pid --die-with-parent --chdir "$dir" -- "$@"
}

add_system() {
  local dir
  args+=(--ro-bind "$ROOT/usr" /usr --ro-bind "$ROOT/etc" /etc)
  args+=(--ro-bind "$ROOT/var/lib" /var/lib --ro-bind "$ROOT/var/cache" /var/cache)
  for dir in bin sbin lib lib64; do
    if [[ -e $ROOT/$dir ]]; then args+=(--symlink "usr/$dir" "/$dir"); fi
  done
  args+=(--dev-bind /dev /dev --proc /proc --ro-bind /sys /sys --tmpfs /run --symlink /run /var/run)
  args+=(--perms 1777 --tmpfs /tmp --perms 1777 --dir /var/tmp --clearenv)
  if [[ -e /etc/resolv.conf && -e $ROOT/etc/resolv.conf ]]; then args+=(--ro-bind /etc/resolv.conf /etc/resolv.conf); fi
}

inner_lang() {
  local lang=${LC_ALL:-${LANG:-C.UTF-8}}
  if [[ -d $ROOT/usr/lib/locale/${lang/UTF-8/utf8} ]]; then echo "$lang"; else echo C.UTF-8; fi
}

# The zone goes in by name, so that the program sees "Europe/Oslo" and not only an offset.
add_time_zone() {
  local zone=${TZ:-}
  if [[ -z $zone ]]; then
    zone=$(readlink -e /etc/localtime) || zone=
    case $zone in
      */zoneinfo/*) zone=${zone##*/zoneinfo/} ;;
      ?*) args+=(--ro-bind /etc/localtime /run/localtime) zone=:/run/localtime ;;
    esac
  fi
  if [[ -n $zone ]]; then args+=(--setenv TZ "$zone"); fi
}

# An ordinary user keeps their name and number; D-Bus refuses users it cannot look up.
add_user() {
  local passwd_fd group_fd
  ((EUID != 0)) || return 0
  exec {passwd_fd}< <(cat "$ROOT/etc/passwd" && echo "$(id -un):x:$EUID:$(id -g):$(id -un):$HOME:/bin/bash")
  exec {group_fd}< <(cat "$ROOT/etc/group" && echo "$(id -gn):x:$(id -g):")
  args+=(--ro-bind-data "$passwd_fd" /etc/passwd --ro-bind-data "$group_fd" /etc/group)
}

# Display, session bus and accessibility bus of the user, where there are any.
add_session() {
  local outer=${XDG_RUNTIME_DIR:-/run/user/$EUID} name
  for name in bus at-spi dconf "${WAYLAND_DISPLAY:-}"; do
    if [[ -n $name && $name != /* && -e $outer/$name ]]; then args+=(--bind "$outer/$name" "$runtime/$name"); fi
  done
  if [[ ${WAYLAND_DISPLAY:-} == /* && -e $WAYLAND_DISPLAY ]]; then args+=(--bind "$WAYLAND_DISPLAY" "$WAYLAND_DISPLAY"); fi
  if [[ -n ${DISPLAY:-} && -d /tmp/.X11-unix ]]; then args+=(--ro-bind /tmp/.X11-unix /tmp/.X11-unix); fi
  if [[ -e ${XAUTHORITY:-} ]]; then args+=(--ro-bind "$XAUTHORITY" /run/xauthority --setenv XAUTHORITY /run/xauthority); fi
  case ${DBUS_SESSION_BUS_ADDRESS:-} in
    "unix:path=$outer/bus"*) args+=(--setenv DBUS_SESSION_BUS_ADDRESS "unix:path=$runtime/bus") ;;
    unix:path=/*)
      name=${DBUS_SESSION_BUS_ADDRESS#unix:path=} name=${name%%,*}
      if [[ -S $name ]]; then args+=(--ro-bind "$name" "$name"); fi
      ;;
    '') if [[ -S $outer/bus ]]; then args+=(--setenv DBUS_SESSION_BUS_ADDRESS "unix:path=$runtime/bus"); fi ;;
  esac
  # Settings go to the user's dconf where the system outside has it, else to a file.
  if [[ -z ${GSETTINGS_BACKEND:-} && ! -e /usr/share/dbus-1/services/ca.desrt.dconf.service ]]; then
    args+=(--setenv GSETTINGS_BACKEND keyfile)
  fi
}

# write_root CMD…: runs CMD in the root as its owner, able to change it.
write_root() {
  as_owner bwrap --bind "$ROOT" / --dev-bind /dev /dev --proc /proc --ro-bind /sys /sys \
    --perms 1777 --tmpfs /tmp --tmpfs /run --ro-bind /etc/resolv.conf /etc/resolv.conf \
    --clearenv --setenv HOME /root --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv LANG C.UTF-8 \
    --setenv DEBIAN_FRONTEND noninteractive --setenv USER_LANG "${LC_ALL:-${LANG:-C.UTF-8}}" \
    --setenv http_proxy "${http_proxy:-}" --setenv https_proxy "${https_proxy:-}" \
    --unshare-pid --die-with-parent --chdir / -- "$@"
}
