#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages whose files are gone: said, never taken for deleted, and back as soon as the files are."""

import json
import re
import shutil

from rig import expect, wait_for
from story import tell

ALARM = re.compile("^Woke up before the alarm")


def entries(stage):
    return sorted(stage.desktop.records.glob("journal/*/*.json"))


def start_seen(stage):
    """A start in which this computer sees every page, and the next one."""
    stage.desktop.tell_story()
    app = stage.start_ready("--page=journal")
    app.find("list item", ALARM)
    seen = stage.desktop.home / "state/hearten/seen/journal"
    wait_for(lambda: sum(len(path.read_text().split()) for path in seen.glob("*.ids")) == len(entries(stage)),
             "what was seen is not noted")
    app.quit()


def one_page(stage):
    start_seen(stage)
    path = next(path for path in entries(stage) if "the alarm" in path.read_text())
    aside = stage.desktop.home / "aside.json"
    shutil.move(path, aside)
    app = stage.start("--page=journal")
    app.find_words("^1 file of your journal is missing")
    expect(app.look("list item", ALARM) is None, "it is there all the same")
    result = stage.desktop.hearten("--check")
    expect(result.returncode == 1 and path.stem in result.stdout, f"--check says {result.stdout}")
    app.press("button", "Show")
    app.find_words("^1 file that was in “~/data/hearten” is not there any more")
    expect(app.look("button", "Look Again") is not None, "there is no way to look again")
    shutil.move(aside, path)
    app.find_words("^Everything that this computer has seen is there again")
    app.key("Escape")
    app.find("list item", ALARM)
    app.wait_gone("label", re.compile("^1 file of your journal is missing"))


def half_of_them(stage):
    start_seen(stage)
    aside = stage.desktop.home / "aside"
    aside.mkdir()
    gone = entries(stage)[:25]
    for path in gone:
        shutil.move(path, aside / path.name)
    app = stage.start("--page=today")
    app.find("dialog", "Missing Pages")
    app.find_words("^25 files that were in")
    app.find_words("Hearten removes nothing")
    app.key("Escape")
    app.wait_gone("dialog", "Missing Pages")
    app.key("ctrl+n")
    app.holds_focus("text", "Text")
    app.type("Written meanwhile")
    app.find_words("^Saved$")
    for path in gone:
        shutil.move(aside / path.name, path)
    app.key("ctrl+2")
    app.wait_gone("label", re.compile("files of your journal are missing"), 10)


def really_gone(stage):
    start_seen(stage)
    for path in entries(stage)[:25]:
        path.unlink()
    app = stage.start("--page=journal")
    app.find("dialog", "Missing Pages")
    app.press("button", re.compile("^They Are Really Gone"))
    app.find_words("^Look for Them No Longer\\?$")
    app.settle()
    app.press("button", "They Are Gone")
    app.wait_gone("dialog", "Missing Pages")
    app.wait_gone("label", re.compile("files of your journal are missing"))
    app = stage.start_again("--page=journal")
    app.find("list item", ALARM)
    expect(app.look("dialog", "Missing Pages") is None, "it asks again")


def while_it_runs(stage):
    start_seen(stage)
    app = stage.start("--page=journal")
    app.find("list item", ALARM)
    path = next(path for path in entries(stage) if "the alarm" in path.read_text())
    before = json.loads(path.read_text())
    path.unlink()
    app.find_words("^1 file of your journal is missing", 12)
    expect(app.look("list item", ALARM) is not None, "the page went with its file")
    app.press("button", "Show")
    app.press("button", "Write Them Again")
    app.find_words("^Everything that this computer has seen is there again")
    after = json.loads(path.read_text())
    expect(after["body"] == before["body"] and after["modified"] == before["modified"], f"it is now {after}")


def the_whole_folder(stage):
    start_seen(stage)
    away = stage.desktop.records.rename(stage.desktop.home / "unplugged")
    app = stage.start("--page=journal")
    app.find_words("is not there. It may be on a disk that is not connected")
    expect(not stage.desktop.records.exists(), "a new journal was begun")
    app.press("button", "What Now…")
    app.find("dialog", "Missing Pages")
    app.settle()
    away.rename(stage.desktop.records)
    app.press("button", "Look Again")
    app.find_words("^Everything that this computer has seen is there again")
    app.key("Escape")
    app.find("list item", ALARM)


tell(one_page, half_of_them, really_gone, while_it_runs, the_whole_folder, apart=True)
