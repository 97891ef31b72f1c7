#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing cards: none twice, keeping some, writing about one; the decks of every tip that has one."""

import re
import xml.etree.ElementTree

from practice import expect_words, open_tip, wait_record
from rig import SOURCE, expect, wait_for
from story import tell


def read_cards(tip, face):
    """The button that begins, and the words of the cards by id, from the tip's file."""
    root = xml.etree.ElementTree.parse(SOURCE / f"data/tips/{tip}.xml").getroot()
    activity = next(a for a in root.find(f"face[@for='{face}']").iter("activity") if a.get("kind") == "cards")
    words = {card.get("id"): card.text.replace("{name}", "Robin") for card in activity.findall("card")}
    return activity.find("begin").text, words


def wait_deck(stage, fits, message):
    return wait_record(stage, "decks", fits, message)


def current(stage, others=()):
    """The deck as soon as a card lies on the table that is none of the others."""
    return wait_deck(stage, lambda r: r.get("current") and r["current"] not in others, "no card is on the table")


def draw(tip, face):
    def part(stage):
        begin, words = read_cards(tip, face)
        app = open_tip(stage, tip, "open" if face == "together" else "no")
        app.press("button", begin)
        deck = current(stage)
        expect((deck["tip"], deck["face"]) == (tip, face), f"the deck is {deck}")
        app.find("label", words[deck["current"]])
        app.find_words(f"^{len(words) - 1} more cards")
        wait_record(stage, "practice", lambda r: r["tip"] == tip and r["state"] == "begun", "the tip is not begun")
    part.__name__ = f"draw_{tip}_{face}".replace("-", "_")
    return part


def none_twice(stage):
    begin, words = read_cards("tip-20", "own")
    app = open_tip(stage, "tip-20", "no")
    app.press("button", begin)
    seen = [current(stage)["current"]]
    for number in range(1, len(words)):
        if number == 10:  # the round goes on where it was after the program was killed
            app.kill()
            app = stage.start("--page=tip-20")
            app.find("label", words[seen[-1]])
        app.press("button", "Another")
        seen.append(current(stage, seen)["current"])
        app.settle(0.2)
    app.find_words("^That was the last one")
    expect(len(set(seen)) == len(words), f"a card came twice: {seen}")
    app.press("button", "Another")
    deck = wait_deck(stage, lambda r: r["round"] == 2, "no second round begins")
    expect(deck["current"] != seen[-1], "the last card came again at once")
    expect(deck["cards"][seen[0]]["state"] == "skipped", f"the deck is {deck}")


def keep(stage):
    begin, words = read_cards("tip-12", "own")
    app = open_tip(stage, "tip-12", "no")
    app.press("button", begin)
    card = current(stage)["current"]
    app.press("toggle button", "Keep")
    wait_deck(stage, lambda r: r["cards"][card]["state"] == "kept", "the card is not kept")
    app.press("button", "Another")
    current(stage, [card])
    app = stage.start_again("--page=tip-12")
    kept = app.find("list", "Kept cards")
    app.press("list item", "Kept cards", within=kept)
    app.find("button", f"Write about “{words[card]}”")
    app.settle(0.5)
    app.press("button", f"No longer keep “{words[card]}”")
    wait_deck(stage, lambda r: r["cards"][card]["state"] == "drawn", "the card is still kept")
    app.press("button", "Undo")
    wait_deck(stage, lambda r: r["cards"][card]["state"] == "kept", "what was undone is not kept")
    app.press("button", f"No longer keep “{words[card]}”")
    app.wait_gone("list", "Kept cards")


def write_about(stage):
    begin, words = read_cards("tip-20", "together")
    app = open_tip(stage, "tip-20", "open")
    app.press("button", begin)
    card = words[current(stage)["current"]]
    app.press("button", "Write About It")
    app.wait_text(app.find("text", "Title"), card)
    app.holds_focus("text", "Text")
    expect(app.find("text", "Text").placeholder() == card, "the card is not the prompt")
    app.type("By the sea.")
    entry = wait_record(stage, "journal", lambda r: r.get("body") == "By the sea.", "the page is not on the disk")
    expect((entry["tip"], entry["title"]) == ("tip-20", card), f"the page is {entry}")
    app.key("alt+Left")
    app.find("list item", card)


def nothing_written(stage):
    begin, _ = read_cards("tip-04", "own")
    app = open_tip(stage, "tip-04", "no")
    app.press("button", begin)
    current(stage)
    app.press("button", "Write About It")
    app.holds_focus("text", "Text")
    app.key("alt+Left")
    app.find("button", "Put Away")
    app.press("button", "Put Away")
    app.find("button", begin)
    app.quit()
    expect(not list(stage.desktop.records.glob("journal/*/*.json")), "a page without a word was kept")


def closed_gate(stage):
    """A card kept on the face for two is not shown on the other."""
    begin, words = read_cards("tip-20", "together")
    app = open_tip(stage, "tip-20", "open")
    app.press("button", begin)
    card = current(stage)["current"]
    app.press("toggle button", "Keep")
    wait_deck(stage, lambda r: r["cards"][card]["state"] == "kept", "the card is not kept")
    app.quit()
    path = next(stage.desktop.records.glob("situation/2026-01/*.json"))
    path.write_text(path.read_text().replace('"open"', '"no"'))
    app = stage.start("--page=tip-20")
    app.find("button", read_cards("tip-20", "own")[0])
    expect(app.look(None, words[card]) is None, "the card of the other face is shown")
    expect(app.look("list", "Kept cards") is None, "the kept cards of the other face are shown")


def by_keyboard(stage):
    begin, words = read_cards("tip-20", "own")
    app = open_tip(stage, "tip-20", "no")
    app.find("button", begin)
    for _ in range(60):
        focus = app.focused()
        if focus and focus.name == begin:
            break
        app.key("Tab")
    app.key("Return")
    app.holds_focus("button", "Another")
    first = current(stage)["current"]
    app.key("Return")
    second = current(stage, [first])["current"]
    app.key("shift+Tab", "space")
    wait_deck(stage, lambda r: r["cards"][second]["state"] == "kept", "the card is not kept")
    app.key("Tab", "Tab", "Return")
    app.wait_text(app.find("text", "Title"), words[second])
    app.type("Keys")
    expect_words(wait_record(stage, "journal", lambda r: r.get("body") == "Keys", "no page"), words[second])


tell(*(draw(tip, face) for tip in ("tip-04", "tip-12", "tip-20") for face in ("together", "own")),
     none_twice, keep, write_about, nothing_written, closed_gate, by_keyboard, apart=True, animations=False)
