# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the program with a journal of a lifetime against the same program with an empty one."""

import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import time
import zlib

import lifetime
from quiet import until_quiet

MANY = 100_000
SIZES = 1_000, 10_000, MANY
ROUNDS = 5
FEW = 3
CALLS = "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2"
CALL = re.compile(r"^\d+ +(?:<\.\.\. )?(\w+)(?:\(\d+<([^>]*)>| resumed>).*\) += +(\d+)$")
DROP = pathlib.Path("/proc/sys/vm/drop_caches")


class Journals:
    """Journals of several sizes, made once for each version of the generator."""

    def __init__(self, build):
        self.folder = build.resolve().parent / "lifetime"
        self.version = f"{zlib.crc32(pathlib.Path(lifetime.__file__).read_bytes()):08x}"

    def get(self, n, writer=lifetime.write_hearten):
        place = self.folder / self.version / f"{writer.__name__.removeprefix('write_')}-{n}"
        if not place.exists():
            half = place.with_suffix(".half")
            shutil.rmtree(half, ignore_errors=True)
            half.parent.mkdir(parents=True, exist_ok=True)
            writer(half, n)
            half.rename(place)
        return place


class Lifetime:
    def __init__(self, bench):
        self.bench = bench
        self.journals = Journals(bench.build)
        self.probe = bench.home / "probe"
        self.data = bench.home / "data/hearten"

    def start(self, n, *arguments, folder=None, **extra):
        self.bench.forget()
        self.probe.unlink(missing_ok=True)
        self.data.symlink_to(folder or self.journals.get(n))
        return self.bench.start("src/app/hearten", "--page", "journal", *arguments,
                                LD_PRELOAD=str(self.bench.build / "tests/bench/libprobe.so"),
                                HEARTEN_PROBE=str(self.probe), HEARTEN_PROBE_ROWS=str(n), **extra)

    def start_list(self, n, **extra):
        self.probe.unlink(missing_ok=True)
        return self.bench.start("tests/bench/list", LD_PRELOAD=str(self.bench.build / "tests/bench/libprobe.so"),
                                HEARTEN_PROBE=str(self.probe), HEARTEN_PROBE_ROWS=str(n), **extra)

    def word(self, word):
        return self.bench.read_probe(self.probe, word, 120)

    def longest(self, after):
        """The longest stall in ms since the line that begins with `after`."""
        lines = self.probe.read_text().splitlines()
        first = next(i for i, line in enumerate(lines) if line.startswith(after + " "))
        stalls = [int(line.split()[1]) for line in lines[first:] if line.startswith("stall ")]
        return max(stalls, default=0) / 1000

    def load(self, n):
        """Milliseconds to the first frame, the first page and the whole journal; the longest stall from the first
        page on; memory once all is there; how long the turn of the main loop took that showed the first page."""
        begin = time.monotonic_ns() // 1000
        process = self.start(n)
        try:
            times = [(self.word(word) - begin) / 1000 for word in ("frame", "page", "whole")]
            time.sleep(1)
            return *times, self.longest("page"), self.bench.memory_of(process), self.word("turn") / 1000
        finally:
            self.bench.stop(process)

    def cold_page(self, n):
        """Milliseconds to the first page of a journal that is not in memory; the program is."""
        how = self.forget_files(n)
        begin = time.monotonic_ns() // 1000
        process = self.start(n)
        try:
            return (self.word("page") - begin) / 1000, how
        finally:
            self.bench.stop(process)

    def forget_files(self, n):
        os.sync()
        try:
            DROP.write_text("3\n")
        except OSError:
            for path in self.journals.get(n).rglob("*.json"):
                file = os.open(path, os.O_RDONLY)
                os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(file)
            return "files by posix_fadvise"
        self.load(0)
        return "all by drop_caches, then the program read again"

    def scroll(self, n, start=None):
        """The longest stall in ms while the list goes from its top to its end."""
        go = self.bench.home / "go"
        go.unlink(missing_ok=True)
        process = (start or self.start)(n, HEARTEN_PROBE_START=str(go), HEARTEN_PROBE_SCROLL="1")
        try:
            self.word("whole")
            time.sleep(1)
            go.touch()
            self.word("scrolled")
            return self.longest("start")
        finally:
            self.bench.stop(process)

    def save(self, n):
        """Bytes written, size of the page, and calls of fsync, for one new page, once the start has written what it
        writes: where the state folder is new, as here, a list of all that is there."""
        folder, log = self.journals.folder / "copy", self.bench.home / "calls"
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(["cp", "-al", str(self.journals.get(n)), str(folder)], check=True)
        before = set(folder.glob("journal/*/*.json"))
        process = self.start(n, "--new-entry", folder=folder, tracer=tracer(log))
        try:
            self.word("frame")
            time.sleep(1)
            until_quiet(process)
            offset = log.stat().st_size
            self.bench.xdotool("type", "It is quiet here tonight and I write what comes.")
            time.sleep(4)
            until_quiet(process)
            written, fsyncs = count_calls(log, offset, (str(self.bench.home), str(folder)))
            page, = set(folder.glob("journal/*/*.json")) - before
            return written, page.stat().st_size, fsyncs
        finally:
            stop_traced(self.bench, process, log)
            shutil.rmtree(folder)


def tracer(log):
    return ["strace", "-f", "-qq", "--seccomp-bpf", "-y", "-s", "0", "-e", f"trace={CALLS}", "-o", str(log)]


def stop_traced(bench, process, log):
    """A tracer that is ended lets go of the program and leaves it running."""
    with open(log, errors="replace") as lines:
        os.kill(int(lines.readline().split(" ", 1)[0]), signal.SIGTERM)
    bench.stop(process)


def count_calls(log, offset, folders):
    """Bytes that went into files below the folders, and how often a file or folder was forced to the disk."""
    written = fsyncs = 0
    paths = {}
    with open(log, errors="replace") as lines:
        lines.seek(offset)
        for line in lines:
            pid = line.split(" ", 1)[0]
            unfinished = re.match(r"^\d+ +\w+\(\d+<([^>]*)>.*<unfinished \.\.\.>$", line)
            if unfinished:
                paths[pid] = unfinished[1]
            call = CALL.match(line)
            if not call:
                continue
            path = call[2] or paths.pop(pid, "")
            if not path.startswith(folders):
                continue
            if call[1] in ("fsync", "fdatasync"):
                fsyncs += 1
            elif "write" in call[1]:
                written += int(call[3])
    return written, fsyncs


def middle(rows):
    return [statistics.median(column) for column in zip(*rows)]


def ratio(rows, base, column):
    return statistics.median(row[column] / other[column] for row, other in zip(rows, base))


def in_turn(measure, sizes, rounds):
    """One list of results for each size, taken in turn."""
    rows = {n: [] for n in sizes}
    for _ in range(rounds):
        for n in sizes:
            rows[n].append(measure(n))
    return rows


def measure_loading(lifetime):
    rows = in_turn(lifetime.load, (0, MANY), ROUNDS)
    empty, full = middle(rows[0]), middle(rows[MANY])
    yield "100,000 pages: first frame, by that of an empty journal", ratio(rows[MANY], rows[0], 0), "×", 1.15
    yield "100,000 pages: first page, by that of an empty journal", ratio(rows[MANY], rows[0], 1), "×", 1.15
    yield "100,000 pages: all of them there", full[2] / 1000, "s", 3
    yield "100,000 pages: longest stall while they come", full[3], "ms", 8
    yield "100,000 pages: turn of the main loop that shows the first page", full[5], "ms", None
    yield "the same for the words of an empty journal", empty[5], "ms", None
    yield "100,000 pages: memory beyond an empty journal's", full[4] - empty[4], "MB", 140
    warm = full[1]
    cold = [lifetime.cold_page(MANY) for _ in range(FEW)]
    name = f"100,000 pages: first page cold ({cold[0][1]}), by warm"
    yield name, statistics.median(page for page, _ in cold) / warm, "×", 1.5


def measure_growth(lifetime):
    rows = in_turn(lifetime.load, SIZES, FEW)
    for n in SIZES:
        _, page, whole, stall, memory, _ = middle(rows[n])
        yield f"{n:,} pages: first page", page, "ms", None
        yield f"{n:,} pages: all of them there", whole, "ms", None
        yield f"{n:,} pages: longest stall while they come", stall, "ms", None
        yield f"{n:,} pages: memory", memory, "MB", None


def measure_scrolling(lifetime):
    """The toolkit's own list of plain lines, in turn with it, tells how much of a stall is the toolkit's."""
    rows = [(lifetime.scroll(MANY), lifetime.scroll(MANY, lifetime.start_list)) for _ in range(FEW)]
    stall, plain = middle(rows)
    yield "100,000 pages: longest stall while scrolling through all", stall, "ms", 16
    yield "100,000 lines in a plain GtkListView: the same", plain, "ms", None
    yield "100,000 pages: the same, by the plain list's", ratio([row[:1] for row in rows], [row[1:] for row in rows], 0), "×", None


def measure_saving(lifetime):
    rows = in_turn(lifetime.save, (0, MANY), 1)
    (_, _, few_fsyncs), = rows[0]
    (written, size, fsyncs), = rows[MANY]
    yield "100,000 pages: bytes written to save one, by its size", written / size, "×", 2
    yield "100,000 pages: fsyncs to save one, beyond an empty journal's", fsyncs - few_fsyncs, "", 0


def measure_all(bench):
    lifetime = Lifetime(bench)
    lifetime.load(0)
    lifetime.load(MANY)
    yield from measure_loading(lifetime)
    yield from measure_scrolling(lifetime)
    yield from measure_saving(lifetime)
    yield from measure_growth(lifetime)
