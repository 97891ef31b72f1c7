# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog: how to open it, and how to see that it is there."""

import re
import xml.etree.ElementTree

from rig import SOURCE, wait_for


def page(number, name):
    def open_it(app):
        app.key(f"ctrl+{number}")
        app.find("grouping", name)
    return open_it


def tip(app):
    app.key("ctrl+t")
    app.find("button", "Write About This")


def find_help(app):
    app.key("F1")
    app.find("grouping", "Find Help")


def new_page(app):
    app.key("ctrl+1")
    app.find_today()
    app.key("ctrl+n")
    app.find("text", "Title")


def old_page(app):
    page(2, "Journal")(app)
    app.press("list item", re.compile("^The long train"))
    app.find("text", "Title")


def journal_search(app):
    page(2, "Journal")(app)
    app.key("ctrl+f")
    app.holds_focus("entry", "Search your pages")
    app.type("lamp")
    app.settle(0.5)


def sidebar(app):
    """Beside the page where there is room, else what Back leads to."""
    app.key("ctrl+1")
    app.find_today()
    if not app.look("list", "Pages and tips"):
        app.press("button", "Back")
    app.find("list", "Pages and tips")


def tip_search(app):
    sidebar(app)
    app.press("toggle button", "Search Tips")
    app.holds_focus("entry", "Search tips")
    app.type("space")
    app.settle(0.5)


def preferences(name):
    def open_it(app):
        app.key("ctrl+comma")
        dialog = app.find("dialog", "Preferences")
        if name:
            tabs = [w for w in app.look_all(None, name, dialog) if w.role in ("page tab", "toggle button", "button")
                    and w.extents()[2] > 0]
            app.click(tabs[-1])
    return open_it


def new_reminder(app):
    page(5, "Reminders")(app)
    app.press("button", "Add Reminder")
    app.find("dialog", "New Reminder")


def edit_reminder(app):
    page(5, "Reminders")(app)
    app.press("list item", re.compile("^Nothing has to be decided today"))
    app.find("dialog", "Edit Reminder")


def about(app):
    sidebar(app)
    app.choose("Main Menu", 7, 8)
    app.find("dialog", re.compile("^About"))


def shortcuts(app):
    app.key("ctrl+question")
    app.find("dialog", "Keyboard Shortcuts")


def main_menu(app):
    sidebar(app)
    app.press("button", "Main Menu")
    wait_for(lambda: app.look("menu item"), "the menu does not open")


def bottom(opener):
    """The end of a page that is longer than the window."""
    def open_it(app):
        opener(app)
        panes = [w for w in app.look_all("scroll pane") if w.extents()[2] > 0]
        app.point(*panes[-1].middle())
        app.xdotool("click", "--repeat", "60", "--delay", "3", "5")
    return open_it


def at_practice(title):
    """The practice of a tip, which is named by the face that is shown."""
    def open_it(app):
        sidebar(app)
        app.press("list item", re.compile(f"^{title}, "))
        app.find("button", "Write About This")
        app.settle()
        app.scroll_to(app.find("button", "Write About This"))
    return open_it


def begun(title, label):
    def open_it(app):
        at_practice(title)(app)
        app.press("button", label)
        app.settle()
    return open_it


def practices():
    """The practice of every tip, whichever of its faces is shown."""
    found = {}
    for path in sorted(SOURCE.glob("data/tips/tip-*.xml")):
        titles = {node.text for node in xml.etree.ElementTree.parse(path).iter("title")}
        found["practice-" + path.stem] = at_practice("(" + "|".join(map(re.escape, sorted(titles))) + ")")
    return found


def letter_is_back(app):
    at_practice("An apology that stays with you")(app)
    app.press("list item", re.compile("^I read the messages"))
    app.find("button", "Let It Go")


def kinder(app):
    """What is offered after three sittings in a week."""
    at_practice("Look back honestly")(app)
    for number in range(3):
        app.press("button", re.compile("^(Look back|Start Anew)$"))
        app.press("button", "Next")
        app.click(app.find("text", "What happened, told plainly?"))
        app.type(f"Sitting {number}")
        app.press("button", "Stop Here")
        app.settle()
    app.press("button", "Start Anew")
    app.find_words("three times this week")


def trash(app):
    sidebar(app)
    app.choose("Main Menu", 3, 8)
    app.find("dialog", "Trash")


def chapter(n_steps):
    """The steps of closing a chapter; the last one is that of deleting."""
    def open_it(app):
        sidebar(app)
        app.choose("Main Menu", 4, 8)
        app.find("dialog", "Close This Chapter")
        for step in range(n_steps):
            if step == 2:
                app.press("radio button", re.compile("^Delete everything"))
            app.settle()
            app.press("button", "Go On")
        app.settle()
    return open_it


PAGES = {"today": page(1, "Today"), "journal": page(2, "Journal"), "space": page(3, "Space"),
         "insights": page(4, "Insights"), "reminders": page(5, "Reminders"), "help": find_help, "tip": tip,
         "new-page": new_page, "sidebar": sidebar}
# A tip of each kind of practice that is written into; full in the story
PRACTICES = {"worksheet": at_practice("Ask a professional"), "cards": at_practice("Be open with someone you trust"),
             "letter": at_practice("An apology that stays with you"),
             "worksheet-step": begun("Look back honestly", "Look back"),
             "letter-step": begun("An apology that stays with you", "Write it here")}
FULL_PAGES = {**PRACTICES, **practices(), "old-page": old_page, "today-end": bottom(PAGES["today"]), "tip-end": bottom(tip),
              "space-end": bottom(PAGES["space"]), "insights-end": bottom(PAGES["insights"]),
              "reminders-end": bottom(PAGES["reminders"]), "letter-is-back": letter_is_back, "kinder": kinder}
OVER = {"tip-search": tip_search, "main-menu": main_menu, "preferences": preferences(None),
        "preferences-reminders": preferences("Reminders"), "preferences-situation": preferences("Situation"),
        "preferences-journal": preferences("Journal"), "new-reminder": new_reminder,
        "about": about, "shortcuts": shortcuts, "trash": trash, "chapter": chapter(0),
        "chapter-reminders": chapter(1), "chapter-words": chapter(2), "chapter-delete": chapter(3)}
FULL_OVER = {"journal-search": journal_search, "edit-reminder": edit_reminder}


def stops(full):
    return {**PAGES, **OVER, **FULL_PAGES, **FULL_OVER} if full else {**PAGES, **OVER}


def visit(app, stop):
    """Opens it; leave() afterwards."""
    stops(True)[stop](app)
    app.settle(0.3)


def leave(app, stop):
    """Closes what lies over the pages."""
    if stop.startswith("chapter"):
        app.press("button", "Not Now")
        app.settle()
    elif stop in OVER or stop in FULL_OVER:
        app.key("Escape")
        app.settle(0.2)
        app.take_focus()
