#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make-test-catalogue.sh RULES CATALOGUE TIP…: a translation of the tips in which every text begins with "¤".
set -eu
rules=$1 catalogue=$2
shift 2
xgettext --its="$rules" --from-code=UTF-8 --output=- "$@" |
  sed 's/charset=CHARSET/charset=UTF-8/' |
  msgen - |
  msgfilter --keep-header sed '1s/^/¤/' |
  msgfmt --output-file="$catalogue" -
