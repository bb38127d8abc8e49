"""A small web on loopback, settings for it, and a clock that tests move."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import yaml

from tests.monitor.web import BUS, LIBRARY, Site, article, rss, server_of
from wonmun.configuration import parse_settings
from wonmun_monitor.log.connect import Log, open_log
from wonmun_monitor.service import run_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from wonmun.settings import Settings
    from wonmun_monitor.tools import Counts


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have messages written in English, whatever this machine speaks."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(scope="session", autouse=True)
def _apprise_loaded() -> None:
    """Load apprise's plugins once: one of them imports a module that Python warns about."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import apprise

        apprise.Apprise().add("json://127.0.0.1")


@contextmanager
def serving() -> Iterator[Site]:
    made = Site()
    server = server_of(made)
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def elsewhere(world: World) -> Iterator[Site]:
    """Another host, which the monitor may ask."""
    with serving() as made:
        world.tree["monitor"]["allow_private"].append(made.host)
        yield made


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

    def fill_disk(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the log grow no further than it has, whoever writes."""
        full = self.value("PRAGMA page_count")

        def small(*args: Any, **more: Any) -> Log:
            opened = open_log(*args, **more)
            opened.db.execute(f"PRAGMA max_page_count = {full}")
            return opened

        monkeypatch.setattr("wonmun_monitor.writer.open_log", small)

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
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "WONMUN_CONFIG": str(self.config())}
        process = subprocess.Popen(
            [sys.executable, "-m", "wonmun", *arguments],
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
        out, err = process.communicate(timeout=100)
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


def wait_for(true: Callable[[], object], seconds: float = 90.0) -> None:
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
