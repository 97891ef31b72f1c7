#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page about reminders: words of a deck, one now, what became of it, a pause, and what keeps them from coming."""

import datetime
import json
import os
import re
import xml.etree.ElementTree

import rig
from ledger import SERVICE, ledger, wait_state
from practices import Store, tab_to, today
from rig import expect, wait_for
from story import tell

DECK = [line.text for line in xml.etree.ElementTree.parse(rig.SOURCE / "data/decks/patience.xml").getroot()]


def schedule(stage):
    path = stage.desktop.home / "state/hearten/schedule.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def wait_displayed(stage, count, seconds=6):
    wait_for(lambda: stage.desktop.displayed() == count, lambda: f"{stage.desktop.displayed()} are shown, not {count}",
             seconds)


def says_of_the_deck(stage):
    """One of the rows below Next says a line of the deck."""
    return next((w for w in stage.app.walk() if w.role == "label" and w.name in DECK), None)


def added_from_a_suggestion(stage):
    app = stage.start_ready("--page=reminders")
    app.press("button", re.compile("^Add: Nothing has to be decided"))
    app.find("list item", re.compile("^Patience: another line each time"))
    wait_for(lambda: says_of_the_deck(stage), "the next one does not say a line of the deck")
    wait_for(lambda: schedule(stage).get("reminders"), "there is no schedule")
    expect("says" not in schedule(stage)["reminders"][0], "the words are written though they may not be shown")


def sent_now_with_no_words(stage):
    stage.app.press("button", "Send Me One Now")
    wait_displayed(stage, 1)
    expect(stage.desktop.shown() == ["Hearten|Hearten|A quiet moment"], f"shown: {stage.desktop.shown()}")
    stage.app.find_words("Shown because you asked$")


def done_on_the_page(stage):
    stage.app.press("button", "Done")
    wait_state(stage, "done")
    wait_displayed(stage, 0)
    stage.app.find_words(" · Done$")


def words_when_they_are_wanted(stage):
    app = stage.app
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    tabs = [w for w in app.look_all(None, "Reminders", dialog) if w.role in ("page tab", "toggle button", "button")
            and w.extents()[2] > 0]
    app.click(tabs[-1])
    app.settle()
    app.click(app.find("check box", "Words on Notifications", within=dialog))
    wait_for(lambda: "says" in schedule(stage)["reminders"][0], "the words are not in the schedule")
    app.key("Escape")
    app.wait_gone("dialog", "Preferences")
    app.take_focus()
    app.press("button", "Send Me One Now")
    wait_displayed(stage, 1)
    words = stage.desktop.shown()[-1].split("|")[2]
    expect(words in DECK, f"it says “{words}”")
    stage.desktop.run("dunstctl", "close-all")


def paused_and_on_again(stage):
    app = stage.app
    app.choose("Pause", 3, 4)
    app.find_words("^Nothing comes until you say so")
    wait_for(lambda: schedule(stage).get("paused") == "always", lambda: f"the schedule says {schedule(stage)}")
    app.find_words("^Reminders are paused. None will come")
    app.press("button", "Resume")
    wait_for(lambda: schedule(stage).get("paused") != "always", "it is still paused")
    wait_for(lambda: says_of_the_deck(stage), "nothing comes next")


def paused_until_a_date(stage):
    app = stage.app
    app.choose("Pause", 2, 4)
    app.find_words("^Pause Until$")
    app.settle()
    app.press("button", "Pause")
    app.find_words("^Nothing comes before: Tomorrow at 0?4")
    app.press("button", "Resume")
    app.find("button", "Pause")


def nobody_shows_notifications(stage):
    dunst = next(p for p in stage.desktop.processes if p.args[0] == "dunst")
    dunst.terminate()
    dunst.wait(10)
    if stage.app.look("button", "Dismiss"):  # a toast lies over the row
        stage.app.press("button", "Dismiss")
        stage.app.wait_gone("button", "Dismiss")
    stage.app.press("button", "Send Me One Now")
    stage.app.find_words("^No program shows notifications here")
    expect(len(ledger(stage)) > 0, "the ledger is empty")


def records(stage):
    return [json.loads(path.read_text(encoding="utf-8")) for path in stage.desktop.records.glob("reminders/*/*.json")]


def choose_row(app, dialog, name, steps):
    app.scroll_to(app.find("combo box", name, within=dialog))
    app.click(app.find("combo box", name, within=dialog))
    app.settle()
    app.key(*["Down" if steps > 0 else "Up"] * abs(steps), "Return")
    app.settle()


def edit_first(stage, words):
    stage.app.activate(stage.app.find("list item", re.compile(words)))
    dialog = stage.app.find("dialog", "Edit Reminder")
    stage.app.settle()
    return dialog


def left_out_once_the_weather_is_noted(stage):
    stage.fresh()
    app = stage.start_ready("--page=reminders")
    app.press("button", re.compile("^Add: Nothing has to be decided"))
    wait_for(lambda: len(records(stage)) == 1, "it is not kept")
    expect("unless" not in records(stage)[0], "it is left out by itself")
    dialog = edit_first(stage, "^Patience: another line")
    choose_row(app, dialog, "Leave It Out", 2)
    app.find(None, re.compile("^What comes next: (?s:.*)\nLeft out on a day you noted the weather$"), within=dialog)
    app.press("button", "Save", within=dialog)
    app.wait_gone("dialog", "Edit Reminder")
    app.find_words("^Every day at .*\nLeft out on a day you noted the weather$")
    wait_for(lambda: records(stage)[0].get("unless") == "weather", lambda: f"the record is {records(stage)[0]}")
    expect("skip" not in schedule(stage)["reminders"][0], "it is left out before anything is noted")
    app.key("ctrl+1")
    app.press("toggle button", re.compile("^Brightening"))
    today = datetime.date.today().isoformat()
    wait_for(lambda: schedule(stage)["reminders"][0].get("skip") == today,
             lambda: f"the schedule says {schedule(stage)['reminders']}")
    app.key("ctrl+5")
    dialog = edit_first(stage, "^Patience: another line")
    app.find(None, re.compile("^What comes next: (?s:.*)\nLeft out on a day you noted the weather$"), within=dialog)
    choose_row(app, dialog, "Leave It Out", -2)
    app.press("button", "Save", within=dialog)
    wait_for(lambda: "unless" not in records(stage)[0], "it is still left out")
    wait_for(lambda: "skip" not in schedule(stage)["reminders"][0], "the schedule still leaves it out")


def day_of(stage):
    """The dates that the service knows of the only reminder."""
    rule = schedule(stage)["reminders"][0]["rule"] if schedule(stage).get("reminders") else {}
    return rule.get("dates")


def reminded_of_a_plan(stage):
    stage.fresh()
    stage.store = Store(stage)
    stage.store.put("item", "items", tip="tip-22", face="both", text="The sea", place=1, columns={"on": str(today(9))})
    app = stage.start_ready("--tip=tip-22")
    app.scroll_to(app.find("list item", re.compile("^The sea")))
    app.settle()
    app.press("button", "Remind Me…")
    dialog = app.find("dialog", "New Reminder")
    app.settle()
    wait_for(lambda: app.find("text", re.compile("What It Says"), within=dialog).text() == "The sea", "it says something else")
    choose_row(app, dialog, "When", 2)
    app.press("button", "Save", within=dialog)
    wait_for(lambda: day_of(stage) == [str(today(8)), str(today(9))], lambda: f"the schedule says {schedule(stage)}")
    record = wait_for(lambda: records(stage), "it is not kept")[0]
    expect(record["page"] == "tip-22" and record["rule"]["on"] == [-1, 0], f"the record is {record}")


def the_plan_is_moved_and_deleted(stage):
    app = stage.app
    app.wait_gone("dialog", "New Reminder")
    app.press("list item", re.compile("^The sea"))
    dialog = app.find("dialog", "Edit")
    app.settle()
    app.activate(app.find("list item", re.compile("^When"), within=dialog))
    app.settle()
    app.find("grouping", re.compile("^When$"))
    tab_to(app, "grouping", re.compile("^When$"))
    app.key("Left", "space")

    def follows():
        day = datetime.date.fromisoformat(stage.store.read("items")[0]["columns"]["on"])
        return day != today(9) and day_of(stage) == [str(day - datetime.timedelta(days=1)), str(day)]
    wait_for(follows, lambda: f"the schedule says {schedule(stage)}")
    app.activate(app.find("list item", re.compile("^When"), within=dialog))  # a calendar turns with the mouse wheel
    app.settle()
    wait_for(follows, lambda: f"the schedule says {schedule(stage)}")
    days = day_of(stage)
    app.press("button", "Delete", within=dialog)
    wait_for(lambda: not day_of(stage), lambda: f"the schedule says {schedule(stage)}")
    app.key("ctrl+5")
    app.find_words("^For your plan: 1 day before and the day itself at .*\nThat plan is done, gone or without a day")
    app.press("button", "Undo")
    app.find_words("^For “The sea”: 1 day before and the day itself at [^\n]*$")
    wait_for(lambda: day_of(stage) == days, lambda: f"the schedule says {schedule(stage)}")


def lighter_after_weeks_of_done(stage):
    stage.fresh()
    stage.desktop.tell_story()
    app = stage.start_ready("--page=reminders")
    app.find("list item", re.compile("^Nothing has to be decided"))
    wait_for(lambda: (stage.desktop.home / "state/hearten/ledger.json").exists(), "the service does not run")
    evening = next(r for r in records(stage) if r["rule"].get("times") == ["21:00"] and r["rule"]["repeat"] == "daily")
    stage.app.quit()
    pid = stage.desktop.owner_pid(SERVICE)
    os.kill(pid, 15)
    wait_for(lambda: not stage.desktop.owner_pid(SERVICE), "the service does not end")
    days = [datetime.date.today() - datetime.timedelta(days=back) for back in range(21, 0, -1)]
    entries = [{"key": f"{evening['id']}@{day}T21:00", "state": "done", "due": f"{day}T21:00:00Z", "at": f"{day}T21:01:00Z"}
               for day in days]
    path = stage.desktop.home / "state/hearten/ledger.json"
    old = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(old | {"entries": entries}), encoding="utf-8")
    app = stage.start_ready("--page=reminders")
    app.find_words("Would this be enough: Every 2 days")
    app.press("button", "Less Often")
    wait_for(lambda: any(r["id"] == evening["id"] and r["rule"]["repeat"] == "days" for r in records(stage)),
             "it comes as often as before")
    wait_for(lambda: not app.look_words("Would this be enough"), "the offer is still there")


tell(added_from_a_suggestion, sent_now_with_no_words, done_on_the_page, words_when_they_are_wanted,
     paused_and_on_again, paused_until_a_date, left_out_once_the_weather_is_noted,
     reminded_of_a_plan, the_plan_is_moved_and_deleted, lighter_after_weeks_of_done, nobody_shows_notifications)
