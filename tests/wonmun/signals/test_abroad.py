"""Kinship and joints: what tells a phrase put in from one that the page is about, in languages without particles."""

from __future__ import annotations

import pytest

from wonmun import signals
from wonmun.judging.excuses import excused
from wonmun.language.load import language
from wonmun.language.pairs import START, TABLES, pairs
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences
from wonmun.phrases.picked import Picked
from wonmun.phrases.view import View
from wonmun.signals import junctions, kinship, reader

ABOUT = (
    "The anarchist press grew. Anarchism was read in each town. The anarchist press printed at night, said anarchists."
)
PUT_IN = "The garden sale press grew. Anarchism was read in each town.garden saleThe mill burned. garden sale printed at night."


def row(text: str, phrase: str, lang: str = "en") -> dict[str, float]:
    occ = Occurrences(find(View(text, language(lang))))
    values = junctions.measure(occ, [occ.batch.phrases.index(phrase)])[0]
    return dict(zip(junctions.NAMES, values.tolist(), strict=True))


def test_what_a_page_is_about_has_kin() -> None:
    assert row(ABOUT, "anarchist press")["kin"] > 0
    assert row(PUT_IN, "garden sale")["kin"] == 0


def test_ideographs_are_kin_without_spaces() -> None:
    text = "図書館は本を貸す。図書館の読書会は図書を選ぶ。格安航空券が出た。格安航空券を買う。"
    assert row(text, "図書館", "ja")["kin"] > row(text, "格安航空券", "ja")["kin"]


def test_a_search_of_spam_words_is_no_name_in_capitals_either() -> None:
    """Seen on copies of two outside sets whose phrase was written so: 134 of 184 were called injected, 146 are."""
    text = PUT_IN.replace("garden sale", "Online Casino Bonus")
    assert row(text, "Online Casino Bonus")["capital"] == 0
    assert row(PUT_IN.replace("garden sale", "Garden Casino"), "Garden Casino")["capital"] == 1


def test_capitals_are_minded() -> None:
    found = row(PUT_IN, "garden sale")
    assert found["camel"] > 0
    assert found["low_start"] > 0
    assert found["capital"] == 0


def test_another_script_is_foreign() -> None:
    text = "The town 바카라사이트 closed the road. It will 바카라사이트 open in May, said the mayor of the town."
    assert row(text, "바카라사이트")["foreign"] == 1
    occ = Occurrences(find(View(text, language("en"))))
    measured = junctions.measure(occ, [occ.batch.phrases.index("바카라사이트")])[0]
    assert "script" in junctions.explain(measured, "바카라사이트")
    assert row("Город закрыл дорогу. Город открыл дорогу снова.", "Город", "ru")["foreign"] == 0


@pytest.mark.parametrize(
    ("code", "good", "bad"),
    [
        ("en", ("of", "the"), ("the", "the")),
        ("id", ("di", "dalam"), ("dan", "yang")),
        ("ja", ("漢字", "の"), ("の", "を")),
    ],
)
def test_joints_that_texts_have_score_higher(code: str, good: tuple[str, str], bad: tuple[str, str]) -> None:
    table = pairs(code)
    assert table.score(*good) > 0 > table.score(*bad)


def test_words_are_read_by_their_form() -> None:
    table = pairs("en")
    assert table.words("the Council voted 11 in 1998, NATO") == ["the", "Aa", "-ed", "0", "in", "0000", ",", "AA"]
    assert table.score(START, "the") > 0
    assert "漢字" in pairs("ja").words("図書館について話した")


def test_a_phrase_between_two_words_parts_them() -> None:
    text = "They ran out of cheap flights the house, and we went to cheap flights a lake. He spoke with cheap flights his dog."
    found = row(text, "cheap flights")
    assert found["rejoin"] > 0
    assert found["around"] > 0


def test_korean_is_read_by_kiwi_and_all_others_by_their_tables() -> None:
    assert {code: reader(code) is junctions for code in ("ko", *TABLES, "vi")} == {
        "ko": False,
        "en": True,
        "id": True,
        "ja": True,
        "vi": True,
    }
    assert row("Thành phố có chợ mới. Thành phố đóng đường.", "Thành phố", "vi")["rejoin"] == 0
    assert set(kinship.NAMES) < set(junctions.NAMES)


def test_a_report_may_name_its_trade_but_no_phrase_glued_into_it() -> None:
    lines = ["Investigators said {} was common. ", "Police called {} a crime. ", "They found {} in nine schools."]
    report = "".join(lines).replace("{}", "sports betting")
    glued = report.replace("sports betting was", "sports bettingwas").replace(" sports betting in", "sports betting in")
    assert [_reported(report, "sports betting"), _reported(glued, "sports betting")] == [True, False]
    assert not _reported("".join(lines).replace("{}", "best betting sites"), "best betting sites")


def test_a_long_text_needs_more_words_of_reports_than_a_short_one() -> None:
    """Of 83 saved pages with a phrase put in, 15 were clean for `players` and `revenue` somewhere in 10,000 letters."""
    report = (
        "Police said sports betting was common. Players knew of sports betting early. A town banned sports betting. "
    )
    letters = "abcdefghijklmnopqrstuvwxyz"
    other = " ".join(f"{a}{b}{c}o" for a in letters[:10] for b in letters[10:20] for c in letters[:20])
    assert _reported(report, "sports betting")
    assert not _reported(f"{report}{other}.", "sports betting")


def _reported(text: str, phrase: str) -> bool:
    occ = Occurrences(find(View(text, language("en"))))
    index = occ.batch.phrases.index(phrase)
    return excused(occ, Picked(index, phrase, 0.0, signals.measure(occ)[index])) > 0


def test_a_part_of_identifiers_is_code_and_the_same_in_prose_is_not() -> None:
    """Seen in API references: `waitFor` was called injected into `waitForLoadState`."""
    calls = "Call page.goto() and clickButton, then fillForm, readAll, setTitle, closePage, openTab or dragItem.\n"
    code = calls + "Use waitLoadState here. Use waitSelector there. Use waitTimeout never."
    assert _reported(code, "wait")
    assert not _reported(code.replace("wait", "wait "), "wait")
    assert not _reported(code.removeprefix(calls), "wait")


def test_a_short_text_that_is_mostly_one_name_is_about_it() -> None:
    text = "Quillon Marsk won. Quillon Marsk sang. Quillon Marsk left, and Quillon Marsk slept."
    assert _reported(text, "Quillon Marsk")
    assert not _reported(text + " The rest of the town had other things to do that evening." * 3, "Quillon Marsk")
