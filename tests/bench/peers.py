# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures other journals beside Hearten, with the same pages, in turn. What is not installed is left out."""

import shutil
import statistics
import time

import journal
import lifetime
from quiet import until_quiet

MANY = journal.MANY
ROUNDS = 1  # after one to warm up: they differ by so much
# How a person gets into the text, and saves. Lifeograph shows pages until Edit is pressed, and writes when a
# diary is closed.
HANDS = {"RedNotebook": ([(410, 165)], ["key", "ctrl+s"]),
         "Lifeograph": ([(581, 27), (400, 160)], ["mousemove", "603", "27", "click", "1"])}


def write_rednotebook(folder, n):
    """A file for each month; YAML, in which a string may stand as in JSON."""
    months = {}
    for entry in lifetime.make_entries(n):
        days = months.setdefault(f"{entry.time:%Y-%m}", {})
        text = "\n\n".join(filter(None, (entry.title, entry.body, " ".join("#" + tag for tag in entry.tags))))
        days.setdefault(entry.time.day, []).append(text)
    folder.mkdir(parents=True)
    for month, days in months.items():
        lines = [f"{day}: {{text: {lifetime.json.dumps(chr(10).join(texts), ensure_ascii=False)}}}\n" for day, texts in days.items()]
        (folder / f"{month}.txt").write_text("".join(lines), encoding="utf-8")


def write_lifeograph(folder, n):
    """One file: a header, then a chain of pages in which each names the one before."""
    folder.mkdir(parents=True)
    with open(folder / "lifetime.diary", "w", encoding="utf-8") as file:
        file.write("LIFEOGRAPHDB\nV 3000\nE n\nId1000001\n\nDo~~~\nDp4\nDsen_US\n"
                   f"Df{2_000_000}\nDl{2_000_000}\n\nID1000003\nG ADefault\nGt100\n\n")
        for number, entry in enumerate(lifetime.make_entries(n)):
            stamp = f"{entry.time:%Y%m%d0%H%M%S}"
            place = f"Eha{1_999_999 + number}" if number else "Ehr"
            file.write(f"ID{2_000_000 + number}\nE __n_BN_~~~~~~~~{stamp}\nEc{stamp}\nEe{stamp}\n{place}\n")
            for line in [entry.title or f"{entry.time:%A}", *entry.body.split("\n")]:
                file.write(f"EpD{line}\n")
            file.write("\n")


def start_hearten(bench, journals, **extra):
    (bench.home / "data/hearten").symlink_to(journals.get(MANY))
    return bench.start("src/app/hearten", "--page", "journal", **extra)


def start_rednotebook(bench, journals, **extra):
    """It opens today, which is to be in a month as full as the others."""
    folder = copy(bench, journals.get(MANY, write_rednotebook))
    month = folder / time.strftime("%Y-%m.txt")
    if not month.exists():
        shutil.copy(sorted(folder.glob("*.txt"))[-2], month)
    return bench.start(shutil.which("rednotebook"), str(folder), **extra)


def start_lifeograph(bench, journals, **extra):
    diary = copy(bench, journals.get(MANY, write_lifeograph)) / "lifetime.diary"
    return bench.start(shutil.which("lifeograph"), str(diary), **extra)


def copy(bench, folder):
    """They may write into what they open."""
    shutil.rmtree(bench.home / "peer", ignore_errors=True)
    shutil.copytree(folder, bench.home / "peer")
    return bench.home / "peer"


def measure(bench, journals, start):
    bench.forget()
    process = start(bench, journals)
    try:
        time.sleep(0.3)
        return until_quiet(process), bench.memory_of(process)
    finally:
        bench.stop(process)


def save(bench, journals, start, clicks, keep):
    """Bytes that are written when a few words are typed into a page and saved by hand, and calls of fsync."""
    log = bench.home / "calls"
    bench.forget()
    process = start(bench, journals, tracer=journal.tracer(log))
    try:
        time.sleep(1)
        until_quiet(process)
        for x, y in clicks:
            bench.xdotool("mousemove", str(x), str(y), "click", "1", "sleep", "1")
        bench.xdotool("type", "It is quiet.")
        offset = log.stat().st_size
        bench.xdotool(*keep)
        time.sleep(1)
        until_quiet(process)
        return journal.count_calls(log, offset, (str(bench.home / "peer"),))
    finally:
        journal.stop_traced(bench, process, log)


def measure_all(bench):
    journals = journal.Journals(bench.build)
    peers = {"RedNotebook": start_rednotebook, "Lifeograph": start_lifeograph}
    present = {name: start for name, start in peers.items() if shutil.which(name.lower())}
    rows = {name: [] for name in ("Hearten", *present)}
    for start in (start_hearten, *present.values()):
        measure(bench, journals, start)
    for _ in range(ROUNDS):
        for name, start in {"Hearten": start_hearten, **present}.items():
            rows[name].append(measure(bench, journals, start))
    yield "100,000 pages: Hearten, start until quiet", journal.middle(rows["Hearten"])[0] / 1000, "s", None
    for name in present:
        yield f"100,000 pages: {name}, start until quiet", journal.middle(rows[name])[0] / 1000, "s", None
        quiet, memory = (statistics.median(h[i] / p[i] for h, p in zip(rows["Hearten"], rows[name])) for i in (0, 1))
        yield f"100,000 pages: start until quiet, by {name}'s", quiet, "×", 1
        yield f"100,000 pages: memory, by {name}'s", memory, "×", None
    written, _, _ = journal.Lifetime(bench).save(MANY)
    for name in present:
        theirs, fsyncs = save(bench, journals, present[name], *HANDS[name])
        if theirs == 0:
            yield f"100,000 pages: {name} could not be brought to save", 0, "", None
            continue
        yield f"100,000 pages: {name}, bytes written to save one", theirs, "", None
        yield f"100,000 pages: {name}, fsyncs to save one", fsyncs, "", None
        yield f"100,000 pages: bytes written to save one, by {name}'s", written / theirs, "×", 1
