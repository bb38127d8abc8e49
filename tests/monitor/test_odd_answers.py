"""Answers of hosts that no log can hold as they came: they cost their page or feed, never the round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from wonmun_monitor.log.apply import apply_visit
from wonmun_monitor.log.feeds import apply_feed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import World


@pytest.mark.parametrize("header", ["X-Odd", "ETag", "Last-Modified", "Content-Language"])
def test_a_header_that_is_no_utf8_ends_nothing(world: World, mirror: Callable[..., str], header: str) -> None:
    """One such byte with an injected page, or with any feed, ended the monitor (seen from outside, 2026-11-30)."""
    path = mirror()
    site = world.site
    odd = {header.replace("-", "_"): "\x80\xff"}
    for route in (path, "/mirror.xml"):
        plain = site.routes[route]
        site.routes[route] = _with(plain, odd)
    counts = world.round()
    assert (counts.pages, counts.errors) == (2, 0)
    assert world.page(path)["state"] == "injected"
    [(headers,)] = world.rows("SELECT headers FROM bodies")
    assert ',"\x80ÿ"]' in headers


def _with(plain: Callable[[Any], None], odd: dict[str, str]) -> Callable[[Any], None]:
    def answer(asked: Any) -> None:
        send = asked.answer
        asked.answer = lambda status=200, body=b"", **headers: send(status, body, **headers, **odd)
        plain(asked)

    return answer


def test_a_status_that_is_no_utf8_is_a_failure_like_others(world: World, mirror: Callable[..., str]) -> None:
    path = mirror()

    def answer(asked: Any) -> None:
        asked.handler.wfile.write(b"HTTP/1.1 500 \x80\xff\r\nContent-Length: 0\r\n\r\n")

    world.site.routes[path] = answer
    assert world.round().errors == 1
    assert world.page(path)["last_error"].endswith("the server answers 500 \x80ÿ")


def _once_failing(plain: Callable[..., Any], which: str) -> Callable[..., Any]:
    """Fail where something of that address is to be written, but not where a failure is."""

    def write(opened: Any, *given: Any) -> Any:
        told = repr(given)
        if which in told and "ValueError" not in told:
            raise ValueError("cannot be written")
        return plain(opened, *given)

    return write


def test_what_cannot_be_written_costs_its_page_only(
    world: World, mirror: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mirror()
    monkeypatch.setattr("wonmun_monitor.visit.apply_visit", _once_failing(apply_visit, world.site.url(path)))
    assert world.round().pages == 2
    assert "cannot be written" in world.page(path)["last_error"]
    assert world.page("/genuine/1")["state"] == "clean"


def test_what_cannot_be_written_costs_its_feed_only(
    world: World, mirror: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mirror()
    monkeypatch.setattr("wonmun_monitor.poll.apply_feed", _once_failing(apply_feed, "/mirror.xml"))
    assert world.round().feeds == 2
    assert "cannot be written" in world.feed("/mirror.xml")["last_error"]
    assert world.page("/genuine/1")["state"] == "clean"
