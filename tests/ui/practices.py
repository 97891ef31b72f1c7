# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the tips' practices share: the tips themselves, and what the store holds."""

import datetime
import json
import xml.etree.ElementTree

from rig import SOURCE, wait_for

CONTACT = {"both": "open", "together": "open", "own": "no"}  # a situation in which that face is shown


def activities(kind):
    """Each practice of that kind: the tip's id, the face, the element."""
    for path in sorted((SOURCE / "data/tips").glob("tip-*.xml")):
        tip = xml.etree.ElementTree.parse(path).getroot()
        for face in tip.findall("face"):
            for activity in face.iter("activity"):
                if activity.get("kind") == kind:
                    yield tip.get("id"), face.get("for"), activity


def today(days=0):
    return datetime.date.today() + datetime.timedelta(days=days)


class Store:
    """The records of one home."""

    def __init__(self, stage):
        self.folder = stage.desktop.records
        self.number = 0

    def put(self, kind, folder, **members):
        """A record as another device would have left it."""
        self.number += 1
        id_ = f"01a1fa8b-5e00-7000-8a1b-{self.number:012x}"
        path = self.folder / folder / "2026-11" / f"{id_}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"id": id_, "kind": kind, "v": 1, "created": f"{today()}T00:00:01Z", **members}))

    def situation(self, contact):
        self.put("situation", "situation", contact=contact)

    def read(self, folder):
        found = [json.loads(path.read_text(encoding="utf-8")) for path in self.folder.glob(f"{folder}/*/*.json")]
        return sorted((record for record in found if "deleted" not in record), key=lambda record: record["created"])

    def wait(self, folder, look, message, seconds=6):
        """The records, once `look` is true of them."""
        def found():
            records = self.read(folder)
            return [records] if look(records) else None  # an empty list is something found as well
        return wait_for(found, lambda: f"{message}: {self.read(folder)}", seconds)[0]


def show_tip(stage, tip, face):
    """Starts in a situation in which that face is shown."""
    store = Store(stage)
    store.situation(CONTACT[face])
    return stage.start_ready(f"--tip={tip}"), store


def show_page(app, number, name):
    app.key(f"ctrl+{number}")
    app.find("grouping", name)


def tab_to(app, role, name, keys="Tab", most=60):
    """Presses Tab until that widget has the focus."""
    for _ in range(most):
        widget = app.focused()
        if widget and widget.role == role and name.search(widget.name):
            return widget
        app.key(keys)
        app.settle(0.05)
    raise AssertionError(f"{keys} does not reach {role} “{name.pattern}”")
