#!/bin/busybox sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The whole life of the machine: it boots, a reminder is due soon, it sleeps over that, wakes, and says what came of it.
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
mount -t tmpfs tmp /tmp
ip link set lo up
say() { echo "HEARTEN $*"; }
end() {
  poweroff -f
  sleep 60
}

export HOME=/root XDG_STATE_HOME=/tmp/state XDG_RUNTIME_DIR=/tmp/run TZ=UTC LC_ALL=C.UTF-8 PATH=/bin
mkdir -p /root /tmp/state/hearten /tmp/run
DBUS_SESSION_BUS_ADDRESS=$(dbus-daemon --config-file=/etc/bus.conf --fork --print-address=1)
export DBUS_SESSION_BUS_ADDRESS

now=$(date +%s)
due=$(((now + 45 + 59) / 60 * 60))
cat >/tmp/state/hearten/schedule.json <<JSON
{"fmt":"hearten-schedule","v":1,"reminders":[{"id":"walk","rule":{"repeat":"daily",
 "times":["$(date -d "@$due" +%H:%M)"],"zone":"UTC"}}]}
JSON
hearten-reminders &
sleep 2
pidof hearten-reminders >/dev/null || {
  say failed "the service does not run"
  end
}

now=$(date +%s)
asleep=$((due - now + 15))
say sleeps "$asleep" "$((due - now))"
echo 0 >/sys/class/rtc/rtc0/wakealarm
echo "+$asleep" >/sys/class/rtc/rtc0/wakealarm || say failed "there is no alarm to wake it"
echo mem >/sys/power/state || say failed "it cannot sleep"
woke=$(date +%s)
say woke "$((woke - now))" "$((woke - due))"

tenths=0
while [ "$tenths" -lt 300 ]; do
  if grep -q '"shown"' /tmp/state/hearten/ledger.json 2>/dev/null; then
    say shown "$tenths"
    end
  fi
  usleep 100000
  tenths=$((tenths + 1))
done
say failed "nothing was shown in half a minute"
end
