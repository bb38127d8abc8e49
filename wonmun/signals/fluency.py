"""How well the sentences read with the phrase, without it, and with a plain noun: Kiwi's sentence scores.

Loaded on first need (about a second, 300 MB) and asked for the few candidates of doubtful pages only.
"""

from __future__ import annotations

import math
import statistics
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.kiwi import kiwi

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = (
    "gain_deleted", "gain_deleted_top", "gain_deleted_low", "gain_noun", "gain_noun_top", "gain_noun_low",
    "own_score", "crossing", "retagged", "noun_follows", "context_score", "proper", "pieces",
    "running",
)  # fmt: skip
"""Log-likelihood / 10 gained by deleting the phrase (median, most, least) and by a plain noun in its place (median,
most, least) · the
phrase's own score by letter · shares of places: a morpheme crosses its edge, it is read differently than
alone, a noun is glued
behind · score of its surroundings by letter · share of proper nouns in it · morphemes by letter
· particles and endings in it by word: people search for nouns, a piece of running text has both."""
PLACES = 4
ASKED = 4
"""At most so many candidates of a window are read."""
AWRY = -20.0
"""Log-likelihood gained by deleting the phrase below which a first look asks no plain noun: of 747 such looks 117 read
so much worse without it, and one of these, in an honest text, would have hoped for more with a noun."""
LEFT, RIGHT = 24, 18
_CASES = ("JKS", "JKO", "JX", "JKC")
_CONTRACTED = ("NP", "NNB")
"""What a particle runs into within one letter: 그걸, 하는 걸, 난."""
_NO_NOUN = ("J", "E", "V", "M", "XSV", "XSA")
"""Beginnings of tags that no noun phrase without a particle has."""
_MARKS = ("SF", "SP", "SSO", "SSC")
_OF_VERBS = ("VV", "VX", "VA", "XSV", "XSA", "E")
_NOUNS = ("회사", "사람")
_LIKE_COPULA = "임라"
"""Last letters of nouns that are a whole copula with its ending, too."""


@lru_cache(4096)
def _read(text: str) -> tuple[float, tuple[tuple[int, int, str], ...]]:
    """Score of the best reading, and its morphemes: start, end, tag."""
    tokens, score = kiwi().analyze(text)[0]
    return score, tuple((t.start, t.end, t.tag) for t in tokens)


def is_nouns(text: str) -> bool:
    """Whether the best reading of a text is nouns and nothing else: no particle, ending, verb or modifier."""
    return not any(tag.startswith(_NO_NOUN) for _, _, tag in _read(text)[1])


def is_verbal(text: str, span: tuple[int, int]) -> bool:
    """Whether a stretch of a text is read as parts of verbs and nothing else but marks; False for an empty one."""
    start, end = span
    tags = [tag for a, b, tag in _read(text)[1] if a < end and start < b and tag not in _MARKS]
    return bool(tags) and all(tag.startswith(_OF_VERBS) for tag in tags)


def _score(text: str) -> float:
    return _read(text)[0] if text.strip() else 0.0


def measure(occ: Occurrences, indices: Sequence[int], places: int = PLACES) -> NDArray[np.float64]:
    """One row for each of the candidates named, read at so many places, spread over all of them.

    A first look, at one place of several, tries one plain noun only: of 1,360 such looks 7 hoped for less so.
    """
    return np.array([_row(occ, i, places) for i in indices], float).reshape(-1, len(NAMES))


def ends_in_particle(occ: Occurrences, index: int, size: int) -> bool:
    """Whether what follows the first `size` letters of a candidate is read as a particle at most of its places."""
    phrase, starts = occ.batch.phrases[index], occ.batch.spans(index).tolist()[:PLACES]
    votes = 0
    for start in starts:
        left, right = _around(occ.batch.view.text, start, start + len(phrase))
        _, morphemes = _read(left + phrase + right)
        votes += any(a == len(left) + size and tag.startswith(("J", "VCP")) for a, _, tag in morphemes)
    return 2 * votes > len(starts)


def is_clause(phrase: str) -> bool:
    """Whether the phrase ends in a verb with its ending (충전했고), or has a subject, an object or a topic.

    Running text, nothing that people search for: `스포츠토토가 경마와 유사한 방`. Kiwi takes the last letter of a noun
    that it does not know for a copula (마루타임, 사이트라), which none of those are, and the ㄹ or ㄴ that a name ends
    in for a particle (아스트랄 TV), which only pronouns and their like run into.
    """
    _, morphemes = _read(phrase)
    last = phrase.rfind(" ") + 1
    for before, (start, end, tag) in pairwise(((0, 0, ""), *morphemes)):
        if tag in _CASES and phrase[end : end + 1] == " " and (start >= before[1] or before[2] in _CONTRACTED):
            return True
    tags = [tag for start, _, tag in morphemes if start >= last]
    verbal = any(tag.startswith("V") or tag in ("XSV", "XSA") for tag in tags)
    copula = phrase[-1] in _LIKE_COPULA and tags[-2:-1] == ["VCP"] and morphemes[-2][0] == len(phrase) - 1
    return len(phrase) - last >= 3 and verbal and not copula and tags[-1] in ("EC", "EF", "ETM", "EP")


def _row(occ: Occurrences, index: int, most: int) -> tuple[float, ...]:
    phrase, starts = occ.batch.phrases[index], occ.batch.spans(index).tolist()
    nouns, least = (_NOUNS[:1], AWRY) if most == 1 < len(starts) else (_NOUNS, -math.inf)
    if len(starts) > most:
        starts = [starts[round(i * (len(starts) - 1) / max(1, most - 1))] for i in range(most)]
    alone, morphemes = _read(phrase)
    places = [_place(occ.batch.view.text, start, phrase, nouns, least) for start in starts]
    deleted, noun, crossing, tags, follows, around = zip(*places, strict=True)
    plain = tuple(m[2] for m in morphemes)
    letters = len(phrase.replace(" ", ""))
    return (
        statistics.median(deleted) / 10,
        max(deleted) / 10,
        min(deleted) / 10,
        statistics.median(noun) / 10,
        max(noun) / 10,
        min(noun) / 10,
        alone / letters,
        sum(crossing) / len(places),  # as `statistics.mean`, which takes a hundred times as long
        sum(t != plain for t in tags) / len(places),
        sum(follows) / len(places),
        around[0] if len(places) == 1 else statistics.mean(around),
        sum(t == "NNP" for t in plain) / max(1, len(plain)),
        len(plain) / letters,
        sum(t[0] in "JE" for t in plain) / (1 + phrase.count(" ")),
    )


def _place(
    text: str, start: int, phrase: str, nouns: Sequence[str], least: float = -math.inf
) -> tuple[float, float, bool, tuple[str, ...], bool, float]:
    """Gains of deleting and of the best noun, and how the phrase is read right there.

    Where deleting gains less than `least`, a noun is taken to gain as much.
    """
    alone = _score(phrase)
    left, right = _around(text, start, start + len(phrase))
    whole, morphemes = _read(left + phrase + right)
    begin, end = len(left), len(left) + len(phrase)
    rest = left.rstrip() + " " + right.lstrip() if left.endswith(" ") and right.startswith(" ") else left + right
    without = _score(rest) + alone - whole
    noun = without
    if without >= least:
        noun = max(_score(left + n + right) - _score(n) for n in nouns) + alone - whole
    crossing = any(a < begin < b or a < end < b for a, b, _ in morphemes)
    tags = tuple(t for a, b, t in morphemes if a >= begin and b <= end)
    after = next((m for m in morphemes if m[0] >= end), None)
    follows = after is not None and after[0] == end and after[2].startswith("N")
    return without, noun, crossing, tags, follows, (whole - alone) / max(1, len(left) + len(right))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands around, cut at spaces, not beyond the line."""
    first = max(text.rfind("\n", 0, start) + 1, start - LEFT)
    if first == start - LEFT:
        first = max(first, text.find(" ", first, start) + 1)
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    last = min(stop, end + RIGHT)
    if last == end + RIGHT:
        space = text.rfind(" ", end, last)
        last = space if space > end else last
    return text[first:start], text[end:last]


def explain(row: NDArray[np.float64], phrase: str) -> str:
    """Say that the sentences read better without it."""
    deleted, noun = float(row[NAMES.index("gain_deleted")]), float(row[NAMES.index("gain_noun")])
    if max(deleted, noun) < 1:
        return ""
    how = "without it" if deleted >= noun else "with a plain noun in its place"
    return f"the sentences around '{phrase}' read better {how}"
