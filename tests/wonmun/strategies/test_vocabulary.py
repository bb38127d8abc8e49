"""With nothing else known: the commonest nouns, read at all places of a phrase."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from tests.wonmun.written import found_at, page, restored, substituted
from wonmun.restore import Resources, restore
from wonmun.strategies import vocabulary as module
from wonmun.strategies.decide import Judgement
from wonmun.strategies.slots import group, marked
from wonmun.strategies.spared import another_spared
from wonmun.strategies.vocabulary import Reading, common_noun

if TYPE_CHECKING:
    from wonmun.strategies.scores import View
    from wonmun.strategies.slots import Group

BANK = """올해 상반기에 문을 닫은 은행 점포가 130곳을 넘었다. 금융감독원에 따르면 6월 말 전국의 은행 점포는 5600곳으로 10년 전보다 2000곳 줄었다.

은행은 손님이 스마트폰으로 일을 보기 때문이라고 말한다. 실제로 창구에서 돈을 보내는 비율은 4퍼센트뿐이다. 그러나 노인들은 사정이 다르다. 충북의 한 면에서는 하나 남은 은행이 문을 닫자 주민들이 버스로 한 시간 떨어진 읍내까지 나간다. 여든 살 오복순 씨는 "연금을 찾으러 은행에 가는 날은 하루가 다 간다"고 말했다.

금융 당국은 은행이 점포를 닫기 석 달 전에 영향을 조사하도록 했다. 은행끼리 한 건물을 나눠 쓰는 방법도 나왔다. 두 은행은 지난달 경북에 공동 점포를 열었다. 우체국에서 은행 업무를 보게 하는 방안은 수수료를 두고 협상이 길어지고 있다."""
TREES = """태풍이 지나간 거리에 가로수 쉰 그루가 쓰러졌다. 시는 쓰러진 가로수를 치우는 데 사흘이 걸린다고 했다. 나무가 부러지며 전선을 끊었다. 가로수 뿌리는 얕은 흙에 갇혀 있다.

조경사는 가로수를 심을 때 뿌리가 뻗을 자리를 넓게 파야 한다고 말했다. 늙은 나무는 바람을 이기지 못한다. 시는 내년까지 가로수 백 그루를 옮겨 심는다. 나무 둘레에 놓인 돌도 걷어 낸다. 가로수가 다시 설 때까지 길을 막는다."""
SURE = Reading("은행", lead=2.7, even=1.6, gain=0.5, worst=4.0, called=1.0, places=7)


def test_a_common_noun_that_is_left_nowhere_is_offered_first_where_all_places_read_best_with_it() -> None:
    """Put in, it was wrong in three of eight articles of an outside set (쓰레기 for 미세섬유, 사람 for 물김)."""
    text, _ = substituted(BANK, "은행")
    report = restored(text)
    assert report.restored == text
    assert {f.guesses[0].value for f in report.findings} == {"은행"}
    assert all(sum(g.confidence for g in f.guesses) <= 1.0001 for f in report.findings)


def test_a_common_noun_is_not_sought_where_nobody_is_shown_guesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is put in nowhere, and takes half of an injected page's check."""

    def never(*_: object) -> None:
        raise AssertionError

    text, spans = substituted(BANK, "은행")
    offered = restored(text)
    monkeypatch.setattr(module, "read_nouns", never)
    spared = restored(text, resources=Resources(guesses=False))
    assert spared.restored == offered.restored == text
    assert len(spared.findings) == len(offered.findings) == len(spans)


def test_what_is_only_suspicious_gets_it_as_a_guess() -> None:
    text, _ = substituted(BANK, "은행")
    found = replace(found_at(text), verdict="suspicious")
    report = restore(page(text), found, None, Resources())
    assert {f.guesses[0].value for f in report.findings} == {"은행"}
    assert report.restored == text


@pytest.mark.parametrize(
    ("reading", "worth", "sure"),
    [
        (SURE, 0.0, True),
        (SURE, -8.0, True),
        (replace(SURE, called=0.8), -8.0, False),
        (replace(SURE, called=0.8), 0.0, True),
        (replace(SURE, lead=2.5), 0.0, True),
        (replace(SURE, lead=2.5), -8.0, False),
        (replace(SURE, lead=1.6), 0.0, True),
        (replace(SURE, lead=1.6, called=0.8), 0.0, False),
        (replace(SURE, lead=1.6), -1.2, False),
        (replace(SURE, even=1.2), -8.0, False),
        (replace(SURE, gain=1.3), -8.0, False),
        (replace(SURE, gain=1.7), 0.0, False),
        (replace(SURE, worst=9.1), 0.0, False),
        (replace(SURE, places=3), 0.0, False),
        (replace(SURE, places=3, lead=4.1), 0.0, True),
        (replace(SURE, places=2, lead=9.0), 0.0, False),
        (replace(SURE, term="억원"), 0.0, False),
        (replace(SURE, term="경우"), 0.0, True),
        (replace(SURE, term="경우"), -8.0, False),
        (replace(SURE, places=3, lead=4.1), -8.0, False),
    ],
)
def test_a_doubt_leaves_the_places_open(reading: Reading, worth: float, *, sure: bool) -> None:
    assert reading.sure(worth) is sure


def view(text: str, *, close: bool = False) -> View:
    found = found_at(text).places
    shown = page(text)
    facts = SimpleNamespace(group=group(shown, found, marked(shown, found)), terms=("서울", "은행"))
    return cast(
        "View",
        SimpleNamespace(
            facts=facts, worth=np.zeros(2), mixture=SimpleNamespace(order=np.arange(2)), close=np.array([False, close])
        ),
    )


def judged(two: float, *, possible: bool = True) -> Judgement:
    return Judgement(np.zeros(7, int), two, np.zeros(7), np.zeros(7, int), possible)


@pytest.mark.parametrize(
    ("noun", "close", "judgement", "put"),
    [
        ("은행", False, judged(-2.1), "은행"),
        ("은행", False, judged(-1.9), ""),
        ("은행", True, judged(-3.1), ""),
        ("은행", True, judged(-3.3), "은행"),
        ("은행", False, judged(-9.0, possible=False), ""),
        ("서울", False, judged(-9.0), ""),
    ],
)
def test_two_terms_and_names_are_left_open(
    monkeypatch: pytest.MonkeyPatch, noun: str, judgement: Judgement, put: str, *, close: bool
) -> None:
    """Seen from outside in November 2026: 서울 for 대구."""
    monkeypatch.setattr(module, "read_nouns", lambda *_: replace(SURE, term=noun))
    monkeypatch.setattr(module, "another_spared", lambda *_: False)
    text, _ = substituted(BANK, "은행")
    assert common_noun(view(text, close=close), judgement) == put


def groups(text: str, term: str, sparing: int) -> Group:
    """The places of a term, all but every so many of them."""
    whole, spans = substituted(text, term)
    for number, (start, end, _) in reversed([*enumerate(spans)]):
        whole = whole if number % sparing else whole[:start] + term + whole[end:]
    shown, found = page(whole), found_at(whole).places
    return group(shown, found, marked(shown, found))


def test_a_word_that_was_spared_keeps_a_commoner_one_from_being_put_in() -> None:
    """Seen from outside in November 2026: 나무 14 times for 가로수, which stood seven times more."""
    assert another_spared(groups(TREES, "가로수", 3), "나무")
    assert not another_spared(groups(BANK, "은행", 3), "은행")
