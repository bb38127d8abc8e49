"""The other end of a `ProcessHand`: bytes in, bytes out, until the program that started it ends, however that ends."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

_GARBAGE = 50_000
"""New objects after which garbage is looked for: after 700, as Python does by itself, it takes 5 % of a check."""


def serve(pipe: Connection, task: Callable[[bytes], bytes]) -> None:
    """Say that it has begun, then answer until the pipe is closed. Ctrl-C is for the program that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    gc.freeze()  # what is loaded stays: to look through it again costs time, and memory that is shared with others
    gc.set_threshold(_GARBAGE)
    with suppress(EOFError, OSError):
        pipe.send_bytes(b"")
        while True:
            pipe.send_bytes(task(pipe.recv_bytes()))


def _end_with(sentinel: int) -> None:
    """End at once with the parent, in the middle of a page, too."""
    wait([sentinel])
    os._exit(1)
