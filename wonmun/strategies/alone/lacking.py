"""A noun of the page's own title or description that its article lacks: what was replaced stands nowhere else.

Who rewrites an article's text often leaves its head. Hardly a noun of a genuine title is missing in its article; where
one is, it fits the particles of all places of a phrase and reads there as well as what the page speaks of, it stood
there.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.kiwi import kiwi
from wonmun.language.particles import stems
from wonmun.language.senses import senses
from wonmun.looks import spam_words
from wonmun.strategies.own.reading import OWN_SCORE, Wide, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.strategies.places.slots import Group
    from wonmun.strategies.weighed.decide import Judgement
    from wonmun.strategies.weighed.scores import View

PLACES = 3
"""Places from which on they agree by no accident."""
TWO = -2.0
"""Logit of two terms up to which there is one."""
_BEHIND, _AHEAD, _INSIDE, _SPARED = -3.6, 7.0, 1.5, -0.7
"""Log probability, the mean of all places, by which such a noun may lie behind the best of all others; must lead others
that the article lacks, and those it stands in or that stand in it; and may lie behind words that may have been spared.
Set on some 100 copies of news and of an outside set whose title was left alone; of other
copies of five sets 308 places were filled so, 9 of them wrong (의무 for 재택근무; 분실물 for 유실물, see `_twins`)."""
_OTHERS, _WORDS, _COMMON = 8, 14, 60
"""Candidates of the models, words of the page and commonest nouns that are read beside it."""
_SHARE, _LEAST = 0.2, 2
"""For each place, how often a word stands in the article that may have been spared there; that many times at least."""
_ENDING = 2
_COUNTED = re.compile(r"제?\d")
"""What a number begins, of an issue or a meeting: 제81 of 제81차, seen from outside at nine places of 대통령."""
_FAR, _EVEN = 7.5, 5.0
_WIDE = Wide(places=8, left=4, right=4)
_NOUNS = frozenset({"NNG", "NNP", "SL", "SN", "XSN", "XPN", "NR", "NNB"})
_PLURAL = "들"
_LONG = 80
"""Letters from which on a text of the head may be cut off within its last word."""
_TEXTS, _READ = 20, 400
"""Texts of a head that are looked through, title and description first, and letters of each: tags may be thousands."""


def lacking(view: View, judged: Judgement) -> str:
    """Give the noun that stands at all places of a phrase by the page's own head; "" where none surely does."""
    group = view.facts.group
    if len(group.slots) < PLACES or not judged.possible or judged.two > TWO:
        return ""
    if any(s.left[-1:].isdigit() for s in group.slots):
        return ""
    found = absent(group)
    if not found:
        return ""
    known = [view.facts.terms[t] for t in view.mixture.order[:_OTHERS].tolist()]
    said = Counter(w for w in stems(group.rest) if len(w) > 1)
    words = [w for w, _ in said.most_common(_WORDS)]
    others = [w for w in dict.fromkeys([*known, *words, *senses().names[:_COMMON]]) if not _nested(w, found)]
    plain, own = readings(group.slots, [*found, *others], _WIDE)
    top = int(own[: len(found)].mean(1).argmax())
    if any(_twins(found[top], w) for w in said):
        return ""
    return found[top] if _holds(group, (found, others), top, (plain, own)) else ""


def _twins(one: str, other: str) -> bool:
    """Say whether two words end alike and may be one thing's names: the title said 분실물, the article 유실물."""
    return min(len(one), len(other)) > _ENDING and one[-_ENDING:] == other[-_ENDING:] and one != other


def absent(group: Group) -> list[str]:
    """Give the nouns of the page's own head that its article lacks and no place speaks against."""
    named = dict.fromkeys(n for text in group.titles[:_TEXTS] for n in _named(text[:_READ]))
    return [
        n for n in named
        if n not in group.rest and n not in group.phrase and not _COUNTED.match(n) and not group.misfits(n)
        and not any(s.right[:1] == n[-1] for s in group.slots) and not spam_words(n, "ko")
    ]  # fmt: skip


def _named(text: str) -> Iterable[str]:
    """Give the nouns of a text: words of them, and what these are made of."""
    tokens = kiwi().tokenize(text)
    runs: list[list[int]] = []
    for token in tokens:
        if token.tag not in _NOUNS or token.form == _PLURAL:
            continue
        end = token.start + token.len
        if runs and runs[-1][-1] == token.start:
            runs[-1].append(end)
        else:
            runs.append([token.start, end])
    for edges in runs:
        if edges[-1] == len(text) >= _LONG:
            continue
        whole = text[edges[0] : edges[-1]]
        yield from (text[a:b] for a, b in combinations(edges, 2) if b - a > 1)
        yield from (n for i in range(2, len(whole) - 1) for n in (whole[:i], whole[i:]) if n in senses().place)


def _nested(word: str, others: Sequence[str]) -> bool:
    return any(word in o or o in word for o in others)


def _holds(group: Group, names: tuple[list[str], list[str]], top: int, read: tuple[Numbers, Numbers]) -> bool:
    """Say whether a noun reads well enough, compared with the article's nouns and the other ones that it lacks."""
    (found, others), (plain, own) = names, read
    ahead = own[top].mean() - own.mean(1)
    name = found[top]
    lacked = [(n, a) for n, a in zip(found, ahead.tolist(), strict=False) if n != name]
    inside = [a for n, a in lacked if _nested(n, [name])]
    apart = [a for n, a in lacked if not _nested(n, [name])]
    if min(inside, default=np.inf) < _INSIDE or min(apart, default=np.inf) < _AHEAD:
        return False
    if ahead[len(found) :].min(initial=np.inf) < _BEHIND:
        return False
    least = max(_LEAST, _SHARE * len(group.slots))
    spared = [len(found) + i for i, w in enumerate(others) if group.rest.count(w) >= least]
    free = plain - (plain - own) / OWN_SCORE
    return bool(np.clip(free[top] - free[spared], -_FAR, _EVEN).mean(1).min(initial=np.inf) >= _SPARED)
