#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders in a real GNOME Shell: shown with both buttons, and pressed when the program is long gone."""

import sys
import time

import gnome
import rig
from ledger import come_again, set_next_minute, wait_state
from rig import expect, wait_for
from story import Stage, run_part

TEXT = "A quiet moment"
EARLIEST = 12  # seconds that the start needs before the minute


def wait_notices(stage, count, seconds=8):
    return wait_for(lambda: len(found := stage.desktop.notices()) == count and (found or True),
                    lambda: f"the Shell shows {stage.desktop.notices()}, not {count}", seconds)


def it_is_shown_with_both_buttons(stage):
    desktop = stage.desktop
    desktop.tell_story()
    desktop.settings(first_run_done="true")
    left = 60 - time.time() % 60
    if left < EARLIEST:
        time.sleep(left)
    set_next_minute(stage)
    stage.app = gnome.ShellApp(desktop, "--background", wait=False)
    stage.app.wait_end(20)
    notice = wait_notices(stage, 1, 75)[0]
    expect(notice[2] == TEXT, f"it says {notice}")
    expect(notice[3] == ["Done", "Snooze"], f"its buttons are {notice[3]}")
    wait_state(stage, "shown")


def its_body_opens_the_page(stage):
    """The program does not run: the Shell has the bus start it."""
    stage.desktop.press_notification()
    pid = wait_for(lambda: stage.desktop.owner_pid(rig.APP_ID), "the program is not started", 20)
    stage.app = gnome.ShellApp(stage.desktop, pid=pid)
    stage.app.find_words("^Along the Way$")  # which only the page about space has


def snooze_after_the_kill(stage):
    stage.app.kill()
    come_again(stage)
    wait_notices(stage, 1)
    stage.desktop.press_notification("Snooze")
    wait_state(stage, "snoozed", 15)
    wait_notices(stage, 0)


def done_after_the_kill(stage):
    come_again(stage)
    wait_notices(stage, 1)
    stage.desktop.press_notification("Done")
    wait_state(stage, "done", 15)
    wait_notices(stage, 0)


def main():
    parts = [it_is_shown_with_both_buttons, its_body_opens_the_page, snooze_after_the_kill, done_after_the_kill]
    missing = gnome.missing() + rig.missing_tools()
    if missing:
        print("1..0 # SKIP not installed: " + ", ".join(missing))
        return 0
    print(f"1..{len(parts)}", flush=True)
    whole = True
    with gnome.Shell() as desktop:
        stage = Stage(desktop)
        for number, part in enumerate(parts, 1):
            if whole:
                whole = run_part(stage, number, part)
                stage.app = stage.app if whole else None
            else:
                print(f"ok {number} {part.__name__.replace('_', '-')} # SKIP what comes before it failed", flush=True)
    return 0 if whole else 1


sys.exit(main())
