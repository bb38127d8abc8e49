from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest

from tests.conftest import SHARED
from tests.quality import articles, korean
from tools.spoil import put
from wonmun.detect import detect
from wonmun.model import Standing
from wonmun.page.plain import plain_page
from wonmun.phrases.article import WINDOW, read_article
from wonmun.sights import heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wonmun.language.base import Language
    from wonmun.model import Page
    from wonmun.sights.sight import Sight

PHRASE = "골드문 바카라 추천"


def article(number: str = "ko-01") -> str:
    return str(next(a["text"] for a in articles() if a["id"] == number))


def spoiled(phrase: str = PHRASE, term: str = "둘레길") -> str:
    return article().replace(term, phrase)


def test_every_place_of_the_phrase_is_marked_and_explained() -> None:
    text = spoiled()
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert found.score > 0.5
    assert len(found.places) == text.count(PHRASE)
    for place in found.places:
        assert text[place.start : place.end] == PHRASE == place.phrase
        assert place.kind == "substitution"
        assert place.evidence
    assert found.trace[0].phrase == PHRASE
    assert found.trace[0].signals
    assert all(s.evidence.startswith("adds ") for s in found.trace[0].signals)


def test_what_stands_above_an_article_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[Page] = []
    look = heading.look

    def noted(page: Page, speech: Language) -> Iterable[Sight]:
        pages.append(page)
        return look(page, speech)

    monkeypatch.setattr(heading, "look", noted)
    assert detect(plain_page(spoiled())).verdict == "injected"
    assert len(pages) == 1


def test_inserted_phrases_take_the_blank_before_them() -> None:
    case = next(c for c in korean("middle") if c.found.verdict == "injected")
    assert [(p.start, p.end) for p in case.found.places] == [(a, b) for a, b, _ in case.spans]


@pytest.mark.parametrize("written", ["골드문 바\u200b카\u200b라 추천", "골드문 바.카.라 추천", "골드문 ㅂㅏ카라 추천"])
def test_spellings_that_filters_do_not_see(written: str) -> None:
    text = spoiled(written)
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert {text[p.start : p.end] for p in found.places} == {written}
    assert any("filters do not see" in line for line in found.places[0].evidence)


def test_what_other_pages_say_counts() -> None:
    text = article("ko-02").replace("오름화학이", "벨로나관이", 1).replace("오름화학은", "벨로나관은", 1)
    alone = detect(plain_page(text))
    known = detect(plain_page(text), lambda _: Standing(injected=40))
    assert known.score >= alone.score
    shunned = detect(plain_page(spoiled()), lambda _: Standing(genuine=100_000))
    assert shunned.verdict == "clean"


def test_phrases_known_from_injected_pages_are_said_to_be() -> None:
    found = detect(plain_page(spoiled()), lambda _: Standing(injected=7))
    assert any("known from 7 injected pages" in reason for reason in found.reasons)


def test_a_page_in_doubt_asks_for_no_standing_that_cannot_decide() -> None:
    """Counting the genuine pages with a phrase reads up to fifty of them: a twentieth of what a page cost."""
    asked: list[str] = []

    def standing(phrase: str) -> Standing:
        asked.append(phrase)
        return Standing()

    assert detect(plain_page(article("ko-09")), standing, lambda _: 0).verdict == "clean"
    assert not asked


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "가", "?!", "\ud800", "😀" * 50, "카지노", "카지노 " * 500, "a" * 5000]
)
def test_no_text_is_too_odd(text: str) -> None:
    found = detect(plain_page(text))
    assert found.verdict in {"clean", "suspicious", "injected"}
    assert all(0 <= p.start < p.end <= len(text) for p in found.places)


def test_long_texts_are_searched_window_by_window() -> None:
    honest = "\n".join(str(a["text"]) for a in articles() if a["lang"] == "ko" and not a["hard"])
    text = f"{honest}\n{spoiled()}\n{honest}"
    assert len(text) > WINDOW
    views = list(read_article(plain_page(text)).views())
    assert len(views) >= 2
    assert all(len(v.text) <= WINDOW for v in views)
    assert "".join(v.text for v in views) == text
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert {text[p.start : p.end] for p in found.places} == {PHRASE}


def test_an_unknown_language_gets_the_language_free_signals() -> None:
    rng = random.Random(5)
    words = ["kala", "maja", "puu", "ranta", "vene", "silta", "kivi", "talo", "meri", "lumi", "katu", "pilvi"]
    text = " ".join(rng.choice(words) + rng.choice(("", ".", ",")) for _ in range(300))
    assert detect(plain_page(text, lang="fi")).verdict == "clean"
    spots = [i + 1 for i, c in enumerate(text) if c == " "]
    done, _ = put(text, [(s, s) for s in rng.sample(spots, 8)], "zyx wvu qrst")
    assert detect(plain_page(done, lang="fi")).places or detect(plain_page(done, lang="fi")).verdict == "clean"


@pytest.mark.shared
def test_the_model_case_is_found_exactly() -> None:
    record = json.loads((SHARED / "seed" / "seed.jsonl").read_text(encoding="utf-8").splitlines()[0])
    found = detect(plain_page(record["text"], title=record.get("title", "")))
    assert found.verdict == "injected"
    assert [(p.start, p.end) for p in found.places] == [(a, b) for a, b, _ in record["spans"]]


@pytest.mark.shared
@pytest.mark.parametrize(("file", "most"), [("hard-dev", 2), ("related-dev", 1), ("world-dev", 0)])
def test_genuine_articles_are_silent(file: str, most: int) -> None:
    lines = (SHARED / "data" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
    flagged = {}
    for record in map(json.loads, lines):
        verdict = detect(plain_page(record["text"], title=record["title"], lang=record.get("lang", "ko"))).verdict
        if verdict != "clean":
            flagged[record["id"]] = verdict
    assert "injected" not in flagged.values(), flagged
    assert len(flagged) <= most, flagged
