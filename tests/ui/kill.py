#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed while typing: at most the last two seconds are lost, and nothing is hurt."""

import json
import re
import threading
import time

from rig import SLOWNESS, expect
from story import tell

ROUNDS = 4
WORD = "word{:03d} "
KEPT_WITHIN = 2.3  # the two seconds that are promised, and what xdotool and the look at the clock take


class Typist(threading.Thread):
    """Types numbered words and remembers when each one was finished."""

    def __init__(self, app, words=120):
        super().__init__(daemon=True)
        self.app = app
        self.words = words
        self.done = []
        self.stop = False

    def run(self):
        for number in range(self.words):
            if self.stop:
                return
            self.app.type(WORD.format(number), delay=12)
            self.done.append(time.monotonic())
            time.sleep(0.05)


def body_of(desktop):
    pages = [json.loads(path.read_text(encoding="utf-8")) for path in desktop.records.glob("journal/*/*.json")]
    expect(len(pages) == 1, f"there are {len(pages)} pages")
    return pages[0].get("body", "")


def one_round(stage, seconds):
    stage.fresh()
    app = stage.start_ready("--new-entry")
    app.click(app.find("text", "Text"))
    typist = Typist(app)
    typist.start()
    time.sleep(seconds * SLOWNESS)
    app.process.kill()
    killed = time.monotonic()
    typist.stop = True
    app.kill()
    typist.join(10)
    old = sum(1 for done in typist.done if done < killed - KEPT_WITHIN * SLOWNESS)
    body = body_of(stage.desktop)
    for number in range(old):
        expect(WORD.format(number).strip() in body, f"{WORD.format(number)}of {old} old words is lost: {body!r}")
    result = stage.desktop.hearten("--check")
    expect(result.returncode == 0, f"--check after the kill: {result.stdout}")
    print(f"# killed after {seconds} s: {len(typist.done)} words typed, {body.count('word')} kept, {old} had to be")
    return body


def killed_while_typing(stage):
    for turn in range(ROUNDS):
        one_round(stage, 3.2 + 0.37 * turn)


def a_half_written_file_does_no_harm(stage):
    body = one_round(stage, 3.5)
    page = next(stage.desktop.records.glob("journal/*/*.json"))
    half = page.with_name(page.name + "~")
    half.write_bytes(page.read_bytes()[:70])
    app = stage.start("--page=journal")
    row = app.find("list item", re.compile("word000"))
    app.activate(row)
    app.wait_text(app.find("text", "Text"), body)
    expect(stage.desktop.hearten("--check").returncode == 0, "--check is disturbed by a half-written file")


def killed_while_idle_loses_nothing(stage):
    stage.fresh()
    app = stage.start_ready("--new-entry")
    app.click(app.find("text", "Text"))
    app.type("Everything of this.")
    app.find_words("^Saved$")
    app.kill()
    expect(body_of(stage.desktop) == "Everything of this.", "“Saved” was not true")
    stage.start("--page=journal").find("list item", re.compile("Everything of this"))


tell(killed_while_typing, a_half_written_file_does_no_harm, killed_while_idle_loses_nothing)
