"""The floor that no change may sink below, on cases written for this project; they are not fitted on."""

from __future__ import annotations

import pytest

from tests.quality import FAMILIES, Case, abroad, honest, honest_abroad, injected_abroad, korean, marked, other_kinds


def rates(cases: list[Case]) -> tuple[float, float, list[str]]:
    """Shares called injected and at least suspicious, and what was missed."""
    verdicts = [(c.id, c.found.verdict) for c in cases]
    sure = sum(v == "injected" for _, v in verdicts) / len(cases)
    some = sum(v != "clean" for _, v in verdicts) / len(cases)
    return sure, some, [f"{name}: {v}" for name, v in verdicts if v != "injected"]


def test_honest_texts_are_left_alone() -> None:
    cases = honest()
    assert len(cases) >= 100
    flagged = {c.id: verdict for c in cases if (verdict := c.found.verdict) != "clean"}
    assert "injected" not in flagged.values(), flagged
    assert len(flagged) <= 2, flagged


def test_injected_korean_articles_are_found() -> None:
    cases = korean(*FAMILIES)
    assert len(cases) >= 100
    sure, some, missed = rates(cases)
    assert sure >= 0.96, missed
    assert some >= 0.98, missed


def test_injected_pages_that_are_no_news_are_found() -> None:
    cases = other_kinds("whole", "lead", "middle")
    assert len(cases) >= 60
    sure, some, missed = rates(cases)
    assert sure >= 0.8, missed
    assert some >= 0.9, missed


def test_exactly_what_was_injected_is_marked() -> None:
    right = found = true = 0
    for case in korean("whole", "lead", "middle"):
        wanted = marked(case, [(a, b) for a, b, _ in case.spans])
        got = marked(case, [(p.start, p.end) for p in case.found.places])
        right, found, true = right + len(wanted & got), found + len(got), true + len(wanted)
    assert right / found >= 0.99
    assert right / true >= 0.97


def test_inserted_phrases_are_told_from_replaced_ones() -> None:
    for families, kind in ((("lead", "middle"), "insertion"), (("whole", "double"), "substitution")):
        kinds: list[str] = [p.kind for c in korean(*families) for p in c.found.places]
        assert kinds.count(kind) / len(kinds) >= 0.95


def test_two_places_are_enough_and_one_raises_suspicion() -> None:
    sure, some, missed = rates(korean("pair", "pair"))
    assert sure >= 0.85, missed
    assert some >= 0.9, missed
    _, some, missed = rates(korean("single", "single"))
    assert some >= 0.4, missed


@pytest.mark.parametrize("lang", ["en", "id", "ja"])
def test_other_languages(lang: str) -> None:
    cases = [c for c in abroad() if c.lang == lang]
    assert len(cases) >= 12
    sure, some, missed = rates(cases)
    assert sure >= 0.9, missed
    assert some >= 0.9, missed


def test_honest_articles_of_other_languages_are_left_alone() -> None:
    cases = honest_abroad()
    assert len(cases) >= 70
    flagged = {c.id: v for c in cases if (v := c.found.verdict) != "clean"}
    assert "injected" not in flagged.values(), flagged
    assert len(flagged) <= len(cases) / 17, flagged


@pytest.mark.parametrize(
    ("lang", "kind", "least"),
    [
        ("en", "plain", 0.8),
        ("id", "plain", 0.8),
        ("ja", "plain", 0.75),
        ("zh", "plain", 0.6),
        ("en", "foreign", 0.9),
        ("id", "foreign", 0.9),
        ("ja", "foreign", 0.95),
        ("zh", "foreign", 0.8),
    ],
)
def test_phrases_without_a_spam_word_of_the_language(lang: str, kind: str, least: float) -> None:
    sure, _, missed = rates(injected_abroad(lang, kind))
    assert sure >= least, missed
