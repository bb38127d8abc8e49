"""With nothing else known: what the page's own words say of candidates that it has still, and of others."""

from __future__ import annotations

from tests.wonmun.strategies.test_page_itself import grouped
from tests.wonmun.written import SPAM
from wonmun.strategies.own.survivors import COLUMNS, columns, particled, spared
from wonmun.strategies.weighed.facts import AT_PLACE, OF_PAGE, measure

PAGE = f"""협동로봇을 들인 공장이 늘었다. {SPAM}을 들인 공장은 지난해 두 배가 됐다. 이번 조사에서 이번 {SPAM}이 고른 일은 용접이다.

직원은 {SPAM}과 나란히 선다. 협동로봇은 사람을 느끼면 멈춘다. {SPAM}이 멈춘 까닭은 적힌다."""


def test_a_noun_takes_particles() -> None:
    assert particled(PAGE, "협동로봇") == 2
    assert particled(PAGE, "이번") == 0
    assert particled("로봇들은 로봇이란 로봇에서", "로봇") == 2


def test_what_was_perhaps_spared_is_the_most_frequent_first() -> None:
    assert spared(grouped(PAGE), ("이번", "직원", "공장", "협동로봇", "정부")) == [3, 2, 1]


def test_a_spared_word_stands_apart_from_the_phrase_and_beside_its_neighbours() -> None:
    found = dict(zip(COLUMNS, columns(grouped(PAGE), ("협동로봇", "이번", "정부")).T.tolist(), strict=True))
    assert found["particled"][0] > 0
    assert found["particled"][1:] == [0.0, 0.0]
    assert found["apart"][0] > found["apart"][2] > found["apart"][1]
    assert found["neighbours"][0] > 0
    assert found["known"][2] == 1.0


def test_it_is_measured_where_nothing_else_is_known_whatever_the_sieve_says_of_it() -> None:
    facts = measure(grouped(PAGE), ())
    assert facts is not None
    assert "협동로봇" in facts.terms
    assert facts.of_page.shape == (len(facts.terms), len(OF_PAGE) + len(COLUMNS))
    assert facts.at_place.shape[2] == len(AT_PLACE)
