"""A loopback server whose every byte a test decides."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest

from wonmun.errors import FetchError
from wonmun.net.client import fetch_once
from wonmun.net.response import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wonmun.net.response import Response

    Answer = Callable[[socket.socket, str, bytes], None]


class Server:
    """Answers each request by `answer(connection, path, whole request)`; closes the connection after it."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.socket.getsockname()[1]
        self.place = f"127.0.0.1:{self.port}"
        self.url = f"http://{self.place}"
        self.requests: list[bytes] = []
        self.answer: Answer = lambda conn, _path, _request: conn.sendall(reply(b"<p>ok"))
        self.ended = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while not self.ended.is_set():
            with contextlib.suppress(OSError):
                conn, _ = self.socket.accept()
                threading.Thread(target=self._serve, args=(conn,), daemon=True).start()

    def _serve(self, conn: socket.socket) -> None:
        with conn, contextlib.suppress(OSError):
            request = b""
            while b"\r\n\r\n" not in request:
                piece = conn.recv(65536)
                if not piece:
                    return
                request += piece
            self.requests.append(request)
            self.answer(conn, request.split(b" ")[1].decode(), request)

    def close(self) -> None:
        self.ended.set()
        self.socket.close()


def reply(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """Write a whole answer; underscores in header names become hyphens."""
    lines = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), "Connection": "close"}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def fetch(server: Server, path: str = "/", **limits: Any) -> Response:
    return fetch_once(server.url + path, limits=Limits(**{"timeout": 5.0, **limits}), allow_private=[server.place])


def failure(server: Server, path: str = "/", **limits: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(server, path, **limits)
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()
