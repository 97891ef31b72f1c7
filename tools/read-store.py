#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a folder of Hearten's records without Hearten, from what FORMAT.md says.

Usage: read-store.py [FOLDER]    (~/.local/share/hearten unless told)

Prints {"records": {path: record}, "damaged": {path: why}} as JSON and changes nothing.
"""

import datetime
import json
import os
import pathlib
import re
import sys
import zoneinfo

FORMAT = pathlib.Path(__file__).resolve().parents[1] / "FORMAT.md"
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
LAST_ID = 253370764799999  # milliseconds: the end of the year 9998
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:?\d\d)?)")
DEEPEST, LARGEST = 16, 8 << 20
WEEKDAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
RULE = {"daily": "times", "once": "day times", "weekly": "weekdays times", "days": "every from times",
        "monthly": "date times", "yearly": "month date times", "hourly": "every between", "moments": "count between",
        "dates": "dates times", "relative": "to on times"}
PARTS = {}  # {part of a record: {member: type}}
MOST_EVERY = {"weekly": 52, "days": 366, "hourly": 12}


class Damage(Exception):
    """Why a file is no record."""


def need(truth, why):
    if not truth:
        raise Damage(why)


def load_format(path=FORMAT):
    """The tables: {kind: (folder, {member: type})}, with those that every record has under None."""
    text = path.read_text(encoding="utf-8")
    kinds = {None: ("", tables(text.partition("\n## Every record\n")[2].partition("\n## ")[0]))}
    records, _, parts = text.partition("\n## Kinds\n")[2].partition("\n### Rules\n")[0].partition("\n### Parts of records\n")
    for section in re.split(r"\n### ", records)[1:]:
        kinds[section.split("\n")[0]] = (re.search(r"\bin `([a-z]+)/`", section, re.I)[1], tables(section))
    for section in re.split(r"\n#### ", parts)[1:]:
        PARTS[section.split("\n")[0]] = tables(section)
    return kinds


def tables(section):
    return dict(re.findall(r"^\| `([a-z-]+)` \| ([^|]*?) \|", section, re.M))


# Values

def is_integer(value, low, high):
    return type(value) is int and int(low) <= value <= int(high)


def is_day(value):
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.A):
        return False
    try:
        return datetime.date.fromisoformat(value).year <= 9000
    except ValueError:
        return False


def is_time(value):
    try:
        return bool(TIME.fullmatch(value)) and 2 <= datetime.datetime.fromisoformat(value).year <= 9998
    except (TypeError, ValueError):
        return False


def is_instant(value):
    return is_time(value) or isinstance(value, str) and bool(re.fullmatch(r"9999-1[0-2]-[0-2]\dT[0-2]\d:[0-5]\d:[0-5]\dZ", value))


def is_time_of_day(value):
    return isinstance(value, str) and bool(re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.A))


def minutes(value):
    return int(value[:2]) * 60 + int(value[3:])


def is_rule(rule):
    repeat = rule.get("repeat") if isinstance(rule, dict) else None
    if not isinstance(repeat, str) or repeat not in RULE:
        return False
    needed = set(RULE[repeat].split())
    allowed = needed | {"repeat", "zone"} | ({"every", "from"} if repeat == "weekly" else set())
    if not needed <= set(rule) <= allowed or (rule.get("every", 1) != 1 and "from" not in rule and repeat == "weekly"):
        return False
    fits = {"repeat": lambda v: True, "day": is_day, "from": is_day, "date": lambda v: is_integer(v, 1, 31),
            "month": lambda v: is_integer(v, 1, 12), "count": lambda v: is_integer(v, 1, 12),
            "every": lambda v: is_integer(v, 1, MOST_EVERY[repeat]),
            "times": lambda v: isinstance(v, list) and 1 <= len(v) <= 48 and all(map(is_time_of_day, v)),
            "weekdays": lambda v: isinstance(v, list) and v and all(isinstance(day, str) for day in v)
            and set(v) <= WEEKDAYS,
            "dates": lambda v: isinstance(v, list) and 1 <= len(v) <= 64 and all(map(is_day, v)),
            "on": lambda v: isinstance(v, list) and 1 <= len(v) <= 64 and all(is_integer(n, -3650, 3650) for n in v),
            "to": lambda v: isinstance(v, str) and v != "",
            "between": lambda v: isinstance(v, list) and len(v) == 2 and all(map(is_time_of_day, v)) and v[0] < v[1],
            "zone": lambda v: isinstance(v, str) and v in zoneinfo.available_timezones()}
    if not all(fits[name](value) for name, value in rule.items()):
        return False
    if repeat == "moments":
        return minutes(rule["between"][1]) - minutes(rule["between"][0]) >= 10 * rule["count"]
    return repeat != "yearly" or is_day(f"2000-{rule['month']:02}-{rule['date']:02}")


def fits_type(value, kind, version=1):
    if kind.startswith("list of "):
        return isinstance(value, list) and all(fits_type(item, kind[8:]) for item in value)
    if kind.startswith("object of "):
        return isinstance(value, dict) and all(fits_type(item, kind[10:]) for item in value.values())
    if kind == "version":  # looked at as a whole record
        return isinstance(value, dict)
    if kind in PARTS:
        return isinstance(value, dict) and not misfit(value, PARTS[kind])
    if kind.startswith("one of "):
        return isinstance(value, str) and value in kind[7:].split(", ")
    if kind.startswith("integer "):
        return is_integer(value, *kind[8:].replace("−", "-").split(" … "))
    if kind == "rule":
        return is_rule(value) or (version != 1 and isinstance(value, dict))
    return {"text": lambda v: isinstance(v, str), "true or false": lambda v: isinstance(v, bool), "day": is_day,
            "time": is_time, "instant": is_instant, "number": lambda v: type(v) in (int, float),
            "values": lambda v: isinstance(v, dict) and all(isinstance(item, str) or is_integer(item, -2**63, 2**63 - 1)
                                                            for item in v.values())}[kind](value)


def misfit(record, members):
    """What is wrong with the first member that does not fit its table, or nothing."""
    for member, type_ in members.items():
        type_, required, _ = type_.partition(", required")
        if required and record.get(member, "") == "":
            return f"“{member}” is missing"
        if member in record and not fits_type(record[member], type_, record.get("v", 1)):
            return f"“{member}” is not {type_}"
    return None


def are_in_order(rests, day):
    for number, rest in enumerate(rests):
        if rest["from"] < day or rest.get("until", "9999") < rest["from"] or ("until" not in rest and rests[number + 1:]):
            return False
        day = rest.get("until")
    return True


# Files

def parse(path):
    need(path.stat().st_size <= LARGEST, "larger than 8 MiB")
    text = path.read_bytes().decode("utf-8")
    need("\\u0000" not in text.replace("\\\\", ""), "a character that is none")
    depth = 0
    for mark in re.sub(r'"(\\.|[^"\\])*"', "", text, flags=re.S):
        depth += (mark in "{[") - (mark in "}]")
        need(depth <= DEEPEST, "nested too deep")
    return json.loads(text, object_pairs_hook=once, parse_constant=lambda name: need(False, f"{name} is not JSON"),
                      parse_int=lambda digits: small(int(digits)), parse_float=lambda digits: small(float(digits)))


def small(number):
    need(-2**63 <= number < 2**63 if isinstance(number, int) else abs(number) < float("inf"), "a number that is too large")
    return number


def once(pairs):
    need(len(dict(pairs)) == len(pairs), "a member twice")
    return dict(pairs)


def check(record, kind, kinds):
    need(isinstance(record, dict), "no object")
    tombstone = "deleted" in record and set(record) <= set(kinds[None][1]) - {"blank"}
    members = dict(kinds[None][1] if tombstone else {**kinds[None][1], **kinds[kind][1]})
    if "deleted" not in record:
        del members["blank"]
    why = misfit(record, members)
    need(not why, why)
    for version in record.get("versions", []):
        check(version, kind, kinds)
        need(version["id"] == record["id"], "a version of another record")
    need(record["kind"] == kind and ID.fullmatch(record["id"]), "the kind or the id is wrong")
    need(int(record["id"].replace("-", "")[:12], 16) <= LAST_ID, "the id is of a time too far away")
    need(are_in_order(record.get("rests", []), record.get("started")) or kind != "space", "“rests” are not in order")
    if kind == "situation" and not tombstone:
        need(re.fullmatch(r"[A-Z]{2}|\*", record.get("country", "*")), "“country” is not known")


def read_store(folder, kinds=None):
    kinds, records, damaged = kinds or load_format(), {}, {}
    for kind, (name, _) in kinds.items():
        for path in sorted(folder.glob(f"{name}/*/*.json")) if kind else []:
            shown = str(path.relative_to(folder))
            if path.name.startswith(".") or path.parent.name.startswith("."):
                continue
            try:
                need(path.is_file(), "not a file")
                record = parse(path)
                check(record, kind, kinds)
                records[shown] = record
            except (Damage, ValueError, OSError, RecursionError) as error:
                damaged[shown] = str(error) or type(error).__name__
    return records, damaged


if __name__ == "__main__":
    home = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    found = read_store(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else f"{home}/hearten"))
    json.dump(dict(zip(("records", "damaged"), found)), sys.stdout, ensure_ascii=False, indent=2)
    print()
