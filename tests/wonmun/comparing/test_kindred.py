"""Words that editors exchange throughout an article are told from what was put over a term."""

from __future__ import annotations

import pytest

from wonmun.comparing.adapted import adapted
from wonmun.comparing.compare import compare_with
from wonmun.comparing.edit import Edit
from wonmun.comparing.kindred import kindred, known_with, rendered
from wonmun.model import Article, Copy
from wonmun.page.plain import plain_page

SOURCE = (
    "노란시장 상인회는 내년 봄부터 정찰제를 들여온다고 어제 밝혔다. 정찰제는 물건마다 값을 적어 두고 그대로 받는 제도다. "
    "손님은 흥정하지 않아도 되고 상인은 하루에 몇 번씩 값을 말하지 않아도 된다. 정찰제를 먼저 해 본 과일 가게 세 곳은 "
    "손님이 늘었다고 했다. 구청은 정찰제 간판을 만드는 데 드는 돈의 절반을 대기로 했다."
)


def verdict(term: str, word: str) -> str:
    found = compare_with(
        plain_page(SOURCE.replace(term, word), lang="ko"),
        [Copy(Article("a", SOURCE, url="https://paper.example/1", trusted=True), 0.9, "given")],
        None,
    )
    assert found is not None
    return found.verdict


@pytest.mark.parametrize("word", ["가격표시제", "정가제"])
def test_a_word_for_the_same_kind_of_thing_is_an_edit(word: str) -> None:
    """Seen from outside in November 2026: injected, and the earlier word put back."""
    assert verdict("정찰제", word) == "clean"


@pytest.mark.parametrize("word", ["제왕카", "가습기", "정수기 렌탈"])
def test_what_has_nothing_to_do_with_the_term_is_injected(word: str) -> None:
    assert verdict("정찰제", word) == "injected"


def test_parts_that_are_said_otherwise() -> None:
    assert rendered("소듐이온전지", "나트륨이온전지")
    assert rendered("캠핑카", "야영차")
    assert not rendered("캠핑", "나트륨")
    assert not rendered("가" * 20, "나" * 20)


@pytest.mark.parametrize(
    ("word", "other", "alike"),
    [
        ("한길스틸", "한길철강", True),
        ("카림제", "정찰제", False),
        ("모바일 상품권", "모바일", False),
        ("제습기", "", False),
    ],
)
def test_words_that_begin_or_end_alike(word: str, other: str, *, alike: bool) -> None:
    assert kindred((word, ""), (other, "")) is alike


def test_letters_that_stand_behind_a_word_everywhere() -> None:
    assert known_with("근로", "자")
    assert not known_with("근로", "")


ROAD = (
    "가람군은 산불을 살피는 드론을 다섯 대 들였다고 어제 밝혔다. 드론은 한 번에 사십 분을 난다. 군은 드론이 찍은 영상을 "
    "소방서와 함께 본다. 지난봄에는 드론을 빌려 썼다. 조종사 두 명이 드론을 맡는다."
)


def test_another_word_for_the_same_thing_is_an_edit_though_nobody_looked_after_its_particles() -> None:
    """Seen from outside in November 2026: 무인기은 for 드론은, all places put back."""
    found = compare_with(
        plain_page(ROAD.replace("드론", "무인기"), lang="ko"),
        [Copy(Article("a", ROAD, url="https://paper.example/1", trusted=True), 0.9, "given")],
        None,
    )
    assert found is not None
    assert found.verdict == "clean"


def test_compounds_of_a_like_meaning_are_kindred_and_names_of_sites_are_not() -> None:
    street = "골목의 {}은 점심에 손님이 많다. {} 주인은 국물 맛을 지키려고 아침마다 시장에서 고기와 채소를 산다고 했다."
    texts = [street.format(word, word) for word in ("냉면집", "식당", "무한도시락닷컴")]
    assert kindred(("냉면집", texts[0]), ("식당", texts[1]))
    assert not kindred(("무한도시락닷컴", texts[2]), ("식당", texts[1]))


@pytest.mark.parametrize(
    ("ours", "theirs", "fits"),
    [
        (("하루페", "라 부른다"), ("길잡이꾼", "이라 부른다"), True),
        (("하루페", "이라 부른다"), ("길잡이꾼", "이라 부른다"), False),
        (("솔밭집", "이라 적었다"), ("고래", "라 적었다"), True),
        (("하루페", "로 갔다"), ("솔밭집", "으로 갔다"), True),
        (("하루페", "로 갔다"), ("고래", "로 갔다"), False),
        (("하루페", "라 적었다"), ("어린이", "라 적었다"), False),
    ],
)
def test_a_vowel_that_only_consonants_have_behind_them_was_looked_after(
    ours: tuple[str, str], theirs: tuple[str, str], *, fits: bool
) -> None:
    """Seen from outside, accused: 매퍼라 for 지도꾼이라, where all other particles fit both."""
    edit = Edit(0, len(ours[0]), 0, len(theirs[0]))
    assert adapted(edit, "".join(ours), "".join(theirs)) is fits


def test_borrowed_words_for_two_words() -> None:
    assert kindred(("도그파크", ""), ("반려견 놀이터", ""))
    assert kindred(("북숍", ""), ("서점", ""))
    assert not kindred(("카지노파크", ""), ("반려견 놀이터", ""))


ISLAND = (
    "갈대섬 집수관에는 새벽마다 물이 고인다. 집수관을 처음 단 이는 갈대섬 이장이다. 이장은 유리판 열두 장을 이어 안개를 받았다. 갈대섬 사람들은 "
    "집수관의 물로 배추를 씻는다. 유리판은 해마다 두 장씩 갈고 갈대섬 학교는 유리판을 닦는 날을 따로 두었다. 군은 집수관 서른 개를 더 놓기로 했다."
)


@pytest.mark.parametrize(
    ("term", "word"),
    [("갈대섬", "부들섬"), ("집수", "물받이"), ("유리판", "글라스 판"), ("갈대섬", "모래섬")],
)
def test_a_part_of_a_longer_word_that_was_renamed_wherever_it_stands(term: str, word: str) -> None:
    copy = Copy(Article("a", ISLAND, url="https://paper.example/1", trusted=True), 0.9, "given")
    found = compare_with(plain_page(ISLAND.replace(term, word), lang="ko"), [copy], None)
    assert found is not None
    assert found.verdict == "clean"


@pytest.mark.parametrize(("term", "word"), [("갈대섬", "비비드랩"), ("집수관", "다솔론"), ("유리", "카지노")])
def test_what_stands_for_a_whole_word_is_no_such_part(term: str, word: str) -> None:
    copy = Copy(Article("a", ISLAND, url="https://paper.example/1", trusted=True), 0.9, "given")
    found = compare_with(plain_page(ISLAND.replace(term, word), lang="ko"), [copy], None)
    assert found is not None
    assert found.verdict != "clean"
