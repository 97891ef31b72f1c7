#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminder service over a real sleep, in a machine made of software.

Usage: run.py TOOLS PATH/TO/hearten-reminders

TOOLS is a folder with the unpacked packages of QEMU, a Linux kernel and busybox; tools/dev/cmd-test.sh makes it. The
machine has no disk: the service, the libraries that it needs and a bus are in its memory from the start.
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SECONDS = 400
BUS = """<busconfig><type>session</type><listen>unix:path=/tmp/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""


def find(tools, pattern):
    found = sorted(glob.glob(f"{tools}/{pattern}"))
    if not found:
        sys.exit(f"there is no {pattern} in {tools}")
    return found[-1]


def install(root, program, path):
    """Copies a program with the libraries that it loads."""
    os.makedirs(os.path.dirname(f"{root}{path}"), exist_ok=True)
    shutil.copy(program, f"{root}{path}")
    listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=False).stdout
    for library in re.findall(r"(?:=> |^\s*)(/\S+) \(0x", listed, re.MULTILINE):
        os.makedirs(os.path.dirname(f"{root}{library}"), exist_ok=True)
        shutil.copy(os.path.realpath(library), f"{root}{library}")


def make_memory(folder, tools, service):
    root = f"{folder}/root"
    for name in ("bin", "etc", "proc", "sys", "dev", "tmp", "root", "usr/share/zoneinfo"):
        os.makedirs(f"{root}/{name}")
    install(root, find(tools, "usr/bin/busybox"), "/bin/busybox")
    install(root, service, "/bin/hearten-reminders")
    install(root, shutil.which("dbus-daemon"), "/bin/dbus-daemon")
    shutil.copy(f"{HERE}/init.sh", f"{root}/init")
    os.chmod(f"{root}/init", 0o755)
    shutil.copy("/usr/share/zoneinfo/UTC", f"{root}/usr/share/zoneinfo/UTC")
    for name, text in (("bus.conf", BUS), ("passwd", "root:x:0:0::/root:/bin/sh\n"), ("group", "root:x:0:\n"),
                       ("machine-id", "0" * 31 + "1\n")):
        with open(f"{root}/etc/{name}", "w", encoding="ascii") as file:
            file.write(text)
    with open(f"{folder}/memory", "wb") as file:
        names = subprocess.run(["find", "."], cwd=root, capture_output=True, check=True).stdout
        subprocess.run([find(tools, "usr/bin/cpio"), "-o", "-H", "newc", "--quiet"], cwd=root, input=names, stdout=file,
                       check=True)
    return f"{folder}/memory"


def live(tools, memory):
    env = {**os.environ, "LD_LIBRARY_PATH": f"{tools}/usr/lib/x86_64-linux-gnu"}
    argv = [find(tools, "usr/bin/qemu-system-x86_64"), "-L", f"{tools}/usr/share/qemu", "-L", f"{tools}/usr/share/seabios",
            "-machine", "q35", "-accel", "tcg", "-cpu", "max", "-m", "1500", "-nodefaults", "-no-reboot", "-display", "none",
            "-serial", "stdio", "-kernel", find(tools, "boot/vmlinuz-*"), "-initrd", memory, "-append",
            "console=ttyS0 panic=1 quiet rdinit=/init"]
    try:
        return subprocess.run(argv, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace",
                              timeout=SECONDS, check=False).stdout
    except subprocess.TimeoutExpired as error:
        return (error.stdout or b"").decode(errors="replace")


def main():
    tools, service = (os.path.abspath(argument) for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="hearten-vm-") as folder:
        log = live(tools, make_memory(folder, tools, service))
    said = {words[0]: words[1:] for words in (line.split() for line in re.findall(r"HEARTEN (.*)", log))}
    slept = "woke" in said and int(said["woke"][0]) >= int(said["sleeps"][0]) - 2 and int(said["woke"][1]) > 5
    shown = "shown" in said and int(said["shown"][0]) <= 50
    print("1..2")
    print(f"{'ok' if slept else 'not ok'} 1 the-machine-slept-over-the-due-minute")
    print(f"{'ok' if shown else 'not ok'} 2 it-came-within-five-seconds")
    if slept and shown:
        print(f"# slept {said['woke'][0]} s, woke {said['woke'][1]} s after it was due, shown {int(said['shown'][0]) / 10} s"
              f" later; a timer that sleeps too would have taken {said['sleeps'][1]} s")
        return 0
    print("\n".join("# " + line for line in log.splitlines()[-30:]))
    return 1


if __name__ == "__main__":
    sys.exit(main())
