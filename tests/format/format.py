#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""FORMAT.md is true: what a reader makes of a store by that text alone is what Hearten makes of it."""

import importlib.util
import json
import re
import subprocess
import sys

from home import SOURCE, STORES, Home, expect, tell

SPEC = importlib.util.spec_from_file_location("read_store", SOURCE / "tools/read-store.py")
READER = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(READER)

GOOD = {"text": ["x", "ü — 雨 \U0001f327"], "true or false": [True, False], "day": ["2024-02-29", "0001-01-01"],
        "time": ["2026-11-23T20:14:05Z", "2026-11-23T21:14:05.123456+01", "2026-11-23T09:14:05.5-11:30"],
        "instant": ["2026-11-23T20:14:05Z", "9999-12-28T23:59:59Z"], "number": [0, 1.5, -3], "values": [{}, {"a": "x", "b": 3}],
        "rule": [{"repeat": "daily", "times": ["09:00"]}]}
BAD = {"text": [1, True, None, ["x"], {}], "true or false": [0, 1, "true", None, []],
       "day": ["2026-02-30", "26-01-01", "2026-1-1", "tomorrow", "", 20260101, None, "9001-01-01"],
       "time": ["", "soon", "2026-11-23", "2026-11-23T20:14:05", "2026-13-23T20:14:05Z", "9999-11-23T20:14:05Z", 1, None],
       "instant": ["", "soon", "2026-11-23", "2026-11-23T20:14:05", "2026-13-23T20:14:05Z", 1, None],
       "number": ["1", True, None, []], "values": [[], "x", 1, None, {"a": None}, {"a": []}, {"a": 1.5}, {"a": True}],
       "rule": [{}, [], "daily", None, {"repeat": "daily"}]}
DEFAULTS = {"outcome": ["open"], "purpose": ["own"], "round": [0, 1], "days": [0], "minutes": [0], "step": [0], "weekdays": [0], "place": [0]}
RULES = [  # a rule, and whether it is one
    ({"repeat": "daily", "times": ["00:00", "23:59"]}, True), ({"repeat": "daily", "times": ["24:00"]}, False),
    ({"repeat": "daily", "times": ["9:00"]}, False), ({"repeat": "daily", "times": "09:00"}, False),
    ({"repeat": "daily", "times": [f"{i // 4:02}:{i % 4 * 15:02}" for i in range(48)]}, True),
    ({"repeat": "daily", "times": [f"{i // 4:02}:{i % 4 * 15:02}" for i in range(49)]}, False),
    ({"repeat": "daily", "times": ["09:00"], "zone": "Asia/Kathmandu"}, True),
    ({"repeat": "daily", "times": ["09:00"], "zone": "Nowhere/Land"}, False),
    ({"repeat": "daily", "times": ["09:00"], "every": 1}, False),
    ({"repeat": "once", "times": ["09:00"]}, False), ({"repeat": "once", "day": "2026-12-24", "times": ["09:00"]}, True),
    ({"repeat": "weekly", "weekdays": ["mon"], "times": ["09:00"]}, True),
    ({"repeat": "weekly", "weekdays": [], "times": ["09:00"]}, False),
    ({"repeat": "weekly", "weekdays": ["monday"], "times": ["09:00"]}, False),
    ({"repeat": "weekly", "every": 2, "weekdays": ["mon"], "times": ["09:00"]}, False),
    ({"repeat": "weekly", "every": 52, "from": "2026-11-02", "weekdays": ["mon"], "times": ["09:00"]}, True),
    ({"repeat": "weekly", "every": 53, "from": "2026-11-02", "weekdays": ["mon"], "times": ["09:00"]}, False),
    ({"repeat": "days", "every": 366, "from": "2026-11-02", "times": ["09:00"]}, True),
    ({"repeat": "days", "every": 367, "from": "2026-11-02", "times": ["09:00"]}, False),
    ({"repeat": "days", "every": 0, "from": "2026-11-02", "times": ["09:00"]}, False),
    ({"repeat": "days", "every": 3, "times": ["09:00"]}, False),
    ({"repeat": "monthly", "date": 31, "times": ["09:00"]}, True), ({"repeat": "monthly", "date": 32, "times": ["09:00"]}, False),
    ({"repeat": "yearly", "month": 2, "date": 29, "times": ["09:00"]}, True),
    ({"repeat": "yearly", "month": 4, "date": 31, "times": ["09:00"]}, False),
    ({"repeat": "yearly", "month": 13, "date": 1, "times": ["09:00"]}, False),
    ({"repeat": "hourly", "every": 12, "between": ["09:00", "18:00"]}, True),
    ({"repeat": "hourly", "every": 13, "between": ["09:00", "18:00"]}, False),
    ({"repeat": "hourly", "every": 2, "between": ["18:00", "09:00"]}, False),
    ({"repeat": "hourly", "every": 2, "between": ["09:00"]}, False),
    ({"repeat": "moments", "count": 12, "between": ["09:00", "11:00"]}, True),
    ({"repeat": "moments", "count": 12, "between": ["09:00", "10:59"]}, False),
    ({"repeat": "moments", "count": 13, "between": ["09:00", "21:00"]}, False)]


def compare(home, records, damaged):
    """What the reader found against what Hearten says."""
    check, export = home.damaged(), home.export()
    for path in set(damaged) ^ set(check):
        raise AssertionError(f"{path}: the reader says {damaged.get(path, 'whole')}, Hearten {check.get(path, 'whole')}")
    for path, record in records.items():
        theirs = export.get(record["id"])
        expect(theirs is not None, f"{path} is not in the export")
        if sum(other["id"] == record["id"] for other in records.values()) > 1:  # the other is a conflict copy of it
            said = [one.get("body") for one in [theirs, *theirs.get("versions", [])]]
            expect(record.get("body") in said, f"{path}: “{record.get('body')}” is not in the export: {said}")
            continue
        for member, value in record.items():
            if theirs.get(member) != value:
                expect(says_same(member, value, theirs.get(member)), f"{path}: {member}: {value} became {theirs.get(member)}")
    expect({record["id"] for record in records.values()} == set(export), "the export has other records")


def says_same(member, ours, theirs):
    """Hearten writes times in one way, and leaves out what says nothing."""
    if member in ("created", "modified", "deleted"):
        return READER.datetime.datetime.fromisoformat(ours) == READER.datetime.datetime.fromisoformat(theirs)
    if member in ("revision", "written"):
        ours, theirs = ({device: count for device, count in (one or {}).items() if count} for one in (ours, theirs))
    if member == "ticks":
        ours = sorted(set(ours))
    return member == "rule" or bare(ours, member) == bare(theirs, member)


def bare(value, member):
    """Without what may be left out because it says nothing."""
    if isinstance(value, dict):
        value = {name: left for name, left in ((name, bare(item, name)) for name, item in value.items()) if left is not None}
    nothing = ["", [], {}, False, "unset", "new", "none", "nothing", *DEFAULTS.get(member, [])]
    return None if any(value == empty and type(value) is type(empty) for empty in nothing) else value


def golden_stores():
    stores = sorted(path for path in STORES.iterdir() if path.is_dir())
    expect(stores, "there is no golden store")
    for store in stores:
        expected = json.loads(store.with_suffix(".json").read_text(encoding="utf-8"))
        with Home(store) as home:
            before = home.files()
            records, damaged = READER.read_store(home.records)
            compare(home, records, damaged)
            expect(set(records) == set(expected["records"]), f"read: {set(records) ^ set(expected['records'])}")
            expect(set(damaged) == set(expected["damaged"]), f"damaged: {set(damaged) ^ set(expected['damaged'])}")
            expect(home.files() == before, "reading changed a file")
            print(f"# {store.name}: {len(records)} records, {len(damaged)} damaged files")


def the_story():
    with Home() as home:
        subprocess.run([sys.executable, SOURCE / "tools/demo-story.py", home.path / "data"], check=True, capture_output=True)
        records, damaged = READER.read_store(home.records)
        expect(len(records) > 100 and not damaged, f"{len(records)} records, damaged: {damaged}")
        compare(home, records, damaged)


def every_kind_is_described():
    with Home() as home:
        known = re.findall(r"^(\S+) +\d+ +in the trash", home.hearten("--check").stdout, re.M)
    described = [kind for kind in READER.load_format() if kind]
    expect(len(known) >= 6 and sorted(known) == sorted(described), f"known: {known}, in FORMAT.md: {described}")


def values_of(type_):
    """What a member of that type may hold, and what it may not."""
    if type_.startswith("one of "):
        return type_[7:].split(", "), ["", "Something", 1, None]
    if type_.startswith("integer "):
        low, high = (int(word) for word in type_[8:].replace("−", "-").split(" … "))
        beyond = [high + 1] if high < 2**63 - 1 else []
        return [low, high], [low - 1, *beyond, 0.5, "1", True, None]
    if type_.startswith("list of "):
        good, bad = values_of(type_[8:])
        return [[], good], [[value] for value in bad] + ["x", {}, None]
    if type_.startswith("object of "):
        good, bad = values_of(type_[10:])
        return [{}, {"a": good[0], "b": good[-1]}], [{"a": value} for value in bad] + [[], "x", 1, None]
    if type_ in READER.PARTS:
        return values_of_part(READER.PARTS[type_])
    return GOOD[type_], BAD[type_]


def base_of(members):
    return {name: values_of(type_.removesuffix(", required"))[0][0]
            for name, type_ in members.items() if type_.endswith(", required")}


def values_of_part(members):
    base = base_of(members)
    good, bad = [base], [[], "x", 1, None] + ([{}] if base else [])
    for name, type_ in members.items():
        fine, wrong = values_of(type_.removesuffix(", required"))
        good += [{**base, name: value} for value in fine]
        bad += [{**base, name: value} for value in wrong]
    return good, bad


def cases(kinds):
    """Of each member of each kind: (kind, members, whether that is a record)."""
    for kind, (_, members) in kinds.items():
        if kind is None:
            continue
        base = base_of(members)
        yield kind, base, True
        for name, type_ in {**kinds[None][1], **members}.items():
            if name == "versions":  # those that are records have a part of their own below
                yield from ((kind, {**base, name: value}, False) for value in ({}, "x", 1, None, [1], [{}], [None]))
                continue
            type_, required, _ = type_.partition(", required")
            good, bad = values_of(type_)
            if name in ("id", "kind", "country", "rests"):  # looked at in another way
                good = []
            if name in ("blank", "v"):  # only looked at in a deleted record; a newer one is read by other rules
                good, bad = [], bad if name == "v" else []
            yield from ((kind, {**base, name: value}, True) for value in good)
            yield from ((kind, {**base, name: value}, False) for value in bad)
            if required:
                yield kind, {**base, name: "REMOVED"}, False
                if type_ == "text":
                    yield kind, {**base, name: ""}, False
        if kind == "space":
            days = ["2026-11-01", "2026-11-03", "2026-11-05", "2026-11-08"]
            rests = [{"from": days[0], "until": days[1]}, {"from": days[2], "until": days[3]}]
            base["started"] = days[0]
            yield kind, {**base, "rests": rests}, True
            yield kind, {**base, "rests": [rests[0], {"from": days[1]}]}, True
            yield kind, {**base, "rests": rests[::-1]}, False
            yield kind, {**base, "rests": [{"from": days[0]}, rests[1]]}, False
            yield kind, {**base, "rests": [{"from": "2026-10-31"}]}, False
        if "rule" in members:
            yield from ((kind, {**base, "rule": rule}, fine) for rule, fine in RULES)


def every_value_of_every_member():
    kinds = READER.load_format()
    with Home() as home:
        expected = {}
        for number, (kind, members, fine) in enumerate(cases(kinds)):
            id_ = f"01a1fa8b-5e00-7000-8a1b-{number:012x}"
            record = {name: value for name, value in ({"id": id_, "kind": kind, "v": 1} | members).items() if value != "REMOVED"}
            path = home.records / kinds[kind][0] / "2026-11" / f"{id_}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(record), encoding="utf-8")
            expected[str(path.relative_to(home.records))] = (fine, record)
        records, damaged = READER.read_store(home.records)
        check = home.damaged()
        for path, (fine, record) in expected.items():
            expect((path not in damaged) == fine, f"the reader says of {record}: {damaged.get(path, 'whole')}")
            expect((path not in check) == fine, f"Hearten says of {record}: {check.get(path, 'whole')}")
        compare(home, records, damaged)
        print(f"# {len(expected)} values, {len(damaged)} of them refused")


def versions_beside_another():
    with Home() as home:
        one = {"id": "01a1fa8b-5e00-7000-8a1b-000000000001", "kind": "entry", "v": 1, "created": "2026-11-23T20:00:00Z",
               "modified": "2026-11-23T20:00:00Z", "revision": {"a": 1}}
        other = one | {"id": "01a1fa8b-5e00-7000-8a1b-000000000002"}
        shown = {"revision": {"a": 2, "b": 4}, "written": {"a": 2, "b": 3}, "modified": "2026-11-23T21:00:00Z", "body": "shown"}
        beside = one | {"revision": {"a": 1, "b": 4}, "body": "beside"}
        cases_ = [(one | shown | {"versions": [beside]}, True),
                  (one | shown | {"versions": [beside, beside | {"revision": {"b": 4}, "body": "and another"}]}, True),
                  (one | shown | {"versions": [beside | {"deleted": "2026-11-23T22:00:00Z"}]}, True),
                  (one | shown | {"versions": [beside | {"mood": 3}]}, False),
                  (one | shown | {"versions": [beside | {"kind": "weather", "day": "2026-11-23"}]}, False),
                  (one | shown | {"versions": [other]}, False)]
        for number, (record, fine) in enumerate(cases_):
            text = json.dumps(record).replace(one["id"], f"01a1fa8b-5e00-7000-8a1b-00000000010{number}")
            path = home.records / "journal/2026-11" / f"01a1fa8b-5e00-7000-8a1b-00000000010{number}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            records, damaged = READER.read_store(home.records)
            expect((str(path.relative_to(home.records)) in records) == fine, f"{text}: {damaged}")
        compare(home, records, damaged)


def numbers_that_nothing_holds():
    with Home() as home:
        numbers = ["9223372036854775807", "-9223372036854775808", "1e308", "-1.5E-400", "0.12345678901234567890123", "-0", "1e999",
                   "-1e999", "9223372036854775808", "-9223372036854775809", "123456789012345678901234567890", "1" + "0" * 400 + ".5"]
        for number, text in enumerate(numbers):
            path = home.records / f"journal/2026-11/01a1fa8b-5e00-7000-8a1b-{number:012x}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f'{{"id": "{path.stem}", "kind": "entry", "v": 1, "x": {{"y": [{text}]}}}}')
        records, damaged = READER.read_store(home.records)
        expect(len(records) == 6 and len(damaged) == 6, f"{len(records)} read, {damaged}")
        compare(home, records, damaged)


def too_large():
    with Home() as home:
        for size, name in ((8 << 20, "01a1fa8b-5e00-7000-8a1b-000000000001"), ((8 << 20) + 1, "01a1fa8b-5e00-7000-8a1b-000000000002")):
            path = home.records / f"journal/2026-11/{name}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps({"id": name, "kind": "entry", "v": 1, "body": ""})
            path.write_text(text[:-2] + "x" * (size - len(text)) + text[-2:])
            expect(path.stat().st_size == size, "the file has another size")
        records, damaged = READER.read_store(home.records)
        expect(len(records) == 1 and len(damaged) == 1, f"{len(records)} read, {damaged}")
        compare(home, records, damaged)


tell(golden_stores, the_story, every_kind_is_described, every_value_of_every_member, versions_beside_another,
     numbers_that_nothing_holds, too_large)
