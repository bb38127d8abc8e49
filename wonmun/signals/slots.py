"""The places where it stands: what a noun phrase can and cannot stand between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.base import END, PARTICLE
from wonmun.phrases.columns import table
from wonmun.phrases.marks import ENDED
from wonmun.phrases.view import SPACE
from wonmun.scripts import table_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = (
    "bare",
    "between",
    "entropy",
    "left_spread",
    "right_spread",
    "after_particle",
    "number_left",
    "number_right",
    "rejoined",
    "ends_line",
    "listed",
)
"""Shares: no particle · between two words · log variety of what follows · different left and right neighbours
· follows a word
with a particle, is bare · beside numbers · log of places whose two neighbours stand side by side elsewhere ·
ends its line · stands in a short line that ends like no sentence: a table, a list, a headline."""
SHORT = 80
"""Characters."""
JOINT = 5
"""Characters where two words meet: two of each, and the blank between; at a text's end, one less."""
_PARTICLES = table_of("은는이가을를에로도의고며와과")
_JOINING = table_of("및등")
"""Words that want a noun before them: `서명하고 X 및 투자 기업과` needs what stands between."""
_ENDED = _PARTICLES | table_of("해서여어아")
"""Letters that end words behind which no noun is joined to the one before."""
_CLASSES = {"은": 1, "는": 1, "이": 1, "가": 1, "을": 2, "를": 2, "의": 3}


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    view, pos, end = occ.batch.view, occ.batch.pos, occ.end
    codes = view.codes.astype(np.int64)
    between = _between(occ)
    left = occ.kinds(codes[pos - 1] * 65536 + codes[pos - 2] + 1)
    right = occ.kinds(codes[end] + 1)
    digits = (view.codes >= 48) & (view.codes <= 57)
    numbered = digits[pos - 1] | ((occ.before == SPACE) & digits[pos - 2])
    counted = digits[end] | ((occ.after == SPACE) & digits[end + 1])
    last = view.line_end[end] - 1
    last -= view.codes[last] == SPACE
    columns = (
        occ.rate(occ.bare),
        occ.rate(between),
        _entropy(occ),
        left / occ.count,
        right / occ.count,
        occ.rate(between & _after_particle(occ)),
        occ.rate(numbered),
        occ.rate(counted),
        np.log1p(occ.total(_rejoined(occ, between))),
        occ.rate((occ.after == 10) | (occ.after == 0)),
        occ.rate(~ENDED[view.codes[last]] & (last - view.line_start[pos] < SHORT)),
    )
    return table(columns)


def _between(occ: Occurrences) -> NDArray[np.bool_]:
    """A word of its own between two words that would stand side by side without it."""
    view, last = occ.batch.view, occ.end + 1
    wanted = _ENDED[view.codes[occ.batch.pos - 2]] & _JOINING[view.codes[last]] & ~view.letter[last + 1]
    flags: NDArray[np.bool_] = occ.bare & (occ.before == SPACE) & view.letter[last] & ~wanted
    return flags


def _after_particle(occ: Occurrences) -> NDArray[np.bool_]:
    """The word before ends like one that has its particle."""
    return _PARTICLES[occ.batch.view.codes[occ.batch.pos - 2]]


def _entropy(occ: Occurrences) -> NDArray[np.float64]:
    """Of the class of what follows: nothing, topic or subject, object, genitive, another particle, other."""
    classes = occ.tails.each(
        lambda t: 1 if t.kind == END else 1 + _CLASSES.get(t.particle[0], 4) if t.kind == PARTICLE else 6
    )
    times = np.bincount(occ.batch.owner * 8 + classes, minlength=occ.batch.size * 8).reshape(-1, 8)
    shares = times / np.maximum(times.sum(axis=1, keepdims=True), 1)
    entropy: NDArray[np.float64] = -(shares * np.log(np.where(shares > 0, shares, 1))).sum(axis=1)
    return entropy


def _rejoined(occ: Occurrences, between: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The two characters before and the two after stand side by side elsewhere: nothing was missing there."""
    hit, here = np.zeros(len(between), np.bool_), np.flatnonzero(between & (occ.batch.pos >= 3))
    text = occ.batch.view.text
    sides = zip(occ.batch.pos[here].tolist(), occ.end[here].tolist(), strict=True)
    joints = [f"{text[start - 3 : start]}{text[end + 1 : end + 3]}" for start, end in sides]
    known = {joint: joint in text if len(joint) == JOINT else text.endswith(joint) for joint in joints}
    hit[here] = [known[joint] for joint in joints]
    return hit


def explain(occ: Occurrences, index: int) -> str:
    """Name a place where it stands between two words that need nothing between them."""
    view = occ.batch.view
    between = _between(occ) & _after_particle(occ)
    mine = np.flatnonzero((occ.batch.owner == index) & between)
    if not len(mine):
        return ""
    start, end = int(occ.batch.pos[mine[0]]), int(occ.end[mine[0]])
    left = view.text[max(0, start - 12) : start].split()[-1:]
    right = view.text[end : end + 12].split()[:1]
    return f"it was put between '{''.join(left)}' and '{''.join(right)}', which need nothing between them"
