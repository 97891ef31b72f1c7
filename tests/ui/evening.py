#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One evening: read a tip, write about it, close the lid, find the words again tomorrow."""

import datetime
import json
import re

from rig import expect, find_faketime, wait_for
from story import Skip, tell

TIP = "Look back honestly"
TITLE = "What stays of it"
WORDS = "We both said not now a lot. I can learn to say when."


def records(desktop, folder):
    return [json.loads(path.read_text(encoding="utf-8")) for path in desktop.records.glob(f"{folder}/*/*.json")]


def first_run_can_be_skipped(stage):
    app = stage.start()
    dialog = app.find("dialog", "Welcome")
    app.press("button", "Skip")
    app.find("heading", re.compile("Between You"))
    app.press("button", "Close", within=dialog)
    app.wait_gone("dialog", "Welcome")
    app.find_today()
    expect(not records(stage.desktop, "situation"), "skipping answered a question")


def a_tip_opens_from_the_sidebar(stage):
    app = stage.app
    app.press("list item", f"{TIP}, new")
    app.find("grouping", TIP)
    app.find_words("a fair friend would tell it")


def write_about_it(stage):
    app = stage.app
    app.press("button", "Write About This")
    app.find("text", "Title")
    prompt = app.find("text", "Text").placeholder()
    expect("What hurt most, as you see it today" in prompt, f"the prompt is “{prompt}”")
    app.click(app.find("text", "Title"))
    app.type(TITLE + "\n" + WORDS)
    app.wait_text(app.find("text", "Text"), WORDS)
    app.press("toggle button", re.compile("^Grey"))
    app.find_words("^Saved$")


def the_words_are_on_the_disk(stage):
    pages = records(stage.desktop, "journal")
    expect(len(pages) == 1, f"there are {len(pages)} pages")
    page = pages[0]
    expect((page["title"], page["body"], page["mood"], page["tip"]) == (TITLE, WORDS, 0, "tip-01"), f"saved: {page}")
    path = next(stage.desktop.records.glob("journal/*/*.json"))
    modes = [oct(part.stat().st_mode & 0o777) for part in (path, path.parent, stage.desktop.records)]
    expect(modes == ["0o600", "0o700", "0o700"], f"modes {modes}")


def the_journal_shows_it_tomorrow(stage):
    app = stage.start_again()
    expect(app.look("dialog", "Welcome") is None, "the first questions came again")
    app.press("list item", "Journal")
    app.press("list item", re.compile(TITLE))
    app.wait_text(app.find("text", "Title"), TITLE)
    app.wait_text(app.find("text", "Text"), WORDS)
    grey = app.find("toggle button", re.compile("^Grey"))
    expect(grey.has("PRESSED") or grey.has("CHECKED"), "the inner weather is not set")


def the_tip_lists_it(stage):
    app = stage.app
    app.press("list item", f"{TIP}, begun")
    app.find_words("^Your pages about this$")
    app.activate(app.find("list item", re.compile(TITLE)))
    app.wait_text(app.find("text", "Text"), WORDS)


def reading_changed_nothing(stage):
    paths = list(stage.desktop.records.glob("journal/*/*.json"))
    before = [path.read_bytes() for path in paths]
    stage.app.quit()
    expect([path.read_bytes() for path in paths] == before, "a page was written that was only read")
    wait_for(lambda: stage.desktop.hearten("--check").returncode == 0, "--check finds damage")


def the_night_has_its_own_greeting(stage):
    library = find_faketime()
    if not library:
        raise Skip("libfaketime is not installed, or the program has a sanitizer")
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    app = stage.start("--page=today", LD_PRELOAD=library, FAKETIME=f"@{tomorrow} 02:30:00")
    app.find_today()
    app.find_words("^A quiet night to you$")


tell(first_run_can_be_skipped, a_tip_opens_from_the_sidebar, write_about_it, the_words_are_on_the_disk,
     the_journal_shows_it_tomorrow, the_tip_lists_it, reading_changed_nothing,
     the_night_has_its_own_greeting)
