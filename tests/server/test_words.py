"""How the dashboard says and draws things: times, numbers, links, plots."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import html

from wonmun.translate.words import percent
from wonmun_server.pages.plot import bars
from wonmun_server.pages.words import ago, number, web


def test_a_plot_has_no_style_and_no_script_and_whole_numbers() -> None:
    for highest in (0, 1, 3, 7, 40, 1_234_567):
        drawn = bars("<Title>", [(f"2026-11-{day:02}", highest * (day % 2)) for day in range(1, 29)])
        tree = html.fragment_fromstring(str(drawn))
        assert not tree.xpath("//*[local-name()='style' or local-name()='script' or @style]")
        axis = [
            float(t.replace(",", ""))
            for t in tree.xpath("//*[contains(@class, 'axis y')]//*[local-name()='text']/text()")
        ]
        assert axis[0] == 0
        assert axis[-1] >= highest
        assert len(axis) <= 6
        assert all(value.is_integer() for value in axis)


@pytest.mark.parametrize(
    ("address", "safe"),
    [("https://a.example/", True), ("HTTP://a.example/", True), ("javascript:alert(1)", False), (" data:text/html,x", False),
     ("", False), (None, False)],
)  # fmt: skip
def test_only_web_addresses_become_links(address: str | None, safe: bool) -> None:  # noqa: FBT001 (a table's column)
    assert bool(web(address)) is safe


def test_words_for_times_and_numbers() -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    said = {"2026-11-24T11:59:50Z": "just now", "2026-11-24T11:58:00Z": "2 minutes ago", "2026-11-24T11:00:00Z": "1 hour ago",
            "2026-11-22T12:00:00Z": "2 days ago", "2024-11-24T12:00:00Z": "2 years ago", "2026-11-24T15:00:00Z": "in 3 hours"}  # fmt: skip
    assert {moment: ago(moment, now) for moment in said} == said
    assert (percent(0.999), percent(1), number(1234567)) == ("99%", "100%", "1,234,567")
