#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminder service against a real bus and a real notification daemon (dunst under Xvfb).

Usage: dunst.py PATH/TO/hearten-reminders
"""

import datetime
import glob
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[1])
BUS_NAME = "io.github.hearten_app.Hearten.Reminders"
BUS_PATH = "/io/github/hearten_app/Hearten/Reminders"
# A sanitizer must be loaded before everything else, and so must libfaketime.
SANITIZED = b"libasan.so" in open(PROGRAM, "rb").read()
FAKETIME = None if SANITIZED else next(iter(glob.glob("/usr/lib*/**/libfaketime.so.1", recursive=True)), None)
NEEDED = ["Xvfb", "dbus-daemon", "dunst", "dunstctl", "gdbus"]

BUS_CONFIG = """<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""

DUNST_CONFIG = """[global]
dmenu = {folder}/choose
notification_limit = 0
[log]
summary = "*"
script = {folder}/log
[urgency_normal]
timeout = 0
"""


class Failure(Exception):
    pass


def expect(truth, message):
    if not truth:
        raise Failure(message)


def wait_for(what, seconds, message):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.05)
    raise Failure(message)


class Desktop:
    """A display, a bus that knows no services, and dunst."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        self.env = {**os.environ, "XDG_STATE_HOME": f"{folder}/state", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        self.env["HEARTEN_APP"] = f"{folder}/app"
        self.env.pop("WAYLAND_DISPLAY", None)
        self.script("choose", f'grep -m1 "$(cat {folder}/want)"')
        self.script("log", f'printf "%s|%s|%s\\n" "$DUNST_APP_NAME" "$DUNST_SUMMARY" "$DUNST_BODY" >>{folder}/shown')
        self.script("app", f'printf "%s\\n" "$*" >>{folder}/opened')
        self.start_display()
        self.start_bus()
        self.start_dunst()

    def script(self, name, text):
        path = f"{self.folder}/{name}"
        self.write(name, f"#!/bin/sh\n{text}\n")
        os.chmod(path, 0o755)

    def write(self, name, text):
        with open(f"{self.folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text)

    def lines(self, name):
        try:
            with open(f"{self.folder}/{name}", encoding="utf-8") as file:
                return file.read().splitlines()
        except FileNotFoundError:
            return []

    def spawn(self, argv, **options):
        process = subprocess.Popen(argv, env=self.env, stdin=subprocess.DEVNULL, **options)
        self.processes.append(process)
        return process

    def start_display(self):
        process = self.spawn(["Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.env["DISPLAY"] = ":" + process.stdout.readline().decode().strip()

    def start_bus(self):
        self.write("bus.conf", BUS_CONFIG.format(folder=self.folder))
        process = self.spawn(["dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--print-address=1"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = process.stdout.readline().decode().strip()

    def start_dunst(self):
        self.write("dunstrc", DUNST_CONFIG.format(folder=self.folder))
        self.spawn(["dunst", "-conf", f"{self.folder}/dunstrc"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: self.run("dunstctl", "count").returncode == 0, 10, "dunst does not answer")

    def run(self, *argv):
        return subprocess.run(argv, env=self.env, capture_output=True, text=True, timeout=20, check=False)

    def press(self, label):
        self.write("want", label)
        self.run("dunstctl", "context")

    def call(self, method, *arguments):
        return self.run("gdbus", "call", "--session", "-d", BUS_NAME, "-o", BUS_PATH, "-m", f"{BUS_NAME}.{method}",
                        *arguments)

    def displayed(self):
        return int(self.run("dunstctl", "count", "displayed").stdout or "-1")

    def clear(self):
        """Everything as on a first day, dunst empty."""
        self.run("dunstctl", "close-all")
        shutil.rmtree(f"{self.folder}/state", ignore_errors=True)
        os.makedirs(f"{self.folder}/state/hearten", mode=0o700)
        for name in ("shown", "opened"):
            if os.path.exists(f"{self.folder}/{name}"):
                os.unlink(f"{self.folder}/{name}")

    def schedule(self, *reminders):
        self.write("state/hearten/schedule.json",
                   json.dumps({"fmt": "hearten-schedule", "v": 1, "reminders": list(reminders)}))

    def ledger(self):
        try:
            with open(f"{self.folder}/state/hearten/ledger.json", encoding="utf-8") as file:
                return {entry["key"]: entry for entry in json.load(file)["entries"]}
        except FileNotFoundError:
            return {}

    def state(self, key):
        return self.ledger().get(key, {}).get("state")

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait(10)


def daily(name, clock, body="Take a slow breath."):
    return {"id": name, "body": body, "open": "space", "rule": {"repeat": "daily", "times": [clock], "zone": "UTC"}}


class Service:
    """The real program; started at a made-up time where one is given."""

    def __init__(self, desktop, at=None):
        env = dict(desktop.env)
        if at:
            env |= {"LD_PRELOAD": FAKETIME, "FAKETIME": "@" + at}
        self.desktop = desktop
        self.process = subprocess.Popen([PROGRAM], env=env, stdin=subprocess.DEVNULL)

    def __enter__(self):
        wait_for(lambda: "true" in self.desktop.run(
            "gdbus", "call", "--session", "-d", "org.freedesktop.DBus", "-o", "/org/freedesktop/DBus", "-m",
            "org.freedesktop.DBus.NameHasOwner", BUS_NAME).stdout, 10, "the service does not take its name")
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def switches(self):
        """How often any of its threads was woken."""
        total = 0
        for path in glob.glob(f"/proc/{self.process.pid}/task/*/status"):
            with open(path, encoding="ascii") as file:
                total += sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
        return total

    def pss(self):
        with open(f"/proc/{self.process.pid}/smaps_rollup", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))


EVENING = "evening@2026-11-23T21:00"
BEFORE = "2026-11-23 20:59:58"


def shown_on_time(desktop):
    desktop.schedule(daily("evening", "21:00", "5 < 6 & “you”"))
    with Service(desktop, BEFORE):
        expect(desktop.displayed() == 0, "it came too early")
        wait_for(lambda: desktop.displayed() == 1, 10, "it did not come")
        wait_for(lambda: desktop.state(EVENING) == "shown", 5, "the ledger does not say shown")
    expect(desktop.lines("shown")[0].startswith("Hearten|Hearten|"), f"shown: {desktop.lines('shown')}")


def snooze_and_done(desktop):
    desktop.schedule(daily("evening", "21:00"))
    with Service(desktop, BEFORE):
        wait_for(lambda: desktop.displayed() == 1, 10, "it did not come")
        desktop.press("Snooze")
        wait_for(lambda: desktop.state(EVENING) == "snoozed", 5, "the Snooze button did nothing")
        until = desktop.ledger()[EVENING]["until"]
        expect("2026-11-23T21:10:00Z" <= until <= "2026-11-23T21:10:30Z", f"snoozed until {until}")
        wait_for(lambda: desktop.displayed() == 0, 5, "it is still there")

        expect(desktop.call("Snooze", EVENING, "0").returncode == 0, "the Snooze method failed")
        wait_for(lambda: desktop.displayed() == 1, 5, "it did not come again")
        wait_for(lambda: desktop.state(EVENING) == "shown", 5, "the ledger does not say shown")

        desktop.press("Done")
        wait_for(lambda: desktop.state(EVENING) == "done", 5, "the Done button did nothing")
        wait_for(lambda: desktop.displayed() == 0, 5, "it is still there")
        expect(len(desktop.lines("shown")) == 2, "it was shown another number of times")


def methods(desktop):
    desktop.schedule(daily("evening", "21:00"))
    with Service(desktop, BEFORE):
        wait_for(lambda: desktop.state(EVENING) == "shown", 10, "it did not come")
        expect(desktop.call("Done", EVENING).returncode == 0, "the Done method failed")
        expect(desktop.state(EVENING) == "done", "the ledger does not say done")
        wait_for(lambda: desktop.displayed() == 0, 5, "Done by the app left the notification there")
        expect(desktop.call("Done", "nobody@2026-11-23T21:00").returncode != 0, "Done for nothing is no error")
        expect(desktop.call("Reload").returncode == 0, "Reload failed")
        desktop.write("state/hearten/schedule.json", "{")
        expect(desktop.call("Reload").returncode != 0, "Reload of a damaged schedule is no error")


def press_opens_the_app(desktop):
    desktop.schedule(daily("evening", "21:00"))
    with Service(desktop, BEFORE):
        wait_for(lambda: desktop.displayed() == 1, 10, "it did not come")
        desktop.run("dunstctl", "action", "0")
        opened = wait_for(lambda: desktop.lines("opened"), 5, "the app was not started")
        expect(opened == ["--page=space --reminder=" + EVENING], f"it was started with {opened}")
        wait_for(lambda: desktop.displayed() == 0, 5, "what the window says now is still shown")


def killed_after_shown(desktop):
    desktop.schedule(daily("evening", "21:00"))
    with Service(desktop, BEFORE) as service:
        wait_for(lambda: desktop.state(EVENING) == "shown", 10, "it did not come")
        service.kill()
    with Service(desktop, "2026-11-23 21:00:10"):
        time.sleep(1)
    expect(len(desktop.lines("shown")) == 1, "it was shown twice")


def killed_before_due(desktop):
    desktop.schedule(daily("evening", "21:00"))
    with Service(desktop, "2026-11-23 20:59:00") as service:
        service.kill()
    with Service(desktop, "2026-11-23 21:00:20"):
        wait_for(lambda: desktop.displayed() == 1, 5, "it was lost")


def missed(desktop):
    desktop.schedule(daily("morning", "09:00"), daily("evening", "21:00"))
    with Service(desktop, BEFORE):
        wait_for(lambda: desktop.state(EVENING) == "shown", 10, "it did not come")
    with Service(desktop, "2026-11-26 10:00:00"):
        wait_for(lambda: len(desktop.lines("shown")) == 2, 5, "nothing was told of")
        time.sleep(0.5)
    expect(desktop.lines("shown")[1:] == ["Hearten|While you were away|2 reminders"], f"shown: {desktop.lines('shown')}")
    expect(desktop.state("morning@2026-11-26T09:00") == "missed", "the ledger does not say missed")


def one_bad_reminder(desktop):
    desktop.schedule({"id": "bad", "rule": {"repeat": "daily", "times": ["25:00"]}}, daily("evening", "21:00"))
    with Service(desktop, BEFORE):
        wait_for(lambda: desktop.displayed() == 1, 10, "the good one did not come")


def second_instance_and_end(desktop):
    with Service(desktop) as service:
        second = subprocess.run([PROGRAM], env=desktop.env, timeout=5, check=False)
        expect(second.returncode == 0, f"the second one ended with {second.returncode}")
        expect(service.process.poll() is None, "the first one ended")
        service.process.terminate()
        expect(service.process.wait(2) == 0, "it did not end cleanly")


def small_and_still(desktop):
    now = datetime.datetime.now(datetime.timezone.utc)
    if now.second > 45:
        time.sleep(61 - now.second)
        now = datetime.datetime.now(datetime.timezone.utc)
    desktop.schedule(daily("now", now.strftime("%H:%M")))
    with Service(desktop) as service:
        wait_for(lambda: desktop.displayed() == 1, 5, "it did not come")
        time.sleep(1)
        before = service.switches()
        time.sleep(4)
        woken = service.switches() - before
        pss = service.pss()
        print(f"# {pss} KiB PSS after a notification, woken {woken} times in 4 s with nothing due today")
        expect(pss <= 4096, f"{pss} KiB PSS")
        expect(woken == 0, f"woken {woken} times")


TESTS = [shown_on_time, snooze_and_done, methods, press_opens_the_app, killed_after_shown, killed_before_due, missed,
         one_bad_reminder, second_instance_and_end, small_and_still]
NO_FAKETIME = [second_instance_and_end, small_and_still]


def run_one(number, test, desktop):
    name = test.__name__.replace("_", "-")
    if not FAKETIME and test not in NO_FAKETIME:
        print(f"ok {number} {name} # SKIP {'libfaketime and a sanitizer cannot be loaded together' if SANITIZED else 'libfaketime is not installed'}")
        return True
    try:
        desktop.clear()
        test(desktop)
    except (Failure, subprocess.TimeoutExpired) as error:
        print(f"not ok {number} {name}\n# {error}", flush=True)
        return False
    print(f"ok {number} {name}", flush=True)
    return True


def main():
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print("1..0 # SKIP not installed: " + ", ".join(missing))
        return 0
    print(f"1..{len(TESTS)}")
    with tempfile.TemporaryDirectory(prefix="hearten-dunst-") as folder:
        desktop = Desktop(folder)
        try:
            results = [run_one(number, test, desktop) for number, test in enumerate(TESTS, 1)]
        finally:
            desktop.stop()
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
