"""The memory of originals: reading them, finding genuine copies, related coverage and where a phrase stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.wonmun.written import BUS, MUSEUM, PORT, SPAM, article, page, substituted
from wonmun.errors import MemoryFileError
from wonmun.originals import Originals, read_originals

if TYPE_CHECKING:
    from pathlib import Path

ALL = [article(PORT, "port", url="https://a.example/1"), article(MUSEUM, "museum"), article(BUS, "bus")]


def test_an_injected_copy_finds_its_original() -> None:
    found = Originals(ALL).genuine(page(substituted(PORT, "한빛항만공사")[0]))
    assert [c.article.id for c in found] == ["port"]
    assert found[0].cover > 0.6


def test_a_paragraph_finds_its_article_and_two_joined_ones_find_both() -> None:
    memory = Originals(ALL)
    assert [c.article.id for c in memory.genuine(page(MUSEUM.split("\n\n")[1]))] == ["museum"]
    assert {c.article.id for c in memory.genuine(page(PORT + "\n\n" + MUSEUM))} == {"port", "museum"}


def test_nothing_is_found_for_a_text_on_something_else() -> None:
    text = "달빛 야시장이 금요일 저녁 강변에서 열린다. 손수레 마흔 대가 모여 국수와 전을 판다. 비가 오면 쉰다."
    assert list(Originals(ALL).genuine(page(text))) == []


def test_related_coverage_ignores_the_phrase() -> None:
    memory = Originals([*ALL, article(f"{SPAM} {SPAM} {SPAM} 추천 순위", "spam")])
    text = page(f"{SPAM} 부두를 짓는 한빛항만공사가 {SPAM} 하역을 시작한다. 수소 운송비가 {SPAM}")
    assert memory.related(text, [SPAM], 3)[0].id == "port"
    assert memory.related(text, [], 3)[0].id == "spam"


def test_standing_counts_other_articles_only() -> None:
    memory = Originals(ALL)
    assert memory.standing("관람객", page(BUS)).genuine == 1
    assert memory.standing("관람객", page(MUSEUM)).genuine == 0
    assert memory.standing("부두", page("다른 글", url="https://a.example/1")).genuine == 0
    assert memory.standing(SPAM, page(PORT)).genuine == 0


def test_files_are_read_whole_and_in_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    one.write_bytes(
        b"\xef\xbb\xbf" + json.dumps({"id": 7, "text": PORT, "title": None, "more": [1]}).encode() + b"\n\n"
    )
    other = {"id": "b", "text": BUS, "title": "밤 버스", "url": "https://b.example/", "date": "2026-12-01"}
    two.write_text(json.dumps(other), encoding="utf-8")
    first, second = read_originals([one, two]).articles
    assert (first.id, first.title, first.url, first.date, first.trusted) == ("7", "", "", "", True)
    assert (second.id, second.title, second.url, second.date) == ("b", "밤 버스", "https://b.example/", "2026-12-01")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nonsense", "is no JSON object"),
        ("[1, 2]", "is no article (expected `object`, got `array`)"),
        ('{"id": "a"}', "is no article (object missing required field `text`)"),
        ('{"id": "a", "text": 5}', "is no article (`text`: expected `str`, got `int`)"),
        ('{"id": "a", "text": " "}', "`text` is blank"),
        ('{"text": "b"}', "is no article (object missing required field `id`)"),
    ],
)
def test_a_bad_line_is_one_sentence_with_file_and_line(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "o.jsonl"
    path.write_text(json.dumps({"id": "a", "text": PORT}) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(MemoryFileError) as caught:
        read_originals([path])
    assert str(caught.value).startswith(f"{path}:2: {why}")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(MemoryFileError, match=r"none\.jsonl: cannot be read \(.+\); --originals takes"):
        read_originals([tmp_path / "none.jsonl"])


def test_boilerplate_finds_nothing() -> None:
    footer = " 무단 전재와 재배포를 금지한다 이 기사의 저작권은 한빛신문에 있다 독자 제보를 기다린다 구독 신청"
    many = [article(f"{n}번째 소식이다." + footer, str(n)) for n in range(80)]
    assert list(Originals(many).genuine(page("전혀 다른 이야기를 쓴 글이다." + footer))) == []
