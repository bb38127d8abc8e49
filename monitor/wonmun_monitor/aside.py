"""Blocking work beside the event loop that nobody waits for at the end, unlike `asyncio.to_thread`'s."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


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
