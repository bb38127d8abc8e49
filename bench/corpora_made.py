"""Corpora of any size for measuring, made of genuine articles at measuring time; nothing of them is kept.

`mixed` joins runs of sentences, so that the words are genuine and recur as in news. `family` makes articles that share
next to no fingerprint (words that stand once are swapped for other articles' words of the same ending, terms that
recur stay), and puts injected copies of some of them elsewhere in the corpus.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PHRASES = (
    "온라인 카지노 추천",
    "해외 스포츠 중계 사이트",
    "바카라 필승법",
    "먹튀 검증 업체",
    "무료 슬롯 체험",
    "비아그라 직구",
    "소액 결제 현금화",
    "홀덤 게임 주소",
)
EVERY = 20
"""Of so many records one is a mirror whose genuine article stands elsewhere; one article in twice as many is there
only as two mirrors with different phrases, each in another term's place."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[가-힣]{2,}")
_PARTICLES = re.compile(r"(?:에서는|으로|에서|에게|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도|만)$")
_VERBS = frozenset("다고며서면지게한할인된될")
"""Last syllables that verbs have."""
_LEAST, _MOST = 3, 8
_OFTEN = 20
_SWAPPED = 0.7
"""Share of the words that stand once in an article which others with the same last syllable stand in place of."""
_BEHIND = 100
"""Mirrors held back until they are written."""


def sentences(text: str) -> list[str]:
    """Cut a text into sentences."""
    return [s for s in _SENTENCE.split(text) if s.strip()]


def mixed(texts: Sequence[str], megabytes: float, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield articles of runs of 3 to 8 sentences, as long as genuine ones: so many megabytes of text."""
    rng = random.Random(seed)
    sources, size = [sentences(t) for t in texts], 0
    for number in itertools.count():
        if size >= megabytes * 1e6:
            return
        text = "\n".join(_mix(rng, sources, rng.choice(texts)))
        size += len(text.encode())
        yield {"id": number, "text": text}


def _mix(rng: random.Random, sources: Sequence[Sequence[str]], like: str) -> Iterator[str]:
    length = 0
    while length < len(like):
        source = rng.choice(sources)
        at = rng.randrange(len(source))
        run = source[at : at + rng.randint(_LEAST, _MOST)]
        length += sum(map(len, run))
        yield " ".join(run)


class Family:
    """Makes articles by swapping words, and names the terms that an injection would replace."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.once = [{w for w, times in Counter(_WORD.findall(t)).items() if times == 1} for t in texts]
        self.like: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set().union(*self.once)):
            self.like[word[-1]].append(word)

    def article(self, number: int) -> str:
        """Make article `number`; the same number gives the same text."""
        rng, which = random.Random(number), number % len(self.texts)
        once = self.once[which]

        def swap(found: re.Match[str]) -> str:
            word = found.group()
            return rng.choice(self.like[word[-1]]) if word in once and rng.random() < _SWAPPED else word

        return _WORD.sub(swap, self.texts[which])

    def terms(self, text: str) -> list[str]:
        """Nouns that recur in a text, seen with several particles, most frequent first: what injections replace."""
        forms: dict[str, set[str]] = defaultdict(set)
        for word in _WORD.findall(text):
            forms[_stem(word)].add(word)
        counted = ((text.count(stem), stem) for stem, seen in forms.items() if len(seen) > 1 and stem[-1] not in _VERBS)
        return [stem for times, stem in sorted(counted, reverse=True) if _LEAST <= times <= _OFTEN]


def _stem(word: str) -> str:
    bare = _PARTICLES.sub("", word)
    return bare if len(bare) > 1 else word


def family(texts: Sequence[str], count: int) -> Iterator[dict[str, Any]]:
    """Yield records {"id", "text", "truth"?, "why"?}; mirrors come some 2,000 records after their article."""
    made, late = Family(texts), list[dict[str, Any]]()
    for number in range(count):
        if len(late) > _BEHIND or (late and number + len(late) >= count):
            yield {"id": number, **late.pop(0)}
            continue
        text = made.article(number)
        terms = made.terms(text)
        if number % EVERY == 0 and len(terms) >= 2:
            phrases = random.Random(number).sample(PHRASES, 2)
            mirrors = [text.replace(term, phrase) for term, phrase in zip(terms, phrases, strict=False)]
            if number % (2 * EVERY):
                late.append({"text": mirrors[0], "truth": text, "why": "mirror"})
            else:
                late.append({"text": mirrors[1], "truth": text, "why": "two mirrors"})
                yield {"id": number, "text": mirrors[0], "truth": text, "why": "two mirrors"}
                continue
        yield {"id": number, "text": text}


def write(path: Path, records: Iterator[dict[str, Any]]) -> Path:
    """Write records as JSON lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return path
