# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories of practices share: the records on the disk, and how to write an answer."""

import json
import os

from rig import expect, wait_for


def records(stage, folder):
    """Every record in a folder of the store, as it is on the disk, oldest first."""
    found = []
    for path in sorted(stage.desktop.records.glob(f"{folder}/*/*.json")):
        try:
            found.append(json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:  # it is being replaced
            continue
    return found


def wait_record(stage, folder, fits, message, seconds=8):
    """The record that fits, as soon as there is one."""
    return wait_for(lambda: next((r for r in records(stage, folder) if fits(r)), None),
                    lambda: f"{message}; there are {records(stage, folder)}", seconds)


def write_elsewhere(stage, folder, record, device="00d0000000000009"):
    """Puts what another device made of a record in its place, as a program that syncs the folder does."""
    path = next(stage.desktop.records.glob(f"{folder}/*/{record['id']}.json"))
    revision = dict(record["revision"])
    revision[device] = revision.get(device, 0) + 1
    temporary = path.with_name(f".syncthing.{path.name}.tmp")
    temporary.write_text(json.dumps(dict(record, revision=revision)), encoding="utf-8")
    os.rename(temporary, path)


def open_tip(stage, tip, contact=None, **settings):
    """Starts with that tip; `contact` is how things are between the two."""
    if contact:
        write_situation(stage, contact)
    return stage.start_ready(f"--page={tip}", **settings)


def write_situation(stage, contact):
    folder = stage.desktop.records / "situation/2026-01"
    folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    name = "019b0000-0000-7000-8000-000000000001"
    (folder / f"{name}.json").write_text(json.dumps({
        "id": name, "kind": "situation", "v": 1, "created": "2025-12-08T20:00:00+00:00",
        "modified": "2025-12-08T20:00:00Z", "revision": {"00d0000000000001": 1}, "contact": contact, "name": "Robin"}))


def answer(app, ask, words):
    """Types into the room for an answer, which has the focus or gets it."""
    text = app.find("text", ask)
    if not text.has("FOCUSED"):
        app.click(text)
        app.holds_focus("text", ask)
    app.type(words)
    app.wait_text(text, words)


def expect_words(record, *words):
    for word in words:
        expect(word in json.dumps(record, ensure_ascii=False), f"“{word}” is not in {record}")
