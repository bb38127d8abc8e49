"""Particles left over from the word that stood there: `사이트은`, or both 은 and 는 after one phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.base import PARTICLE
from wonmun.phrases.columns import table
from wonmun.scripts import table_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = ("wrong", "wrong_rate", "right", "mixed", "wrong_kinds", "one_particle", "particle_kinds", "loose")
"""Logs of how many do and do not fit · their share · log of the smaller of both · different wrong ones ·
always the same one
follows · different ones by occurrence · a particle behind a space."""

_LONE = table_of("을를은는의에와과")


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    codes: dict[str, int] = {}
    names = occ.tails.each(lambda t: codes.setdefault(t.particle, len(codes) + 1) if t.kind == PARTICLE else 0)
    kinds, top = occ.distinct(names)
    one = (top == occ.count) & (occ.count >= 2)
    misfits = occ.agreement == -1
    wrong = wrong_kinds = np.zeros(occ.batch.size)
    if misfits.any():  # as on two pages of news of five
        wrong = np.where(one & (occ.count >= 3), 0, occ.total(misfits))
        wrong_kinds = np.where(wrong > 0, occ.kinds(np.where(misfits, names, 0)), 0)
    right = occ.total(occ.agreement == 1)
    columns = (
        np.log1p(wrong),
        wrong / np.maximum(wrong + right, 1),
        np.log1p(right),
        np.log1p(np.minimum(wrong, right)),
        wrong_kinds,
        one,
        kinds / occ.count,
        np.log1p(occ.total(_loose(occ))),
    )
    return table(columns)


def _loose(occ: Occurrences) -> NDArray[np.bool_]:
    """A lone particle after a space: the phrase was put between a word and its particle."""
    view = occ.batch.view
    loose: NDArray[np.bool_] = (occ.after == 32) & _LONE[view.codes[occ.end + 1]] & ~view.letter[occ.end + 2]
    return loose


def explain(occ: Occurrences, index: int) -> str:
    """Name a particle that does not fit."""
    mine = np.flatnonzero((occ.batch.owner == index) & (occ.agreement == -1))
    if not len(mine):
        return ""
    phrase, particle = occ.batch.phrases[index], occ.tails.at(mine[0]).particle
    return f"the particle in '{phrase}{particle}' does not fit the sound of '{phrase[-1]}': it belonged to another word"
