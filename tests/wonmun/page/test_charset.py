"""Case 21: right text from right, wrong and missing labels."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wonmun.page.charset import decode, known
from wonmun.page.wide import wide

KOREAN = "오늘 서울은 맑다. 펲시라는 이름의 똠방각하가 뷁이라고 외쳤다. 정부는 27일(현지시간) 새 대책을 내놓았다."
JAPANESE = "今日の東京は晴れ。①番の売り場でペプシを飲む人が「新しい」と言った。"
CHINESE = "今天北京的天气很好。银行发布了新的规定，他们在这个时候来到了这里，对于我们是一个很大的发展。"
TAIWAN = "今天台北的天氣很好。銀行發布了新的規定，他們在這個時候來到了這裡，對於我們是一個很大的發展。"
RUSSIAN = "Сегодня в городе хорошая погода, и люди гуляют по набережной до позднего вечера."
FRENCH = "Le café était fermé à l’été, où naïve, déjà, elle attendait."
WRONG = ["euc-kr", "utf-8", "iso-8859-1", "shift_jis", "gb2312", "nonsense", "utf-7"]
PAGE = "<html><head><title>{0}</title></head><body><p>{0}</p><p>{0}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (KOREAN, "utf-8"),
        (KOREAN, "cp949"),
        (KOREAN, "utf-16-le"),
        (KOREAN, "utf-16"),
        (KOREAN, "utf-16-be"),
        (JAPANESE, "cp932"),
        ("東京は晴れ。新しい店が開いたという話を聞いた。", "iso2022_jp"),
        (CHINESE, "gb18030"),
        (TAIWAN, "big5hkscs"),
        (RUSSIAN, "cp1251"),
        (FRENCH, "cp1252"),
    ],
)
def test_without_a_label_and_with_wrong_ones(text: str, charset: str) -> None:
    data = PAGE.format(text).encode(charset)
    for header in [None, *(f"text/html; charset={label}" for label in WRONG)]:
        assert text in decode(data, header)[0], header


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", [KOREAN, f"{KOREAN} 가나 저자 토끼 " * 90, JAPANESE + "\n", TAIWAN + "\r\n", RUSSIAN, FRENCH, "plain text"]
)
def test_utf_16_needs_no_mark_and_no_markup(text: str, charset: str) -> None:
    assert decode(text.encode(charset)) == (text, charset)


@pytest.mark.parametrize("charset", ["utf-8", "cp949"])
def test_a_text_with_a_zero_in_it_is_not_taken_for_utf_16(charset: str) -> None:
    data = KOREAN.encode(charset)
    assert not any(wide(data[:at] + b"\0" + data[at:]) for at in range(len(data)))
    assert not any(wide(random.Random(n).randbytes(64)) for n in range(2000))


@pytest.mark.parametrize("label", ["euc-kr", "EUC-KR", "ks_c_5601-1987", "korean", "windows-949", "'euckr'"])
def test_korean_labels_are_read_as_cp949(label: str) -> None:
    assert decode(PAGE.format(KOREAN).encode("cp949"), f"text/html; charset={label}") == (PAGE.format(KOREAN), "cp949")


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="euc-kr">',
        "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=ks_c_5601-1987'>",
        '<?xml version="1.0" encoding="euc-kr"?>',
    ],
)
def test_meta_counts_even_for_a_short_text(meta: str) -> None:
    text, charset = decode(meta.encode() + "<p>뷁".encode("cp949"))
    assert (text[-1], charset) == ("뷁", "cp949")


def test_header_wins_over_meta_and_bom_over_both() -> None:
    data = b"<meta charset=shift_jis><p>" + "가나다 라마바".encode("cp949")
    assert decode(data, "text/html; charset=euc-kr")[1] == "cp949"
    marked = codecs.BOM_UTF8 + "가".encode()
    assert decode(marked, "text/html; charset=euc-kr") == ("가", "utf-8")
    assert decode("가".encode("utf-16"))[0] == "가"


def test_damaged_bytes_do_not_spoil_the_rest() -> None:
    data = KOREAN.encode() * 20
    text, charset = decode(data[:100] + b"\xff" + data[100:-1], "text/html; charset=utf-8")
    assert charset == "utf-8"
    assert text.count("\ufffd") <= 4
    cut = (KOREAN * 20).encode("cp949")[:-1]
    assert decode(cut, "text/html; charset=euc-kr")[1] == "cp949"


def test_labels_of_no_text_encoding_are_unknown() -> None:
    assert [known(label) for label in ("base64", "rot13", "zlib", "idna", "unicode_escape", "\x00", "")] == [""] * 7


@given(st.binary(max_size=300), st.text(max_size=30))
def test_never_raises(data: bytes, header: str) -> None:
    text, charset = decode(data, header)
    assert isinstance(text, str)
    assert charset


@given(st.text(st.characters(codec="cp949"), max_size=200), st.sampled_from(["cp949", "utf-8"]))
def test_labelled_hangul_survives(text: str, charset: str) -> None:
    whole = f"서울은 오늘도 맑고 바람이 분다. {KOREAN}{text}"
    assert decode(whole.encode(charset), f"text/html; charset={charset}")[0] == whole
