#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminder service on Wayland: a real compositor with no screen (labwc) and a real notification daemon (mako).

Usage: mako.py PATH/TO/hearten-reminders
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

import dunst
from dunst import BEFORE, EVENING, FAKETIME, Failure, Service, daily, expect, wait_for

NEEDED = ["labwc", "mako", "makoctl", "dbus-daemon", "gdbus"]


class Wayland(dunst.Desktop):
    """In place of Xvfb and dunst."""

    def start_display(self):
        os.mkdir(f"{self.folder}/run", mode=0o700)
        self.env |= {"XDG_RUNTIME_DIR": f"{self.folder}/run", "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman",
                     "WLR_LIBINPUT_NO_DEVICES": "1", "HOME": self.folder}
        self.env.pop("DISPLAY", None)
        self.spawn(["labwc"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        name = wait_for(lambda: [name for name in os.listdir(f"{self.folder}/run")
                                 if name.startswith("wayland-") and not name.endswith(".lock")], 15, "labwc does not start")
        self.env["WAYLAND_DISPLAY"] = name[0]

    def start_dunst(self):
        self.spawn(["mako", "--default-timeout", "0"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: self.run("makoctl", "list").returncode == 0, 10, "mako does not answer")

    def notices(self):
        """Number, title and buttons (their words by their action) of each that is shown."""
        found = []
        for line in self.run("makoctl", "list").stdout.splitlines():
            if match := re.match(r"Notification (\d+): (.*)", line):
                found.append({"id": match[1], "title": match[2], "actions": {}})
            elif match := re.match(r"    (\S.*?): (\S.*)$", line):
                found[-1]["actions"][match[1]] = match[2]
        return found

    def says(self, words):
        """Whether mako has these words; it escapes nothing."""
        answer = self.run("gdbus", "call", "--session", "-d", "org.freedesktop.Notifications", "-o", "/fr/emersion/Mako",
                          "-m", "fr.emersion.Mako.ListNotifications").stdout
        return words in answer

    def displayed(self):
        return len(self.notices())

    def press(self, label=None):
        notice = self.notices()[0]
        actions = notice["actions"]
        action = "default" if label is None else next(name for name, words in actions.items() if words == label)
        self.run("makoctl", "invoke", "-n", notice["id"], action)

    def clear(self):
        self.run("makoctl", "dismiss", "--all")
        super().clear()


def shown_with_both_buttons(desktop):
    desktop.schedule(daily("evening", "21:00", "5 < 6 & “you”"))
    with Service(desktop, BEFORE):
        wait_for(lambda: desktop.displayed() == 1, 10, "it did not come")
        notice, = desktop.notices()
        expect(notice["title"] == "Hearten" and desktop.says("5 < 6 & “you”"), f"it says {notice}")
        expect(sorted(words for name, words in notice["actions"].items() if name != "default") == ["Done", "Snooze"],
               f"its buttons: {notice['actions']}")
        wait_for(lambda: desktop.state(EVENING) == "shown", 5, "the ledger does not say shown")


def snooze_and_done(desktop):
    desktop.schedule(daily("evening", "21:00"))
    with Service(desktop, BEFORE):
        wait_for(lambda: desktop.displayed() == 1, 10, "it did not come")
        desktop.press("Snooze")
        wait_for(lambda: desktop.state(EVENING) == "snoozed", 5, "the Snooze button did nothing")
        wait_for(lambda: desktop.displayed() == 0, 5, "it is still there")
        expect(desktop.call("Snooze", EVENING, "0").returncode == 0, "the Snooze method failed")
        wait_for(lambda: desktop.displayed() == 1, 5, "it did not come again")
        desktop.press("Done")
        wait_for(lambda: desktop.state(EVENING) == "done", 5, "the Done button did nothing")
        wait_for(lambda: desktop.displayed() == 0, 5, "it is still there")


def press_opens_the_app(desktop):
    desktop.schedule(daily("evening", "21:00"))
    with Service(desktop, BEFORE):
        wait_for(lambda: desktop.displayed() == 1, 10, "it did not come")
        desktop.press()
        opened = wait_for(lambda: desktop.lines("opened"), 5, "the app was not started")
        expect(opened == [f"--page=space --reminder={EVENING}"], f"it was started with {opened}")


TESTS = [shown_with_both_buttons, snooze_and_done, press_opens_the_app]


def main():
    missing = [name for name in NEEDED if not shutil.which(name)] + ([] if FAKETIME else ["libfaketime"])
    if missing:
        print("1..0 # SKIP not installed: " + ", ".join(missing))
        return 0
    print(f"1..{len(TESTS)}")
    with tempfile.TemporaryDirectory(prefix="hearten-mako-", ignore_cleanup_errors=True) as folder:
        desktop = Wayland(folder)
        try:
            results = [dunst.run_one(number, test, desktop) for number, test in enumerate(TESTS, 1)]
        finally:
            desktop.stop()
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
