# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop with the real portals, and the program as Flatpak would start it: its own root with a .flatpak-info.

The portals (xdg-desktop-portal, its gtk backend for notifications and questions, its xapp backend for the background:
the gtk one has none) are the ones installed here. What is made up is Flatpak: bubblewrap gives the program a root of its
own in which it is told that it is the sandbox of Hearten, and the portals read there who is asking.
"""

import os
import shutil

import rig
from app import App
from rig import wait_for

PORTALS = ["org.freedesktop.portal.Desktop", "org.freedesktop.impl.portal.PermissionStore",
           "org.freedesktop.impl.portal.desktop.gtk", "org.freedesktop.impl.portal.desktop.xapp"]
SERVICES = "/usr/share/dbus-1/services"

CHOICE = """[preferred]
default=gtk
org.freedesktop.impl.portal.Background=xapp
"""

# The portals find the process by the file that Flatpak would have written, and its name in .flatpak-info.
ENTER = """name=$$
mkdir -p "$XDG_RUNTIME_DIR/.flatpak/$name"
export G_DEBUG=fatal-criticals
exec bwrap --ro-bind /usr /usr --ro-bind /etc /etc --symlink usr/bin /bin --symlink usr/lib /lib \\
  --symlink usr/lib64 /lib64 --ro-bind /proc /proc --ro-bind /sys /sys --dev-bind /dev /dev --bind /tmp /tmp \\
  --ro-bind {source} {source} --ro-bind {build} {build} --bind {folder} {folder} \\
  --ro-bind-data 3 /.flatpak-info --info-fd 4 -- "$@" \\
  4>"$XDG_RUNTIME_DIR/.flatpak/$name/bwrapinfo.json" 3<<INFO
[Application]
name={app}
runtime=runtime/org.gnome.Platform/x86_64/48

[Instance]
instance-id=$name
INFO"""


def missing():
    files = [f"{SERVICES}/{name}.service" for name in PORTALS]
    found = [path for path in files if not os.path.exists(path)]
    return found + ([] if shutil.which("bwrap") else ["bwrap"])


class Desktop(rig.Desktop):
    def start_bus(self):
        share = self.folder / "share"
        (share / "applications").mkdir(parents=True)
        shutil.copy(self.build / f"data/{rig.APP_ID}.desktop", share / "applications")
        self.env["XDG_DATA_DIRS"] = f"{share}:{self.env['XDG_DATA_DIRS']}"
        self.script("enter", ENTER.format(source=rig.SOURCE, build=self.build, folder=self.folder, app=rig.APP_ID))
        self.script("hearten", f"exec {self.folder}/enter {self.env['HEARTEN_APP']} \"$@\"")
        self.script("hearten-reminders", f"exec {self.folder}/enter {self.env['HEARTEN_REMINDERS']}")
        (self.home / "config/xdg-desktop-portal").mkdir()
        (self.home / "config/xdg-desktop-portal/portals.conf").write_text(CHOICE)
        # What the bus starts is other people's: their own complaints end nobody.
        own, self.env = self.env, {name: value for name, value in self.env.items() if name != "G_DEBUG"}
        super().start_bus()
        self.env |= {name: own[name] for name in ("G_DEBUG",)}
        services = self.folder / "services"
        for name in PORTALS:
            text = open(f"{SERVICES}/{name}.service", encoding="utf-8").read()
            (services / f"{name}.service").write_text(
                "".join(line for line in text.splitlines(keepends=True) if not line.startswith("SystemdService")))
        for name, program in ((rig.APP_ID, "hearten --gapplication-service"),
                              (f"{rig.APP_ID}.Reminders", "hearten-reminders")):
            (services / f"{name}.service").write_text(f"[D-BUS Service]\nName={name}\nExec={self.folder}/{program}\n")
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.ReloadConfig")
        self.env["HEARTEN_APP"] = f"{self.folder}/hearten"
        self.env["HEARTEN_REMINDERS"] = f"{self.folder}/hearten-reminders"

    def allow(self, answer):
        """What the user set for background activity: yes, no, or ask."""
        self.call("org.freedesktop.impl.portal.PermissionStore", "/org/freedesktop/impl/portal/PermissionStore",
                  "org.freedesktop.impl.portal.PermissionStore.SetPermission", "background", "true", "background",
                  rig.APP_ID, f"['{answer}']")

    def autostart(self):
        """The file that starts the service at login, or None."""
        path = self.home / f"config/autostart/{rig.APP_ID}.desktop"
        return path.read_text(encoding="utf-8") if path.exists() else None


class SandboxedApp(App):
    """The program inside: bubblewrap stays its parent, and the bus knows its own number."""

    def __init__(self, desktop, *arguments):
        self.log = desktop.folder / f"log{len(desktop.apps)}"
        outer = self.spawn_in(desktop, arguments)
        desktop.processes.append(outer)
        pid = wait_for(lambda: desktop.owner_pid(rig.APP_ID), lambda: f"it does not start: {self.output()}", 15)
        super().__init__(desktop, pid=pid)

    def spawn_in(self, desktop, arguments):
        self.desktop = desktop
        return self.spawn(arguments, {})

    def complaints(self):
        """The portal of Flatpak itself, by which GTK would start a file manager, is not part of this desktop."""
        return [line for line in super().complaints() if "Flatpak portal version" not in line]

    def window_ids(self):
        """In a sandbox GTK does not say which process a window is of."""
        return self.xdotool("search", "--onlyvisible", "--class", "hearten").split()
