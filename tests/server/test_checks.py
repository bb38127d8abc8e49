"""POST /v1/check with a log behind it: answers from memory, and what is written down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

import wonmun
from tests.server.logs import NOW, Shown, visit
from wonmun.page.plain import plain_page
from wonmun_server import checks
from wonmun_server.sample.copies import articles

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from wonmun.settings import Settings
    from wonmun_server.context import Context


def wire(text: str, url: str) -> dict[str, object]:
    parts = [{"id": f"p{n}", "role": "text", "text": p} for n, p in enumerate(text.split("\n\n"))]
    return {"url": url, "title": "", "segments": parts}


def settle(context: Context) -> None:
    """Wait until the writer has written what was put before."""
    context.store.write(lambda log: None)


def test_an_injected_page_that_a_reader_has_open_enters_the_log_once(client: FlaskClient, context: Context) -> None:
    genuine = "\n\n".join(articles()["seaweed-farm"].paragraphs)
    copy = genuine.replace("해조류", "카지노사이트 새벽별")
    visit(context.store, Shown("https://news.example/sea", text=genuine, phrase="없음", at=NOW))
    for _ in range(3):
        answer = client.post("/v1/check", json=wire(copy, "https://mirror.example/sea")).get_json()
    settle(context)
    assert answer["verdict"] == "injected"
    assert answer["source"] == {"genuine_url": "https://news.example/sea", "how": "log"}
    assert {r["value"] for f in answer["findings"] for r in f["replacements"][:1]} == {"해조류"}
    assert all(f["apply"] and f["found"] == "카지노사이트 새벽별" for f in answer["findings"])
    (page,) = client.get("/v1/pages?state=injected").get_json()["pages"]
    assert page["url"] == "https://mirror.example/sea"
    assert len(client.get(f"/v1/pages/{page['id']}").get_json()["visits"]) == 1


def test_a_clean_page_is_not_written_down(client: FlaskClient, context: Context) -> None:
    client.post("/v1/check", json=wire("오늘 서울은 맑다.", "https://diary.example/private"))
    settle(context)
    assert client.get("/v1/pages").get_json()["pages"] == []


@pytest.mark.parametrize(("policy", "count"), [("all", 1), ("none", 0)])
def test_record_checks_decides_what_is_written(
    client: FlaskClient, context: Context, settings: Settings, policy: str, count: int
) -> None:
    changed = structs.replace(settings, log=structs.replace(settings.log, record_checks=policy))
    page = plain_page("맑다.", url="https://a.example/")
    checks.record(page, wonmun.check(page), replace(context, settings=changed))
    settle(context)
    assert len(client.get("/v1/pages").get_json()["pages"]) == count


@pytest.mark.parametrize("url", ["", "about:blank", "file:///home/x.html", "moz-extension://x/y"])
def test_pages_of_no_web_address_are_checked_and_never_written(
    client: FlaskClient, context: Context, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    text = "\n\n".join(articles()["iot-wells"].paragraphs).replace("IoT", "슬롯사이트 새벽별")
    assert client.post("/v1/check", json=wire(text, url)).status_code == 200
    settle(context)
    assert client.get("/v1/pages").get_json()["pages"] == []
    assert not caplog.records
