"""A small web on loopback, settings for it, and a clock that tests move."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import yaml

from wonmun.settings import Settings, parse_settings
from wonmun_monitor.log.connect import Log, open_log
from wonmun_monitor.service import run_once

if TYPE_CHECKING:
    from pathlib import Path

    from wonmun_monitor.tools import Counts

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


@pytest.fixture(scope="session", autouse=True)
def _apprise_loaded() -> None:
    """Load apprise's plugins once: one of them imports a module that Python warns about."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import apprise

        apprise.Apprise().add("json://127.0.0.1")


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


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

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

    server = Server(("127.0.0.1", 0), Serving)
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


class Clock:
    """A clock that stands where the test puts it."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@dataclass
class World:
    """One log with its settings: rounds by a clock that the test moves."""

    site: Site
    path: Path
    clock: Clock
    tree: dict[str, Any]
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        return parse_settings(yaml.safe_dump(self.tree).encode())

    def set(self, section: str, **values: Any) -> None:
        self.tree.setdefault(section, {}).update(values)

    def round(self, *, everything: bool = False) -> Counts:
        return run_once(self.settings, self.path, everything=everything, clock=self.clock)

    def log(self) -> Log:
        return open_log(self.path)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with open_log(self.path) as log:
            return [tuple(row) for row in log.db.execute(sql, values)]

    def value(self, sql: str, *values: object) -> Any:
        return self.rows(sql, *values)[0][0]

    def page(self, path: str) -> dict[str, Any]:
        with open_log(self.path) as log:
            row = log.db.execute("SELECT * FROM pages WHERE url = ?", (self.site.url(path),)).fetchone()
            assert row is not None, f"{path} is not in the log"
            return dict(row)

    def feed(self, path: str) -> dict[str, Any]:
        with open_log(self.path) as log:
            return dict(log.db.execute("SELECT * FROM feeds WHERE url = ?", (self.site.url(path),)).fetchone())

    def config(self) -> Path:
        file = self.path.with_name("config.yaml")
        tree = self.tree | {"log": {**self.tree.get("log", {}), "path": str(self.path)}}
        file.write_text(yaml.safe_dump(tree), encoding="utf-8")
        return file

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start `wonmun` as a process of its own."""
        code = "from wonmun.cli import main; main()"
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "WONMUN_CONFIG": str(self.config())}
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment,
        )
        self.started.append(process)
        return process

    def run(self, *arguments: str) -> tuple[int, str, str]:
        process = self.start(*arguments)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err


@pytest.fixture
def world(site: Site, clock: Clock, tmp_path: Path) -> Iterator[World]:
    tree: dict[str, Any] = {
        "sample": False,
        "monitor": {"allow_private": [site.host], "timeout": "30s"},
        "feeds": [],
    }
    made = World(site, tmp_path / "log.db", clock, tree)
    yield made
    for process in made.started:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def texts() -> dict[str, str]:
    return {"bus": BUS, "library": LIBRARY}


def injected(text: str, term: str, phrase: str) -> str:
    assert text.count(term) >= 3
    return text.replace(term, phrase)


@pytest.fixture
def inject() -> Callable[[str, str, str], str]:
    return injected


@pytest.fixture
def as_rss() -> Callable[..., str]:
    return rss


@pytest.fixture
def as_article() -> Callable[..., str]:
    return article


def wait_for(true: Callable[[], object], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@pytest.fixture(name="wait_for")
def wait_for_() -> Callable[..., None]:
    return wait_for


@pytest.fixture
def mirror(world: World) -> Callable[..., str]:
    """A genuine page, trusted, and a mirror of it under injection; gives the mirror's path."""

    def make(number: int = 1, phrase: str = "대박 카지노사이트") -> str:
        site = world.site
        genuine = site.article(f"/genuine/{number}", f"노선 개편 {number}", BUS)
        site.article(f"/mirror/{number}", f"노선 개편 {number}", injected(BUS, "시내버스", phrase))
        urls = [f["url"] for f in world.tree["feeds"]]
        for path, trust, page in (
            ("/genuine.xml", True, genuine),
            ("/mirror.xml", False, site.url(f"/mirror/{number}")),
        ):
            if site.url(path) not in urls:
                world.tree["feeds"].append({"url": site.url(path), "trust": trust})
            site.feed(path, page)
        return f"/mirror/{number}"

    return make


def as_json(record: object) -> Any:
    return msgspec.to_builtins(record)
