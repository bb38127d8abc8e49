"""Where the client does not go: redirects and names that lead inside, and addresses in disguise."""

from __future__ import annotations

import itertools
import socket
from typing import Any

import pytest

from wonmun.errors import FetchError
from wonmun.net.client import fetch_once

from .conftest import Server, failure, fetch, reply


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
