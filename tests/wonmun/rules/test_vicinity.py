"""On a long page only what stands near a phrase excuses it: sites, firms and doctors are spoken of somewhere on every one."""

from __future__ import annotations

import wonmun
from tests.wonmun.rules.texts import GOATS, SHARK
from wonmun.language.load import language
from wonmun.rules.vicinity import SHORT, vicinity

PIER = SHARK.replace("marine station", "stone pier")
PLACES = (
    *("Aldra", "Brenn", "Corvik", "Dunmor", "Eskle", "Farnby", "Gorsel", "Hallin", "Istra"),
    *("Jarlow", "Kember", "Lomax", "Mostyn", "Narrow", "Oxley", "Pellin", "Quorn", "Rastow"),
)
VALLEYS = " ".join(
    f"In {name} the mayor planted {i + 4} lime trees and asked the smith to mend gate {i * 3 + 1} before the frost of year {i + 1901}."
    for i, name in enumerate(PLACES)
)
TAIL = " A tour company in Whitby opened a website for the harbour. Users can download a map of the station from the browser."


def test_sites_and_firms_far_away_do_not_excuse_a_name() -> None:
    text = f"{PIER} {VALLEYS} {VALLEYS}{TAIL}"
    assert len(text) > SHORT
    assert wonmun.check(text.format("shark")).verdict == "clean"
    for name in ("goldreef-spin.com", "Velkora88"):
        report = wonmun.check(text.format(name))
        assert report.verdict == "injected"
        assert {report.text[f.start : f.end] for f in report.findings} == {name}


def test_near_by_they_do() -> None:
    for name in ("goldreef-spin.com", "Velkora88"):
        assert wonmun.check((PIER + TAIL).format(name)).verdict == "clean"


def test_a_short_text_is_whole_and_places_near_each_other_are_one_stretch() -> None:
    assert vicinity(language("en"), "one two", [0], 3) == "one two"
    long = "a" * 4000 + "X" + "b" * 100 + "X" + "c" * 4000
    assert vicinity(language("en"), long, [4000, 4101], 1) == "a" * 250 + "X" + "b" * 100 + "X" + "c" * 250
    assert len(vicinity(language("zh"), GOATS * 40, [0, 2000], 2)) < SHORT // 3
