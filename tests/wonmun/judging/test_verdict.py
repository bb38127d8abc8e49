from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.quality import articles
from wonmun import signals
from wonmun.judging import verdict
from wonmun.judging.doubt import ahead
from wonmun.judging.traced import trace
from wonmun.judging.verdict import judge
from wonmun.language.load import language
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences
from wonmun.phrases.picked import Picked
from wonmun.phrases.view import View
from wonmun.signals import fluency
from wonmun.weights.fitted import NAMES, Weights, columns, weights
from wonmun.weights.load import FITTED, read

PHRASE = "골드문 바카라 추천"
HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")


def occurrences(text: str) -> Occurrences:
    return Occurrences(find(View(text, language("ko"))))


@pytest.mark.parametrize("code", [*FITTED, "en"])
def test_weights_say_what_they_were_fitted_on(code: str) -> None:
    data = read(code)
    assert len(data["about"]) > 40
    numbers = weights(code)
    assert numbers.doubtful < numbers.suspicious < numbers.injected


def test_every_weight_belongs_to_a_signal() -> None:
    for code in (*FITTED, "any"):
        for part in ("cheap", "full", "kind"):
            if read(code).get(part):
                assert set(read(code)[part]["names"]) <= set(columns(code))


def test_the_best_candidate_stands_alone_in_its_place() -> None:
    picked = judge(occurrences(HONEST.replace("둘레길", PHRASE)))
    assert picked[0].phrase == PHRASE
    assert not [p for p in picked[1:] if p.phrase in PHRASE]


def test_honest_articles_have_none() -> None:
    assert judge(occurrences(HONEST)) == []


@pytest.mark.parametrize(("below", "times"), [(0.4, 2), (0.6, 1)])
def test_the_others_are_read_where_the_best_comes_near(
    monkeypatch: pytest.MonkeyPatch, below: float, times: int
) -> None:
    asked: list[list[int]] = []

    def read(occ: Occurrences, numbers: Weights, indices: list[int], known: object) -> list[Picked]:
        del known
        asked.append(indices)
        row, score = np.zeros(len(NAMES)), numbers.suspicious - below
        return [Picked(i, occ.batch.phrases[i], score, row, form=score) for i in indices]

    monkeypatch.setattr(verdict, "_read", read)
    judge(occurrences(HONEST.replace("둘레길", PHRASE)))
    assert len(asked) == times


def test_what_is_known_beyond_the_text_is_added() -> None:
    occ = occurrences(HONEST.replace("둘레길", PHRASE))
    (plain, *_) = judge(occ)
    (raised, *_) = judge(occ, lambda phrase: 2.0 if phrase == PHRASE else 0.0)
    assert raised.score == pytest.approx(plain.score + 2.0)
    assert judge(occ, lambda _: -50.0) == []


def test_a_phrase_that_the_page_is_about_is_left_alone() -> None:
    text = HONEST.replace("둘레길", "외국인 카지노", 4)
    about = text + "\n카지노는 관광객을 받는다. 카지노 직원은 셋이다. 새 카지노도 연다."
    scores = {p.phrase: p.score for p in judge(occurrences(text))}
    after = {p.phrase: p.score for p in judge(occurrences(about))}
    assert after.get("외국인 카지노", -9) < scores.get("외국인 카지노", -8)


QUOTING = """군청 누리집이 해킹을 당해 엉뚱한 글이 올라왔다. 군청이 점검 결과를 내놓았다.
점검팀은 안내 글의 낱말이 바뀐 흔적을 찾았다. “온라인 카지노 가입은 3월 2일부터 주민센터에서 합니다”라는 문장이 남아 있었다.
전문가는 이런 수법이 검색엔진을 속이려는 스팸이라고 설명했다. 검색 결과에 도박 광고가 뜨게 하려는 것이다.
점검팀이 공개한 화면에는 “온라인 카지노 가입은 무료입니다”라는 글귀도 보인다. 군청은 비밀번호를 바꾸었다."""
"""A report whose planted sentences were called injected (judged from outside on 2026-11-29)."""


def test_a_report_quotes_the_sentences_that_it_is_about() -> None:
    assert judge(occurrences(QUOTING), lambda _: 2.0) == []
    spoken = QUOTING.replace("“", "").replace("”", "")
    assert [p.phrase for p in judge(occurrences(spoken), lambda _: 2.0)] == ["온라인 카지노 가입은"]


def test_how_far_a_candidate_is_before_the_next_counts_those_that_stand_elsewhere() -> None:
    occ = occurrences(HONEST.replace("둘레길", PHRASE))
    scores = signals.measure(occ)[:, 0] * 0 - 3
    best, inside = occ.batch.phrases.index(PHRASE), [i for i, p in enumerate(occ.batch.phrases) if p in PHRASE]
    scores[best], scores[inside] = 2.0, 2.0
    assert ahead(occ, best, scores) == pytest.approx(5.0)


def test_the_trace_names_values_and_what_they_add() -> None:
    occ = occurrences(HONEST.replace("둘레길", PHRASE))
    (pick, *_) = judge(occ)
    how = trace(occ, pick)
    assert (how.phrase, how.count, how.arm) == (PHRASE, HONEST.count("둘레길"), "lexicon")
    assert {s.name for s in how.signals} <= set(NAMES)
    assert {"kindred", "between", "gain_deleted"} <= {s.name for s in how.signals}
    assert trace(occ, replace(pick, lexical=False)).arm == "fluency"


def test_a_page_below_the_gate_is_looked_at_where_its_phrase_is_known_from_elsewhere() -> None:
    text = HONEST.replace("둘레길", "나루터길")
    occ = occurrences(text)
    assert judge(occ) == []
    known = judge(occ, lambda phrase: 30.0 if phrase == "나루터길" else 0.0)
    assert [p.phrase for p in known] == ["나루터길"]


def test_a_clause_is_no_phrase_and_a_list_names_its_things() -> None:
    assert fluency.is_clause("완전히 충전했고")
    assert not fluency.is_clause("골드문 바카라 추천")
    assert not fluency.is_clause("마루타임")
    assert not fluency.is_clause("아스트랄 코드")
    assert fluency.is_clause("먹는 걸 보는")
    assert not fluency.is_clause("아이폰 중고 시세라")
    table = "\n".join(f"제{n}회 벨로나 쿠폰 {n * 3}장" for n in range(9))
    assert judge(occurrences(f"벨로나 쿠폰 안내\n{table}")) == []


@pytest.mark.parametrize("phrase", ["일일극 재방송", "강아지 해몽", "김장 만드는법", "관절 효능"])
def test_what_people_look_up_ends_in_words_of_searches(phrase: str) -> None:
    """Queries of two ordinary nouns were clean: 재방송, 해몽, 만드는법 were no words that searches end in."""
    occ = occurrences(HONEST.replace("둘레길", phrase, 3))
    assert phrase in [p.phrase for p in judge(occ) if p.score >= weights("ko").injected]


def test_only_what_one_place_leaves_in_doubt_is_read_at_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    measured = fluency.measure

    def measure(occ: Occurrences, indices: list[int], places: int = fluency.PLACES) -> object:
        read.append(places)
        return measured(occ, indices, places)

    monkeypatch.setattr(fluency, "measure", measure)
    assert judge(occurrences(HONEST.replace("둘레길", PHRASE)))
    assert read[:3] == [1, *verdict.LOOKS]
    read.clear()
    for text in (str(a["text"]) for a in articles() if a["lang"] == "ko"):
        if (occ := occurrences(text)).batch.size:
            judge(occ)
    assert read.count(1) > 4 * read.count(fluency.PLACES), read


def test_what_can_hardly_reach_the_limits_is_read_only_beside_what_comes_near_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    measured = fluency.measure

    def measure(occ: Occurrences, indices: list[int], places: int = fluency.PLACES) -> object:
        asked.extend(indices)
        return measured(occ, indices, places)

    monkeypatch.setattr(fluency, "measure", measure)
    texts = [str(a["text"]) for a in articles() if a["lang"] == "ko"]
    pages = [occ for text in texts if (occ := occurrences(text)).batch.size]
    spared = [[p.phrase for p in judge(occ)] for occ in pages]
    few = len(asked)
    monkeypatch.setattr(verdict, "READABLE", (verdict.LOWEST,) * verdict.FIRST)
    asked.clear()
    assert [[p.phrase for p in judge(occ)] for occ in pages] == spared
    assert few < len(asked)
