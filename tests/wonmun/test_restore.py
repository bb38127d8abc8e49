"""Restoring: what stood there where it is known, and abstaining everywhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.wonmun.written import BUS, FIRST, MUSEUM, NOTHING, PORT, SPAM, article, found_at, page, restored, substituted
from wonmun.model import Detection, Place
from wonmun.originals import Originals
from wonmun.restore import Resources, restore
from wonmun.strategies import guess
from wonmun.strategies.weighed.decide import PUT
from wonmun.strategies.weighed.judge import judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Kind
    from wonmun.strategies.weighed.decide import Judgement
    from wonmun.strategies.weighed.facts import Facts
    from wonmun.strategies.weighed.scores import View


def test_a_clean_page_stays_as_it_is() -> None:
    report = restore(page(PORT), Detection("clean", 0.1, (), ("nothing",)), None, NOTHING)
    assert (report.findings, report.restored, report.text, report.reasons) == ((), PORT, PORT, ("nothing",))


def test_a_phrase_that_a_genuine_copy_shows_keeps_its_edges() -> None:
    """Without its last letter the words behind look more ordinary: 가장 instead of 장."""
    text = "회의가 길어졌다. 유흥 최저가장 위원은 말을 아꼈다. 유흥 최저가장 실장은 나갔다. 그는 웃었다."
    spots = [m.span() for m in re.finditer("유흥 최저가", text)]
    places = tuple(Place(s, e, "insertion", "유흥 최저가", ("the copy says so",), "") for s, e in spots)
    report = restore(page(text), Detection("injected", 0.99, places), None, NOTHING)
    assert report.restored == text.replace("유흥 최저가", "")


def test_originals_are_put_in() -> None:
    text, spans = substituted(PORT, "한빛항만공사")
    places = tuple(Place(s, e, "substitution", SPAM, ("the genuine copy says so",), o) for s, e, o in spans)
    report = restore(page(text), Detection("injected", 0.99, places, genuine_url="https://a.example/"), None, NOTHING)
    assert report.restored == PORT
    assert report.genuine_url == "https://a.example/"
    assert {(f.replacement, f.source) for f in report.findings} == {("한빛항만공사", "genuine")}
    assert min(f.confidence for f in report.findings) > 0.98


def test_a_place_the_copy_lacks_takes_what_all_others_had_if_its_particle_allows() -> None:
    text = f"{SPAM}는 크다. {SPAM}와 간다. {SPAM}은 작다."
    places = [*found_at(text).places]
    places[0] = Place(places[0].start, places[0].end, "substitution", SPAM, (), "항구")
    report = restore(page(text), Detection("injected", 0.9, tuple(places)), None, NOTHING)
    assert [f.replacement for f in report.findings] == ["항구", "항구", None]


@pytest.mark.parametrize(("kind", "replacement"), [("hidden", ""), ("link", ""), ("doorway", None)])
def test_hidden_parts_and_links_go_doorways_stay(kind: Kind, replacement: str | None) -> None:
    text = f"첫 문장이다.\n{SPAM}\n끝 문장이다."
    assert [f.replacement for f in restored(text, kind).findings] == [replacement]


def test_a_link_within_sentences_is_judged_with_its_phrases_other_places() -> None:
    """Seen on a page made for measuring: a noun was deleted where the spam over it was a link (X 60만명)."""
    text, _ = substituted(MUSEUM, "관람객")
    found = found_at(text)
    places = (replace(found.places[0], kind="link"), *found.places[1:])
    said = restore(page(text), replace(found, places=places), None, NOTHING).findings
    assert all(f.replacement != "" for f in said)


GLOSSED = """정부가 인공지능({0}) 인재를 기른다. 내년부터 {0} 대학원을 세 곳 더 열고 {0} 반도체 설계도 가르친다.

업계는 반긴다. 오픈{0}와 협력하는 새빛소프트는 "{0} 기술자를 구하기 어려웠다"고 했다. {0}의 쓰임새도 넓어진다."""


def test_a_gloss_restores_the_whole_page() -> None:
    report = restored(GLOSSED.format(SPAM))
    assert report.restored == GLOSSED.format("AI")
    assert {f.source for f in report.findings} == {"gloss"}
    assert "인공지능(…)" in report.findings[0].evidence[-1]
    assert all(0.9 < f.confidence < 1 for f in report.findings)


def test_a_gloss_stays_in_its_bracket_where_particles_speak_against_it() -> None:
    text = GLOSSED.format(SPAM).replace(f"{SPAM} 대학원을", f"{SPAM}은 대학원을")
    report = restored(text)
    assert report.findings[0].replacement == "AI"
    assert report.findings[1].replacement is None


def test_a_gloss_with_two_usual_readings_decides_nothing() -> None:
    text = f"중앙선거관리위원회({SPAM})가 문을 열었다. {SPAM} 직원이 나왔다."
    assert {f.replacement for f in restored(text).findings} == {None}


def test_an_unknown_gloss_decides_nothing() -> None:
    text = f"새빛소프트({SPAM}) 주가가 올랐다. {SPAM} 주주는 웃었다."
    assert {f.replacement for f in restored(text).findings} == {None}


def test_where_nobody_knows_the_phrase_stays_and_guesses_are_offered() -> None:
    text, _ = substituted(BUS, "요금")
    report = restored(text)
    assert report.restored == text
    for f in report.findings:
        assert f.replacement is None
        assert len(f.guesses) <= 3
        chances = [g.confidence for g in f.guesses]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) <= 1.001
        assert f.confidence == (chances[0] if chances else 0.0)


SECOND = "서해 신항에 국내 첫 수소 하역 부두가 들어선다. 한빛항만공사는 남측 매립지 18만㎡에 부두를 짓기로 했다고 11일 밝혔다. 박도현 어민회장은 양식장 물길이 바뀔 것을 걱정했다. 상공회의소는 한빛항만공사와 거래하는 업체가 혜택을 볼 것이라고 했다."
THIRD = "수소 부두, 2029년 문 연다. 한빛항만공사의 계획대로라면 하루 240톤의 액화수소를 내릴 수 있다. 한빛항만공사 관계자는 주민 설명회를 열겠다고 했다."


def test_coverage_of_the_same_event_tells_the_term() -> None:
    text, spans = substituted(PORT, "한빛항만공사")
    memory = Originals([article(t, f"e{n}") for n, t in enumerate([FIRST, SECOND, THIRD, MUSEUM, BUS])])
    report = restored(text, memory=memory)
    best = [f.replacement or (f.guesses[0].value if f.guesses else "") for f in report.findings]
    assert best.count("한빛항만공사") == len(spans)
    assert {f.source for f in report.findings if f.replacement} <= {"related"}


def test_a_term_that_stands_before_a_place_in_its_noun_phrase_is_neither_put_in_nor_offered() -> None:
    """Seen from outside in December 2026: NC was put for a player, and offered at .99: `NC 외야수 X는`."""
    text, spans = substituted(PORT, "한빛항만공사")
    named = f"{text[: spans[0][0]]}한빛항만공사 간부 {text[spans[0][0] :]}"
    memory = Originals([article(t, f"e{n}") for n, t in enumerate([FIRST, SECOND, THIRD, MUSEUM, BUS])])
    found = restored(named, memory=memory).findings
    assert len(found) == len(spans)
    for f in found:
        assert "한빛항만공사" not in {f.replacement, *(g.value for g in f.guesses)}
        assert f.confidence <= 0.5


def test_what_coverage_of_the_event_puts_in_is_said_to_be_as_likely_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of terms from a logit of 1.1 on, where it may be two, nine in ten are right; the logit says three in four."""

    def doubtful(facts: Facts) -> tuple[View, Judgement]:
        view, judged = judge(facts)
        return view, replace(judged, two=1.0, places=np.full(len(judged.tops), 1.15))

    monkeypatch.setattr(guess, "judge", doubtful)
    text, _ = substituted(PORT, "한빛항만공사")
    memory = Originals([article(t, f"e{n}") for n, t in enumerate([FIRST, SECOND, THIRD, MUSEUM, BUS])])
    report = restored(text, memory=memory)
    assert {f.confidence for f in report.findings if f.replacement} == {PUT}


def test_a_language_model_is_one_more_voice() -> None:
    text, _ = substituted(MUSEUM, "관람객")
    text = text.replace("박물관은 가을부터", "박물관은 관람객 편의를 위해 가을부터").replace(
        "입장료는", "관람객 입장료는"
    )
    asked: list[Sequence[str]] = []

    def propose(excerpts: Sequence[str]) -> list[str | None]:
        asked.append(excerpts)
        return ["관람객"] * len(excerpts)

    report = restored(text, resources=Resources(propose=propose))
    assert report.restored == text.replace(SPAM, "관람객")
    assert {f.source for f in report.findings} == {"model"}
    assert len(asked) == 1
    assert all(f"[[{n}]]" in e and SPAM not in e for n, e in enumerate(asked[0], 1))


def test_the_language_model_is_asked_once_of_all_phrases_of_a_page() -> None:
    other = "푸른 용 슬롯"
    museum, bus = substituted(MUSEUM, "관람객")[0], substituted(BUS, "버스", other)[0]
    text = f"{museum}\n{bus}"
    asked: list[Sequence[str]] = []

    def propose(excerpts: Sequence[str]) -> list[str | None]:
        asked.append(excerpts)
        return ["버스" if n % 2 else None for n in range(len(excerpts))]

    both = found_at(text).places + found_at(text, other).places
    report = restore(page(text), Detection("injected", 0.9, both), None, Resources(propose=propose))
    assert len(asked) == 1
    assert [f"[[{n}]]" in e for n, e in enumerate(asked[0], 1)] == [True] * len(both)
    assert not any(SPAM in e or other in e for e in asked[0])
    said = {f.start: {g.value for g in f.guesses if g.source == "model"} for f in report.findings}
    order = [p.start for p in both]
    assert [said[at] for at in order if said[at]] == [{"버스"}] * sum(bool(v) for v in said.values())
    assert all(not said[at] for at in order[::2])
    assert any(said[at] for at in order[1::2])


def test_findings_are_in_order_apart_and_add_up_to_the_restored_text() -> None:
    text = f"{SPAM} {SPAM} 소식이다. {SPAM}\n{SPAM}그는 웃었다. 끝 {SPAM}"
    report = restored(text, "insertion")
    for a, b in pairwise(report.findings):
        assert a.end <= b.start
    assert [f.found for f in report.findings] == [text[f.start : f.end] for f in report.findings]
    undone = text
    for f in reversed(report.findings):
        if f.replacement is not None:
            undone = undone[: f.start] + f.replacement + undone[f.end :]
    assert undone == report.restored


def test_guesses_of_a_suspicious_page_are_spared_who_wants_none() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    doubtful = Detection("suspicious", 0.4, found_at(text).places)
    offered = restore(page(text), doubtful, None, NOTHING)
    spared = restore(page(text), doubtful, None, Resources(guesses=False))
    assert any(f.guesses for f in offered.findings)
    assert spared.findings == tuple(replace(f, guesses=(), confidence=0.0) for f in offered.findings)
    assert spared.restored == offered.restored == text


def test_an_injected_page_is_restored_without_guesses_wanted() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    assert restored(text, resources=Resources(guesses=False)) == restored(text)
