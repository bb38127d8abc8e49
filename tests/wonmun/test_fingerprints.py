"""Fingerprints: copies share them, and cover tells a copy from a text on the same subject."""

from __future__ import annotations

import re

import numpy as np

from tests.wonmun.written import BUS, MUSEUM, PORT, substituted
from wonmun.fingerprints import cover, covers, fingerprints, gram_hashes, shares_of_copies


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


def test_hashes_of_runs_are_the_same_however_the_runs_are_put_together() -> None:
    codes = np.frombuffer(PORT.encode("utf-32-le"), "<u4")
    for length in (1, 5, 8, 12):
        plain = [sum(int(c) * 0x9E3779B97F4A7C15 ** (length - 1 - k) for k, c in enumerate(run)) for run in zip(
            *(codes[k:].tolist() for k in range(length)), strict=False
        )]  # fmt: skip
        assert gram_hashes(codes, length).tolist() == [_stirred(n % 2**64) for n in plain]


def _stirred(number: int) -> int:
    for shift, factor in ((31, 0xBF58476D1CE4E5B9), (29, 0x94D049BB133111EB)):
        number = (number ^ number >> shift) * factor % 2**64
    return number ^ number >> 32


def test_letters_beyond_the_basic_plane_count_too() -> None:
    text = "𝐀𝐁 漢字 𠮷野家の牛丼を食べに行きました、Ⅳ ①②③ ﬁn"
    assert fingerprints(text) == fingerprints("ab漢字𠮷野家の牛丼を食べに行きましたiv123fin") != []


def test_several_articles_joined_are_copies_of_each() -> None:
    joined = "\n".join((PORT, MUSEUM, BUS, PORT[::-1], MUSEUM[::-1], BUS[::-1]))
    shares = shares_of_copies(joined, [PORT, BUS, "짧은 글", PORT[::-1] + BUS[::-1] * 9, joined])
    assert [share is not None for share in shares] == [True, True, False, True, True]
    assert [s for s in shares if s is not None] == [
        s for s in covers(joined, [PORT, BUS, "", PORT[::-1] + BUS[::-1], joined]) if s
    ]
