"""Pages in two languages: each part is read in its own."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.language.load import language
from wonmun.page.parse import parse_page
from wonmun.page.plain import plain_page
from wonmun.phrases.mixed import parts

KOREAN = (
    "강변 공원에 새 나무다리가 놓였다. 시는 나무다리를 오가는 주민이 하루 삼천 명이라고 밝혔다. 나무다리는 지난봄 큰비에 떠내려간 옛 다리를 "
    "대신한다. 주민들은 밤에도 나무다리를 건널 수 있게 등을 달아 달라고 했다. 시장은 다음 달 나무다리 이름을 주민 투표로 정하겠다고 말했다."
)
LIBRARY = (
    "The public library in Corran has a waiting list of ninety people, and none of them wants a book. They want a {0}. The "
    "library bought a {0} last autumn. Each {0} is lent for a week, in a padded box. Nobody has broken a {0} yet, though one "
    "came back with jam on the lens. People bring the {0} back and talk for half an hour. A retired welder found a comet with "
    "the {0} two hours before an observatory did. In summer the library will add another {0} for the sun."
)
ENGLISH = LIBRARY.format("telescope")
SPAM, ABROAD = "무료 슬롯 체험관", "best online casino"


def html(*paragraphs: str) -> str:
    return f"<html><body><article>{''.join(f'<p>{p}</p>' for p in paragraphs)}</article></body></html>"


@pytest.mark.parametrize("first", [True, False])
def test_spam_in_either_part_is_found_whole(first: bool) -> None:  # noqa: FBT001
    for one, other, phrase in (
        (KOREAN, LIBRARY.format(ABROAD), ABROAD),
        (ENGLISH, KOREAN.replace("나무다리", SPAM), SPAM),
    ):
        lines = (one, other) if first else (other, one)
        for page in (plain_page("\n".join(lines)), parse_page(html(*lines), url="https://paper.example/1")):
            found = detect(page)
            assert found.verdict == "injected"
            assert {page.text[p.start : p.end].strip() for p in found.places} == {phrase}


def test_honest_pages_in_two_languages_are_silent() -> None:
    for lines in ((KOREAN, ENGLISH), (ENGLISH, KOREAN), (ENGLISH, ENGLISH, KOREAN)):
        assert detect(plain_page("\n".join(lines))).verdict == "clean"


def test_parts_keep_their_offsets_and_share_no_letter() -> None:
    text = f"{KOREAN}\n{ENGLISH}\n{KOREAN}"
    found = list(parts(text, language("ko")))
    assert [speech.code for _, speech in found] == ["ko", "en"]
    for letters in zip(text, *(part.ljust(len(text), "\n") for part, _ in found), strict=True):
        assert letters[0] == "\n" or letters[1:].count("\n") == 1


def test_names_and_a_short_quotation_stay_with_the_text_around_them() -> None:
    quoted = f"{KOREAN}\n“The library bought six telescopes last autumn with the money,” he said.\n{KOREAN}"
    assert [speech.code for _, speech in parts(quoted, language("ko"))] == ["ko"]
    assert [speech.code for _, speech in parts(ENGLISH, language("en"))] == ["en"]
