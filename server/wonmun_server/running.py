"""A server from start to end: tokens, log, socket; what is printed; and the wait for Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from wonmun.settings import data_folder, log_path
from wonmun_server.app import create_app
from wonmun_server.context import Context
from wonmun_server.security import refuse_remote
from wonmun_server.serving import Listener
from wonmun_server.store import Store
from wonmun_server.token import load_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from wonmun.settings import Settings


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers."""

    context: Context
    url: str


@contextmanager
def server(settings: Settings) -> Iterator[Running]:
    """Answer requests while the block runs.

    Raises `SettingsError`, `LogError` or `WonmunError`, in one sentence each, before anything is bound where
    the configuration or the log is at fault.
    """
    refuse_remote(settings.server)
    context = Context(load_tokens(data_folder()), Store(log_path(settings)), settings)
    try:
        context.store.log()
        listener = Listener(create_app(context), settings.server)
        listener.start()
        try:
            yield Running(context, listener.url)
        finally:
            listener.stop()
    finally:
        context.store.close()


def announce(running: Running) -> None:
    """Print the one address to open; it signs one browser in, once."""
    click.echo("wonmun is running; Ctrl-C ends it. Open this address (it signs your browser in, once):\n")
    click.echo(f"  {running.url}/sign-in?code={running.context.sign_in.issue()}\n")


def wait_for_end() -> None:
    """Return at Ctrl-C, SIGTERM or, on Windows, Ctrl-Break."""
    ended = threading.Event()

    def end(number: int, frame: FrameType | None) -> None:
        del number, frame
        ended.set()

    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    while not ended.wait(0.2):  # a wait without limit cannot be interrupted on Windows
        pass
