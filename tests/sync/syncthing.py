# SPDX-License-Identifier: GPL-3.0-or-later
"""Two real Syncthing daemons that know each other and nobody else."""

import json
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request

KEY = "only-for-this-test"
FOLDER = "hearten"
SLOW = 4  # how much longer a busy machine may take

CONFIG = """<configuration version="37">
  <folder id="{folder}" label="Hearten" path="{path}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true"
          fsWatcherDelayS="0.1" ignorePerms="false" autoNormalize="true">
    <filesystemType>basic</filesystemType>
    <device id="{ids[0]}"></device><device id="{ids[1]}"></device>
    <maxConflicts>-1</maxConflicts><minDiskFree unit="">0</minDiskFree>
  </folder>
  {devices}
  <gui enabled="true" tls="false"><address>127.0.0.1:{gui}</address><apikey>{key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><startBrowser>false</startBrowser>
    <reconnectionIntervalS>1</reconnectionIntervalS><progressUpdateIntervalS>-1</progressUpdateIntervalS>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH><upgradeToPreReleases>false</upgradeToPreReleases>
    <urAccepted>-1</urAccepted><urSeen>9999</urSeen><crashReportingEnabled>false</crashReportingEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
  </options>
</configuration>
"""
DEVICE = """<device id="{id}" name="{name}" compression="never"><address>tcp://127.0.0.1:{port}</address></device>"""


def free_ports(count):
    taken = [socket.socket() for _ in range(count)]
    for one in taken:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in taken]
    for one in taken:
        one.close()
    return ports


def make_identity(home):
    """Makes the daemon's keys, and returns the id that they give it."""
    made = subprocess.run(["syncthing", "generate", f"--home={home}", "--no-default-folder"], capture_output=True,
                          text=True, check=True, env=quiet_env(home))
    return re.search(r"([A-Z2-7]{7}-){7}[A-Z2-7]{7}", made.stdout + made.stderr)[0]


def quiet_env(home):
    return {"HOME": str(home), "PATH": os.environ["PATH"], "STNOUPGRADE": "1", "GOMAXPROCS": "2", "LANG": "C.UTF-8"}


class Daemon:
    def __init__(self, home, path):
        self.home, self.path = pathlib.Path(home), pathlib.Path(path)
        self.id = make_identity(home)
        self.gui, self.port = free_ports(2)
        self.process = None

    def configure(self, both):
        devices = "".join(DEVICE.format(id=one.id, name=f"device{place}", port=one.port) for place, one in enumerate(both))
        text = CONFIG.format(folder=FOLDER, path=self.path, ids=[one.id for one in both], devices=devices, gui=self.gui,
                             port=self.port, key=KEY)
        (self.home / "config.xml").write_text(text, encoding="utf-8")
        (self.path / ".stfolder").mkdir(exist_ok=True)

    def start(self):
        with open(self.home / "log", "ab") as log:
            self.process = subprocess.Popen(["syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart"],
                                            stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=quiet_env(self.home))

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(5)
        self.process = None

    def call(self, path, method="GET"):
        request = urllib.request.Request(f"http://127.0.0.1:{self.gui}/rest/{path}", method=method, headers={"X-API-Key": KEY})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=20) as answer:
            text = answer.read()
        return json.loads(text) if text.strip() else None

    def answers(self):
        try:
            return self.call("system/ping") == {"ping": "pong"}
        except (OSError, urllib.error.URLError):
            return False

    def status(self):
        return self.call(f"db/status?folder={FOLDER}")


class Pair:
    """Two daemons that share a folder, and can be parted."""

    def __init__(self, place, folders):
        self.both = []
        for number, folder in enumerate(folders):
            home = pathlib.Path(place) / f"syncthing{number}"
            home.mkdir()
            self.both.append(Daemon(home, folder))
        for one in self.both:
            one.configure(self.both)
            one.start()
        for one in self.both:
            wait_for(one.answers, "Syncthing does not answer", 30)
        self.wait_connected(True)

    def is_connected(self):
        one, other = self.both
        return one.call("system/connections")["connections"].get(other.id, {}).get("connected", False)

    def wait_connected(self, connected):
        wait_for(lambda: self.is_connected() == connected, "the daemons do not meet", 30)

    def part(self):
        self.both[0].call(f"system/pause?device={self.both[1].id}", "POST")
        self.wait_connected(False)

    def meet(self):
        self.both[0].call(f"system/resume?device={self.both[1].id}", "POST")
        self.wait_connected(True)

    def scan(self):
        for one in self.both:
            one.call(f"db/scan?folder={FOLDER}", "POST")

    def is_quiet(self):
        """Whether both have everything of the other and nothing is under way."""
        states = [one.status() for one in self.both]
        return (all(state["state"] == "idle" and state["needTotalItems"] == 0 for state in states)
                and len({(state["globalFiles"], state["globalDeleted"], state["globalBytes"]) for state in states}) == 1
                and len({one.call(f"db/completion?folder={FOLDER}&device={other.id}")["completion"]
                         for one, other in (self.both, self.both[::-1])} - {100}) == 0)

    def stop(self):
        for one in self.both:
            one.stop()


def wait_for(look, message, seconds):
    end = time.monotonic() + seconds * SLOW
    while not look():
        if time.monotonic() > end:
            raise AssertionError(message() if callable(message) else message)
        time.sleep(0.05)
