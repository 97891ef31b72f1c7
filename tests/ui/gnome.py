# SPDX-License-Identifier: GPL-3.0-or-later
"""A real GNOME Shell with no screen, the program installed beside it."""

import ast
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import rig
from app import App

LOOK = pathlib.Path(__file__).with_name("look.py")

SYSTEM_BUS = """<busconfig><type>system</type><listen>unix:path={folder}/system_bus_socket</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
<allow user="*"/></policy></busconfig>"""

SESSION_BUS = """<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
<standard_session_servicedirs/>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""

NOTICES = """JSON.stringify(Main.messageTray.getSources().flatMap(s => s.notifications.map(
  n => [s.title, n.title, n.body, n.actions.map(a => a.label)])))"""


def missing():
    tools = [name for name in ("gnome-shell", "dbus-daemon", "gdbus", "meson") if not shutil.which(name)]
    if importlib.util.find_spec("dbusmock") is None:
        tools.append("python3-dbusmock")
    return tools


def read_prefix(build):
    options = json.loads((build / "meson-info/intro-buildoptions.json").read_text(encoding="utf-8"))
    return next(option["value"] for option in options if option["name"] == "prefix")


class Shell(rig.Desktop):
    """In place of Xvfb and dunst: a system bus with a made-up logind, a session bus that starts services, the Shell."""

    def __init__(self, build=None):
        build = build or rig.BUILD
        self.prefix = read_prefix(build)
        subprocess.run(["meson", "install", "-C", str(build), "--no-rebuild", "--only-changed", "--quiet"], check=True,
                       stdout=subprocess.DEVNULL)
        super().__init__(build)

    def start_display(self):
        config = self.folder / "system.conf"
        config.write_text(SYSTEM_BUS.format(folder=self.folder))
        self.env["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={self.folder}/system_bus_socket"
        self.env |= {"XDG_CURRENT_DESKTOP": "GNOME", "XDG_SESSION_TYPE": "wayland", "WAYLAND_DISPLAY": "wl-hearten",
                     "GDK_BACKEND": "wayland", "XDG_DATA_DIRS": f"{self.prefix}/share:/usr/local/share:/usr/share"}
        for name in ("DISPLAY", "HEARTEN_APP", "HEARTEN_REMINDERS", "GSETTINGS_SCHEMA_DIR"):
            self.env.pop(name, None)
        self.env["HEARTEN_APP"] = f"{self.prefix}/bin/hearten"
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.spawn(["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile"], **silent)
        rig.wait_for(lambda: os.path.exists(f"{self.folder}/system_bus_socket"), "there is no system bus")
        self.spawn([sys.executable, "-m", "dbusmock", "--system", "--template", "logind"], **silent)
        time.sleep(0.5)

    def start_bus(self):
        config = self.folder / "bus.conf"
        config.write_text(SESSION_BUS.format(folder=self.folder))
        process = self.spawn(["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = process.stdout.readline().decode().strip()
        self.lend_to_accessibility()

    def start_dunst(self):
        own = {name: value for name, value in self.env.items() if name not in ("WAYLAND_DISPLAY", "GDK_BACKEND", "G_DEBUG")}
        with open(self.folder / "shell.log", "wb") as log:
            self.processes.append(subprocess.Popen(
                ["gnome-shell", "--headless", "--wayland", "--no-x11", "--virtual-monitor", "1280x800",
                 "--wayland-display", "wl-hearten", "--unsafe-mode"], env=own, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log))
        rig.wait_for(lambda: self.evaluate("1 + 1") == 2, "GNOME Shell does not come up", 40)
        time.sleep(2)
        self.evaluate("Main.overview.hide(); Main.messageTray.getSources().forEach(s => s.destroy()); 0")

    def evaluate(self, script):
        """What a line of JavaScript gives inside the Shell, or None."""
        answer = self.call("org.gnome.Shell", "/org/gnome/Shell", "org.gnome.Shell.Eval", script).stdout.strip()
        if not answer.startswith("(true, "):
            return None
        return json.loads(ast.literal_eval(answer[len("(true, "):-1]) or "null")

    def notices(self):
        """[source, title, body, buttons] of each notification that is there."""
        found = self.evaluate(NOTICES) or []
        found = json.loads(found) if isinstance(found, str) else found
        return [notice for notice in found if notice[0] == "Hearten"]

    def press_notification(self, label=None):
        chosen = 'Main.messageTray.getSources().find(s => s.title == "Hearten").notifications[0]'
        if label:
            chosen += f".actions.find(a => a.label == {json.dumps(label)})"
        self.evaluate(f"{chosen}.activate(); 0")


class ShellApp(App):
    """The program in the Shell, which gives the focus itself; looked at by another process."""

    def wait_window(self):
        return self

    def find_words(self, pattern, seconds=20):
        command = ["timeout", "5", sys.executable, str(LOOK), str(self.process.pid), pattern]
        rig.wait_for(lambda: self.desktop.run(*command).returncode == 0, f"nothing says “{pattern}”", seconds)
