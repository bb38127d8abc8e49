"""Domain names in a noun's place, in languages other than Korean."""

from __future__ import annotations

import pytest

from tests.wonmun.rules.test_coined import TOWPATH
from wonmun.detect import detect
from wonmun.page.plain import plain_page


def two(code: str, name: str) -> str:
    """A text with the name at two places of four, the genuine word at the others."""
    genuine = {"en": "the council", "id": "gerabah", "ja": "傘", "zh": "羊群"}[code]
    return TOWPATH[code].replace("{0}", name, 2).format(genuine)


@pytest.mark.parametrize("code", TOWPATH)
@pytest.mark.parametrize("name", ["ratu-slot44.net", "betnaga.pro"])
def test_a_name_of_play_at_two_places(code: str, name: str) -> None:
    """Seen from outside in November 2026: six such Indonesian copies were suspicious only."""
    assert detect(plain_page(two(code, name), lang=code)).verdict == "injected"


@pytest.mark.parametrize("code", ["en", "id", "ja"])
def test_any_other_name_at_two_places_leaves_a_doubt(code: str) -> None:
    assert detect(plain_page(two(code, "tubolex.net"), lang=code)).verdict == "suspicious"


@pytest.mark.parametrize("code", TOWPATH)
def test_an_ending_of_two_parts(code: str) -> None:
    """Seen from outside in November 2026: five Japanese copies with a name in `.jp.net` were clean."""
    name = "tubolex7.jp.net"
    found = detect(plain_page(TOWPATH[code].format(name), lang=code))
    assert found.verdict == "injected"
    assert {p.phrase for p in found.places} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Farmers in the valley sell milk through {0}. Drivers of {0} come at five. Last week {0} paid for the first time.",
        "Readers order from {0} now. Before, people asked the librarian what to read; today {0} asks them. {0} hires clerks.",
    ],
)
def test_a_firm_that_is_called_by_its_address_is_not_injected(text: str) -> None:
    """Seen from outside in November 2026: such reports were injected."""
    assert detect(plain_page(text.format("udder.io"), lang="en")).verdict == "suspicious"
    assert detect(plain_page(text.format("udder-win365.io"), lang="en")).verdict == "injected"


def test_a_name_glued_before_sentences() -> None:
    text = TOWPATH["id"].format("gerabah")
    for stop in (". Setiap", ". Hujan", ". Tahun"):
        text = text.replace(stop, f". tubolex.net{stop[2:]}")
    assert detect(plain_page(text, lang="id")).verdict == "injected"


def test_a_word_that_means_something_else_too_speaks_of_no_site() -> None:
    text = (
        "The {0} that links the mainland with Orsay will run until May. Its captain, who has steered the {0} since 1998, "
        "said that the harbour wall had been mended. Two families have promised to paint the {0} before summer."
    )
    assert detect(plain_page(text.format("tubolex.io"), lang="en")).verdict == "injected"
    called = "{0} Marine runs the ferry that links the mainland with Orsay. The council asked {0} for a boat, and {0} agreed."
    assert detect(plain_page(called.format("bet-tubolex.io"), lang="en")).verdict == "injected"
    assert detect(plain_page(called.format("tubolex.io"), lang="en")).verdict == "clean"
    more = text + " Its app has timetables, and the links are new."
    assert detect(plain_page(more.format("tubolex.io"), lang="en")).verdict == "clean"
    firm = (
        "The museum bought the name tubolex.net for a pound. In the margin of a letter the curator drew a link to a moon. "
        "Today tubolex.net shows where the planets stand tonight, and teachers print tubolex.net charts for their pupils."
    )
    assert detect(plain_page(firm, lang="en")).verdict == "clean"


def test_a_name_glued_before_sentences_and_clauses() -> None:
    text = (
        "The windmill at Thornby has ground its first flour in ninety years. tubolex.shopVolunteers carved new cogs from "
        "apple wood, tubolex.shopand the sails turned on Sunday. tubolex.shopIts keeper learned the trade from a book."
    )
    found = detect(plain_page(text, lang="en"))
    assert found.verdict == "injected"
    assert len(found.places) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Call system.netOpen first. Then system.netSend writes a frame. At last system.netClose ends it. Nothing waits.",
        "The archive moved to tubolex.net last year. Its website tubolex.net lists every boat. Readers of tubolex.net pay nothing.",
        "Write to the mill: hello@tubolex.net. The mill answers on Mondays, and tubolex.net/flour has the prices of tubolex.net.",
    ],
)
def test_code_and_sites_are_left_alone(text: str) -> None:
    assert detect(plain_page(text, lang="en")).verdict == "clean"
