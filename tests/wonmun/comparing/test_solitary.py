"""One difference from a genuine copy: editors put words that go with the ones around, or mean what stood there."""

from __future__ import annotations

import pytest

from tests.wonmun.written import MUSEUM, article, page
from wonmun.comparing.compare import Comparison, compare_with
from wonmun.comparing.edit import Edit
from wonmun.comparing.lines import is_left_out
from wonmun.model import Copy

SOURCE = (
    "소나루고를 나온 시장이 왔다. 시는 어제 옛 학교 건물을 도서관으로 고쳐 열었다. 김 대표는 주민 열 명이 세 해 동안 의논해 정했다고 말했다. 업체는 지붕을 새로 이었고 "
    "주민은 마당에 나무를 심었다.\n9일에는 첫 모임이 열린다. 아이들은 벌써 책을 빌려 갔다고 관장은 전했다. 법원은 옛 땅 주인의 소송을 물리쳤다."
)


def beside(text: str, *copies: str) -> Comparison:
    found = compare_with(page(text), [Copy(article(c, f"c{n}"), 0.9, "given") for n, c in enumerate(copies)], None)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("김 대표", "김 공동대표"),
        ("업체는", "협력업체는"),
        ("업체는", "하청 업체는"),
        ("주민은", "마을 주민은"),
        ("김 대표", "김서진 대표"),
        ("법원은", "재판부는"),
        ("법원은", "담당 재판부는"),
        ("건물을", "부속건물을"),
        ("소나루고를", "달빛고를"),
        ("지붕을", "휴대용 지붕을"),
    ],
)
def test_a_word_that_goes_with_those_around_is_an_editors(before: str, after: str) -> None:
    """Of 342 words changed and 207 put before another, no other difference, 76 and 65 were accused and taken out."""
    assert before in SOURCE
    found = beside(SOURCE.replace(before, after, 1), SOURCE)
    assert (found.verdict, found.places) == ("clean", ())


@pytest.mark.parametrize(
    ("before", "after", "original"),
    [
        ("법원은", "제습기은", "법원"),
        ("법원은", "엔진오일은", "법원"),
        ("아이들은", "엔진오일아이들은", ""),
        ("아이들은", "욕조 교체아이들은", ""),
        ("9일에는", "임플란트9일에는", ""),
        ("지붕을", "sky365.net을", "지붕"),
        ("법원은", "키스방은", "법원"),
    ],
)
def test_a_word_that_has_nothing_to_do_with_those_around_was_put_there(before: str, after: str, original: str) -> None:
    assert before in SOURCE
    found = beside(SOURCE.replace(before, after, 1), SOURCE)
    assert found.verdict == "injected"
    assert [(p.original or "").strip() for p in found.places] == [original]


@pytest.mark.parametrize("after", ["달곰픽 말했다", "캠핑카 말했다"])
def test_a_word_of_three_letters_that_was_added_leaves_a_doubt(after: str) -> None:
    assert beside(SOURCE.replace("말했다", after, 1), SOURCE).verdict == "suspicious"


def test_one_name_for_another_at_one_place_is_no_proof() -> None:
    source = SOURCE.replace("김 대표", "오금례")
    found = beside(source.replace("오금례", "조아라"), source)
    assert (found.verdict, [p.original for p in found.places]) == ("suspicious", [None])


def test_what_one_copy_shows_is_known_beside_the_next() -> None:
    """Two articles on one page, a phrase in both: once in the second one, where alone it would be in doubt."""
    first, second = MUSEUM.replace("박물관", "조아라"), SOURCE.replace("김 대표", "조아라")
    source = SOURCE.replace("김 대표", "오금례")
    assert beside(second, source).verdict == "suspicious"
    found = beside(f"{first}\n{second}", MUSEUM, source)
    assert found.verdict == "injected"
    assert {p.original for p in found.places} == {"박물관", "오금례"}


def test_a_line_that_the_page_lacks_is_never_put_in_for_a_phrase() -> None:
    """Seen from outside: an interviewer's question, left out before the fourth place, came back in the phrase's place."""
    lines = [
        "-언제 시작했나.",
        '"봄부터 그물을 걷었다. 배는 두 척이다.',
        "-바라는 것이 있다면.",
        "그물에 이름을 적자. 배도 더 있어야 한다.",
    ]
    text = "\n".join([lines[0], lines[1], lines[3]])
    for word in ("봄부터", "배는", "그물에", "배도"):
        text = text.replace(word, f"놀고픽{word}")
    found = beside(text, "\n".join(lines))
    assert found.verdict == "injected"
    assert {(p.original or "").strip() for p in found.places} == {""}


def test_what_a_line_lacks_at_its_edge_was_left_out() -> None:
    genuine = "첫 줄이다.\n나하늘 기자\n다음 줄이다."
    assert is_left_out(Edit(6, 6, 7, 13), "첫 줄이다.\n다음 줄이다.", genuine)
    assert not is_left_out(Edit(2, 2, 2, 4), "첫 이다. 다음 줄이다.", "첫 줄은 이다. 다음 줄이다.")
    assert not is_left_out(Edit(0, 2, 0, 2), "둘째 줄", "첫째 줄")
