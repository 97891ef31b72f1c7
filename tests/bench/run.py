#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Hearten against a bare libadwaita window, in the same run and in turn, so that a slow machine slows both."""

import argparse
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import journal
import peers
import reminders

ROUNDS = 11


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path, help="a Meson build folder")
    parser.add_argument("--json", action="store_true", help="one object a line instead of a table")
    parser.add_argument("--peers", action="store_true", help="also other journals, where they are installed")
    parser.add_argument("--only", choices=("program", "reminders", "lifetime", "peers"), help="a part of it")
    return parser.parse_args()


class Bench:
    """One screen, one session bus, one temporary home."""

    def __init__(self, build):
        self.build = build.resolve()
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="hearten-bench-"))
        self.environment = dict(os.environ, HOME=str(self.home), LC_ALL="C.UTF-8", GSK_RENDERER="cairo",
                                GDK_BACKEND="x11", GTK_A11Y="none", GSETTINGS_BACKEND="keyfile",
                                GSETTINGS_SCHEMA_DIR=str(self.build / "data"),
                                HEARTEN_REMINDERS=str(self.build / "src/reminders/hearten-reminders"))
        for name, folder in (("DATA", "data"), ("STATE", "state"), ("CONFIG", "config"), ("CACHE", "cache"),
                             ("RUNTIME", "run")):
            path = self.home / folder
            path.mkdir(mode=0o700)
            self.environment[f"XDG_{name}_DIR" if name == "RUNTIME" else f"XDG_{name}_HOME"] = str(path)
        settings = self.home / "config/glib-2.0/settings"
        settings.mkdir(parents=True)
        (settings / "keyfile").write_text("[io/github/hearten_app/Hearten]\nfirst-run-done=true\n")
        self.helpers = []

    def __enter__(self):
        read, write = os.pipe()
        self.helpers.append(subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24"],
                                             pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as pipe:
            self.environment["DISPLAY"] = ":" + pipe.readline().strip()
        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True, env=self.environment)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.helpers.append(bus)
        return self

    def __exit__(self, *_):
        for helper in reversed(self.helpers):
            helper.terminate()
            helper.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def forget(self):
        """An empty journal for each start."""
        for folder in ("data", "state"):
            shutil.rmtree(self.home / folder)
            (self.home / folder).mkdir(mode=0o700)

    def start(self, program, *arguments, tracer=(), **extra):
        if tracer:  # the probe is for the program, not for what looks at it
            extra = {name: value for name, value in extra.items() if name != "LD_PRELOAD"}
            if "HEARTEN_PROBE" in extra:
                tracer = [*tracer, "-E", f"LD_PRELOAD={self.build}/tests/bench/libprobe.so"]
        return subprocess.Popen([*tracer, str(self.build / program), *arguments], env=dict(self.environment, **extra),
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def read_probe(self, probe, word, deadline=20):
        end = time.monotonic() + deadline
        while time.monotonic() < end:
            if probe.exists():
                for line in probe.read_text().splitlines():
                    if line.startswith(word + " "):
                        return int(line.split()[1])
            time.sleep(0.002)
        raise RuntimeError(f"no {word} was seen")

    def first_frame(self, program):
        """Milliseconds from the start of the process to its first painted frame, and its memory 3 s later."""
        self.forget()
        probe = self.home / "probe"
        probe.unlink(missing_ok=True)
        begin = time.monotonic_ns() // 1000
        process = self.start(program, LD_PRELOAD=str(self.build / "tests/bench/libprobe.so"), HEARTEN_PROBE=str(probe))
        try:
            return (self.read_probe(probe, "frame") - begin) / 1000
        finally:
            self.stop(process)

    @staticmethod
    def memory_of(process):
        return pss(process.pid)

    def memory(self, program):
        self.forget()
        process = self.start(program)
        time.sleep(3)
        try:
            return pss(process.pid)
        finally:
            self.stop(process)

    def stall(self):
        """The longest time the main loop was busy, other than painting, while typing for 12 s with a save each second."""
        self.forget()
        probe, go = self.home / "probe", self.home / "go"
        probe.unlink(missing_ok=True)
        go.unlink(missing_ok=True)
        process = self.start("src/app/hearten", "--new-entry", LD_PRELOAD=str(self.build / "tests/bench/libprobe.so"),
                             HEARTEN_PROBE=str(probe), HEARTEN_PROBE_START=str(go))
        try:
            self.read_probe(probe, "frame")
            time.sleep(2)
            self.xdotool("type", "Warm up.")
            go.touch()
            time.sleep(0.5)
            self.xdotool("type", "--delay", "60", "It is quiet here tonight and I write what comes. " * 4)
            time.sleep(1.5)
            if not list((self.home / "data").rglob("journal/*/*.json")):
                raise RuntimeError("nothing that was typed was saved")
            return max(int(line.split()[1]) for line in probe.read_text().splitlines() if line.startswith("stall")) / 1000
        finally:
            self.stop(process)

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True)


def pss(pid):
    """Proportional set size in MB."""
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the kernel does not tell the memory")


def paired(measure, rounds):
    """Medians of both and of their ratio, taken in turn."""
    bare, hearten = [], []
    for _ in range(rounds):
        bare.append(measure("tests/bench/bare"))
        hearten.append(measure("src/app/hearten"))
    ratio = statistics.median(h / b for h, b in zip(hearten, bare))
    return statistics.median(bare), statistics.median(hearten), ratio


def measure_reminders(bench):
    yield from reminders.measure_all(bench.build, bench.environment["DISPLAY"])


def measure_all(bench):
    bench.first_frame("tests/bench/bare")
    bench.first_frame("src/app/hearten")
    bare, hearten, ratio = paired(bench.first_frame, ROUNDS)
    yield "first frame, bare window", bare, "ms", None
    yield "first frame, empty journal", hearten, "ms", None
    yield "first frame, empty journal, ratio", ratio, "×", 1.25
    bare, hearten, ratio = paired(bench.memory, 10)
    yield "memory after 3 s, bare window", bare, "MB", None
    yield "memory after 3 s", hearten, "MB", None
    yield "memory after 3 s, ratio", ratio, "×", 1.15
    yield from measure_reminders(bench)
    yield "typing and saving, longest stall", max(bench.stall() for _ in range(3)), "ms", 8


def main():
    arguments = parse_arguments()
    subprocess.run(["ninja", "-C", str(arguments.build), "tests/bench/bare", "tests/bench/libprobe.so", "tests/bench/list",
                    "tests/bench/plan", "tests/reminders/test-reminders-year"], check=True, stdout=subprocess.DEVNULL)
    good = True
    with Bench(arguments.build) as bench:
        parts = {"program": measure_all, "reminders": measure_reminders, "lifetime": journal.measure_all, "peers": peers.measure_all}
        chosen = [arguments.only] if arguments.only else ["program", "lifetime"]
        if arguments.peers and "peers" not in chosen:
            chosen.append("peers")
        for name, value, unit, bound in (result for part in chosen for result in parts[part](bench)):
            ok = bound is None or value <= bound
            good = good and ok
            if arguments.json:
                print(json.dumps({"name": name, "value": round(value, 3), "unit": unit, "bound": bound, "ok": ok},
                                 ensure_ascii=False), flush=True)
            else:
                limit = "" if bound is None else f"at most {bound:<5g} {'PASS' if ok else 'FAIL'}"
                print(f"{name:<72} {value:>9.2f} {unit:<5} {limit}", flush=True)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
