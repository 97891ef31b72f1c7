#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""hearten --check --repair: moves what is damaged out of the way, and never loses a byte."""

import collections
import json
import os
import shutil
import subprocess
import sys

from home import APP, SOURCE, STORES, Home, Skip, expect, tell

sys.path.append(str(SOURCE / "tests/ui"))
from mounts import NoMounts, fill, go_apart, mount_small, remount  # noqa: E402

GOLDEN = STORES / "v1"
EXPECTED = json.loads(GOLDEN.with_suffix(".json").read_text(encoding="utf-8"))
ID = "01a1fa8b-5e00-7000-8a1b-{:012x}"
FAULTS = [(call, fault) for call in ("renameat2", "fsync", "mkdir", "openat") for fault in ("error=EIO", "error=ENOSPC")]


def put(home, number, text, folder="journal/2026-11", ending=""):
    path = home.records / folder / f"{ID.format(number)}.json{ending}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path.relative_to(home.records))


def asides(home):
    """What was moved: {own path: contents}, of all repairs together."""
    return {path.split("/", 2)[2]: data for path, data in home.files().items() if path.startswith("aside/")}


def every_byte(home):
    """The contents of all files, and where each was before any repair."""
    return collections.Counter((path.split("/", 2)[2] if path.startswith("aside/") else path, data)
                               for path, data in home.files().items())


def dry(home):
    before = home.files()
    result = home.hearten("--check", ends=(1,))
    expect("With --repair" in result.stdout, f"it says nothing of a repair: {result.stdout}")
    for path in EXPECTED["damaged"]:
        expect(f"\n  {path}\n" in result.stdout, f"{path} is not in the plan: {result.stdout}")
    expect(home.files() == before, "a look changed something")


def all_damaged_files():
    with Home(GOLDEN) as home:
        home.age()
        before = home.files()
        dry(home)
        result = home.hearten("--check", "--repair", ends=(0,))
        expect("Moved into aside/" in result.stdout and "Everything in it is whole." in result.stdout, result.stdout)
        expect(set(asides(home)) == set(EXPECTED["damaged"]), f"moved: {set(asides(home)) ^ set(EXPECTED['damaged'])}")
        expect(all(before[path] == data for path, data in asides(home).items()), "a moved file was changed")
        rest = {path: data for path, data in home.files().items() if not path.startswith("aside/")}
        expect(rest == {path: data for path, data in before.items() if path not in EXPECTED["damaged"]}, "more was touched")
        again = home.files()
        home.hearten("--check", "--repair", ends=(0,))
        expect(home.files() == again and len(os.listdir(home.records / "aside")) == 1, "a second repair did something")


def twice_the_same_name():
    with Home() as home:
        for text in ("{ first", "{ second", "{ third"):
            put(home, 1, text)
            home.age()
            home.hearten("--check", "--repair", ends=(0,))
        found = sorted(data for path, data in home.files().items() if path.startswith("aside/"))
        expect(found == [b"{ first", b"{ second", b"{ third"], f"found: {found}")


def what_stays():
    with Home() as home:
        newer = put(home, 1, json.dumps({"id": ID.format(1), "kind": "entry", "v": 2, "body": ["of a later kind"]}))
        (home.records / "hearten.json").write_text("{")
        home.age()
        young = put(home, 2, "")
        gone = home.records / "journal/2026-11" / f"{ID.format(3)}.json"
        gone.symlink_to("/nowhere")
        before = home.files()
        result = home.hearten("--check", "--repair", ends=(1,))
        for path, why in ((newer, "newer version"), (young, "less than a minute"), (str(gone.relative_to(home.records)), "No such"),
                          ("hearten.json", "can be read without it")):
            expect(any(path in line and why in line for line in result.stdout.splitlines()), f"{path}: {result.stdout}")
        expect(home.files() == before, "something was moved")


def half_written_files():
    with Home() as home:
        page = put(home, 1, json.dumps({"id": ID.format(1), "kind": "entry", "v": 1, "body": "whole"}))
        old = put(home, 1, '{"id": "half', ending=".0123abcd~")
        mine = put(home, 1, "of some editor", ending="~")
        home.age()
        young = put(home, 2, '{"id": "ha', ending=".0123abcd~")
        home.hearten("--check", "--repair", ends=(0,))
        expect(list(asides(home)) == [old], f"moved: {list(asides(home))}")
        expect({page, mine, young} <= set(home.files()), "another file was moved")


def alone_it_does_nothing():
    with Home(GOLDEN) as home:
        home.age()
        before = home.files()
        result = home.hearten("--repair", ends=(2,))
        expect("--check" in result.stderr and home.files() == before, f"{result.stderr}")


def strace(home, call, what):
    if not shutil.which("strace"):
        raise Skip("strace is not installed")
    probe = home.run("strace", "-f", "-o", "/dev/null", "true")
    if probe.returncode != 0:
        raise Skip(f"strace may not trace here: {probe.stderr.strip()}")
    log = home.path / "trace"
    # Leaks cannot be looked for in a program that is traced.
    asan = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
    result = home.run("env", f"ASAN_OPTIONS={asan}", "strace", "-f", "-o", str(log), "-e", f"trace={call}", "-P", str(home.records), *paths(home),
                      "-e", f"inject={call}:{what}", APP, "--check", "--repair")
    struck = "INJECTED" in log.read_text() or "killed by SIGKILL" in log.read_text()
    return result, struck


def paths(home):
    """Only calls on these are traced, so that the loading of libraries does not count."""
    found = [path for path in home.records.rglob("*") if path.is_dir() or path.name.endswith(".json")]
    return [word for path in found for word in ("-P", str(path))] + ["-P", str(home.records / "aside")]


def three_damaged(home):
    for number in range(3):
        put(home, number, f"{{ number {number}", folder=f"journal/2026-{number + 1:02}")
    put(home, 9, json.dumps({"id": ID.format(9), "kind": "entry", "v": 1, "body": "whole"}))
    home.age()


def killed_at_each_move():
    rounds = 0
    for number in range(1, 20):
        with Home() as home:
            three_damaged(home)
            before = every_byte(home)
            _, struck = strace(home, "renameat2", f"signal=KILL:when={number}")
            expect(every_byte(home) == before, f"killed at move {number}: {every_byte(home) - before}, {before - every_byte(home)}")
            home.hearten("--check", "--repair", ends=(0,))
            expect(every_byte(home) == before and len(asides(home)) == 3, "the second repair did not do the rest")
            if not struck:
                break
            rounds += 1
    expect(rounds == 3, f"it was killed {rounds} times")
    print(f"# killed {rounds} times, nothing lost")


def each_call_fails():
    tried = 0
    for call, fault in FAULTS:
        for number in range(1, 60):
            with Home() as home:
                three_damaged(home)
                before = every_byte(home)
                result, struck = strace(home, call, f"{fault}:when={number}")
                expect(result.returncode in (0, 1, 2), f"{call} {fault} {number}: it ended with {result.returncode}")
                expect(every_byte(home) == before, f"{call} {fault} {number}: something is lost")
                expect(result.returncode != 2 or "Nothing was lost" in result.stderr or "cannot be read" in result.stderr,
                       f"{call} {fault} {number}: it says {result.stderr}")
                home.hearten("--check", "--repair", ends=(0,))
                expect(every_byte(home) == before and len(asides(home)) == 3, f"{call} {fault} {number}: not mended afterwards")
            if not struck:
                break
            tried += 1
    expect(tried > 20, f"{tried} faults")
    print(f"# {tried} faults tried, {tried} survived")


def small_disk(home, *options):
    try:
        mount_small(home.data, *options)
    except NoMounts as why:
        raise Skip(str(why)) from None


def unmount(home):
    subprocess.run(["umount", str(home.data)], check=True)


def a_disk_that_may_not_be_written():
    with Home() as home:
        small_disk(home, "size=256k")
        try:
            three_damaged(home)
            before = home.files()
            remount(home.data, "ro")
            result = home.hearten("--check", "--repair", ends=(2,))
            expect("Read-only file system" in result.stderr and "Nothing was lost" in result.stderr, result.stderr)
            expect(home.files() == before, "files were changed")
            remount(home.data, "rw")
            home.hearten("--check", "--repair", ends=(0,))
        finally:
            unmount(home)


def a_full_disk():
    """With room for some of the new folders only."""
    stopped = 0
    for inodes in range(14, 30):
        with Home() as home:
            small_disk(home, "size=256k", f"nr_inodes={inodes}")
            try:
                three_damaged(home)
                fill(home.data)
                before = every_byte(home)
                result = home.hearten("--check", "--repair", ends=(0, 2))
                stopped += result.returncode == 2
                expect(every_byte(home) == before, f"{inodes} inodes: something is lost")
                os.unlink(home.data / "filler")
                if result.returncode == 0:
                    break
            finally:
                unmount(home)
    expect(stopped > 2 and result.returncode == 0, f"it stopped {stopped} times")
    print(f"# stopped {stopped} times by a full disk, nothing lost")


go_apart()
tell(all_damaged_files, twice_the_same_name, what_stays, half_written_files, alone_it_does_nothing, killed_at_each_move,
     each_call_fails, a_disk_that_may_not_be_written, a_full_disk)
