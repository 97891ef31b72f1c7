# SPDX-License-Identifier: GPL-3.0-or-later
"""A home that is thrown away, with the real program in it, and no display."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

SOURCE = pathlib.Path(__file__).resolve().parents[2]
STORES = SOURCE / "tests/fixtures/stores"
APP = os.environ["HEARTEN_APP"]


class Skip(Exception):
    """Why a part cannot be run here."""


def expect(truth, message):
    if not truth:
        raise AssertionError(message)


class Home:
    def __init__(self, store=None):
        self.place = tempfile.TemporaryDirectory(prefix="hearten-format-")
        self.path = pathlib.Path(self.place.name)
        self.data = self.path / "data"
        self.records = self.data / "hearten"
        self.data.mkdir()
        if store:
            shutil.copytree(store, self.records)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.place.cleanup()

    def run(self, *argv):
        env = {**os.environ, "HOME": str(self.path), "XDG_DATA_HOME": str(self.data), "LC_ALL": "C.UTF-8",
               "XDG_STATE_HOME": str(self.path / "state"), "DISPLAY": "", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
        return subprocess.run(argv, env=env, capture_output=True, text=True, timeout=120, check=False)

    def hearten(self, *arguments, ends=(0, 1)):
        result = self.run(APP, *arguments)
        expect(result.returncode in ends, f"it ended with {result.returncode}: {result.stdout} {result.stderr}")
        return result

    def files(self, below=""):
        folder = self.records / below
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def age(self, seconds=7200):
        for path in self.records.rglob("*"):
            if path.is_file():
                os.utime(path, (time.time() - seconds,) * 2)

    def damaged(self):
        """The files that Hearten calls damaged, each with its sentence."""
        notes, _, damaged = self.hearten("--check").stdout.partition("These could not be read")
        lines = re.findall(r"^  (\S+?/.*?\.json): (\S.*)$", damaged, re.M)
        # It may be on its way from another device; there is no record in it yet.
        return dict(lines + re.findall(r"^  (\S+?/.*?\.json): (still empty.*)$", notes, re.M))

    def export(self):
        target = self.path / "out"
        self.hearten(f"--export={target}")
        found = json.loads((target / "hearten-export.json").read_text(encoding="utf-8"))
        shutil.rmtree(target)
        return {record["id"]: record for record in found}


def tell(*parts):
    """Runs the parts and prints TAP."""
    print(f"1..{len(parts)}", flush=True)
    whole = True
    for number, part in enumerate(parts, 1):
        name = part.__name__.replace("_", "-")
        try:
            part()
            print(f"ok {number} {name}", flush=True)
        except Skip as why:
            print(f"ok {number} {name} # SKIP {why}", flush=True)
        except AssertionError as error:
            whole = False
            print(f"not ok {number} {name}\n# {error}", flush=True)
        except Exception:
            whole = False
            print(f"not ok {number} {name}\n# " + traceback.format_exc().replace("\n", "\n# "), flush=True)
    sys.exit(0 if whole else 1)
