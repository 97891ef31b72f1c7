# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees of one widget."""

import functools
import re

from rig import FRAME

try:
    from gi.repository.GLib import Error as Gone  # what a question to a widget that went away ends with
except ImportError:
    Gone = Exception  # rig.missing_tools() says so


# What has nothing inside that anybody would look for.
LEAVES = {"label", "heading", "image", "icon", "separator", "scroll bar", "text", "entry", "menu item", "radio button",
          "switch", "check box"}


@functools.cache
def atspi():
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    Atspi.set_timeout(2000, 2000)  # a program that starts, or a Shell that is busy, must not stop the test
    return Atspi


def fits(text, wanted):
    return wanted is None or (wanted.search(text) is not None if isinstance(wanted, re.Pattern) else text == wanted)


class Widget:
    """One accessible object. Each question goes to the program and back, so it asks no more than needed."""

    def __init__(self, node):
        self.node = node
        self.role = node.get_role_name()

    @functools.cached_property
    def name(self):
        return self.node.get_name() or ""

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
