#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sitting with a worksheet: one question at a time, kept as one types, a page of the journal at the end."""

import json
import re

from practice import answer, expect_words, open_tip, records, wait_record, write_elsewhere
from rig import expect, wait_for
from story import tell

HURT = "What hurt most, as you see it today?"
TOLD = "What happened, told plainly?"
PART = "What was my part?"


def begin(app, label):
    app.press("button", label)
    return app


def fill(app, asks):
    """Answers each of the questions and goes on to the next."""
    for ask in asks:
        answer(app, ask, "A word")
        app.press("button", "Next")
        app.wait_gone("heading", ask)


def body(words):
    return lambda record: words in record.get("body", "")


def tip_01(stage):
    app = begin(open_tip(stage, "tip-01"), "Look back")
    app.find_words("^1 of 7$")
    app.find_words("^15 minutes left$")
    app.press("toggle button", "Trust was broken")
    app.press("button", "Next")
    app.find_words("^2 of 7$")
    answer(app, TOLD, "We sat at the table and nobody spoke.")
    entry = wait_record(stage, "journal", body("nobody spoke"), "the answer is not on the disk")
    expect(entry["tip"] == "tip-01" and entry["worksheet"]["answers"]["what-happened"].startswith("We sat"),
           f"the page is {entry}")
    app.press("button", "Back")
    expect(app.find("toggle button", "Trust was broken").has("PRESSED"), "the choice is gone")
    app.press("button", "Next")
    app.wait_text(app.find("text", TOLD), "We sat at the table and nobody spoke.")
    app.settle(0.3)
    app.press("button", "Next")
    fill(app, [PART, "What was their part?", "What came from neither of you?"])
    app.settle(0.3)  # a button that is pressed is deaf for a moment
    app.press("button", "Next")
    answer(app, "What will I do about my part, starting small?", "Call back")
    app.press("button", "Next")
    app.find_words("enough looking back for today")
    app.holds_focus("text", "One kind thing for today")
    app.type("A walk")
    app.press("button", "Finish")
    entry = wait_record(stage, "journal", lambda r: r.get("worksheet", {}).get("done"), "the sitting is not done")
    expect_words(entry, f"## {HURT}\\n\\nTrust was broken", f"## {PART}\\n\\nA word", "Call back", "A walk")
    expect("closeness" not in entry["body"], "a question without an answer has a heading")
    expect(len(records(stage, "journal")) == 1, "there is more than one page")
    app.settle()
    app.press("list item", re.compile("^Look back honestly"), within=app.find("list", "Your pages about this"))
    app.wait_text(app.find("text", "Title"), "Look back honestly")
    expect("nobody spoke" in app.find("text", "Text").text(), "the page in the editor does not have the answers")


def resume_after_kill(stage):
    app = begin(open_tip(stage, "tip-01"), "Look back")
    app.press("button", "Next")
    answer(app, TOLD, "Half a sent")
    wait_record(stage, "journal", body("Half a sent"), "the half sentence is not on the disk")
    app.kill()
    app = stage.start("--page=tip-01")
    app.find_words("^You stopped at question 2 of 7")
    app.press("button", "Go On")
    app.wait_text(app.find("text", TOLD), "Half a sent")
    app.key("End")
    app.key("ctrl+End")
    app.type("ence")
    wait_record(stage, "journal", body("Half a sentence"), "what came later is not on the disk")
    expect(len(records(stage, "journal")) == 1, "going on made another page")


def time_goes_on(stage):
    """Stopping and going on gives no new time; when it is over, it stays so."""
    app = begin(open_tip(stage, "tip-01"), "Look back")
    app.press("button", "Next")
    answer(app, TOLD, "Timed")
    app.press("button", "Stop Here")
    entry = wait_record(stage, "journal", lambda r: 0 < r.get("worksheet", {}).get("left", 0) < 900, "no time is kept")
    app.quit()
    for left, shown in ((200, "^4 minutes left$"), (0, "^Time is up$")):
        path = next(stage.desktop.records.glob("journal/*/*.json"))
        entry["worksheet"]["left"] = left
        path.write_text(json.dumps(entry), encoding="utf-8")
        app = stage.start("--page=tip-01")
        app.press("button", "Go On")
        app.find_words(shown)
        if left > 0:
            app.quit()
    app.find("button", "To the Closing Step")


def escape_keeps(stage):
    app = begin(open_tip(stage, "tip-01"), "Look back")
    app.press("button", "Next")
    answer(app, TOLD, "Kept")
    app.key("Escape")
    app.holds_focus("button", "Go On")
    wait_record(stage, "journal", body("Kept"), "Escape lost the answer")
    app.press("button", "Start Anew")
    app.find_words("^1 of 7$")
    app.press("button", "Stop Here")
    app.find("button", "Go On")
    expect(len(records(stage, "journal")) == 1, "a sheet with nothing in it left a page")


def changed_by_hand(stage):
    app = begin(open_tip(stage, "tip-01"), "Look back")
    app.press("button", "Next")
    answer(app, TOLD, "From the sheet")
    app.press("button", "Stop Here")
    app.settle()
    app.press("list item", re.compile("^Look back honestly"), within=app.find("list", "Your pages about this"))
    app.holds_focus("text", "Text")
    app.key("ctrl+End")
    app.type(" and by hand")
    wait_record(stage, "journal", body("and by hand"), "the change by hand is not on the disk")
    app.key("alt+Left")
    app.find("button", "Look back")
    expect(app.look("button", "Go On") is None, "the sheet would write over what was changed by hand")


def answered_elsewhere(stage):
    """Another device answers two more questions while the sheet is open here."""
    app = begin(open_tip(stage, "tip-01"), "Look back")
    app.press("button", "Next")
    answer(app, TOLD, "From here")
    page = wait_record(stage, "journal", body("From here"), "the answer is not on the disk")
    page["worksheet"]["answers"].update(mine="My part, from there", theirs="Their part, from there")
    page["worksheet"]["answers"]["what-happened"] += ", and there"
    write_elsewhere(stage, "journal", page)
    app.wait_text(app.find("text", TOLD), "From here, and there")
    app.type(" Lighthouse")
    entry = wait_record(stage, "journal", lambda r: "Lighthouse" in r["worksheet"]["answers"]["what-happened"],
                        "what came later is not on the disk")
    expect_words(entry, "My part, from there", "Their part, from there", ", and there")
    app.press("button", "Next")
    app.wait_text(app.find("text", PART), "My part, from there")


def kinder_after_three(stage):
    app = open_tip(stage, "tip-01")
    for number in range(3):
        app.press("button", "Look back" if number == 0 else "Start Anew")
        app.press("button", "Next")
        answer(app, TOLD, f"Sitting {number}")
        app.press("button", "Stop Here")
    wait_for(lambda: len(records(stage, "journal")) == 3, "there are not three pages")
    app.press("button", "Start Anew")
    app.find_words("three times this week")
    app.press("button", "Go On All the Same")
    app.find_words("^1 of 7$")
    app.press("button", "Stop Here")
    app.press("button", "Start Anew")
    app.press("button", "Write This Instead")
    title = wait_for(lambda: app.find("text", "Title").text(), "the page has no title")
    expect(title.endswith("?"), f"the page is called “{title}”")
    app.type("I slept.")
    entry = wait_record(stage, "journal", body("I slept."), "the kinder page is not on the disk")
    expect(entry["tip"] == "tip-01" and entry["title"] == title and "worksheet" not in entry, f"the page is {entry}")


def tip_06(stage):
    app = begin(open_tip(stage, "tip-06"), "Prepare the page")
    app.find_words("^1 of 7$")
    expect(app.look_words("minutes left") is None, "a worksheet without a time counts one")
    fill(app, ["What has happened, in three sentences?", "What weighs on you most at the moment?"])
    app.press("button", "Stop Here")
    app.find_words("^You stopped at question 3 of 7")
    expect_words(wait_record(stage, "journal", body("What weighs on you most"), "the second answer is not on the disk"),
                 "## What has happened, in three sentences?", "## What weighs on you most")


def tip_14(contact, face, label, first):
    def part(stage):
        app = begin(open_tip(stage, "tip-14", contact), label)
        answer(app, first, "The dog")
        entry = wait_record(stage, "journal", body("The dog"), "the answer is not on the disk")
        expect(entry["worksheet"]["face"] == face, f"the page is {entry}")
    part.__name__ = f"tip_14_{face}"
    return part


def closed_gate(stage):
    """What was begun on the face for two is not offered while that face is not shown."""
    tip_14("open", "together", "Start the sheet", "What is the one topic?")(stage)
    stage.app.quit()
    folder = stage.desktop.records / "situation/2026-01"
    path = next(folder.glob("*.json"))
    path.write_text(path.read_text().replace('"open"', '"no"'))
    app = stage.start("--page=tip-14")
    app.find_words("^Make peace with a trade-off$")
    app.find("button", "Start the sheet")
    expect(app.look("button", "Go On") is None, "the sheet for two is offered")
    expect(app.look_words("^Your pages about this$") is None, "the page for two is shown")


def by_keyboard(stage):
    app = open_tip(stage, "tip-01")
    app.find("button", "Look back")
    for _ in range(40):
        focus = app.focused()
        if focus and focus.name == "Look back":
            break
        app.key("Tab")
    app.holds_focus("button", "Look back")
    app.key("Return")
    app.holds_focus("toggle button", "Trust was broken")
    app.key("Tab", "space")
    app.key("ctrl+Return")
    app.holds_focus("text", TOLD)
    app.type("By keys alone")
    app.key("ctrl+Return", "ctrl+Return", "ctrl+Return", "ctrl+Return", "ctrl+Return", "ctrl+Return")
    app.holds_focus("text", "One kind thing for today")
    app.type("Tea")
    app.key("Tab", "Tab")
    app.holds_focus("button", "Finish")
    app.key("space")
    entry = wait_record(stage, "journal", lambda r: r.get("worksheet", {}).get("done"), "the sitting is not done")
    expect_words(entry, "We wanted different things", "By keys alone", "Tea")


tell(tip_01, resume_after_kill, time_goes_on, escape_keeps, changed_by_hand, answered_elsewhere, kinder_after_three, tip_06,
     tip_14("open", "together", "Start the sheet", "What is the one topic?"),
     tip_14("no", "own", "Start the sheet", "Which trade-off is on your mind?"), closed_gate, by_keyboard,
     apart=True, animations=False)
