#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# isolate.sh CMD…: runs CMD with a home of its own and no desktop, then removes the home.
set -u
home=$(mktemp -d "${TMPDIR:-/tmp}/hearten-test.XXXXXX") || exit 1
trap 'rm -rf "$home"' EXIT
trap 'exit 130' INT TERM
unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS GSETTINGS_BACKEND LANGUAGE LC_ALL
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_CURRENT_DESKTOP XDG_SESSION_TYPE
mkdir -m 0700 "$home/runtime"
export HOME=$home XDG_RUNTIME_DIR=$home/runtime LANG=C.UTF-8
"$@"
