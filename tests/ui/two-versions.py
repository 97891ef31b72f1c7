#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page that was written in two places: seeing both, and deciding."""

import json
import re

from practices import show_tip
from rig import expect, wait_for
from story import tell

MARKED = re.compile("^Woke up before the alarm.*two versions")
ALARM = re.compile("^Woke up before the alarm")


def find_page(stage):
    return next(path for path in stage.desktop.records.glob("journal/*/*.json") if "the alarm" in path.read_text())


def open_page(stage):
    """Syncthing has put the other device's version beside ours."""
    stage.desktop.tell_story()
    path = find_page(stage)
    record = json.loads(path.read_text())
    other = record | {"body": record["body"] + " Written on the laptop.", "revision": {"00000000laptop00": 1}}
    copy = path.with_name(f"{path.stem}.sync-conflict-20261123-201405-ABCDEFG.json")
    copy.write_text(json.dumps(other))
    app = stage.start_ready("--page=journal")
    app.find("list item", MARKED)
    app.press("list item", ALARM)
    app.find_words("^This was written in two places.$")
    app.press("button", re.compile("^Compare"))
    app.find("dialog", "Written in Two Places")
    app.find_words("^On another computer, ")
    wait_for(lambda: "laptop" in app.find("text", "The text that is shown now").text() +
             app.find("text", "The other text").text(), "the laptop's words are not there")
    app.settle()
    return app, record["body"], other["body"]


def bodies(stage):
    return [json.loads(path.read_text()).get("body", "") for path in stage.desktop.records.glob("journal/*/*.json")]


def wait_decided(app):
    app.wait_gone("dialog", "Written in Two Places")
    app.wait_gone("label", re.compile("^This was written in two places"))
    app.find_words("^Saved$")
    wait_for(lambda: app.look("list item", MARKED) is None, "the row still tells of two versions")


def keep_one(stage, place):
    app, one, other = open_page(stage)
    names = ("The text that is shown now", "The other text")
    kept, gone = (app.find("text", names[i]).text() for i in (place, 1 - place))
    kept, gone = (next(body for body in (one, other) if text.endswith(body)) for text in (kept, gone))
    app.press("button", ("Keep This", "Keep That")[place])
    wait_decided(app)
    wait_for(lambda: kept in bodies(stage), "what was kept is not in the folder")
    expect(gone not in bodies(stage), "what was not kept is still a page")
    kept_versions = (stage.desktop.home / "state/hearten/generations").glob("*/*.json")
    expect(gone in [json.loads(path.read_text()).get("body") for path in kept_versions], "it is no earlier version")


def keep_this(stage):
    keep_one(stage, 0)


def keep_that(stage):
    keep_one(stage, 1)


def keep_both(stage):
    app, one, other = open_page(stage)
    app.press("button", re.compile("^Keep Both"))
    wait_decided(app)
    wait_for(lambda: one in bodies(stage) and other in bodies(stage), "not both are in the folder")


def line_of_a_list(stage):
    """It is found in its list and in Preferences, too; neither wording is lost."""
    stage.fresh()
    app, store = show_tip(stage, "tip-22", "both")
    app.click(app.find("text", "A plan, a tradition, a milestone"))
    app.type("The sea\r")
    store.wait("items", lambda items: len(items) == 1, "it is not kept")
    path = next(stage.desktop.records.glob("items/*/*.json"))
    other = json.loads(path.read_text()) | {"text": "The sea in winter", "revision": {"00000000laptop00": 1}}
    path.with_name(f"{path.stem}.sync-conflict-20261123-201405-ABCDEFG.json").write_text(json.dumps(other))
    app.press("list item", re.compile("^The sea"))
    app.find("dialog", "Edit")
    app.find_words("^This was written in two places.$")
    app.press("button", re.compile("^Compare"))
    app.find("dialog", "Written in Two Places")
    app.settle()
    app.key("Escape")
    app.wait_gone("dialog", "Written in Two Places")
    app.key("Escape")
    app.wait_gone("dialog", "Edit")
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    app.settle()
    tabs = [w for w in app.look_all(None, "Journal", dialog)
            if w.role in ("page tab", "toggle button", "button") and w.extents()[2] > 0]
    app.click(tabs[-1])
    app.find_words("^1 page or note was written in two places and waits for your choice.$")
    app.press("button", re.compile("^Compare"))
    app.find("dialog", "Written in Two Places")
    app.settle()
    app.press("button", "Keep Both")
    app.wait_gone("dialog", "Written in Two Places")
    app.wait_gone("label", re.compile("waits for your choice"))
    store.wait("items", lambda items: sorted(item["text"] for item in items) == ["The sea", "The sea in winter"]
               and not any("versions" in item for item in items), "not both are in the list")


tell(keep_this, keep_that, keep_both, line_of_a_list, apart=True)
