# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells when a program has nothing more to do."""

import os
import pathlib
import time

PATIENCE = 600
QUIET = 1.0  # seconds in which hardly anything is computed
HARDLY = 0.05
TICK = os.sysconf("SC_CLK_TCK")


def find_tree(pid):
    found = [pid]
    for parent in found:
        for children in pathlib.Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def computed(pid):
    """Seconds of processor time of a process and its children."""
    total = 0
    for one in find_tree(pid):
        try:
            fields = pathlib.Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def until_quiet(process):
    """Milliseconds until the process hardly computes for a second, and what it computed until then."""
    begin = mark = time.monotonic()
    spent = computed(process.pid)
    while time.monotonic() - mark < QUIET:
        if time.monotonic() - begin > PATIENCE or process.poll() is not None:
            raise RuntimeError("it does not become quiet, or has ended")
        time.sleep(0.02)
        now = computed(process.pid)
        if now - spent > HARDLY:
            mark, spent = time.monotonic(), now
    return (mark - begin) * 1000
