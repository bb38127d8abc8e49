from __future__ import annotations

from dataclasses import replace

import pytest

from tests.quality import articles
from wonmun import signals
from wonmun.candidates import find
from wonmun.language.load import language
from wonmun.occurrences import Occurrences
from wonmun.signals import fluency
from wonmun.verdict import NAMES, judge, trace, weights
from wonmun.view import View
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
                assert set(read(code)[part]["names"]) <= {*signals.NAMES, *signals.reader(code).NAMES}


def test_the_best_candidate_stands_alone_in_its_place() -> None:
    picked = judge(occurrences(HONEST.replace("둘레길", PHRASE)))
    assert picked[0].phrase == PHRASE
    assert not [p for p in picked[1:] if p.phrase in PHRASE]


def test_honest_articles_have_none() -> None:
    assert judge(occurrences(HONEST)) == []


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


def test_the_trace_names_values_and_what_they_add() -> None:
    occ = occurrences(HONEST.replace("둘레길", PHRASE))
    (pick, *_) = judge(occ)
    how = trace(occ, pick)
    assert (how.phrase, how.count, how.arm) == (PHRASE, HONEST.count("둘레길"), "fluency")
    assert {s.name for s in how.signals} <= set(NAMES)
    assert trace(occ, replace(pick, read=False)).arm == "structure"


def test_a_page_below_the_gate_is_looked_at_where_its_phrase_is_known_from_elsewhere() -> None:
    text = HONEST.replace("둘레길", "나루터길")
    occ = occurrences(text)
    assert judge(occ) == []
    known = judge(occ, lambda phrase: 30.0 if phrase == "나루터길" else 0.0)
    assert [p.phrase for p in known] == ["나루터길"]


def test_a_clause_is_no_phrase_and_a_list_names_its_things() -> None:
    assert fluency.is_clause("완전히 충전했고")
    assert not fluency.is_clause("골드문 바카라 추천")
    table = "\n".join(f"제{n}회 벨로나 쿠폰 {n * 3}장" for n in range(9))
    assert judge(occurrences(f"벨로나 쿠폰 안내\n{table}")) == []
