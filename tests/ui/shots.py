#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page and dialog: full and empty, wide and narrow, light and dark, mirrored and large.

Usage: shots.py [--output FOLDER] [--build FOLDER] [--prefix FOLDER] [PATTERN]
"""

import argparse
import pathlib
import re
import sys
import time

import rig
import tour
from app import App

WIDE, NARROW = (1000, 720), (360, 640)
# How the words look: as they are, from right to left, and half as large again
PLAIN, MIRRORED, LARGE = ({}, ""), ({"GTK_DEBUG": "invert-text-dir"}, ""), ({}, "gtk-font-name=Cantarell 16\n")
ROUNDS = [("wide", WIDE, "light", True, PLAIN), ("wide-dark", WIDE, "dark", True, PLAIN),
          ("narrow", NARROW, "light", True, PLAIN), ("wide-empty", WIDE, "light", False, PLAIN),
          ("narrow-empty", NARROW, "light", False, PLAIN),
          ("wide-mirrored", WIDE, "light", True, MIRRORED),
          ("narrow-mirrored", NARROW, "light", True, MIRRORED),
          ("wide-large", WIDE, "light", True, LARGE), ("narrow-large", NARROW, "light", True, LARGE)]


def first_run(desktop, size, name, output):
    """The three pages of the first questions."""
    desktop.new_home()
    desktop.settings(size=size)
    app = App(desktop)
    app.find("dialog", "Welcome")
    for number in range(1, 4):
        app.settle()
        app.picture(output / f"{name}-first-run-{number}.png", size)
        if number < 3:
            app.press("button", "Skip")
    app.kill()


def one_round(desktop, name, size, scheme, full, words, wanted, output):
    env, looks = words
    stops = [stop for stop in tour.stops(full) if wanted.search(f"{name}-{stop}")]
    if not stops:
        return []
    desktop.new_home(looks)
    if full:
        desktop.tell_story()
    desktop.settings(size=size, first_run_done="true", color_scheme=f"'{scheme}'")
    app = App(desktop, **env)
    app.find_today()
    trouble = []
    for stop in stops:
        try:
            tour.visit(app, stop)
        except rig.Failure as error:
            trouble.append(f"{name}-{stop}: {error}")
        app.picture(output / f"{name}-{stop}.png", size)
        tour.leave(app, stop)
    app.kill()
    return trouble + [f"{name}: {line}" for line in app.complaints()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", type=pathlib.Path, default=rig.SOURCE / "_build/shots")
    parser.add_argument("--build", type=pathlib.Path, default=rig.BUILD)
    parser.add_argument("--prefix", help="not needed: the program runs from its build folder")
    parser.add_argument("pattern", nargs="?", default="", help="only pictures with this in their name")
    options = parser.parse_args()
    missing = rig.missing_tools()
    if missing:
        sys.exit("Not installed: " + ", ".join(missing))
    options.output.mkdir(parents=True, exist_ok=True)
    begin = time.monotonic()
    wanted = re.compile(options.pattern)
    trouble = []
    with rig.Desktop(options.build, animations=False) as desktop:
        for name, size, scheme, full, words in ROUNDS:
            trouble += one_round(desktop, name, size, scheme, full, words, wanted, options.output)
            print(f"{name}: done after {time.monotonic() - begin:.0f} s", flush=True)
        for name, size in (("wide", WIDE), ("narrow", NARROW)):
            if wanted.search(f"{name}-first-run"):
                first_run(desktop, size, name, options.output)
    print("\n".join([*trouble, f"The pictures are in {options.output}."]))
    sys.exit(1 if trouble else 0)


if __name__ == "__main__":
    main()
