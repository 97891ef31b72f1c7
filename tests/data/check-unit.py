#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether systemd understands every line of the user unit.

Usage: check-unit.py PATH/TO/systemd-analyze PATH/TO/UNIT
"""

import os
import pathlib
import subprocess
import sys
import tempfile

ANALYZE, UNIT = sys.argv[1], pathlib.Path(sys.argv[2])


def main():
    text = UNIT.read_text(encoding="utf-8")
    # The program is installed later; any other will do for the grammar.
    lines = ["ExecStart=/bin/true" if line.startswith("ExecStart=") else line for line in text.splitlines()]
    with tempfile.TemporaryDirectory(prefix="hearten-unit-") as folder:
        unit = pathlib.Path(folder) / UNIT.name
        unit.write_text("\n".join(lines) + "\n", encoding="utf-8")
        found = subprocess.run([ANALYZE, "verify", "--user", "--man=no", "--recursive-errors=no", str(unit)],
                               env={**os.environ, "XDG_RUNTIME_DIR": folder}, capture_output=True, text=True,
                               check=False)
    complaints = [line for line in found.stderr.splitlines() if UNIT.name in line]
    print("\n".join(complaints) or found.stderr)
    if found.returncode != 0 and not complaints:
        print("systemd-analyze cannot work here")
        return 77
    return 1 if complaints else 0


sys.exit(main())
