#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two devices share the folder by Syncthing, meet and part: no typed sentence is lost.

A seed may be given in HEARTEN_SEED, the number of random rounds in HEARTEN_ROUNDS.
"""

import itertools
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

from syncthing import Pair, wait_for

DEVICE = os.environ["HEARTEN_DEVICE"]
ROUNDS = int(os.environ.get("HEARTEN_ROUNDS", "50"))
SEED = int(os.environ.get("HEARTEN_SEED", time.time_ns() % 1000000))


def expect(truth, message):
    if not truth:
        raise AssertionError(message() if callable(message) else message)


class Device:
    """One Hearten: its folders, and its core while it runs."""

    def __init__(self, place, name):
        self.name = name
        self.home = pathlib.Path(place) / name
        self.records = self.home / "data/hearten"
        self.records.mkdir(parents=True, mode=0o700)
        self.process = None
        self.sentences = itertools.count(1)

    def start(self):
        self.log = open(self.home / "log", "ab")
        self.process = subprocess.Popen([DEVICE, str(self.records), str(self.home / "state")], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self.log, text=True, bufsize=1)
        expect(self.process.stdout.readline().strip() == "ready", f"{self.name} does not start: {self.output()}")

    def output(self):
        return (self.home / "log").read_text(errors="replace")

    def stop(self):
        if self.process:
            expect(self.tell("flush") == "saved", f"{self.name} did not save")
            self.process.stdin.close()
            code = self.process.wait(30)
            self.log.close()
            self.process = None
            expect(code == 0, f"{self.name} ended with {code}: {self.output()}")

    def kill(self):
        """As a power cut for the program."""
        if self.process:
            self.process.kill()
            self.process.wait(10)
            self.log.close()
            self.process = None

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        answer = self.process.stdout.readline().rstrip("\n")
        expect(answer != "", f"{self.name} does not answer to “{line}”: {self.output()[-2000:]}")
        return answer

    def sentence(self):
        return f"Sentence {next(self.sentences)} of {self.name}."

    def new(self):
        words = self.sentence()
        return self.tell(f"new {words}"), words

    def add(self, page):
        words = self.sentence()
        answer = self.tell(f"add {page} {words}")
        return words if answer == "done" else None

    def flush(self):
        expect(self.tell("flush") == "saved", f"{self.name} did not save")

    def list(self):
        """{id: record}, as the program has it now."""
        return {record["id"]: record for record in json.loads(self.tell("list"))}

    def texts(self):
        return json.dumps(self.list(), ensure_ascii=False)


def bodies(record):
    """All texts of a record: of the shown version and of those beside it."""
    return [one.get("body", "") for one in [record, *record.get("versions", [])]]


class World:
    def __init__(self):
        self.place = tempfile.TemporaryDirectory(prefix="hearten-sync-")
        self.devices = [Device(self.place.name, name) for name in ("A", "B")]
        self.pair = None

    def __enter__(self):
        self.pair = Pair(self.place.name, [device.records for device in self.devices])
        for device in self.devices:
            device.start()
        return self

    def __exit__(self, *_):
        for device in self.devices:
            device.kill()
        if self.pair:
            self.pair.stop()
        self.place.cleanup()

    def converge(self, seconds=30):
        """Waits until nothing is under way and both programs have the same."""
        a, b = self.devices
        for device in self.devices:
            device.flush()
        self.pair.scan()
        wait_for(lambda: self.pair.is_quiet() and a.list() == b.list() and self.pair.is_quiet(), self.describe, seconds)
        return a.list()

    def describe(self):
        a, b = (device.list() for device in self.devices)
        different = [page for page in a.keys() | b.keys() if a.get(page) != b.get(page)]
        files = [sorted(str(path.relative_to(device.records)) for path in device.records.rglob("*.json") if path.is_file())
                 for device in self.devices]
        return (f"they stay different in {different[:3]}: {[(a.get(page), b.get(page)) for page in different[:1]]}; "
                f"quiet: {self.pair.is_quiet()}; files: {[set(files[0]) ^ set(files[1])]}")


def created_on_one_appears_on_the_other(world):
    a, b = world.devices
    page, words = a.new()
    found = world.converge()
    expect(bodies(found[page]) == [words], f"found: {found}")
    more = b.add(page)
    found = world.converge()
    expect(bodies(found[page]) == [f"{words}\n{more}"], f"found: {found}")


def edits_on_both_end_as_two_versions(world):
    a, b = world.devices
    page, words = a.new()
    world.converge()
    world.pair.part()
    one, other = a.add(page), b.add(page)
    for device in world.devices:
        device.flush()
    world.pair.meet()
    found = world.converge()
    expect(sorted(bodies(found[page])) == sorted([f"{words}\n{one}", f"{words}\n{other}"]), f"found: {found[page]}")
    expect_no_copies(world)


def deleting_against_editing_keeps_the_edit(world):
    a, b = world.devices
    page, words = a.new()
    world.converge()
    world.pair.part()
    expect(a.tell(f"delete {page}") == "done", "it cannot be deleted")
    more = b.add(page)
    for device in world.devices:
        device.flush()
    world.pair.meet()
    found = world.converge()[page]
    expect("deleted" not in found and f"{words}\n{more}" in bodies(found), f"found: {found}")


def expect_no_copies(world):
    """Each copy goes as soon as what it says is in the record's own file. Of hearten.json, which each device made for itself
    before they met, Syncthing's copy stays: it holds no words. What begins with a dot is Syncthing's own."""
    def look():
        return [str(path) for device in world.devices for path in device.records.glob("*/*/[!.]*sync-conflict*")]
    wait_for(lambda: not look() and world.pair.is_quiet(), lambda: f"there still is {look()}", 30)


def one_round(world, chance, typed):
    """Each device does something, now and then unknown to the other, and now and then it is killed."""
    apart = chance.random() < 0.6
    if apart:
        world.pair.part()
    for device in chance.sample(world.devices, 2):
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            do_something(device, chance, typed)
        device.flush()
        what = chance.random()
        if what < 0.1:
            device.kill()
            device.start()
        elif what < 0.2:
            device.stop()
            device.start()
    if apart:
        world.pair.meet()


def do_something(device, chance, typed):
    pages = sorted(device.list())
    what = chance.random()
    if what < 0.2 or not pages:
        typed.append(device.new()[1])
    elif what < 0.8:
        # Mostly the same few pages, so that they meet.
        words = device.add(chance.choice(pages[-4:]))
        if words:
            typed.append(words)
    elif what < 0.92:
        device.tell(f"delete {chance.choice(pages[-4:])}")
    else:
        device.tell(f"restore {chance.choice(pages)}")


def random_rounds(world):
    chance = random.Random(SEED)
    typed = []
    for number in range(1, ROUNDS + 1):
        one_round(world, chance, typed)
        found = world.converge()
        words = [body.split("\n") for record in found.values() for body in bodies(record)]
        present = {line for lines in words for line in lines}
        lost = [line for line in typed if line not in present]
        expect(not lost, lambda: f"seed {SEED}, round {number}: lost {lost}; {found}")
    versions = sum(len(bodies(record)) > 1 for record in found.values())
    expect_no_copies(world)
    print(f"# seed {SEED}: {ROUNDS} rounds, {len(typed)} sentences, {len(found)} pages, {versions} of them with versions")
    expect(len(typed) >= ROUNDS, f"only {len(typed)} sentences were typed")


def main():
    parts = [created_on_one_appears_on_the_other, edits_on_both_end_as_two_versions,
             deleting_against_editing_keeps_the_edit, random_rounds]
    if not shutil.which("syncthing"):
        print("1..0 # SKIP syncthing is not installed")
        return 0
    only = os.environ.get("HEARTEN_PART", "")
    parts = [part for part in parts if only in part.__name__]
    print(f"1..{len(parts)}", flush=True)
    whole = True
    with World() as world:
        for number, part in enumerate(parts, 1):
            name = part.__name__.replace("_", "-")
            begin = time.monotonic()
            try:
                part(world)
                print(f"ok {number} {name}\n# {time.monotonic() - begin:.1f} s", flush=True)
            except AssertionError as error:
                whole = False
                print(f"not ok {number} {name}\n# {error}", flush=True)
            except Exception:
                whole = False
                print(f"not ok {number} {name}\n# " + traceback.format_exc().replace("\n", "\n# "), flush=True)
    return 0 if whole else 1


sys.exit(main())
