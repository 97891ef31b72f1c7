#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deleting and taking it back, searching, and what is there when nothing is."""

import json
import re

from rig import expect, wait_for
from story import tell

FIRST = re.compile("^The first evening")


def page_file(stage, words):
    return next(path for path in stage.desktop.records.glob("journal/*/*.json")
                if words in path.read_text(encoding="utf-8"))


def is_deleted(path):
    return "deleted" in json.loads(path.read_text(encoding="utf-8"))


def open_journal(stage, *arguments):
    stage.desktop.tell_story()
    app = stage.start_ready("--page=journal", *arguments)
    app.find("list", "Pages")
    return app


def search_for(app, words):
    app.key("ctrl+f")
    app.holds_focus("entry", "Search your pages")
    app.key("ctrl+a")
    app.type(words)


def delete_open_page(app):
    app.choose("More", 3, 4)


def delete_and_undo(stage):
    app = open_journal(stage)
    path = page_file(stage, "the blue lamp. I said")
    search_for(app, "the blue lamp i said")
    app.press("list item", FIRST)
    app.wait_text(app.find("text", "Title"), "The first evening")
    delete_open_page(app)
    app.find_words("^Page deleted$")
    app.wait_gone("list item", FIRST)
    wait_for(lambda: is_deleted(path), "the file does not say deleted")
    app.press("button", "Undo")
    app.find("list item", FIRST)
    wait_for(lambda: not is_deleted(path), "the file still says deleted")
    stage.app.quit()


def deleted_stays_deleted(stage):
    app = open_journal(stage)
    path = page_file(stage, "the blue lamp. I said")
    search_for(app, "the blue lamp i said")
    app.press("list item", FIRST)
    delete_open_page(app)
    app.find_words("^Page deleted$")
    app = stage.start_again()
    search_for(app, "blue lamp")
    app.find("list item", re.compile("."))
    expect(app.look("list item", FIRST) is None, "it is back")
    expect(is_deleted(path), "the file does not say deleted")


def search_finds_words(stage):
    app = open_journal(stage)
    search_for(app, "LINOCUT fish")
    wait_for(lambda: len(list(app.look_all("list item", re.compile("about a tip|fish", re.I)))) >= 1, "nothing is found")
    app.find_words("Cut a leaf that looks like a fish|Pulled out the box")
    expect(app.look("list item", FIRST) is None, "a page without these words is shown")
    app.key("Escape")
    app.find("row header", re.compile("."))


def search_finds_nothing(stage):
    app = open_journal(stage)
    search_for(app, "zebra")
    app.find_words("^Nothing Found$")
    app.find_words("zebra")


def tip_search(stage):
    app = stage.start_ready()
    search_for_tip = app.find("toggle button", "Search Tips")
    app.activate(search_for_tip)
    app.holds_focus("entry", "Search tips")
    app.type("past")
    app.find("list item", re.compile("^Put the past down"))
    app.wait_gone("list item", re.compile("^No games"))
    app.key("Return")
    app.find("grouping", "Put the past down")


def empty_pages_invite(stage):
    app = stage.start_ready()
    app.find_words("^First Steps$")
    for page, words in {"Journal": "Your First Page", "Space": "Room to breathe", "Insights": "Nothing to See Yet",
                        "Reminders": "One Quiet Line a Day"}.items():
        app.press("list item", page)
        app.find_words(f"^{words}$")
    expect(not list(stage.desktop.records.glob("*/*/*.json")), "looking around wrote a record")


def an_empty_page_leaves_nothing(stage):
    app = stage.start_ready()
    app.key("ctrl+n")
    app.find("text", "Title")
    app.quit()
    expect(not list(stage.desktop.records.glob("journal/*/*.json")), "a page without a word was kept")


tell(delete_and_undo, deleted_stays_deleted, search_finds_words, search_finds_nothing, tip_search,
     empty_pages_invite, an_empty_page_leaves_nothing, apart=True)
