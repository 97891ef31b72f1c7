#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another device writes into the folder while a page is open."""

import json
import os
import re

from practices import show_tip, tab_to
from rig import expect, wait_for
from story import tell

FIRST = re.compile("^The first evening")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def write_elsewhere(path, device, **members):
    """As a program that syncs the folder does: the other device's file takes the place of the one here."""
    record = read(path)
    record.update(members)
    record.setdefault("revision", {})
    record["revision"][device] = record["revision"].get(device, 0) + 1
    temporary = path.with_name(f".syncthing.{path.name}.tmp")
    temporary.write_text(json.dumps(record), encoding="utf-8")
    os.rename(temporary, path)


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


def changed_elsewhere(stage):
    app, path = open_page(stage)
    text = app.find("text", "Text")
    before = read(path)["body"]
    app.holds_focus("text", "Text")
    app.key("ctrl+End")
    write_elsewhere(path, "other", body="From the other device. " + before, title="Seen from there")
    app.wait_text(text, "From the other device. " + before)
    app.wait_text(app.find("text", "Title"), "Seen from there")
    # The cursor is still at the end of the words.
    app.type(" Lighthouse")
    wait_for(lambda: read(path)["body"] == "From the other device. " + before + " Lighthouse",
             lambda: f"the file says {read(path)['body'][:40]}…{read(path)['body'][-40:]}")
    expect("versions" not in read(path), "two versions of one that came after the other")


def changed_while_typing(stage):
    app, path = open_page(stage)
    before = read(path)["body"]
    app.holds_focus("text", "Text")
    app.key("ctrl+End")
    app.type(" Light")
    write_elsewhere(path, "other", body="Words from the other device")
    app.type("house")
    app.find_words("^Saved$")

    def bodies():
        record = read(path)
        return [record.get("body")] + [version.get("body") for version in record.get("versions", [])]

    wait_for(lambda: before + " Lighthouse" in bodies(), lambda: f"what was typed is not saved: {bodies()}")
    expect("Words from the other device" in bodies(), f"what came from elsewhere is lost: {bodies()}")
    app.wait_text(app.find("text", "Text"), before + " Lighthouse")


def list_changed_elsewhere(stage):
    """Neither what was there nor what is typed next is lost in a field that has been open all the time."""
    stage.fresh()
    app, store = show_tip(stage, "tip-22", "both")
    app.click(app.find("text", "A plan, a tradition, a milestone"))
    app.type("First\r")
    store.wait("items", lambda items: len(items) == 1, "it is not kept")
    app.press("list item", "First")
    app.find("dialog", "Edit")
    app.settle()
    field = tab_to(app, "text", re.compile("."))
    path = next(stage.desktop.records.glob("items/*/*.json"))
    write_elsewhere(path, "other", text="From the other device")
    app.wait_text(field, "From the other device")
    app.key("End")
    app.type(", and here")
    wait_for(lambda: read(path)["text"] == "From the other device, and here", lambda: f"the file says {read(path)}")


def deleted_elsewhere(stage):
    app, path = open_page(stage)
    write_elsewhere(path, "other", deleted="2026-11-23T20:00:00Z")
    app.find("entry", "Search your pages")
    expect(app.look("text", "Text") is None, "the page is still open")


def new_elsewhere(stage):
    stage.desktop.tell_story()
    app = stage.start_ready("--page=journal")
    app.find("list", "Pages")
    path = next(stage.desktop.records.glob("journal/*/*.json"))
    record = read(path)
    record.update(id="019ab1c2-0000-7000-8000-000000000000", title="Written on the other device",
                  created="2030-01-01T00:00:00Z", revision={"other": 1})
    folder = stage.desktop.records / "journal/2025-11"
    folder.mkdir(exist_ok=True)
    (folder / f"{record['id']}.json").write_text(json.dumps(record), encoding="utf-8")
    app.find("list item", re.compile("^Written on the other device"))


tell(changed_elsewhere, changed_while_typing, list_changed_elsewhere, deleted_elsewhere, new_elsewhere, apart=True)
