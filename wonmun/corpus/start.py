"""How worker processes start: forked from one that holds the engine and its models, where the system can.

That process is started as early as possible, so that it loads while the command itself still does.
"""

from __future__ import annotations

import multiprocess
from multiprocess import forkserver

_HELD = ("wonmun.corpus.steps", "wonmun.corpus.warm")


def way() -> str:
    """Name the way of `multiprocessing` to start workers: "forkserver", or "spawn" on Windows.

    A plain fork would copy threads of readers in the middle of something.
    """
    if "forkserver" not in multiprocess.get_all_start_methods():
        return "spawn"
    multiprocess.get_context("forkserver").set_forkserver_preload(list(_HELD))
    return "forkserver"


def ahead(workers: int) -> None:
    """Begin to load what workers are forked from, and do not wait for it. One worker is this process itself."""
    if workers > 1 and way() == "forkserver":
        forkserver.ensure_running()
