#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Earlier versions of a page: seeing what differs, going back, and taking that back."""

import json
import re

from rig import expect, wait_for
from story import tell

FIRST = re.compile("^The first evening")


def body(path):
    return json.loads(path.read_text(encoding="utf-8")).get("body", "")


def open_page(stage):
    stage.desktop.tell_story()
    app = stage.start_ready("--page=journal")
    app.find("list", "Pages")
    app.key("ctrl+f")
    app.holds_focus("entry", "Search your pages")
    app.type("the blue lamp i said")
    app.press("list item", FIRST)
    app.wait_text(app.find("text", "Title"), "The first evening")
    path = next(path for path in stage.desktop.records.glob("journal/*/*.json")
                if "the blue lamp. I said" in path.read_text(encoding="utf-8"))
    return app, path


def open_versions(app):
    app.choose("More", 2, 4)
    return app.find("dialog", "Earlier Versions")


def see_and_restore(stage):
    app, path = open_page(stage)
    before = body(path)
    app.holds_focus("text", "Text")
    app.key("ctrl+End")
    app.type(" Lighthouse")
    wait_for(lambda: body(path).endswith("Lighthouse"), "it is not saved")
    open_versions(app)
    text = app.find("text", "Text of the version")
    wait_for(lambda: text.text().endswith("+ Lighthouse"), lambda: f"the end is {text.text()[-40:]}")
    app.find_words("only in this version")
    app.press("radio button", "This Version")
    wait_for(lambda: text.text().endswith(before), "the text of the version is not there")
    app.press("button", "Restore This Version")
    app.find_words("^Earlier version restored$")
    app.wait_text(app.find("text", "Text"), before)
    wait_for(lambda: body(path) == before, "the file has not the earlier words")
    app.press("button", "Undo")
    wait_for(lambda: body(path).endswith("Lighthouse"), "undo does not bring the words back")


def damaged_version(stage):
    app, path = open_page(stage)
    app.holds_focus("text", "Text")
    app.key("ctrl+End")
    app.type(" Lighthouse")
    wait_for(lambda: body(path).endswith("Lighthouse"), "it is not saved")
    kept = next((stage.desktop.home / "state/hearten/generations" / path.stem).glob("*.json"))
    kept.write_text('{"id":"')
    open_versions(app)
    app.find_words("^This Version Cannot Be Read$")
    expect(app.look("button", "Restore This Version") is None, "it can be restored")


def none_yet(stage):
    app = stage.start_ready("--page=journal")
    app.key("ctrl+n")
    app.holds_focus("text", "Text")
    app.type("One")
    app.find_words("^Saved$")
    open_versions(app)
    app.find_words("^No Earlier Versions Yet$")


tell(see_and_restore, damaged_version, none_yet, apart=True)
