"""With nothing else known: one noun at all places, sought among candidates, survivors and common nouns."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest

from tests.wonmun.written import found_at, page, restored, substituted
from wonmun.restore import Resources, restore
from wonmun.strategies.alone import sought as module
from wonmun.strategies.alone.evidence import noun_rows, page_row, steady, word_before
from wonmun.strategies.alone.sought import MAYBE_TWO, PUT, SURVIVING, TWO, evidence, sought
from wonmun.strategies.own.spared import another_spared
from wonmun.strategies.own.thought import ASPECTS, RIVALS, aspects
from wonmun.strategies.places.slots import group, marked
from wonmun.strategies.weighed.facts import measure
from wonmun.strategies.weighed.judge import judge

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group
    from wonmun.strategies.weighed.decide import Judgement
    from wonmun.strategies.weighed.scores import View

BANK = """올해 상반기에 문을 닫은 은행 점포가 130곳을 넘었다. 금융감독원에 따르면 6월 말 전국의 은행 점포는 5600곳으로 10년 전보다 2000곳 줄었다.

은행은 손님이 스마트폰으로 일을 보기 때문이라고 말한다. 실제로 창구에서 돈을 보내는 비율은 4퍼센트뿐이다. 그러나 노인들은 사정이 다르다. 충북의 한 면에서는 하나 남은 은행이 문을 닫자 주민들이 버스로 한 시간 떨어진 읍내까지 나간다. 여든 살 오복순 씨는 "연금을 찾으러 은행에 가는 날은 하루가 다 간다"고 말했다.

금융 당국은 은행이 점포를 닫기 석 달 전에 영향을 조사하도록 했다. 은행끼리 한 건물을 나눠 쓰는 방법도 나왔다. 두 은행은 지난달 경북에 공동 점포를 열었다. 우체국에서 은행 업무를 보게 하는 방안은 수수료를 두고 협상이 길어지고 있다."""
TREES = """태풍이 지나간 거리에 가로수 쉰 그루가 쓰러졌다. 시는 쓰러진 가로수를 치우는 데 사흘이 걸린다고 했다. 나무가 부러지며 전선을 끊었다. 가로수 뿌리는 얕은 흙에 갇혀 있다.

조경사는 가로수를 심을 때 뿌리가 뻗을 자리를 넓게 파야 한다고 말했다. 늙은 나무는 바람을 이기지 못한다. 시는 내년까지 가로수 백 그루를 옮겨 심는다. 나무 둘레에 놓인 돌도 걷어 낸다. 가로수가 다시 설 때까지 길을 막는다."""


def groups(text: str, term: str, sparing: int = 0) -> Group:
    """The places of a term, all but every so many of them."""
    whole, spans = substituted(text, term)
    for number, (start, end, _) in reversed([*enumerate(spans)]):
        whole = whole if not sparing or number % sparing else whole[:start] + term + whole[end:]
    shown, found = page(whole), found_at(whole).places
    return group(shown, found, marked(shown, found))


def judged_bank(sparing: int = 0) -> tuple[View, Judgement]:
    facts = measure(groups(BANK, "은행", sparing), [])
    assert facts is not None
    return judge(facts)


def test_the_noun_that_stood_there_is_offered_first_or_put_in_everywhere() -> None:
    text, spans = substituted(BANK, "은행")
    report = restored(text)
    said = {f.replacement or f.guesses[0].value for f in report.findings}
    assert said == {"은행"}
    assert len({f.replacement for f in report.findings}) == 1
    assert len(report.findings) == len(spans)
    assert all(sum(g.confidence for g in f.guesses) <= 1.0001 for f in report.findings)


def test_what_is_only_suspicious_gets_it_as_a_guess() -> None:
    text, _ = substituted(BANK, "은행")
    found = replace(found_at(text), verdict="suspicious")
    report = restore(page(text), found, None, Resources())
    assert {f.guesses[0].value for f in report.findings} == {"은행"}
    assert report.restored == text


def test_nouns_that_the_page_calls_for_are_among_those_that_are_read() -> None:
    view, judged = judged_bank()
    e = evidence(view, judged)
    assert {"은행", "점포", "금융"} <= set(e.names)
    assert e.plain.shape == (len(e.names), len(e.beside))
    rows = noun_rows(e)
    assert rows.shape[0] == len(e.names)
    assert np.isfinite(rows).all()
    assert np.isfinite(page_row(e, rows[:, 0])).all()


def settle(monkeypatch: pytest.MonkeyPatch, names: list[str], logit: float) -> None:
    """Let the models say 은행, so surely."""
    first = SimpleNamespace(score=lambda *_: np.array([float(n == "은행") for n in names]))
    second = SimpleNamespace(score=lambda *_: np.array([logit]))
    monkeypatch.setattr(module, "_models", lambda: (first, second))
    monkeypatch.setattr(module, "steady", lambda own, _: np.ones(len(own)))


@pytest.mark.parametrize(("logit", "put"), [(SURVIVING, True), (SURVIVING - 0.1, False)])
def test_what_stands_in_the_page_still_may_be_replaced_nowhere(
    monkeypatch: pytest.MonkeyPatch, logit: float, *, put: bool
) -> None:
    """정부 for 대통령실, on a page that has 정부 three times."""
    view, judged = judged_bank(3)
    settle(monkeypatch, list(evidence(view, judged).names), logit)
    monkeypatch.setattr(module, "another_spared", lambda *_: False)
    said = sought(view, replace(judged, two=TWO), offering=False)
    assert said is not None
    assert (said.term, said.put) == ("은행", put)


@pytest.mark.parametrize(
    ("logit", "two", "offering", "found", "put"),
    [
        (PUT, TWO, False, True, True),
        (PUT - 0.1, TWO, False, True, False),
        (PUT, TWO + 0.1, True, True, False),
        (PUT, TWO + 0.1, False, False, False),
        (PUT, MAYBE_TWO + 0.1, True, False, False),
        (-0.1, TWO, True, False, False),
    ],
)
def test_doubt_leaves_the_places_open(
    monkeypatch: pytest.MonkeyPatch, logit: float, two: float, *, offering: bool, found: bool, put: bool
) -> None:
    view, judged = judged_bank()
    settle(monkeypatch, list(evidence(view, judged).names), logit)
    said = sought(view, replace(judged, two=two), offering=offering)
    assert (said is not None) is found
    assert said is None or (said.term, said.put) == ("은행", put)


def test_places_beside_the_same_word_are_one() -> None:
    """구두 for 캐리어 behind 유리 at all six places: a collocation says the same at each of them."""
    scores = np.array([[9.0, 9.0, 1.0, 0.0], [0.0, 0.0, 0.0, 3.0]])
    assert steady(scores, ("유리", "유리", "새", "낡은")).tolist() == [-1.0, -5.0]
    assert (steady(scores, ("유리", "유리", "새", "새")) < -9).all()


def test_a_word_that_was_spared_keeps_a_commoner_one_from_being_put_in() -> None:
    """Seen from outside in November 2026: 나무 14 times for 가로수, which stood seven times more."""
    assert another_spared(groups(TREES, "가로수", 3), "나무")
    assert not another_spared(groups(BANK, "은행", 3), "은행")


def test_the_commonest_nouns_are_measured_by_what_the_page_has() -> None:
    measured = aspects(groups(BANK, "은행"))
    assert measured.shape == (RIVALS, len(ASPECTS))
    assert cast("Any", np.isfinite(measured)).all()


def test_nothing_is_put_in_behind_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen from outside: 쇼핑몰 for mm, behind 온라인, which was the phrase's first word (6.9온라인 파칭코 게임기로)."""
    view, judged = judged_bank()
    slots = tuple(replace(s, left=f"두께는 {n}.9온라인 ") for n, s in enumerate(view.facts.group.slots))
    measured = replace(view.facts, group=replace(view.facts.group, slots=slots))
    view = replace(view, facts=measured)
    settle(monkeypatch, list(evidence(view, judged).names), PUT)
    said = sought(view, replace(judged, two=TWO), offering=False)
    assert said is not None
    assert not said.put
    assert {word_before(s.left) for s in slots} == {"온라인"}
