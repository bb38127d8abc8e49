"""Words in no order, and sentences of many articles: own articles, shuffled here."""

from __future__ import annotations

import random
import re

import pytest

from tests.quality import articles
from wonmun.detect import detect
from wonmun.language.load import language
from wonmun.page.plain import plain_page
from wonmun.sights import order, strung
from wonmun.sights.cohesion import LIMIT, cohesion

KO = language("ko")
TEXTS = {code: [str(a["text"]) for a in articles() if a["lang"] == code] for code in ("ko", "en", "id")}
SEEDS = range(4)


def salad(code: str, seed: int, size: int = 260) -> str:
    """Words of several articles in no order."""
    words = " ".join(TEXTS[code]).split()
    return " ".join(random.Random(seed).sample(words, size))


def strung_together(seed: int, count: int = 24) -> str:
    """One sentence of each of so many articles."""
    rng = random.Random(seed)
    return " ".join(rng.choice(strung.sentences(text)) for text in rng.sample(TEXTS["ko"], count))


@pytest.mark.parametrize("seed", SEEDS)
def test_words_in_no_order_are_a_doorway(seed: int) -> None:
    found = detect(plain_page(salad("ko", seed)))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"doorway"}
    assert "in no order" in found.reasons[0]


@pytest.mark.parametrize("code", ["en", "id"])
def test_other_languages_have_an_order_too(code: str) -> None:
    assert sum(order.shuffled(salad(code, seed), code) is not None for seed in SEEDS) >= 3
    assert order.shuffled("\n".join(TEXTS[code]), code) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_of_many_articles_are_suspicious(seed: int) -> None:
    found = detect(plain_page(strung_together(seed)))
    assert found.verdict == "suspicious"
    assert "as many texts" in found.reasons[0]


def test_rows_of_spam_words_between_them_leave_no_doubt() -> None:
    text = re.sub(r"(?<=다\.) ", " 바카라 슬롯 추천 ", strung_together(1), count=4)
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"doorway"}


def test_a_digest_of_a_paragraph_each_is_none() -> None:
    digest = "\n".join(" ".join(strung.sentences(text)[:3]) for text in TEXTS["ko"][:12])
    together = cohesion(strung.sentences(digest), KO)
    assert together is None or together.score < LIMIT
    assert detect(plain_page(digest)).verdict == "clean"


def test_a_digest_of_a_sentence_each_is_none() -> None:
    digest = "\n".join(strung.sentences(text)[0] for text in TEXTS["ko"][:24])
    assert detect(plain_page(digest)).verdict == "clean"


def test_articles_have_order() -> None:
    for text in TEXTS["ko"]:
        assert order.shuffled(text * 2, "ko") is None
