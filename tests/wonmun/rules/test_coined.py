"""Coined names with a number that brings luck, in languages other than Korean."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.page.plain import plain_page

TOWPATH = {
    "en": (
        "{0} decided on Monday to widen the towpath between the two locks. Work begins in May, {0} said, and walkers will be "
        "led through the orchard. Last year {0} counted nine thousand walkers on a single Sunday. Anglers want {0} to leave "
        "the reeds alone."
    ),
    "id": (
        "Perajin di lereng bukit membuat {0} dari tanah liat merah. Setiap {0} dijemur tiga hari sebelum dibakar. Hujan "
        "membuat {0} retak, kata Darsono. Tahun ini dua ratus {0} dikirim ke kota dengan perahu."
    ),
    "ja": "町は壊れた{0}の骨で鳥の模型を作る教室を開いている。{0}は毎月五十本ほど集まる。主人は{0}を長く使うこつも教えている。",
    "zh": "草原上的牧民用无人机寻找{0}。暴风雪以后{0}常常走散。牧民说，去年冬天找回了六十多只{0}，只丢了两只。",
}


@pytest.mark.parametrize("code", TOWPATH)
@pytest.mark.parametrize("name", ["Zentora88", "vanora777"])
def test_a_coined_name_in_a_nouns_place(code: str, name: str) -> None:
    """Seen from outside in November 2026: of 17 such copies in English, Indonesian and Japanese none was found."""
    text = TOWPATH[code].format(name)
    found = detect(plain_page(text, lang=code))
    assert found.verdict == "injected"
    assert {text[p.start : p.end] for p in found.places} == {name}


@pytest.mark.parametrize("name", ["Boeing777", "Formula88", "Windows11", "Expo2025", "Studio54"])
def test_names_of_known_words_and_other_numbers(name: str) -> None:
    for code, text in TOWPATH.items():
        assert detect(plain_page(text.format(name), lang=code)).verdict != "injected"


@pytest.mark.parametrize(
    "text",
    [
        "Zentora88 is a small company that mends looms. Zentora88 was founded in a barn. Last year Zentora88 mended forty looms.",
        "The Zentora88 is a camera without a screen. One winds the Zentora88 by hand. The Zentora88 weighs half a kilo.",
        "Radio Zentora88 sends from a boat. Zentora88 plays waltzes at noon. On Sundays Zentora88 is silent.",
    ],
)
def test_goods_firms_and_stations_are_left_alone(text: str) -> None:
    assert detect(plain_page(text, lang="en")).verdict != "injected"
