"""What coverage has at all places of a phrase stood there, though their sentences would be whole without it."""

from __future__ import annotations

import pytest

from tests.wonmun.strategies.test_page_itself import grouped
from wonmun.model import Correction
from wonmun.restore import _Phrase
from wonmun.strategies.guess import Guess, attested

PHRASE = "골드문 바카라"
PAGE = (
    f"시는 {PHRASE} 노선을 넓힌다. 내년에는 {PHRASE} 차량을 산다. 주민은 {PHRASE} 정류장을 반긴다. 전차는 그대로 둔다."
)
GROUP = grouped(PAGE, PHRASE)
DELETED = Correction("", 0.31, "insertion", "the sentences are whole without it")


def guess(value: str, source: str = "related") -> Guess:
    return Guess(Correction(value, 0.99, source, "")) if value else Guess()


def test_it_is_put_in_instead_of_deleting_or_leaving_the_phrase() -> None:
    made = [guess("급행버스")] * 3
    assert attested(GROUP, made)
    assert _Phrase((0, 1, 2), GROUP, DELETED, made).answers() == made


@pytest.mark.parametrize(
    "made",
    [
        [guess("전차")] * 3,
        [guess("급행버스"), guess("급행버스"), guess("")],
        [guess("급행버스"), guess("급행버스"), guess("굴절버스")],
        [guess("급행버스", "language")] * 3,
        [guess("급행버스")] * 2,
        [],
    ],
)
def test_the_phrase_stays_where_a_word_is_elsewhere_or_not_everywhere(made: list[Guess]) -> None:
    assert not attested(GROUP, made)
    assert {g.made for g in _Phrase((0, 1, 2), GROUP, DELETED, made).answers()} == {None if made else DELETED}
