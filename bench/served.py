"""Pages for the throughput bench and the server that answers with them, the same for all who ask.

What a page costs wonmun depends on what it reads like: most news is decided without a language model, while words that
no language has keep it in doubt, and so does a title that the text knows nothing of. So the pages are Korean: genuine
articles that the one who measures has, else ones of this project's own. Where more pages are asked for than there are
articles, another article's terms stand in an article, and the words that it has once are swapped for others of the same
ending (`corpora_made.Family.apart`): copies of each other would be a question of its own to the log. No reader takes
such a page for news, nor does wonmun: it calls 22 of 152 suspicious, of as many genuine articles none, and pays for it.
Only as many pages as there are genuine articles tell what news costs.
Pages of random syllables, as log_made.Articles makes them, can be had for comparison with earlier figures.
"""

from __future__ import annotations

import asyncio
import json
import random
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bench.corpora_made import Family
from bench.log_made import Articles

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ROOT = Path(__file__).parent.parent
INJECTED = 50
"""Every so many-th page is injected."""
_STORIES = 3
"""Of our own articles, which are short, so many make a page of some 1,300 letters."""
_MENU = "".join(f'<li><a href="/menu/{n}">메뉴 {n}</a></li>' for n in range(20))


class Pages:
    """Makes pages: always the same for a number."""

    def __init__(self, source: str) -> None:
        """`source` is a file of articles as JSON lines, "" for our own, "syllables" for random ones."""
        self.syllables = Articles(3) if source == "syllables" else None
        self.genuine = [_text(line) for line in _lines(Path(source))] if source and not self.syllables else []
        self.family = None if self.syllables else Family(self.genuine or _own())

    def body(self, number: int) -> bytes:
        """Make a page of some 1,300 letters in a site's frame; every fiftieth is injected."""
        title, _, text = self.article(number).partition("\n")
        if number % INJECTED == 0:
            words = text.split(" ")
            for place in range(5, len(words), 25):
                words[place] = "대박 카지노사이트"
            text = " ".join(words)
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
        assert self.family is not None
        if self.genuine:
            return self.family.apart(number)
        return "\n".join(self.family.apart(n) for n in _stories(number, len(self.family.texts)))


def _stories(number: int, articles: int) -> list[int]:
    """Give which stories a page holds: three different ones, each in a version that no other page has."""
    picked = random.Random(number).sample(range(articles), _STORIES)
    return [story + articles * number for story in picked]


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
