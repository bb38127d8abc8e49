"""What fitting and the quality floor stand on: injected texts whose truth is true, honest ones that read right."""

from __future__ import annotations

import random

import pytest

from tests.quality import articles
from tools.dataset import is_name
from tools.honest import fitting, rename
from tools.phrases import many
from tools.spoil import chance, nouns, spoil, title_of

TEXT = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")
PHRASE = "골드문 바카라 추천"


@pytest.mark.parametrize("family", ["whole", "partial", "double", "lead", "middle", "pair", "single", "excerpt"])
def test_undoing_every_span_gives_the_original(family: str) -> None:
    done = spoil(TEXT, PHRASE, family, random.Random(1))
    assert done is not None
    assert done.spans
    text = done.text
    for start, end, original in reversed(done.spans):
        assert text[start:end].strip() == PHRASE
        text = text[:start] + original + text[end:]
    assert text in TEXT
    assert (text == TEXT) == (family != "excerpt")
    assert len(done.spans) == {"pair": 2, "single": 1}.get(family, len(done.spans))


def test_a_phrase_that_stands_there_already_is_refused() -> None:
    assert spoil(TEXT + PHRASE, PHRASE, "whole", random.Random(1)) is None


def test_terms_are_nouns_that_stand_there_often() -> None:
    found = nouns(TEXT)
    assert {"둘레길", "갈대밭"} <= set(found[:4])
    assert all(TEXT.count(t) >= 3 for t in found)


def test_the_title_is_rewritten_too() -> None:
    done = spoil(TEXT, PHRASE, "whole", random.Random(1))
    assert done is not None
    (term,) = done.terms
    assert title_of(f"{term} 열린다", done) == f"{PHRASE} 열린다"


def test_honest_names_get_the_particles_that_fit() -> None:
    assert fitting("은", "벨로나") == "는"
    assert fitting("는", "루멘") == "은"
    assert fitting("으로", "벨") == "로"
    assert fitting("에서", "벨") == "에서"
    assert rename("저수지는 크다. 저수지를 봤다. 저수지들", "저수지", "루멘") == ("루멘은 크다. 루멘을 봤다. 루멘들", 3)


def test_only_names_get_an_odd_name() -> None:
    assert [is_name(t) for t in ("삼성전자", "대구", "SK", "예금", "교사")] == [True, True, True, False, False]


def test_phrases_are_many_and_the_same_for_the_same_seed() -> None:
    first = many(random.Random(2), ["정부", "바다"], 300)
    assert len(set(first)) == 300
    assert first == many(random.Random(2), ["정부", "바다"], 300)
    assert all(2 <= len(p) <= 18 for p in first)


def test_the_chance_of_terms_is_how_often_they_are_drawn() -> None:
    drawn = [spoil(TEXT, PHRASE, "whole", random.Random(n)) for n in range(400)]
    terms = [d.terms for d in drawn if d is not None]
    chances = {t: chance(TEXT, PHRASE, t) for t in set(terms)}
    assert sum(chances.values()) == pytest.approx(1)
    assert all(abs(terms.count(t) / len(terms) - c) < 0.08 for t, c in chances.items())
    both = chance(TEXT, PHRASE, nouns(TEXT)[:2])
    assert both > chance(TEXT, PHRASE, nouns(TEXT)[1:3]) > 0
    assert chance(TEXT, PHRASE, ("없는말",)) == 0
