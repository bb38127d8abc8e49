"""Names that nobody knows between words that need nothing between them."""

from __future__ import annotations

import pytest

from tests.quality import honest
from tests.wonmun.measuring import look
from tests.wonmun.written import MUSEUM, PORT
from wonmun import signals
from wonmun.detect import detect
from wonmun.judging.parting import FEWEST, unspoken
from wonmun.page.plain import plain_page


def put(name: str, *befores: str) -> str:
    """Put a name before words of the text."""
    text = PORT
    for before in befores:
        assert before in text
        text = text.replace(before, f"{name} {before}", 1)
    return text


def flagged(text: str, phrase: str) -> bool:
    occ, index = look(text, phrase)
    return bool(unspoken(occ, signals.measure(occ))[index])


def test_before_verbs_behind_whole_words_it_was_put_in() -> None:
    """Seen from outside, clean: 1인샵, 프라그마틱 and coined names between words, where nothing speaks of them."""
    text = put("오르카디아", "열어", "들어서며")
    assert flagged(text, "오르카디아")
    assert detect(plain_page(text)).verdict == "injected"
    assert detect(plain_page(put("하르벨린", "들어서며", "내릴"))).verdict == "suspicious"


def test_with_a_particle_anywhere_it_is_a_name() -> None:
    text = put("오르카디아를", "열어").replace("들어서며", "오르카디아 들어서며")
    assert not flagged(text, "오르카디아")


@pytest.mark.parametrize("word", ["오늘은", "40분쯤", "여럿이서"])
def test_what_has_a_particle_itself_or_is_an_amount_is_none(word: str) -> None:
    assert not flagged(put(word, "열어", "들어서며"), word)


def test_an_honest_article_holds_none() -> None:
    assert detect(plain_page(MUSEUM)).verdict == "clean"


def test_talk_leaves_particles_off() -> None:
    chat = next(case for case in honest() if case.id == "chat-log")
    assert chat.text.count("초계국수") > FEWEST
    assert chat.found.verdict == "clean"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("수소(원료 -> 연료)를 나른다.", True),
        ("-> 저도 가 봤어요", False),
        ("저도요 ㅋㅋ", False),
        ("  └ 언제 여나요", False),
    ],
)
def test_answers_and_laughter_make_a_text_talk(line: str, found: bool) -> None:  # noqa: FBT001 - a row of a table
    assert flagged(f"{put('오르카디아', '열어', '들어서며')}\n{line}", "오르카디아") is found
