"""Bodies that are no JSON, lie, are too large or too deep: one problem document each, nothing else happens."""

from __future__ import annotations

import gzip
import json
import socket
import time
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.server.conftest import TOKEN, detail

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from wonmun_server.serving import Listener

GOOD = {"url": "https://a.example/", "title": "", "segments": [{"id": "a", "role": "text", "text": "오늘은 맑다."}]}


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "truncated"),
        (b"{", "truncated"),
        (b"hello", "not valid JSON"),
        (b'{"segments": []} x', "not valid JSON"),
        (b"\xff\xfe", "not valid JSON"),
        (b"[" * 100_000, "the body: expected `object`"),
        (b'{"x":' * 30_000 + b"1" + b"}" * 30_000, "nested too deeply"),
        (b'{"segments": [], "x": ' + b"[" * 90_000 + b"]" * 90_000 + b"}", "nested too deeply"),
        (b"null", "the body: expected `object`"),
        (b"[]", "the body: expected `object`"),
        (b"{}", "missing required field `segments`"),
        (b'{"segments": 5}', "segments: expected `array`"),
        (b'{"segments": [{"id": "a", "text": 5}]}', "segments[0].text: expected `str`"),
        (b'{"segments": [{"id": "a", "role": "x", "text": ""}]}', "segments[0].role: invalid enum value"),
        (b'{"segments": [{"id": null, "text": ""}]}', "segments[0].id: expected"),
        (b'{"segments": [], "url": {"a": 1}}', "url: expected `str | null`"),
        (b'{"segments": [], "meta": {"a": [1]}}', "meta[...]: expected"),
        (b'{"segments": [{"id": "a", "text": "", "links": [{"offset": -1, "length": 1, "href": ""}]}]}', "offset"),
        (b'{"segments": [{"id": "a", "text": "", "links": [{"offset": 1e999, "length": 1, "href": ""}]}]}', "range"),
    ],
)
def test_a_wrong_body_is_a_400_that_says_where(client: FlaskClient, body: bytes, says: str) -> None:
    answer = client.post("/v1/check", data=body, content_type="application/json")
    assert answer.status_code == 400
    assert says.lower() in detail(answer).lower()


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "text/json"]
)
def test_anything_but_json_is_a_415(client: FlaskClient, kind: str) -> None:
    answer = client.post("/v1/check", data=json.dumps(GOOD), content_type=kind)
    assert answer.status_code == 415
    detail(answer)


def test_what_is_not_known_may_be_null_or_left_out(client: FlaskClient) -> None:
    nothing: dict[str, object] = {"url": None, "title": None, "lang": None, "meta": None, "segments": []}
    others: list[dict[str, object]] = [{"segments": []}, {"segments": [], "meta": {"canonical": None}, "more": [1]}]
    for body in (nothing, *others):
        assert client.post("/v1/check", json=body).get_json()["verdict"] == "clean"


def test_a_charset_beside_the_type_is_let_pass(client: FlaskClient) -> None:
    answer = client.post("/v1/check", data=json.dumps(GOOD), content_type="application/json; charset=utf-8")
    assert answer.status_code == 200


def test_half_a_surrogate_pair_is_read_as_the_browser_counts_it(client: FlaskClient) -> None:
    body = rb'{"segments": [{"id": "a", "text": "\ud83d \\ud83d \ud83d\ude00 \udc00 x"}]}'
    assert client.post("/v1/check", data=body, content_type="application/json").status_code == 200


def test_gzip_is_read(client: FlaskClient) -> None:
    headers = {"Content-Encoding": "gzip"}
    packed = gzip.compress(json.dumps(GOOD).encode())
    answer = client.post("/v1/check", data=packed, content_type="application/json", headers=headers)
    assert answer.get_json()["verdict"] == "clean"


@pytest.mark.parametrize(
    ("encoding", "body", "status"),
    [
        ("gzip", b"no gzip", 400),
        ("gzip", gzip.compress(b"x" * 50_000, mtime=0)[:-20], 400),
        ("gzip", gzip.compress(b" " * 200_001, mtime=0), 413),
        ("gzip", gzip.compress(b"\0" * 50_000_000, mtime=0), 413),
        ("br", b"x", 415),
        ("deflate", zlib.compress(b"{}"), 415),
        ("gzip, gzip", b"x", 415),
    ],
)
def test_other_encodings_and_bombs_are_refused(client: FlaskClient, encoding: str, body: bytes, status: int) -> None:
    headers = {"Content-Encoding": encoding}
    answer = client.post("/v1/check", data=body, content_type="application/json", headers=headers)
    assert answer.status_code == status
    detail(answer)


def test_a_bomb_is_unpacked_up_to_the_limit_only(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[int] = []
    make = zlib.decompressobj

    class Counting:
        def __init__(self, window: int) -> None:
            self.inner = make(window)

        def decompress(self, data: bytes, limit: int) -> bytes:
            out = self.inner.decompress(data, limit)
            unpacked.append(len(out))
            return out

    monkeypatch.setattr("wonmun_server.body.zlib.decompressobj", Counting)
    bomb = gzip.compress(b"\0" * 20_000_000)
    answer = client.post("/v1/check", data=bomb, content_type="application/json", headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 413
    assert sum(unpacked) == 200_001


def exchange(listener: Listener, request: bytes) -> bytes:
    """Send what is given and read until the server closes."""
    with socket.create_connection(("127.0.0.1", listener.port), timeout=5) as connection:
        connection.sendall(request)
        answer = b""
        while part := connection.recv(65_536):
            answer += part
    return answer


HEAD = (
    f"POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n"
)


@pytest.mark.parametrize("length", ["200001", "5000000000", "9" * 30])
def test_a_body_over_the_limit_is_a_413_before_any_of_it_is_sent(listener: Listener, length: str) -> None:
    started = time.monotonic()
    answer = exchange(listener, f"{HEAD}Content-Length: {length}\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"application/problem+json" in answer
    assert b"Wonmun-Version" in answer
    assert b"server.max_body" in answer
    assert time.monotonic() - started < 2


def test_a_client_that_sends_all_of_it_still_reads_the_answer(listener: Listener) -> None:
    body = b"x" * 8_000_000
    answer = exchange(listener, f"{HEAD}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"problem+json" in answer


def test_an_endless_chunked_body_ends_at_the_limit(listener: Listener) -> None:
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    answer = exchange(listener, f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode() + chunk * 8)
    assert answer.startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"nonsense\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 300_000 + b"\r\n\r\n", b"431"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", b"501"),
    ],
)
def test_what_is_no_http_gets_a_problem_too(listener: Listener, request_: bytes, status: bytes) -> None:
    answer = exchange(listener, request_)
    assert answer.split(b" ")[1] == status
    assert b"application/problem+json" in answer


def test_a_body_at_the_limit_passes(listener: Listener) -> None:
    body = json.dumps({"segments": [], "url": ""}).encode()
    body = body[:-1] + b" " * (200_000 - len(body)) + b"}"
    answer = exchange(listener, f"{HEAD}Connection: close\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    assert answer.startswith(b"HTTP/1.1 200")
