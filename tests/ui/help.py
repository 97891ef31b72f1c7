#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Find help: whose numbers are shown, and that nothing is called or opened that was not pressed."""

import json
import re
import shutil

from rig import expect, wait_for
from story import tell

DIRECTORIES = 3
HANDLER = """[Desktop Entry]
Type=Application
Name=Catch
Exec=/bin/sh -c 'echo "%u" >>{caught}'
MimeType=x-scheme-handler/tel;x-scheme-handler/https;x-scheme-handler/http;
"""


def catch(stage):
    """Has addresses written into a file in place of opening them."""
    home = stage.desktop.home
    folder = home / "data/applications"
    folder.mkdir(parents=True)
    (folder / "catch.desktop").write_text(HANDLER.format(caught=home / "caught"))
    kinds = "".join(f"x-scheme-handler/{scheme}=catch.desktop\n" for scheme in ("tel", "https", "http"))
    (home / "config/mimeapps.list").write_text(f"[Default Applications]\n{kinds}")


def caught(stage):
    path = stage.desktop.home / "caught"
    return path.read_text().split() if path.exists() else []


def record(stage):
    found = [json.loads(path.read_text()) for path in stage.desktop.records.glob("situation/**/*.json")]
    return found[0] if found else {}


def start_in(stage, locale):
    """Where the locale is not installed, a copy of C under its name says where the user is."""
    folder = stage.desktop.home / "locale"
    shutil.copytree("/usr/lib/locale/C.utf8", folder / locale)
    stage.desktop.settings(first_run_done="true")
    return stage.start(LANG=locale, LOCPATH=str(folder))


def open_help(app):
    app.key("F1")
    app.find("grouping", "Find Help")
    return app.find("combo box", re.compile("^Country"))


def buttons(app, beginning):
    return [w for w in app.look_all("button") if w.name.startswith(beginning + " ")]


def choose(app, name):
    app.press("combo box", re.compile("^Country"))
    app.holds_focus("entry")
    app.type(name)
    app.settle(0.5)
    app.key("Down", "Return")


def no_country_known(stage):
    app = stage.start_ready()
    open_help(app)
    app.find_words("^Choose where you are, and its numbers appear here")
    expect(len(buttons(app, "Copy")) == DIRECTORIES, f"not only directories: {buttons(app, 'Copy')}")
    expect(not buttons(app, "Call"), "a number without its country")
    for heading in ("In Danger Now", "Someone to Talk To", "If There Was Violence"):
        expect(not app.look_words(f"^{heading}$"), f"“{heading}” has nothing to say")
    expect(record(stage) == {}, "something was kept that nobody chose")


def the_locale_counts_first(stage):
    app = start_in(stage, "de_AT.UTF-8")
    open_help(app)
    app.find_words("^Austria\\. ")
    app.find_words("^Taken from this computer")
    app.find("button", "Call 142, TelefonSeelsorge")
    expect(record(stage) == {}, "something was kept that nobody chose")


def a_choice_is_kept(stage):
    app = stage.start_ready()
    open_help(app)
    choose(app, "Ireland")
    app.find_words("^Ireland\\. ")
    app.find("button", "Copy 116 123, Samaritans")
    wait_for(lambda: record(stage).get("country") == "IE", "the country is not on the disk")
    app = stage.start_again("--page=help")
    app.find_words("^Ireland\\. ")
    choose(app, "Another")
    app.find_words("^The pages below list lines there")
    wait_for(lambda: record(stage).get("country") == "*", "“Another country” is not on the disk")
    expect(not buttons(app, "Call"), "a number of another country")
    keyfile = (stage.desktop.home / "config/glib-2.0/settings/keyfile").read_text()
    expect("help" not in keyfile and "IE" not in keyfile, "the settings tell of it")


def in_preferences(stage):
    """The country, and how old the list is, are there as well; what is chosen there counts on the page."""
    app = stage.start_ready()
    open_help(app)
    app.key("ctrl+comma")
    dialog = app.find("dialog", "Preferences")
    app.find_words("^Last Checked$")
    app.find_words("^\\d+ countries$")
    app.find_words("^\\d{1,2} \\w+ 20\\d\\d$")
    app.press("combo box", re.compile("^Country"), within=dialog)
    app.holds_focus("entry")
    app.type("Ireland")
    app.settle(0.5)
    app.key("Down", "Return")
    wait_for(lambda: record(stage).get("country") == "IE", "the country is not on the disk")
    app.key("Escape")
    app.wait_gone("dialog", "Preferences")
    app.find_words("^Ireland\\. ")


def every_button(stage):
    catch(stage)
    app = start_in(stage, "fr_FR.UTF-8")
    open_help(app)
    app.find_words("^France\\. ")
    names = {verb: [w.name for w in buttons(app, verb)] for verb in ("Copy", "Call", "Web page", "Source")}
    expect(len(names["Copy"]) == 5 + DIRECTORIES, f"copies: {names}")
    expect(len(names["Call"]) == 4, f"a line for text messages cannot be called: {names}")
    expect(len(names["Web page"]) + len(names["Source"]) == len(names["Copy"]), f"pages: {names}")
    for name in names["Copy"]:
        app.press("button", name)
        app.find_words("^Copied$")
    expect(not caught(stage), f"nobody asked for {caught(stage)}")
    for count, name in enumerate(names["Call"] + names["Web page"] + names["Source"], 1):
        app.press("button", name)
        wait_for(lambda: len(caught(stage)) == count, f"“{name}” opens nothing")
    expect(caught(stage)[:4] == ["tel:112", "tel:17", "tel:3114", "tel:3919"], f"was called: {caught(stage)}")
    expect(all(re.match("https?://", address) for address in caught(stage)[4:]), f"was opened: {caught(stage)}")


def what_was_copied(stage):
    app = start_in(stage, "en_IE.UTF-8")
    open_help(app)
    app.press("button", "Copy 116 123, Samaritans")
    app.find_words("^Copied$")
    app.press("toggle button", "Search Tips")
    entry = app.holds_focus("entry", "Search tips")
    app.key("ctrl+v")
    app.wait_text(entry, "116 123")


def no_program_makes_calls(stage):
    app = start_in(stage, "en_IE.UTF-8")
    open_help(app)
    app.press("button", "Call 116 123, Samaritans")
    app.find_words("^No program here makes calls")


def rows(app):
    return [w.name for w in app.look_all("list item", within=app.find("list", "Pages and tips"))]


def first_where_it_was_unsafe(stage):
    app = stage.start_ready()
    app.find("list item", "Find Help")
    expect(rows(app)[5] == "Find Help", f"not after Reminders: {rows(app)[:7]}")
    open_help(app)
    choose(app, "Ireland")
    wait_for(lambda: record(stage), "nothing was kept")
    app.quit()
    path = next(stage.desktop.records.glob("situation/**/*.json"))
    path.write_text(json.dumps({**record(stage), "contact": "unsafe"}))
    app = stage.start()
    wait_for(lambda: rows(app)[0] == "Find Help", lambda: f"not at the top: {rows(app)[:7]}")
    expect(rows(app).count("Find Help") == 1, "it is there twice")


def from_a_tip_and_the_menu(stage):
    app = stage.start_ready("--tip=tip-06")
    app.press("button", "Find help")
    app.find("grouping", "Find Help")
    app.key("ctrl+1")
    app.find_today()
    app.choose("Main Menu", 2, 8)
    app.find("grouping", "Find Help")


tell(no_country_known, the_locale_counts_first, a_choice_is_kept, in_preferences, every_button, what_was_copied,
     no_program_makes_calls, first_where_it_was_unsafe, from_a_tip_and_the_menu, apart=True)
