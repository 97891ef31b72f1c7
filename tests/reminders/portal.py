#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminder service and the notification portal, as in a sandbox: what it sends, and a press that comes back.

The portal here is a stand-in of the test's own that keeps what it is sent. A press does what the real one does: it
activates the action of the program by the bus, which starts the program; that passes the press on to the service.

Usage: portal.py PATH/TO/hearten-reminders PATH/TO/hearten
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

try:
    from gi.repository import Gio, GLib
except ImportError:
    Gio = None

SERVICE, APP = (os.path.abspath(path) for path in sys.argv[1:3])
APP_ID = "io.github.hearten_app.Hearten"
BUS_NAME = APP_ID + ".Reminders"
BUS_PATH = "/io/github/hearten_app/Hearten/Reminders"
PATIENCE = 20
INTERFACE = """<node><interface name="org.freedesktop.portal.Notification">
<method name="AddNotification"><arg name="id" type="s" direction="in"/><arg name="notification" type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg name="id" type="s" direction="in"/></method>
<property name="version" type="u" access="read"/></interface></node>"""


class Failure(Exception):
    pass


def expect(truth, message):
    if not truth:
        raise Failure(message)


class Portal:
    def __init__(self, address, version):
        self.there, self.version, self.refused, self.held = {}, version, 0, []
        self.refuses, self.holds = False, False
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        self.bus.register_object("/org/freedesktop/portal/desktop", node.interfaces[0], self.on_call, self.on_get, None)
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                  GLib.Variant("(su)", ("org.freedesktop.portal.Desktop", 4)))

    def call(self, *arguments):
        return self.bus.call_sync(*arguments, None, Gio.DBusCallFlags.NONE, 60000, None)

    def on_call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "AddNotification" and self.refuses:
            self.refused += 1
            invocation.return_dbus_error("org.freedesktop.portal.Error.Failed", "not now")
            return
        if method == "AddNotification" and self.holds:
            self.held.append((arguments, invocation))
            return
        if method == "AddNotification":
            name, notification = arguments.unpack()
            self.there[name] = notification
        else:
            self.there.pop(arguments.unpack()[0], None)
        invocation.return_value(None)

    def on_get(self, *_):
        return GLib.Variant("u", self.version)

    def press(self, name, label=None):
        """What the portal does: the action of the program, by the bus."""
        notification = self.there[name]
        action, target = notification["default-action"], notification["default-action-target"]
        if label:
            button = next(b for b in notification["buttons"] if b["label"] == label)
            action, target = button["action"], button["target"]
        target = GLib.Variant("(ss)", target) if isinstance(target, tuple) else GLib.Variant("s", target)
        self.bus.call(APP_ID, "/" + APP_ID.replace(".", "/"), "org.freedesktop.Application", "ActivateAction",
                      GLib.Variant("(sava{sv})", (action.removeprefix("app."), [target], {})), None,
                      Gio.DBusCallFlags.NONE, 60000, None, None)


class Session:
    """A display, a bus that knows the program, and the portal."""

    def __init__(self, folder, version):
        self.folder = pathlib.Path(folder)
        self.processes = []
        build = pathlib.Path(APP).parents[2]
        self.env = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", "GTK_USE_PORTAL": "1", "GTK_A11Y": "none",
                    "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GSETTINGS_BACKEND": "memory", "HOME": folder,
                    "GSETTINGS_SCHEMA_DIR": str(build / "data"), "HEARTEN_REMINDERS": SERVICE, "HEARTEN_APP": APP}
        for part in ("data", "state", "config", "cache", "run"):
            (self.folder / part).mkdir(mode=0o700)
            self.env["XDG_RUNTIME_DIR" if part == "run" else f"XDG_{part.upper()}_HOME"] = str(self.folder / part)
        display = self.spawn(["Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"])
        self.env["DISPLAY"] = ":" + display.stdout.readline().decode().strip()
        (self.folder / "services").mkdir()
        (self.folder / f"services/{APP_ID}.service").write_text(
            f"[D-BUS Service]\nName={APP_ID}\nExec={APP} --gapplication-service\n")
        (self.folder / "bus.conf").write_text(
            f"<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>"
            f"<servicedir>{folder}/services</servicedir><policy context='default'><allow send_destination='*' "
            "eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>")
        bus = self.spawn(["dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork", "--print-address=1"])
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.portal = Portal(self.env["DBUS_SESSION_BUS_ADDRESS"], version)
        self.write_schedule()
        self.service = self.spawn([SERVICE])

    def spawn(self, argv):
        process = subprocess.Popen(argv, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL)
        self.processes.append(process)
        return process

    def write_schedule(self):
        state = self.folder / "state/hearten"
        state.mkdir(mode=0o700)
        (state / "schedule.json").write_text(json.dumps({"fmt": "hearten-schedule", "v": 1, "reminders": [
            {"id": "evening", "body": "5 < 6 & “you”", "open": "space", "rule": {"repeat": "daily", "times": ["03:33"]}}]}))

    def wait(self, look, message):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            while GLib.MainContext.default().iteration(False):
                pass
            found = look()
            if found:
                return found
            time.sleep(0.02)
        raise Failure(message() if callable(message) else message)

    def state(self):
        path = self.folder / "state/hearten/ledger.json"
        entries = json.loads(path.read_text())["entries"] if path.exists() else []
        return entries[-1]["state"] if entries else None

    def try_now(self):
        """Asks for one, as the window's button does."""
        self.portal.bus.call(BUS_NAME, BUS_PATH, BUS_NAME, "Try", GLib.Variant("(s)", ("evening",)), None,
                             Gio.DBusCallFlags.NONE, -1, None, None)

    def snooze(self, minutes):
        self.portal.bus.call(BUS_NAME, BUS_PATH, BUS_NAME, "Snooze", GLib.Variant("(su)", ("evening@try", minutes)), None,
                             Gio.DBusCallFlags.NONE, -1, None, None)

    def done(self):
        self.portal.bus.call(BUS_NAME, BUS_PATH, BUS_NAME, "Done", GLib.Variant("(s)", ("evening@try",)), None,
                             Gio.DBusCallFlags.NONE, -1, None, None)

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait(10)


def owned(session, name):
    answer = session.portal.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                 GLib.Variant("(s)", (name,)))
    return answer.unpack()[0]


def sent_to_the_portal(session):
    session.wait(lambda: owned(session, BUS_NAME), "the service does not take its name")
    session.try_now()
    session.wait(lambda: session.portal.there, "nothing was sent to the portal")
    (name, sent), = session.portal.there.items()
    expect(name.startswith("evening@"), f"its id is {name}")
    expect(sent["title"] == "Hearten" and sent["body"] == "5 < 6 & “you”", f"sent: {sent}")
    expect([b["label"] for b in sent["buttons"]] == ["Done", "Snooze"], f"its buttons: {sent['buttons']}")
    if session.portal.version >= 2:
        expect(sent.get("display-hint") == ["hide-content-on-lockscreen"], f"no hint for the lock screen: {sent}")
    else:
        expect("display-hint" not in sent, f"a hint that this portal does not know: {sent}")


def snooze_starts_the_program(session):
    name = next(iter(session.portal.there))
    expect(not owned(session, APP_ID), "the program runs already")
    session.portal.press(name, "Snooze")
    session.wait(lambda: session.state() == "snoozed", lambda: f"the ledger says {session.state()}")
    session.wait(lambda: not session.portal.there, "it was not withdrawn")


def done_after_the_service_was_killed(session):
    session.try_now()
    session.wait(lambda: session.portal.there, "nothing was sent to the portal")
    session.service.kill()
    session.service.wait(10)
    session.wait(lambda: not owned(session, BUS_NAME), "the service is still there")
    session.portal.press(next(iter(session.portal.there)), "Done")
    session.wait(lambda: session.state() == "done", lambda: f"the ledger says {session.state()}")
    pid = session.portal.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                              "GetConnectionUnixProcessID", GLib.Variant("(s)", (BUS_NAME,))).unpack()[0]
    os.kill(pid, 15)


def refused_and_shown_later(session):
    """What the portal has not taken is not noted as shown, and is tried again after a while."""
    session.wait(lambda: owned(session, BUS_NAME), "the service does not take its name")
    session.try_now()
    session.wait(lambda: session.portal.there, "nothing was sent to the portal")
    session.portal.refuses = True
    session.snooze(0)
    session.wait(lambda: session.portal.refused, "it did not come again")
    expect(session.state() == "pending", f"the ledger says {session.state()}")
    expect(session.portal.refused == 1, f"{session.portal.refused} tries at once")
    session.portal.refuses = False
    session.wait(lambda: session.portal.there, "it was not tried again")
    session.wait(lambda: session.state() == "shown", lambda: f"the ledger says {session.state()}")


def withdrawn_on_its_way(session):
    """What is answered before the portal has taken it does not stay there."""
    session.portal.holds = True
    session.snooze(0)
    session.wait(lambda: session.portal.held, "it did not come again")
    expect(session.state() == "pending", f"the ledger says {session.state()}")
    session.done()
    session.wait(lambda: session.state() == "done", lambda: f"the ledger says {session.state()}")
    session.portal.holds = False
    (arguments, invocation), = session.portal.held
    session.portal.there[arguments.unpack()[0]] = arguments.unpack()[1]
    invocation.return_value(None)
    session.wait(lambda: not session.portal.there, "it stays")


def run(number, part, session):
    name = f"{part.__name__.replace('_', '-')}, version {session.portal.version}"
    try:
        part(session)
    except (Failure, GLib.Error) as error:
        print(f"not ok {number} {name}\n# {error}", flush=True)
        return False
    print(f"ok {number} {name}", flush=True)
    return True


def main():
    missing = [name for name in ("Xvfb", "dbus-daemon") if not shutil.which(name)] + ([] if Gio else ["python3-gi"])
    if missing:
        print("1..0 # SKIP not installed: " + ", ".join(missing))
        return 0
    stories = {1: [sent_to_the_portal], 2: [sent_to_the_portal, snooze_starts_the_program,
                                            done_after_the_service_was_killed],
               3: [refused_and_shown_later, withdrawn_on_its_way]}
    print(f"1..{sum(map(len, stories.values()))}")
    number, whole = 0, True
    for version, parts in stories.items():
        with tempfile.TemporaryDirectory(prefix="hearten-portal-", ignore_cleanup_errors=True) as folder:
            session = Session(folder, version)
            try:
                for part in parts:
                    number += 1
                    whole = run(number, part, session) and whole
            finally:
                session.stop()
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
