#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One device with a real window on a display of its own, told by lines on its standard input what a person does."""

import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "ui"))
import rig  # noqa: E402
from app import App  # noqa: E402


class Person:
    def __init__(self, desktop):
        self.desktop = desktop
        self.app = None

    def start(self, page):
        self.desktop.settings(first_run_done="true")
        self.app = App(self.desktop, page)

    def text(self):
        return self.app.find("text", "Text")

    def type(self, words):
        self.app.key("ctrl+End")
        self.app.type(words)
        self.app.find_words("^Saved$", 20)

    def focus(self, _):
        self.app.click(self.text())

    def see(self, pattern):
        self.app.find("list item", re.compile(pattern), 20)

    def open(self, pattern):
        self.app.press("list item", re.compile(pattern))
        self.focus("")

    def reads(self, words):
        self.app.wait_text(self.text(), words, 20)

    def says(self, pattern):
        self.app.find_words(pattern, 20)

    def quit(self, _):
        self.app.quit()


def main():
    with rig.Desktop() as desktop:
        desktop.records.mkdir(mode=0o700)
        print(desktop.records, flush=True)
        person = Person(desktop)
        for line in sys.stdin:
            verb, _, words = line.rstrip("\n").partition(" ")
            try:
                getattr(person, verb)(words)
                print("ok", flush=True)
            except rig.Failure as error:
                seen = [widget for widget in person.app.walk() if widget.name][-25:] if person.app else []
                print(f"{error}; on the screen: {seen}".replace("\n", " "), flush=True)


main()
