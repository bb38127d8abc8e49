"""Fetching against a real server on loopback: limits, redirects, what is refused, what comes back."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import socket
import subprocess
import sys
import time
import tracemalloc
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from wonmun.errors import FetchError
from wonmun.net.client import Client, fetch_once
from wonmun.net.response import Limits

from .conftest import Server, reply

if TYPE_CHECKING:
    from wonmun.net.response import Response


def fetch(server: Server, path: str = "/", **limits: Any) -> Response:
    return fetch_once(server.url + path, limits=Limits(**{"timeout": 5.0, **limits}), allow_private=[server.place])


def failure(server: Server, path: str = "/", **limits: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(server, path, **limits)
    assert "\n" not in str(caught.value)
    return caught.value


def drip(conn: socket.socket, data: bytes) -> None:
    for byte in data:
        conn.sendall(bytes([byte]))
        time.sleep(0.5)


def test_answer_comes_back_whole(server: Server) -> None:
    server.answer = lambda conn, _p, _r: conn.sendall(reply("<p>가".encode(), ETag='"1"', Last_Modified="yesterday"))
    answer = fetch(server)
    assert (answer.status, answer.body, answer.etag, answer.last_modified) == (
        200,
        "<p>가".encode(),
        '"1"',
        "yesterday",
    )
    assert answer.headers.get("content-type").startswith("text/html")
    assert answer.url == server.url + "/"
    assert 0 < answer.elapsed < 5


def test_11_body_that_drips_is_cut_at_the_limit(server: Server) -> None:
    def answer(conn: socket.socket, _path: str, _request: bytes) -> None:
        conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        drip(conn, b"x" * 60)

    server.answer = answer
    started = time.monotonic()
    assert failure(server, timeout=1.2).kind == "timeout"
    assert time.monotonic() - started < 2.5


def test_12_headers_that_drip_are_cut_at_the_limit(server: Server) -> None:
    server.answer = lambda conn, _p, _r: drip(conn, b"HTTP/1.1 200 OK\r\nX: " + b"y" * 60)
    started = time.monotonic()
    assert failure(server, timeout=1.2).kind == "timeout"
    assert time.monotonic() - started < 2.5


def test_13_bomb_is_stopped_at_the_cap_with_flat_memory(server: Server) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(400)) + packer.flush()
    server.answer = lambda conn, _p, _r: conn.sendall(reply(bomb, Content_Encoding="gzip"))
    tracemalloc.start()
    try:
        error = failure(server, max_bytes=3_000_000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.kind == "too_large"
    assert peak < 16_000_000  # the cap, once over for growing, and some for the rest


def test_14_endless_chunks_are_stopped_at_the_cap(server: Server) -> None:
    def answer(conn: socket.socket, _path: str, _request: bytes) -> None:
        conn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            conn.sendall(b"2000\r\n" + b"z" * 0x2000 + b"\r\n")

    server.answer = answer
    assert failure(server, max_bytes=1_000_000).kind == "too_large"
    cut = fetch(server, max_bytes=100_000, truncate=True)
    assert (len(cut.body), cut.truncated) == (100_000, True)


@pytest.mark.parametrize(
    ("location", "kind", "named"),
    [
        ("/loop", "redirects", "circle"),
        ("file:///etc/passwd", "refused", "file"),
        ("ftp://127.0.0.1/x", "refused", "ftp"),
        ("http://127.0.0.2/", "refused", "loopback"),
        ("http://10.0.0.1/", "refused", "private"),
        ("http://169.254.169.254/latest/meta-data/", "refused", "link-local"),
        ("http://[::ffff:127.0.0.1]/", "refused", "loopback"),
        ("http://user:pass@example.com/", "refused", "password"),
        ("http:\\\\127.0.0.1/", "refused", "backslash"),
        ("//0x7f000001/", "refused", "loopback"),
        ("javascript:alert(1)", "refused", "javascript"),
    ],
)
def test_15_redirects_are_judged_too(server: Server, location: str, kind: str, named: str) -> None:
    server.answer = lambda conn, _p, _r: conn.sendall(reply(b"", "302 Found", Location=location))
    error = failure(server, "/loop")
    assert error.kind == kind
    assert named in str(error)


def test_15_redirects_have_a_cap_and_are_remembered(server: Server) -> None:
    numbers = itertools.count(1)
    server.answer = lambda conn, _p, _r: conn.sendall(reply(b"", "301 Moved", Location=f"/{next(numbers)}"))
    assert failure(server).kind == "redirects"
    assert len(server.requests) == 6

    def answer(conn: socket.socket, path: str, _request: bytes) -> None:
        conn.sendall(reply(b"<p>x") if path == "/%EA%B0%80?q=1" else reply(b"", "307 Moved", Location="/가?q=1#top"))

    server.answer = answer
    there = fetch(server, "/a")
    assert (there.url, there.redirects) == (f"{server.url}/%EA%B0%80?q=1", (f"{server.url}/a",))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "100.64.0.1",
        "192.168.0.1",
        "169.254.1.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
        "fec0::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "224.0.0.1",
        "ff02::1",
        "192.0.2.1",
        "2001:db8::1",
        "::",
        "0.0.0.0",
    ],
)
def test_16_names_that_lead_inside_are_refused_at_connecting(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = lead(monkeypatch, [address])
    with pytest.raises(FetchError) as caught:
        fetch_once("http://rebound.example/")
    assert caught.value.kind == "refused"
    assert address in str(caught.value)
    assert asked == ["rebound.example"]


def test_16_one_bad_address_among_good_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    lead(monkeypatch, ["93.184.216.34", "10.0.0.1"])
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        fetch_once("http://mixed.example/")


def test_16_what_was_judged_is_what_is_connected(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rebinding: the name is looked up once a connection, and another name for an allowed place stays refused."""
    asked = lead(monkeypatch, ["127.0.0.1"])
    allowed = [f"inside.example:{server.port}"]
    assert fetch_once(f"http://inside.example:{server.port}/", allow_private=allowed).status == 200
    assert asked == ["inside.example"]
    with pytest.raises(FetchError) as caught:
        fetch_once(f"http://outside.example:{server.port}/", allow_private=allowed)
    assert caught.value.kind == "refused"


def test_16_the_socket_itself_refuses(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the judging of URLs ever passed by, the connection would still not be made."""
    monkeypatch.setattr("wonmun.net.client.judge", lambda url, _allowed: type("Target", (), {"url": url}))
    with pytest.raises(FetchError) as caught:
        fetch_once(server.url)
    assert caught.value.kind == "refused"
    assert server.requests == []


def lead(monkeypatch: pytest.MonkeyPatch, addresses: list[str]) -> list[str]:
    """Make every name lead to `addresses`; return the list of names asked for."""
    asked: list[str] = []

    def getaddrinfo(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        asked.append(host)
        kinds = [socket.AF_INET6 if ":" in a else socket.AF_INET for a in addresses]
        return [(kind, socket.SOCK_STREAM, 6, "", (a, port)) for kind, a in zip(kinds, addresses, strict=True)]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "127.0.0.1.", "[::1]", "１２７.0.0.1", "localhost"]
)
def test_17_loopback_in_disguise_is_refused(server: Server, host: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch_once(f"http://{host}:{server.port}/")
    assert caught.value.kind == "refused"
    assert server.requests == []


def test_22_conditions_statuses_and_waiting(server: Server) -> None:
    def answer(conn: socket.socket, path: str, request: bytes) -> None:
        if path == "/304" and b'If-None-Match: "7"' in request and b"If-Modified-Since: then" in request:
            conn.sendall(reply(b"", "304 Not Modified"))
        else:
            conn.sendall(reply(b"gone", f"{path[1:]} X", Retry_After="120" if path == "/429" else ""))

    server.answer = answer

    async def unchanged() -> Response:
        async with Client(allow_private=[server.place]) as client:
            return await client.fetch(f"{server.url}/304", etag='"7"', last_modified="then")

    assert asyncio.run(unchanged()).not_modified
    busy, gone = failure(server, "/429"), failure(server, "/410")
    assert (busy.kind, busy.status, busy.retry_after) == ("status", 429, 120.0)
    assert (gone.kind, gone.status, gone.retry_after) == ("status", 410, None)


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4; a=b", "APPLICATION/ZIP"])
def test_pictures_are_not_read(server: Server, kind: str) -> None:
    server.answer = lambda conn, _p, _r: conn.sendall(reply(b"%", Content_Type=kind, Content_Length="999999999"))
    assert failure(server).kind == "not_text"


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"<p>hello", mtime=0)),
        ("gzip", gzip.compress(b"<p>he", mtime=0) + gzip.compress(b"llo", mtime=0)),
        ("deflate", zlib.compress(b"<p>hello")),
        ("deflate", zlib.compress(b"<p>hello")[2:-4]),
        ("identity", b"<p>hello"),
        ("gzip", gzip.compress(b"<p>hello", mtime=0) + b"\0\0\0"),
    ],
)
def test_compressed_bodies(server: Server, encoding: str, packed: bytes) -> None:
    server.answer = lambda conn, _p, _r: conn.sendall(reply(packed, Content_Encoding=encoding))
    assert fetch(server).body == b"<p>hello"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        reply(b"no gzip", Content_Encoding="gzip"),
        reply(b"x", Content_Encoding="br"),
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
    ],
)
def test_broken_answers_are_failures_of_the_network(server: Server, raw: bytes) -> None:
    server.answer = lambda conn, _p, _r: conn.sendall(raw)
    assert failure(server).kind == "network"


def test_nobody_listens_and_no_such_name() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(FetchError) as caught:
        fetch_once(f"http://{place}/", allow_private=[place])
    assert caught.value.kind == "network"


def test_many_at_once_in_one_client(server: Server) -> None:
    async def run() -> list[Response]:
        async with Client(allow_private=[server.place], user_agent="wonmun/test") as client:
            return list(await asyncio.gather(*(client.fetch(f"{server.url}/{i}") for i in range(20))))

    assert [a.url for a in asyncio.run(run())] == [f"{server.url}/{i}" for i in range(20)]
    assert all(b"User-Agent: wonmun/test" in r for r in server.requests)


def test_importing_the_engine_takes_no_network_library() -> None:
    code = "import sys, wonmun; print(*{'aiohttp', 'flask', 'requests'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("\n", "")
