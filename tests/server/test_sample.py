"""The sample site: enough articles, copies made of them as the data says, honest pages left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest

import wonmun
from wonmun.page.parse import parse_page
from wonmun.settings import Alerts, Settings
from wonmun_monitor.sample import with_sample
from wonmun_server.app import create_app
from wonmun_server.running import with_dashboard
from wonmun_server.sample.copies import articles, copies, make_copy, substituted

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from wonmun_server.context import Context

INJECTED = [name for name, copy in copies().items() if copy.kind != "none"]


def test_the_newspaper_has_enough_of_the_right_length() -> None:
    genuine = [a for a in articles().values() if a.kind == "genuine"]
    assert len(genuine) >= 8
    assert len([a for a in articles().values() if a.kind == "hard"]) >= 3
    for article in articles().values():
        assert 500 <= sum(map(len, article.paragraphs)) <= 1200, article.id


def test_the_mirror_shows_every_kind_of_injection_and_an_honest_copy() -> None:
    assert {c.kind for c in copies().values()} == {"substitution", "insertion", "hidden", "none"}
    for name in INJECTED:
        copy = copies()[name]
        whole = "\n".join([copy.title, *copy.paragraphs, *copy.links])
        assert whole.count(copy.phrase) >= 3, name
        assert copy.phrase not in "\n".join(articles()[name].paragraphs)
    assert copies()["night-library"].paragraphs == articles()["night-library"].paragraphs


def test_a_copy_is_made_mechanically_but_for_what_the_spammer_missed() -> None:
    text = "반도체가 좋다. 반도체장비와 반도체 경기"
    assert substituted(text, "반도체", "XY", ["반도체 경기"]) == "XY가 좋다. XY장비와 반도체 경기"
    article = articles()["solar-roof"]
    copy = make_copy(article, {"kind": "insertion", "phrase": "XY", "before": ["주민들은 삼 년 전"]})
    assert "\n".join(copy.paragraphs).replace("XY ", "") == "\n".join(article.paragraphs)


@pytest.mark.parametrize(
    "path", ["/sample/", "/sample/mirror/", "/sample/articles/iot-wells", "/sample/mirror/iot-wells"]
)
def test_everybody_sees_it_and_sees_that_it_is_a_sample(stranger: FlaskClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 200
    assert "견본" in answer.get_data(as_text=True)
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Wonmun-Version"]


@pytest.mark.parametrize(
    ("path", "count"), [("/sample/feed.xml", len(articles())), ("/sample/mirror/feed.xml", len(copies()))]
)
def test_both_feeds_name_pages_that_are_there(stranger: FlaskClient, path: str, count: int) -> None:
    feed = feedparser.parse(stranger.get(path).data)
    assert not feed.bozo
    assert len(feed.entries) == count
    for entry in feed.entries:
        page = stranger.get(entry.link.removeprefix("http://localhost"))
        assert page.status_code == 200
        assert entry.title in page.get_data(as_text=True)


def test_what_is_not_there_is_not_there(stranger: FlaskClient) -> None:
    assert stranger.get("/sample/articles/none").status_code == 404
    assert stranger.get("/sample/mirror/type-contest").status_code == 404
    assert stranger.get("/sample/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("name", [n for n in INJECTED if copies()[n].kind != "hidden"])
def test_copies_are_found_without_any_memory(stranger: FlaskClient, name: str) -> None:
    page = parse_page(stranger.get(f"/sample/mirror/{name}").data, url="http://localhost/x", content_type="text/html")
    report = wonmun.check(page)
    assert report.verdict == "injected"
    assert copies()[name].phrase in {f.found.strip() for f in report.findings}


@pytest.mark.parametrize("path", [*(f"articles/{name}" for name in articles()), "mirror/night-library"])
def test_honest_pages_are_left_alone(stranger: FlaskClient, path: str) -> None:
    page = parse_page(stranger.get(f"/sample/{path}").data, url="http://localhost/x", content_type="text/html")
    assert wonmun.check(page).verdict == "clean"


def test_one_line_switches_it_off(context: Context) -> None:
    from dataclasses import replace

    app = create_app(replace(context, settings=Settings(sample=False)))
    assert app.test_client().get("/sample/").status_code == 404
    assert with_sample(Settings(sample=False), "http://127.0.0.1:1") == Settings(sample=False)


def test_alerts_link_to_this_server_where_nothing_else_is_said() -> None:
    assert with_dashboard(Settings()).alerts.dashboard == "http://127.0.0.1:8765"
    said = Settings(alerts=Alerts(dashboard="https://wonmun.lan"))
    assert with_dashboard(said) == said


def test_the_monitor_is_told_of_both_feeds_and_may_reach_them() -> None:
    settings = with_sample(Settings(), "http://127.0.0.1:8765")
    assert [(f.url, f.trust) for f in settings.feeds] == [
        ("http://127.0.0.1:8765/sample/feed.xml", True),
        ("http://127.0.0.1:8765/sample/mirror/feed.xml", False),
    ]
    assert settings.monitor.allow_private == ("127.0.0.1:8765",)
