"""Who holds an alert while it is being sent: a name for each turn of a sender, and whether its process still lives."""

from __future__ import annotations

import os
import platform
import secrets
from functools import cache
from pathlib import Path


def new_holder() -> str:
    """Name one turn of this process: where it runs, its number, and a word of its own."""
    return f"{_place()} {os.getpid()} {secrets.token_hex(4)}"


def is_gone(holder: str) -> bool:
    """Say whether a holder's process has surely ended, so that nobody need wait for its lease.

    Only known of processes that run where this one does, and not on Windows, where asking would end them.
    """
    place, _, rest = holder.partition(" ")
    number = rest.partition(" ")[0]
    if os.name != "posix" or place != _place() or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return False


@cache
def _place() -> str:
    """Name the machine, and on Linux the container: process numbers mean nothing in another one."""
    try:
        space = str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        space = ""
    return f"{platform.node()}{space}".replace(" ", "-") or "here"
