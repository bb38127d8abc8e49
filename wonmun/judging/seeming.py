"""What only seems put in: headings that lost their line breaks, and words that are one half said twice (자장자장)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun import signals
from wonmun.judging.excuses import TOPICAL

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

_SPAM = signals.NAMES.index("spam_words")
_STOPS = frozenset(".!?")


def seeming(occ: Occurrences, pick: Picked) -> float:
    """Logits to take off the score of a Korean candidate without a word of spam: `TOPICAL`, or 0."""
    if occ.batch.view.language.code != "ko" or pick.row[_SPAM]:
        return 0.0
    return TOPICAL * (_doubled(pick.phrase) or _headed(occ, pick))


def _doubled(phrase: str) -> bool:
    """Whether it is one half said twice, as songs and onomatopoeia do.

    >>> _doubled("자장자장"), _doubled("반짝반짝"), _doubled("자장면")
    (True, True, False)
    """
    half, odd = divmod(len(phrase), 2)
    return half > 1 and not odd and phrase[:half] == phrase[half:]


def _headed(occ: Occurrences, pick: Picked) -> bool:
    """Whether known nouns stand between a full stop and the next word without a blank everywhere.

    Such are headings of a page whose line breaks were lost (`그룹이다.생김새 특징이 벌레는`). Phrases are put before
    sentences where these begin: behind a blank, a line break, or a comma.
    """
    mine = occ.batch.owner == pick.index
    text = occ.batch.view.text
    stopped = all(text[at - 1 : at] in _STOPS for at in occ.batch.pos[mine].tolist())
    known = all(map(occ.batch.view.language.known, pick.phrase.split(" ")))
    return stopped and known and bool(occ.glued_right[mine].all())
