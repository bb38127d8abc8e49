"""waitress around the app: many at once, an end that loses no answer, sockets that nothing else has."""

from __future__ import annotations

import gc
import http.client
import json
import socket
import statistics
import sys
import threading
import time
import types
from typing import TYPE_CHECKING

import pytest

from tests.server.conftest import BEARER
from wonmun.errors import WonmunError
from wonmun.settings import Server
from wonmun_monitor.urls import base_address
from wonmun_server import running
from wonmun_server.sample.copies import articles
from wonmun_server.serving import Listener

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment
    from flask import Flask

    from wonmun_server.context import Context

HEADERS = BEARER | {"Content-Type": "application/json"}


def ten_kilobytes() -> bytes:
    """A clean article of 10 KB, as the extension sends it."""
    parts: list[dict[str, object]] = []
    size = 0
    for article in [a for a in articles().values() if a.kind == "genuine"]:
        for paragraph in article.paragraphs:
            if size < 10_000:
                parts.append({"id": f"s{len(parts)}", "role": "text", "text": paragraph})
                size += len(paragraph.encode())
    return json.dumps({"url": "https://news.example/1", "title": "", "segments": parts}, ensure_ascii=False).encode()


def check(port: int, body: bytes, connection: http.client.HTTPConnection | None = None) -> str:
    used = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    used.request("POST", "/v1/check", body, HEADERS)
    answer = used.getresponse()
    read = answer.read()
    assert answer.status == 200, read
    if connection is None:
        used.close()
    return str(json.loads(read)["verdict"])


def test_fifty_at_once_and_none_fails(listener: Listener) -> None:
    body, verdicts, failures = ten_kilobytes(), [], []

    def ask() -> None:
        try:
            verdicts.append(check(listener.port, body))
        except Exception as error:  # noqa: BLE001 - whatever fails in a thread is told below
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert verdicts == ["clean"] * 50


@pytest.mark.alone
def test_a_clean_article_of_10_kb_is_checked_within_50_ms_of_processor_time(listener: Listener) -> None:
    """By the processor's clock, so that a busy machine does not fail it; `bench` has the figures by the wall's.

    What the tests before have left in memory is no matter of the server's: its collection took 140 ms once.
    """
    body = ten_kilobytes()
    connection = http.client.HTTPConnection("127.0.0.1", listener.port)
    check(listener.port, body, connection)
    rounds: list[float] = []
    gc.collect()
    gc.freeze()
    while len(rounds) < 3 and (not rounds or rounds[-1] >= 0.05):  # other machines on the same host take time, too
        spent = []
        for _ in range(30):
            started = time.process_time()
            check(listener.port, body, connection)
            spent.append(time.process_time() - started)
        rounds.append(statistics.quantiles(spent, n=20)[-1])
    gc.unfreeze()
    connection.close()
    assert min(rounds) < 0.05


def test_stopping_lets_a_running_request_finish() -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(environ: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        begun.set()
        go_on.wait(2)
        start("200 OK", [("Content-Length", "4")])
        return [b"done"]

    listener = Listener(slow, Server(port=0))
    listener.start()
    connection = http.client.HTTPConnection("127.0.0.1", listener.port, timeout=10)
    connection.request("GET", "/")
    assert begun.wait(5)
    threading.Timer(0.3, go_on.set).start()
    started = time.monotonic()
    listener.stop()
    assert time.monotonic() - started < 3
    assert connection.getresponse().read() == b"done"
    connection.close()
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", listener.port), timeout=1)


def test_stopping_does_not_wait_for_idle_connections(listener: Listener) -> None:
    idle = [socket.create_connection(("127.0.0.1", listener.port)) for _ in range(20)]
    started = time.monotonic()
    listener.stop()
    assert time.monotonic() - started < 2
    for connection in idle:
        connection.close()


def test_a_port_in_use_is_one_sentence(app: Flask, listener: Listener) -> None:
    with pytest.raises(WonmunError, match=rf"127\.0\.0\.1:{listener.port} is in use .*server\.port"):
        Listener(app, Server(port=listener.port))


def test_a_host_that_is_none_is_one_sentence(app: Flask) -> None:
    with pytest.raises(WonmunError, match=r"server\.host"):
        Listener(app, Server(host="no-such-host.invalid", allow_remote=True))


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:1"), ("0.0.0.0", "http://127.0.0.1:1"),
     ("localhost", "http://localhost:1"), ("::", "http://localhost:1")],
)  # fmt: skip
def test_the_printed_address_is_one_that_can_be_opened(host: str, address: str) -> None:
    assert base_address(host, 1) == address


def test_what_is_loaded_is_not_looked_through_for_garbage(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """One question of forty took 50 ms for its 10: all that the server had loaded was looked through in its midst."""
    monkeypatch.setitem(sys.modules, "wonmun_monitor.loaded", types.ModuleType("loaded"))
    context.asked.set()
    try:
        running._warm_up(context)
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
