#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reminder, from the dialog to a real notification, its buttons and back, also with no window."""

import datetime
import re
import time

import rig
from app import App
from ledger import come_again, next_minute, set_next_minute, wait_state
from rig import expect, wait_for
from story import tell

TEXT = "One slow breath"
AHEAD = 25  # seconds from the start of the program to the minute


class Clock:
    """The program's clock, moved so that a minute begins soon; without libfaketime the real one, waited for."""

    def __init__(self):
        library = rig.find_faketime()
        ahead = AHEAD * rig.SLOWNESS
        left = 60 - time.time() % 60
        self.offset = (left - ahead) % 60 if library else 0
        self.env = {"LD_PRELOAD": library, "FAKETIME": f"+{self.offset:.0f}s"} if library else {}
        if not library and left < ahead:
            time.sleep(left)


def wait_displayed(stage, count, seconds=6):
    wait_for(lambda: stage.desktop.displayed() == count, lambda: f"{stage.desktop.displayed()} are shown, not {count}",
             seconds)


def set_spin(app, name, text):
    app.click(app.find("spin button", name))
    app.key("ctrl+a")
    app.type(text + "\t")


def choose_own_words(app, dialog):
    app.click(app.find("combo box", "Words", within=dialog))
    app.settle()
    app.key("Down", "Return")


def added_in_the_window(stage):
    stage.clock = Clock()
    stage.desktop.settings(first_run_done="true", reminders_words="true")
    app = stage.start("--page=reminders", **stage.clock.env)
    app.press("button", "Add Reminder")
    dialog = app.find("dialog", "New Reminder")
    app.settle()
    choose_own_words(app, dialog)
    app.click(app.find("text", re.compile("What It Says"), within=dialog))
    app.type(TEXT)
    hour, minute = next_minute(stage.clock.offset).split(":")
    set_spin(app, "Hour", hour)
    set_spin(app, "Minute", minute)
    app.press("button", "Save", within=dialog)
    app.wait_gone("dialog", "New Reminder")
    app.find("list item", re.compile(TEXT))
    app.give_focus_away()


def it_comes_on_time(stage):
    expect(stage.desktop.displayed() == 0, "it came too early")
    wait_displayed(stage, 1, 70)
    wait_state(stage, "shown")
    expect(stage.desktop.shown() == [f"Hearten|Hearten|{TEXT}"], f"shown: {stage.desktop.shown()}")


def snooze_and_it_comes_again(stage):
    stage.desktop.press_notification("Snooze")
    entry = wait_state(stage, "snoozed")
    wait_displayed(stage, 0)
    until = datetime.datetime.fromisoformat(entry["until"].replace("Z", "+00:00")).timestamp()
    minutes = (until - time.time() - stage.clock.offset) / 60
    expect(9.5 < minutes < 10.2, f"snoozed for {minutes:.1f} minutes")
    come_again(stage)
    wait_displayed(stage, 1)
    expect(len(stage.desktop.shown()) == 2, f"shown: {stage.desktop.shown()}")


def the_body_opens_its_page(stage):
    app = stage.app
    app.find("grouping", "Reminders")
    stage.desktop.press_notification()
    app.find_today()
    app.find("heading", TEXT)  # in the dialog over it
    app.take_focus()
    app.settle()
    app.key("Escape")
    app.wait_gone("heading", TEXT)


def done(stage):
    stage.app.give_focus_away()
    come_again(stage)
    wait_displayed(stage, 1)
    stage.desktop.press_notification("Done")
    wait_state(stage, "done")
    wait_displayed(stage, 0)


def in_front_it_comes_into_the_window(stage):
    app = stage.app
    app.take_focus()
    app.settle()
    come_again(stage)
    entry = wait_state(stage, "shown")
    expect(entry.get("why") == "window", f"the ledger says {entry}")
    bar = app.find("grouping", "Reminder")
    app.find("label", TEXT, within=bar)
    expect(stage.desktop.displayed() == 0, "it was shown twice")
    app.press("button", "Done", within=bar)
    wait_state(stage, "done")
    app.wait_gone("grouping", "Reminder")


def never_opened(stage):
    """Only the start at login: no window, and the reminder comes."""
    stage.fresh()
    (stage.desktop.folder / "shown").unlink()
    stage.desktop.tell_story()
    stage.clock = Clock()
    set_next_minute(stage, stage.clock.offset)
    stage.desktop.settings(first_run_done="true")
    background = App(stage.desktop, "--background", wait=False, **stage.clock.env)
    background.wait_end(15)
    background.check()
    wait_displayed(stage, 1, 70)
    expect(stage.desktop.shown() == ["Hearten|Hearten|A quiet moment"],
           f"shown: {stage.desktop.shown()}")


def its_body_starts_the_program(stage):
    stage.desktop.press_notification()
    pid = wait_for(lambda: stage.desktop.owner_pid(rig.APP_ID), "the program does not start", 15)
    stage.app = App(stage.desktop, pid=pid)
    stage.app.find_words("^Day 12 of 30$")
    stage.app.find("heading", re.compile("^Giving room is something you do"))
    stage.app.take_focus()
    stage.app.settle()
    stage.app.key("Return")
    wait_state(stage, "done")
    wait_displayed(stage, 0)


def killed_and_done(stage):
    stage.app.kill()
    stage.app = None
    come_again(stage)
    wait_displayed(stage, 1)
    stage.desktop.press_notification("Done")
    wait_state(stage, "done")
    wait_displayed(stage, 0)


tell(added_in_the_window, it_comes_on_time, snooze_and_it_comes_again, the_body_opens_its_page, done,
     in_front_it_comes_into_the_window, never_opened, its_body_starts_the_program, killed_and_done)
