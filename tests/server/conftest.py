"""An app over a passing log, clients with and without the token, and a real server on a free port."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from tests.server.logs import NOW, Shown, visit
from wonmun.settings import Server, Settings
from wonmun_server.app import create_app
from wonmun_server.context import Context
from wonmun_server.pairing import Pairing
from wonmun_server.rate import Rate
from wonmun_server.serving import Listener
from wonmun_server.store import Store
from wonmun_server.token import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

TOKEN = "token-of-these-tests-0123456789"
READING = "reading-token-of-these-tests-9876"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


class Clock:
    """Time that moves only when a test moves it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings() -> Settings:
    return Settings(server=Server(rate=1_000_000, max_body=msgspec.convert(200_000, int)))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def empty_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log without anything in it, to be copied: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "log.db"
    Store(path).close()
    return path


@pytest.fixture
def context(tmp_path: Path, empty_log: Path, settings: Settings, clock: Clock) -> Iterator[Context]:
    shutil.copy(empty_log, tmp_path / "log.db")
    store = Store(tmp_path / "log.db")
    yield Context(Tokens(TOKEN, READING, tmp_path), store, settings, pairing=Pairing(clock), rate=Rate(clock))
    store.close()


@pytest.fixture
def filled(context: Context) -> int:
    """A log with three pages and a story; the story's number."""
    for n in range(3):
        visit(context.store, Shown(f"https://mirror.example/{n}", title=f"시장 소식 {n}", at=NOW + n))
    return visit(context.store, Shown("https://mirror.example/story", title="이야기", at=NOW + 9))


@pytest.fixture
def app(context: Context) -> Flask:
    return create_app(context)


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """A client without a token."""
    return app.test_client()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A paired client."""
    made = app.test_client()
    made.environ_base["HTTP_AUTHORIZATION"] = BEARER["Authorization"]
    return made


@pytest.fixture
def listener(app: Flask) -> Iterator[Listener]:
    """The app behind waitress, on a free port."""
    made = Listener(app, Server(port=0, max_body=msgspec.convert(200_000, int)))  # type: ignore[arg-type]
    made.start()
    yield made
    made.stop()


def detail(response: Any) -> str:
    """The sentence of a problem document, once its shape is seen to be right."""
    assert response.content_type == "application/problem+json"
    problem = response.get_json(force=True)
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["status"] == response.status_code
    found: str = problem["detail"]
    return found
