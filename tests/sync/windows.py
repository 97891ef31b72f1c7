#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two real windows on two devices, with real Syncthing between them."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from syncthing import Pair, wait_for

HERE = pathlib.Path(__file__).resolve().parent


class Window:
    def __init__(self, name):
        self.name = name
        self.process = subprocess.Popen([sys.executable, HERE / "window.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, bufsize=1)
        self.records = pathlib.Path(self.process.stdout.readline().strip())

    def __call__(self, line):
        self.process.stdin.write(line + "\n")
        answer = self.process.stdout.readline().strip()
        if answer != "ok":
            raise AssertionError(f"{self.name}: {line}: {answer}")

    def bodies(self):
        """All texts on the disk, in the records and in the versions beside them."""
        found = []
        for path in self.records.glob("journal/*/[!.]*.json"):
            record = json.loads(path.read_text(encoding="utf-8"))
            found += [one.get("body", "") for one in [record, *record.get("versions", [])]]
        return sorted(found)

    def end(self):
        self.process.stdin.close()
        self.process.wait(60)


def tell(a, b, pair):
    a("start --new-entry")
    b("start --page=journal")
    a("focus")
    a("type One.")
    b("see ^One")
    b("open ^One")
    b("type  Two.")
    a("reads One. Two.")
    print("ok 1 what is typed in one window shows in the other", flush=True)
    pair.part()
    a("type  Three of A.")
    b("type  Three of B.")
    pair.meet()
    both = ["One. Two. Three of A.", "One. Two. Three of B."]
    wait_for(lambda: a.bodies() == both and b.bodies() == both, lambda: f"on the disks: {a.bodies()}, {b.bodies()}", 40)
    print("ok 2 what was typed in both while they were apart is on both disks", flush=True)
    a("quit")
    b("quit")
    a("start --page=journal")
    a("see ^One. Two. Three")
    wait_for(lambda: a.bodies() == both and b.bodies() == both, lambda: f"on the disks: {a.bodies()}, {b.bodies()}", 10)
    print("ok 3 nothing is lost at the end of both", flush=True)


def main():
    missing = [name for name in ("syncthing", "Xvfb", "xdotool", "dunst") if not shutil.which(name)]
    if missing:
        print(f"1..0 # SKIP not installed: {', '.join(missing)}")
        return 0
    print("1..3", flush=True)
    windows, pair = [Window("A"), Window("B")], None
    with tempfile.TemporaryDirectory(prefix="hearten-windows-") as place:
        try:
            pair = Pair(place, [window.records for window in windows])
            tell(*windows, pair)
            return 0
        except AssertionError as error:
            print(f"Bail out! {error}", flush=True)
            return 1
        finally:
            if pair:
                pair.stop()
            for window in windows:
                window.end()


sys.exit(main())
