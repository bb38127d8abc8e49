"""Coined names with a number that brings luck, in languages other than Korean."""

from __future__ import annotations

import pytest

import wonmun
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


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("id", "Harimau454"),
        ("id", "RATUOTTER77"),
        ("en", "LuckyOtter777"),
        ("ja", "ゾラミング88"),
        ("ja", "ベガモン777"),
        ("zh", "金沙7788"),
    ],
)
def test_names_of_luck_and_names_in_the_languages_own_letters(code: str, name: str) -> None:
    """Seen from outside in November 2026: of 45 such copies (an animal, two words, katakana, a Chinese house) none was."""
    text = TOWPATH[code].format(name)
    found = detect(plain_page(text, lang=code))
    assert found.verdict == "injected"
    assert {text[p.start : p.end] for p in found.places} == {name}


@pytest.mark.parametrize("name", ["Zentora88", "LuckyOtter777", "Vanora6644"])
def test_a_name_glued_before_sentences_was_put_in(name: str) -> None:
    genuine = TOWPATH["en"].format("the council")
    text = genuine.replace(". Last", f". {name}Last").replace(". Anglers", f". {name}Anglers")
    assert detect(plain_page(genuine, lang="en")).verdict == "clean"
    report = wonmun.check(text)
    assert (report.verdict, report.restored) == ("injected", genuine)


@pytest.mark.parametrize("word", ["grup", "gim"])
def test_things_that_are_spoken_of_elsewhere_say_nothing(word: str) -> None:
    text = TOWPATH["id"].format("Zentora88") + f" Anak-anak menonton {word} di balai desa."
    assert detect(plain_page(text, lang="id")).verdict == "injected"
    first = text.replace("membuat Zentora88 dari", f"membuat {word} Zentora88 dari")
    assert detect(plain_page(first, lang="id")).verdict != "injected"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("id", "Garuda1949"),
        ("id", "Elang2026"),
        ("ja", "ゴジラ77"),
        ("ja", "ゾラミング2026"),
        ("zh", "米兰2026"),
        ("en", "GoldStar21"),
    ],
)
def test_years_and_known_words_are_left_alone(code: str, name: str) -> None:
    assert detect(plain_page(TOWPATH[code].format(name), lang=code)).verdict != "injected"


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


@pytest.mark.parametrize(
    "text",
    [
        "「ゾラミング77」の色は三つ。ゾラミング77は安い。ゾラミング77の芯も同じだ。",
        "ゾラミング77シリーズの三作目が出る。ゾラミング77は絵本だ。ゾラミング77は重版した。",
    ],
)
def test_goods_that_are_named_in_marks_first_are_left_alone(text: str) -> None:
    assert detect(plain_page(text, lang="ja")).verdict != "injected"
