"""Searches as people type them: a town in small letters, a blank where a script has none."""

from __future__ import annotations

import pytest

import wonmun
from tests.wonmun.rules.texts import POTS, SHARK, UMBRELLA
from wonmun.language.load import language
from wonmun.rules.typed import is_typed


@pytest.mark.parametrize(
    ("text", "genuine", "phrase"),
    [
        (SHARK, "shark", "piano removal leeds"),
        (POTS, "gerabah", "sewa tenda bandung"),
        (POTS, "gerabah", "melati77"),
        (SHARK, "shark", "nfl draft order"),
        (UMBRELLA, "傘", "スロット 設定差"),
        (UMBRELLA, "傘", "シアリス 個人差"),
    ],
)
def test_a_search_as_it_is_typed_is_injected(text: str, genuine: str, phrase: str) -> None:
    """`van hire leeds` at two places and スロット 天井 anywhere were suspicious: a thing with a word of trades in its name."""
    assert wonmun.check(text.format(genuine)).verdict == "clean"
    report = wonmun.check(text.format(phrase))
    assert report.verdict == "injected"
    assert {report.text[f.start : f.end] for f in report.findings} == {phrase}


@pytest.mark.parametrize(
    ("code", "phrase", "rest"),
    [
        ("en", "London ferry", "The boat was late. It left with Ann Reid on board."),
        ("en", "london ferry", "the boat was late. it left with ann on board."),
        ("en", "london", "The boat was late. It left with Ann Reid on board."),
        ("en", "nfl draft order", "The boat was late, as the nfl was. It left with Ann Reid on board."),
        (
            "id",
            "melati77",
            "melati77: Kapal datang. Katanya, kapal itu melati77. Lalu melati77, kata Pak Adi, dan melati77 lagi.",
        ),
        ("ja", "山田 太郎", "船は朝に出た。"),
        ("ja", "パチンコ 会館", "駅前 商店街 の 地図 である。"),
        ("ja", "パチンコ会館", "船は朝に出た。"),
    ],
)
def test_what_is_printed_so_is_none(code: str, phrase: str, rest: str) -> None:
    """A town with its capital, a text without any, a name, a page that puts blanks between words."""
    assert not is_typed(language(code), phrase, f"{rest} {phrase} {rest}")


def test_a_thing_without_a_blank_still_leaves_a_doubt() -> None:
    for thing in ("スロットカー", "スロット会館"):
        assert wonmun.check(UMBRELLA.format(thing)).verdict != "injected"


def test_what_people_type_behind_what_they_seek() -> None:
    """`near me` in the middle of a report: suspicious at two places."""
    text = "The ferry left Carra on Monday with four cars. Anna Reid was on board."
    assert is_typed(language("en"), "carpet cleaning near me", text)
    assert not is_typed(language("en"), "people near me", text.lower())
