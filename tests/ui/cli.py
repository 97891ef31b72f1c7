#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, with no display and no bus."""

import json
import os
import shutil

from rig import expect
from story import tell


def command(stage, *arguments):
    """Runs the program where nothing of a desktop can be reached."""
    nothing = {"DISPLAY": "", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    return stage.desktop.run(stage.desktop.env["HEARTEN_APP"], *arguments, **nothing)


def version(stage):
    result = command(stage, "--version")
    expect(result.returncode == 0 and result.stdout.startswith("hearten "), f"it says {result}")
    expect(not result.stderr, f"it complains: {result.stderr}")


def help_names_the_options(stage):
    result = command(stage, "--help")
    expect(result.returncode == 0, f"it ends with {result.returncode}")
    for option in ("--version", "--check", "--repair", "hearten --check ends with 0", "--export", "--new-entry", "--tip", "--background"):
        expect(option in result.stdout, f"{option} is not there")


def an_unknown_option_fails(stage):
    result = command(stage, "--no-such-thing")
    expect(result.returncode != 0 and "no-such-thing" in result.stderr, f"it says {result}")


def check_of_nothing_is_whole(stage):
    result = command(stage, "--check")
    expect(result.returncode == 0, f"it ends with {result.returncode}: {result.stdout}")
    expect(not stage.desktop.records.exists(), "looking made a folder")


def check_of_the_story_is_whole(stage):
    stage.desktop.tell_story()
    result = command(stage, "--check")
    expect(result.returncode == 0, f"it ends with {result.returncode}: {result.stdout}")
    pages = len(list(stage.desktop.records.glob("journal/*/*.json")))
    expect(pages >= 45, f"the story has {pages} pages")
    words = result.stdout.split()
    expect(words[words.index("entry") + 1] == str(pages), f"it does not count {pages} pages: {result.stdout}")


def check_names_the_damaged_file(stage):
    stage.desktop.tell_story()
    path = sorted(stage.desktop.records.glob("journal/*/*.json"))[3]
    path.write_text(path.read_text()[:-20])
    before = path.read_bytes()
    result = command(stage, "--check")
    expect(result.returncode == 1, f"it ends with {result.returncode}")
    expect(path.name in result.stdout, f"{path.name} is not named: {result.stdout}")
    expect(path.read_bytes() == before, "the damaged file was touched")


def choose_place(stage, folder):
    """As if the journal had been moved there."""
    note = stage.desktop.home / "state/hearten/place.json"
    note.parent.mkdir(exist_ok=True)
    note.write_text(json.dumps({"fmt": "hearten-place", "v": 1, "folder": folder.as_uri()}))
    return note


def both_look_where_the_journal_lives(stage):
    stage.desktop.tell_story()
    place = stage.desktop.home / "a synced folder"
    stage.desktop.records.rename(place)
    note = choose_place(stage, place)
    pages = len(list(place.glob("journal/*/*.json")))
    result = command(stage, "--check")
    words = result.stdout.split()
    expect(result.returncode == 0 and str(place) in result.stdout, f"it looks elsewhere: {result}")
    expect(words[words.index("entry") + 1] == str(pages), f"it does not count {pages} pages: {result.stdout}")
    result = command(stage, "--export", str(stage.desktop.home / "out"))
    expect(result.returncode == 0 and str(pages) in result.stdout, f"it exports something else: {result}")
    note.write_text("{")
    for arguments in (["--check"], ["--export", str(stage.desktop.home / "out2")]):
        result = command(stage, *arguments)
        expect(result.returncode == 1 and "cannot be read" in result.stderr, f"a broken note: {result}")
    expect(not stage.desktop.records.exists(), "a folder was made in the usual place")


def export_writes_everything_once(stage):
    stage.desktop.tell_story()
    target = stage.desktop.home / "out"
    result = command(stage, f"--export={target}")
    expect(result.returncode == 0, f"it ends with {result.returncode}: {result.stderr}")
    files = [path for path in target.rglob("*") if path.is_file()]
    words = "".join(path.read_text(encoding="utf-8") for path in files if path.suffix == ".md")
    expect("The first evening" in words and "a dog came" in words.lower(), "words are missing in the Markdown")
    kept = {path.stem for path in stage.desktop.records.glob("*/*/*.json")}
    exported = {record["id"] for record in json.loads((target / "hearten-export.json").read_text(encoding="utf-8"))}
    expect(exported == kept, f"{len(kept - exported)} records are missing in the JSON")
    expect(all(path.stat().st_mode & 0o077 == 0 for path in files), "others may read the export")
    before = {path: path.read_bytes() for path in files}
    second = command(stage, f"--export={target}")
    expect(second.returncode == 1 and second.stderr.strip(), "a second export into the same folder is no error")
    expect({path: path.read_bytes() for path in target.rglob("*") if path.is_file()} == before,
           "the second export changed the first")


def export_where_nothing_may_be_written(stage):
    stage.desktop.tell_story()
    result = command(stage, "--export=/proc/nowhere")
    expect(result.returncode == 1 and result.stderr.count("\n") == 1, f"it says {result}")


def upcoming_reminders(stage):
    schedule = stage.desktop.home / "schedule.json"
    schedule.write_text('{"fmt": "hearten-schedule", "v": 1, "reminders": [{"id": "evening", "body": "…", '
                        '"rule": {"repeat": "daily", "times": ["21:00"], "zone": "Europe/Berlin"}}]}')
    result = stage.desktop.run(stage.desktop.env["HEARTEN_REMINDERS"], "--upcoming=2", f"--schedule={schedule}",
                               "--now=2026-10-24T12:00:00Z")
    expect(result.stdout.splitlines() == ["2026-10-24T19:00:00Z evening", "2026-10-25T20:00:00Z evening"],
           f"it prints {result.stdout}")


def the_service_has_no_gtk(stage):
    if not shutil.which("ldd"):
        return
    linked = stage.desktop.run("ldd", os.fspath(stage.desktop.env["HEARTEN_REMINDERS"])).stdout
    expect("libgio" in linked and "libgtk" not in linked and "libadwaita" not in linked, f"it is linked to {linked}")


tell(version, help_names_the_options, an_unknown_option_fails, check_of_nothing_is_whole,
     check_of_the_story_is_whole, check_names_the_damaged_file,
     both_look_where_the_journal_lives, export_writes_everything_once,
     export_where_nothing_may_be_written, upcoming_reminders, the_service_has_no_gtk, apart=True)
