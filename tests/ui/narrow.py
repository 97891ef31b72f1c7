#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""At 360 × 640 every page and dialog fits, and everything that can be used has a name."""

import tour
from rig import expect
from story import tell
from widget import Gone

WIDTH, HEIGHT = 360, 640
SLACK = 2  # a header bar reaches one pixel over the edge on purpose
ABSURD = 100000  # GTK gives such numbers for what never got a place
USED = {"button", "toggle button", "check box", "radio button", "switch", "text", "entry", "spin button", "combo box",
        "list item", "slider", "link", "page tab", "dialog", "image", "icon"}
# Named by what they are in: the entry of a row or a spin button, and its pictures.
NAMED_AROUND = {"text", "entry", "image", "icon"}


def too_wide(box):
    x, _, width, height = box
    return 0 < height < ABSURD and 0 < width < ABSURD and (x < -SLACK or x + width > WIDTH + SLACK)


def is_named_around(widget):
    around = widget.node.get_parent()
    while around is not None and around.get_role_name() in ("panel", "grouping") and not around.get_name():
        around = around.get_parent()
    return around is not None and bool(around.get_name())


def is_nameless(app, widget):
    if widget.role not in USED or widget.name:
        return False
    if widget.role in NAMED_AROUND:
        return not is_named_around(widget)
    if widget.role == "list item":  # rows that libadwaita puts around others are read by what is in them
        return not any(inner.name for inner in app.walk(widget.node))
    return True


def complaints(app, stop):
    dialog = app.look("dialog") if stop in tour.OVER or stop in tour.FULL_OVER else None
    for widget in app.walk(dialog and dialog.node):
        try:
            box = widget.extents()
            if widget.role != "frame" and too_wide(box):
                yield f"{stop}: {widget} is at {box}"
            if box[3] > 0 and is_nameless(app, widget):
                yield f"{stop}: a {widget.role} at {box} has no name"
        except Gone:
            continue


def walk_through(stage, *stops):
    app = stage.start_ready(size=(WIDTH, HEIGHT))
    app.find_today()
    found = []
    for stop in stops:
        tour.visit(app, stop)
        found += complaints(app, stop)
        tour.leave(app, stop)
    expect(not found, "\n# ".join([f"{len(found)} complaints", *dict.fromkeys(found)]))


def full_pages(stage):
    stage.desktop.tell_story()
    walk_through(stage, "old-page", *tour.PAGES)


def dialogs(stage):
    stage.desktop.tell_story()
    walk_through(stage, *tour.OVER, *tour.FULL_OVER)


def empty_pages(stage):
    walk_through(stage, *tour.PAGES)


def first_questions(stage):
    stage.desktop.settings(size=(WIDTH, HEIGHT))
    app = stage.start()
    app.find("dialog", "Welcome")
    found = []
    for number in range(3):
        app.settle(0.5)
        found += complaints(app, f"first-run-{number + 1}")
        if number < 2:
            app.press("button", "Skip")
    expect(not found, "\n# ".join(dict.fromkeys(found)))


tell(full_pages, dialogs, empty_pages, first_questions, apart=True, animations=False)
