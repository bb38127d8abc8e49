"""The dashboard without a browser: what it shows, its filters, and what strangers wrote into the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.server.logs import NOW, PHRASE, TEXT, Shown, visit
from tests.server.look import shown, text_of
from wonmun_monitor.log.feeds import add_feed
from wonmun_monitor.log.pages import add_page

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from wonmun_monitor.log.connect import Log
    from wonmun_server.context import Context

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "<!--",
    "]]><x>",
    "\u202e거꾸로 \u0000 끝",
]  # fmt: skip
PAGES = ("/", "/pages", "/campaigns", "/alerts", "/feeds", "/connect")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands_in_an_empty_and_in_a_filled_log(client: FlaskClient, context: Context, path: str) -> None:
    shown(client, path)
    visit(context.store, Shown("https://mirror.example/1"))
    tree = shown(client, path)
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//nav//a[@aria-current='page']")
    assert tree.xpath("//html/@lang") == ["en"]


def test_the_front_page_says_what_is_injected_now(client: FlaskClient, filled: int) -> None:
    tree = shown(client, "/")
    assert "4 pages injected now on 1 host" in text_of(tree)
    assert PHRASE in text_of(tree)
    assert tree.xpath(f"//a[@href='/pages/{filled}']")
    assert tree.xpath("//*[local-name()='svg' and @role='img']")
    assert "kept here only" in text_of(tree)


def test_every_link_and_form_of_every_page_leads_somewhere(client: FlaskClient, filled: int) -> None:
    todo, seen = ["/"], {""}
    while todo:
        path = todo.pop()
        if path in seen or len(seen) > 150:
            continue
        seen.add(path)
        with client.get(path) as answer:
            assert answer.status_code == 200, path
            page = answer.get_data(as_text=True) if answer.mimetype == "text/html" else "<p>"
        tree = html.fromstring(page)
        todo += [h for h in tree.xpath("//a/@href | //link/@href") if h.startswith("/") and not h.startswith("/out/")]
        for action in tree.xpath("//form[@method='post']/@action"):
            assert client.open(action, method="GET").status_code in {200, 404, 405}
    assert len(seen) > 30


@pytest.mark.parametrize("path", ["/", "/pages", "/pages/4"])
def test_a_finding_goes_by_its_name(client: FlaskClient, context: Context, filled: int, path: str) -> None:
    context.store.write(
        lambda log: log.db.execute("UPDATE findings SET name = ? WHERE page_id = ?", ("처음 +4", filled))
    )
    assert 'lang="ko">처음 +4</mark>' in client.get(path).get_data(as_text=True)


def test_filters_are_plain_links_that_keep_what_was_asked(client: FlaskClient, filled: int) -> None:
    tree = shown(client, "/pages?text=먹튀&phrase=&host=&state=injected")
    assert len(tree.xpath("//li[@class='page']")) == 4
    (clean,) = tree.xpath("//a[text()='Clean']/@href")
    assert "text=%EB%A8%B9%ED%8A%80" in clean
    assert "phrase" not in clean
    assert shown(client, clean).xpath("//p[@class='nothing']")
    assert client.get("/pages?state=odd", headers={"Accept": "text/html"}).status_code == 400


def test_a_long_list_goes_on_by_a_link(client: FlaskClient, context: Context) -> None:
    for n in range(35):
        visit(context.store, Shown(f"https://many.example/{n}", at=NOW + n))
    tree = shown(client, "/pages")
    (further,) = tree.xpath("//a[@rel='next']/@href")
    assert len(tree.xpath("//li[@class='page']")) + len(shown(client, further).xpath("//li[@class='page']")) == 35


def test_a_story_shows_before_and_after_evidence_and_history(client: FlaskClient, filled: int) -> None:
    tree = shown(client, f"/pages/{filled}")
    assert [d.text for d in tree.xpath("//div[@class='text']//del")] == [PHRASE, PHRASE]
    assert [i.text for i in tree.xpath("//div[@class='text']//ins")] == ["도서관", "도서관"]
    assert "stands nowhere else in this text" in text_of(tree)
    assert [li.get("class") for li in tree.xpath("//ol[@class='timeline']/li")].count("found") == 1
    assert "kept here only" in tree.xpath("string(//ol[@class='timeline']/li[@class='alert'])")
    assert "not sure" not in tree.xpath("string(//p[@class='legend'])")
    assert len(tree.xpath("//div[@class='text']/p")) <= len(
        shown(client, f"/pages/{filled}?all=1").xpath("//div[@class='text']/p")
    )
    restored = shown(client, f"/pages/{filled}?view=restored")
    assert PHRASE not in restored.xpath("string(//div[@class='text'])")
    assert PHRASE in shown(client, f"/pages/{filled}?view=seen").xpath("string(//div[@class='text'])")
    assert client.get(f"/pages/{filled}?view=odd&as=odd&done=odd").status_code == 200
    assert client.get("/pages/99999").status_code == 404


def test_how_sure_it_is_is_said_of_what_was_found_only(client: FlaskClient, context: Context, filled: int) -> None:
    assert " sure" in shown(client, f"/pages/{filled}").xpath("string(//p[@class='kicker'])")
    context.store.write(lambda log: log.db.execute("UPDATE pages SET state = 'gone' WHERE id = ?", (filled,)))
    assert " sure" not in shown(client, f"/pages/{filled}").xpath("string(//p[@class='kicker'])")


def test_what_is_not_sure_is_marked_so(client: FlaskClient, context: Context) -> None:
    number = visit(context.store, Shown("https://mirror.example/unsure", original=None))
    tree = shown(client, f"/pages/{number}")
    assert len(tree.xpath("//div[@class='text']//span[@class='unsure']")) == 2
    assert not tree.xpath("//div[@class='text']//ins")
    assert "not sure what stood there" in tree.xpath("string(//p[@class='legend'])")


def test_a_recovered_page_compares_with_its_own_clean_text(client: FlaskClient, context: Context) -> None:
    clean = TEXT.replace(PHRASE, "도서관")
    number = visit(context.store, Shown("https://news.example/1", text=clean))
    visit(context.store, Shown("https://news.example/1", at=NOW + 9000))
    tree = shown(client, f"/pages/{number}?view=earlier")
    assert "".join(d.text for d in tree.xpath("//div[@class='text']//del")).count("도서관") == 2
    assert "".join(i.text for i in tree.xpath("//div[@class='text']//ins")).count("먹튀검증") == 2


def test_what_a_crawler_was_shown_can_be_looked_at(client: FlaskClient, context: Context) -> None:
    number = visit(context.store, Shown("https://news.example/1", text="도서관이 열린다.\n\n시장이 말했다."))
    visit(context.store, Shown("https://news.example/1", at=NOW + 9000, profile="crawler"))
    tree = shown(client, f"/pages/{number}")
    (other,) = tree.xpath("//nav[@class='tabs']//a[contains(., 'crawler')]/@href")
    table = shown(client, other).xpath("//table[@class='beside']")[0]
    reader, crawler = (" ".join(text_of(m) for m in table.xpath(f".//td[{n}]//mark")) for n in (1, 2))
    assert "도서관이" in reader
    assert "은하수" in crawler


def test_what_only_a_crawler_is_shown_stands_beside_what_a_reader_is_shown(
    client: FlaskClient, context: Context
) -> None:
    url, clean = "https://mirror.example/cloaked", TEXT.replace(PHRASE, "도서관")
    number = visit(
        context.store,
        Shown(url, text=clean, verdict="clean"),
        Shown(url, text=clean, verdict="clean", profile="search"),
        Shown(url, profile="crawler"),
    )
    tree = shown(client, f"/pages/{number}")
    [table] = tree.xpath("//table[@class='beside']")
    assert [text_of(head) for head in table.xpath(".//th")] == [
        "A reader is shown", "A search engine's crawler is shown"]  # fmt: skip
    pairs = [[text_of(cell) for cell in row] for row in table.xpath(".//tbody/tr[count(td)=2]")]
    assert pairs
    assert not any(PHRASE in reader for reader, _ in pairs)
    assert any(PHRASE in crawler for _, crawler in pairs)
    assert any("은하수" in text_of(mark) for mark in table.xpath(".//td[2]//mark"))
    assert "shown only to a search engine's crawler" in text_of(tree)
    assert tree.xpath("//nav[@class='tabs']/a[text()[contains(., 'crawler')]]/@aria-current") == ["true"]
    assert not tree.xpath("//nav[@class='tabs']/a[contains(., 'somebody from a search engine')]"), "shown the same"
    assert not shown(client, f"/pages/{number}?view=diff").xpath("//table[@class='beside']")
    assert not shown(client, f"/pages/{number}?as=nobody").xpath("//table[@class='beside']")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_strangers_wrote_is_shown_as_text(client: FlaskClient, context: Context, hostile: str) -> None:
    said = Shown("https://mirror.example/x", title=hostile, text=f"앞 {hostile}은 뒤", phrase=hostile, original=hostile,
                 evidence=(hostile,))  # fmt: skip
    n = visit(context.store, said)
    client.post("/v1/reports", json={"url": said.url, "wrong": "missed", "note": hostile})
    for path in (
        *PAGES,
        f"/pages/{n}",
        f"/pages/{n}?view=seen",
        "/campaigns/1",
        f"/pages?text={hostile}&phrase={hostile}",
    ):
        answer = client.get(path)
        assert answer.status_code == 200, path
        source = answer.get_data(as_text=True)
        tree = html.fromstring(source)
        assert not tree.xpath("//script | //img | //svg[@onload] | //*[@onerror] | //*[@style]"), path
        assert not [h for h in tree.xpath("//@href") if h.lower().startswith(("javascript:", "data:"))], path
        assert "49" not in tree.xpath("string(//h1)") or "{{" in hostile
    assert client.get("/v1/pages").status_code == 200


def test_a_problem_is_a_page_for_people_and_a_document_for_programs(stranger: FlaskClient, client: FlaskClient) -> None:
    people = stranger.get("/", headers={"Accept": "text/html"})
    assert people.status_code == 401
    assert "wonmun up" in people.get_data(as_text=True)
    assert stranger.get("/", headers={"Accept": "application/json"}).content_type == "application/problem+json"
    assert client.get("/nothing", headers={"Accept": "text/html,*/*;q=0.8"}).content_type.startswith("text/html")
    assert client.get("/v1/nothing", headers={"Accept": "text/html"}).content_type == "application/problem+json"


def test_pages_tell_the_extension_whose_they_are(client: FlaskClient) -> None:
    assert shown(client, "/").xpath("//meta[@name='wonmun']/@content") == ["own"]


def test_a_story_tells_where_the_genuine_copy_came_from(client: FlaskClient, context: Context) -> None:
    number = visit(context.store, Shown("https://mirror.example/led"))

    def fill(log: Log) -> int:
        genuine = add_page(log, "https://news.example/view/1", NOW, origin="lead")
        log.db.execute("UPDATE pages SET state = 'clean' WHERE id = ?", (genuine,))
        log.db.executemany(
            "INSERT INTO leads VALUES (?, ?, ?, ?)",
            [
                (number, "https://news.example/view/1", "its head names it (canonical)", int(NOW)),
                (number, "https://other.example/<b>", "it links to it as its source (“<i>”)", int(NOW)),
            ],
        )
        log.db.execute("UPDATE pages SET genuine_url = 'https://news.example/view/1' WHERE id = ?", (number,))
        return genuine

    genuine = context.store.write(fill)
    tree = shown(client, f"/pages/{number}")
    (told,) = tree.xpath("//p[@class='genuine']")
    assert "https://news.example/view/1" in text_of(told)
    assert "A page that was found clean; its head names it (canonical)" in text_of(told)
    assert tree.xpath(f"//section[h2='Where the article may be']//a[@href='/pages/{genuine}']")
    assert "It links to it as its source (“<i>”)" in text_of(tree)

    def trust(log: Log) -> None:
        feed = add_feed(log, "https://news.example/rss", NOW, trust=True)
        log.db.execute("UPDATE pages SET trusted = 1 WHERE id = ?", (genuine,))
        log.db.execute("DELETE FROM leads")
        log.db.execute(
            "INSERT INTO feed_items (page_id, feed_id, guid_hash, first_seen) VALUES (?, ?, x'00', 0)", (genuine, feed)
        )

    context.store.write(trust)
    (told,) = shown(client, f"/pages/{number}").xpath("//p[@class='genuine']")
    assert "A trusted publisher's page, from the feed https://news.example/rss" in text_of(told)
    korean = html.fromstring(client.get(f"/pages/{number}", headers={"Accept-Language": "ko"}).get_data(as_text=True))
    assert "신뢰하는 언론사의 기사, 피드 https://news.example/rss에서 찾음" in text_of(korean)
