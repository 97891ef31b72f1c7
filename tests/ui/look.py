#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""look.py PID PATTERN: ends with 0 when the program shows such words, and prints them.

A process of its own, because beside GNOME Shell the accessibility library sometimes waits for ever.
"""

import re
import sys

from app import App
from widget import atspi


class Seen(App):
    """A program that was started elsewhere, only to be looked at."""

    def __init__(self, pid):
        self.process = type("Process", (), {"pid": pid})
        self.root = self.find_root()


def main():
    atspi()
    app = Seen(int(sys.argv[1]))
    found = app.root and next((w for w in app.walk() if re.search(sys.argv[2], w.name)), None)
    print(found or "not there")
    return 0 if found else 1


sys.exit(main())
