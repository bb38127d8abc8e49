"""What the page's head shows at some places of a phrase stands at the others, where one term stood there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.wonmun.written import NOTHING, SPAM, found_at, page, substituted
from wonmun.restore import restore
from wonmun.strategies.own.shown import TWO, spread
from wonmun.strategies.places.slots import Group, group, marked

ORCHARD = """산비탈 과수원이 겨울에도 문을 연다. 과수원은 눈 덮인 나무 사이로 길을 내고 이달부터 손님을 받는다.

주인은 지난해 서리를 맞고 과수원을 접을까 했다. 이웃들은 과수원이 사라지면 봄마다 오던 꽃놀이도 끝난다고 말렸다. 군은 과수원에 난로 열 대를 빌려주었다.

첫 주말에 오백 명이 다녀갔다. 아이들은 과수원을 가로질러 썰매를 탔다. 주인은 내년에는 과수원 창고를 찻집으로 고치겠다고 했다."""
"""Written for this test."""
TERM = "과수원"


def grouped(*shown: str, text: str = f"{SPAM}은 크다. 그는 {SPAM}를 보았다. {SPAM} 앞에 섰다.") -> Group:
    subject = page(text)
    places = found_at(text).places
    return group(subject, places, marked(subject, places), shown)


def test_what_the_description_shows_at_the_first_places_stands_at_all() -> None:
    spoiled, _ = substituted(ORCHARD, TERM)
    begun = replace(page(spoiled), head=(("og:description", ORCHARD[:60]),))
    report = restore(begun, found_at(spoiled), None, NOTHING)
    assert report.restored == ORCHARD
    assert {f.source for f in report.findings} == {"survivors"}


@pytest.mark.parametrize(("two", "word"), [(TWO, "부두"), (TWO + 0.1, ""), (TWO, "시장")])
def test_one_word_stands_everywhere_unless_there_may_be_two(two: float, word: str) -> None:
    one = grouped(word or "부두", text=f"{SPAM}는 크다. 그는 {SPAM}를 보았다. {SPAM} 앞에 섰다.")
    assert spread(one, two) == ([word] * 3 if word == "부두" else [""] * 3)


def test_of_two_words_the_particle_tells_which() -> None:
    assert spread(grouped("시장", "부두"), 1.0) == ["시장", "부두", ""]
    assert spread(grouped("시장", "법원"), 1.0) == ["", "", ""]
    assert spread(grouped("시장", "부두", "역"), 1.0) == ["", "", ""]
    assert spread(grouped(), -9.0) == ["", "", ""]
