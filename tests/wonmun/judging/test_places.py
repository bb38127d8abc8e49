"""What is said of one place of a phrase is true of that place."""

from __future__ import annotations

import re

import pytest

from tests.quality import korean
from wonmun.detect import detect
from wonmun.judging.places import ALSO, describe
from wonmun.page.plain import plain_page
from wonmun.phrases.article import read_article

TEXT = "시장은 새 카지노 다리를 열었다. 시민은 카지노 옆길을 건넜다."
FIRST = "it was put between '새' and '다리를', which need nothing between them"
SECOND = "it was put between '시민은' and '옆길을', which belong together"


@pytest.mark.parametrize(("number", "said"), [(0, FIRST), (1, SECOND)])
def test_neighbours_are_named_at_their_own_place(number: int, said: str) -> None:
    """All places of a phrase said “it was put between X and Y”, the words beside one of them (seen from outside)."""
    start = [m.start() for m in re.finditer("카지노", TEXT)][number]
    told = describe(read_article(plain_page(TEXT)), start, start + 3, (FIRST, SECOND, "it stands 2 times"))
    assert told == (said, "it stands 2 times")


def test_a_place_of_which_nothing_else_is_said_names_the_others() -> None:
    assert describe(read_article(plain_page(TEXT)), TEXT.index("카지노"), TEXT.index("카지노") + 3, (SECOND,)) == (
        ALSO,
    )


def test_in_injected_texts_no_evidence_names_words_that_stand_elsewhere() -> None:
    named = 0
    for case in korean("middle")[:12]:
        for place in detect(plain_page(case.text)).places:
            for said in place.evidence:
                if words := re.match("it was put between '(.*)' and '(.*)', which", said):
                    named += 1
                    assert case.text[: place.start].rstrip().endswith(words[1])
                    assert case.text[place.end :].lstrip().startswith(words[2])
    assert named
