"""Words of a trade that a report names by the way, where they fit in: `급전 대출` in news of swindlers, `토토 기금`.

Such texts say the word once or twice and nothing else of its trade. Nobody searches so: what they add to it is no word
of searches, and it stands as nouns do, before a particle that fits at one place and before another noun elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun import signals
from wonmun.alike import shared_start
from wonmun.judging.abroad import ODD
from wonmun.language.base import PARTICLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.language.base import Language
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked
    from wonmun.phrases.view import View

FEW = 2
"""Places up to which a word is named by the way."""
REPORT, LONG = 2, 500
"""Different words of crime reports that make a text of so many letters one; in a longer text more are wanted."""
_TOLD = signals.NAMES.index("told")
_ASKED = [signals.NAMES.index(n) for n in ("query_share", "query_tail", "searched")]
_BROKEN = [*ODD, *(signals.NAMES.index(n) for n in ("both", "parted", "after_ending"))]
_NEXT = re.compile(" ([가-힣]{2,})")
_KINDS = [signals.NAMES.index(n) for n in ("plain_spam", "vague_spam", "traded")]


def named(occ: Occurrences, pick: Picked) -> bool:
    """Whether a Korean phrase with a word of a trade is named by the way: by a report, or as part of a compound."""
    view, row = occ.batch.view, pick.row
    if view.language.code != "ko" or occ.count[pick.index] > FEW or not row[_KINDS].any():
        return False
    if row[_BROKEN].any() or row[_ASKED].any():
        return False
    starts = occ.batch.spans(pick.index).tolist()
    head = _head(view, [at + len(pick.phrase) for at in starts])
    ends = [at + len(pick.phrase) + len(head) for at in starts]
    if not any(view.language.tail(view.text[end : int(view.word_end[end])]).kind == PARTICLE for end in ends):
        return False
    told = row[_TOLD] >= REPORT * max(1.0, len(view.text) / LONG)
    return bool(told) or (len(starts) > 1 and _is_compound(view.language, pick.phrase + head))


def _head(view: View, ends: Sequence[int]) -> str:
    """The blank and the noun behind all places, '' where it is not the same."""
    found = [_NEXT.match(view.text, end) for end in ends]
    word = shared_start([m[1] for m in found if m]) if all(found) else ""
    noun = view.language.without_particle(word) or word
    return f" {noun}" if len(noun) > 1 else ""


def _is_compound(speech: Language, phrase: str) -> bool:
    """Whether behind a trade's name stands a noun that no search ends in: `토토 기금`, `호텔과 카지노 단지`."""
    *before, trade, last = f" {phrase}".split(" ")
    lexicon = speech.lexicon
    if trade not in lexicon.topic | lexicon.lawful or last in lexicon.query or lexicon.phrase_any.search(last):
        return False
    return all(not word or speech.without_particle(word) for word in before)
