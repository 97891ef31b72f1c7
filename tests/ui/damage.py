#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong outside of the program: one clear sentence on the screen, and nothing lost."""

import json
import os
import re
import subprocess

from mounts import NoMounts, fill, go_apart, mount_small, remount
from rig import PATIENCE, expect
from story import Skip, tell

FULL = 64 * 1024


def snapshot(stage):
    return {path: path.read_bytes() for path in stage.desktop.records.rglob("*") if path.is_file()}


def mount_data(stage, *options):
    """Puts a small file system below the user's data."""
    data = str(stage.desktop.home / "data")
    try:
        mount_small(data, f"size={FULL}", *options)
    except NoMounts as why:
        raise Skip(str(why)) from None
    return data


def begin_page(stage, words):
    app = stage.start_ready("--new-entry")
    app.click(app.find("text", "Text"))
    app.type(words)
    app.find_words("^Saved$")
    return app


def body(stage):
    return json.loads(next(stage.desktop.records.glob("journal/*/*.json")).read_text(encoding="utf-8"))["body"]


def a_damaged_page(stage):
    stage.desktop.tell_story()
    path = sorted(stage.desktop.records.glob("journal/*/*.json"))[10]
    path.write_bytes(path.read_bytes()[:-30])
    before = snapshot(stage)
    app = stage.start_ready("--page=journal")
    app.find_words("^1 page could not be read")
    app.press("button", "Show")
    app.find_words(re.escape(path.stem))
    app.key("Escape")
    app.settle()
    app.press("list item", re.compile("^Woke up before the alarm"))
    app.find("text", "Text")
    app.quit()
    expect(snapshot(stage) == before, "files were changed")


def a_folder_that_may_not_be_written(stage):
    data = mount_data(stage)
    begin_page(stage, "Written before.").quit()
    remount(data, "ro")
    before = snapshot(stage)
    app = stage.start_ready("--page=journal")
    app.find_words("may not write to the folder")
    app.press("list item", re.compile("^Written before"))
    app.wait_text(app.find("text", "Text"), "Written before.")
    expect(snapshot(stage) == before, "files were changed")
    app.click(app.find("text", "Text"))
    app.key("ctrl+End")
    app.type(" And after.")
    app.find_words("^Not saved: ", 8)
    app.press("button", "Copy Text")
    expect(snapshot(stage) == before, "files were changed")
    remount(data, "rw")
    app.press("button", "Try Again")
    app.find_words("^Saved$", 10)
    app.wait_gone("label", re.compile("may not write to the folder"))
    expect(body(stage) == "Written before. And after.", f"saved: {body(stage)}")


def it_may_not_be_written_any_more(stage):
    data = mount_data(stage)
    app = begin_page(stage, "One.")
    remount(data, "ro")
    app.type(" Two.")
    app.find_words("^Not saved: ", 8)
    app.find_words("Your words are still here")
    expect(body(stage) == "One.", "what was saved is hurt")
    remount(data, "rw")
    app.press("button", "Try Again")
    app.find_words("^Saved$")
    expect(body(stage) == "One. Two.", f"saved: {body(stage)}")


def a_full_disk(stage):
    data = mount_data(stage)
    app = begin_page(stage, "One.")
    filler = fill(data)
    app.type(" Two.")
    app.find_words("^Not saved: The disk is full", 8)
    expect(body(stage) == "One.", "what was saved is hurt")
    app.key("ctrl+q")
    app.press("button", "Keep Open")
    app.wait_gone("label", re.compile("Words Are Not Saved Yet"))
    os.unlink(filler)
    app.find_words("^Saved$", 40)
    expect(body(stage) == "One. Two.", f"saved: {body(stage)}")
    app.quit()


def a_newer_folder(stage):
    stage.desktop.tell_story()
    store = stage.desktop.records / "hearten.json"
    store.write_text(json.dumps({**json.loads(store.read_text()), "v": 99}))
    before = snapshot(stage)
    app = stage.start_ready("--page=journal")
    app.find_words("newer version of Hearten")
    app.quit()
    expect(snapshot(stage) == before, "files were changed")


def a_newer_page(stage):
    stage.desktop.tell_story()
    path = next(path for path in stage.desktop.records.glob("journal/*/*.json") if "the alarm" in path.read_text())
    record = json.loads(path.read_text()) | {"v": 2, "something-new": [1, {"kept": True}]}
    path.write_text(json.dumps(record))
    before = snapshot(stage)
    app = stage.start_ready("--page=journal")
    app.press("list item", re.compile("^Woke up before the alarm"))
    app.find_words("^A newer version of Hearten wrote this page")
    app.click(app.find("text", "Text"))
    app.type("xyz")
    app.quit()
    expect(snapshot(stage) == before, "files were changed")


def a_second_start(stage):
    first = stage.start_ready()
    first.find_today()
    second = subprocess.run([stage.desktop.env["HEARTEN_APP"], "--page=space"], env=stage.desktop.env,
                            capture_output=True, text=True, timeout=10 * PATIENCE, check=False)
    expect(second.returncode == 0, f"it ended with {second.returncode}: {second.stderr}")
    first.find_words("^Room to breathe$")
    windows = list(first.look_all("frame"))
    expect(len(windows) == 1, f"there are {len(windows)} windows")


go_apart()
tell(a_damaged_page, a_folder_that_may_not_be_written, it_may_not_be_written_any_more, a_full_disk, a_newer_folder,
     a_newer_page, a_second_start, apart=True)
