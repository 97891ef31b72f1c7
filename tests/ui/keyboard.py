#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job with the keyboard alone."""

import json
import re

from rig import expect, wait_for
from story import tell

TITLE = "By hand"
WORDS = "No mouse was near this page."


def tab_to(app, role, name, keys="Tab", most=30):
    """Presses Tab until that widget has the focus."""
    for _ in range(most):
        app.key(keys)
        app.settle(0.05)
        widget = app.focused()
        if widget and widget.role == role and name.search(widget.name):
            return widget
    raise AssertionError(f"{keys} does not reach {role} “{name.pattern}”")


def write(stage):
    app = stage.start_ready()
    app.find_today()
    app.key("ctrl+n")
    app.find("text", "Title")
    widget = app.holds_focus("text")
    if widget.name != "Title":
        tab_to(app, "text", re.compile("^Title$"), "shift+Tab")
    app.type(TITLE)
    app.key("Return")
    app.holds_focus("text", "Text")
    app.type(WORDS)


def choose_the_mood(stage):
    app = stage.app
    tab_to(app, "toggle button", re.compile("very low"), "shift+Tab")
    app.key("4")
    app.holds_focus("toggle button", re.compile("^Brightening"))
    app.key("ctrl+s")
    app.find_words("^Saved$")
    page = next(stage.desktop.records.glob("journal/*/*.json"))
    wait_for(lambda: json.loads(page.read_text())["mood"] == 1, "the mood is not on the disk")
    expect(json.loads(page.read_text())["body"] == WORDS, "the words are not on the disk")


def find_it_again(stage):
    app = stage.app
    app.key("ctrl+2")
    app.find("list item", re.compile(TITLE))
    app.key("ctrl+f")
    app.holds_focus("entry", "Search your pages")
    app.type("mouse")
    app.settle()
    app.key("Return")
    app.wait_text(app.find("text", "Title"), TITLE)


def the_pages(stage):
    app = stage.app
    for number, name in enumerate(["Today", "Journal", "Space", "Insights", "Reminders"], 1):
        app.key(f"ctrl+{number}")
        app.find("grouping", name)


def back(stage):
    app = stage.app
    app.key("ctrl+1")
    app.find_today()
    app.key("ctrl+n")
    app.find("text", "Title")
    app.key("alt+Left")
    app.find_today()
    app.wait_gone("text", "Title")


def down_to_what_was_found(stage):
    app = stage.app
    app.key("ctrl+1")
    app.find("grouping", "Today")
    app.key("ctrl+f")
    app.holds_focus("entry", "Search tips")
    app.type("honestly")
    app.settle()
    app.key("Down")
    app.holds_focus("list item", re.compile("^Look back honestly"))
    app.key("Return")
    app.find("button", "Write About This")
    app.key("ctrl+f", "Escape")
    app.settle()


def tip_of_the_day(stage):
    app = stage.app
    app.key("ctrl+t")
    tab_to(app, "button", re.compile("^Write About This$"), most=40)
    app.key("Return")
    app.find("text", "Title")


def menu(stage):
    app = stage.app
    app.key("F10")
    wait_for(lambda: len(list(app.look_all("menu item"))) == 8, "the menu has not eight items")
    app.key("Escape")
    app.wait_gone("menu item")


def preferences(stage):
    app = stage.app
    app.key("ctrl+comma")
    app.find("dialog", "Preferences")
    app.settle()
    app.key("Escape")
    app.wait_gone("dialog", "Preferences")


def shortcuts(stage):
    app = stage.app
    app.key("ctrl+question")
    app.find("dialog", "Keyboard Shortcuts")
    app.settle()
    app.key("Escape")
    app.wait_gone("dialog", "Keyboard Shortcuts")


def quit_by_key(stage):
    stage.app.quit()


def begin_where_asked(stage):
    """The focus is on the row of the page that is shown, and goes along to another page."""
    app = stage.start_again("--page=reminders")
    app.holds_focus("list item", re.compile("^Reminders"))
    app.key("ctrl+2")
    app.holds_focus("list item", re.compile("^Journal"))
    app.key("Down")
    app.holds_focus("list item", re.compile("^Space"))


tell(write, choose_the_mood, find_it_again, the_pages, back, down_to_what_was_found, tip_of_the_day, menu,
     preferences, shortcuts, quit_by_key, begin_where_asked)
