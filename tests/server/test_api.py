"""The interface's answers over a filled log: pages, alerts, campaigns, feeds, stats, reports, known addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.server.conftest import detail
from tests.server.logs import NOW, PHRASE, Shown, visit
from wonmun_monitor.clock import iso

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from wonmun_server.context import Context

BASE = "https://mirror.example"


@pytest.fixture
def filled(context: Context) -> list[int]:
    """Seven injected pages, a clean one and one that recovered."""
    numbers = [visit(context.store, Shown(f"{BASE}/{n}", title=f"제목 {n}", at=NOW + n)) for n in range(7)]
    numbers.append(visit(context.store, Shown("https://news.example/1", text="도서관이 문을 연다.", at=NOW + 10)))
    visit(context.store, Shown("https://blog.example/1", at=NOW + 20))
    numbers.append(visit(context.store, Shown("https://blog.example/1", text="나았다.", at=NOW + 90_000)))
    return numbers


def test_pages_come_a_stretch_at_a_time_and_each_once(client: FlaskClient, filled: list[int]) -> None:
    seen: list[int] = []
    following: str | None = ""
    while following is not None:
        token = f"&next={following}" if following else ""
        answer = client.get(f"/v1/pages?size=2{token}").get_json()
        assert len(answer["pages"]) <= 2
        seen += [page["id"] for page in answer["pages"]]
        following = answer["next"]
    assert sorted(seen) == sorted(filled)
    assert seen[0] == filled[-1]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("state=injected", 7),
        ("state=clean", 1),
        ("state=recovered", 1),
        ("host=mirror.example", 7),
        ("host=뉴스.한국:81", 0),
        ("host=_odd_.example", 0),
        (f"phrase={PHRASE.replace(' ', '')}", 8),
        ("text=문을 연다", 1),
        ("text=먹튀", 8),
        ("state=injected&text=먹튀&host=mirror.example", 7),
        ("campaign=1", 8),
        ("campaign=99", 0),
        ("feed=5", 0),
        ("feed=https://none.example/rss", 0),
        ("since=2020-01-01", 9),
        ("until=2020-01-01", 0),
        (f"until={(iso(NOW) or '')[:10]}", 9),
        ("sort=score&size=3", 3),
    ],
)
def test_pages_answer_to_what_is_asked(client: FlaskClient, filled: list[int], question: str, count: int) -> None:
    assert len(client.get(f"/v1/pages?{question}").get_json()["pages"]) == count


@pytest.mark.parametrize(
    "question",
    ["state=odd", "sort=odd", "size=0", "size=201", "size=x", "size=-1", "campaign=99999999999999999999", "next=odd",
     "since=odd", "since=", "until=99999999-01-01", "host=", "host=뉴..스", "host=%C2%9F0", f"text={'x' * 501}", "size=٣"],
)  # fmt: skip
def test_a_wrong_question_is_a_400_that_names_it(client: FlaskClient, question: str) -> None:
    answer = client.get(f"/v1/pages?{question}")
    assert answer.status_code == 400
    assert question.split("=", maxsplit=1)[0] in detail(answer) or "odd" in detail(answer)


def test_a_pages_story_holds_text_places_and_visits(client: FlaskClient, filled: list[int]) -> None:
    story = client.get(f"/v1/pages/{filled[0]}").get_json()
    assert story["page"]["state"] == "injected"
    (finding,) = story["findings"]
    assert (finding["phrase"], finding["count"]) == (PHRASE, 2)
    for place in finding["places"]:
        assert story["text"][place["start"] : place["end"]] == PHRASE
    assert PHRASE not in story["restored"]
    assert "도서관에 대해" in story["restored"]
    assert [v["verdict"] for v in story["visits"]] == ["injected"]
    assert len(story["alerts"]) == 1


@pytest.mark.parametrize("path", ["/v1/pages/999", "/v1/pages/0", f"/v1/pages/{2**63}", f"/v1/campaigns/{10**60}"])
def test_what_is_not_there_is_a_404(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "knows no" in detail(answer)


def test_alerts_page_by_number(client: FlaskClient, filled: list[int]) -> None:
    first = client.get("/v1/alerts?size=5").get_json()
    second = client.get(f"/v1/alerts?size=5&next={first['next']}").get_json()
    assert (len(first["alerts"]), len(second["alerts"]), second["next"]) == (5, 3, None)
    assert not {a["id"] for a in first["alerts"]} & {a["id"] for a in second["alerts"]}
    assert len(client.get("/v1/alerts?pending=true").get_json()["alerts"]) == 8


def test_a_campaign_gathers_a_phrases_pages(client: FlaskClient, filled: list[int]) -> None:
    (campaign,) = client.get("/v1/campaigns").get_json()["campaigns"]
    assert (campaign["label"], campaign["pages"], campaign["hosts"]) == (PHRASE, 8, 2)
    story = client.get(f"/v1/campaigns/{campaign['id']}").get_json()
    assert story["hosts"][0] == ["mirror.example", 7]
    assert story["growth"][-1][1] == 8


def test_stats_count_states_and_days(client: FlaskClient, filled: list[int]) -> None:
    stats = client.get("/v1/stats").get_json()
    assert stats["states"]["injected"] == 7
    assert (stats["pages"], stats["hosts_injected"], len(stats["days"])) == (9, 1, 30)


def test_a_feed_is_added_paused_goes_on_and_is_removed(client: FlaskClient) -> None:
    added = client.post("/v1/feeds", json={"url": "https://news.example/rss", "trust": True})
    assert added.status_code == 201
    feed = added.get_json()
    assert (feed["url"], feed["trust"], feed["health"]) == ("https://news.example/rss", True, "new")
    paused = client.patch(f"/v1/feeds/{feed['id']}", json={"enabled": False}).get_json()
    assert (paused["enabled"], paused["health"]) == (False, "off")
    assert client.patch(f"/v1/feeds/{feed['id']}", json={"enabled": True}).get_json()["enabled"]
    gone = client.delete(f"/v1/feeds/{feed['id']}")
    assert (gone.status_code, gone.data) == (204, b"")
    assert client.get("/v1/feeds").get_json() == {"feeds": []}
    assert client.delete(f"/v1/feeds/{feed['id']}").status_code == 404
    assert client.patch(f"/v1/feeds/{feed['id']}", json={"enabled": True}).status_code == 404


@pytest.mark.parametrize("url", ["", "news.example", "ftp://news.example/", "file:///etc/passwd", "javascript:alert(1)",
                                 "http://", "http://user:pw@news.example/", "http://a b/", "http://news.example:99999/"])  # fmt: skip
@pytest.mark.parametrize("path", ["/v1/feeds", "/v1/pages"])
def test_what_is_no_web_address_is_a_400(client: FlaskClient, path: str, url: str) -> None:
    answer = client.post(path, json={"url": url})
    assert answer.status_code == 400
    assert detail(answer).startswith("url: ")


@pytest.mark.parametrize("url", ["https://한국신문.kr/기사/1?가=나#위", "http://a_b.example:65499/?q=[x]", "HTTP://X/"])
def test_odd_but_real_addresses_pass(client: FlaskClient, url: str) -> None:
    assert client.post("/v1/pages", json={"url": url}).status_code == 202


def test_a_page_is_visited_now_and_keeps_its_number(client: FlaskClient, filled: list[int]) -> None:
    answer = client.post("/v1/pages", json={"url": f"{BASE}/0?utm_source=x#top"})
    assert answer.status_code == 202
    assert answer.get_json() == {"id": filled[0], "url": f"{BASE}/0"}


def test_a_report_is_kept_with_the_page_it_is_about(client: FlaskClient, filled: list[int]) -> None:
    said = {"url": f"{BASE}/0#x", "wrong": "false_alarm", "note": "광고가 아니라 인용이다"}
    assert client.post("/v1/reports", json=said).status_code == 201
    unknown = {"url": "https://else.example/", "wrong": "missed"}
    assert client.post("/v1/reports", json=unknown).status_code == 201
    second, first = client.get("/v1/reports").get_json()["reports"]
    assert (first["page_id"], first["wrong"], first["note"]) == (filled[0], "false_alarm", said["note"])
    assert second["page_id"] is None
    assert client.post("/v1/reports", json={"url": BASE, "wrong": "odd"}).status_code == 400
    assert client.post("/v1/reports", json=said | {"note": "x" * 2001}).status_code == 400
    story = client.get(f"/v1/pages/{filled[0]}").get_json()
    assert story["reports"][0]["wrong"] == "false_alarm"


def test_known_addresses_are_told_by_address_or_by_host(client: FlaskClient, filled: list[int]) -> None:
    urls = [
        f"{BASE}/0",
        f"{BASE}/never-seen",
        "https://news.example/1",
        "https://blog.example/1",
        "no address",
        f"{BASE}/0",
    ]
    known = client.post("/v1/known", json={"urls": urls}).get_json()["known"]
    assert known == [
        {"url": f"{BASE}/0", "by": "address", "page": filled[0], "pages": 7},
        {"url": f"{BASE}/never-seen", "by": "host", "page": None, "pages": 7},
    ]
    assert client.post("/v1/known", json={"urls": [BASE] * 201}).status_code == 400


def test_a_publishers_own_host_is_not_held_against_its_other_pages(client: FlaskClient, context: Context) -> None:
    number = visit(context.store, Shown("https://news.example/broken-into"))
    context.store.write(lambda log: log.db.execute("UPDATE pages SET trusted = 1 WHERE id = ?", (number,)))
    urls = ["https://news.example/broken-into", "https://news.example/other"]
    known = client.post("/v1/known", json={"urls": urls}).get_json()["known"]
    assert [k["url"] for k in known] == urls[:1]
