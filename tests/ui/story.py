# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the parts of a story, one after the other, and prints TAP."""

import os
import pathlib
import subprocess
import sys
import time
import traceback

import rig
from app import App

TREE_LINES = 60


class Skip(Exception):
    """Why a part cannot be run here."""


class Stage:
    """What the parts of a story share."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.app = None

    def start(self, *arguments, **env):
        self.app = App(self.desktop, *arguments, **env)
        return self.app

    def start_ready(self, *arguments, **settings):
        """Starts without the first questions."""
        self.desktop.settings(first_run_done="true", **settings)
        return self.start(*arguments)

    def start_again(self, *arguments):
        """Ends the program as a person does and starts it anew with the same home."""
        self.app.quit()
        return self.start(*arguments)

    def fresh(self):
        """Ends what runs and gives an empty home."""
        for app in self.desktop.apps:
            app.kill()
        pid = self.desktop.owner_pid(rig.APP_ID + ".Reminders")
        if pid:
            os.kill(pid, 15)
            rig.wait_for(lambda: not self.desktop.owner_pid(rig.APP_ID + ".Reminders"), "the service does not end")
        self.desktop.new_home()
        self.app = None


def say_why(stage, number, name):
    """A picture and what was on the screen, for the log."""
    folder = pathlib.Path(os.environ.get("MESON_BUILD_ROOT", stage.desktop.build)) / "meson-logs"
    app = stage.app
    if app is None:
        return
    for line in app.output().splitlines()[-20:]:
        print(f"#   {line}")
    if app.process.poll() is not None:
        print(f"#   the program has ended with {app.process.returncode}")
        return
    if folder.is_dir():
        app.picture(folder / f"ui-{pathlib.Path(sys.argv[0]).stem}-{number}-{name}.png")
    shown = [w for w in app.walk() if w.name] if app.root else []
    for widget in shown[-TREE_LINES:]:
        print(f"#   {widget}")


def run_part(stage, number, part):
    name = part.__name__.replace("_", "-")
    begin = time.monotonic()
    try:
        part(stage)
        if stage.app:
            stage.app.check()
    except Skip as why:
        print(f"ok {number} {name} # SKIP {why}", flush=True)
        return True
    except (rig.Failure, subprocess.SubprocessError, OSError, AssertionError) as error:
        print(f"not ok {number} {name}\n# {error}")
        say_why(stage, number, name)
    except Exception:
        print(f"not ok {number} {name}")
        print("# " + traceback.format_exc().replace("\n", "\n# "))
    else:
        print(f"ok {number} {name}\n# {time.monotonic() - begin:.1f} s", flush=True)
        return True
    sys.stdout.flush()
    return False


def tell(*parts, apart=False, animations=True):
    """Runs the parts. Where they are `apart`, each has a home of its own; else a failure ends the story."""
    missing = rig.missing_tools()
    if missing:
        print("1..0 # SKIP not installed: " + ", ".join(missing))
        sys.exit(0)
    print(f"1..{len(parts)}", flush=True)
    whole = True
    with rig.Desktop(animations=animations) as desktop:
        stage = Stage(desktop)
        for number, part in enumerate(parts, 1):
            if apart:
                stage.fresh()
            if whole or apart:
                whole = run_part(stage, number, part) and whole
            else:
                print(f"ok {number} {part.__name__.replace('_', '-')} # SKIP what comes before it failed", flush=True)
    sys.exit(0 if whole else 1)
