# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reminder service keeps, and how a test moves its time."""

import datetime
import json

import rig
from rig import expect, wait_for

SERVICE = rig.APP_ID + ".Reminders"
SERVICE_PATH = "/io/github/hearten_app/Hearten/Reminders"


def ledger(stage):
    path = stage.desktop.home / "state/hearten/ledger.json"
    return json.loads(path.read_text(encoding="utf-8"))["entries"] if path.exists() else []


def wait_state(stage, state, seconds=6):
    return wait_for(lambda: next((entry for entry in ledger(stage) if entry["state"] == state), None),
                    lambda: f"the ledger says {ledger(stage)}, not {state}", seconds)


def come_again(stage):
    """What ten minutes would do: the same occurrence is snoozed for no time."""
    key = ledger(stage)[-1]["key"]
    answer = stage.desktop.call(SERVICE, SERVICE_PATH, f"{SERVICE}.Snooze", key, "0")
    expect(answer.returncode == 0, f"Snooze failed: {answer.stderr}")


def next_minute(offset=0):
    """The next full minute on a clock that is `offset` seconds ahead."""
    now = datetime.datetime.now() + datetime.timedelta(seconds=offset)
    return (now + datetime.timedelta(minutes=1)).strftime("%H:%M")


def set_next_minute(stage, offset=0):
    """Of the story's reminders only the one about space is left on, and comes at the next minute."""
    for path in stage.desktop.records.glob("reminders/*/*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        record["enabled"] = record["page"] == "space"
        record["rule"]["times"] = [next_minute(offset)]
        path.write_text(json.dumps(record), encoding="utf-8")
