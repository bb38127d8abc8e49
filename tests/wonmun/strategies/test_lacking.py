"""What the page's own title names and its article lacks stood where the phrase stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.wonmun.written import BUS, MUSEUM, NOTHING, PORT, SPAM, article, found_at, page, substituted
from wonmun.originals import Originals
from wonmun.page.parse import parse_page
from wonmun.restore import restore
from wonmun.strategies.alone.lacking import absent
from wonmun.strategies.places.slots import group, marked

if TYPE_CHECKING:
    from wonmun.memory import Memory
    from wonmun.model import Report

FERRY = """섬으로 가는 여객선이 하루 두 번에서 네 번으로 늘었다. 군은 지난봄 새 여객선을 들여와 이달부터 띄운다고 밝혔다.

낡은 여객선은 물결이 높은 날이면 부두를 떠나지 못했다. 주민들은 병원에 가려고 여객선을 기다리다 하룻밤을 묵기도 했다. 새 여객선은 차 서른 대를 싣는다.

선장은 "여객선이 끊기면 섬의 하루도 끊긴다"고 말했다. 군은 뱃삯을 절반으로 낮추고 여객선을 타는 어르신에게는 받지 않기로 했다."""
"""Written for this test; the term stands in it seven times."""
TERM = "여객선"


def given(title: str, memory: Memory | None = None) -> Report:
    """Restore a text whose term was replaced, and whose title was left alone."""
    spoiled, _ = substituted(FERRY, TERM)
    subject = page(spoiled, title)
    return restore(subject, found_at(subject.text), memory, NOTHING)


def lacked(title: str) -> list[str]:
    spoiled, _ = substituted(FERRY, TERM)
    subject = page(spoiled, title)
    places = found_at(subject.text).places
    return absent(group(subject, places, marked(subject, places)))


def test_a_noun_of_the_title_that_the_article_lacks_stood_there() -> None:
    report = given("섬 여객선, 하루 네 번 다닌다")
    assert report.restored.endswith(FERRY)
    assert {(f.source, f.confidence >= 0.95) for f in report.findings} == {("survivors", True)}


def test_news_of_other_subjects_changes_nothing() -> None:
    known = Originals([article(PORT, "a"), article(MUSEUM, "b"), article(BUS, "c")])
    assert given("섬 여객선, 하루 네 번 다닌다", known).restored.endswith(FERRY)


@pytest.mark.parametrize(
    "title",
    [
        "섬 주민의 하루가 길어졌다",
        "섬 여객선·연락선, 하루 네 번 다닌다",
        f"섬 {SPAM}, 하루 네 번 다닌다",
        "온라인 바카라, 섬 주민의 하루",
        "섬 주민의 하루 고등어가 바꿨다",
    ],
)
def test_other_titles_put_nothing_in(title: str) -> None:
    """None that lacks no noun, has two that could stand there, holds the phrase, or names what reads badly there."""
    assert TERM not in given(title).restored.removeprefix(title)
    assert "고등어" not in given(title).restored.removeprefix(title)


@pytest.mark.parametrize(
    ("head", "around", "url"),
    [
        ('<meta name="keywords" content="섬,여객선,뱃삯">', "", ""),
        ('<meta property="article:tag" content="여객선">', "", ""),
        ("", '<div><a href="/tag/1">#여객선</a> <a href="/tag/2">#뱃삯</a></div>', ""),
        ("", "", "https://island.example/entry/%EC%84%AC-%EC%97%AC%EA%B0%9D%EC%84%A0-%EB%8A%98%EB%8B%A4"),
        (
            '<link rel="canonical" href="https://island.example/entry/섬-여객선-늘다">',
            "",
            "https://mirror.example/amp/7",
        ),
    ],
)
def test_keywords_tags_and_addresses_name_it_too(head: str, around: str, url: str) -> None:
    spoiled, _ = substituted(FERRY, TERM)
    lines = "".join(f"<p>{line}</p>" for line in spoiled.split("\n") if line)
    html = (
        f"<html lang=ko><head><title>섬 소식</title>{head}</head><body><article>{lines}</article>{around}</body></html>"
    )
    subject = parse_page(html, url=url or None)
    places = found_at(subject.text).places
    assert TERM in absent(group(subject, places, marked(subject, places)))


def test_another_name_of_what_the_article_speaks_of_did_not_stand_there() -> None:
    """Seen from outside in November 2026: 분실물 for 유실물, which the article had at places that were spared."""
    title = "섬 여객선, 하루 네 번 다닌다"
    spoiled, _ = substituted(FERRY, TERM)
    subject = page(f"{spoiled} 섬에는 정객선이 없다.", title)
    assert TERM not in restore(subject, found_at(subject.text), None, NOTHING).restored.removeprefix(title)


def test_the_number_of_an_issue_names_nothing() -> None:
    """Seen from outside in December 2026: 제81 of 제81차 was put in at nine places of 대통령."""
    assert "제81" not in lacked("제81차 바닷길 소식 - 하루 네 번 다닌다")


def test_of_thousands_of_tags_the_first_are_looked_through() -> None:
    spoiled, _ = substituted(FERRY, TERM)
    tags = tuple(("article:tag", f"가로수{n}") for n in range(3000))
    subject = replace(page(spoiled, "섬 소식"), head=(*tags, ("article:tag", TERM)))
    places = found_at(subject.text).places
    assert TERM not in absent(group(subject, places, marked(subject, places)))


def test_nouns_are_words_and_what_these_are_made_of() -> None:
    assert {"여객선", "연안여객선"} <= set(lacked("섬 연안여객선 다닌다"))
    assert not {"주민", "섬", "하루"} & set(lacked("섬 주민의 하루"))
    assert lacked("선생님들과 걷다") == ["선생", "선생님"]
    assert lacked("신호등") == ["신호등"]
    assert lacked("도서관을 찾아서 선생님") == ["도서관", "선생", "선생님"]
