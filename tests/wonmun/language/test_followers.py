"""Which nouns a page's words call for."""

from __future__ import annotations

import numpy as np

from tools.followers import rows
from wonmun.language.followers import FOLLOWERS, NOUNS, STEP, followers
from wonmun.language.senses import senses


def test_words_of_a_subject_call_for_its_nouns() -> None:
    place, names = senses().place, senses().names
    called = followers().called_for({place[w]: 1.0 for w in ("공장", "회로", "메모리")})
    assert "반도체" in [names[n] for n in np.argsort(-called)[:20].tolist()]
    assert called[place["반도체"]] > called[place["김치"]]


def test_rare_words_call_for_nothing() -> None:
    assert not followers().called_for({NOUNS: 1.0}).any()


def test_a_line_holds_what_follows_most_beyond_chance() -> None:
    lines = list(rows([{1: -1.0, 2: -1.0}, {1: -1.0, 3: -9.0}, {}]))
    assert {len(line) for line in lines} == {3 * FOLLOWERS}
    first = [ord(c) - 48 for c in lines[0][:6]]
    assert first[1] == 2
    assert first[4] == 1
    assert first[2] > first[5] >= 0
    assert first[2] <= STEP * 6
