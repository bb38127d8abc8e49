"""Coverage of the event: less certainty is enough there, but not for a term that the page has elsewhere."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import numpy as np
import pytest

from tests.wonmun.comparing.test_retold import OURS, THEIRS
from tests.wonmun.strategies.test_page_itself import grouped
from tests.wonmun.written import MUSEUM, SPAM
from wonmun.model import Article
from wonmun.strategies.guess import guesses
from wonmun.strategies.places.corpus import Corpus
from wonmun.strategies.places.situation import situation
from wonmun.strategies.weighed.decide import EVENT, Judgement, Limits, agreed, chosen

ROUND = f"""김씨는 {SPAM}에 네 번 우편물을 나른다. {SPAM}도 빠지지 않고 산길을 오른 지 스무 해가 됐다. {SPAM} 종일
걷고 나면 다리가 붓지만 다음 날이면 다시 가방을 멘다. 눈이 오면 {SPAM}에 한 번만 다녀온다. 마을에서는 그가 오지 않으면
{SPAM}가 지나가지 않은 것 같다고 말한다. 우체국은 그에게 표창을 하기로 했다."""
ELSEWHERE = (
    (
        "은행은 눈이 오면 문을 늦게 연다고 밝혔다. 예금 금리는 두 달 동안 내렸다. 은행은 대출 금리를 올렸다. 소비자 단체는 "
        "은행이 이익만 챙긴다고 비판했다. 금융 당국은 은행의 장부를 조사하고 있다."
    ),
    (
        "프로야구 두 팀이 연장 끝에 비겼다. 선발 투수는 일곱 이닝을 막았다. 감독은 불펜이 잘 버텼다고 말했다. 관중은 만 명이 "
        "넘었다. 두 팀은 다음 날이면 다시 만난다."
    ),
)
LIMITS = Limits((1.8,) * 4, (2.2, 2.2, 2.2, 0.5), 0.8, -4.0)


def test_less_is_enough_for_a_place_and_no_less_for_all_places_at_once() -> None:
    two = Judgement(np.array([0, 1]), 1.0, np.array([1.2, 1.0]), np.array([1, 1]), possible=True)
    here = LIMITS.at_most(inf, EVENT)
    assert here == Limits((1.8,) * 4, (1.1, 1.1, 1.1, 0.5), 0.8, -4.0)
    assert [chosen(two, limits).tolist() for limits in (LIMITS, here)] == [[-1, -1], [0, -1]]


def test_a_term_that_the_page_has_elsewhere_is_not_put_in_for_being_likeliest_everywhere() -> None:
    """Seen from outside in November 2026: the patients of a virus in its place, three times on three copies."""
    all_alike = Judgement(np.zeros(3, int), -6.0, np.full(3, 0.9), np.zeros(3, int), possible=True)
    spared = replace(all_alike, spared=frozenset({0}))
    assert agreed(all_alike, LIMITS)
    assert not agreed(spared, LIMITS)
    assert [chosen(j, LIMITS).tolist() for j in (all_alike, spared)] == [[0, 0, 0], [-1, -1, -1]]


@pytest.mark.parametrize(
    ("second", "nearness", "known"),
    [
        (THEIRS, (0.1, 0.09), "event"),
        (MUSEUM, (0.1, 0.09), "near"),
        (THEIRS, (0.1, 0.04), "near"),
        (THEIRS, (0.07, 0.09), "far"),
        (THEIRS, (0.2, 0.1), "event"),
    ],
)
def test_two_reports_on_one_event_cover_a_page_that_lacks_its_words(
    second: str, nearness: tuple[float, float], known: str
) -> None:
    """A phrase over two terms of a page takes what it had most in common with them."""
    corpus = Corpus("그날의 일이다.", (OURS, second), nearness)
    assert situation(corpus.known) == known
    assert corpus.known[0] == nearness[0]


def test_a_page_says_as_much_beside_coverage_of_other_subjects_as_by_itself() -> None:
    """Measured in December 2026: what a page alone gives was lost with a memory that had nothing on its subject."""
    said = []
    for texts in ((), ELSEWHERE):
        related = [Article(str(n), text, "") for n, text in enumerate(texts)]
        said.append([g.made.value if g.made else "" for g in guesses(grouped(ROUND), related)])
    assert said == [["하루"] * 5] * 2
