"""How worker processes start: forked from one that holds the engine and its models, where the system can.

That process is started as early as possible, so that it loads while the command itself still does.
"""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import multiprocess
from multiprocess.managers import SyncManager
from multiprocess.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Begin to load what workers are forked from, and do not wait for it. One worker is this process itself.

    Ctrl-C is for this process alone, which ends the others: they would each print where they were interrupted.
    """
    if workers > 1 and way() == "forkserver":
        from multiprocess import forkserver, resource_tracker  # noqa: PLC0415 - of Unix

        resource_tracker.ensure_running()  # else it is started in between, and lets Ctrl-C through again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def ready(workers: int) -> None:
    """Wait until workers can be forked: stopped in between, those that are half started would print what they miss."""
    ahead(workers)
    if workers > 1 and way() == "forkserver":
        first = multiprocess.get_context("forkserver").Process(target=_nothing)
        first.start()
        first.join()


def _nothing() -> None:
    """Be a process."""


def orphaned() -> bool:
    """Tell a worker whether the process that started it is gone."""
    parent = multiprocess.parent_process()
    return parent is not None and not parent.is_alive()


@contextmanager
def mortal_managers() -> Iterator[None]:
    """Make the manager process that datatrove starts end with this process, killed or not.

    It would live on for ever, and with it the process that workers are forked from, whose lifeline it inherits.
    """

    def started() -> SyncManager:
        manager = SyncManager(ctx=multiprocess.get_context())
        manager.start(initializer=_end_with_parent)
        return manager

    theirs: Any = multiprocess.Manager
    multiprocess.Manager = started
    try:
        yield
    finally:
        multiprocess.Manager = theirs


@contextmanager
def whole_pools() -> Iterator[None]:
    """Make Ctrl-C wait while a pool starts its workers, and end these: half started, each prints what it misses."""
    start = Pool.__init__

    def started(pool: Any, *asked: Any, **named: Any) -> None:
        with _waiting() as came:
            start(pool, *asked, **named)
        if came:
            pool.terminate()
            pool.join()
            raise KeyboardInterrupt

    Pool.__init__ = started
    try:
        yield
    finally:
        Pool.__init__ = start


@contextmanager
def _waiting() -> Iterator[list[int]]:
    """Collect the signals that interrupt in place of being interrupted; other threads than the main one never are."""
    came: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield came
        return
    asked = [n for n in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(n) is signal.default_int_handler]
    for number in asked:
        signal.signal(number, lambda number, _frame: came.append(number))
    try:
        yield came
    finally:
        for number in asked:
            signal.signal(number, signal.default_int_handler)


def _end_with_parent() -> None:
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    multiprocess.parent_process().join()
    os._exit(1)
