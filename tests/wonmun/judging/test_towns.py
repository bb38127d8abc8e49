"""Names of towns that nobody knows, before the word for what they are."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.page.plain import plain_page

BRICKS = (
    "버려지던 굴 껍데기가 벽돌이 됐다. {0}시는 25일 낡은 담장을 헐고 굴 껍데기를 섞은 벽돌로 다시 쌓았다고 밝혔다. 벽돌은 2만 장이다. {0}만에서는 "
    "껍데기가 해마다 4천 톤쯤 나온다. 절반은 다시 굴을 기르는 데 쓴다. 나머지는 바닷가에 쌓여 냄새를 냈다. {0}시와 새들대학교는 2년 전부터 방법을 "
    "찾았다. {0}어촌계는 껍데기를 씻어 말린다. 벽돌은 보통 것보다 가볍다. {0}시는 내년에 정류장 바닥에도 이 벽돌을 깐다."
)


@pytest.mark.parametrize("name", ["청석", "다담"])
def test_a_town_that_sentences_begin_with_is_no_phrase_put_before_its_kind(name: str) -> None:
    """Seen from outside in December 2026: 청석시 was called injected, and 청석 taken out."""
    assert detect(plain_page(BRICKS.format(name))).verdict == "clean"


def test_its_kind_may_stand_without_a_particle() -> None:
    text = BRICKS.replace("{0}시는 25일", "{0}시 공무원들은").replace("{0}시는 내년", "{0}시 내년")
    assert detect(plain_page(text.format("달곰픽"))).verdict == "clean"


def test_a_word_that_begins_with_such_a_letter_is_no_kind() -> None:
    text = BRICKS.replace("{0}시는", "{0}시장은").replace("{0}만에서는", "{0}만원은").replace("{0}시와", "{0}도청과")
    assert detect(plain_page(text.replace("{0}어촌계는", "{0}시민은").format("달곰픽"))).verdict == "injected"


def test_a_word_of_spam_before_such_words_is_found() -> None:
    assert detect(plain_page(BRICKS.format("릴게임"))).verdict == "injected"
