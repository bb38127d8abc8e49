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


STADIUM = (
    "The {0} in Coyle will not be ready for the final, the league said on Friday. Players had hoped to open the tournament there "
    "in June. The captain, Rosa Lind, called it a hard day for the doctors and customers of the club. The {0} has no roof on its "
    "east side. Tickets that were sold for the {0} will be valid in Marsh Park. Shares of the builder fell, and its revenue, too. "
    "Rain is to blame. The captain said that her team would play on a beach if it had to."
)


def test_daily_words_of_a_trade_say_nothing() -> None:
    """Players, tournaments, doctors and shares stand in reports on sport; a page of those was clean with such a phrase."""
    assert detect(plain_page(STADIUM.format("stadium"))).verdict == "clean"
    assert detect(plain_page(STADIUM.format("weed gummies shipping"))).verdict != "clean"


BALLPARK = (
    "新しい球場の工事が遅れ、決勝大会は別の町で開かれる。監督は去年の大会で賞金をすべて子どもの教室に贈った。選手たちは海辺の広場で練習を続ける。"
    "球場の芝は{0}雨で傷んだ。選手の一人は、勝負は場所では決まらないと話した。監督は来週、店を営む後援会長に{0}会い、客席の券をどうするか相談する。"
)


def test_a_search_typed_with_a_blank_is_seen_among_such_words() -> None:
    assert detect(plain_page(BALLPARK.format(""))).verdict == "clean"
    assert detect(plain_page(BALLPARK.format("オンラインカジノ 始め方"))).verdict != "clean"
