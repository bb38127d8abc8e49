from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wonmun.spelling.obfuscation import fold

WORDS = ("카지노", "바카라", "casino")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("카\u200b지\u200b노 사이트", "카지노 사이트"),
        ("카\u00ad지노", "카지노"),
        ("\uff43\uff41\uff53\uff49\uff4e\uff4f", "casino"),
        ("𝐜𝐚𝐬𝐢𝐧𝐨", "casino"),
        ("сasinо", "casino"),
        ("카.지.노", "카지노"),
        ("카 지 노", "카지노"),
        ("한·미 수 없 카 지 노는 또 카 지 노 다", "한·미 수 없 카 지 노는 또카지노다"),
        ("카.지.노·카·지·노", "카지노·카지노"),
        ("바-카-라", "바카라"),
        ("ㅋㅏㅈㅣㄴㅗ", "카지노"),
        ("ㅋㅏ지노", "카지노"),
        (unicodedata.normalize("NFD", "카지노"), "카지노"),
        ("ﾊﾞｶﾗ", "バカラ"),
        ("카지노\u00a0추천", "카지노 추천"),
        ("카지노\u3000추천\u2009순위", "카지노 추천 순위"),
        ("카지노  추천", "카지노 추천"),
        ("끝났다.\r\n카지노 추천\r순위", "끝났다.\n\n카지노 추천\n순위"),
        ("무료-카지노\t추천_순위", "무료 카지노 추천_순위"),
        ("카-지-노-추천", "카지노추천"),
    ],
)
def test_hidden_spellings_are_read(written: str, read: str) -> None:
    assert fold(written, WORDS).text == read


@pytest.mark.parametrize(
    "text",
    [
        "오늘 서울은 맑다.",
        "한·미·일 정상이 만났다",
        "가 나 다 순으로",
        "ㅋㅋㅋ 그렇지 ㅠㅠ",
        "Привет, мир",
        "9.1.1 절",
        "ㄱ씨와 ㄴ씨",
        "naïve café",
        "카지노·호텔",
        "카지노/호텔",
        "이름  나이-성별\t카드 카지노",
    ],
)
def test_what_is_written_honestly_stays(text: str) -> None:
    assert fold(text, WORDS).text == text


ABROAD = ("casino", "slot gacor", "slot", "viagra", "オンラインカジノ", "カジノ", "百家乐")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("c.a.s.i.n.o bonus", "casino bonus"),
        ("C-A-S-I-N-O", "CASINO"),
        ("s l o t", "slot"),
        # Whole phrases spelled apart; before, only a spam word standing alone was read.
        ("l.i.n.k s.l.o.t g.a.c.o.r", "link slot gacor"),
        ("b·e·s·t o·n·l·i·n·e s·l·o·t", "best online slot"),
        ("f r e e  s l o t", "free slot"),
        ("j.u.d.i b.o.l.a", "judi bola"),
        ("在百.家.乐.技.巧的", "在百家乐技巧的"),
        ("新しいオ-ン-ラ-イ-ン-カ-ジ-ノを", "新しいオンラインカジノを"),
        (unicodedata.normalize("NFD", "ガイドとカジノ"), "ガイドとカジノ"),
        ("sl0t gacor", "slot gacor"),
        ("c4s1n0", "casino"),
        ("V!AGRA", "ViAGRA"),
        ("s🎰l🎰o🎰t", "slot"),
        ("sl🔥ot", "slot"),
        ("ⓒⓐⓢⓘⓝⓞ", "casino"),
        ("🅒🅐🅢🅘🅝🅞", "CASINO"),
        ("c\u0336a\u0336s\u0336i\u0336n\u0336o", "casino"),
        ("CASIΝΟ", "CASINO"),
        ("カ・ジ・ノ", "カジノ"),
        ("ォンラィンヵジノ", "オンラインカジノ"),
        ("百·家·乐", "百家乐"),
    ],
)
def test_disguises_in_other_scripts_are_read(written: str, read: str) -> None:
    folded = fold(f"The {written} it", ABROAD)
    assert folded.text == f"The {read} it"
    assert folded.span(4, 4 + len(read)) == (4, 4 + len(written))


@pytest.mark.parametrize(
    "text",
    [
        "The U.S.A. and e.g. a.b.c or I - a - b",
        "G-A-T-T-A-C-A T-T-A-G and N.A.S.A. U.S.A.F.",
        "100 slots, 4 casinos, a 5th slot",
        "sl01 and c4 are model numbers",
        "🎰 slot 🎰 casino",
        "Ο Γιάννης πήγε στο ΚΑΖΙΝΟ",
        "Казино в Сочи закрыто",
        "フィルムとウィスキー、カ行・サ行・タ行",
        "Thật là đẹp, ông ấy nói",
        "2 x 3 = 6 and H2O, CO2, B2B",
    ],
)
def test_honest_texts_in_other_scripts_stay(text: str) -> None:
    assert fold(text, ABROAD).text == text


def test_spans_lead_back_to_what_was_written() -> None:
    text = "오픈카\u200b지\u200b노의 값, 카.지.노는"
    folded = fold(text, WORDS)
    assert folded.text == "오픈카지노의 값, 카지노는"
    first = folded.text.index("카지노")
    second = folded.text.index("카지노", first + 1)
    assert text[slice(*folded.span(first, first + 3))] == "카\u200b지\u200b노"
    assert text[slice(*folded.span(second, second + 3))] == "카.지.노"
    assert folded.touched(first, first + 3)
    assert not folded.touched(0, 2)
    assert folded.at(text.index("값")) == folded.text.index("값")


@given(st.text(alphabet="카지노ㅋㅏㅈㅣ.· a\u200bс\uff43\u1100\u1161\u11a8😀", max_size=30))
def test_every_folded_character_keeps_its_place(text: str) -> None:
    folded = fold(text, WORDS)
    if folded.same:
        assert folded.text == text.replace("\uff43", "c")
        return
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert folded.starts.tolist() == sorted(folded.starts.tolist())
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))


@pytest.mark.parametrize("odd", ["\u3000", "ｱ", "Ａ", "\u200b", "\ufe0f", "\u1161", "ㅋㅏ"])
def test_a_character_is_folded_wherever_it_stands_in_a_long_text(odd: str) -> None:
    line = "오늘은 하늘이 맑고 바람이 조용하다. " * 4
    assert fold(f"{line}가{odd}나").text == line + fold(f"가{odd}나").text
    assert fold(line).same
