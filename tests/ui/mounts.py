# SPDX-License-Identifier: GPL-3.0-or-later
"""File systems of one's own: small ones, and ones that may not be written."""

import os
import shutil
import subprocess
import sys
import tempfile

APART = "HEARTEN_TEST_MOUNTS"  # set where mounts are this test's own


class NoMounts(Exception):
    """Why a part cannot be run here."""


def go_apart():
    """Starts this program anew where mounts are its own; as an ordinary user, as root of a user namespace."""
    if APART in os.environ or not shutil.which("unshare"):
        return
    for way in (["unshare", "-m"], ["unshare", "-r", "-m"]):
        probe = [*way, "mount", "-t", "tmpfs", "probe", tempfile.gettempdir()]
        if subprocess.run(probe, capture_output=True, check=False).returncode == 0:
            os.environ[APART] = "1"
            os.execvp(way[0], [*way, sys.executable, *sys.argv])


def mount(*arguments):
    if APART not in os.environ:
        raise NoMounts("mounts of one's own (unshare -m) are not allowed here")
    subprocess.run(["mount", *arguments], check=True)


def mount_small(folder, *options):
    mount("-t", "tmpfs", "-o", ",".join(["mode=0700", *options]), "hearten-test", str(folder))


def remount(folder, mode):
    mount("-o", f"remount,{mode}", str(folder))


def fill(folder):
    """Takes all room there is and returns the file that holds it."""
    filler = os.path.join(folder, "filler")
    with open(filler, "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 512)
        except OSError:
            return filler
