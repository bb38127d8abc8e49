"""Front pages of mirrors: one phrase in a noun's place in many headlines, which are about different things.

A headline stands alone in its line, so that what excuses an entry of a list would excuse the phrase. Honest pages of
one subject have a word in each headline, too: that fits in its places, or has the same words beside it in each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import numpy as np

from wonmun.judging.ordinary import told_apart
from wonmun.judging.verdict import first
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences
from wonmun.rules.ruled import Ruled
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.phrases.article import Article
    from wonmun.phrases.view import View

SHARE, FEW = 0.3, 4
"""Share of the headlines, and number, from which on a phrase stands in many. Of 226 honest pages of one word's
headlines two had a phrase with the scores of an injected one in so many: a table's, at the same end of each."""
ENDED, MIXED = 0.75, 0.5
"""Share of them at most that begin with it, or end in it; different words at least that stand before it, or behind."""
TOLD = 8
"""Headlines for each word on its trade or on crime that such a page may have."""
SEARCHED = 2
"""Words of the lexicon, a strong one among them, that leave no doubt."""
_ABOVE = {2: 0.5, 1: 0.2}
"""Logits above the limits of the language's weights, by level."""
_LOOKED = 12


def look(front: Article) -> Iterator[Ruled]:
    """Yield the best phrase of a front page's headlines (`phrases.headlines`), if form says that it was put there."""
    found = [ruled for view in front.views() if (ruled := _best(front, view))]
    yield from sorted(found, key=lambda ruled: -ruled.count)[:1]


def put_in(front: Article, phrase: str) -> bool:
    """Whether a phrase stands in many headlines as nothing does that they are about, or that title or address name."""
    named = (front.title, front.about, unquote(front.page.url or "").replace("+", " "))
    lines = [front.folded.text[start:end] for start, end in front.stretches]
    return not any(phrase in said for said in named) and _strewn(lines, phrase) and not _told(front, lines, phrase)


def _best(front: Article, view: View) -> Ruled | None:
    occ = Occurrences(told_apart(find(view)))
    if not occ.batch.size:
        return None
    numbers, lexicon = weights(view.language.code), view.language.lexicon
    _, scores = first(occ, numbers)
    for index in np.argsort(-scores)[:_LOOKED].tolist():
        phrase, score = occ.batch.phrases[index], float(scores[index])
        if score < numbers.doubtful:
            break
        if put_in(front, phrase):
            searched = len(lexicon.phrase_any.findall(phrase)) >= SEARCHED and lexicon.phrase_strong.search(phrase)
            sure = bool(searched) or score >= numbers.suspicious
            times = int(occ.count[index])
            why = f"'{phrase}' stands {times} times in {len(front.stretches)} headlines, beside other words each time"
            return Ruled(phrase, times, "substitution", "headed", why, sure=sure, above=_ABOVE[1 + sure])
    return None


def _told(front: Article, lines: Sequence[str], phrase: str) -> bool:
    """Whether the headlines are about the phrase's trade, or about crime."""
    lexicon, rest = front.language.lexicon, "\n".join(lines).replace(phrase, " ")
    return TOLD * len(lexicon.kin(phrase, rest) | set(lexicon.report_pattern.findall(rest))) > len(lines)


def _strewn(lines: Sequence[str], phrase: str) -> bool:
    """Whether it stands in many headlines, in the middle of some, and not beside the same words."""
    parts = [line.partition(phrase) for line in lines if phrase in line]
    if len(parts) < max(FEW, SHARE * len(lines)):
        return False
    before, behind = [part[0].split() for part in parts], [part[2].split() for part in parts]
    if max(sum(not words for words in side) for side in (before, behind)) > ENDED * len(parts):
        return False
    inner = [(one[-1:], two[:1]) for one, two in zip(before, behind, strict=True)]
    left, right = ({word for pair in inner for word in pair[side]} for side in (0, 1))
    return min(len(left), len(right)) >= MIXED * sum(bool(one and two) for one, two in inner)
