#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders and the start at login by the real portals: shown, pressed, granted, denied and asked for."""

import os
import re
import sys

import rig
import sandbox
from ledger import SERVICE, come_again, wait_state
from rig import expect, wait_for
from story import Stage, run_part

DENIED = "^Reminders come only while this window is open"


def wait_displayed(stage, count, seconds=8):
    wait_for(lambda: stage.desktop.displayed() == count, lambda: f"{stage.desktop.displayed()} are shown, not {count}",
             seconds)


def press(stage, label, state):
    """A press leaves the notification where it is: the gtk backend forgets which it was, and dunst closes none itself."""
    stage.desktop.press_notification(label)
    wait_state(stage, state, 15)
    stage.desktop.run("dunstctl", "close-all")
    wait_displayed(stage, 0)


def end_service(stage):
    os.kill(stage.desktop.owner_pid(SERVICE), 9)
    wait_for(lambda: not stage.desktop.owner_pid(SERVICE), "the service is still there")


def shown_by_the_portal(stage):
    stage.desktop.settings(first_run_done="true")
    app = stage.app = sandbox.SandboxedApp(stage.desktop, "--page=reminders")
    app.press("button", re.compile("^Add: Nothing has to be decided"))
    app.find("list item", re.compile("^Patience: another line each time"))
    app.press("button", "Send Me One Now")
    wait_displayed(stage, 1)
    # The gtk backend tells no name of the program, so the title has to.
    expect(stage.desktop.shown() == ["|Hearten|A quiet moment"], f"shown: {stage.desktop.shown()}")
    wait_state(stage, "shown")
    expect(stage.desktop.owner_pid("org.freedesktop.impl.portal.desktop.gtk"), "it did not come by the portal")


def snooze_by_the_portal(stage):
    stage.app.give_focus_away()  # or the window would say it
    press(stage, "Snooze", "snoozed")


def done_by_the_portal(stage):
    come_again(stage)
    wait_displayed(stage, 1)
    press(stage, "Done", "done")
    stage.app.find_words(" · Done$")


def done_on_the_page_takes_it_away(stage):
    come_again(stage)
    wait_displayed(stage, 1)
    wait_state(stage, "shown")
    stage.app.press("button", "Done")
    wait_state(stage, "done")
    wait_displayed(stage, 0)


def done_after_both_were_killed(stage):
    stage.app.give_focus_away()
    come_again(stage)
    wait_displayed(stage, 1)
    wait_state(stage, "shown")
    stage.app.kill()
    end_service(stage)
    wait_for(lambda: not stage.desktop.owner_pid(rig.APP_ID), "the program is still there")
    press(stage, "Done", "done")


def login_switch(stage):
    dialog = stage.app.find("dialog", "Preferences")
    return stage.app.find("check box", "Start at Login", within=dialog)


def wait_switch(stage, on):
    wait_for(lambda: (row := login_switch(stage)).has("SENSITIVE") and row.has("CHECKED") == on,
             lambda: f"the switch is not {'on' if on else 'off'}: {login_switch(stage)}")


def said_below(row):
    """The words that describe it; they are no widgets of their own on the accessibility bus."""
    return " ".join(relation.get_target(place).get_name() for relation in row.node.get_relation_set()
                    for place in range(relation.get_n_targets()))


def granted_at_once(stage):
    """Nothing has been said about background activity: the portal allows it and writes the file."""
    app = stage.app
    app.take_focus()
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    app.settle()
    tabs = [w for w in app.look_all(None, "Reminders", dialog) if w.role in ("page tab", "toggle button", "button")
            and w.extents()[2] > 0]
    app.click(tabs[-1])
    app.settle()
    wait_switch(stage, False)
    app.click(login_switch(stage))
    file = wait_for(stage.desktop.autostart, "no file was written", 10)
    expect(f"X-Flatpak={rig.APP_ID}" in file and "hearten-reminders" in file, f"the file says {file}")
    wait_switch(stage, True)


def off_again(stage):
    stage.app.click(login_switch(stage))
    wait_for(lambda: stage.desktop.autostart() is None, "the file is still there", 10)
    wait_switch(stage, False)


def denied(stage):
    """The switch goes back and says why, and the page tells what it means."""
    stage.desktop.allow("no")
    app = stage.app
    app.click(login_switch(stage))
    wait_for(lambda: "The desktop does not allow it" in said_below(login_switch(stage)),
             lambda: f"the row says “{said_below(login_switch(stage))}”")
    wait_switch(stage, False)
    expect(stage.desktop.autostart() is None, "a file was written")
    app.holds_focus("check box", "Start at Login")
    app.key("Escape")
    app.wait_gone("dialog", "Preferences")
    app.find_words(DENIED)


def main():
    parts = [shown_by_the_portal, snooze_by_the_portal, done_by_the_portal, done_on_the_page_takes_it_away,
             granted_at_once, off_again, denied, done_after_both_were_killed]
    missing = sandbox.missing() + rig.missing_tools()
    if missing:
        print("1..0 # SKIP not installed: " + ", ".join(missing))
        return 0
    print(f"1..{len(parts)}", flush=True)
    whole = True
    with sandbox.Desktop() as desktop:
        stage = Stage(desktop)
        for number, part in enumerate(parts, 1):
            if whole:
                whole = run_part(stage, number, part)
            else:
                print(f"ok {number} {part.__name__.replace('_', '-')} # SKIP what comes before it failed", flush=True)
    return 0 if whole else 1


sys.exit(main())
