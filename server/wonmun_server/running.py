"""A server from start to end: tokens, log, socket; what is printed; and the wait for Ctrl-C or SIGTERM."""

from __future__ import annotations

import gc
import logging
import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from msgspec import structs

from wonmun.settings import Settings, data_folder, log_path
from wonmun.translate import catalog, spoken_here
from wonmun_monitor.sample import with_sample
from wonmun_monitor.urls import base_address
from wonmun_server.app import create_app
from wonmun_server.context import Context
from wonmun_server.hosts import refuse_remote
from wonmun_server.serving import Listener
from wonmun_server.store import Store
from wonmun_server.token import load_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from wonmun_monitor.service import Monitor

_MONITOR_PATIENCE = 3.0
"""Seconds that visits under way get, while the server ends beside them: all of it is over within five."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers."""

    context: Context
    url: str


def run(settings: Settings, *, monitor: bool) -> None:
    """Run until Ctrl-C or SIGTERM. Raises what `server` does, and `LogError` where the monitor cannot begin."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # it warns of every short queue
    ended = _end_signals()
    settings = with_dashboard(settings)
    with server(settings) as running:
        beside = _start_monitor(settings, running) if monitor else None
        threading.Thread(target=_warm_up, args=(running.context,), name="wonmun-warm-up", daemon=True).start()
        announce(running)
        while not ended.wait(0.2):  # a wait without limit cannot be interrupted on Windows
            pass
        if beside:  # told without waiting: it ends beside the server, which does when this block does
            beside.stop(0)
    if beside:
        beside.stop(_MONITOR_PATIENCE)


@contextmanager
def server(settings: Settings) -> Iterator[Running]:
    """Answer requests while the block runs.

    Raises `SettingsError`, `LogError` or `WonmunError`, in one sentence each, before anything is bound where
    the configuration or the log is at fault.
    """
    refuse_remote(settings.server)
    context = Context(load_tokens(data_folder()), Store(log_path(settings)), settings)
    try:
        listener = Listener(create_app(context), settings.server)
        listener.start()
        try:
            yield Running(context, listener.url)
        finally:
            listener.stop()
    finally:
        context.store.close()


def _start_monitor(settings: Settings, running: Running) -> Monitor:
    from wonmun_monitor.service import Monitor  # noqa: PLC0415 - `serve` alone need not load aiohttp and APScheduler

    beside = Monitor(with_sample(settings, running.url))
    beside.start()
    return beside


def with_dashboard(settings: Settings) -> Settings:
    """Have alerts link to this server's dashboard where the configuration names no other address for it."""
    if settings.alerts.dashboard or not settings.server.port:
        return settings
    own = base_address(settings.server.host, settings.server.port)
    return structs.replace(settings, alerts=structs.replace(settings.alerts, dashboard=own))


def announce(running: Running) -> None:
    """Print the one address to open; it signs one browser in, once."""
    said = "wonmun is running; Ctrl-C ends it. Open this address (it signs your browser in, once):"
    click.echo(f"{catalog(spoken_here()).say(said)}\n")
    click.echo(f"  {running.url}/sign-in?code={running.context.sign_in.issue()}\n")


def _warm_up(context: Context) -> None:
    """Check a sentence, so that the first reader does not wait for language data to be read.

    Once somebody reads with the extension, load what injected pages need: the first of them took two seconds. A server
    that nobody asks does without those 300 MB.
    """
    import wonmun  # noqa: PLC0415 - the engine reads its data at the first check; nothing else here needs it

    wonmun.check("오늘 서울은 대체로 맑겠다.", context.store.memory())
    _keep()
    context.asked.wait()
    import wonmun_monitor.loaded  # noqa: F401, PLC0415 - loads by being imported

    _keep()


def _keep() -> None:
    """Have what is loaded never looked through for garbage again: that held single questions up by some 40 ms."""
    gc.collect()
    gc.freeze()


def _end_signals() -> threading.Event:
    """Give what is set at Ctrl-C, SIGTERM or, on Windows, Ctrl-Break."""
    ended = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        del number, frame
        ended.set()

    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    return ended
