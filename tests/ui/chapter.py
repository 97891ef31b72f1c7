#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing a chapter: keeping, a copy in one file, deleting for good, and opening it again."""

import json
import re
import tarfile

from practice import records, wait_record
from rig import expect, wait_for
from story import tell

WORDS = "blue lamp"
TAR = re.compile(r"^hearten-.*\.tar$")


def begin(stage):
    stage.desktop.tell_story()
    app = stage.start_ready()
    app.find_today()
    open_chapter(app)
    return app


def open_chapter(app):
    app.choose("Main Menu", 4, 8)
    return app.find("dialog", "Close This Chapter")


def go_to_words(app, reminders="More rarely"):
    app.find_words("^You have written [0-9]+ pages")
    app.find_words("small wins are in your jar")
    app.press("button", "Go On")
    app.press("radio button", re.compile(f"^{reminders}"))
    app.settle()
    app.press("button", "Go On")
    app.find("button", "Put Everything into a File…")
    app.settle()


def with_words(folder):
    """The files below a folder that hold what was written."""
    return [p for p in folder.rglob("*") if p.is_file() and WORDS.encode() in p.read_bytes()]


def seal(stage, app):
    """Makes the copy by the file chooser; returns its path."""
    path = stage.desktop.home / "put-away.tar"
    app.activate(app.find("button", "Put Everything into a File…"))
    wait_for(lambda: app.count_windows() == 2, "no file chooser opens")
    app.settle()
    app.key("ctrl+a")
    app.type(str(path))
    app.key("Return")
    wait_for(path.exists, "there is no file")
    app.find_words("^The copy is made$")
    app.find_words("was read back and is whole")
    return path


def situation(stage):
    found = records(stage, "situation")
    return found[-1] if found else {}


def keep_and_open_again(stage):
    app = begin(stage)
    before = {r["id"]: r["rule"] for r in records(stage, "reminders")}
    n_pages = len(records(stage, "journal"))
    go_to_words(app)
    app.press("button", "Close the Chapter")
    app.find_words("^This Chapter Is Closed$")
    wait_for(lambda: situation(stage).get("closed"), "the closing is not on the disk")
    wait_for(lambda: any(r.get("before") for r in records(stage, "reminders")), "no reminder is lighter")
    app.key("Escape")
    app.settle()
    app.find("button", "Open It Again")
    expect(app.look_words("^Pick up where you left") is None, "a closed chapter asks for something")
    expect(len(records(stage, "journal")) == n_pages, "a page went")
    app = stage.start_again()
    app.press("button", "Open It Again")
    wait_for(lambda: "closed" not in situation(stage), "it is still closed on the disk")
    wait_for(lambda: {r["id"]: r["rule"] for r in records(stage, "reminders")} == before,
             "the reminders are not as they were")


def not_now(stage):
    app = begin(stage)
    before = {p: p.read_bytes() for p in stage.desktop.records.rglob("*.json")}
    go_to_words(app, "Not at all")
    app.press("button", "Not Now")
    app.wait_gone("dialog", "Close This Chapter")
    app.settle(1)
    expect({p: p.read_bytes() for p in stage.desktop.records.rglob("*.json")} == before, "leaving it changed a file")


def seal_and_keep(stage):
    app = begin(stage)
    go_to_words(app, "Not at all")
    path = seal(stage, app)
    with tarfile.open(path) as archive:
        inside = {m.name: archive.extractfile(m).read() for m in archive.getmembers()}
    for file in stage.desktop.records.rglob("*.json"):
        name = f"hearten/records/{file.relative_to(stage.desktop.records)}"
        expect(inside.get(name) == file.read_bytes(), f"{name} is not in the copy as it is")
    expect(any(WORDS in text.decode() for name, text in inside.items() if name.startswith("hearten/pages/")),
           "the pages are not in it as text")
    app.press("button", "Close the Chapter")
    app.find_words("^This Chapter Is Closed$")
    wait_for(lambda: situation(stage).get("closed"), "the closing is not on the disk")
    expect(with_words(stage.desktop.records), "sealing removed the words")


def seal_and_delete(stage):
    app = begin(stage)
    go_to_words(app)
    path = seal(stage, app)
    app.press("radio button", re.compile("^Delete everything"))
    app.press("button", "Go On")
    app.find_words("pages of your journal")
    app.find_words("put-away.tar")
    button = app.find("button", "Delete for Good")
    expect(not button.has("SENSITIVE"), "it deletes without a word")
    app.click(app.find("text", re.compile("^Type “delete”")))
    app.type("delete")
    wait_for(lambda: button.has("SENSITIVE"), "the word was typed, and nothing can be deleted")
    app.activate(button)
    app.find_words("^Everything here is deleted. Your copy is ")
    app.find_today()
    left = with_words(stage.desktop.home / "data") + with_words(stage.desktop.home / "state")
    expect(not left, f"there are words in {left}")
    expect(not list(stage.desktop.records.glob("journal/*/*.json")), "there are pages")
    expect(not (stage.desktop.home / "state/hearten/ending.json").exists(), "the note stays")
    schedule = stage.desktop.home / "state/hearten/schedule.json"
    expect(not schedule.exists() or not json.loads(schedule.read_text()).get("reminders"), "a reminder is still planned")
    expect(WORDS.encode() in path.read_bytes(), "the copy went with the rest")
    report = stage.desktop.hearten("--check")
    expect(report.returncode == 0, f"the check says {report.stdout}")
    app.key("ctrl+n")
    app.find("text", "Title")
    app.type("Anew")
    wait_record(stage, "journal", lambda r: "Anew" in (r.get("title"), r.get("body")), "nothing new can be written")


def killed_while_deleting(stage):
    """What is left after a crash, with the note, goes at the next start."""
    app = begin(stage)
    app.kill()
    home = stage.desktop.home
    (home / "state/hearten/ending.json").write_text(json.dumps(
        {"fmt": "hearten-ending", "v": 1, "folder": stage.desktop.records.as_uri()}))
    pages = sorted(stage.desktop.records.glob("journal/*/*.json"))
    for path in pages[::2]:
        path.unlink()
    app = stage.start()
    app.find_today()
    wait_for(lambda: not (home / "state/hearten/ending.json").exists(), "the note stays")
    left = with_words(home / "data")
    expect(not left, f"there are words in {left}")
    expect(app.look_words("missing") is None, "what was deleted is said to be missing")


tell(keep_and_open_again, not_now, seal_and_keep, seal_and_delete, killed_while_deleting, apart=True, animations=False)
