#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes up a journal of any size, always the same one: `lifetime.py FOLDER N` writes N entries of ten years.

The same entries can be written as RedNotebook and Lifeograph keep them, with --as."""

import argparse
import datetime
import json
import pathlib
import random
import zlib

SEED = 20260817
END = datetime.datetime(2026, 11, 1, tzinfo=datetime.timezone.utc)
YEARS = 10
TIPS = 22
DEVICES = "0a1b2c3d4e5f6071", "7f3e2d1c0b9a8877"
OPENINGS = ("This morning", "After work", "On the way home", "Tonight", "Before breakfast", "At my sister’s", "In the café",
            "By the river", "After the call", "For the first time in weeks", "Again", "Half asleep", "À midi", "Im Regen")
SUBJECTS = ("I", "we", "the dog", "my brother", "somebody on the tram", "the neighbour", "Zoë", "my hands", "the old letters",
            "that song", "the kitchen", "everyone at the table")
DEEDS = ("walked further than planned", "said less than usual", "laughed about something small", "kept quiet for an hour",
         "looked at the empty shelf", "cooked for one and did not mind", "forgot to look at the phone", "cried, and then it was over",
         "moved the chair to the window", "slept through the alarm", "wrote three pages and tore up two", "felt nothing much",
         "remembered the sea", "was kinder than necessary", "counted the days and stopped counting")
ENDINGS = ("and that was enough", "which I did not expect", "though it still hurts", "and nobody asked why", "as if it were nothing",
           "until it got dark", "and I want to keep that", "but not like last month", "even so", "and the tea was cold by then",
           "– a small thing – but mine", "and I noticed", "… and then we went home")
WORDS = ("walk", "sleep", "family", "work", "letters", "quiet", "friends", "rain", "garden", "music")


def make_sentence(rng):
    return f"{rng.choice(OPENINGS)} {rng.choice(SUBJECTS)} {rng.choice(DEEDS)}, {rng.choice(ENDINGS)}."


class Entry:
    """One page: what each of the programs can keep of it."""

    __slots__ = ("time", "title", "body", "mood", "starred", "tip", "tags", "id")

    def __init__(self, rng, sentences, time):
        self.time = time
        self.title = rng.choice(sentences).split(",")[0] if rng.random() < 0.6 else ""
        count = max(1, min(60, int(rng.lognormvariate(1.8, 0.6))))
        chosen = rng.choices(sentences, k=count)
        self.body = "\n\n".join(" ".join(chosen[i:i + 4]) for i in range(0, count, 4))
        self.mood = rng.choice((None, -2, -1, -1, 0, 0, 1, 1, 2))
        self.starred = rng.random() < 0.03
        self.tip = f"tip-{rng.randint(1, TIPS):02}" if rng.random() < 0.1 else None
        self.tags = rng.sample(WORDS, rng.choice((0, 0, 1, 2)))
        self.id = make_id(rng, time)


def make_id(rng, time):
    """A UUID of version 7, as hearten_id_new() makes it."""
    bits = int(time.timestamp() * 1000) << 80 | 7 << 76 | rng.getrandbits(12) << 64 | 2 << 62 | rng.getrandbits(62)
    digits = f"{bits:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def make_entries(n):
    """Oldest first."""
    rng = random.Random(SEED)
    sentences = [make_sentence(rng) for _ in range(3000)]
    seconds = sorted(rng.uniform(0, YEARS * 365.25 * 86400) for _ in range(n))
    start = END - datetime.timedelta(days=YEARS * 365.25)
    for second in seconds:
        yield Entry(rng, sentences, (start + datetime.timedelta(seconds=second)).replace(microsecond=0))


def record(id, kind, time, device, counter, members):
    """The bytes that Hearten itself would write."""
    header = {"id": id, "kind": kind, "v": 1, "created": time.astimezone(datetime.timezone(datetime.timedelta(hours=1))).isoformat(),
              "modified": time.strftime("%Y-%m-%dT%H:%M:%SZ"), "revision": {device: counter}}
    text = json.dumps({**header, **members}, ensure_ascii=False, indent=2, separators=(",", " : "))
    return text.encode() + b"\n"


def write_record(folder, kind, id, time, data, made):
    place = f"{folder}/{kind}/{time:%Y-%m}"
    if place not in made:
        pathlib.Path(place).mkdir(parents=True, mode=0o700)
        made.add(place)
    with open(f"{place}/{id}.json", "wb", buffering=0) as file:
        file.write(data)


def write_hearten(folder, n):
    made = set()
    rng = random.Random(SEED + 1)
    day = None
    folder.mkdir(parents=True, mode=0o700)
    (folder / "hearten.json").write_text('{\n  "fmt" : "hearten",\n  "v" : 1,\n  "store" : "%s"\n}\n' % make_id(rng, END))
    for entry in make_entries(n):
        members = {"title": entry.title, "body": entry.body, "mood": entry.mood, "starred": entry.starred, "tip": entry.tip}
        device, counter = DEVICES[rng.random() < 0.3], rng.randint(1, 9)
        data = record(entry.id, "entry", entry.time, device, counter, {k: v for k, v in members.items() if v or v == 0 and v is not False})
        write_record(folder, "journal", entry.id, entry.time, data, made)
        if entry.time.date() != day and rng.random() < 0.7:
            day = entry.time.date()
            id = make_id(rng, entry.time)
            data = record(id, "weather", entry.time, device, 1, {"day": day.isoformat(), "mood": rng.randint(-2, 2)})
            write_record(folder, "weather", id, entry.time, data, made)
    for tip in range(1, TIPS + 1 if n else 1):
        id = make_id(rng, END)
        data = record(id, "practice", END, DEVICES[0], 1, {"tip": f"tip-{tip:02}", "state": "begun"})
        write_record(folder, "practice", id, END, data, made)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="must not be there yet")
    parser.add_argument("n", type=int, help="how many entries")
    arguments = parser.parse_args()
    write_hearten(arguments.folder, arguments.n)


if __name__ == "__main__":
    main()
