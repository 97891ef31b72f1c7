#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the journal lives: moving it, and opening another one, with GTK's own folder chooser."""

import json
import re
import shutil

from rig import expect, wait_for
from story import tell
from widget import atspi


def pages(folder):
    return sorted(path.name for path in folder.glob("journal/*/*.json"))


def open_place(stage):
    app = stage.app
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    app.settle()
    tabs = [w for w in app.look_all(None, "Journal", dialog)
            if w.role in ("page tab", "toggle button", "button") and w.extents()[2] > 0]
    app.click(tabs[-1])
    app.find_words("^Where Your Journal Lives$")
    app.settle()
    return app


def choose(app, row, title, folder):
    """Names a path in the chooser, as Ctrl+L lets one do."""
    app.press(None, row)
    wait_for(lambda: app.desktop.run("xdotool", "search", "--onlyvisible", "--name", title).stdout.split(),
             "no chooser came up")
    window = app.desktop.run("xdotool", "search", "--onlyvisible", "--name", title).stdout.split()[-1]
    app.settle(0.6)
    app.xdotool("windowfocus", "--sync", window)
    app.key("ctrl+l")
    # Not typed: the chooser completes what is typed, and is at times a key behind.
    entry = wait_for(app.focused, "the chooser has no focus")
    atspi().EditableText.set_text_contents(entry.node, str(folder))
    app.wait_text(entry, str(folder))
    app.settle(0.5)
    app.key("Return")
    wait_for(lambda: not app.desktop.run("xdotool", "search", "--onlyvisible", "--name", title).stdout.split(),
             "the chooser stays")
    app.settle()
    app.take_focus()


def moving(stage):
    stage.desktop.tell_story()
    before = pages(stage.desktop.records)
    target = stage.desktop.home / "Sync" / "Journal"
    target.mkdir(parents=True)
    stage.start_ready("--page=journal")
    app = open_place(stage)
    app.find_words("^Everything is saved.$")
    choose(app, "Move…", "New Folder of Your Journal", target)
    app.find_words("^Your journal has moved$")
    app.find_words("^~/Sync/Journal$")
    expect(not stage.desktop.records.exists(), "the old folder is still there")
    expect(pages(target) == before, "not every page has come")
    app.press("button", "Close")
    app.wait_gone("dialog", "Preferences")
    app.key("ctrl+n")
    app.holds_focus("text", "Text")
    app.type("Written in the new place")
    app.find_words("^Saved$")
    expect(len(pages(target)) == len(before) + 1, "the new page is elsewhere")
    app = stage.start_again("--page=journal")
    app.find("list item", re.compile("^Written in the new place"))


def moving_is_refused(stage):
    stage.desktop.tell_story()
    full = stage.desktop.home / "Pictures"
    full.mkdir()
    (full / "holiday.jpg").write_text("x")
    stage.start_ready("--page=journal")
    app = open_place(stage)
    choose(app, "Move…", "New Folder of Your Journal", full)
    app.find_words("^Your Journal Was Not Moved$")
    app.find_words("is not an empty folder")
    app.press("button", "Close")
    app.find_words("^~/data/hearten$")
    expect((stage.desktop.records / "hearten.json").exists(), "the journal is gone")


def opening_another(stage):
    stage.desktop.tell_story()
    other = stage.desktop.home / "laptop"
    shutil.copytree(stage.desktop.records, other)
    store = json.loads((other / "hearten.json").read_text())
    (other / "hearten.json").write_text(json.dumps(store | {"store": "019ab1c2-0000-7000-8000-000000000000"}))
    path = next(path for path in other.glob("journal/*/*.json") if "the alarm" in path.read_text())
    record = json.loads(path.read_text())
    path.write_text(json.dumps(record | {"title": "From the laptop"}))
    before = pages(stage.desktop.records)
    stage.start_ready("--page=journal")
    app = open_place(stage)
    choose(app, "Open Another…", "Folder of the Journal", other)
    app.find_words("^Your journal is now the one in “~/laptop”. The one in “~/data/hearten” stays as it was.$")
    app.find("list item", re.compile("^From the laptop"))
    expect(pages(stage.desktop.records) == before, "the old journal was changed")
    app.key("ctrl+n")
    app.holds_focus("text", "Text")
    app.type("Words on the laptop")
    app.find_words("^Saved$")
    expect(pages(stage.desktop.records) == before, "it was written into the old journal")
    app = stage.start_again("--page=journal")
    app.find("list item", re.compile("^From the laptop"))


def opening_what_is_no_journal(stage):
    stage.desktop.tell_story()
    half = stage.desktop.home / "half"
    shutil.copytree(stage.desktop.records, half)
    (half / "hearten.json").unlink()
    empty = stage.desktop.home / "empty"
    empty.mkdir()
    stage.start_ready("--page=journal")
    app = open_place(stage)
    choose(app, "Open Another…", "Folder of the Journal", half)
    app.find_words("has not arrived yet")
    app.press("button", "Close")
    app.wait_gone("label", re.compile("has not arrived yet"))
    app.settle()
    choose(app, "Open Another…", "Folder of the Journal", empty)
    app.find_words("^There Is No Journal Yet$")
    app.settle()
    app.press("button", "Move It There")
    app.find_words("^Your journal has moved$")
    app.find_words("^~/empty$")
    expect(not stage.desktop.records.exists(), "the old folder is still there")


def a_place_that_is_away(stage):
    stage.desktop.tell_story()
    disk = stage.desktop.home / "disk"
    stage.desktop.records.rename(disk)
    note = stage.desktop.home / "state/hearten/place.json"
    note.parent.mkdir()
    note.write_text(json.dumps({"fmt": "hearten-place", "v": 1, "folder": disk.as_uri()}))
    away = disk.rename(stage.desktop.home / "away")
    app = stage.start_ready("--page=journal")
    app.find_words("is not there. It may be on a disk that is not connected")
    expect(not disk.exists() and not stage.desktop.records.exists(), "a new journal was begun")
    away.rename(disk)
    app.press("button", "What Now…")
    app.press("button", "Look Again")
    app.find("list item", re.compile("^Woke up before the alarm"))


tell(moving, moving_is_refused, opening_another, opening_what_is_no_journal, a_place_that_is_away, apart=True)
