#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch.sh FOLDER: unpacks QEMU, a Linux kernel, busybox and what of theirs is not installed here into FOLDER, by apt.
set -euo pipefail
folder=${1:?which folder?}
apt=$(mktemp -d)
trap 'rm -rf "$apt"' EXIT
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
options=(-o Dir::State::lists="$apt/lists" -o Dir::Cache="$apt/cache" -o Debug::NoLocking=1
  -o APT::Sandbox::User="$(id -un)" -qq)
apt-get "${options[@]}" update
apt-get "${options[@]}" install --download-only -y --no-install-recommends \
  qemu-system-x86 linux-image-cloud-amd64 busybox-static cpio
mkdir -p "$folder.new"
for package in "$apt"/cache/archives/*.deb; do
  dpkg-deb -x "$package" "$folder.new"
done
rm -rf "$folder"
mv "$folder.new" "$folder"
