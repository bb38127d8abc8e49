"""Other papers' sentences with other words: numbers and names around a place stand around its term there, too."""

from __future__ import annotations

from tests.wonmun.strategies.test_page_itself import grouped
from tests.wonmun.written import SPAM
from wonmun.model import Article
from wonmun.strategies.attested.contexts import contexts
from wonmun.strategies.attested.windows import shared
from wonmun.strategies.places.corpus import Corpus

TEXT = f"군은 개통 뒤 318m인 {SPAM}에 41만명이 다녀갔다고 밝혔다. 상인들은 손님이 줄었다고 했다. {SPAM} 앞은 비었다."
OTHER = (
    "지난 8월부터 41만명을 모은 길이 318m의 출렁다리가 닫혔다. 계곡 어귀의 식당 열아홉 곳이 차례로 문을 닫았고 군수는 말이 없었다. "
    "바닷가에서는 축제가 한창이었다."
)
TERMS = ("출렁다리", "군수", "축제")


def told(text: str, related: str) -> list[list[float]]:
    group = grouped(text)
    corpus = Corpus.of(group, [Article("a", related)] if related else [])
    found: list[list[float]] = shared(group.slots, contexts(group.slots, TERMS, corpus), corpus, len(TERMS)).tolist()
    return found


def test_a_term_stands_among_the_same_numbers() -> None:
    bridge, mayor, feast = told(TEXT, OTHER)
    assert bridge[0] > 0.05
    assert max(mayor[0], feast[0]) == 0


def test_without_coverage_nothing_is_shared() -> None:
    assert told(TEXT, "") == [[0.0, 0.0]] * 3


def test_what_the_page_itself_says_does_not_count() -> None:
    assert told(f"{TEXT} 길이 318m에 41만명이 다녀간 출렁다리였다.", "바닷가에서는 축제가 한창이었다.")[0][0] == 0
