"""Genuine copies fetched while the reader reads: through the guard, from where the page says, and only then."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import structs

from tests.server.conftest import BEARER, Clock, detail
from tests.server.logs import NOW
from wonmun.model import Page, Report
from wonmun_monitor.log.feeds import add_feed
from wonmun_monitor.log.pages import add_page
from wonmun_server.app import create_app
from wonmun_server.mapping import Mapped
from wonmun_server.pending import LIFETIME, Pending
from wonmun_server.sample.copies import articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from wonmun_monitor.log.connect import Log
    from wonmun_server.context import Context

PARAGRAPHS = articles()["chip-school"].paragraphs
SPAM = "바카라사이트 새벽별"


class Publisher:
    """A publisher's site on loopback: one article, sent when `ready` is set; what was asked is counted."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.ready.set()
        self.asked: list[str] = []
        self.text = PARAGRAPHS
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.ready.wait(5)
                text = "".join(f"<p>{p}</p>" for p in site.text)
                body = f"<!doctype html><head><title>기사</title></head><body><article>{text}</article></body>"
                data = body.encode()
                self.send_response(200 if self.path.startswith("/article") else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"127.0.0.1:{self.server.server_address[1]}"
        self.url = f"http://{self.place}/article/1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    made = Publisher()
    yield made
    made.ready.set()
    made.server.shutdown()
    made.server.server_close()


def client_with(context: Context, publisher: Publisher, *, allowed: bool = True, fetch: bool = True) -> FlaskClient:
    monitor = structs.replace(context.settings.monitor, allow_private=(publisher.place,) if allowed else ())
    restore = structs.replace(context.settings.restore, fetch_genuine=fetch)
    settings = structs.replace(context.settings, monitor=monitor, restore=restore)
    client = create_app(replace(context, settings=settings)).test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = BEARER["Authorization"]
    return client


def body(canonical: str, paragraphs: tuple[str, ...] = PARAGRAPHS, term: str = "반도체") -> dict[str, Any]:
    parts = [{"id": n, "role": "text", "text": p.replace(term, SPAM)} for n, p in enumerate(paragraphs)]
    return {"url": "https://mirror.example/1", "title": "", "meta": {"canonical": canonical}, "segments": parts}


def settled(client: FlaskClient, number: str) -> dict[str, Any]:
    """Ask until the answer is no longer pending."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        answer: dict[str, Any] = client.get(f"/v1/check/{number}").get_json()
        if answer["source"].get("how") != "pending":
            return answer
        time.sleep(0.02)
    raise AssertionError("still pending after a minute")


def test_the_answer_comes_at_once_and_the_exact_text_with_the_publisher(context: Context, publisher: Publisher) -> None:
    client = client_with(context, publisher)
    publisher.ready.clear()
    first = client.post("/v1/check", json=body(publisher.url)).get_json()
    assert first["verdict"] == "injected"
    assert first["source"]["how"] == "pending"
    number = first["source"]["id"]
    assert client.get(f"/v1/check/{number}").get_json() == first
    publisher.ready.set()
    better = settled(client, number)
    assert better["source"] == {"genuine_url": publisher.url, "how": "fetched"}
    assert [f["replacements"][0]["value"] for f in better["findings"]] == ["반도체"] * len(better["findings"])
    assert all(f["apply"] for f in better["findings"])
    assert len(better["findings"]) == sum(p.count("반도체") for p in PARAGRAPHS)
    assert client.get(f"/v1/check/{number}").get_json() == better
    assert publisher.asked == ["/article/1"]


def test_nothing_is_fetched_for_a_clean_page(context: Context, publisher: Publisher) -> None:
    client = client_with(context, publisher)
    answer = client.post("/v1/check", json=body(publisher.url, term="여기에 없는 말")).get_json()
    assert (answer["verdict"], answer["source"], publisher.asked) == ("clean", {}, [])


def test_a_setting_switches_fetching_off(context: Context, publisher: Publisher) -> None:
    client = client_with(context, publisher, fetch=False)
    assert client.post("/v1/check", json=body(publisher.url)).get_json()["source"] == {}
    assert publisher.asked == []


def test_the_guard_stands_before_what_a_page_names(context: Context, publisher: Publisher) -> None:
    client = client_with(context, publisher, allowed=False)
    first = client.post("/v1/check", json=body(publisher.url)).get_json()
    after = settled(client, first["source"]["id"])
    assert after["source"] == {}
    assert after["findings"] == first["findings"]
    assert publisher.asked == []


def test_a_copy_that_is_injected_itself_is_no_genuine_one(context: Context, publisher: Publisher) -> None:
    publisher.text = tuple(p.replace("반도체", "토토사이트 저녁놀") for p in PARAGRAPHS)
    client = client_with(context, publisher)
    first = client.post("/v1/check", json=body(publisher.url)).get_json()
    assert settled(client, first["source"]["id"])["source"] == {}


def test_another_article_at_that_address_changes_nothing(context: Context, publisher: Publisher) -> None:
    publisher.text = articles()["type-contest"].paragraphs
    client = client_with(context, publisher)
    first = client.post("/v1/check", json=body(publisher.url)).get_json()
    after = settled(client, first["source"]["id"])
    assert (after["source"], after["findings"]) == ({}, first["findings"])


@pytest.mark.parametrize("number", ["x", "..", "%2e%2e", "0" * 500])
def test_a_number_that_was_never_given_is_a_404(client: FlaskClient, number: str) -> None:
    answer = client.get(f"/v1/check/{number}")
    assert answer.status_code == 404
    detail(answer)


def test_a_publishers_number_leads_to_the_genuine_copy(context: Context, publisher: Publisher) -> None:
    known = f"http://{publisher.place}/article/20261101000100"

    def fill(log: Log) -> None:
        feed = add_feed(log, f"http://{publisher.place}/rss", NOW, trust=True)
        number = add_page(log, known, NOW)
        log.db.execute(
            "INSERT INTO feed_items (page_id, feed_id, guid_hash, first_seen) VALUES (?, ?, ?, ?)",
            (number, feed, b"x", int(NOW)),
        )

    context.store.write(fill)
    client = client_with(context, publisher)
    asked = body("") | {"url": "https://mirror.example/copy/20261124000777"}
    first = client.post("/v1/check", json=asked).get_json()
    after = settled(client, first["source"]["id"])
    assert after["source"] == {"genuine_url": f"http://{publisher.place}/article/20261124000777", "how": "fetched"}
    assert publisher.asked == ["/article/20261124000777"]


def report() -> Report:
    return Report("injected", 0.9, (), "", "")


MAPPED = Mapped(Page("", ()), ())


def test_answers_are_kept_for_ten_minutes(clock: Clock) -> None:
    pending = Pending(clock)
    answer = pending.begin(MAPPED, report(), lambda _: None)
    assert answer.source.id is not None
    clock.now += LIFETIME - 1
    assert pending.answer(answer.source.id) is not None
    clock.now += 2
    assert pending.answer(answer.source.id) is None


def test_fetches_that_wait_are_bounded_and_a_failing_one_keeps_the_first_answer(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    pending, gate = Pending(clock), threading.Event()

    def slow(_: Page) -> Report | None:
        gate.wait(60)
        raise RuntimeError("broken on purpose")

    answers = [pending.begin(MAPPED, report(), slow) for _ in range(70)]
    numbers = [a.source.id for a in answers if a.source.id]
    assert len(numbers) == 64
    gate.set()
    end = time.monotonic() + 60
    while (last := pending.answer(numbers[-1])) and last.source.how == "pending" and time.monotonic() < end:
        time.sleep(0.01)
    assert last is not None
    assert (last.verdict, last.source.how) == ("injected", None)
    assert "broken on purpose" in caplog.text
