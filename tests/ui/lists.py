#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of the tips: every collection is used, and what is kept turns up where it is to."""

import datetime
import re

from practices import Store, activities, show_page, show_tip, tab_to, today
from rig import expect, wait_for
from story import tell


def add(app, store, placeholder, words):
    before = len(store.read("items"))
    app.click(app.find("text", placeholder))
    app.type(words + "\r")
    app.find("list item", words)
    store.wait("items", lambda items: len(items) == before + 1 and items[-1]["text"] == words, "it is not kept")


def every_list(stage):
    """Types an item, and moves it on with one press."""
    for tip, face, activity in activities("collection"):
        stage.fresh()
        app, store = show_tip(stage, tip, face)
        words = f"One for {tip}"
        add(app, store, activity.findtext("placeholder"), words)
        states = activity.findall("state")
        item = store.read("items")[0]
        expect((item["tip"], item["face"]) == (tip, face), f"it is on another list: {item}")
        expect(item.get("state") == (states[0].get("id") if states else None), f"it has another state: {item}")
        if states:
            app.press("button", states[0].text)
            store.wait("items", lambda items: items[0]["state"] == states[1].get("id"), "its state stays")
        store.wait("practice", lambda found: found and found[0]["state"] == "begun", "the tip is not begun")
        app.check()


def look_at_the_next_month(app, store):
    """Looking chooses nothing; a press on a day does."""
    calendar = app.find("grouping", "When")
    month = today().strftime("%B")
    app.point(*calendar.middle(), "click", "--repeat", "3", "5")
    app.point(*calendar.middle(), "click", "--repeat", "3", "4")
    app.point(*calendar.middle(), "click", "5")
    app.settle()
    expect(app.look("label", month, calendar) is not None, "scrolling past the calendar turns its month")
    following = list(app.look_all("button", within=calendar))[1]
    app.activate(following)
    app.settle(2)
    expect(store.read("items")[2]["columns"]["on"] == str(today()), "looking at another month chose a day")
    app.click(next(w for w in app.look_all("label", "15", calendar)))
    first = today().replace(day=1)
    chosen = (first + datetime.timedelta(days=32)).replace(day=15)
    store.wait("items", lambda items: items[2]["columns"]["on"] == str(chosen), "a press on a day does not choose it")


def with_the_keyboard(stage):
    """Adds, reorders, sets a date, deletes and takes that back."""
    stage.fresh()
    app, store = show_tip(stage, "tip-22", "both")
    tab_to(app, "text", re.compile("^A plan, a tradition"))
    for words in ("First", "Second", "Third"):
        app.type(words + "\r")
        app.find("list item", words)
    tab_to(app, "list item", re.compile("^First$"))
    app.key("Down", "Down")
    app.holds_focus("list item", "Third")
    app.key("alt+Up", "alt+Up")
    app.holds_focus("list item", "Third")
    store.wait("items", lambda items: sorted(items, key=lambda item: item["place"])[0]["text"] == "Third", "it does not move up")
    app.key("alt+Down")
    store.wait("items", lambda items: sorted(items, key=lambda item: item["place"])[1]["text"] == "Third", "it does not move down")
    app.key("Return")
    app.find("dialog", "Edit")
    app.settle()
    tab_to(app, "list item", re.compile("^When"))
    app.key("Return")
    app.settle()
    tab_to(app, "grouping", re.compile("^When$"))
    app.key("space")
    store.wait("items", lambda items: items[2].get("columns", {}).get("on") == str(today()), "it has no day")
    look_at_the_next_month(app, store)
    app.key("Escape")
    app.wait_gone("dialog", "Edit")


def the_day_shows_on_today(stage):
    show_page(stage.app, 1, "Today")
    stage.app.find("list item", "Third")


def with_the_mouse(stage):
    """Drags the last item above the first."""
    stage.fresh()
    app, store = show_tip(stage, "tip-22", "both")
    for words in ("First", "Second", "Third"):
        add(app, store, "A plan, a tradition, a milestone", words)
    app.scroll_to(app.find("button", "Write About This"))
    app.settle()
    (x, y), (_, above) = app.find("list item", "Third").middle(), app.find("list item", "First").middle()
    app.point(x, y, "mousedown", "1")
    for step in range(1, 11):
        app.point(x, y + (above - 12 - y) * step // 10)
        app.settle(0.05)
    app.xdotool("mouseup", "1")
    store.wait("items", lambda items: [item["text"] for item in sorted(items, key=lambda item: item["place"])] == ["Third", "First", "Second"],
               "it was not dragged")


def what_is_put_down(stage):
    stage.fresh()
    app, store = show_tip(stage, "tip-17", "both")
    add(app, store, "One line is enough", "The blue lamp")
    app.press("button", "Raised")
    app.press("button", "Talked about")
    store.wait("items", lambda items: items[0].get("archived"), "it is not put down")
    app.wait_gone("list item", "The blue lamp")
    tab_to(app, "list item", re.compile("^Out of Sight$"))
    app.key("Return")
    app.press("button", "Bring Back")
    store.wait("items", lambda items: not items[0].get("archived") and items[0]["state"] == "raised", "it does not come back")
    app.find("button", "Raised")


def deleting_is_taken_back(stage):
    app = stage.app
    store = Store(stage)
    app.press("list item", "The blue lamp")
    app.find("dialog", "Edit")
    app.settle()
    app.press("button", "Delete")
    app.wait_gone("list item", "The blue lamp")
    store.wait("items", lambda items: not items, "it is still there")
    app.press("button", "Undo")
    app.find("list item", "The blue lamp")
    store.wait("items", lambda items: len(items) == 1, "it does not come back")


def found_in_the_trash(stage):
    """After the toast, and after a restart."""
    app = stage.app
    app.press("list item", "The blue lamp")
    app.find("dialog", "Edit")
    app.settle()
    app.press("button", "Delete")
    app.wait_gone("list item", "The blue lamp")
    Store(stage).wait("items", lambda items: not items, "it is still there")
    app = stage.start_again("--page=tip-17")
    app.find("button", "Write About This")
    app.choose("Main Menu", 3, 8)
    dialog = app.find("dialog", "Trash")
    app.find("list item", "The blue lamp", within=dialog)
    app.find_words("^Put the past down")
    app.press("button", "Restore “The blue lamp”")
    app.find_words("^Back on its list$")
    Store(stage).wait("items", lambda items: len(items) == 1, "it does not come back")
    app.key("Escape")
    app.find("list item", "The blue lamp")


def a_hard_day(stage):
    """The jar is offered while the weather is rainy, and not while it is clear."""
    stage.fresh()
    store = Store(stage)
    store.situation("no")
    store.put("item", "items", tip="tip-15", face="both", text="Sang all evening", place=1)
    app = stage.start_ready()
    app.press("toggle button", re.compile("^Clear"))
    store.wait("weather", lambda days: days and days[0].get("mood") == 2, "the weather is not kept")
    expect(app.look("button", "Draw One") is None, "the jar is there on a clear day")
    app.press("toggle button", re.compile("^Rainy"))
    app.press("button", "Draw One")
    app.find("label", "Sang all evening")
    store.wait("items", lambda items: items[0].get("drawn") == str(today()), "it does not say that it was drawn")


def where_they_turn_up(stage):
    """Plans and memories on Today, boundaries on request, the rest in Insights; nothing of the two of you while it is no."""
    stage.fresh()
    store = Store(stage)
    store.situation("no")
    items = [("tip-08", "own", "A swim", "planned", {"when": str(today(3))}), ("tip-08", "together", "The canal", "planned", {"when": str(today(1))}),
             ("tip-13", "own", "The winter of the skates", "kept", {"friend-day": f"{today().year - 4}-{today():%m-%d}"}),
             ("tip-13", "together", "The goose", "for-me", {"happened-on": f"{today().year - 4}-{today():%m-%d}"}),
             ("tip-16", "both", "No messages after ten", "clear", {"weight": "deal-breaker"}),
             ("tip-07", "own", "The post", "kept", {}), ("tip-07", "together", "The key", "kept", {}), ("tip-15", "both", "A real meal", None, {}),
             ("tip-18", "own", "The river", "alone-done", {}), ("tip-21", "both", "Slept until six", None, {"noticed-on": str(today(-9))})]
    for place, (tip, face, text, state, columns) in enumerate(items):
        store.put("item", "items", tip=tip, face=face, text=text, place=place, columns=columns, **({"state": state} if state else {}))
    app = stage.start_ready()
    app.find("list item", "A swim")
    app.find("list item", "The winter of the skates")
    expect(app.look("list item", "No messages after ten") is None, "the boundaries are there unasked")
    app.press("list item", "Your Boundaries")
    app.find("list item", "No messages after ten")
    for text in ("The canal", "The goose"):
        expect(app.look("list item", text) is None, f"“{text}” is shown although they said no")
    show_page(app, 4, "Insights")
    for words in ("You have kept 1 promise.", "1 small win is in the jar.", "You have spent 1 planned time without a screen.", "Slept until six"):
        app.find("list item", words)


def left_half_typed(stage):
    """A line that was typed is kept where one goes elsewhere or quits; an example that was only looked at is not."""
    stage.fresh()
    app, store = show_tip(stage, "tip-22", "both")
    app.click(app.find("text", "A plan, a tradition, a milestone"))
    app.type("The sea")
    show_page(app, 1, "Today")
    store.wait("items", lambda items: [item["text"] for item in items] == ["The sea"], "what was typed is gone")
    app.quit()
    stage.fresh()
    app, store = show_tip(stage, "tip-02", "both")
    app.press("list item", "Walk for twenty minutes before supper")
    app.settle()
    show_page(app, 1, "Today")
    app = stage.start_again("--tip=tip-02")
    app.find("list", "To give you an idea")
    expect(not store.read("intentions"), "an example is kept that nobody changed")
    app.click(app.find("text", re.compile("^Something small")))
    app.type("Walk")
    app.quit()
    store.wait("intentions", lambda found: [one["text"] for one in found] == ["Walk"], "what was typed is gone")


def drafts(stage):
    path = stage.desktop.home / "state/hearten/drafts.json"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def half_a_line_after_a_crash(stage):
    """Killed while a line is being typed: it is in its field again, and on no list yet."""
    for tip, words, line in (("tip-22", "A plan, a tradition, a milestone", "The se"),
                             ("tip-02", "Something small that is mine", "Wal")):
        stage.fresh()
        app, store = show_tip(stage, tip, "both")
        app.click(app.find("text", words))
        app.type(line)
        wait_for(lambda: line in drafts(stage), "what was typed is not on the disk")
        app.kill()
        app = stage.start(f"--page={tip}")
        app.wait_text(app.find("text", words), line)
        expect(not store.read("items") + store.read("intentions"), "it is on the list already")
        app.click(app.find("text", words))
        app.key("End")
        app.type("x\r")
        app.find("list item" if tip == "tip-22" else None, line + "x")
        app.quit()
        app = stage.start(f"--page={tip}")
        app.wait_text(app.find("text", words), "")


if __name__ == "__main__":
    tell(every_list, with_the_keyboard, the_day_shows_on_today, with_the_mouse, what_is_put_down, deleting_is_taken_back,
         found_in_the_trash, a_hard_day, where_they_turn_up, left_half_typed, half_a_line_after_a_crash)
