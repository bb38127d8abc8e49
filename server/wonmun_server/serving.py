"""waitress around the app: binding, refusing oversized bodies unread, and an end that loses no answer."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from wonmun import __version__
from wonmun.errors import WonmunError
from wonmun_monitor.urls import base_address
from wonmun_server import API
from wonmun_server.problems import MEDIA_TYPE, problem_body

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from wonmun.settings import Server as ServerSettings

THREADS = 8
_BACKLOG = 1024
_LINGER = 5.0
"""Seconds that a refused client may go on sending, so that it gets to read the answer instead of a reset."""
_PATIENCE = 2.5
"""Seconds that running requests get when the server ends."""


class _Problem(ErrorTask):  # type: ignore[misc] # waitress ships no types
    """What waitress refuses by itself, in the one shape that all errors have."""

    def execute(self) -> None:
        error = self.request.error
        detail = str(error.body)
        if error.code == 413:
            limit = self.channel.adj.max_request_body_size - 1
            detail = f"The body is larger than {limit} bytes (server.max_body)."
        self.channel.refused = True
        body = problem_body(error.code, detail)
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [
            ("Content-Type", MEDIA_TYPE),
            ("Wonmun-Version", __version__),
            ("Wonmun-Api", str(API)),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _Channel(HTTPChannel):  # type: ignore[misc] # waitress ships no types
    """A connection that, once its body was refused, throws away what still arrives instead of resetting."""

    error_task_class = _Problem
    refused = False
    lingering_until = 0.0

    def handle_write(self) -> None:
        if not self.refused or not self.close_when_flushed or self.will_close:
            super().handle_write()
            return
        self._flush_exception(self._flush_some)
        if not self.total_outbufs_len:
            self._linger()

    def _linger(self) -> None:
        self.close_when_flushed = False
        self.refused = False
        self.lingering_until = time.monotonic() + _LINGER
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_WR)

    def received(self, data: bytes) -> bool:
        if not self.lingering_until:
            return bool(super().received(data))
        if time.monotonic() > self.lingering_until:
            self.will_close = True
        return False


class Listener:
    """A bound socket with the app behind it; `start` answers requests in threads of its own until `stop`."""

    def __init__(self, app: WSGIApplication, settings: ServerSettings) -> None:
        self._socket = _bind(settings.host, settings.port)
        self.host, self.port = settings.host, int(self._socket.getsockname()[1])
        self._map: dict[int, Any] = {}
        self._server = create_server(
            app,
            map=self._map,
            sockets=[self._socket],
            threads=THREADS,
            ident=None,
            clear_untrusted_proxy_headers=True,
            max_request_body_size=int(settings.max_body) + 1,
            backlog=_BACKLOG,
            connection_limit=1000,
        )
        self._server.channel_class = _Channel
        self._thread = threading.Thread(target=self._server.run, name="wonmun-http", daemon=True)

    @property
    def url(self) -> str:
        """Base address, without a slash at its end; a name of this machine also where it listens on all."""
        return base_address(self.host, self.port)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Take no more connections, let running requests finish (two and a half seconds at most), flush, close."""
        if not self._thread.is_alive():
            wasyncore.close_all(self._map)
            return
        self._server.trigger.pull_trigger(lambda: wasyncore.dispatcher.close(self._server))
        self._server.task_dispatcher.shutdown(cancel_pending=False, timeout=_PATIENCE)
        end = time.monotonic() + 0.5
        while any(c.total_outbufs_len for c in list(self._server.active_channels.values())) and time.monotonic() < end:
            time.sleep(0.01)
        with contextlib.suppress(OSError):  # nothing was left to wait for: the loop has ended and closed its trigger
            self._server.trigger.pull_trigger(lambda: wasyncore.close_all(self._map))
        self._thread.join(1)


def _bind(host: str, port: int) -> socket.socket:
    """Make a socket that nothing else listens on. Raises `WonmunError` where it cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        found = socket.socket(family, kind, protocol)
    except OSError as error:
        raise WonmunError(f"server.host: {host} is no address of this machine ({error}); use 127.0.0.1") from error
    try:
        if os.name == "posix":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # there: only past TIME_WAIT
        else:
            found.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR), 1)
        found.bind(address)
        found.listen(_BACKLOG)
    except OSError as error:
        found.close()
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            raise WonmunError(
                f"{host}:{port} is in use or not allowed ({error.strerror}); "
                "end the other program, or choose another server.port"
            ) from error
        raise WonmunError(f"{host}:{port} cannot be listened on ({error}); mend server.host or server.port") from error
    return found
