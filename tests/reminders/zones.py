#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the reminder service for years of reminders in every time zone, and Python's zoneinfo for the same.

Usage: zones.py [--sample] HEARTEN_REMINDERS

The two share nothing but the files of tzdata. The rule both follow is RELIABILITY.md's: a time that clocks skip comes
later by what they skip, a time they show twice comes once, at the first.
"""

import argparse
import calendar
import collections
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zoneinfo

UTC = datetime.timezone.utc
FIRST, LAST = datetime.date(2020, 1, 1), datetime.date(2040, 12, 31)
NOW = datetime.datetime(2019, 12, 31, 12, tzinfo=UTC)
EPOCH = datetime.date(1970, 1, 1).toordinal()
MOST_LINES = 100000
SAMPLE = ["Africa/Cairo", "America/Havana", "America/Nuuk", "Antarctica/Troll", "Australia/Lord_Howe", "Europe/Berlin",
          "Europe/Dublin"]


def every_day():
    for number in range(FIRST.toordinal() - 1, LAST.toordinal() + 2):
        yield datetime.date.fromordinal(number)


DAYS = list(every_day())

# Each: the rule without its zone, and whether it comes on a day.
RULES = {
    "daily-gap": ({"repeat": "daily", "times": ["02:30"]}, lambda day: True),
    "daily-midnight": ({"repeat": "daily", "times": ["00:00"]}, lambda day: True),
    "weekly": ({"repeat": "weekly", "weekdays": ["thu", "sun"], "times": ["01:30", "23:30"]},
               lambda day: day.weekday() in (3, 6)),
    "weekly-second": ({"repeat": "weekly", "every": 2, "from": "2019-12-30", "weekdays": ["sat", "sun"],
                       "times": ["00:15"]},
                      lambda day: day.weekday() in (5, 6) and (day - datetime.date(2019, 12, 30)).days // 7 % 2 == 0),
    "days": ({"repeat": "days", "every": 5, "from": "2019-12-28", "times": ["03:00"]},
             lambda day: (day - datetime.date(2019, 12, 28)).days % 5 == 0),
    "monthly": ({"repeat": "monthly", "date": 31, "times": ["02:00"]},
                lambda day: day.day == calendar.monthrange(day.year, day.month)[1]),
    "monthly-29": ({"repeat": "monthly", "date": 29, "times": ["00:30"]},
                   lambda day: day.day == min(29, calendar.monthrange(day.year, day.month)[1])),
    "yearly-leap": ({"repeat": "yearly", "month": 2, "date": 29, "times": ["09:00"]},
                    lambda day: day.month == 2 and day.day == calendar.monthrange(day.year, 2)[1]),
    "yearly": ({"repeat": "yearly", "month": 3, "date": 29, "times": ["02:30"]},
               lambda day: (day.month, day.day) == (3, 29)),
}


def naive_times(rule, comes):
    """What the calendar says, before any zone."""
    hours = [datetime.time.fromisoformat(text) for text in rule["times"]]
    return [datetime.datetime.combine(day, hour) for day in DAYS if comes(day) for hour in hours]


def resolve(naive, zone):
    """The first instant that shows this time on the wall, or the one after the gap: PEP 495's fold of 0 is both."""
    return int(naive.replace(tzinfo=zone).timestamp())


def content_of(name):
    """The bytes of a zone's file, which its other names share; the name itself where they cannot be seen."""
    for folder in zoneinfo.TZPATH:
        path = pathlib.Path(folder) / name
        if path.is_file():
            return path.read_bytes()
    return name


def text_of(instant, known={}):
    """An instant as the program prints it; days come again and again."""
    number, second = divmod(instant, 86400)
    if number not in known:
        known[number] = datetime.date.fromordinal(EPOCH + number).isoformat()
    return f"{known[number]}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z"


def expected(times, zone, begin, end):
    found = {resolve(naive, zone) for naive in times}
    return [text_of(instant) for instant in sorted(found) if begin < instant <= end]


def ask(program, folder, reminders):
    """The instants of each reminder, as far as the last of the years."""
    path = folder / "schedule.json"
    path.write_text(json.dumps({"fmt": "hearten-schedule", "v": 1, "reminders": reminders}))
    done = subprocess.run(
        [program, f"--upcoming={MOST_LINES}", "--now=" + NOW.strftime("%Y-%m-%dT%H:%M:%SZ"), f"--schedule={path}"],
        capture_output=True, text=True, check=False, timeout=120,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "TZ": "UTC", "LC_ALL": "C.UTF-8"})
    if done.returncode != 0 or done.stderr:
        raise SystemExit(f"Bail out! hearten-reminders said: {done.stderr}")
    found = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        instant, name = line.split(" ", 1)
        found[name].append(instant)
    return found


def compare(program, folder, name, zones):
    """Every zone with one rule, in as few runs as the program's limit allows. Returns what differs."""
    rule, comes = RULES[name]
    times = naive_times(rule, comes)
    begin = int(NOW.timestamp())
    end = int(datetime.datetime.combine(LAST, datetime.time(12), UTC).timestamp())
    per_run = max(1, MOST_LINES // (len(times) + 2 * len(rule["times"]) + 2))
    last, wrong = text_of(end), []
    for start in range(0, len(zones), per_run):
        batch = zones[start:start + per_run]
        found = ask(program, folder, [{"id": zone, "rule": {**rule, "zone": zone}} for zone in batch])
        for zone in batch:
            wanted = expected(times, zoneinfo.ZoneInfo(zone), begin, end)
            got = [instant for instant in found[zone] if instant <= last]
            if got != wanted:
                missing, extra = sorted(set(wanted) - set(got)), sorted(set(got) - set(wanted))
                wrong.append(f"{zone}: {len(missing)} missing, such as {missing[:2]}; "
                             f"{len(extra)} too many, such as {extra[:2]}")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", action="store_true", help="only a few zones")
    parser.add_argument("program")
    options = parser.parse_args()
    zones = sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})
    if not zones:
        print("1..0 # SKIP tzdata is not installed")
        return 0
    count = len(zones)
    zones = sorted({content_of(zone): zone for zone in reversed(zones)}.values())
    if options.sample:
        zones = [zone for zone in SAMPLE]
    print(f"# {count} names of {len(zones)} zones" if not options.sample else "# a sample")
    print(f"1..{len(RULES)}")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(RULES, 1):
            wrong = compare(os.path.abspath(options.program), pathlib.Path(folder), name, zones)
            print(f"{'not ok' if wrong else 'ok'} {number} - {name} in {len(zones)} zones", flush=True)
            for line in wrong[:20]:
                print(f"# {line}")
            failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
