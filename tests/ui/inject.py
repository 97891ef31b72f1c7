#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""System calls of the running program fail: “Not saved” is shown, the file is the old or the new one, and as soon as the
fault is over everything is saved."""

import json
import os
import pathlib
import re
import shutil
import subprocess

from rig import expect, wait_for
from story import Skip, tell

# What the workers that write call for one save, and how it may fail.
ONCE = [("openat", "EROFS"), ("openat", "EIO"), ("write", "ENOSPC"), ("write", "EIO"), ("fsync", "EIO"), ("fsync", "ENOSPC"),
        ("pread64", "EIO"), ("rename", "EIO"), ("rename", "EROFS"), ("close", "EIO")]
FOR_A_WHILE = [("openat", "EROFS"), ("openat", "EMFILE"), ("write", "ENOSPC"), ("write", "EIO"), ("fsync", "EIO"), ("fsync", "ENOSPC"),
               ("pread64", "EIO"), ("rename", "ENOSPC"), ("rename", "EROFS")]


def worker_threads(pid):
    """The threads that read and write files, and the one that makes new ones; never the one of the window."""
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        try:
            if task.name != str(pid) and (task / "comm").read_text().startswith("pool-"):
                found.append(task.name)
        except OSError:
            continue
    return found


def other_fds(pid):
    """What is no file: wake-ups and sockets, on which the workers write too."""
    found = []
    for fd in pathlib.Path(f"/proc/{pid}/fd").iterdir():
        try:
            if not os.readlink(fd).startswith("/"):
                found.append(fd.name)
        except OSError:
            continue
    return ",".join(found)


class Fault:
    """Lets a call of the workers fail for a while."""

    def __init__(self, stage, app, call, error, once):
        self.log = stage.desktop.folder / "trace"
        when = ":when=1" if once else ""
        threads = worker_threads(app.process.pid)
        expect(threads, "no thread writes files")
        self.threads = [word for thread in threads for word in ("-p", thread)]
        calls = "rename,renameat,renameat2" if call == "rename" else call
        self.argv = ["strace", "-f", "-y", "-o", str(self.log), "-e", f"trace={calls}", "-e", f"inject={calls}:error={error}{when}"]
        if call in ("write", "close"):
            self.argv.append(f"--trace-fds=!{other_fds(app.process.pid)}")

    def __enter__(self):
        self.log.unlink(missing_ok=True)
        self.process = subprocess.Popen([*self.argv, *self.threads], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        wait_for(self.is_attached, "strace does not attach")
        return self

    def is_attached(self):
        if self.process.poll() is not None:
            raise Skip(f"strace may not attach here: {self.process.stderr.read().decode().strip()}")
        return all(re.search(r"^TracerPid:\s+[1-9]", pathlib.Path(f"/proc/{thread}/status").read_text(), re.M)
                   for thread in self.threads[1::2] if os.path.exists(f"/proc/{thread}"))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)

    def strikes(self):
        """How often it failed on a file of the journal or on one of this device's notes, which are written before."""
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return sum("(INJECTED)" in line and re.search("(data|state)/hearten", line) is not None for line in lines)


def body(stage):
    """What the one page of the journal is on the disk: it must be whole at any moment."""
    pages = list(stage.desktop.records.glob("journal/*/*.json"))
    expect(len(pages) == 1, f"there are {len(pages)} pages")
    return json.loads(pages[0].read_text(encoding="utf-8"))["body"]


def strike(stage, app, page, call, error, once):
    """Types while the call fails; returns how often it did."""
    old = page.text()
    words = f" {call} {error}."
    with Fault(stage, app, call, error, once) as fault:
        app.type(words)
        if once:
            wait_for(fault.strikes, f"{call} was never called", 10)
        else:
            app.find_words("^Not saved: ", 10)
            expect(body(stage) in (old, old + words), f"{call} {error}: on the disk is “{body(stage)}”")
            app.find_words("Your words are still here")
            wait_for(lambda: fault.strikes() > 1, f"{call} {error}: it is not tried again", 15)
            app.find_words("^Not saved: ")
        strikes = fault.strikes()
    app.find_words("^Saved$", 20)
    expect(body(stage) == old + words, f"{call} {error}: saved is “{body(stage)}”, not “{old + words}”")
    return strikes


def every_call_fails(stage):
    if not shutil.which("strace"):
        raise Skip("strace is not installed")
    app = stage.start_ready("--new-entry")
    page = app.find("text", "Text")
    app.click(page)
    app.type("Begin.")
    app.find_words("^Saved$")
    tried = strikes = 0
    for once, faults in ((True, ONCE), (False, FOR_A_WHILE)):
        for call, error in faults:
            strikes += strike(stage, app, page, call, error, once)
            tried += 1
    check = stage.desktop.hearten("--check")
    expect(check.returncode == 0, f"--check says {check.stdout}")
    words = page.text()
    app.quit()
    expect(body(stage) == words, "something changed at the end")
    print(f"# {tried} faults tried, {tried} survived; {strikes} calls failed")


tell(every_call_fails)
