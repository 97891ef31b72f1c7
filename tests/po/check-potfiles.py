#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py [--update]: is every translatable file listed, and every string in the template?

Without arguments it fails when a file with translatable strings is missing from po/POTFILES, when a listed file is
gone, or when po/hearten.pot lacks a string. With --update it writes both files anew. Exit 77 means skipped."""

import ast
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
POTFILES = ROOT / "po/POTFILES"
TEMPLATE = ROOT / "po/hearten.pot"
HEADER = "# SPDX-License-Identifier: GPL-3.0-or-later\n# Sorted; written by tests/po/check-potfiles.py --update.\n"
DATA = ["data/*.desktop.in", "data/*.metainfo.xml.in", "data/*.gschema.xml", "data/tips/tip-*.xml",
        "data/decks/*.xml"]
MARKED_C = re.compile(r'\b(?:(?:_|N_|C_|NC_|ngettext|gettext)\s*\(|g_d[cnp]?gettext2?\s*\(\s*\w+\s*,)\s*"')
MARKED_BLP = re.compile(r"\bC?_\(\s*[\"']")
# Single quotes are a character to xgettext, and the string would be lost.
LOST_BLP = re.compile(r"\bC?_\(\s*(?:\"[^\"]*\"\s*,\s*)?'")
# Those of Meson's "glib" preset and of po/meson.build.
OPTIONS = """--from-code=UTF-8 --add-comments --add-location=file --keyword=_ --keyword=N_ --keyword=C_:1c,2
--keyword=NC_:1c,2 --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3
--flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format --flag=g_dngettext:2:pass-c-format
--flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format
--flag=g_error_new:3:c-format --flag=g_set_error:4:c-format --flag=g_markup_printf_escaped:1:c-format
--flag=g_log:3:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format --flag=g_printf:1:c-format
--flag=g_fprintf:2:c-format --flag=g_sprintf:2:c-format --flag=g_snprintf:3:c-format
--package-name=hearten --msgid-bugs-address=https://github.com/hearten-app/hearten/issues""".split()


def translatable_files():
    """The paths that belong into POTFILES, and complaints about strings that xgettext would not see."""
    found, complaints = set(), []
    for pattern in DATA:
        found.update(path for path in ROOT.glob(pattern) if ".gresource." not in path.name)
    for path in (ROOT / "src").rglob("*"):
        if path.suffix in (".c", ".h") and MARKED_C.search(path.read_text("utf-8")):
            found.add(path)
        elif path.suffix == ".ui" and 'translatable="' in path.read_text("utf-8"):
            found.add(path)
        elif path.suffix == ".blp":
            text = path.read_text("utf-8")
            if MARKED_BLP.search(text):
                found.add(path)
            if LOST_BLP.search(text):
                complaints.append(f"{path.relative_to(ROOT)}: translatable text belongs in double quotes")
    return sorted(str(path.relative_to(ROOT)) for path in found), complaints


def listed_files():
    lines = POTFILES.read_text("utf-8").splitlines() if POTFILES.exists() else []
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def extract(files):
    environment = dict(os.environ, GETTEXTDATADIRS=str(ROOT / "data"), LC_ALL="C.UTF-8")
    result = subprocess.run(["xgettext", *OPTIONS, "--output=-", *files],
                            cwd=ROOT, env=environment, capture_output=True, check=False)
    if result.returncode != 0:
        sys.exit(result.stderr.decode())
    return result.stdout.decode().replace("charset=CHARSET", "charset=UTF-8")


def messages(template):
    """The set of (context, text, plural) in a template."""
    found = set()
    for block in template.split("\n\n"):
        parts, key = {}, None
        for line in block.splitlines():
            match = re.match(r'(?:(msgctxt|msgid_plural|msgid|msgstr)\S* )?(".*")$', line)
            if match:
                key = match[1] or key
                parts[key] = parts.get(key, "") + ast.literal_eval(match[2])
        if parts.get("msgid"):
            found.add((parts.get("msgctxt"), parts["msgid"], parts.get("msgid_plural")))
    return found


def without_date(template):
    return re.sub(r'"POT-Creation-Date: .*\n', "", template)


def update(files):
    POTFILES.write_text(HEADER + "".join(f"{name}\n" for name in files), "utf-8")
    fresh = extract(files)
    if not TEMPLATE.exists() or without_date(fresh) != without_date(TEMPLATE.read_text("utf-8")):
        TEMPLATE.write_text(fresh, "utf-8")
    print(f"{len(files)} files, {len(messages(fresh))} strings")


def check(files, complaints):
    listed = listed_files()
    complaints += [f"{name}: not in po/POTFILES" for name in files if name not in listed]
    complaints += [f"{name}: in po/POTFILES, but there is no such file" for name in listed if not (ROOT / name).exists()]
    if listed != sorted(set(listed)):
        complaints.append("po/POTFILES is not sorted")
    known = messages(TEMPLATE.read_text("utf-8")) if TEMPLATE.exists() else set()
    fresh = messages(extract([name for name in listed if (ROOT / name).exists()]))
    for context, text, _plural in sorted(fresh - known, key=str):
        complaints.append(f"not in po/hearten.pot: {text!r}" + (f" ({context})" if context else ""))
    if known - fresh:
        print(f"{len(known - fresh)} strings of po/hearten.pot are no longer used")
    return complaints


def main():
    if shutil.which("xgettext") is None:
        print("skipped: there is no xgettext")
        return 77
    files, complaints = translatable_files()
    if sys.argv[1:] == ["--update"]:
        update(files)
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        complaints = check(files, complaints)
    for complaint in complaints:
        print(complaint)
    if complaints:
        print("tests/po/check-potfiles.py --update brings both files up to date")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
