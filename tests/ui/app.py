# SPDX-License-Identifier: GPL-3.0-or-later
"""The running program, used the way a person uses it: by what is on the screen and by keys."""

import re
import subprocess
import time

from rig import FRAME, PATIENCE, Failure, expect, wait_for

COMPLAINT = re.compile(r"(WARNING|CRITICAL|ERROR) \*\*|Gtk-WARNING|AddressSanitizer|runtime error:|LeakSanitizer")


def atspi():
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    return Atspi


def fits(text, wanted):
    return wanted is None or (wanted.search(text) is not None if isinstance(wanted, re.Pattern) else text == wanted)


class Widget:
    """One accessible object, asked anew each time."""

    def __init__(self, node):
        self.node = node
        self.role = node.get_role_name()
        self.name = node.get_name() or ""

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    def has(self, state):
        return self.node.get_state_set().contains(getattr(atspi().StateType, state))

    def extents(self):
        """x, y, width, height in the window; GTK counts its frame twice."""
        box = atspi().Component.get_extents(self.node, atspi().CoordType.WINDOW)
        return box.x + FRAME, box.y + FRAME, box.width, box.height

    def text(self):
        if self.node.get_text_iface() is None:
            return self.name
        return atspi().Text.get_text(self.node, 0, atspi().Text.get_character_count(self.node))

    def placeholder(self):
        return (self.node.get_attributes() or {}).get("placeholder-text", "")

    def actions(self):
        iface = self.node.get_action_iface()
        return iface.get_n_actions() if iface else 0

    def middle(self):
        x, y, width, height = self.extents()
        return x + width // 2, y + height // 2

    def pane(self):
        """The part of a page that scrolls and holds it, or None."""
        node = self.node.get_parent()
        while node is not None and node.get_role_name() not in ("scroll pane", "frame"):
            node = node.get_parent()
        return Widget(node) if node is not None and node.get_role_name() == "scroll pane" else None


class App:
    def __init__(self, desktop, *arguments, wait=True, **env):
        self.desktop = desktop
        self.log = desktop.folder / f"log{len(desktop.apps)}"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen([desktop.env["HEARTEN_APP"], *arguments], env={**desktop.env, **env},
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        desktop.apps.append(self)
        self.root = None
        if wait:
            self.wait_window()

    # Start and end

    def find_root(self):
        """The program on the accessibility bus; the newest where an old one is still listed."""
        desktop = atspi().get_desktop(0)
        desktop.set_cache_mask(atspi().Cache.NONE)
        for index in reversed(range(desktop.get_child_count())):
            node = desktop.get_child_at_index(index)
            try:
                if node is not None and node.get_name() == "hearten" and node.get_child_count() > 0 \
                        and node.get_process_id() == self.pid():
                    node.set_cache_mask(atspi().Cache.NONE)
                    return node
            except Exception:  # an entry whose process is gone
                continue
        return None

    def pid(self):
        return self.process.pid

    def wait_window(self):
        self.root = wait_for(self.find_root, lambda: f"no window came up: {self.complaints() or 'silent'}", 15)
        self.take_focus()
        return self

    def take_focus(self):
        """There is no window manager that would give the focus to a window."""
        windows = self.window_ids()
        if windows:
            self.xdotool("windowfocus", "--sync", windows[-1])

    def window_ids(self):
        return self.xdotool("search", "--onlyvisible", "--pid", str(self.pid())).split()

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

    def walk(self, node=None):
        """Everything that is on the screen."""
        if node is None:
            for index in range(self.root.get_child_count()):
                yield from self.walk(self.root.get_child_at_index(index))
            return
        try:
            widget = Widget(node)
            showing = widget.has("SHOWING")
            count = node.get_child_count() if showing else 0
        except Exception:  # went away meanwhile
            return
        if not showing:
            return
        yield widget
        for index in range(count):
            try:
                child = node.get_child_at_index(index)
            except Exception:
                return
            if child is not None:
                yield from self.walk(child)

    def look_all(self, role, name=None, within=None):
        """Each widget of that role and name that is on the screen. A name may be a pattern."""
        return (w for w in self.walk(within and within.node)
                if (role is None or w.role == role) and fits(w.name, name))

    def look(self, role, name=None, within=None):
        return next(self.look_all(role, name, within), None)

    def find(self, role, name=None, seconds=6, within=None):
        shown = name.pattern if isinstance(name, re.Pattern) else name
        return wait_for(lambda: self.look(role, name, within), f"there is no {role or 'widget'} “{shown}”", seconds)

    def look_words(self, pattern):
        """Words anywhere on the screen; a banner that is folded away is a group that keeps its name."""
        return next((w for w in self.walk() if w.role in ("label", "heading") and re.search(pattern, w.name)), None)

    def find_words(self, pattern, seconds=6):
        return wait_for(lambda: self.look_words(pattern), f"nothing says “{pattern}”", seconds)

    def wait_gone(self, role, name=None, seconds=6):
        wait_for(lambda: self.look(role, name) is None, f"{role} “{name}” is still there", seconds)

    def wait_text(self, widget, words, seconds=6):
        wait_for(lambda: widget.text() == words, lambda: f"{widget} says “{widget.text()}”, not “{words}”", seconds)

    def focused(self):
        return next((w for w in self.walk() if w.has("FOCUSED")), None)

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
        time.sleep(seconds * PATIENCE)
