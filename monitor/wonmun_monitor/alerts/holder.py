"""Who holds an alert while it is being sent: a name for each turn of a sender, and whether its process still lives."""

from __future__ import annotations

import itertools
import os
import platform
import secrets
from functools import cache
from pathlib import Path

_WORD = secrets.token_hex(4)
_TURNS = itertools.count(1)


def new_holder() -> str:
    """Name one turn of this process: where it runs, its number, a word of its own, and the turn."""
    return f"{_place()} {os.getpid()} {_WORD} {next(_TURNS)}"


def is_gone(holder: str) -> bool:
    """Say whether a holder's process has surely ended, so that nobody need wait for its lease.

    Only known of processes that run where this one does, and not on Windows, where asking would end them. In a
    container that was started again the last program often had the number that this one has.
    """
    place, number, word, *_ = (*holder.split(" "), "", "", "")
    if place != _place() or not number.isdecimal():
        return False
    if int(number) == os.getpid():
        return word != _WORD
    if os.name != "posix":
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
