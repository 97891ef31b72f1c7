#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hiding at once: out of sight with one press, from everywhere, and every word is on the disk."""

from rig import expect, wait_for
from story import tell

WORDS = "Nobody else may read this"


def is_kept(stage):
    return any(WORDS in path.read_text(encoding="utf-8") for path in stage.desktop.records.glob("journal/*/*.json"))


def write_words(app):
    app.find_today()
    app.key("ctrl+n")
    app.find("text", "Title")
    app.type(WORDS)


def from_the_editor(stage):
    app = stage.start_ready()
    write_words(app)
    app.key("ctrl+shift+h")
    app.wait_end()
    expect(is_kept(stage), "the words are lost")
    app = stage.start()
    app.find_today()  # and not the page that was open


def escape_twice_in_a_dialog(stage):
    app = stage.start_ready()
    write_words(app)
    app.key("ctrl+comma")
    app.find("dialog", "Preferences")
    app.key("Escape", "Escape")
    app.wait_end()
    expect(is_kept(stage), "the words are lost")


def keys_in_a_dialog(stage):
    app = stage.start_ready()
    write_words(app)
    app.key("ctrl+comma")
    app.find("dialog", "Preferences")
    app.key("ctrl+shift+h")
    app.wait_end()
    expect(is_kept(stage), "the words are lost")


def escape_once_stays(stage):
    app = stage.start_ready()
    app.find_today()
    app.key("Escape")
    app.settle(1)
    app.key("Escape")
    app.settle(1)
    expect(app.process.poll() is None, "two slow presses closed it")


def full_disk_comes_back(stage):
    """What cannot be saved is shown again, and not lost in hiding."""
    app = stage.start_ready()
    write_words(app)
    wait_for(lambda: is_kept(stage), "the words are not saved")
    months = list(stage.desktop.records.glob("journal/*"))
    for month in months:
        month.rename(month.with_suffix(".away"))
        month.write_text("a file where the folder was")
    app.type(" and more")
    app.key("ctrl+shift+h")
    app.find_words("Some Words Are Not Saved Yet")
    expect(app.process.poll() is None, "it closed with words that are not saved")


tell(from_the_editor, escape_twice_in_a_dialog, keys_in_a_dialog, escape_once_stays, full_disk_comes_back, apart=True)
