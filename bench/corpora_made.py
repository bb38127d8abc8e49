"""Corpora of any size for measuring, made of genuine articles at measuring time; nothing of them is kept.

`mixed` joins runs of sentences, so that the words are genuine and recur as in news. `renamed` swaps nouns for nouns of
a like meaning: it reads nearly as before and is no copy. `family` makes articles that share
next to no fingerprint (words that stand once are swapped for other articles' words of the same ending, terms that
recur stay), and puts injected copies of some of them elsewhere in the corpus.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.language.ko import final_sound
from wonmun.language.load import language
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

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
_NAMED = re.compile(r"(?<![0-9가-힣])[가-힣]{2,}")
_PARTICLES = re.compile(r"(?:에서는|으로|에서|에게|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도|만)$")
_LEAST, _MOST = 3, 8
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

    def apart(self, number: int) -> str:
        """Make article `number` so that it is hardly ever a copy of another one: another article's terms stand in it.

        A term stands throughout where one with the same kind of last sound stood, so that particles agree.
        """
        rng, which = random.Random(number), number % len(self.texts)
        text, once, kinds = self.texts[which], self.once[which], self._by_sound(rng.randrange(len(self.texts)))
        names: dict[str, str] = {}
        for sound, own in self._by_sound(which).items():
            others = rng.sample(kinds[sound], len(kinds[sound])) or own
            names.update(zip(own, itertools.cycle(others), strict=False))

        def swap(found: re.Match[str]) -> str:
            word = found.group()
            stem = _stem(word)
            if stem in names:
                return names[stem] + word[len(stem) :]
            return rng.choice(self.like[word[-1]]) if word in once else word

        return _WORD.sub(swap, text)

    def _by_sound(self, which: int) -> defaultdict[int | None, list[str]]:
        kinds: defaultdict[int | None, list[str]] = defaultdict(list)
        for term in self.terms(self.texts[which]):
            kinds[final_sound(term[-1])].append(term)
        return kinds

    def terms(self, text: str) -> list[str]:
        """Nouns that recur in a text, seen with several particles, most frequent first: what injections replace."""
        forms: dict[str, set[str]] = defaultdict(set)
        for word in _WORD.findall(text):
            forms[_stem(word)].add(word)
        counted = ((text.count(stem), stem) for stem, seen in forms.items() if len(seen) > 1 and stem[-1] not in _VERBS)
        return [stem for times, stem in sorted(counted, reverse=True) if _LEAST <= times <= _OFTEN]


_KIN = 8
"""Nouns that a noun is swapped for one of."""
_SELDOM = 2
"""Articles up to which news hardly uses a noun: such ones are left alone."""
_SWAPPED = 0.7
"""Share of the words that stand once in an article which others with the same last syllable stand in place of."""
_OFTEN = 20
_VERBS = frozenset("다고며서면지게한할인된될")
"""Last syllables that verbs have."""


def _stem(word: str) -> str:
    bare = _PARTICLES.sub("", word)
    return bare if len(bare) > 1 else word


def renamed(text: str, seed: int) -> str:
    """Swap each noun that news knows for one of a like meaning, throughout the text, and figures for other ones."""
    rng, names = random.Random(seed), dict[str, str]()

    def noun(found: re.Match[str]) -> str:
        word = found.group()
        bare = language("ko").without_particle(word) or word
        if bare not in names:
            names[bare] = rng.choice(_akin(bare) or (bare,))
        return names[bare] + word[len(bare) :]

    def figure(found: re.Match[str]) -> str:
        digits = len(found.group())
        return str(rng.randrange(10 ** (digits - 1), 10**digits))

    return re.sub(r"\d+", figure, _NAMED.sub(noun, text))


@cache
def _akin(word: str) -> tuple[str, ...]:
    """The nouns nearest in meaning to a noun, as long and with the same kind of last sound: its particles fit them."""
    names, common, shapes = _nouns()
    place = senses().place.get(word)
    if place is None or not common[place]:
        return ()
    fits = common & (shapes == shapes[place])
    like = np.where(fits, senses().vectors @ senses().vectors[place], -1)
    return tuple(names[n] for n in np.argsort(-like)[1 : 1 + _KIN].tolist())


@cache
def _nouns() -> tuple[list[str], NDArray[np.bool_], NDArray[np.int64]]:
    """The nouns whose meaning is known, which of them news uses, and their length and last sound in one number."""
    names = list(senses().place)
    common = np.array([language("ko").spread(name) > _SELDOM for name in names])
    return names, common, np.array([4 * len(name) + (final_sound(name[-1]) or 0) for name in names])


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
