from __future__ import annotations

from importlib import resources

import numpy as np
import pytest

from tests.wonmun.measuring import phrases
from wonmun.detect import detect
from wonmun.language.base import END, GLUED, PARTICLE, VERB
from wonmun.language.load import language
from wonmun.page.plain import plain_page
from wonmun.phrases.view import View

CODES = ["ko", "ja", "en", "id", "zh"]


@pytest.mark.parametrize("code", CODES)
def test_every_data_file_says_where_it_is_from(code: str) -> None:
    for file in resources.files("wonmun.language").joinpath("data", code).iterdir():
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("#")
        assert "Licence:" in first


@pytest.mark.parametrize("code", CODES)
def test_lexicons_have_all_groups_and_find_their_words(code: str) -> None:
    lexicon = language(code).lexicon
    for group in (lexicon.strong, lexicon.weak, lexicon.query, lexicon.topic, lexicon.report):
        assert group
        assert all(word == word.strip() and word for word in group)
    for word in lexicon.listed:
        assert lexicon.strong_pattern.search(f" {word} "), word


def test_an_unknown_language_gets_the_language_free_one() -> None:
    plain = language("th")
    assert plain.lexicon.strong_pattern.search("เว็บพนันออนไลน์")
    assert plain.lexicon.strong_pattern.search("ตลาดน้ำ") is None
    assert plain.cost("anything") == 0
    assert plain.tail("ก").kind == plain.tail("The").kind == GLUED
    assert plain.tail("x").kind == VERB
    assert plain.tail("").kind == END
    assert plain.agrees("x", plain.tail("")) is None


def test_english_words_end_where_they_end() -> None:
    assert language("en").tail("s").kind == PARTICLE
    assert language("en").tail("The").kind == GLUED
    found = phrases("The red bridge is old. The red bridge is long. A red bridge fell.", "en")
    assert "red bridge" in found
    assert "bri" not in found
    assert language("en").lexicon.strong_pattern.search("Online CASINO") is not None
    assert language("en").lexicon.strong_pattern.search("casinoes") is None


def test_indonesian_suffixes() -> None:
    assert language("id").tail("nya").kind == PARTICLE
    assert language("id").cost("dan") < language("id").cost("maxwin")


def test_japanese_words_begin_where_the_script_changes() -> None:
    ja = language("ja")
    view = View("町は古い灯台をカフェにする", ja)
    starts = np.flatnonzero(view.start).tolist()
    assert {0, 2, 4, 7}.issubset(starts)
    assert ja.tail("について").kind == PARTICLE
    assert ja.tail("した").kind == VERB
    assert [ja.tail(rest).kind for rest in ("データ", "88", "灯台", "はがき")] == [VERB, VERB, GLUED, PARTICLE]
    assert ja.without_particle("灯台は") == "灯台"
    assert ja.without_particle("灯台") is None


def test_japanese_distributive_endings_are_particles() -> None:
    """`ディストリビューションごとに` was taken for a phrase glued to another word."""
    tail = language("ja").tail
    assert [tail(rest).kind for rest in ("ごとに設定", "ずつ配る", "なら使える")] == [PARTICLE] * 3


@pytest.mark.parametrize(
    "text", ["当代考古新发现", "独特码头景色", "更快三倍", "东亚博物馆", "数目增大目标会变", "时代还在变"]
)
def test_chinese_words_that_only_meet_are_no_spam(text: str) -> None:
    """代考, 特码, 快三 and others come about where two ordinary words meet."""
    assert language("zh").lexicon.strong_pattern.search(text) is None


RAID = (
    "縣警局昨天凌晨在港邊倉庫破獲一處{0}，逮捕四名嫌疑人。警方表示，這處{0}去年冬天開張，客人多半是附近碼頭的工人。"
    "檢察官以詐欺與賭博罪起訴主嫌，法院裁定羈押。查獲的電腦裡有三萬筆帳目，警方正追查其他{0}。"
)
CLOTH = (
    "鎮上的染坊今年種了三畝蓼藍，{0}從夏至開始收割。老師傅說{0}要在清晨泡水，石灰得分三次加。學校的孩子每週來一次，"
    "把{0}的葉子貼在本子上。合作社打算明年再多種兩畝，賣給做衣服的人。去年颱風過後，{0}只剩下一半，今年總算補了回來。"
)


def test_traditional_chinese_is_read_as_the_simplified_is() -> None:
    """The lexicon was collected in simplified characters: a report on a raid was suspicious for its own subject."""
    assert detect(plain_page(RAID.format("賭博網站"), lang="zh")).verdict == "clean"
    assert detect(plain_page(CLOTH.format("蓼藍草"), lang="zh")).verdict == "clean"
    assert detect(plain_page(CLOTH.format("線上彩票網站"), lang="zh")).verdict == "injected"


SEIZED = (
    "县城车站的安检员在一只旧箱子里发现四十块{0}。箱主说{0}是替表哥捎的，每块给他五块钱。派出所民警查封了箱子，"
    "市场监管部门认定这些{0}侵犯商标权，已对货主立案。"
)


def test_fakes_that_customs_seized_are_a_trades() -> None:
    assert detect(plain_page(SEIZED.format("高仿手表"), lang="zh")).verdict == "clean"
