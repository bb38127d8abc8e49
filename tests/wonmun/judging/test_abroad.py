"""Pages outside of Korean that speak of a trade without the phrase: of coins and levers, of sockets, of hotel rooms."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.page.plain import plain_page

BOARD = (
    "The new computer of the weather station has four {0}, and the leaflet says to fill the outer {0} first. When Ada Finch "
    "filled the inner {0}, the screen stayed dark. {1}She cleaned everything with a brush that she uses for her camera. The "
    "station stands on a hill above the harbour and sends its figures to the capital twice an hour."
)
SOCKETS = "The processor sits between two sockets, and the motherboard has no light that shows what is wrong. "
PROFIT = (
    "{1}港町の会社は、夏の{0}部門が振るわなかったと話した。雨の日が多く、船で来る人が減ったためである。会社は{0}運営をやめず、"
    "春にもう一棟を建てる。働く人の数は変えない。新しい建物に{0}は入れず、子どもの遊び場を作るという。社長は来月、町の人に会う。"
)
ROOMS = "ホテルの客室は埋まっていたが、売上高は四％減った。"


@pytest.mark.parametrize("text", [BOARD.format("RAM slots", SOCKETS), PROFIT.format("カジノ", ROOMS)])
def test_a_page_that_speaks_of_it_is_honest(text: str) -> None:
    """Of 60 honest texts on such things (museums, tournaments, airports, loans) three were injected and 16 suspicious."""
    assert detect(plain_page(text)).verdict == "clean"


@pytest.mark.parametrize("text", [BOARD.format("RAM slots", ""), PROFIT.format("カジノ", "")])
def test_a_page_that_does_not_is_doubted(text: str) -> None:
    assert detect(plain_page(text)).verdict != "clean"


def test_what_is_odd_by_its_place_is_not_excused() -> None:
    text = BOARD.format("casino slots online", SOCKETS)
    assert detect(plain_page(text)).verdict == "injected"
