"""Restoring from other mirrors of an article, and from what a page's own head still says of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.wonmun.written import FIRST, NOTHING, PORT, SPAM, article, found_at, page, restored, substituted
from wonmun.model import VEIL, Copy, Detection, Place
from wonmun.originals import Originals
from wonmun.restore import Resources, restore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Page


def test_a_sibling_with_another_phrase_serves() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    other, _ = substituted(PORT, "부두", "토토 꽁머니")
    siblings = Resources(siblings=lambda _: [Copy(article(other, "s", url="https://s.example/"), 0.8)])
    report = restored(text, resources=siblings)
    assert report.restored == PORT
    assert {f.source for f in report.findings} == {"copy"}


def test_a_word_beside_a_siblings_own_phrase_counts_where_it_stands_alone_elsewhere() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    every = PORT.replace("한빛항만공사", f"{VEIL} 한빛항만공사")
    first = PORT.replace("한빛항만공사", f"{VEIL} 한빛항만공사", 1)

    def beside(other: str) -> str:
        return restored(text, resources=Resources(siblings=lambda _: [Copy(article(other, "s"), 0.8)])).restored

    assert beside(first) == PORT
    assert "한빛항만공사" not in beside(every)


def test_a_siblings_own_phrase_is_not_taken() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    other, _ = substituted(PORT, "한빛항만공사", "푸른 용 슬롯")
    siblings = Resources(siblings=lambda _: [Copy(article(other, "s"), 0.8)])
    assert "푸른" not in restored(text, resources=siblings).restored


class Seen(Originals):
    """A memory of pages that are no publisher's."""

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        return [replace(c, weight="seen") for c in super().genuine(page, limit)]


def test_a_mirror_that_was_taken_for_clean_is_no_coverage_of_the_page() -> None:
    """Seen from outside in November 2026: 세탁기, another mirror's own phrase, was put in as related coverage's term."""
    text, _ = substituted(PORT, "한빛항만공사")
    other, _ = substituted(PORT, "한빛항만공사", "세탁기")
    memory = Seen([article(other, "s"), article(FIRST, "e")])
    assert "세탁기" not in restored(text, memory=memory).restored


def test_what_a_mirror_shows_of_two_terms_is_not_put_where_it_has_a_phrase() -> None:
    """Seen from outside in November 2026: 헥타르 was put over 드론, where the mirror had its own phrase."""
    text = "드론이 논 30헥타르에 볍씨를 뿌렸다. 드론은 가볍다.".replace("드론", SPAM).replace("헥타르", SPAM)
    first, second, third = (m.start() for m in re.finditer(SPAM, text))
    places = [Place(s, s + len(SPAM), "substitution", SPAM) for s in (first, second, third)]
    places[0], places[1] = replace(places[0], refused=True), replace(places[1], original="헥타르")
    found = restore(page(text), Detection("injected", 0.9, tuple(places)), None, NOTHING)
    assert [f.replacement for f in found.findings] == [None, "헥타르", None]


def test_what_the_page_says_of_itself_tells_what_stood_there() -> None:
    """Seen from outside in November 2026: JSON-LD held the whole article, and none of eight places was restored."""
    text, _ = substituted(PORT, "한빛항만공사")
    whole = replace(page(text), head=(("ld:articleBody", PORT),))
    report = restore(whole, found_at(text), None, NOTHING)
    assert report.restored == PORT
    assert {f.source for f in report.findings} == {"survivors"}
    begun = replace(page(text), head=(("og:description", PORT[:80]),))
    found = restore(begun, found_at(text), None, NOTHING).findings
    assert [f.replacement for f in found if f.start < 70] == ["한빛항만공사"] * text[:70].count(SPAM)


def test_a_words_end_in_the_description_is_no_word_of_the_article() -> None:
    genuine = "강 교수는 미국 대학에서 자리를 얻었다. 여섯 해 만이다. 강 교수는 대학 도서관을 자주 찾았다고 했다."
    text, _ = substituted(genuine, "대학")
    said = "강 교수는 미국학연구소에서 자리를 얻었다. 여섯 해 만이다. 한 신문이 그렇게 전했다."
    found = restore(replace(page(text), head=(("og:description", said),)), found_at(text), None, NOTHING)
    assert "학연구소" not in found.restored


def test_what_the_page_says_of_itself_with_the_phrase_in_it_tells_nothing() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    other = PORT.replace("한빛항만공사", "꽃배달", 1) + SPAM
    report = restore(replace(page(text), head=(("ld:articleBody", other),)), found_at(text), None, NOTHING)
    assert "꽃배달" not in report.restored


@pytest.mark.parametrize("said", ["ld:headline", "og:title"])
def test_a_title_is_put_right_by_another_title_of_the_page(said: str) -> None:
    """Seen from outside in November 2026: the headline stayed as it was where JSON-LD still had the genuine one."""
    title = "한빛항만공사, 서해 신항에 수소 부두 짓는다"
    text, _ = substituted(PORT, "한빛항만공사")
    subject = page(text, title.replace("한빛항만공사", SPAM))
    told = replace(subject, head=((said, title),))
    places = found_at(told.text)
    first = restore(told, places, None, NOTHING).findings[0]
    assert (first.found, first.replacement, first.source) == (SPAM, "한빛항만공사", "survivors")
    other = replace(subject, head=((said, f"{SPAM}, 서해 신항에 짓는다"),))
    assert restore(other, places, None, NOTHING).findings[0].replacement is None
