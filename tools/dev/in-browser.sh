#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# in-browser.sh PROGRAM ARGS…: serves PROGRAM's window on 127.0.0.1 for as long as it runs.
set -u

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

port=8085
while is_taken "$port"; do
  port=$((port + 1))
  if ((port > 8185)); then
    echo "No free port between 8085 and 8185 was found; nothing was started." >&2
    exit 1
  fi
done
display=:$((port - 8080))

gtk4-broadwayd --address 127.0.0.1 --port "$port" "$display" >/dev/null 2>&1 &
server=$!
program=
stop() { kill $program "$server" 2>/dev/null; }
trap stop EXIT
trap 'exit 130' INT TERM HUP

for _ in {1..50}; do
  is_taken "$port" && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.1
done
if ! kill -0 "$server" 2>/dev/null; then
  echo "The browser server did not start on port $port; nothing was changed, please try again." >&2
  exit 1
fi

echo "Open http://127.0.0.1:$port/ (Ctrl+C ends it)" >&2
GDK_BACKEND=broadway BROADWAY_DISPLAY=$display "$@" &
program=$!
wait "$program"
