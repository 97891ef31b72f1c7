# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop for one test: a display, a bus, accessibility, dunst and a home that is thrown away."""

import glob
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

APP_ID = "io.github.hearten_app.Hearten"
SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("HEARTEN_BUILD", SOURCE / "_build/main"))
NEEDED = ["Xvfb", "dbus-daemon", "dunst", "dunstctl", "gdbus", "xdotool", "import"]
SANITIZED = b"libasan.so" in (BUILD / "src/app/hearten").read_bytes() if BUILD.exists() else False
if SANITIZED:  # GTK, its drivers and the spelling library keep things for the life of the process; the core's tests count leaks
    os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
SLOWNESS = 4 if SANITIZED else 1  # how much longer the program itself takes
PATIENCE = 4  # how much longer a busy machine may take before a test gives up waiting
SCREEN = (1600, 1000)
FRAME = 5  # what GTK draws around a window on a display without compositing

BUS_CONFIG = """<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
<servicedir>{folder}/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""

DUNST_CONFIG = """[global]
dmenu = {folder}/choose
notification_limit = 0
origin = bottom-right
[log]
summary = "*"
script = {folder}/log
[urgency_normal]
timeout = 0
"""


class Failure(Exception):
    """What a test expected and did not see."""


def expect(truth, message):
    if not truth:
        raise Failure(message)


def wait_for(look, message, seconds=6):
    """What `look` returns as soon as that is true; a Failure after `seconds`."""
    end = time.monotonic() + seconds * PATIENCE
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(message() if callable(message) else message)
        time.sleep(0.04)


def missing_tools():
    tools = [name for name in NEEDED if not shutil.which(name)]
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        tools.append("the accessibility bindings for Python")
    if not os.path.exists("/usr/share/dbus-1/services/org.a11y.Bus.service"):
        tools.append("at-spi2-core")
    return tools


def find_faketime():
    """libfaketime, unless the program is built with a sanitizer, which must be loaded first."""
    found = glob.glob("/usr/lib*/**/libfaketime.so.1", recursive=True)
    return found[0] if found and not SANITIZED else None


class Desktop:
    def __init__(self, build=None, animations=True):
        self.build = pathlib.Path(build or BUILD)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hearten-ui-"))
        self.processes = []
        self.apps = []
        self.homes = 0
        self.looks = f"[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations={int(animations)}\n"
        self.env = {**os.environ, "LANG": "C.UTF-8", "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo",
                    "GTK_A11Y": "atspi", "GSETTINGS_BACKEND": "keyfile", "G_DEBUG": "fatal-criticals",
                    "GSETTINGS_SCHEMA_DIR": str(self.build / "data"),
                    "HEARTEN_APP": str(self.build / "src/app/hearten"),
                    "HEARTEN_REMINDERS": str(self.build / "src/reminders/hearten-reminders"),
                    "XDG_DATA_DIRS": f"{SOURCE}/data:/usr/local/share:/usr/share"}
        for name in ("WAYLAND_DISPLAY", "LC_ALL", "LANGUAGE", "XDG_CURRENT_DESKTOP"):
            self.env.pop(name, None)
        self.new_home()
        self.start_display()
        self.start_bus()
        self.start_dunst()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for app in self.apps:
            app.kill()
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(5)
        shutil.rmtree(self.folder, ignore_errors=True)

    # Home

    def new_home(self, more=""):
        """An empty home for the next start; what ran in the last one must have ended. `more` goes to GTK's settings."""
        self.homes += 1
        self.home = self.folder / f"home{self.homes}"
        for part in ("data", "state", "config", "cache", "run"):
            (self.home / part).mkdir(parents=True, mode=0o700)
            self.env[f"XDG_{part.upper()}_HOME"] = str(self.home / part)
        self.env["HOME"] = str(self.home)
        self.env["XDG_RUNTIME_DIR"] = str(self.home / "run")
        self.records = self.home / "data/hearten"
        looks = self.home / "config/gtk-4.0"
        looks.mkdir()
        (looks / "settings.ini").write_text(self.looks + more)

    def settings(self, size=None, **values):
        """Presets of Hearten's settings, as GVariant text; an underscore stands for a dash."""
        if size:
            values |= {"window_width": size[0] + 2 * FRAME, "window_height": size[1] + 2 * FRAME}
        folder = self.home / "config/glib-2.0/settings"
        folder.mkdir(parents=True, exist_ok=True)
        lines = [f"{name.replace('_', '-')}={value}" for name, value in values.items()]
        (folder / "keyfile").write_text("\n".join(["[io/github/hearten_app/Hearten]", *lines, ""]))

    def tell_story(self):
        self.run(sys.executable, str(SOURCE / "tools/demo-story.py"), str(self.home / "data"), check=True)

    # Processes

    def spawn(self, argv, **options):
        process = subprocess.Popen(argv, env=self.env, stdin=subprocess.DEVNULL, **options)
        self.processes.append(process)
        return process

    def run(self, *argv, check=False, **env):
        return subprocess.run(argv, env={**self.env, **env}, capture_output=True, text=True, check=check,
                              timeout=30 * PATIENCE)

    def hearten(self, *arguments):
        """Runs the program to its end, as a command."""
        return self.run(self.env["HEARTEN_APP"], *arguments)

    def script(self, name, text):
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def start_display(self):
        size = "x".join(map(str, SCREEN))
        process = self.spawn(["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.env["DISPLAY"] = ":" + process.stdout.readline().decode().strip()

    def start_bus(self):
        services = self.folder / "services"
        services.mkdir()
        shutil.copy("/usr/share/dbus-1/services/org.a11y.Bus.service", services)
        config = self.folder / "bus.conf"
        config.write_text(BUS_CONFIG.format(folder=self.folder))
        process = self.spawn(["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = process.stdout.readline().decode().strip()
        self.lend_to_accessibility()

    def lend_to_accessibility(self):
        """The accessibility library of this process looks at the process's own environment."""
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[name] = self.env.get(name, "")
        os.environ.pop("AT_SPI_BUS_ADDRESS", None)

    # Notifications

    def start_dunst(self):
        self.script("choose", f'grep -m1 "$(cat {self.folder}/want)"')
        self.script("log", f'printf "%s|%s|%s\\n" "$DUNST_APP_NAME" "$DUNST_SUMMARY" "$DUNST_BODY" '
                           f'>>{self.folder}/shown')
        config = self.folder / "dunstrc"
        config.write_text(DUNST_CONFIG.format(folder=self.folder))
        self.spawn(["dunst", "-conf", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: self.run("dunstctl", "count").returncode == 0, "dunst does not answer", 10)

    def shown(self):
        """A line "app|summary|body" for each notification there ever was."""
        path = self.folder / "shown"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def displayed(self):
        return int(self.run("dunstctl", "count", "displayed").stdout or "-1")

    def press_notification(self, label=None):
        """A named button of the newest notification, or the notification itself."""
        if label is None:
            self.run("dunstctl", "action", "0")
        else:
            (self.folder / "want").write_text(label)
            self.run("dunstctl", "context")

    def call(self, name, path, method, *arguments):
        return self.run("gdbus", "call", "--session", "-d", name, "-o", path, "-m", method, *arguments)

    def owner_pid(self, name):
        answer = self.call("org.freedesktop.DBus", "/org/freedesktop/DBus",
                           "org.freedesktop.DBus.GetConnectionUnixProcessID", name).stdout
        return int(answer.strip("(),\n ").split()[-1]) if answer else None
