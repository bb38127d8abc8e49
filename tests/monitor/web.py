"""A small web on loopback whose pages each test sets, and texts of our own to put there."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Handler = Callable[["Asked"], None]

BUS = (
    "시는 시내버스 노선을 다음 달부터 전면 개편한다고 밝혔다. 개편안에 따르면 시내버스 마흔 개 노선이 조정되고 "
    "야간 운행이 늘어난다. 담당 과장은 시내버스 이용객이 줄어드는 현실을 반영했다고 설명했다. 시민단체는 시내버스 "
    "개편이 변두리 주민의 불편을 키울 수 있다고 우려했다. 시는 공청회를 열어 의견을 듣겠다고 했다. 전문가들은 "
    "시내버스와 지하철의 환승 체계를 함께 손봐야 한다고 조언했다. 개편안은 누리집에서 볼 수 있다."
)
LIBRARY = (
    "마을 도서관이 석 달 동안의 수리를 마치고 다시 문을 열었다. 새 도서관에는 어린이 열람실과 작은 공연장이 들어섰다. "
    "주민들은 도서관 앞마당에서 책을 나누는 잔치를 벌였다. 관장은 도서관을 누구나 쉬어 가는 곳으로 만들겠다고 말했다. "
    "도서관은 주말에도 밤 아홉 시까지 불을 밝힌다. 자원봉사자 열두 명이 책 읽어 주는 모임을 꾸렸다."
)


@dataclass
class Asked:
    """One request, with what is needed to answer it by hand."""

    handler: BaseHTTPRequestHandler
    path: str
    headers: dict[str, str]
    body: bytes = b""

    def answer(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        self.handler.send_response(status)
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.handler.send_header("Content-Length", str(len(body)))
        self.handler.end_headers()
        self.handler.wfile.write(body)

    def drip(self, pieces: Iterator[bytes], pause: float) -> None:
        """Send pieces one by one until the other side has had enough."""
        try:
            for piece in pieces:
                self.handler.wfile.write(piece)
                self.handler.wfile.flush()
                time.sleep(pause)
        except OSError:
            pass


@dataclass
class Site:
    """A web server on loopback whose pages are set by the test."""

    port: int = 0
    routes: dict[str, Handler] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def count(self, path: str) -> int:
        return sum(a.path == path for a in self.asked)

    def serve(self, path: str, body: bytes | str, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        raw = body.encode() if isinstance(body, str) else body
        self.routes[path] = lambda asked: asked.answer(200, raw, Content_Type=kind, **headers)
        return self.url(path)

    def article(self, path: str, title: str, text: str, extra: str = "") -> str:
        return self.serve(path, article(title, text, extra))

    def feed(self, path: str, *entries: str | tuple[str, str]) -> str:
        return self.serve(path, rss(*entries), "application/rss+xml")

    def fail(self, path: str, status: int, **headers: str) -> str:
        self.routes[path] = lambda asked: asked.answer(status, b"", **headers)
        return self.url(path)

    def inbox(self, path: str = "/hook") -> list[dict[str, Any]]:
        """Take alerts at `path`; the messages gather in the list."""
        got: list[dict[str, Any]] = []

        def take(asked: Asked) -> None:
            got.append(json.loads(asked.body))
            asked.answer(200)

        self.routes[path] = take
        return got

    def target(self, path: str = "/hook") -> str:
        return f"json://{self.host}{path}"


def article(title: str, text: str, extra: str = "") -> str:
    body = "".join(f"<p>{part.strip()}</p>" for part in text.split("\n"))
    return (
        f'<!doctype html><html lang="ko"><head><title>{title}</title></head>'
        f"<body><article><h1>{title}</h1>{body}</article>{extra}</body></html>"
    )


def rss(*entries: str | tuple[str, str]) -> str:
    pairs = [(e, e) if isinstance(e, str) else e for e in entries]
    items = "".join(f"<item><title>제목</title><link>{u}</link><guid>{g}</guid></item>" for u, g in pairs)
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>소식</title>'
    return f"{head}<link>http://a.example/</link>{items}</channel></rss>"


def server_of(made: Site) -> ThreadingHTTPServer:
    """Make the server behind a site."""

    class Serving(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            asked = Asked(self, self.path, {k.lower(): v for k, v in self.headers.items()}, self.rfile.read(length))
            made.asked.append(asked)
            route = made.routes.get(self.path)
            try:
                if route:
                    route(asked)
                else:
                    asked.answer(404)
            except OSError:
                self.close_connection = True

        do_POST = do_GET  # noqa: N815 - the handler's own name

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False
        request_queue_size = 128

        def handle_error(self, *_: object) -> None:
            pass

    return Server(("127.0.0.1", 0), Serving)
