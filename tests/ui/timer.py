#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Timed moments: a breathing pause, a quiet hour that goes on while the program is closed, and help one press away."""

import datetime
import json
import re

from practice import answer, wait_record
from practices import Store
from rig import SOURCE, expect, wait_for
from story import tell

NOTE = "Quiet, and then less so"


def sittings(stage):
    found = [json.loads(path.read_text(encoding="utf-8"))
             for path in stage.desktop.records.glob("sittings/*/*.json")]
    return sorted(found, key=lambda sitting: sitting["created"])


def breathe_and_stop(stage):
    app = stage.start_ready("--tip=tip-21")
    app.press("button", "Start the pause")
    app.find("image", re.compile("^A circle to breathe with"))
    wait_for(lambda: len(sittings(stage)) == 1, "the pause is not kept")
    expect("minutes" not in sittings(stage)[0], "it counts as ended while it runs")
    app.press("button", "Stop Here")
    app.find_words("The pause is over")
    wait_for(lambda: sittings(stage)[0].get("minutes") == 0, "it does not count as ended")
    note = app.find("text", "How was it?")
    app.click(note)
    app.type(NOTE + "\r")
    app.find("label", NOTE)
    wait_for(lambda: sittings(stage)[0].get("note") == NOTE, "the note is not kept")
    expect(sittings(stage)[0]["tip"] == "tip-21", "it belongs to another tip")
    app.find("button", "Start the pause")


def quiet_hour_survives(stage):
    """Begun, killed, begun again: the hour goes on."""
    app = stage.start_ready("--tip=tip-18")
    app.press("button", "Start the quiet time")
    app.find_words("20 minutes left")
    wait_for(lambda: len(sittings(stage)) == 1, "the hour is not kept")
    app.kill()
    app = stage.start("--page=today")
    app.press("list item", "Device-free time for yourself")
    app.find_words("20 minutes left")
    expect(len(sittings(stage)) == 1, "it began a second time")


def hour_over_meanwhile(stage):
    """Begun two hours ago: what is asked is how it was."""
    app = stage.start_ready("--tip=tip-18")
    app.press("button", "Start the quiet time")
    wait_for(lambda: len(sittings(stage)) == 1, "the hour is not kept")
    app.kill()
    path = next(stage.desktop.records.glob("sittings/*/*.json"))
    sitting = json.loads(path.read_text(encoding="utf-8"))
    sitting["planned"] = 0
    path.write_text(json.dumps(sitting), encoding="utf-8")
    app = stage.start("--tip=tip-18")
    app.find_words("The time is over")
    app.find("text", "How was it?")


def hours_in_insights(stage):
    """Quiet hours that were never planned on a list count as well."""
    store = Store(stage)
    for minutes in (60, 45):
        store.put("sitting", "sittings", tip="tip-18", planned=60, minutes=minutes)
    app = stage.start_ready("--page=insights")
    app.find("list item", "2 times so far, 105 minutes in all.")
    expect(app.look_words("^Here you will see the quiet times you had") is None, "it is said not to have begun")


def note_survives(stage):
    """Killed while the note is being typed, and nothing that begins elsewhere takes its place."""
    app = stage.start_ready("--tip=tip-21")
    app.press("button", "Start the pause")
    app.press("button", "Stop Here")
    app.click(app.find("text", "How was it?"))
    app.type("Quiet")
    wait_for(lambda: sittings(stage) and sittings(stage)[0].get("note") == "Quiet", "the note is kept at its end only")
    path = next(stage.desktop.records.glob("sittings/*/*.json"))
    there = sittings(stage)[0]
    now = datetime.datetime.now(datetime.timezone.utc).isoformat()
    there.update(id=there["id"][:-1] + ("0" if there["id"][-1] != "0" else "1"), planned=10, created=now,
                 modified=now, revision={"00d0000000000009": 1})
    del there["minutes"], there["note"]
    path.with_name(there["id"] + ".json").write_text(json.dumps(there), encoding="utf-8")
    app.settle(2)
    app.type(", and then less so")
    wait_for(lambda: any(one.get("note") == NOTE for one in sittings(stage)), "the note was taken away")
    app.press("button", "Done")
    app.find("button", "Stop Here")


def over_elsewhere(stage):
    """The time is over while another page is shown: it is said there, and asked on the tip's."""
    app = stage.start_ready("--tip=tip-21")
    app.press("button", "Start the pause")
    wait_for(lambda: len(sittings(stage)) == 1, "the pause is not kept")
    app.key("ctrl+1")
    app.find("grouping", "Today")
    path = next(stage.desktop.records.glob("sittings/*/*.json"))
    sitting = sittings(stage)[0]
    sitting.update(planned=0, revision={**sitting["revision"], "00d0000000000009": 1})
    temporary = path.with_name(".there.tmp")
    temporary.write_text(json.dumps(sitting), encoding="utf-8")
    temporary.rename(path)
    app.find_words("^The time is over$", seconds=12)
    wait_for(lambda: "minutes" in sittings(stage)[0], "it still counts as running")
    app.quit()


def writing_sitting(stage):
    """A page to write in for as long as one chose: paused, killed, taken up again, over, and kept."""
    overlay = f"/io/github/hearten_app/Hearten/tips={SOURCE / 'tests/fixtures/tips-more'}"
    stage.desktop.settings(first_run_done="true")
    app = stage.start("--page=tip-99", G_RESOURCE_OVERLAYS=overlay)
    app.press("radio button", "10")
    app.press("button", "Begin to write")
    app.find_words("^10 minutes left$")
    expect(app.look_words("^1 of 1$") is None, "one question is counted")
    answer(app, "What was today like?", "Rain, and then")
    app.press("toggle button", "Pause")
    app.find_words("^Paused$")
    page = wait_record(stage, "journal", lambda r: "Rain, and then" in r["body"], "the words are not on the disk")
    expect(page["tip"] == "tip-99" and page["title"] == "Ten minutes of your day", f"the page is {page}")
    app.kill()
    app = stage.start("--page=today", G_RESOURCE_OVERLAYS=overlay)
    app.press("list item", "Ten minutes of your day")
    app.find_words("^You stopped halfway")
    app.kill()
    path = next(stage.desktop.records.glob("journal/*/*.json"))
    page["worksheet"]["left"] = 2
    path.write_text(json.dumps(page), encoding="utf-8")
    app = stage.start("--page=tip-99", G_RESOURCE_OVERLAYS=overlay)
    app.press("button", "Go On")
    app.find_words("^The time you gave it is over")
    app.wait_text(app.find("text", "What was today like?"), "Rain, and then")
    app.key("ctrl+End")
    app.type(" a letter.")
    app.press("button", "To the Closing Step")
    app.find_words("^That is enough for today")
    app.press("button", "Finish")
    page = wait_record(stage, "journal", lambda r: r["worksheet"].get("done"), "the sitting is not done")
    expect("Rain, and then a letter." in page["body"], f"the page is {page}")
    app.find("list", "Your pages about this")
    app.find("button", "Begin to write")


def by_keyboard(stage):
    app = stage.start_ready("--tip=tip-21")
    app.find("button", "Start the pause")
    for _ in range(30):
        app.key("Tab")
        widget = app.focused()
        if widget and widget.role == "button" and widget.name == "Start the pause":
            break
    app.key("Return")
    app.find("image", re.compile("^A circle to breathe with"))
    wait_for(lambda: len(sittings(stage)) == 1, "Return did not begin it")


def find_help(stage):
    app = stage.start_ready("--tip=tip-06")
    app.press("button", "Find help")
    app.find("grouping", "Find Help")


tell(breathe_and_stop, quiet_hour_survives, hour_over_meanwhile, note_survives, over_elsewhere, hours_in_insights, writing_sitting, by_keyboard,
     find_help, apart=True)
