"""What feed readers and blocklist subscribers get, and who gets nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest
from lxml import etree

from tests.server.conftest import READING, TOKEN, detail
from tests.server.logs import NOW, PHRASE, Shown, visit

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from wonmun_server.context import Context

ATOM = f"/out/{READING}/findings.atom"


@pytest.fixture
def filled(context: Context) -> None:
    visit(context.store, Shown("https://one.example/1", at=NOW))
    visit(context.store, Shown("https://two.example:8443/1", at=NOW + 5))
    visit(context.store, Shown("https://clean.example/1", text="맑다.", at=NOW))


def test_findings_come_as_atom_newest_first(stranger: FlaskClient, filled: None) -> None:
    answer = stranger.get(ATOM)
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(answer.data)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [e.title for e in feed.entries] == [f"{PHRASE} · two.example:8443", f"{PHRASE} · one.example"]
    assert feed.entries[0].link.endswith("/pages/2")
    assert len({e.id for e in feed.entries}) == 2


@pytest.mark.parametrize("path", [ATOM, f"/out/{READING}/blocklist/hosts.txt"])
def test_who_has_it_already_gets_nothing_again(
    stranger: FlaskClient, context: Context, filled: None, path: str
) -> None:
    first = stranger.get(path)
    known = {"If-None-Match": first.headers["ETag"]}
    again = stranger.get(path, headers=known)
    assert (again.status_code, again.data) == (304, b"")
    visit(context.store, Shown("https://three.example/1", at=NOW + 9))
    assert stranger.get(path, headers=known).status_code == 200


def test_an_empty_feed_is_a_feed(stranger: FlaskClient) -> None:
    feed = feedparser.parse(stranger.get(ATOM).data)
    assert (feed.bozo, feed.entries) == (False, [])


@pytest.mark.parametrize("hostile", ["</title><script>alert(1)</script>", "]]>", "&amp;<b>", "제목\u0007 끝", "\ud7ff"])
def test_strangers_words_leave_the_feed_well_formed(stranger: FlaskClient, context: Context, hostile: str) -> None:
    visit(context.store, Shown("https://one.example/1", text=f"앞 {hostile} 뒤", phrase=hostile))
    root = etree.fromstring(stranger.get(ATOM).data)
    assert not root.xpath("//*[local-name()='script']")
    assert len(root.xpath("//*[local-name()='entry']")) == 1


@pytest.mark.parametrize(
    ("name", "lines"),
    [("ublacklist", ["*://*.one.example/*", "*://*.two.example/*"]), ("adblock", ["||one.example^", "||two.example^"]),
     ("hosts", ["0.0.0.0 one.example", "0.0.0.0 two.example"]), ("domains", ["one.example", "two.example"])],
)  # fmt: skip
def test_blocklists_name_hosts_that_serve_injected_copies(
    stranger: FlaskClient, filled: None, name: str, lines: list[str]
) -> None:
    answer = stranger.get(f"/out/{READING}/blocklist/{name}.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    body = answer.get_data(as_text=True).splitlines()
    assert sorted(line for line in body if line[0] not in "#![") == lines
    assert "clean.example" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("token", ["x", TOKEN, READING[:-1], f"{READING}x", "토큰"])
@pytest.mark.parametrize("rest", ["findings.atom", "blocklist/hosts.txt", "blocklist/odd.txt"])
def test_a_wrong_token_looks_like_nothing(stranger: FlaskClient, filled: None, token: str, rest: str) -> None:
    answer = stranger.get(f"/out/{token}/{rest}")
    assert answer.status_code == 404
    assert "one.example" not in detail(answer)


def test_the_reading_token_opens_nothing_else(stranger: FlaskClient) -> None:
    assert stranger.get("/v1/pages", headers={"Authorization": f"Bearer {READING}"}).status_code == 401
    assert stranger.get(f"/out/{READING}/blocklist/odd.txt").status_code == 404
    assert stranger.post(ATOM).status_code == 405


def test_renewing_makes_old_addresses_stop(stranger: FlaskClient, client: FlaskClient, context: Context) -> None:
    ours = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert READING in client.get("/connect").get_data(as_text=True)
    assert client.post("/connect/renew", headers=ours).status_code == 303
    assert stranger.get(ATOM).status_code == 404
    assert stranger.get(f"/out/{context.tokens.reading}/findings.atom").status_code == 200
    assert context.tokens.reading in client.get("/connect").get_data(as_text=True)
