#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Typed into and killed at random moments, over and over: nothing that was shown as saved is missing.

Usage: kill-often.py ROUNDS    (a seed may be given in HEARTEN_SEED)
"""

import json
import os
import random
import subprocess
import sys
import threading
import time

from rig import expect, wait_for
from story import tell
from widget import Gone

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 100
SEED = int(os.environ.get("HEARTEN_SEED", time.time_ns() % 1000000))
ROUNDS_OF_A_HOME = 25
WORDS = ["rain", "light", "slowly", "the window", "a letter", "breathing", "tonight,", "again.", "Still here.", "enough"]


def pause(chance):
    """A breath, or long enough to be saved."""
    return chance.uniform(0, 0.4) if chance.random() < 0.4 else chance.uniform(1.05, 1.5)


class Typist(threading.Thread):
    """Types words in bursts, with pauses in which they are saved."""

    def __init__(self, desktop, chance, word):
        super().__init__(daemon=True)
        self.desktop = desktop
        self.bursts = [(" ".join([word, *chance.choices(WORDS, k=3)]), pause(chance))]
        self.bursts += [(" " + " ".join(chance.choices(WORDS, k=chance.randint(1, 5))), pause(chance)) for _ in range(20)]
        self.delay = str(chance.choice((2, 6, 15)))
        self.stop = threading.Event()

    def run(self):
        for words, pause in self.bursts:
            if self.stop.is_set():
                return
            subprocess.run(["xdotool", "type", "--delay", self.delay, words], env=self.desktop.env, check=False)
            self.stop.wait(pause)


class Watcher:
    """Looks at the page and at what stands below it, again and again."""

    def __init__(self, app):
        self.app = app
        self.page = app.find("text", "Text")
        self.status = None
        self.looks = 0
        self.saved = ""  # what was on the page while it was shown as saved

    def look(self):
        self.looks += 1
        if self.status is None:
            self.status = self.app.look_words("^(Saving…|Saved)$")
            return
        before = self.status.node.get_name()
        words = self.page.text()
        # The program answers one question after the other: it was not saved less when it said what is on the page.
        if before == "Saved" and self.status.node.get_name() == "Saved":
            self.saved = words


def read_pages(desktop):
    """{first word: text} of all pages on the disk."""
    found = {}
    for path in desktop.records.glob("journal/*/*.json"):
        body = json.loads(path.read_text(encoding="utf-8")).get("body", "")
        found[body.split(" ")[0]] = body
    return found


def one_round(stage, chance, number, pages):
    app = stage.start_ready("--new-entry")
    watcher = Watcher(app)
    app.click(watcher.page)
    word = f"Round{number}"
    typist = Typist(stage.desktop, chance, word)
    typist.start()
    end = time.monotonic() + chance.uniform(0.6, 3)
    while time.monotonic() < end:
        try:
            watcher.look()
        except Gone:
            continue
    app.process.kill()
    typist.stop.set()
    app.process.wait(10)
    typist.join(10)
    found = read_pages(stage.desktop)
    expect(found.get(word, "").startswith(watcher.saved), f"seed {SEED}, round {number}: “{watcher.saved}” was shown as saved, "
           f"“{found.get(word)}” is there")
    for earlier, body in pages.items():
        expect(found.get(earlier) == body, f"seed {SEED}, round {number}: page {earlier} was “{body}”, is “{found.get(earlier)}”")
    pages.clear()
    pages.update({first: body for first, body in found.items() if first})
    if number % 5 == 0:
        check = stage.desktop.hearten("--check")
        expect(check.returncode == 0, f"seed {SEED}, round {number}: {check.stdout}")
    app.check()
    return len(watcher.saved)


def killed_at_random_moments(stage):
    chance = random.Random(SEED)
    begin, lengths, pages = time.monotonic(), [], {}
    for number in range(1, ROUNDS + 1):
        if number % ROUNDS_OF_A_HOME == 1:
            stage.fresh()
            pages = {}
        lengths.append(one_round(stage, chance, number, pages))
    saved = [length for length in lengths if length]
    print(f"# seed {SEED}: {ROUNDS} rounds in {time.monotonic() - begin:.0f} s; in {len(saved)} of them something was shown as "
          f"saved, {sum(saved)} characters in all, none of them missing")
    expect(len(saved) > ROUNDS / 4, f"in {len(saved)} rounds only was anything saved")
    app = stage.start("--page=journal")
    wait_for(lambda: app.look("list item"), "the journal is empty")


tell(killed_at_random_moments)
