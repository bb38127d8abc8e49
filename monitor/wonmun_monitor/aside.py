"""Blocking work beside the event loop that nobody waits for at the end, unlike `asyncio.to_thread`'s."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")


async def aside(work: Callable[[], None], patience: float) -> None:
    """Run `work` in a thread that ends with the program; raise what it raises.

    Raises `TimeoutError` after `patience` seconds; the work itself then goes on unheard.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def settle(error: BaseException | None) -> None:
        if done.done():
            return
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)

    def run() -> None:
        error: BaseException | None = None
        try:
            work()
        except BaseException as caught:  # noqa: BLE001 - the rim of a thread: told to whoever waits
            error = caught
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, error)

    threading.Thread(target=run, name="wonmun-send", daemon=True).start()
    await asyncio.wait_for(done, patience)


class DaemonThreads(ThreadPoolExecutor):
    """A thread for each piece of work, waited for by nobody: a name server that is silent holds no end up.

    asyncio looks names up in its default executor, whose threads Python would wait for at the end.
    """

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run `fn` at once, in a thread of its own."""
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:  # noqa: BLE001 - the rim of a thread: told to whoever waits
                future.set_exception(error)
            else:
                future.set_result(result)

        threading.Thread(target=run, name="wonmun-aside", daemon=True).start()
        return future
