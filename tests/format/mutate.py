#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand damaged records: none stops the program, none is written over, and each has its sentence.

A seed may be given in HEARTEN_SEED, the number of records in HEARTEN_MUTATIONS.
"""

import json
import os
import pathlib
import random
import re
import time

from home import STORES, Home, expect, tell

SEED = int(os.environ.get("HEARTEN_SEED", time.time_ns() % 1000000))
COUNT = int(os.environ.get("HEARTEN_MUTATIONS", "10000"))
PIECES = [b'"', b"{", b"}", b"[", b"]", b",", b":", b"null", b"\\u0000", b"\xff", b"\0", b"1e999", b"-", b"\xf0\x9f\x8c\xa7", b"true",
          b"2026-02-30", b"9999-12-31T23:59:59Z", b'"id"', b'"kind"', b'"v":2', b'"versions":[{}]', b"[[[[[[[[[[[[[[[[[[", b"\\", b"//"]


def golden_records():
    """(folder, text) of every record of the golden stores that can be read."""
    for store in sorted(path for path in STORES.iterdir() if path.is_dir()):
        for path in json.loads(store.with_suffix(".json").read_text(encoding="utf-8"))["records"]:
            yield pathlib.Path(path).parts[0], (store / path).read_bytes()


def mutate(data, chance):
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        place, length = chance.randrange(len(data) + 1), chance.randrange(1, 40)
        data = chance.choice((
            lambda: data[:place],
            lambda: data[:place] + data[place + length:],
            lambda: data[:place] + chance.choice(PIECES) + data[place:],
            lambda: data[:place] + chance.choice(PIECES) + data[place + length:],
            lambda: data[:place] + bytes([chance.randrange(256)]) + data[place + 1:],
            lambda: data[:place] + data[chance.randrange(len(data) + 1):][:length] + data[place:],
            lambda: data[:place] + b"\0" * length + data[place + length:],
            lambda: re.sub(rb'"[a-z]+"', lambda name: chance.choice((name[0], name[0].upper(), b'"x"')), data),
            lambda: re.sub(rb": [^\n]*", lambda value: chance.choice((value[0], value[0], b": 1,", b": [],", b': "x",')), data)))()
    return data


def ten_thousand_damaged_records():
    chance = random.Random(SEED)
    golden = list(golden_records())
    with Home() as home:
        for number in range(COUNT):
            folder, data = chance.choice(golden)
            id_ = f"{int(time.time() * 1000) - number:012x}"
            id_ = f"{id_[:8]}-{id_[8:]}-7000-8a1b-{number:012x}"
            data = re.sub(rb'("id"\s*:\s*)"[0-9a-f-]{36}"', rb'\1"' + id_.encode() + b'"', data)
            path = home.records / folder / "2026-11" / f"{id_}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(mutate(data, chance))
        before = home.files()
        check = home.hearten("--check", ends=(1,))
        noted, _, rest = check.stdout.partition("These could not be read")
        refused = re.split("With --repair|A repair leaves", rest)[0]
        damaged = dict(re.findall(r"^  (\S+?/.*?\.json): (\S.*)$", refused, re.M))
        # Neither refused nor counted: what may still be on its way, and the copies of a record that is counted once.
        damaged |= dict(re.findall(r"^  (\S+?/.*?\.json): ((?:still empty|a copy of).*)$", noted, re.M))
        whole = sum(int(count) for line in re.findall(r"^\S+ +(\d+) +in the trash (\d+) +deleted for good (\d+)$", check.stdout, re.M)
                    for count in line)
        expect(whole > 0 and len(damaged) + whole == COUNT, f"seed {SEED}: {len(damaged)} damaged, {whole} whole of {COUNT}")
        exported = home.export()
        expect(home.files() == before, f"seed {SEED}: looking changed a file")
        home.age()
        home.hearten("--check", "--repair")
        after = {path.split("/", 2)[2] if path.startswith("aside/") else path: data for path, data in home.files().items()}
        expect(after == before, f"seed {SEED}: the repair lost or changed something")
        expect(home.export().keys() == exported.keys(), f"seed {SEED}: the repair took a readable record away")
        print(f"# seed {SEED}: {COUNT} mutated records, {len(damaged)} refused with a sentence, {whole} read; nothing changed")


tell(ten_thousand_damaged_records)
