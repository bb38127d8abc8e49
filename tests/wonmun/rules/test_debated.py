"""Names of trades that people speak of with no word of crime, outside of Korean, and what only searches are made of."""

from __future__ import annotations

import pytest

import wonmun
from tests.wonmun.rules.texts import GOATS, SHARK

HONEST = [
    (
        "Pengajian ibu-ibu di Desa Ciherang membahas judi online pada Ahad pagi. Ustazah Rahmah mengatakan judi online merusak "
        "rumah tangga pelan-pelan. Beberapa ibu bercerita suaminya menjual motor karena judi online. Mereka sepakat memeriksa "
        "ponsel anak setiap malam. Bulan depan guru BK akan bicara soal judi online di sekolah."
    ),
    (
        "A church in Dudley has opened a fund for people who owe money after payday loans. The vicar, Tom Reeve, said that "
        "payday loans had emptied his food bank's shelves in January. Volunteers read the small print of payday loans aloud "
        "on Saturdays. So far the fund has helped thirty families, and asks only that they come to supper."
    ),
    (
        "The students' union at Harlow has begun a campaign about online betting. Posters in the halls ask how many hours "
        "online betting takes from sleep. Its president said that two of her flatmates had dropped out because of online "
        "betting. Lecturers were asked not to use online betting as an example in statistics classes."
    ),
    (
        "海外のオンラインカジノサイトで賭博をしたとして、県警は会社員の男ら五人を書類送検した。県警によると、男らは昨年八月から"
        "スマートフォンで接続し、計二百万円を賭けていた。オンラインカジノサイト「ルビー」は海外の免許を掲げるが、国内からの利用は"
        "違法だ。県警は引き続き調べている。"
    ),
]


@pytest.mark.parametrize("text", HONEST)
def test_a_trade_that_people_speak_of(text: str) -> None:
    """Real reports in Indonesian and Japanese of this kind were injected in November 2026, as these were."""
    assert wonmun.check(text).verdict != "injected"


def test_two_words_of_trades_name_no_thing() -> None:
    report = wonmun.check(GOATS.format("网贷秒批红包"))
    assert report.verdict == "injected"


def test_a_trade_in_a_longer_search() -> None:
    assert wonmun.check(SHARK.format("online bingo with bonus")).verdict == "injected"
