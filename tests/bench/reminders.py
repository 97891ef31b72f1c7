# SPDX-License-Identifier: GPL-3.0-or-later
"""What reminders cost and how punctual they are: the real service, a real bus, dunst.

Times are told by libfaketime: the service's clock is moved so that a minute begins soon, and what dunst is told is
timed by the real one. A computer that sleeps is a service that is stopped (SIGSTOP) over its time and goes on after it.
"""

import glob
import json
import math
import os
import pathlib
import resource
import shutil
import signal
import statistics
import subprocess
import tempfile
import time

ROUNDS = 20
RESUMES = 5
AHEAD = 1.5  # seconds from the start of the service to its minute
SETTLE_SECONDS = 20
IDLE_SECONDS = 30

BUS = """<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""


class Room:
    """A bus, and dunst when it is wanted, for one service at a time."""

    def __init__(self, build, display):
        self.program = str(build / "src/reminders/hearten-reminders")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hearten-reminders-"))
        self.env = dict(os.environ, DISPLAY=display, LC_ALL="C.UTF-8", TZ="UTC", XDG_STATE_HOME=str(self.folder / "state"),
                        XDG_RUNTIME_DIR=str(self.folder), HOME=str(self.folder))
        (self.folder / "bus.conf").write_text(BUS.format(folder=self.folder))
        bus = subprocess.Popen(["dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--print-address=1"],
                               env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.helpers = [bus]

    def start_dunst(self):
        script = self.folder / "log"
        script.write_text(f"#!/bin/sh\ndate +%s.%N >>{self.folder}/shown\n")
        script.chmod(0o755)
        (self.folder / "dunstrc").write_text(f'[global]\nnotification_limit = 0\n[log]\nsummary = "*"\nscript = {script}\n')
        self.helpers.append(subprocess.Popen(["dunst", "-conf", str(self.folder / "dunstrc")], env=self.env,
                                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        time.sleep(1)

    def stop(self):
        for helper in reversed(self.helpers):
            helper.terminate()
            helper.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def begin(self, times, **env):
        """The service with a fresh state and one reminder at those times of day."""
        shutil.rmtree(self.folder / "state", ignore_errors=True)
        (self.folder / "state/hearten").mkdir(parents=True, mode=0o700)
        (self.folder / "shown").unlink(missing_ok=True)
        (self.folder / "state/hearten/schedule.json").write_text(json.dumps(
            {"fmt": "hearten-schedule", "v": 1,
             "reminders": [{"id": "bench", "body": "A quiet moment", "rule": {"repeat": "daily", "times": times}}]}))
        return subprocess.Popen([self.program], env={**self.env, **env}, stdin=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)

    def end(self, process):
        process.send_signal(signal.SIGCONT)
        process.terminate()
        process.wait()
        subprocess.run(["dunstctl", "close-all"], env=self.env, capture_output=True, check=False)

    def wait_shown(self, seconds=20):
        path = self.folder / "shown"
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if path.exists() and (text := path.read_text()).endswith("\n"):
                return float(text.splitlines()[0])
            time.sleep(0.005)
        raise RuntimeError("no reminder came")

    def begin_soon(self, library, ahead=AHEAD):
        """The service, and the real time of the instant for which its clock has a reminder."""
        now = time.time()
        offset = math.floor((60 - now % 60 - ahead) * 1000) / 1000
        due = now + ahead
        due = 60 * round((due + offset) / 60) - offset
        clock = time.strftime("%H:%M", time.gmtime(due + offset))
        process = self.begin([clock], LD_PRELOAD=library, FAKETIME=f"{offset:+.3f}s", FAKETIME_DONT_FAKE_MONOTONIC="1")
        return process, due


def pss(pid):
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the kernel does not tell the memory")


def switches(pid):
    """How often each of its threads was woken."""
    woken = {}
    for status in pathlib.Path(f"/proc/{pid}/task").glob("*/status"):
        woken[status.parent.name] = sum(int(line.split()[1]) for line in status.read_text().splitlines()
                                        if line.startswith("voluntary_ctxt_switches:"))
    return woken


def count_wakes(pid, seconds):
    before = switches(pid)
    time.sleep(seconds)
    return sum(count - before.get(thread, 0) for thread, count in switches(pid).items())


def over_now():
    """A time of day that today has behind it, and the time when today has not just begun."""
    return time.strftime("%H:%M", time.gmtime(time.time() - 3600)) if time.gmtime().tm_hour > 1 else "23:59"


def measure_memory(room):
    process = room.begin([over_now()])
    time.sleep(3)
    try:
        return pss(process.pid)
    finally:
        room.end(process)


def measure_idle(room):
    """Wake-ups a minute with nothing due today, once the threads of the start have ended."""
    process = room.begin([over_now()])
    time.sleep(SETTLE_SECONDS)
    try:
        return count_wakes(process.pid, IDLE_SECONDS) * 60 / IDLE_SECONDS
    finally:
        room.end(process)


def measure_after_one(room):
    process = room.begin([time.strftime("%H:%M", time.gmtime())])
    try:
        room.wait_shown()
        time.sleep(1)
        return pss(process.pid)
    finally:
        room.end(process)


def measure_delivery(room, library):
    late = []
    for _ in range(ROUNDS):
        process, due = room.begin_soon(library)
        try:
            late.append((room.wait_shown() - due) * 1000)
        finally:
            room.end(process)
    return late


def measure_resume(room, library):
    """From going on to being shown; the computer slept over the time and three seconds more."""
    late = []
    for _ in range(RESUMES):
        process, due = room.begin_soon(library, 2.5)
        try:
            time.sleep(1)
            process.send_signal(signal.SIGSTOP)
            time.sleep(due + 3 - time.time())
            process.send_signal(signal.SIGCONT)
            begin = time.time()
            late.append(room.wait_shown() - begin)
        finally:
            room.end(process)
    return max(late)


def measure_year(build):
    """What the test of a year takes of the processor, however busy the machine is."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(build / "tests/reminders/test-reminders-year")], stdout=subprocess.DEVNULL, check=True,
                   env=dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC"))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure_all(build, display):
    """Yields name, value, unit, bound."""
    library = next(iter(glob.glob("/usr/lib*/**/libfaketime.so.1", recursive=True)), None)
    room = Room(build, display)
    try:
        yield "reminder service alone, memory", measure_memory(room), "MB", 4
        yield "reminder service, wake-ups while nothing is due", measure_idle(room), "/min", 0
        room.start_dunst()
        yield "reminder service beside dunst, memory", measure_memory(room), "MB", 4
        yield "reminder service after a notification, memory", measure_after_one(room), "MB", 4
        if library:
            late = sorted(measure_delivery(room, library))
            yield "reminder later than its minute, median", statistics.median(late), "ms", 250
            yield f"reminder later than its minute, worst of {ROUNDS}", late[-1], "ms", 1000
            yield "reminder earlier than its minute", max(0, -late[0]), "ms", 0
            yield "reminder after going on (SIGSTOP), worst", measure_resume(room, library), "s", 5
    finally:
        room.stop()
    plan = [float(subprocess.run([str(build / "tests/bench/plan")], capture_output=True, text=True, check=True).stdout)
            for _ in range(5)]
    yield "10 000 reminders planned, CPU", statistics.median(plan), "ms", 50
    yield "a year of the service with 460 000 looks at the clock, CPU", measure_year(build), "s", 5
