"""monitor.md, 11–17: what hostile servers send, and where pages must not lead."""

from __future__ import annotations

import socket
import time
import tracemalloc
import zlib
from itertools import repeat
from typing import TYPE_CHECKING, Any

import pytest

from wonmun_monitor.log.pages import add_page

if TYPE_CHECKING:
    from tests.monitor.conftest import World


def only(world: World, *urls: str) -> None:
    world.site.serve("/list.txt", "\n".join(urls), "text/plain")
    world.tree["lists"] = [{"url": world.site.url("/list.txt")}]


def visit(world: World, path: str) -> dict[str, Any]:
    """One round with this page alone; gives its row."""
    only(world, world.site.url(path))
    world.set("monitor", robots="ignore")
    world.round()
    return world.page(path)


def test_11_body_at_one_byte_each_half_second_cut_at_the_limit(world: World) -> None:
    world.set("monitor", timeout="1s")

    def drip(asked: Any) -> None:
        asked.handler.send_response(200)
        asked.handler.send_header("Content-Type", "text/html")
        asked.handler.send_header("Content-Length", "100000")
        asked.handler.end_headers()
        asked.drip(repeat(b"<"), 0.5)

    world.site.routes["/slow"] = drip
    begun = time.monotonic()
    page = visit(world, "/slow")
    assert time.monotonic() - begun < 3
    assert page["state"] == "failed"
    assert "within 1 s" in page["last_error"]


def test_12_headers_likewise(world: World) -> None:
    world.set("monitor", timeout="1s")
    world.site.routes["/slow"] = lambda asked: asked.drip(iter([b"HTTP/1.1 200 OK\r\nX: ", *repeat(b"x", 40)]), 0.5)
    begun = time.monotonic()
    page = visit(world, "/slow")
    assert time.monotonic() - begun < 3
    assert "within 1 s" in page["last_error"]


def gzip_bomb(unpacked: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(1_000_000)
    head = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    more = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + more * (unpacked // len(block))


def test_13_one_mb_to_one_gb_gzip_stopped_at_the_cap_memory_flat(world: World) -> None:
    bomb = gzip_bomb(1_000_000_000)
    assert len(bomb) < 1_100_000
    world.site.serve("/bomb", bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        page = visit(world, "/bomb")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "larger than" in page["last_error"]
    assert peak < 60_000_000


def test_14_endless_chunks_cap(world: World) -> None:
    world.set("monitor", max_bytes="300KB")
    sent = 0

    def pieces() -> Any:
        nonlocal sent
        while True:
            sent += 1
            yield b"4000\r\n" + b"<p>" * 5461 + b"<\r\n"

    def endless(asked: Any) -> None:
        asked.handler.send_response(200)
        asked.handler.send_header("Content-Type", "text/html")
        asked.handler.send_header("Transfer-Encoding", "chunked")
        asked.handler.end_headers()
        asked.drip(pieces(), 0)

    world.site.routes["/endless"] = endless
    page = visit(world, "/endless")
    assert "larger than 300,000 bytes" in page["last_error"]
    assert sent * 16_384 < 30_000_000


@pytest.mark.parametrize(
    ("leads_to", "reason"),
    [
        ("/round", "circle"),
        ("/other", "circle"),
        ("file:///etc/hostname", "http"),
        ("http://10.0.0.7/", "private"),
        ("http://169.254.169.254/latest/meta-data/", "link"),
        ("http://127.0.0.1:8080/", "loopback"),
    ],
)
def test_15_redirect_loop_file_private_address_refused_reason_logged(world: World, leads_to: str, reason: str) -> None:
    site = world.site
    site.fail("/round", 302, Location=leads_to)
    site.fail("/other", 302, Location="/round")
    page = visit(world, "/round")
    assert page["state"] == "failed"
    assert reason in page["last_error"].lower()
    assert world.value("SELECT error FROM fetches WHERE page_id = ?", page["id"]) == page["last_error"]


@pytest.mark.parametrize(
    ("what", "addresses"),
    [
        ("a name that leads home", ["127.0.0.1"]),
        ("a name in a private net", ["192.168.1.9"]),
        ("rebinding: a public address beside a private one", ["203.0.114.9", "127.0.0.1"]),
        ("NAT64", ["64:ff9b::7f00:1"]),
        ("6to4", ["2002:7f00:1::1"]),
        ("CGNAT", ["100.64.0.1"]),
        ("IPv4 in IPv6", ["::ffff:127.0.0.1"]),
    ],
)
def test_16_name_to_private_rebinding_nat64_6to4_cgnat_refused_at_connect(
    world: World, monkeypatch: pytest.MonkeyPatch, what: str, addresses: list[str]
) -> None:
    real = socket.getaddrinfo

    def fake(host: Any, port: Any, *args: Any, **more: Any) -> Any:
        if host not in {"harmless.example", b"harmless.example"}:
            return real(host, port, *args, **more)
        return [
            (socket.AF_INET6 if ":" in a else socket.AF_INET, socket.SOCK_STREAM, 6, "",
             (a, port, 0, 0) if ":" in a else (a, port))
            for a in addresses
        ]  # fmt: skip

    monkeypatch.setattr(socket, "getaddrinfo", fake)
    url = f"http://harmless.example:{world.site.port}/secret"
    only(world, url)
    world.set("monitor", robots="ignore")
    world.round()
    assert world.site.count("/secret") == 0
    [(state, error)] = world.rows("SELECT state, last_error FROM pages WHERE url = ?", url)
    assert state == "failed"
    assert addresses[-1] in error, what


@pytest.mark.parametrize("shape", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:7f00:1]"])
def test_17_decimal_hex_address_refused(world: World, shape: str) -> None:
    world.set("monitor", allow_private=[], robots="ignore")
    with world.log() as log:
        add_page(log, f"http://{shape}:{world.site.port}/in", world.clock.now)
    world.round()
    assert world.site.count("/in") == 0
    [(state, error)] = world.rows("SELECT state, last_error FROM pages")
    assert state == "failed"
    assert error


@pytest.mark.parametrize(
    "link",
    [
        "http:\\\\127.0.0.1\\in",
        "http://a.example\\@127.0.0.1/in",
        "//\\127.0.0.1/in",
        "javascript:alert(1)",
        "file:///etc/hostname",
    ],
)
def test_17b_backslash_url_refused(world: World, link: str) -> None:
    site = world.site
    site.feed("/feed.xml", link, site.url("/fine"))
    world.tree["feeds"] = [{"url": site.url("/feed.xml")}]
    world.round()
    assert {row[0] for row in world.rows("SELECT url FROM pages")} == {site.url("/fine")}
