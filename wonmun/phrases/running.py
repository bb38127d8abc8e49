"""What a phrase before a sentence runs into that looks like something else: a quotation's mark, a verb's ending.

`골드문"우리는 간다"`, `골드문한파 쉼터는`: to a look at the next letters the first ends where it should, and the second
goes on as 골드문한다 would.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from wonmun.language.senses import senses

if TYPE_CHECKING:
    from collections.abc import Iterable

OPENING = frozenset("“‘「『")
LONGEST = 4
"""Letters of a noun that are looked at."""
_ENDING = frozenset(
    (
        "하나", "하자", "하지", "하리", "하오", "하대", "하디", "하라", "하구", "하일", "하서", "하야", "하의", "한지",
        "한데", "한적", "한번", "한판", "한수", "해서", "해야", "해주", "해도", "해라", "해지", "함께",
    )
)  # fmt: skip
"""Nouns that are also what verbs end in, and adverbs."""
_POLITE = re.compile("(?:니다|려요|세요)$")
_COPULA = "인"
_BEHIND_NOUN = re.compile("[가-힣](?<![지데가듯양즉만바걸들])|[,.]")
"""What follows nouns and no copula: 주인공인데, 주인공인지."""
_SHUT = frozenset("\n.,?!…’”\"'") | {""}
"""What stands behind a sentence; the text's end, too."""


def runs_on(text: str, line: int, end: int, stop: int) -> bool:
    """Whether what begins at `end` is a quotation or a known noun.

    `line`: where the line begins, `stop`: where the word ends. A straight mark opens a quotation where as many
    opened as closed before it in the line.
    """
    mark = text[end : end + 1]
    if mark.isalnum():
        return noun_like(text[end:stop])
    opens = mark in OPENING or text.count(mark, line, end) % 2 == 0
    return opens and text[end + 1 : end + 2].isalnum()


def said_in_midst(text: str, phrase: str, starts: Iterable[int]) -> bool:
    """Whether a phrase ends as polite speech does and a sentence goes on behind it everywhere, as behind a noun.

    Or as a copula does (`추천인`) and letters follow at a place that none is followed by.

    >>> text = "가게는 팝니다를 싣고 팝니다 축제를 연다"
    >>> said_in_midst(text, "팝니다", [4, 12]), said_in_midst("빵을 팝니다.", "팝니다", [3])
    (True, False)
    >>> said_in_midst("라온 추천인을 모은다", "라온 추천인", [0]), said_in_midst("주인공인데도 그는", "주인공인", [0])
    (True, False)
    """
    size = len(phrase)
    if phrase[-1] == _COPULA:
        return any(_BEHIND_NOUN.match(text, at + size) for at in starts)
    return _POLITE.search(phrase) is not None and not any(text[at + size : at + size + 1] in _SHUT for at in starts)


@lru_cache(4096)
def noun_like(rest: str) -> bool:
    """Whether letters that a verb may end in begin with a known noun instead.

    >>> noun_like("한파"), noun_like("하지"), noun_like("한다")
    (True, False, False)
    """
    known = senses().place
    return rest[:2] not in _ENDING and any(rest[:size] in known for size in range(2, LONGEST + 1))
