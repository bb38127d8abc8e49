"""Where a phrase that was found begins and ends: candidates end where the letters of their places part.

That may be by chance, and within a word of the phrase. All of this is asked of found phrases only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.phrases.heads import without_rest
from wonmun.signals import fluency, reader

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked
    from wonmun.phrases.view import View

OFTEN = 3
"""Places at which nobody writes a noun with a copula each time: 추천인 is a word there."""
_COPULAS = ("인", "이라", "라")
_SIGNS = frozenset("%+")
"""What a number goes on with: `보너스 15%`."""
SHORT = 2
"""Letters of the shortest word that a phrase ends in, or that a clause begins with."""


def bounds(occ: Occurrences, pick: Picked, *, inserted: bool = False) -> str:
    """The phrase from its first letter to its last, without what belongs to the page.

    `inserted`: it was put between or before words, none of which it replaces.
    """
    view = occ.batch.view
    if reader(view.language.code) is not fluency:
        return without_rest(pick.phrase, view, int(occ.count[pick.index]))
    starts = occ.batch.spans(pick.index).tolist()
    phrase = _without_clause(occ, pick, starts)
    if phrase == pick.phrase:
        phrase = _signed(view, _without_particle(occ, pick), starts)
    before = [view.text[int(view.word_begin[at - 1]) : at] for at in starts if at]
    if len(before) < len(starts) or not all(left.endswith(" ") for left in before):
        return phrase
    return (_begun(view, before) or (_first_word(before) if inserted else "")) + phrase


def _first_word(before: list[str]) -> str:
    """The word before what was put in, the same at all places, though the page has it elsewhere: `국내 토토 제재`.

    Where something is put in at random, no word of the page stands before it each time.
    """
    same = len(before) >= OFTEN and len(set(before)) == 1 and before[0][:-1].isalnum()
    return before[0] if same else ""


def _without_particle(occ: Occurrences, pick: Picked) -> str:
    """Take off a particle, where the reader takes it for one at most places."""
    phrase = pick.phrase
    bare = occ.batch.view.language.without_particle(phrase)
    if bare is None or len(bare.rpartition(" ")[2]) < SHORT:
        return phrase
    if occ.count[pick.index] >= OFTEN and phrase[len(bare) :] in _COPULAS:
        return phrase
    return bare if fluency.ends_in_particle(occ, pick.index, len(bare)) else phrase


def _signed(view: View, phrase: str, starts: list[int]) -> str:
    """Add the sign that follows a number at all places."""
    behind = {view.text[at + len(phrase) : at + len(phrase) + 1] for at in starts}
    return phrase + behind.pop() if phrase[-1].isdecimal() and len(behind) == 1 and behind <= _SIGNS else phrase


def _without_clause(occ: Occurrences, pick: Picked, starts: list[int]) -> str:
    """Leave off the word that the clauses behind begin with, where it is the same at both of two places.

    `패턴상괭이는` and `패턴상괭이가` on a page that has 상괭이 by itself, too. A clause that begins with a figure says
    another one each time, so that the same at both belongs to the phrase: 벳24.
    """
    view, word = occ.batch.view, pick.phrase.rpartition(" ")[2]
    if len(starts) >= OFTEN or view.language.known(word) or not occ.sentence_start[occ.batch.owner == pick.index].all():
        return pick.phrase
    searched = view.language.lexicon.phrase_any.regex
    for cut in range(SHORT, len(word) - SHORT + 1):
        rest = word[cut:]
        alone = rest[0].isalpha() and re.search(rf"(?<!\w){re.escape(rest)}", view.text)
        if alone and not searched.match(word, cut):
            return pick.phrase[: len(pick.phrase) - len(word) + cut]
    return pick.phrase


def _begun(view: View, before: list[str]) -> str:
    """The word before the phrase that is the same at all places, though glued to other letters: `2.4먹튀 보증 업체`.

    No candidate begins within a word, so that such a one lacks its first word.
    """
    size = next((n for n in range(1, 1 + min(map(len, before))) if len({left[-n] for left in before}) > 1), 0) - 1
    same = before[0][-size:] if size > SHORT else ""
    return same if same and view.text.count(same) == len(before) else ""
