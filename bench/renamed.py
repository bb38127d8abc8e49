"""A text with its nouns swapped for nouns of a like meaning: it reads nearly as before, and is no copy."""

from __future__ import annotations

import random
import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.ko import final_sound
from wonmun.language.load import language
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KIN = 8
"""Nouns that a noun is swapped for one of."""
_SELDOM = 2
"""Articles up to which news hardly uses a noun: such ones are left alone."""
_NAMED = re.compile(r"(?<![0-9가-힣])[가-힣]{2,}")


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
