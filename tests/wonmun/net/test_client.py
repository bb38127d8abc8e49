"""Fetching against a real server on loopback: limits, and what comes back."""

from __future__ import annotations

import asyncio
import gzip
import socket
import subprocess
import sys
import time
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import pytest

from wonmun.errors import FetchError
from wonmun.net.client import Client, fetch_once

from .conftest import Server, failure, fetch, reply

if TYPE_CHECKING:
    from wonmun.net.response import Response


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
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        reply(b"no gzip", Content_Encoding="gzip"),
        reply(b"x", Content_Encoding="br"),
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
    ],
)
def test_broken_answers_are_failures_of_the_network(server: Server, raw: bytes) -> None:
    server.answer = lambda conn, _p, _r: conn.sendall(raw)
    failed = failure(server)
    assert failed.kind == "network"
    assert "\\n" not in str(failed)
    assert "message=" not in str(failed) or "payload" in str(failed)


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
