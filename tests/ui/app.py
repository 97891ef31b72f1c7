# SPDX-License-Identifier: GPL-3.0-or-later
"""The running program, used the way a person uses it: by what is on the screen, keys and mouse."""

import os
import re
import signal
import subprocess
import time

from rig import FRAME, PATIENCE, SLOWNESS, Failure, expect, wait_for
from widget import LEAVES, Gone, Widget, atspi, fits

COMPLAINT = re.compile(r"(WARNING|CRITICAL|ERROR) \*\*|Gtk-WARNING|AddressSanitizer|runtime error:|LeakSanitizer")


class Stranger:
    """A process that somebody else started, with what is needed of subprocess.Popen."""

    def __init__(self, pid):
        self.pid = pid

    def poll(self):
        return None if os.path.exists(f"/proc/{self.pid}") else 0

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)

    def wait(self, seconds):
        wait_for(lambda: self.poll() is not None, "the program did not end", seconds)
        return 0


class App:
    def __init__(self, desktop, *arguments, wait=True, pid=None, **env):
        self.desktop = desktop
        self.log = desktop.folder / f"log{len(desktop.apps)}"
        self.log.touch()
        self.process = Stranger(pid) if pid else self.spawn(arguments, env)
        desktop.apps.append(self)
        self.root = None
        if wait:
            self.wait_window()

    # Start and end

    def spawn(self, arguments, env):
        with open(self.log, "wb") as log:
            return subprocess.Popen([self.desktop.env["HEARTEN_APP"], *arguments], env={**self.desktop.env, **env},
                                    stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def find_root(self):
        """The program on the accessibility bus; the newest where an old one is still listed."""
        desktop = atspi().get_desktop(0)
        desktop.set_cache_mask(atspi().Cache.NONE)
        for index in reversed(range(desktop.get_child_count())):
            node = desktop.get_child_at_index(index)
            try:
                # The bus knows whose it is; a busy Shell would not answer.
                if node is not None and node.get_process_id() == self.process.pid and node.get_child_count() > 0:
                    node.set_cache_mask(atspi().Cache.NONE)
                    return node
            except Gone:  # an entry whose process has ended
                continue
        return None

    def wait_window(self):
        self.root = wait_for(self.find_root, lambda: f"no window came up: {self.complaints() or 'silent'}", 15)
        self.take_focus()
        return self

    def take_focus(self):
        """There is no window manager that would give the focus to a window."""
        windows = self.window_ids()
        if windows:
            self.xdotool("windowfocus", "--sync", windows[-1])

    def give_focus_away(self):
        """As when another program's window comes to the front."""
        self.xdotool("windowfocus", "0")

    def window_ids(self):
        return self.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split()

    def count_windows(self):
        return self.root.get_child_count()

    def wait_end(self, seconds=10):
        try:
            code = self.process.wait(seconds * PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure("the program did not end") from None
        expect(code == 0, f"the program ended with {code}: {self.complaints()}")

    def quit(self):
        self.key("ctrl+q")
        self.wait_end()
        self.check()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)

    def output(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def complaints(self):
        return [line for line in self.output().splitlines() if COMPLAINT.search(line)]

    def check(self):
        expect(not self.complaints(), "the program complained: " + "; ".join(self.complaints()))

    # Looking

    def walk(self, node=None, last_first=False):
        """Everything that is on the screen; dialogs come last."""
        node = node or self.root
        try:
            widget = Widget(node)
            if node is not self.root:
                if not widget.has("SHOWING"):
                    return
                yield widget
            places = range(node.get_child_count() if widget.role not in LEAVES else 0)
            for place in reversed(places) if last_first else places:
                child = node.get_child_at_index(place)
                if child is not None:
                    yield from self.walk(child, last_first)
        except Gone:  # it went away meanwhile
            return

    def look_all(self, role, name=None, within=None, last_first=False):
        """Each widget of that role and name that is on the screen. A name may be a pattern."""
        return (w for w in self.walk(within and within.node, last_first)
                if (role is None or w.role == role) and fits(w.name, name))

    def look(self, role, name=None, within=None):
        """One of them: of the dialog before the page, of the page before the sidebar."""
        return next(self.look_all(role, name, within, last_first=True), None)

    def find(self, role, name=None, seconds=6, within=None):
        shown = name.pattern if isinstance(name, re.Pattern) else name
        return wait_for(lambda: self.look(role, name, within), f"there is no {role or 'widget'} “{shown}”", seconds)

    def find_today(self):
        """The page Today, by its greeting, which is another at night than by day."""
        return self.find("heading", re.compile("^(Good |A quiet night)"))

    def look_words(self, pattern):
        """Words anywhere on the screen; a banner that is folded away is a group that keeps its name."""
        return next((w for w in self.walk(last_first=True)
                     if w.role in ("label", "heading") and re.search(pattern, w.name)), None)

    def find_words(self, pattern, seconds=6):
        return wait_for(lambda: self.look_words(pattern), f"nothing says “{pattern}”", seconds)

    def wait_gone(self, role, name=None, seconds=6):
        wait_for(lambda: self.look(role, name) is None, f"{role} “{name}” is still there", seconds)

    def wait_text(self, widget, words, seconds=6):
        wait_for(lambda: widget.text() == words, lambda: f"{widget} says “{widget.text()}”, not “{words}”", seconds)

    def focused(self):
        return next((w for w in self.walk(last_first=True) if w.has("FOCUSED")), None)

    def holds_focus(self, role, name=None, seconds=6):
        """Waits until that widget has the focus."""
        def look():
            widget = self.focused()
            return widget if widget and widget.role == role and fits(widget.name, name) else None
        return wait_for(look, lambda: f"the focus is on {self.focused()}, not on {role} “{name}”", seconds)

    # Doing

    def press(self, role, name=None, seconds=6, within=None):
        """Activates a widget by its action; a row, which has none, with the mouse."""
        widget = self.find(role, name, seconds, within)
        self.activate(widget)
        return widget

    def activate(self, widget):
        if widget.role != "list item" and widget.actions() > 0:
            atspi().Action.do_action(widget.node, 0)
        else:
            self.click(widget)

    def choose(self, menu, place, most):
        """Opens a menu and chooses an item by its place: GTK gives items no names here."""
        self.press("button", menu)
        items = wait_for(lambda: (found := list(self.look_all("menu item"))) and len(found) == most and found,
                         f"the menu “{menu}” has not {most} items")
        self.settle(0.2)
        self.click(items[place])

    def click(self, widget):
        self.scroll_to(widget)
        self.point(*widget.middle(), "click", "1")

    def point(self, x, y, *more):
        self.xdotool("mousemove", str(FRAME + x), str(FRAME + y), *more)

    def scroll_to(self, widget):
        """Turns the mouse wheel until the widget's middle is in view."""
        pane = widget.pane()
        for _ in range(60 if pane else 0):
            _, top, _, height = pane.extents()
            y = widget.middle()[1]
            if top < y < top + height:
                return
            self.point(*pane.middle(), "click", "5" if y > top else "4")
            self.settle(0.05)

    def key(self, *keys):
        self.xdotool("key", "--clearmodifiers", "--delay", "40", *keys)

    def type(self, words, delay=8):
        self.xdotool("type", "--delay", str(delay), words.replace("\n", "\r"))

    def xdotool(self, *arguments):
        return self.desktop.run("xdotool", *arguments).stdout

    # Pictures

    def picture(self, path, size=None):
        crop = ["-crop", f"{size[0]}x{size[1]}+{FRAME}+{FRAME}", "+repage"] if size else []
        self.desktop.run("import", "-window", "root", *crop, str(path))

    def settle(self, seconds=0.35):
        """Lets short motion end, where there is nothing to wait for."""
        time.sleep(seconds * 2 * SLOWNESS)
