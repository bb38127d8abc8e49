"""Finding: page → which stretches were put there, and why. Knows nothing beyond the page but what `standing` says."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from wonmun import signals
from wonmun.article import Article, read_article
from wonmun.candidates import find
from wonmun.model import Detection, Place
from wonmun.occurrences import Occurrences
from wonmun.places import describe, kind_of
from wonmun.verdict import judge, trace, weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.model import Kind, Page, Standing, Trace, Verdict


class _Phrase:
    """A phrase found in one of the windows."""

    def __init__(self, text: str, score: float, kind: Kind, reasons: tuple[str, ...], how: Trace) -> None:
        self.text = text
        self.score = score
        self.kind = kind
        self.reasons = reasons
        self.trace = how


def detect(page: Page, standing: Callable[[str], Standing] | None = None) -> Detection:
    """Find injected phrases of a page. Raises nothing on any page.

    `standing` says in how many other pages a phrase stands; without it only the page itself counts.
    """
    article = read_article(page)
    limits = weights(article.language.code)
    found: dict[str, _Phrase] = {}
    for _, view in article.views():
        occ = Occurrences(find(view))
        if not occ.batch.size:
            continue
        picked, rows = judge(occ)
        for pick in picked:
            score = pick.score + _known(pick.phrase, standing)
            known = found.get(pick.phrase)
            if known is None or known.score < score:
                kind = kind_of(occ, pick.index)
                reasons = signals.explain(occ, pick.index)
                found[pick.phrase] = _Phrase(pick.phrase, score, kind, reasons, trace(occ, pick, rows))
    phrases = sorted(found.values(), key=lambda p: -p.score)
    best = phrases[0].score if phrases else -9.0
    verdict: Verdict = (
        "injected" if best >= limits.injected else "suspicious" if best >= limits.suspicious else "clean"
    )
    if verdict == "clean":
        return Detection("clean", _squash(best - limits.suspicious) / 2)
    limit = limits.injected if verdict == "injected" else limits.suspicious
    kept = [p for p in phrases if p.score >= limit]
    places = _places(article, kept)
    score = 0.5 + _squash(best - limits.injected) / 2 if verdict == "injected" else 0.5
    return Detection(verdict, round(score, 4), places, kept[0].reasons, tuple(p.trace for p in phrases))


def _squash(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _known(phrase: str, standing: Callable[[str], Standing] | None) -> float:
    """What other pages say: injected elsewhere raises the score, standing in many genuine pages lowers it."""
    if standing is None:
        return 0.0
    other = standing(phrase)
    return 1.5 * math.log1p(other.injected) - 1.2 * math.log1p(max(0, other.genuine - 1))


def _places(article: Article, phrases: list[_Phrase]) -> tuple[Place, ...]:
    """Every occurrence of the phrases on the whole page, longer ones first, in order."""
    by_text = {p.text: p for p in sorted(phrases, key=lambda p: -len(p.text))}
    pattern = re.compile("|".join(map(re.escape, by_text)))
    text = article.folded.text
    places = []
    for match in pattern.finditer(text):
        phrase = by_text[match.group()]
        start, end = match.span()
        if (
            phrase.kind == "insertion"
            and text[max(0, start - 1) : start] == " "
            and text[end : end + 1] in (" ", "", "\n", ".", ",")
        ):
            start -= 1
        first, last = article.folded.span(start, end)
        evidence = describe(article, match.start(), match.end(), phrase.reasons)
        places.append(Place(first, last, phrase.kind, phrase.text, evidence))
    return tuple(places)
