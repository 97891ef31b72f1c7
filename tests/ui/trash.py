#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was deleted: seeing it, taking it back, and letting it go."""

import json
import re

from rig import expect, wait_for
from story import tell

FIRST = re.compile("^The first evening")


def page_file(stage, words):
    return next(path for path in stage.desktop.records.glob("journal/*/*.json")
                if words in path.read_text(encoding="utf-8"))


def members(path):
    return json.loads(path.read_text(encoding="utf-8"))


def delete_page(app):
    app.key("ctrl+f")
    app.holds_focus("entry", "Search your pages")
    app.type("the blue lamp i said")
    app.press("list item", FIRST)
    app.wait_text(app.find("text", "Title"), "The first evening")
    app.choose("More", -1, 4)
    app.find_words("^Page deleted$")
    app.wait_gone("list item", FIRST)


def open_trash(app):
    app.choose("Journal Menu", 0, 1)
    return app.find("dialog", "Trash")


def open_journal(stage):
    stage.desktop.tell_story()
    app = stage.start_ready("--page=journal")
    app.find("list", "Pages")
    return app


def restore_after_a_restart(stage):
    app = open_journal(stage)
    path = page_file(stage, "the blue lamp. I said")
    delete_page(app)
    app = stage.start_again("--page=journal")
    app.find("list", "Pages")
    dialog = open_trash(app)
    app.find("list item", FIRST, within=dialog)
    app.press("button", "Restore “The first evening”")
    app.find_words("^Page restored$")
    app.find_words("^Nothing in the Trash$")
    app.key("Escape")
    wait_for(lambda: "deleted" not in members(path), "the file still says deleted")
    expect("blue lamp" in path.read_text(encoding="utf-8"), "the words are gone")


def delete_for_good(stage):
    app = open_journal(stage)
    path = page_file(stage, "the blue lamp. I said")
    delete_page(app)
    open_trash(app)
    app.press("button", "Delete “The first evening” for good…")
    app.find_words("cannot be taken back")
    app.key("Escape")
    app.settle()
    expect("blue lamp" in path.read_text(encoding="utf-8"), "Escape deleted it")
    app.press("button", "Delete “The first evening” for good…")
    app.press("button", "Delete for Good")
    app.find_words("^Page deleted for good$")
    wait_for(lambda: set(members(path)) == {"id", "kind", "v", "created", "modified", "revision", "deleted"},
             lambda: f"the file still has {sorted(members(path))}")
    report = stage.desktop.hearten("--check")
    expect("deleted for good 1" in report.stdout, f"the check says {report.stdout}")


def empty(stage):
    app = stage.start_ready("--page=journal")
    app.find_words("^Your First Page$")
    open_trash(app)
    app.find_words("^Nothing in the Trash$")


tell(restore_after_a_restart, delete_for_good, empty, apart=True)
