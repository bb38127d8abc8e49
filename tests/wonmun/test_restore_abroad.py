"""Restoring in English, Indonesian, Japanese and Chinese: what was put in goes, what replaced a word is left marked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import wonmun

CASES = json.loads((Path(__file__).parents[1] / "cases" / "abroad.json").read_text(encoding="utf-8"))
PHRASES = {
    "en": "payday loans no credit check",
    "id": "situs slot gacor",
    "ja": "オンカジ入金不要",
    "zh": "澳门博彩网站",
}
SENTENCE = {
    "en": r"(?<=[a-z]\. )(?=[A-Z])",
    "id": r"(?<=[a-z]\. )(?=[A-Z])",
    "ja": "(?<=。)(?=[^」\n])",
    "zh": "(?<=。)(?=[^”\n])",
}
BLANK = r"(?<=[a-z]{3})(?= [a-z]{3})"


def article(code: str, number: int = 0) -> str:
    texts = [a["text"] for a in CASES["articles"] if a["lang"] == code]
    return "\n".join(texts[number])


def put(text: str, what: str, where: str) -> str:
    """Put a phrase at four of the places that a pattern names, evenly spread."""
    spots = [m.start() for m in re.finditer(where, text)]
    for spot in sorted({spots[i * (len(spots) - 1) // 3] for i in range(4)}, reverse=True):
        text = text[:spot] + what + text[spot:]
    return text


@pytest.mark.parametrize("code", ["en", "id", "ja"])
def test_what_was_put_before_sentences_is_deleted(code: str) -> None:
    genuine = article(code)
    assert wonmun.check(put(genuine, PHRASES[code], SENTENCE[code])).restored == genuine


@pytest.mark.parametrize("code", PHRASES)
def test_what_replaced_a_word_is_not_deleted(code: str) -> None:
    for number in range(5):
        text = article(code, number)
        words = re.findall(r"[一-龥]{2}|[ァ-ヴー]{3,}" if code in ("ja", "zh") else r"\b[a-z]{5,}\b", text)
        term = max(sorted(set(words)), key=text.count)
        report = wonmun.check(text.replace(term, PHRASES[code]))
        assert {f.replacement for f in report.findings} == {None}, (term, report.findings)


HERON = (
    "黄河边的湿地今年来了黑鹳。{0}黑鹳喜欢安静的浅水。{0}工作人员每天清晨到湿地数鸟，他说黑鹳胆子小。{0}附近的村民把放羊的时间"
    "改到了中午。专家认为，只要保持现在的水位，黑鹳明年还会回来。"
)


@pytest.mark.parametrize("phrase", ["二手车", "钢琴价格", "小额贷款", "luckyspin365"])
def test_what_opens_chinese_sentences_and_nothing_else_is_deleted(phrase: str) -> None:
    """Until November 2026 nothing was deleted in Chinese."""
    assert wonmun.check(HERON.format(phrase)).restored == HERON.format("")


@pytest.mark.parametrize("term", ["黑鹳", "湿地"])
def test_what_replaced_a_chinese_noun_stays(term: str) -> None:
    text = HERON.format("").replace(term, "小额贷款")
    assert {f.replacement for f in wonmun.check(text).findings} == {None}


def test_what_replaced_a_noun_before_a_name_stays() -> None:
    """Seen from outside in November 2026: the island's `Pulau` before its name was taken for nothing."""
    text = (
        "{0} Ile Mawar di Flores ditutup untuk pendaki sejak Senin. Gempa kecil tercatat dua kali. {0} Ile Mawar terakhir "
        "meletus pada 1998. Warga di lereng gunung diminta memakai masker. Petugas menaikkan status gunung itu."
    )
    report = wonmun.check(text.format("jual followers instagram"))
    assert {f.replacement for f in report.findings} == {None}


@pytest.mark.parametrize("phrase", ["lowongan kerja admin", "bandar bola resmi", "sewa sound system"])
def test_what_replaced_a_noun_between_words_stays(phrase: str) -> None:
    """Seen from outside in November 2026: deleted at all three places of a page, though a noun had stood there."""
    text = (
        "Petani {0} di pesisir Jeneponto berharap musim kemarau lebih panjang. Hujan membuat tambak terendam dan {0} larut. "
        "Pemerintah membagikan alas tambak agar {0} lebih cepat kering. Koperasi meminta harga dijaga."
    )
    assert {f.replacement for f in wonmun.check(text.format(phrase)).findings} == {None}


CAMELS = (
    "草原上的牧民给骆驼戴上了会发光的项圈。{0}骆驼夜里喜欢走到公路上。项圈是县中学的学生做的。{0}牧民巴图有六十峰骆驼，他说晚上远远就能看见。"
    "{0}冬天骆驼要走两百公里。牧民带着帐篷跟在后面。{0}牧民请学生做了会响的铃铛。骆驼三天以后就习惯了。"
)


def test_what_was_put_before_sentences_that_begin_with_the_texts_own_words_is_deleted() -> None:
    """Two of four sentences begin alike (牧民), so that the phrase might have been the first part of a compound: it stayed."""
    report = wonmun.check(CAMELS.format("信用卡套现"))
    assert report.verdict == "injected"
    assert report.restored == CAMELS.format("")


def test_a_chinese_subject_that_was_replaced_is_not_deleted() -> None:
    """Verbs follow it, which the text does not say again."""
    text = (
        "{0}戴上帽子出门。草原很大。{0}跟在骆驼后面走了两天。夜里下了雪。{0}点起火堆烤茶。骆驼卧在一边。{0}修好了帐篷的绳子。天亮以后"
        "雪停了，骆驼又上了路。"
    )
    report = wonmun.check(text.format("空调维修"))
    assert report.verdict == "injected"
    assert {f.replacement for f in report.findings} == {None}
