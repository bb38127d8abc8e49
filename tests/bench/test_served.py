"""The pages of the throughput bench: the same for a number, different for different ones, as many injected as said."""

from __future__ import annotations

import asyncio
import json
from functools import cache
from typing import TYPE_CHECKING

import pytest

from bench.corpora_made import PHRASES
from bench.served import INJECTED, Pages, _Answering
from wonmun.fingerprints import fingerprints, shares_of_copies
from wonmun.page.parse import parse_page

if TYPE_CHECKING:
    from pathlib import Path


made = cache(Pages)
"""Their words and articles take longer to make than most of these tests."""


def _text(pages: Pages, number: int) -> str:
    return parse_page(pages.body(number), url="https://x.example/").text


@pytest.mark.parametrize("source", ["", "syllables"])
def test_pages_are_long_and_always_the_same(source: str) -> None:
    pages, again = made(source), Pages(source)
    assert [pages.body(n) for n in (3, 7)] == [again.body(n) for n in (3, 7)]
    assert 1000 < len(_text(pages, 3)) < 2000


def test_no_page_of_our_own_articles_is_a_copy_of_another() -> None:
    pages = made("")
    texts = [_text(pages, n) for n in range(1, 40)]
    assert len({frozenset(fingerprints(t)) for t in texts}) == len(texts)
    copies = [share for n, t in enumerate(texts) for share in shares_of_copies(t, texts[n + 1 :]) if share is not None]
    assert len(copies) <= len(texts) // 10


def test_every_fiftieth_page_is_injected() -> None:
    pages = made("")
    for number in (INJECTED, 2 * INJECTED, 3 * INJECTED):
        assert max(_text(pages, number).count(phrase) for phrase in PHRASES) > 2
    assert not any(phrase in _text(pages, n) for n in range(1, 20) for phrase in PHRASES)
    assert "대박 카지노사이트" in _text(made("syllables"), INJECTED)


def test_genuine_articles_come_first_and_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    told = [f"어제 {word} 밭에서 수확이 시작됐다. {word} 농가는 지난해보다 많다고 했다." for word in ("사과", "포도")]
    file.write_text("".join(json.dumps({"title": "수확", "text": text}) + "\n" for text in told), encoding="utf-8")
    pages = Pages(str(file))
    assert told[1] in _text(pages, 1)
    assert told[0] not in _text(pages, 3)
    assert told[1] not in _text(pages, 3)


def test_the_server_answers_what_comes_in_pieces_and_what_is_not_there() -> None:
    page, missing = asyncio.run(_asked())
    assert page.startswith(b"HTTP/1.1 200 OK\r\n")
    assert page.endswith(b"<p>kept")
    assert missing.startswith(b"HTTP/1.1 404 Not Found\r\n")


async def _asked() -> tuple[bytes, bytes]:
    """What a server answers to a request in two pieces, and to one behind it for a page that is not there."""
    loop = asyncio.get_running_loop()
    pages = made("syllables")
    server = await loop.create_server(lambda: _Answering(pages, {1: b"<p>kept"}, 0.01), "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        writer.write(b"GET /p/1 HTTP/1.1\r\nHost: x")
        await writer.drain()
        writer.write(b"\r\n\r\nGET /menu/3 HTTP/1.1\r\n\r\n")
        answers = await reader.readuntil(b"<p>kept"), await reader.readuntil(b"\r\n\r\n")
        writer.close()
        return answers
