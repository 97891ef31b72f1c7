#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check-ins: every question of every one, going on half-way, and what may be said in which situation."""

import re

from practices import Store, activities, show_page, show_tip, tab_to, today
from rig import expect
from story import tell


def begin(app, activity):
    app.press("button", activity.findtext("begin"))


def answer(app, prompt, choice=None, last=False):
    """One question; `choice` is a choice's id or a number of the scale."""
    app.find("label", prompt.findtext("ask"))
    choices = prompt.findall("choice")
    if choices:
        label = next(each.text for each in choices if choice in (None, each.get("id")))
    else:
        label = re.compile(f"^{choice or 3}\\b")
    app.press("radio button", label)
    app.press("button", "Done" if last else "Next")


def answer_all(app, activity, choices=None):
    prompts = activity.findall("prompt")
    for number, prompt in enumerate(prompts, 1):
        answer(app, prompt, (choices or {}).get(prompt.get("id")), number == len(prompts))


def every_checkin(stage):
    for tip, face, activity in activities("checkin"):
        stage.fresh()
        app, store = show_tip(stage, tip, face)
        begin(app, activity)
        answer_all(app, activity)
        app.find("label", "What seems wise now")
        found = store.wait("checkins", lambda found: found and found[0].get("outcome"), "it is not finished")[0]
        expect((found["tip"], found["face"], found["day"]) == (tip, face, str(today())), f"it is another: {found}")
        expect(set(found["answers"]) == {prompt.get("id") for prompt in activity.findall("prompt")}, f"not all answers: {found}")
        outcome = next(each for each in activity.findall("outcome") if each.get("id") == found["outcome"])
        app.find("label", outcome.text)
        if activity.get("every") == "week":
            app.find("label", "Your answer: 3 of 5. With a second one there is a line.")
            show_page(app, 4, "Insights")
            app.find("label", "Your answer: 3 of 5. With a second one there is a line.")
        app.check()


def half_done_goes_on(stage):
    """Killed after two of seven, it goes on with the third; Today says so."""
    stage.fresh()
    activity = next(each for tip, _, each in activities("checkin") if tip == "tip-03")
    prompts = activity.findall("prompt")
    app, store = show_tip(stage, "tip-03", "both")
    begin(app, activity)
    answer(app, prompts[0], "2")
    answer(app, prompts[1], "5")
    store.wait("checkins", lambda found: found and len(found[0]["answers"]) == 2, "the answers are not kept")
    app.kill()
    app = stage.start()
    show_page(app, 1, "Today")
    app.press("list item", "See where you stand", within=app.find("grouping", "Today"))
    app.press("button", "Go On")
    app.find("label", prompts[2].findtext("ask"))
    expect("outcome" not in store.read("checkins")[0], "it counts as finished")


def half_done_once(stage):
    """One that is asked once waits on Today as well, as long as it may be gone on with."""
    stage.fresh()
    activity = next(each for tip, _, each in activities("checkin") if each.get("every") == "once")
    app, store = show_tip(stage, "tip-09", "both")
    begin(app, activity)
    answer(app, activity.findall("prompt")[0])
    store.wait("checkins", lambda found: found and len(found[0]["answers"]) == 1, "the answer is not kept")
    show_page(app, 1, "Today")
    app.find_words("^Pick Up Where You Left$")
    app.press("list item", "No games", within=app.find("grouping", "Today"))
    app.find("button", "Go On")


def due_after_a_week(stage):
    for days, due in ((-6, False), (-7, True), (-70, False)):
        stage.fresh()
        store = Store(stage)
        store.put("checkin", "checkins", tip="tip-03", face="both", day=str(today(days)), answers={"sleep": 3}, outcome="ordinary")
        app = stage.start_ready()
        app.find_today()
        app.settle(0.5)
        expect((app.look_words("^A Look at the Week$") is not None) == due, f"{days} days ago: it is {'not ' if due else ''}asked for")


KIND = {"welcome": "yes", "reason": "kind", "open": "5", "silence": "5", "calm": "5"}


def no_games(stage):
    """“Go ahead” is said only where contact is welcome, whatever is answered."""
    activity = next(each for tip, _, each in activities("checkin") if tip == "tip-09")
    for contact, outcome, button in (("open", "go", "Start with something light"), ("no", "wait", "Write It Here")):
        stage.fresh()
        store = Store(stage)
        store.situation(contact)
        app = stage.start_ready("--tip=tip-09")
        begin(app, activity)
        answer_all(app, activity, KIND)
        store.wait("checkins", lambda found: found and found[0].get("outcome") == outcome, "another thing is said")
        app.press("button", button)
        if contact == "open":
            app.find_words("^A first message that asks for nothing")
        else:
            app.find("text", "Title")


def with_the_keyboard(stage):
    stage.fresh()
    app, store = show_tip(stage, "tip-03", "both")
    tab_to(app, "button", re.compile("^Check in$"))
    app.key("Return")
    for number in range(7):
        app.holds_focus("radio button")
        app.key("space")
        app.settle(0.2)
        tab_to(app, "button", re.compile("^Next$" if number < 6 else "^Done$"))
        app.key("Return")
    app.find("label", "What seems wise now")
    store.wait("checkins", lambda found: found and found[0].get("outcome") == "dark", "it is not finished")


if __name__ == "__main__":
    tell(every_checkin, half_done_goes_on, half_done_once, due_after_a_week, no_games, with_the_keyboard)
