#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a made-up story of ninety days, ending today, as Hearten keeps it.

Usage: demo-story.py DATA_HOME      (the records go to DATA_HOME/hearten)

The words are in demo-story.txt; a seed makes each run tell the same story.
"""

import datetime
import hashlib
import json
import os
import pathlib
import random
import re
import sys
import xml.etree.ElementTree

TIPS = pathlib.Path(__file__).resolve().parents[1] / "data/tips"
HEADER = re.compile(r"@ (-?\d+) (\d\d):(\d\d)(.*)")
DEVICE = "00d0000000000001"
FEELINGS = {-2: ["lonely", "tired", "longing"], -1: ["tired", "sad", "restless"], 0: ["tired", "calm"],
            1: ["calm", "curious"], 2: ["light", "grateful"]}
PRACTICES = {"tip-01": ("practised", -30), "tip-11": ("practised", -11), "tip-21": ("begun", -6), "tip-03": ("begun", -7),
             "tip-04": ("begun", -60), "tip-07": ("begun", -40), "tip-08": ("begun", -33), "tip-10": ("begun", -45),
             "tip-12": ("begun", -26), "tip-13": ("begun", -41), "tip-18": ("begun", -25), "tip-19": ("begun", -40),
             "tip-20": ("begun", -84), "tip-05": ("begun", -52), "tip-06": ("begun", -3), "tip-14": ("practised", -20),
             "tip-02": ("practised", -2), "tip-09": ("practised", -50), "tip-15": ("begun", 0),
             "tip-16": ("begun", -37), "tip-17": ("begun", -68), "tip-22": ("begun", -22)}

# Sittings with a worksheet: tip, face, day, answers, choices, the question it is at, the kind thing at the end of one
# that is done. The second is half done.
SHEETS = [
    ("tip-14", "own", -20, {"trade-off": "A quiet flat, and nobody in it.",
                            "what-i-have": "The long table. The window in the kitchen. Nobody minds the radio at six.",
                            "what-i-pay": "Two thirds of what I earn. Sundays are long.",
                            "cannot-move": "The rent until spring."}, {}, 7, "Soup, and the good bread"),
    ("tip-06", "both", -3, {"happened": "We parted in late summer, after four years. I sleep badly since. I work, and not well.",
                            "weighs": "The evenings after eight. The flat makes sounds that I used to know."}, {}, 2, None),
]
# tip, face, the card on the table, kept cards, skipped cards
DECKS = [("tip-20", "own", "trust-home", ["trust-hard-part", "trust-small-joy"], ["trust-worry", "trust-proud", "trust-laugh"]),
         ("tip-12", "own", None, [], [])]
# Letters on the own face of tip-05: the day it began, its parts, when it comes back, what was decided.
LETTERS = [
    (-52, {"did": "I said “not now” for two years and called it being tired.",
           "effect": "There was someone in the next room who had stopped asking.",
           "own": "I heard it each time.", "change": "When Kim asks for ten minutes I give them.",
           "kind": "You noticed. That is where it begins."}, -49, "kept"),
    (-9, {"did": "I read the messages on the table while Robin was in the shower.",
          "effect": "A door that was closed afterwards.", "own": "Nobody made me do it."}, -6, None),
    (-1, {"did": "I told Sam things that were not mine to tell.", "own": "I wanted to be the one who is asked how it was."},
     2, None),
    (0, {"did": "I called myself stupid for most of October."}, None, None),
]


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
        return record["id"]


# What stands on the lists of the tips: tip, face, day it was written, text, state, columns (a number is a day), out of sight
ITEMS = [
    ("tip-04", "own", -60, "Kim", "met", {"light": "How is the new shift?", "date": -8}),
    ("tip-04", "own", -34, "The neighbour on the stairs", "wrote", {"light": "Her dog and the third step"}),
    ("tip-04", "own", -5, "Jo from the pottery evenings", "on-my-mind", {}),
    ("tip-07", "own", -40, "Open the gas bill on Saturday", "kept", {"when": -37, "learned": "It was smaller than the fear of it"}),
    ("tip-07", "own", -30, "Ten minutes for my mother when she asks", "kept", {"when": -2}),
    ("tip-07", "own", -20, "Lights out by eleven for a week", "broken", {"when": -13, "learned": "Three nights are a beginning"}),
    ("tip-07", "own", -4, "Make the dentist’s appointment", "open", {"when": 3}),
    ("tip-07", "together", -58, "Answer about the deposit by Sunday", "kept", {"when": -55}),
    ("tip-08", "own", -33, "The early swim, when the pool is empty", "planned", {"when": 4}),
    ("tip-08", "own", -31, "A train to the coast with only a sandwich and a book", "done",
     {"when": -17, "memory": "Gulls on the roof of the station"}),
    ("tip-08", "own", -7, "Drawing badly with good pencils", "idea", {}),
    ("tip-08", "together", -57, "The walk along the canal", "idea", {}),
    ("tip-10", "own", -45, "To be asked how my day was", "some",
     {"looks-like": "One question at supper", "comes-from": "Kim, on Thursdays", "this-week": "Call her on Tuesday too"}),
    ("tip-10", "own", -44, "To eat with other people", "open", {"this-week": "The kitchen at work, not the desk"}),
    ("tip-12", "own", -26, "The neighbour is learning to bake bread", "near-to-ask",
     {"person": "The neighbour upstairs", "heard-on": -26, "ask-again": "Did the second loaf rise?"}),
    ("tip-12", "own", -9, "Sam waits for the exam results", "near-heard", {"person": "Sam", "heard-on": -9}),
    ("tip-13", "own", -41, "The winter we all learned to skate, and nobody could", "kept",
     {"friend": "Kim", "friend-sort": "friend-memory", "friend-day": "MONTHS"}),
    ("tip-13", "own", -15, "Thank you for carrying the bookcase up four floors", "to-tell",
     {"friend": "Jo", "friend-sort": "friend-thanks", "friend-day": -50}),
    ("tip-15", "both", -82, "Cooked a real dinner", None, {"won-on": -82, "why-hard": "Only one plate"}),
    ("tip-15", "both", -61, "Told Kim that it is a bad week", None, {"won-on": -61}),
    ("tip-15", "both", -37, "Opened the gas bill", None, {"won-on": -37, "why-hard": "It had lain there for three weeks"}),
    ("tip-15", "both", -14, "Sang the whole evening", None, {"won-on": -14}),
    ("tip-15", "both", 0, "Did not check the phone before getting up", None, {"won-on": 0}),
    ("tip-16", "both", -37, "I do not read messages after ten in the evening", "in-place",
     {"whose": "mine", "weight": "firm", "if-crossed": "put the phone into the kitchen drawer"}),
    ("tip-16", "both", -36, "I leave when there is shouting", "clear", {"whose": "mine", "weight": "deal-breaker"}),
    ("tip-16", "both", -30, "They asked for no gifts, so I send none", "in-place", {"whose": "theirs", "weight": "firm"}),
    ("tip-17", "both", -68, "“Can we not do this now”", "talked-about", {"hearing": "friend", "take-with-me": "Ten minutes when somebody asks"}),
    ("tip-17", "both", -66, "The blue lamp", "put-down", {"down-on": -20}, True),
    ("tip-18", "own", -25, "Walk to the river and back without headphones", "alone-done", {"alone-on": -19, "alone-was": "Long, then short"}),
    ("tip-18", "own", -24, "Sort the drawer with the batteries and the tape", "alone-planned", {"alone-on": 2}),
    ("tip-18", "own", -6, "Bake bread, the slow kind", "alone-idea", {}),
    ("tip-21", "both", -50, "Slept through until six", None, {"noticed-on": -50, "before": "Two hours at a time"}),
    ("tip-21", "both", -29, "Heard the song in a shop and finished my shopping", None, {"noticed-on": -29}),
    ("tip-21", "both", -3, "The old station was a station", None, {"noticed-on": -3, "before": "I took the bus around it"}),
    ("tip-22", "both", -22, "The choir’s winter concert", "planned", {"sort": "plan", "on": 12, "first-action": "Ask for two tickets", "with": "Kim"}),
    ("tip-22", "both", -21, "Pancakes on the first Sunday", "every-time", {"sort": "tradition", "on": "SUNDAY", "again": "each-month-weekday"}),
    ("tip-22", "both", -10, "A day by the sea in May", "idea", {"sort": "plan"}),
    ("tip-22", "both", -60, "The new lamp over the table", "done", {"sort": "milestone", "on": -48}),
]
# tip, day it was made, text, weekdays (bit 0 is Monday), how often it was done, out of 1
INTENTIONS = [("tip-02", -62, "Ten pages in bed", 0x7f, 0.6), ("tip-02", -55, "Choir on Tuesday", 0x02, 0.8),
              ("tip-19", -40, "After breakfast, I walk for twenty minutes", 0x1f, 0.7),
              ("tip-19", -38, "On Sunday evening, I call my mother", 0x40, 0.75)]
# A week's answers begin at the first number and move towards the second.
CHECKINS = {("tip-03", "both"): {"sleep": (1, 4), "longing": (5, 3), "calm": (1, 3), "hope": (2, 4), "self": (2, 4), "wish": (5, 3),
                                 "accept": (1, 3)},
            ("tip-20", "own"): {"trust-heard": (2, 4), "trust-true": (2, 3), "trust-listened": (1, 4), "trust-connected": (2, 4),
                                "trust-who": "who-friend"}}
NO_GAMES = {"welcome": "space", "reason": "lonely", "open": 3, "silence": 2, "calm": 2}


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


def same_day_of_last_month(today):
    """The nearest earlier month that has this day."""
    month = today.replace(day=1)
    while True:
        month = (month - datetime.timedelta(days=1)).replace(day=1)
        try:
            return month.replace(day=today.day)
        except ValueError:
            continue


def first_sunday(today):
    """The next first Sunday of a month."""
    day = today
    while day.day > 7 or day.weekday() != 6:
        day += datetime.timedelta(days=1)
    return day


def write_items(story):
    places = {}
    for tip, face, day, text, state, columns, *archived in ITEMS:
        place = places[tip, face] = places.get((tip, face), 0) + 1
        named = {"MONTHS": same_day_of_last_month(story.day(0)), "SUNDAY": first_sunday(story.day(0))}
        days = {name: str(story.day(value)) if isinstance(value, int) else str(named.get(value, value))
                for name, value in columns.items()}
        story.write("item", "items", story.at(day, 20, place),
                    {"tip": tip, "face": face, "text": text, "state": state, "columns": days or None, "place": float(place),
                     "archived": bool(archived) or None})


def write_intentions(story):
    for tip, day, text, weekdays, share in INTENTIONS:
        ticks = [str(story.day(at)) for at in range(day, 0)
                 if weekdays >> story.day(at).weekday() & 1 and story.random.random() < share]
        story.write("intention", "intentions", story.at(day, 20, 40),
                    {"tip": tip, "face": "both", "text": text, "weekdays": weekdays, "ticks": ticks})


def write_checkins(story):
    outcomes = {"tip-03": "restless", "tip-20": "trust-see-steady", "tip-09": "room"}
    for (tip, face), questions in CHECKINS.items():
        for week, day in enumerate(range(-84, -6, 7)):
            answers = {}
            for name, ends in questions.items():
                if isinstance(ends, str):
                    answers[name] = ends
                    continue
                middle = ends[0] + (ends[1] - ends[0]) * week / 11
                answers[name] = max(1, min(5, round(middle + story.random.choice([-0.6, 0, 0, 0.6]))))
            story.write("checkin", "checkins", story.at(day, 18, 30),
                        {"tip": tip, "face": face, "day": str(story.day(day)), "answers": answers, "outcome": outcomes[tip]})
    story.write("checkin", "checkins", story.at(-50, 23, 5),
                {"tip": "tip-09", "face": "both", "day": str(story.day(-50)), "answers": NO_GAMES, "outcome": outcomes["tip-09"]})


def find_activity(tip, face, kind):
    root = xml.etree.ElementTree.parse(TIPS / f"{tip}.xml").getroot()
    return next(a for a in root.find(f"face[@for='{face}']").iter("activity") if a.get("kind") == kind)


def write_sheets(story):
    for tip, face, day, answers, choices, step, kindness in SHEETS:
        activity = find_activity(tip, face, "worksheet")
        sections = [f"## {prompt.findtext('ask')}\n\n{answers[prompt.get('id')]}"
                    for prompt in activity.findall("prompt") if prompt.get("id") in answers]
        if kindness:
            sections.append(f"## One kind thing for today\n\n{kindness}")
        body = "\n\n".join(sections)
        title = xml.etree.ElementTree.parse(TIPS / f"{tip}.xml").getroot().findtext(f"face[@for='{face}']/title")
        sheet = {"face": face, "step": step, "done": True if kindness else None, "choices": choices or None,
                 "answers": answers, "kindness": kindness, "signature": hashlib.sha256(body.encode()).hexdigest()}
        story.write("entry", "journal", story.at(day, 19, 20),
                    {"title": title, "body": body, "tip": tip,
                     "worksheet": {name: value for name, value in sheet.items() if value is not None}})


def write_decks(story):
    for tip, face, current, kept, skipped in DECKS:
        current = current or find_activity(tip, face, "cards").find("card").get("id")
        states = {**dict.fromkeys(skipped, "skipped"), **dict.fromkeys(kept, "kept"), current: "drawn"}
        cards = {card: {"state": state, "round": 1, "day": str(story.day(-12 + at))}
                 for at, (card, state) in enumerate(states.items())}
        story.write("deck", "decks", story.at(-26, 19, 45),
                    {"tip": tip, "face": face, "current": current, "round": 1, "cards": cards})


def write_letters(story):
    for day, parts, back, decision in LETTERS:
        until = story.at(day, 22, 5) + datetime.timedelta(back - day) if back is not None else None
        reminder = write_return(story, day, until) if back is not None and back > 0 else None
        story.write("letter", "letters", story.at(day, 22, 0),
                    {"tip": "tip-05", "face": "own", "answers": parts, "step": len(parts) - 1 or None,
                     "rest-until": utc_text(until) if until else None, "day": str(story.day(day)) if until else None,
                     "mood": -1 if until else None, "decision": decision, "reminder": reminder})


def utc_text(time):
    return time.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")


def write_return(story, day, until):
    """The reminder of a letter's return."""
    return story.write("reminder", "reminders", story.at(day, 22, 5),
                       {"text": "Something you put away is ready to be read again.",
                        "rule": {"repeat": "once", "day": str(until.date()), "times": [until.strftime("%H:%M")]},
                        "enabled": True, "page": "tip-05"})


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
    write_items(story)
    write_intentions(story)
    write_checkins(story)
    write_sheets(story)
    write_decks(story)
    write_letters(story)
    print(f"A story of 90 days is in {folder}.")


if __name__ == "__main__":
    main()
