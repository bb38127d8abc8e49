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

FLATS = """입주한 지 1년이 안 된 새 아파트에서 물이 새 주민들이 건설사를 상대로 소송을 냈다. 아파트 지하 주차장은 비가 올 때마다 물바다가 된다.

890가구가 사는 이 아파트는 지난해 8월 준공됐다. 주민들은 벽지가 곰팡이로 까맣게 변하고 천장에서 물이 떨어진다고 호소한다. 입주자 대표 홍석진 씨는 "평생 모은 돈으로 산 아파트인데 양동이를 받쳐 놓고 산다"고 말했다. 건설사는 지금까지 1300건을 고쳤지만 같은 자리에서 다시 물이 샌다.

법원이 정한 감정인은 아파트 외벽의 방수층이 설계보다 얇게 발라진 것을 확인했다. 시는 준공을 내준 과정을 감사하고 있다. 건설사는 아파트 전체를 다시 점검하겠다고 물러섰다. 이 아파트의 시세는 주변보다 8000만원 떨어졌다. 다음 재판은 10월 2일 열린다."""
TREES = """태풍이 지나간 거리에 가로수 쉰 그루가 쓰러졌다. 시는 쓰러진 가로수를 치우는 데 사흘이 걸린다고 했다. 나무가 부러지며 전선을 끊었다. 가로수 뿌리는 얕은 흙에 갇혀 있다.

조경사는 가로수를 심을 때 뿌리가 뻗을 자리를 넓게 파야 한다고 말했다. 늙은 나무는 바람을 이기지 못한다. 시는 내년까지 가로수 백 그루를 옮겨 심는다. 나무 둘레에 놓인 돌도 걷어 낸다. 가로수가 다시 설 때까지 길을 막는다."""
SURE = Reading("아파트", lead=2.5, even=1.6, gain=0.5, worst=4.0, places=7)


def test_a_common_noun_that_is_left_nowhere_is_put_back_where_all_places_read_best_with_it() -> None:
    text, _ = substituted(FLATS, "아파트")
    report = restored(text)
    assert report.restored == FLATS
    assert {f.source for f in report.findings} == {"language"}


def test_what_is_only_suspicious_gets_it_as_a_guess() -> None:
    text, _ = substituted(FLATS, "아파트")
    found = replace(found_at(text), verdict="suspicious")
    report = restore(page(text), found, None, Resources())
    assert {f.guesses[0].value for f in report.findings} == {"아파트"}
    assert report.restored == text


@pytest.mark.parametrize(
    ("reading", "worth", "sure"),
    [
        (SURE, 0.0, True),
        (SURE, -1.0, True),
        (SURE, -1.2, False),
        (replace(SURE, lead=2.0), 0.0, True),
        (replace(SURE, lead=2.0), -1.0, False),
        (replace(SURE, even=0.9), 0.0, False),
        (replace(SURE, gain=1.5), 0.0, False),
        (replace(SURE, worst=9.1), 0.0, False),
        (replace(SURE, places=3), 0.0, False),
        (replace(SURE, places=3, lead=4.1), 0.0, True),
        (replace(SURE, places=2, lead=9.0), 0.0, False),
        (replace(SURE, term="억원"), 0.0, False),
        (replace(SURE, term="경우"), 0.0, True),
        (replace(SURE, term="경우"), -0.2, False),
        (replace(SURE, places=3, lead=4.1), -0.2, False),
    ],
)
def test_a_doubt_leaves_the_places_open(reading: Reading, worth: float, *, sure: bool) -> None:
    assert reading.sure(worth) is sure


def view(text: str, *, close: bool = False) -> View:
    found = found_at(text).places
    shown = page(text)
    facts = SimpleNamespace(group=group(shown, found, marked(shown, found)), terms=("서울", "아파트"))
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
        ("아파트", False, judged(-2.1), "아파트"),
        ("아파트", False, judged(-1.9), ""),
        ("아파트", True, judged(-3.1), ""),
        ("아파트", True, judged(-3.3), "아파트"),
        ("아파트", False, judged(-9.0, possible=False), ""),
        ("서울", False, judged(-9.0), ""),
    ],
)
def test_two_terms_and_names_are_left_open(
    monkeypatch: pytest.MonkeyPatch, noun: str, judgement: Judgement, put: str, *, close: bool
) -> None:
    """Seen from outside in November 2026: 서울 for 대구."""
    monkeypatch.setattr(module, "read_nouns", lambda *_: replace(SURE, term=noun))
    monkeypatch.setattr(module, "another_spared", lambda *_: False)
    text, _ = substituted(FLATS.replace("아파트인데", "집인데"), "아파트")
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
    assert not another_spared(groups(FLATS, "아파트", 3), "아파트")
