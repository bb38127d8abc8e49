"""A long list takes no more than twenty times its size, and one word again and again no more looks than its lines."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

from wonmun import check
from wonmun.judging import excuses

if TYPE_CHECKING:
    import pytest

MOST = 20


def test_a_list_of_short_lines_stays_within_twenty_times_its_size() -> None:
    """A record for each line took 150 times the text (November 2026)."""
    text = "a\n" * 150_000
    check(text[:20_000])
    tracemalloc.start()
    try:
        check(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < MOST * len(text)


def test_a_line_is_looked_at_once_however_often_a_phrase_stands_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """25 KB of one word took 6 s, for each place's line was read anew (November 2026)."""
    looked: list[int] = []
    line = excuses._line

    def look(text: str, at: int) -> str:
        looked.append(at)
        return line(text, at)

    monkeypatch.setattr(excuses, "_line", look)
    check("abcd " * 2_000)
    assert 0 < len(looked) < 200
