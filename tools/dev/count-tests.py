#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what Meson's test runner recorded and names each failure and skip.

count-tests.py [--broken N] LOGBASE…   reads LOGBASE.junit.xml, LOGBASE.json and LOGBASE.status

Each TAP subtest counts one. A test that crashed, timed out, said nothing or stopped
early counts as failed whatever its subtests said. N builds that failed count one each.
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

BAD = {"FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS"}
TAIL = 40


def subtests(path):
    """Per test "suite / name": the lists of passed, failed and skipped TAP subtests."""
    found = {}
    for suite in ElementTree.parse(path).getroot().iter("testsuite"):
        for case in suite.iter("testcase"):
            if " / " not in suite.get("name"):
                continue  # a test without subtests; testlog.json has it
            kinds = found.setdefault(case.get("classname").split(".", 1)[1], {"ok": [], "bad": [], "skip": []})
            if case.find("failure") is not None or case.find("error") is not None:
                kinds["bad"].append((case.get("name"), ""))
            elif case.find("skipped") is not None:
                kinds["skip"].append((case.get("name"), case.findtext("system-out") or "no reason given"))
            else:
                kinds["ok"].append((case.get("name"), ""))
    return found


def skip_reason(test):
    """Why a whole test was skipped, or None when it just said nothing."""
    match = re.search(r"^1\.\.0\s*#\s*skip\S*\s*(.*)$", test["stdout"], re.IGNORECASE | re.MULTILINE)
    if match:
        return match.group(1) or "no reason given"
    if test["returncode"] == 77:
        lines = (test["stdout"] + test.get("stderr", "")).strip().splitlines()
        return lines[-1] if lines else "no reason given"
    return None


def judge(test, parts):
    """The passed, failed and skipped of one test."""
    passed, failed, skipped = len(parts["ok"]), list(parts["bad"]), list(parts["skip"])
    result = test["result"]
    if result in BAD and not failed:
        failed.append(("", result.lower()))
    elif result == "SKIP" and not (passed or skipped):
        reason = skip_reason(test)
        if reason is None:
            failed.append(("", "ran no test at all"))
        else:
            skipped.append(("", reason))
    elif not (passed or failed or skipped):
        passed = 1
    return passed, failed, skipped


def show(test, failed):
    for name, note in failed:
        print(f"\nFAILED  {test['name']}" + (f" · {name}" if name else "") + (f" ({note})" if note else ""))
    output = (test["stdout"].rstrip() + "\n" + test.get("stderr", "").rstrip()).strip().splitlines()
    for line in output[-TAIL:]:
        print(f"    {line}")


def read(base):
    junit, log = pathlib.Path(base + ".junit.xml"), pathlib.Path(base + ".json")
    if not junit.exists() or not log.exists():
        return 0, 1, 0, [f"\nFAILED  {base}: the test runner left no results"]
    found = subtests(junit)
    totals, skips = [0, 0, 0], []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        test = {"stdout": "", **json.loads(line)}
        passed, failed, skipped = judge(test, found.get(test["name"], {"ok": [], "bad": [], "skip": []}))
        if failed:
            show(test, failed)
        skips += [f"skipped  {test['name']}" + (f" · {name}" if name else "") + f": {why.strip()}" for name, why in skipped]
        totals = [a + b for a, b in zip(totals, (passed, len(failed), len(skipped)))]
    status = pathlib.Path(base + ".status")
    if totals[1] == 0 and status.exists() and status.read_text().strip() != "0":
        totals[1] = 1
        skips.append(f"FAILED  {base}: the test runner stopped early, with status {status.read_text().strip()}")
    if sum(totals) == 0:
        return 0, 1, 0, [f"\nFAILED  {base}: no test was run"]
    return *totals, skips


def main():
    args = sys.argv[1:]
    passed = failed = skipped = 0
    if args[:1] == ["--broken"]:
        failed, args = int(args[1]), args[2:]
    notes = []
    for base in args:
        p, f, s, lines = read(base)
        passed, failed, skipped, notes = passed + p, failed + f, skipped + s, notes + lines
    print("\n".join(["", *notes, ""]) if notes else "")
    if passed + failed == 0:
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
