"""Fingerprints: copies share them, and cover tells a copy from a text on the same subject."""

from __future__ import annotations

import re

from tests.wonmun.written import BUS, MUSEUM, PORT, substituted
from wonmun.fingerprints import cover, covers, fingerprints


def test_words_of_seven_letters_each_once_in_order() -> None:
    words = fingerprints(PORT)
    assert words == sorted(set(words))
    assert all(re.fullmatch("[0-3][0-9a-v]{6}", w) for w in words)
    assert 20 < len(words) < len(PORT) / 4


def test_spacing_case_and_punctuation_do_not_count() -> None:
    assert fingerprints("A bC, 가나다라 마바사 ａ한빛항만공사") == fingerprints("abc가나다라마바사a한빛항만공사!")


def test_an_injected_copy_shares_most_of_them() -> None:
    copy = set(fingerprints(substituted(PORT, "한빛항만공사")[0]))
    assert len(copy & set(fingerprints(PORT))) > len(copy) / 3
    assert not copy & set(fingerprints(MUSEUM))


def test_short_texts_have_none() -> None:
    assert fingerprints("짧은 글") == []
    assert cover("짧은 글", PORT) == 0.0


def test_cover_of_copies_parts_and_others() -> None:
    injected, _ = substituted(PORT, "한빛항만공사")
    assert cover(PORT, PORT) == 1.0
    assert 0.6 < cover(injected, PORT) < 1.0
    assert cover(PORT.split("\n\n")[1], PORT) == 1.0
    assert 0.2 < cover(PORT + MUSEUM, MUSEUM) < 0.7
    assert cover(BUS, PORT) < 0.05


def test_several_candidates_at_once() -> None:
    assert covers(PORT, [PORT, BUS]) == [cover(PORT, PORT), cover(PORT, BUS)]
    assert covers("", [PORT]) == [0.0]


def test_the_words_are_the_same_tomorrow() -> None:
    # The log stores them: a change here makes every stored fingerprint worthless.
    assert fingerprints("한빛항만공사는 서해 신항에 부두를 짓는다") == ["00m6mu4"]
