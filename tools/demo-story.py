#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a made-up story of ninety days, ending today, as Hearten keeps it.

Usage: demo-story.py DATA_HOME      (the records go to DATA_HOME/hearten)

The words are in demo-story.txt; a seed makes each run tell the same story.
"""

import datetime
import json
import os
import pathlib
import random
import re
import sys

HEADER = re.compile(r"@ (-?\d+) (\d\d):(\d\d)(.*)")
DEVICE = "00d0000000000001"
FEELINGS = {-2: ["lonely", "tired", "longing"], -1: ["tired", "sad", "restless"], 0: ["tired", "calm"],
            1: ["calm", "curious"], 2: ["light", "grateful"]}
PRACTICES = {"tip-01": ("practised", -30), "tip-11": ("practised", -11), "tip-21": ("begun", -6),
             "tip-02": ("practised", -2), "tip-09": ("practised", -50), "tip-15": ("begun", 0),
             "tip-16": ("begun", -37), "tip-17": ("begun", -68), "tip-22": ("begun", -22)}


class Story:
    """Makes records in the past, seen from now and in the local zone."""

    def __init__(self, folder):
        self.folder = folder
        self.random = random.Random(90)
        self.now = datetime.datetime.now().astimezone().replace(microsecond=0)

    def day(self, days):
        return (self.now + datetime.timedelta(days)).date()

    def at(self, days, hour, minute):
        time = datetime.datetime.combine(self.day(days), datetime.time(hour, minute)).astimezone()
        return min(time, self.now - datetime.timedelta(minutes=1))

    def new_id(self, time):
        """UUIDv7: the time in milliseconds, then random bits."""
        number = int(time.timestamp() * 1000) << 80 | self.random.getrandbits(80)
        number = number & ~(0xF << 76) | 7 << 76
        number = number & ~(3 << 62) | 2 << 62
        text = f"{number:032x}"
        return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])

    def write(self, kind, folder, time, members):
        utc = time.astimezone(datetime.timezone.utc)
        record = {"id": self.new_id(time), "kind": kind, "v": 1, "created": time.isoformat(),
                  "modified": utc.isoformat().replace("+00:00", "Z"), "revision": {DEVICE: 1}}
        record |= {name: value for name, value in members.items() if value not in (None, "")}
        month = self.folder / folder / utc.strftime("%Y-%m")
        make_folder(month)
        write_file(month / f"{record['id']}.json", record)


def make_folder(path):
    for part in [*reversed(path.parents), path]:
        part.mkdir(mode=0o700, exist_ok=True)


def write_file(path, content):
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=2)
        file.write("\n")


def read_pages():
    """Per page of demo-story.txt: its header as a match, its title, its words."""
    text = pathlib.Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    for page in text.split("\n@")[1:]:
        header, _, words = ("@" + page).partition("\n")
        title = None
        if words.startswith("= "):
            title, _, words = words[2:].partition("\n")
        yield HEADER.match(header), title, words.strip()


def write_journal(story):
    """Returns the mood of each day that has a page."""
    moods = {}
    for header, title, words in read_pages():
        day, hour, minute = (int(part) for part in header.groups()[:3])
        options = dict(option.partition("=")[::2] for option in header[4].split())
        moods[day] = int(options["mood"])
        story.write("entry", "journal", story.at(day, hour, minute),
                    {"title": title, "body": words, "mood": moods[day], "starred": "star" in options or None,
                     "tip": options.get("tip")})
    return moods


def write_weather(story, moods):
    """On most days; between pages it drifts around the last mood."""
    mood = -2
    for day in range(-89, 1):
        mood = moods.get(day, mood)
        if day in moods or story.random.random() < 0.75:
            shown = max(-2, min(2, mood + (0 if day in moods else story.random.choice([-1, 0, 0, 1]))))
            feelings = FEELINGS[shown][:story.random.choice([0, 0, 1, 2])]
            story.write("weather", "weather", story.at(day, 21, story.random.randrange(60)),
                        {"day": str(story.day(day)), "mood": shown, "feelings": feelings or None})


def write_rest(story):
    for tip, (state, day) in PRACTICES.items():
        story.write("practice", "practice", story.at(day, 20, 30),
                    {"tip": tip, "state": state, "last": str(story.day(day))})
    story.write("space", "space", story.at(-75, 20, 15),
                {"started": str(story.day(-75)), "days": 21, "ended": str(story.day(-58)),
                 "reason": "Robin asked for time in which nobody has to answer."})
    story.write("space", "space", story.at(-11, 20, 20),
                {"started": str(story.day(-11)), "days": 30,
                 "reason": "I want to hear what I think when nobody is about to answer."})
    story.write("situation", "situation", story.at(-89, 22, 0),
                {"contact": "space", "hope": "not-sure", "name": "Robin"})
    write_reminder(story, -88, "patience", "21:00", "Nothing has to be decided today. Take a slow breath.", "today")
    write_reminder(story, -11, "space", "08:30", "Giving room is something you do. Today counts too.", "space")
    write_reminder(story, -40, None, "18:15", "Ten minutes outside, with or without rain.", "journal", False)


def write_reminder(story, day, purpose, clock, text, page, enabled=True):
    story.write("reminder", "reminders", story.at(day, 19, 0),
                {"text": text, "purpose": purpose, "rule": {"repeat": "daily", "times": [clock]}, "enabled": enabled,
                 "page": page})


def main():
    if len(sys.argv) != 2:
        sys.exit("Usage: demo-story.py DATA_HOME")
    folder = pathlib.Path(sys.argv[1]).absolute() / "hearten"
    if folder.exists():
        sys.exit(f"{folder} is there already; nothing was changed.")
    make_folder(folder)
    story = Story(folder)
    write_file(folder / "hearten.json", {"fmt": "hearten", "v": 1, "store": story.new_id(story.at(-89, 22, 0))})
    write_weather(story, write_journal(story))
    write_rest(story)
    print(f"A story of 90 days is in {folder}.")


if __name__ == "__main__":
    main()
