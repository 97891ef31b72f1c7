#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A space period on a hard evening: begin it from its tip, go through an urge, note contact, rest, end it."""

import datetime
import json
import re

from rig import expect, wait_for
from story import tell


def records(stage, folder):
    found = [json.loads(path.read_text(encoding="utf-8"))
             for path in stage.desktop.records.glob(f"{folder}/*/*.json")]
    return sorted(found, key=lambda record: record["created"])


def wait_record(stage, folder, **members):
    """The newest record of a kind once it says so."""
    def look():
        found = records(stage, folder)
        return found and all(found[-1].get(name) == value for name, value in members.items()) and found[-1]
    return wait_for(look, lambda: f"no {folder} with {members}: {records(stage, folder)}")


def decline_reminder(app):
    app.press("button", "Not Now")
    app.wait_gone("button", "Not Now")


def begin_from_the_tip(stage):
    """Neither Escape nor a crash takes the reason away."""
    app = stage.start_ready("--tip=tip-11")
    app.press("button", "Start a space period")
    app.find("dialog", re.compile("."))
    app.click(app.find("text", "Why, in your own words"))
    app.type("To hear myself")
    app.key("Escape")
    app.wait_gone("dialog", re.compile("."))
    app.press("button", "Start a space period")
    app.wait_text(app.find("text", "Why, in your own words"), "To hear myself")
    app.settle(1)
    app.kill()
    app = stage.start("--tip=tip-11")
    app.press("button", "Start a space period")
    dialog = app.find("dialog", re.compile("."))
    app.wait_text(app.find("text", "Why, in your own words"), "To hear myself")
    app.press("button", re.compile("^Begin"), within=dialog)
    wait_record(stage, "space", days=30, reason="To hear myself")
    wait_for(lambda: "To hear" not in (stage.desktop.home / "state/hearten/drafts.json").read_text(),
             "the draft outlives what became of it")
    app.find_words("^Day 1 of 30$")


def through_an_urge(stage):
    app = stage.app
    decline_reminder(app)
    app.press("button", "I Feel the Urge")
    app.find("image", re.compile("^A circle to breathe with"))
    expect(not records(stage, "urges"), "an urge is kept before anything was done")
    app.press("button", "Go On")
    app.find_words("^What set it off")
    wait_record(stage, "urges")
    app.press("toggle button", "Lying awake")
    wait_record(stage, "urges", triggers=["night"])
    app.click(app.find("text", "In your own words"))
    app.type("The old song")
    wait_record(stage, "urges", words="The old song")
    app.press("button", "Go On")
    app.find_words("^What is your plan")
    app.press("radio button", re.compile("^If I want to write late in the evening"))
    urge = wait_record(stage, "urges", triggers=["night"], words="The old song")
    wait_for(lambda: records(stage, "urges")[-1].get("plan", "").startswith("If I want to write"), "no plan is kept")
    expect("outcome" not in urge, "the outcome is there already")
    app.press("button", "Go On")
    app.find_words("^What happened")


def killed_and_asked_again(stage):
    """What was said is there after a kill, and the rest is asked for on the page Space."""
    stage.app.kill()
    app = stage.start("--page=today")
    app.find_words("^Pick Up Where You Left")
    app.find("list item", re.compile("^What came of your last urge"))
    app.key("ctrl+3")
    app.find("button", "I Feel the Urge")
    app.find_words("^What came of your last urge")
    app.press("button", "What came of your last urge?")
    app.press("list item", "I rode it out")
    app.find_words("^That was hard")
    wait_record(stage, "urges", outcome="rode", words="The old song", triggers=["night"])
    app.press("button", "Done")
    app.find_words("^You rode out 1 urge")
    app.wait_gone("button", "What came of your last urge?")


def contact_takes_nothing(stage):
    app = stage.app
    app.choose("Note Contact", 0, 4)
    app.find_words("^Noted")
    wait_record(stage, "urges", outcome="wrote")
    app.find_words("^◆ I made contact: 1$")
    app.find_words("^Day 1 of 30$")
    app.press("button", "Undo")
    app.wait_gone("label", "◆ I made contact: 1")
    app.choose("Note Contact", 2, 4)
    wait_record(stage, "urges", outcome="practical")
    app.find_words("not counted.: 1$")
    app.press("button", "Dismiss")
    app.wait_gone("button", "Dismiss")


def plan_and_put_back(stage):
    app = stage.app
    app.click(app.find("text", re.compile("^A plan of your own")))
    app.type("If it rains, then I bake.\r")
    app.find_words("^If it rains, then I bake.$")
    wait_record(stage, "space", plans=["If it rains, then I bake."])
    app.press("button", "Remove This Plan")
    wait_for(lambda: "plans" not in records(stage, "space")[-1], "the plan is still kept")
    app.press("button", "Put This Plan Back")
    wait_record(stage, "space", plans=["If it rains, then I bake."])


def rest_and_go_on(stage):
    app = stage.app
    app.press("button", "Let It Rest")
    app.find_words("^It rests")
    wait_for(lambda: "until" not in records(stage, "space")[-1].get("rests", [{"until": 1}])[0], "it does not rest")
    app.press("button", "Go On")
    wait_for(lambda: "until" in records(stage, "space")[-1]["rests"][0], "it does not go on")
    app.find_words("^Day 1 of 30$")


def reason_stays_after_escape(stage):
    app = stage.app
    app.press("button", "Change Your Reason")
    app.click(app.find("text", "Your reason"))
    app.key("ctrl+a")
    app.type("To sleep again.")
    app.key("Escape")
    app.wait_gone("alert")
    wait_record(stage, "space", reason="To sleep again.")
    app.press("button", "Change Your Reason")
    app.click(app.find("text", "Your reason"))
    app.type("Not this. ")
    app.press("button", "Cancel")
    wait_record(stage, "space", reason="To sleep again.")


def end_with_what_was_learned(stage):
    app = stage.app
    app.press("button", "End…")
    app.click(app.find("text", "What you learned"))
    app.type("Evenings are hardest.")
    app.press("button", "End It")
    wait_record(stage, "space", learned="Evenings are hardest.")
    app.find_words("Evenings are hardest")
    expect("ended" in records(stage, "space")[-1], "it has not ended")
    app.quit()


def learned_after_its_last_day(stage):
    """A period that ran to its end by itself asks as well, and an earlier one can be added to."""
    path = next(stage.desktop.records.glob("space/*/*.json"))
    period = json.loads(path.read_text(encoding="utf-8"))
    del period["ended"], period["learned"]
    day = datetime.date.today()
    period |= {"started": str(day - datetime.timedelta(days=10)), "days": 7, "rests": []}
    path.write_text(json.dumps(period), encoding="utf-8")
    app = stage.start("--page=space")
    app.find_words("^The days you chose are behind you$")
    app.press("button", "Write")
    app.holds_focus("text", "What you learned")
    app.type("Mornings help.")
    app.press("button", "Save")
    wait_record(stage, "space", learned="Mornings help.")
    app.find_words("Mornings help")
    app.press("button", re.compile("^What you learned, "))
    app.wait_text(app.find("text", "What you learned"), "Mornings help.")
    app.key("ctrl+End")
    app.type(" So do walks.")
    app.press("button", "Save")
    wait_record(stage, "space", learned="Mornings help. So do walks.")
    app.quit()


def run_out_meanwhile(stage):
    """The period ends by itself while one writes what was learned in it."""
    app = stage.start("--page=space")
    app.press("button", "Begin Today")
    period = wait_record(stage, "space", started=str(datetime.date.today()), days=30)
    decline_reminder(app)
    app.press("button", "End…")
    app.click(app.find("text", "What you learned"))
    path = next(stage.desktop.records.glob(f"space/*/{period['id']}.json"))
    period.update(started="2026-01-01", revision={**period["revision"], "00d0000000000009": 1})
    temporary = path.with_name(".there.tmp")
    temporary.write_text(json.dumps(period), encoding="utf-8")
    temporary.rename(path)
    app.wait_gone("button", "I Feel the Urge", seconds=12)
    app.type("It was long.")
    app.press("button", "End It")
    wait_for(lambda: any(p["started"] == "2026-01-01" and p.get("learned") == "It was long."
                         for p in records(stage, "space")), "what was learned is lost")
    app.quit()


def escape_keeps(stage):
    """Escape at any step; F1 leads to help."""
    app = stage.start("--page=space")
    app.press("button", "Begin Today")
    wait_record(stage, "space", days=30)
    app.find("button", "I Feel the Urge")
    decline_reminder(app)
    before = len(records(stage, "urges"))
    app.press("button", "I Feel the Urge")
    app.find("image", re.compile("^A circle to breathe with"))
    app.key("Escape")
    app.wait_gone("dialog")
    expect(len(records(stage, "urges")) == before, "an urge is kept that nobody went into")
    app.press("button", "I Feel the Urge")
    app.press("button", "Go On")
    app.find_words("^What set it off")
    app.key("F1")
    app.find("grouping", "Find Help")
    app.wait_gone("dialog")
    wait_for(lambda: len(records(stage, "urges")) == before + 1, "the urge is lost")


def go_to_plan(app):
    app.press("button", "I Feel the Urge")
    app.press("button", "Go On")
    app.find_words("^What set it off")
    app.press("button", "Go On")
    app.find_words("^What is your plan")


def asked_first_what_it_is_for(stage):
    """From the space, and from the urge, to the check before one writes."""
    app = stage.app
    app.key("ctrl+3")
    app.press("list item", "No games")
    app.find("button", "Ask myself first")
    app.key("ctrl+3")
    go_to_plan(app)
    app.press("list item", "No games", within=app.find("dialog"))
    app.wait_gone("dialog")
    app.find("button", "Ask myself first")


def quit_in_the_middle(stage):
    """Ctrl+Q works in a dialog too, and keeps the plan that was being typed; what was deleted again is no plan."""
    app = stage.app
    app.key("ctrl+3")
    go_to_plan(app)
    app.click(app.find("text", re.compile("^A plan of your own")))
    app.type("I")
    wait_record(stage, "urges", plan="I")
    app.key("BackSpace")
    wait_for(lambda: "plan" not in records(stage, "urges")[-1], "its first letter stays as the plan")
    app.type("If it is late, then I sleep.")
    app.quit()
    expect(records(stage, "urges")[-1].get("plan") == "If it is late, then I sleep.", "the plan is lost")


tell(begin_from_the_tip, through_an_urge, killed_and_asked_again, contact_takes_nothing, plan_and_put_back,
     rest_and_go_on, reason_stays_after_escape, end_with_what_was_learned, learned_after_its_last_day, run_out_meanwhile,
     escape_keeps, asked_first_what_it_is_for, quit_in_the_middle)
