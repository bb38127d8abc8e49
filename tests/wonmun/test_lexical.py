"""The second arm: spam's trades on pages that speak of nothing like them, and honest ones that do."""

from __future__ import annotations

import pytest

from tests.quality import articles
from wonmun.detect import detect
from wonmun.page.plain import plain_page

HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")


@pytest.mark.parametrize("phrase", ["출장안마", "더킹카지노", "성인용품 쇼핑몰", "홈타이", "상품권현금화", "임플란트"])
def test_a_word_of_a_trade_at_every_place_of_a_term_is_injected(phrase: str) -> None:
    """Pages with `출장안마` in five places of an article on history were clean (seen from outside on 2026-11-29)."""
    found = detect(plain_page(HONEST.replace("둘레길", phrase)))
    assert found.verdict == "injected"
    assert {HONEST.replace("둘레길", phrase)[p.start : p.end] for p in found.places} == {phrase}


def test_the_trace_names_the_arm() -> None:
    found = detect(plain_page(HONEST.replace("둘레길", "출장안마")))
    assert found.trace[0].arm in ("lexicon", "fluency")
    assert any("speaks of the trade" in reason for reason in found.reasons)
