"""The dashboard in the reader's language: chosen by the browser or by hand, whole, and escaped in either."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

from tests.server.logs import NOW, Shown, visit
from wonmun.translate import catalog
from wonmun.translate.catalog import fields
from wonmun.translate.load import read_part
from wonmun.translate.words import SOURCES
from wonmun_monitor.log.readers import add_report
from wonmun_server.pages import home, search, story, words

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from wonmun_server.context import Context

SERVER = Path(home.__file__).parents[1]
KOREAN = {"Accept-Language": "ko-KR,ko;q=0.9,en;q=0.5"}
PAGES = ("/", "/pages", "/pages?state=clean", "/campaigns", "/alerts", "/feeds", "/connect")
TABLES = (words.STATES, words.KINDS, SOURCES, words.WRONGS, words.PROFILES, words.FILTERS,
          story.DONE, story.VIEWS, search.SPANS)  # fmt: skip
NAMES = {"wonmun", "English", "UTC", "hosts", "uBlacklist", "AdBlock", "https", "up", "pair", "sign", "in"}
FOREIGN = re.compile(r"[A-Za-z]{2,}")


@cache
def asked_for() -> set[str]:
    """Every sentence that templates and views ask the catalog for."""
    called = r"""\b[tn]\((?:[^"'()]|\([^()]*\))*?"""
    found = set()
    for file in SERVER.glob("templates/*.html"):
        text = file.read_text(encoding="utf-8")
        found |= {m[1] for m in re.finditer(r"""\bt\(["']([^"']+)["']""", text)}
        found |= {m[1] for m in re.finditer(rf"""{called}"[^"]+", "([^"]+)\"""", text)}
        found |= {m[1] for m in re.finditer(r'(?<!in )\("\w+(?:\.\w+)?", "([^"]+)"\)', text)}
    for file in SERVER.glob("pages/*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            said = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "t"
            if said and node.args and isinstance(node.args[0], ast.Constant):  # type: ignore[attr-defined]
                found.add(str(node.args[0].value))  # type: ignore[attr-defined]
    return found | {said for table in TABLES for said in table.values()}


def test_every_sentence_of_the_dashboard_is_there_in_korean() -> None:
    assert len(asked_for()) > 120
    assert not sorted(asked_for() - set(catalog("ko").entries))


def test_no_entry_is_left_over() -> None:
    sources = "".join(f.read_text(encoding="utf-8") for f in SERVER.rglob("*.py")) + "".join(asked_for())
    for said in read_part("wonmun_server", "ko"):
        pieces = re.split(r"\{[^}]*\}", said)
        made = {"times", "problems"}  # put together by `ago`, or by Flask itself
        if said in asked_for() or any(said in section(name) for name in made):
            continue
        assert (
            any(len(p) > 3 and p in sources for p in pieces)
            or said in {"feed", "sitemap", "list", "search"}
            or f'"{said}"' in sources
            or (said in section("feeds"))
        ), said


@cache
def section(name: str) -> list[str]:
    text = (SERVER / "ko.toml").read_text(encoding="utf-8")
    part = text.partition(f"[{name}]\n")[2].split("\n[")[0]
    return [m[1] for m in re.finditer(r'^"((?:[^"\\]|\\.)*)" =', part, re.MULTILINE)]


def shown(client: FlaskClient, path: str, **headers: str) -> html.HtmlElement:
    answer = client.get(path, headers=headers or KOREAN)
    assert answer.status_code == 200, path
    return html.fromstring(answer.get_data(as_text=True))


def foreign_words(tree: html.HtmlElement) -> list[str]:
    """Words in Latin letters that people see or hear, but for names, addresses and what the log holds."""
    texts = tree.xpath(
        "//body//text()[not(ancestor::*[contains(concat(' ', @class, ' '), ' address ')"
        " or contains(@class, 'where') or self::code or self::time or @lang='ko' or self::a[starts-with(., 'http')]])]"
    )
    texts += tree.xpath("//@aria-label | //@title[not(contains(., 'UTC'))] | //title/text()")
    return [w for text in texts for w in FOREIGN.findall(re.sub(r"\S+\.example\S*|https?://\S*", "", text))]


@pytest.fixture
def filled(context: Context) -> int:
    for n in range(3):
        visit(context.store, Shown(f"https://mirror.example/{n}", title=f"시장 소식 {n}", at=NOW + n, evidence=()))
    number = visit(context.store, Shown("https://mirror.example/story", title="이야기", at=NOW + 9,
                                        evidence=("it stands 3 times", "‘은하수’ 증거")))  # fmt: skip

    context.store.write(lambda log: add_report(log, "https://mirror.example/story", "missed", "", NOW))
    return number


@pytest.mark.parametrize("path", PAGES)
def test_the_dashboard_in_korean_is_wholly_korean(client: FlaskClient, filled: int, path: str) -> None:
    tree = shown(client, path)
    assert tree.xpath("//html/@lang") == ["ko"]
    assert not set(foreign_words(tree)) - NAMES


@pytest.mark.parametrize("path", ["/nowhere", "/pages?since=gestern"])
def test_a_page_that_fails_is_wholly_korean(client: FlaskClient, path: str) -> None:
    """Its title alone was "Not Found" (seen from outside)."""
    answer = client.get(path, headers={**KOREAN, "Accept": "text/html"})
    assert answer.status_code in {400, 404}
    assert not set(foreign_words(html.fromstring(answer.get_data(as_text=True)))) - NAMES


def test_a_page_s_story_is_wholly_korean(client: FlaskClient, filled: int) -> None:
    tree = shown(client, f"/pages/{filled}")
    assert "이 글에 3번 나옵니다" in tree.text_content()
    assert "스팸 삽입: “먹튀검증 은하수” (mirror.example)" in tree.text_content()
    assert not set(foreign_words(tree)) - NAMES


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("ko", "ko"), ("ko-KR", "ko"), ("en-US,ko;q=0.5", "en"), ("fi", "en"), ("", "en"), ("ja, ko;q=0.9", "ko")],
)
def test_the_browser_s_language_is_answered_in(client: FlaskClient, asked: str, spoken: str) -> None:
    answer = client.get("/", headers={"Accept-Language": asked})
    assert (answer.headers["Content-Language"], f'<html lang="{spoken}">' in answer.text) == (spoken, True)
    assert "Accept-Language" in answer.headers["Vary"]


def test_a_choice_by_hand_goes_before_the_browser_s(client: FlaskClient) -> None:
    answer = client.post("/language", data={"language": "ko", "back": "/pages?state=clean"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/pages?state=clean")
    assert client.get("/", headers={"Accept-Language": "en"}).headers["Content-Language"] == "ko"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "evil"])
def test_nobody_is_led_elsewhere(client: FlaskClient, back: str) -> None:
    answer = client.post("/language", data={"language": "en", "back": back})
    assert answer.headers["Location"] == "/"


def test_a_language_that_is_not_spoken_is_refused(client: FlaskClient) -> None:
    assert client.post("/language", data={"language": "xx"}).status_code == 400


def test_what_strangers_wrote_is_escaped_in_korean_too(client: FlaskClient, context: Context) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    number = visit(context.store, Shown("https://mirror.example/x", title=hostile, phrase=hostile, evidence=(hostile,)))
    for path in (*PAGES, f"/pages/{number}"):
        assert "<img src=x" not in client.get(path, headers=KOREAN).text


def test_problems_are_told_in_korean(client: FlaskClient) -> None:
    answer = client.get("/pages/999999", headers={**KOREAN, "Accept": "text/html"})
    assert "기록에 999999번 페이지가 없습니다." in answer.text


@pytest.mark.parametrize(("headers", "spoken"), [(KOREAN, "ko"), ({"Accept-Language": "en"}, "en"), ({}, "en")])
def test_a_check_s_sentences_are_in_the_asker_s_language(
    client: FlaskClient, headers: dict[str, str], spoken: str
) -> None:
    text = "".join(f"시민 {n}명이 대박 카지노추천의 회의에 나와 대박 카지노추천를 두고 말했다. " for n in range(5))
    asked = {"url": "https://mirror.example/1", "segments": [{"id": "s0", "role": "text", "text": text}]}
    answer = client.post("/v1/check", json=asked, headers=headers)
    told = answer.get_json()
    found = told["findings"]
    said = [*told["reasons"], *(s for f in found for s in (f["message"], *f["evidence"]))]
    assert found
    assert all(bool(re.search("[가-힣]", re.sub("[‘“'][^’”']*[’”']", "", s))) is (spoken == "ko") for s in said)
    assert answer.headers["Content-Language"] == spoken


def test_entries_have_no_field_that_is_not_filled() -> None:
    for said, korean in read_part("wonmun_server", "ko").items():
        assert set(fields(korean)) <= set(fields(said)), said
