"""A long list takes no more than twenty times its size."""

from __future__ import annotations

import tracemalloc

from wonmun import check

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
