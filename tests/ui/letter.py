#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters that are never sent: written, marked, put to rest, read again, kept, copied or let go."""

import datetime
import json
import re

from practice import answer, expect_words, open_tip, records, wait_record, write_elsewhere
from rig import expect, wait_for
from story import tell

DID = "What did you do?"
OWN_DID = "What was done, in plain words?"
SMALL = "What small, true thing would you like to tell Robin?"
LETTER = re.compile("^A letter that rests$")


def letter(stage, fits=lambda r: True, message="there is no letter"):
    return wait_record(stage, "letters", fits, message)


def has(words):
    return lambda record: words in json.dumps(record, ensure_ascii=False)


def write_apology(stage, contact="no", words="I mocked your songs."):
    """One part of the apology that stays here, or of the one to them."""
    app = open_tip(stage, "tip-05", contact)
    app.press("button", "Write it here" if contact == "no" else "Write the apology")
    answer(app, OWN_DID if contact == "no" else DID, words)
    letter(stage, has(words))
    return app


def put_to_rest(app, how="A day"):
    """From the first part on."""
    for _ in range(4):
        app.press("button", "Next")
        app.settle(0.3)
    app.press("button", "Let It Rest…")
    app.press("toggle button", how)
    app.press("button", "Put It Away")
    app.find("list item", LETTER)
    app.settle()


def let_time_pass(stage, **members):
    """Ends the program and has every letter rested, as if the time were over."""
    stage.app.quit()
    for path in stage.desktop.records.glob("letters/*/*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        record |= {"rest-until": "2026-01-05T20:00:00Z", "day": "2026-01-04"} | members
        path.write_text(json.dumps(record), encoding="utf-8")


def open_again(stage, title):
    app = stage.start("--page=tip-05")
    app.press("list item", title)
    return app


def light_draft(stage):
    """tip-04 on the face for two, with what comes first."""
    app = open_tip(stage, "tip-04", "open")
    app.find_words("ask yourself honestly what it is for")
    app.find("button", "No games")
    app.press("button", "Write a draft")
    app.find_words("^Part 1 of 3$")
    answer(app, SMALL, "The cat learned the door. I miss you, and about us")
    app.find_words("^“I miss you”$")
    app.find_words("turns a light message into a heavy one")
    app.find_words("^“about us”$")
    record = letter(stage, has("learned the door"))
    expect((record["tip"], record["face"]) == ("tip-04", "together"), f"the letter is {record}")
    app.press("button", "Stop Here")
    app.find("list item", re.compile("^The cat learned"))
    wait_record(stage, "practice", lambda r: r["tip"] == "tip-04" and r["state"] == "begun", "the tip is not begun")
    app.press("button", "No games")
    app.find_words("^No games$")


def no_draft_on_the_own_face(stage):
    app = open_tip(stage, "tip-04", "no")
    app.find_words("^Reach out to a friend$")
    expect(app.look("button", "Write a draft") is None, "a draft to them is offered")
    expect(app.look("button", "Write Freely") is None, "a letter to them is offered")


def marks(stage):
    app = write_apology(stage, "open", "I was late, BUT you were too, and if you felt hurt")
    app.find_words("^“BUT”$")
    app.find_words("fades once it is there")
    app.find_words("^“if you felt”$")
    app.key("ctrl+a")
    app.type("A button came off.")
    wait_for(lambda: app.look_words("fades once it is there") is None, "a part of a word is marked")
    letter(stage, has("A button came off."))


def written_elsewhere(stage):
    """Another device writes on in this part, begins the next one and goes there, while the letter is open here."""
    app = write_apology(stage)
    record = letter(stage, has("I mocked your songs."))
    part = next(name for name, words in record["answers"].items() if words == "I mocked your songs.")
    record["answers"][part] += " Often."
    write_elsewhere(stage, "letters", dict(record, step=1))
    app.wait_text(app.find("text", OWN_DID), "I mocked your songs. Often.")
    app.type(" Lighthouse")
    record = letter(stage, has("Lighthouse"))
    expect(list(record["answers"]) == [part] and "Often." in record["answers"][part], f"the letter is {record}")
    write_elsewhere(stage, "letters", dict(record, **{"rest-until": "2126-01-05T20:00:00Z", "day": "2026-01-04"}))
    app.find("list item", LETTER)


def rest_and_read_anyway(stage):
    app = write_apology(stage)
    put_to_rest(app)
    record = letter(stage, lambda r: r.get("rest-until"))
    rests = datetime.datetime.fromisoformat(record["rest-until"]) - datetime.datetime.now(datetime.timezone.utc)
    expect(datetime.timedelta(hours=23, minutes=50) < rests < datetime.timedelta(hours=24, minutes=2),
           f"it rests {rests}")
    reminder = wait_record(stage, "reminders", lambda r: r["id"] == record["reminder"], "there is no reminder")
    expect(reminder["rule"]["repeat"] == "once" and reminder["page"] == "tip-05", f"the reminder is {reminder}")
    expect("letter" not in reminder["text"] and "apolog" not in reminder["text"], f"the reminder tells {reminder}")
    expect(app.look_words("mocked") is None, "the words are still to be seen")
    app.press("list item", LETTER)
    app.find_words("^Your letter is put away and rests. It comes back on ")
    expect(app.look_words("mocked") is None, "the words of a letter that rests are shown")
    app.press("button", "Read Anyway")
    expect(app.look_words("mocked") is None, "one press is enough to read it")
    app.press("button", "Read It Now")
    app.find_words("mocked your songs")
    expect(app.look("button", "Copy") is None, "a letter that rests can be copied")
    app.press("button", "Back")
    app.find("button", "Write it here")
    app.settle()
    app.press("list item", LETTER)
    app.find("button", "Read Anyway")
    expect(app.look_words("mocked") is None, "it is not put away again")


def back_and_kept(stage):
    app = write_apology(stage)
    put_to_rest(app, "Three days")
    let_time_pass(stage, mood=-2)
    app = open_again(stage, "I mocked your songs.")
    app.find_words("^You wrote it on Sunday, 4 January 2026. Your inner weather that day: Stormy.$")
    expect(app.look("button", "Copy") is None, "an apology that stays here can be copied")
    app.press("button", "Keep It Here")
    app.find_words("^You decided to keep it here.$")
    letter(stage, lambda r: r.get("decision") == "kept", "what was decided is not on the disk")
    app.press("button", "Back")
    app.find_words("^Kept here$")


def copied_after_its_rest(stage):
    app = write_apology(stage, "open")
    put_to_rest(app)
    let_time_pass(stage)
    app = open_again(stage, "I mocked your songs.")
    app.press("button", "Copy")
    app.find_words("^Copied$")
    letter(stage, lambda r: r.get("decision") == "copied", "what was decided is not on the disk")
    app.press("button", "Write On")
    app.find("heading", "How do you leave them free?")
    record = letter(stage, lambda r: not r.get("rest-until"), "it still rests")
    expect("decision" not in record and "reminder" not in record, f"the letter is {record}")


def let_go_and_back(stage):
    app = write_apology(stage)
    put_to_rest(app)
    wait_record(stage, "reminders", lambda r: not r.get("deleted"), "no reminder tells of its return")
    reminder = records(stage, "reminders")[0]["id"]
    app.press("list item", LETTER)
    app.press("button", "Read Anyway")
    app.press("button", "Read It Now")
    app.press("button", "Let It Go")
    app.wait_gone("list item", LETTER)
    letter(stage, lambda r: r.get("deleted"), "the letter is not in the trash")
    wait_record(stage, "reminders", lambda r: r["id"] == reminder and r.get("deleted"), "its reminder stays")
    app.press("button", "Undo")
    app.find("list item", LETTER)
    letter(stage, lambda r: not r.get("deleted"), "the letter is still in the trash")
    wait_record(stage, "reminders", lambda r: r["id"] == reminder and not r.get("deleted"), "its reminder is gone")


def draft_let_go_and_back(stage):
    """One that was emptied again goes as well, and what was not on the disk yet comes back with the rest."""
    app = write_apology(stage)
    app.type(" And more.")
    app.press("button", "Let It Go")
    letter(stage, lambda r: r.get("deleted"), "the draft is not in the trash")
    app.press("button", "Undo")
    letter(stage, lambda r: not r.get("deleted") and "And more." in json.dumps(r), "not all words came back")
    app.press("list item", re.compile("^I mocked"))
    app.holds_focus("text", OWN_DID)
    app.key("ctrl+a", "Delete")
    letter(stage, lambda r: "mocked" not in json.dumps(r), "it still has words")
    app.press("button", "Let It Go")
    letter(stage, lambda r: r.get("deleted"), "the emptied draft is not in the trash")
    app.wait_gone("list item", "A letter without words")


def back_from_the_trash(stage):
    app = write_apology(stage)
    app.press("button", "Stop Here")
    stage.app.quit()
    path = next(stage.desktop.records.glob("letters/*/*.json"))
    record = json.loads(path.read_text(encoding="utf-8"))
    record["deleted"] = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    path.write_text(json.dumps(record), encoding="utf-8")
    app = stage.start("--page=journal")
    app.find_words("^Your First Page$")
    app.choose("Journal Menu", 0, 1)
    app.find("dialog", "Trash")
    expect(app.look_words("mocked") is None, "the trash shows the words of a letter")
    app.press("button", "Restore “A letter”")
    app.find_words("^Letter restored$")
    letter(stage, lambda r: not r.get("deleted"), "the letter is still in the trash")


def freely_and_after_kill(stage):
    app = open_tip(stage, "tip-05", "no")
    app.press("button", "Write Freely")
    answer(app, "Your letter", "Dear you, I was wro")
    letter(stage, has("I was wro"))
    app.kill()
    app = open_again(stage, re.compile("^Dear you"))
    app.wait_text(app.find("text", "Your letter"), "Dear you, I was wro")
    app.key("ctrl+End")
    app.type("ng")
    letter(stage, has("I was wrong"))
    expect(len(records(stage, "letters")) == 1, "writing on made another letter")


def parts_become_one(stage):
    app = write_apology(stage)
    app.press("button", "Next")
    answer(app, "What did it cost?", "A summer.")
    app.press("button", "As One Text")
    app.wait_text(app.find("text", "Your letter"), "I mocked your songs.\n\nA summer.")
    record = letter(stage, lambda r: r.get("free"), "it is not one text")
    expect_words(record, "A summer.")


def closed_gate(stage):
    """A letter to them cannot be reached while contact is not welcome, and nothing reminds of it."""
    schedule = stage.desktop.home / "state/hearten/schedule.json"
    app = write_apology(stage, "open")
    put_to_rest(app)
    reminder = letter(stage, lambda r: r.get("reminder"), "it has no reminder")["reminder"]
    wait_for(lambda: schedule.exists() and reminder in schedule.read_text(encoding="utf-8"),
             "its return is not in the schedule")
    app.quit()
    path = next(stage.desktop.records.glob("situation/2026-01/*.json"))
    path.write_text(path.read_text().replace('"open"', '"no"'))
    app = stage.start("--page=tip-05")
    app.find("button", "Write it here")
    expect(app.look("list item", LETTER) is None, "the letter to them is listed")
    wait_for(lambda: reminder not in schedule.read_text(encoding="utf-8"), "its return is still in the schedule")
    wait_record(stage, "reminders", lambda r: r["id"] == reminder and r["enabled"], "its switch was turned")


def by_keyboard(stage):
    app = open_tip(stage, "tip-05", "no")
    app.find("button", "Write it here")
    for _ in range(60):
        focus = app.focused()
        if focus and focus.name == "Write it here":
            break
        app.key("Tab")
    app.key("Return")
    app.holds_focus("text", OWN_DID)
    app.type("By keys")
    app.key("ctrl+Return", "ctrl+Return", "ctrl+Return", "ctrl+Return")
    app.find_words("^Part 5 of 5$")
    app.key("Tab")
    app.key("Tab")
    app.holds_focus("button", "Let It Rest…")
    app.key("Return")
    app.holds_focus("button", "Put It Away")
    app.key("Return")
    app.find("list item", LETTER)
    app.holds_focus("list item", LETTER)
    app.key("Return")
    app.find("button", "Read Anyway")
    app.key("Escape")
    app.holds_focus("button", "Write it here")
    letter(stage, lambda r: r.get("rest-until"), "it does not rest")


tell(light_draft, no_draft_on_the_own_face, marks, written_elsewhere, rest_and_read_anyway, back_and_kept, copied_after_its_rest,
     let_go_and_back, draft_let_go_and_back, back_from_the_trash, freely_and_after_kill, parts_become_one, closed_gate, by_keyboard, apart=True, animations=False)
