#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Intentions with their days: kept on the tip's page and on Today, seen in Insights."""

import re

from practices import Store, activities, show_page, show_tip, tab_to, today
from rig import expect
from story import tell

DAY = re.compile(rf"{today():%A}, {today().day} .*: Walk$")


def every_rhythm(stage):
    for tip, face, activity in activities("rhythm"):
        stage.fresh()
        app, store = show_tip(stage, tip, face)
        app.click(app.find("text", activity.findtext("placeholder")))
        app.type("Walk\r")
        app.find("label", "Walk")
        store.wait("intentions", lambda found: found and found[0]["weekdays"] == 127, "it is not kept")
        app.press("toggle button", DAY)
        app.find("label", "Kept 1 of the last 1.")
        store.wait("intentions", lambda found: found[0].get("ticks") == [str(today())], "the day is not kept")
        expect(store.read("intentions")[0]["tip"] == tip, "it belongs to another tip")
        app.check()


def on_today_and_in_insights(stage):
    app = stage.app
    store = Store(stage)
    show_page(app, 1, "Today")
    box = app.find("check box", "Walk")
    expect(box.has("CHECKED"), "Today does not know that it was done")
    app.activate(box)
    store.wait("intentions", lambda found: not found[0].get("ticks"), "it stays ticked")
    app.press("check box", "Walk")
    store.wait("intentions", lambda found: found[0].get("ticks") == [str(today())], "it is not ticked again")
    show_page(app, 4, "Insights")
    app.find("label", "You kept an intention 1 time in this time.")
    app.find("list item", "Walk")


def with_the_keyboard(stage):
    """Adds with fewer days, ticks, looks at the month, and puts it out of sight."""
    stage.fresh()
    app, store = show_tip(stage, "tip-02", "both")
    tab_to(app, "text", re.compile("^Something small"))
    app.type("Walk")
    tab_to(app, "toggle button", re.compile(f"^{today(1):%A}$"))
    app.key("space")
    tab_to(app, "button", re.compile("^Add an intention$"))
    app.key("Return")
    app.find("label", "Walk")
    store.wait("intentions", lambda found: found and found[0]["weekdays"] == 127 - (1 << today(1).weekday()), "it has other days")
    tab_to(app, "toggle button", DAY)
    app.key("space")
    store.wait("intentions", lambda found: found[0].get("ticks") == [str(today())], "the day is not kept")
    tab_to(app, "button", re.compile("^Days, Month and More$"), "shift+Tab")
    app.key("Return")
    app.find("dialog", "Intention")
    app.find("label", re.compile(f"{today().year}: done on {today().day}\\.$"))
    app.settle()
    tab_to(app, "button", re.compile("^Put Out of Sight$"))
    app.key("Return")
    app.wait_gone("dialog", "Intention")
    store.wait("intentions", lambda found: found[0].get("archived"), "it is still in sight")
    app.find("list item", "Out of Sight")


if __name__ == "__main__":
    tell(every_rhythm, on_today_and_in_insights, with_the_keyboard)
