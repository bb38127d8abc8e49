from __future__ import annotations

import pytest

from wonmun.language.base import END, GLUED, PARTICLE, VERB
from wonmun.language.ko import Korean, final_sound, stems
from wonmun.language.load import counts

KO = Korean()


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        ("", END),
        ("은", PARTICLE),
        ("에서는", PARTICLE),
        ("했다", VERB),
        ("되는", VERB),
        ("그는", GLUED),
        ("삼성", GLUED),
        ("은A", PARTICLE),
    ],
)
def test_what_follows(rest: str, kind: int) -> None:
    assert KO.tail(rest).kind == kind


@pytest.mark.parametrize(
    ("last", "particle", "fits"),
    [
        ("트", "는", True), ("트", "은", False), ("천", "은", True), ("천", "는", False), ("길", "로", True), ("길", "으로", False),
        ("천", "로", False), ("7", "로", True), ("3", "은", True), ("I", "는", True), ("L", "로", True), ("있", "는", None), ("트", "에서", None),
    ],
)  # fmt: skip
def test_particles_fit_the_sound(last: str, particle: str, fits: object) -> None:
    assert KO.agrees(last, KO.tail(particle)) is fits


@pytest.mark.parametrize(
    ("end", "fits"), [("ce", None), ("er", None), ("드6", None), ("X5", None), ("25", True), ("5", True)]
)
def test_words_whose_sound_spelling_does_not_tell(end: str, fits: object) -> None:
    assert KO.agrees(end, KO.tail("는")) is fits


def test_digits_and_letters_are_read_aloud() -> None:
    assert [final_sound(c) for c in "1207MLAé"] == [2, 0, 1, 2, 1, 2, 0, None]


def test_particles_come_off() -> None:
    assert KO.without_particle("바카라 추천은") == "바카라 추천"
    assert KO.without_particle("학교에서는") == "학교"
    assert KO.without_particle("나는") is None
    assert {"학교", "학교에서"} <= stems("학교에서")


def test_rare_words_cost_more() -> None:
    assert KO.cost("정부") / 2 < KO.cost("벨쿱팡") / 3
    assert KO.spread("정부") > 5
    assert KO.spread("벨쿱팡") == 0
    assert KO.spread("양파") > 0
    assert KO.spread("번호") > KO.spread("화살표")
    assert KO.known("정부는")
    assert not KO.known("벨쿱팡은")


@pytest.mark.parametrize("word", ["도서관", "수족관이", "오르카디아", "A씨", "새터마을", "가", "", "국립수족관연구소"])
def test_the_cost_of_a_word_is_that_of_its_cheapest_row_of_pieces(word: str) -> None:
    """What cannot lead to a cheaper row is not looked up."""
    frequency, plain = counts("ko", "frequency.txt"), word.removeprefix("A")
    best = [0.0]
    for end in range(1, len(plain) + 1):
        pieces = [(at, frequency.get(plain[at:end])) for at in range(max(0, end - 8), end)]
        known = [best[at] + hundredths / 100 for at, hundredths in pieces if hundredths is not None]
        best.append(min([best[-1] + 7.5, *known]))
    assert KO.cost(word) == pytest.approx(best[-1])


@pytest.mark.parametrize(
    "phrase",
    [
        *("고스톱 사이트", "훌라 도메인", "홀짝 밸런스", "미니게임 배당", "검증된 놀이터", "성인 채팅 앱"),
        *("영주권 알선", "토플 대리응시"),
    ],
)
def test_games_and_papers_with_what_their_sites_offer_are_spam(phrase: str) -> None:
    """Seen from outside, clean or suspicious: `맞고 사이트`, `사다리 밸런스`, `성인 채팅 앱`, brokers of visas."""
    found = KO.lexicon.phrase_strong.search(phrase)
    assert found is not None
    assert found.group() == phrase


@pytest.mark.parametrize("word", ["토토즐", "토토로", "포커스"])
def test_what_goes_on_as_another_word_is_no_spam(word: str) -> None:
    """A festival called after an old show, 토토즐, was injected in a short window."""
    assert KO.lexicon.strong_pattern.search(f"{word} 축제") is None
