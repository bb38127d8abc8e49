"""Injects phrases into genuine articles the way spammers do, with the truth beside them.

Families: `whole` every occurrence of a term, `partial` two thirds of them, `double` two terms, `lead` before
sentences and clauses without a space, `middle` between two words, `pair` and `single` two places or one of those,
`excerpt` a piece of one. For fitting and for test cases.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

_WORD = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z0-9]*")
_PARTICLE = re.compile(
    r"(?:에서는|에서도|으로는|으로도|에게는|이라는|이라고|에서|에게|으로|까지|부터|보다|처럼|라는|라고|에는|에도|와의|과의|들은|들이|들을|들의|이며|이고"
    r"|은|는|이|가|을|를|의|에|로|와|과|도|만|나|들|인)$"
)
_NO_NOUN = re.compile(r"(?:하|했|된|되|한|할|적|다|고|며|서|면|지|게|있|없|는|해|여|라|니|려)$")
_CLAUSE = re.compile(r"(?<=[가-힣])[.,]\s+")
_PARTS = ("pair", "single", "excerpt")
_GAP = re.compile(r"(?<=[가-힣]) (?=[가-힣])")
_DRAWN = 5
"""Terms of a text, the most frequent ones, that one is drawn from."""
_FIRST = 0.5
"""How often it is the very first without a draw."""


@dataclass(frozen=True)
class Spoiled:
    """An injected text. `spans`: (start, end, what stood there), ascending."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    family: str
    phrase: str
    terms: tuple[str, ...] = ()


def nouns(text: str, least: int = 3) -> list[str]:
    """Terms worth replacing, the most frequent first: seen bare or with several particles."""
    forms: dict[str, set[str]] = {}
    for word in _WORD.findall(text):
        stem = word if word.isascii() else _PARTICLE.sub("", word)
        if len(stem) >= 2:
            forms.setdefault(stem, set()).add(word[len(stem) :])
    scored = []
    for stem, endings in forms.items():
        times = text.count(stem)
        plain = stem.isascii() or (len(endings) >= 2 and not _NO_NOUN.search(stem))
        if plain and times >= least and len(stem) <= 12:
            scored.append((times * min(len(stem), 4), stem))
    return [stem for _, stem in sorted(scored, reverse=True)]


def put(text: str, cuts: Sequence[tuple[int, int]], phrase: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Write the phrase over each cut."""
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    last = at = 0
    for start, end in sorted(cuts):
        at += start - last
        parts.extend((text[last:start], phrase))
        spans.append((at, at + len(phrase), text[start:end]))
        at += len(phrase)
        last = end
    parts.append(text[last:])
    return "".join(parts), tuple(spans)


def spoil(text: str, phrase: str, family: str, rng: random.Random) -> Spoiled | None:
    """Inject; None where the family does not fit the text."""
    if phrase in text:
        return None
    if family in _PARTS:
        whole = spoil(text, phrase, rng.choice(("whole", "whole", "lead", "middle")), rng)
        return whole and _part(whole, family, rng)
    found = _cuts(text, phrase, family, rng)
    if found is None:
        return None
    cuts, terms = found
    done, spans = put(text, cuts, f" {phrase}" if family == "middle" else phrase)
    return Spoiled(done, spans, family, phrase, terms)


def _part(whole: Spoiled, family: str, rng: random.Random) -> Spoiled | None:
    if family == "excerpt":
        return excerpt(whole, rng)
    return replace(keep(whole, 2 if family == "pair" else 1, rng), family=family)


_Cuts = tuple[list[tuple[int, int]], tuple[str, ...]]


def _cuts(text: str, phrase: str, family: str, rng: random.Random) -> _Cuts | None:
    if family in ("lead", "middle"):
        return _gaps(text, family, rng)
    return _terms(text, phrase, family, rng)


def _gaps(text: str, family: str, rng: random.Random) -> _Cuts | None:
    """Where something can be put in: before sentences and clauses, or between words."""
    lead = family == "lead"
    spots = [m.end() for m in _CLAUSE.finditer(text)] if lead else [m.start() for m in _GAP.finditer(text)]
    if len(spots) < (5 if lead else 20):
        return None
    times = rng.randint(2, max(2, len(spots) // 4)) if lead else rng.randint(2, 6)
    return [(s, s) for s in rng.sample(spots, min(times, len(spots)))], ()


def _terms(text: str, phrase: str, family: str, rng: random.Random) -> _Cuts | None:
    """Where a term stands, or some of its places, or two terms."""
    pool = _pool(text, phrase)
    if not pool:
        return None
    term = pool[0] if rng.random() < _FIRST else rng.choice(pool)
    cuts = _places(text, term)
    if family == "partial":
        if len(cuts) < 4:
            return None
        cuts = sorted(rng.sample(cuts, len(cuts) - max(1, len(cuts) // 3)))
    if family != "double":
        return cuts, (term,)
    others = [t for t in pool if t not in term and term not in t]
    if not others:
        return None
    second = rng.choice(others)
    taken = {i for a, b in cuts for i in range(a, b)}
    return cuts + [c for c in _places(text, second) if not taken & set(range(*c))], (term, second)


def _pool(text: str, phrase: str) -> list[str]:
    return [t for t in nouns(text) if t not in phrase and phrase not in t][:_DRAWN]


def chance(text: str, phrase: str, terms: Sequence[str]) -> float:
    """Say how often `spoil` draws these terms, or this one, of a text first (0..1); `terms` has no term twice.

    Who injects a text again and again so that other terms are replaced each time gets them more evenly than that.
    """
    pool = _pool(text, phrase)
    if not set(terms) <= set(pool):
        return 0.0
    alone = [(1 - _FIRST) / len(pool) + _FIRST * (t == pool[0]) for t in terms]
    return alone[0] if len(terms) == 1 else sum(alone) / (len(pool) - 1)


def _places(text: str, term: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(re.escape(term), text)]


def keep(spoiled: Spoiled, times: int, rng: random.Random) -> Spoiled:
    """Undo all but a few places."""
    kept = set(rng.sample(range(len(spoiled.spans)), min(times, len(spoiled.spans))))
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    last = at = 0
    for number, (start, end, original) in enumerate(spoiled.spans):
        at += start - last
        written = spoiled.text[start:end] if number in kept else original
        if number in kept:
            spans.append((at, at + len(written), original))
        parts.extend((spoiled.text[last:start], written))
        at += len(written)
        last = end
    parts.append(spoiled.text[last:])
    return replace(spoiled, text="".join(parts), spans=tuple(spans), terms=())


def excerpt(spoiled: Spoiled, rng: random.Random) -> Spoiled | None:
    """Cut 250–700 characters around one place."""
    middle, width = rng.choice(spoiled.spans)[0], rng.randint(250, 700)
    low = max(0, middle - width // 2)
    low = spoiled.text.find(" ", low) + 1 if low else 0
    high = min(len(spoiled.text), low + width)
    spans = tuple((a - low, b - low, o) for a, b, o in spoiled.spans if a >= low and b <= high)
    return replace(spoiled, text=spoiled.text[low:high], spans=spans, family="excerpt", terms=()) if spans else None


def title_of(title: str, spoiled: Spoiled) -> str:
    """The title rewritten like the text."""
    for term in spoiled.terms:
        title = title.replace(term, spoiled.phrase)
    return title


def words_of(texts: Sequence[str], least: int) -> list[str]:
    """Stems that at least so many of the texts use as nouns."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(nouns(text, 1)))
    return sorted(w for w, n in counts.items() if n >= least)
