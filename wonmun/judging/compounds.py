"""Words before nouns in honest texts: `출현 번호` and `출현번호`, rows of compounds, an odd noun behind a modifier.

A phrase that was put there stands before whatever comes next, and one that replaced a word before whatever that word
stood before: seldom before one and the same noun, with a blank and without, and seldom between a modifier and a
noun at each of its places (`그 서버의 오로빛 강화는`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.alike import shared_start
from wonmun.judging.excuses import TOPICAL
from wonmun.language.base import END, GLUED, PARTICLE
from wonmun.language.kiwi import kiwi
from wonmun.language.senses import senses
from wonmun.phrases.meeting import goes_on

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked
    from wonmun.phrases.view import View

FEW = 3
"""Places up to which a word may stand between modifiers and nouns by the way; with more, one replaced there, too."""
LONG = 3
"""Letters from which on they are a noun, known or not, that makes compounds with what it stands behind: 승무패."""
_SHOP, SHOPS = re.compile("점|방|펍|숍|샵|업소|가게|매장|카페"), 2
"""What makes the name of a shop of a word, and places from which on a text tells of such shops."""
_REACH = 40
"""Characters on either side of a place that are looked at."""
_NEXT = re.compile("( ?)([가-힣]{2,})")
_BEFORE = re.compile("([가-힣A-Za-z]+)[,·] ?$")
_BEHIND = re.compile("[,·] ?([가-힣A-Za-z]+)")
_MODIFIERS = ("ETM", "JKG", "MM")
"""Tags of endings, particles and words that lead on to a noun."""


def composed(occ: Occurrences, pick: Picked) -> float:
    """Logits to take off a Korean candidate's score, once or twice `TOPICAL`, or 0."""
    if occ.batch.view.language.code != "ko":
        return 0.0
    view, size = occ.batch.view, len(pick.phrase)
    starts = occ.batch.spans(pick.index).tolist()
    whole = len(starts) > 1 and sum(not _completed(view, pick.phrase, at + size) for at in starts) < 2
    if whole or _is_sold(view, pick.phrase, starts):
        return TOPICAL
    if pick.lexical:
        several = len(starts) <= FEW or _shared_head(view, starts, size) >= LONG
        return TOPICAL * (len(starts) > 1 and several and _one_head(view, starts, size))
    if all(_in_row(view, at, at + size) for at in starts):
        return TOPICAL
    if len(starts) < 2:
        return 0.0
    return TOPICAL * (2 * _one_head(view, starts, size) or _modifies(view, pick.phrase, starts))


def _is_sold(view: View, phrase: str, starts: list[int]) -> bool:
    """Whether a word of a lawful trade is part of what a shop is called at two places: 성인용품점, 복권방."""
    if phrase not in view.language.lexicon.lawful:
        return False
    return sum(goes_on(view, at + len(phrase), _SHOP) for at in starts) >= SHOPS


def _completed(view: View, phrase: str, end: int) -> bool:
    """Whether the letters behind a place make a longer noun of the last word, a known one or a trade's: 게임장."""
    word, rest = phrase.rpartition(" ")[2], view.text[end : int(view.word_end[end])]
    if len(word) < 2 or not rest:
        return False
    if any(name.startswith(word) and name != word for name in view.language.lexicon.topic_pattern.findall(word + rest)):
        return True
    cuts = (cut for cut in range(1, len(rest) + 1) if word + rest[:cut] in senses().place)
    return any(view.language.tail(rest[cut:]).kind in (END, PARTICLE) for cut in cuts)


def _in_row(view: View, start: int, end: int) -> bool:
    """Whether the word is one of several, side by side, that end in the same letters: `국악개론, 판소리개론`."""
    begin, stop = int(view.word_begin[start]), int(view.word_end[end])
    rest = view.text[end:stop]
    before = _BEFORE.search(view.text, max(0, begin - _REACH), begin)
    behind = _BEHIND.match(view.text, stop)
    beside = [m[1] for m in (before, behind) if m]
    return view.language.tail(rest).kind == GLUED and any(
        word.endswith(rest) and len(word) > len(rest) + 1 for word in beside
    )


def _one_head(view: View, starts: list[int], size: int) -> bool:
    """Whether the same known or long noun follows everywhere, with a blank at one place and without at another."""
    shared = _shared_head(view, starts, size)
    if shared >= LONG:
        return True
    word = _NEXT.match(view.text, starts[0] + size)
    return word is not None and any(word[2][:end] in senses().place for end in range(2, shared + 1))


def _shared_head(view: View, starts: list[int], size: int) -> int:
    """Letters that the words behind all places begin with alike; 0 where all or none of them have a blank before."""
    found = [_NEXT.match(view.text, at + size) for at in starts]
    if {m[1] for m in found if m} != {"", " "} or None in found:
        return 0
    return len(shared_start([m[2] for m in found if m]))


def _modifies(view: View, word: str, starts: list[int]) -> bool:
    """Whether a single word stands between a modifier and a noun at all of its few places."""
    return len(starts) <= FEW and " " not in word and all(_slot(view, at, at + len(word)) for at in starts)


def _slot(view: View, start: int, end: int) -> bool:
    """Whether a modifier stands before a place and a noun behind it, on its line."""
    left = view.text[max(0, start - _REACH) : start].rpartition("\n")[2].rstrip()
    right = view.text[end : end + _REACH].partition("\n")[0]
    if not left or not right.startswith(" "):
        return False
    before = kiwi().analyze(left)[0][0]
    behind = kiwi().analyze(right.lstrip())[0][0]
    return bool(before and behind) and before[-1].tag in _MODIFIERS and behind[0].tag.startswith("NN")
