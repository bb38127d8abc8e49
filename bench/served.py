"""Pages for the throughput bench and the server that answers with them, the same for all who ask.

What a page costs wonmun depends on what it reads like: most news is decided without a language model, while words that
no language has keep it in doubt. So the pages are runs of sentences as somebody wrote them: of genuine articles that
the one who measures has, else of this project's own, three to seven of one article and as many of others until the page
has the length of news. So that they are no copies of each other, which is a question of its own to the log, nouns are
swapped for nouns of a like meaning throughout a page, and figures for other figures (`bench/renamed.py`).
Every fiftieth page is injected: a phrase stands wherever a term of the page did, or before some of its sentences.
Pages of random syllables, as log_made.Articles makes them, can be had for comparison with earlier figures.
"""

from __future__ import annotations

import asyncio
import json
import random
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.corpora_made import PHRASES, Family, sentences
from bench.log_made import Articles
from bench.renamed import renamed

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ROOT = Path(__file__).parent.parent
INJECTED = 50
"""Every so many-th page is injected."""
LETTERS = 1300
"""Of a page that is made, at least: as many as the middle one of news has."""
_RUN = (3, 7)
"""Sentences of one article that follow each other, at least and at most."""
_PLACES = 8
"""At most so many sentences get a phrase before them."""
_MENU = "".join(f'<li><a href="/menu/{n}">메뉴 {n}</a></li>' for n in range(20))


class Pages:
    """Makes pages: always the same for a number."""

    def __init__(self, source: str) -> None:
        """`source` is a file of articles as JSON lines, "" for our own, "syllables" for random ones."""
        self.syllables = Articles(3) if source == "syllables" else None
        self.genuine = [_text(line) for line in _lines(Path(source))] if source and not self.syllables else []
        self.stories = [] if self.syllables else [_story(text) for text in self.genuine or _own()]

    def body(self, number: int) -> bytes:
        """Make a page of some 1,300 letters in a site's frame; every fiftieth is injected."""
        title, _, text = self.article(number).partition("\n")
        if number % INJECTED == 0:
            text = _spelled(text) if self.syllables else _injected(text, number)
        head = f'<!doctype html><html lang="ko"><head><title>{title}</title></head><body>'
        paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
        article = f"<article><h1>{title}</h1>{paragraphs}</article>"
        return f"{head}<ul>{_MENU}</ul>{article}</body></html>".encode()

    def article(self, number: int) -> str:
        """Give its title and text, lines each; the title tells of the text, as no page with random words does."""
        if self.syllables is not None:
            self.syllables.chance.seed(number)
            return f"소식 {number}\n{self.syllables.article()}"
        if number < len(self.genuine):
            return self.genuine[number]
        chance, title, paragraphs = random.Random(number), "", list[str]()
        for story in chance.sample(self.stories, len(self.stories)):
            title = title or story.title
            many = chance.randint(*_RUN)
            first = chance.randrange(max(1, len(story.sentences) - many + 1))
            paragraphs.append(" ".join(story.sentences[first : first + many]))
            if sum(map(len, paragraphs)) >= LETTERS:
                break
        return renamed("\n".join((title, *paragraphs)), number)


class _Story(NamedTuple):
    title: str
    sentences: list[str]


def _story(text: str) -> _Story:
    title, _, body = text.partition("\n")
    return _Story(title, sentences(body))


def _injected(text: str, number: int) -> str:
    """Put a phrase where the commonest term stands, on every second such page before some sentences instead."""
    phrase = PHRASES[number // INJECTED % len(PHRASES)]
    if number % (2 * INJECTED) and (terms := Family([text]).terms(text)):
        return text.replace(max(terms, key=len), phrase)
    return text.replace("다. ", f"다. {phrase} ", _PLACES)


def _spelled(text: str) -> str:
    """Put a phrase in place of every 25th word, as the pages of random syllables always had it."""
    words = text.split(" ")
    words[5::25] = ["대박 카지노사이트"] * len(words[5::25])
    return " ".join(words)


def _own() -> list[str]:
    """Give the Korean news that was written for this project."""
    cases = json.loads((ROOT / "tests/cases/genuine.json").read_text(encoding="utf-8"))["articles"]
    plain = ["\n".join((one["title"], *one["text"])) for one in cases if one["lang"] == "ko" and not one["hard"]]
    return plain + [_text(line) for line in _lines(ROOT / "tools/events.jsonl")]


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _text(line: str) -> str:
    record = json.loads(line)
    return f"{record.get('title') or record['text'].partition('.')[0]}\n{record['text']}"


class _Answering(asyncio.Protocol):
    """One connection. Costs next to nothing a page: what is measured shares the processors with it."""

    def __init__(self, pages: Pages, kept: dict[int, bytes], latency: float) -> None:
        self.pages, self.kept, self.latency = pages, kept, latency
        self.read = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each whole request after the latency."""
        self.read += data
        while b"\r\n\r\n" in self.read:
            head, _, self.read = self.read.partition(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode("ascii", "replace")
            asyncio.get_running_loop().call_later(self.latency, self._answer, path)

    def _answer(self, path: str) -> None:
        transport = self.transport
        if transport is None or transport.is_closing():
            return
        kind, _, number = path.strip("/").partition("/")
        body = b""
        if kind == "list":
            port = transport.get_extra_info("sockname")[1]
            body = "\n".join(f"http://127.0.0.1:{port}/p/{n}" for n in range(int(number))).encode()
        elif kind == "p":
            body = self.kept.get(int(number)) or self.pages.body(int(number))
        transport.write(_head(kind, len(body)) + body)


@cache
def _head(kind: str, size: int) -> bytes:
    status = "200 OK" if size else "404 Not Found"
    type_ = "text/plain" if kind == "list" else "text/html; charset=utf-8"
    return f"HTTP/1.1 {status}\r\nContent-Type: {type_}\r\nContent-Length: {size}\r\n\r\n".encode()


def serve(pipe: Connection, source: str, ready: int, latency: float) -> None:
    """Run the server until the program that started it ends; `ready` pages are made before it begins."""

    async def run() -> None:
        pages = Pages(source)
        kept = {number: pages.body(number) for number in range(ready)}
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Answering(pages, kept, latency), "127.0.0.1", 0, backlog=512)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())
