"""Glued to words that it does not belong to: `오픈X`, `X에서온`, a sentence that begins right behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.phrases.columns import table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = (
    "glued_left", "left_rate", "left_kinds", "glued_right", "right_rate", "right_kinds", "right_same",
    "both", "lead", "lead_rate", "verb", "after_ending", "opens",
    "compound", "stub",
)  # fmt: skip
"""Logs of counts and shares of occurrences; `kinds`: different strings glued to it; `right_same`: share of the
commonest;
`lead`: opens a sentence and runs into it; `after_ending`: begins right behind a particle; `opens`: share that
opens one; `compound`: share of the
glued places that make a word known from genuine texts; `stub`: a sentence of nothing else, after another one."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    codes = occ.batch.view.codes.astype(np.int64)
    pos, end, left, right = occ.batch.pos, occ.end, occ.glued_left, occ.glued_right
    left_kinds = occ.kinds(np.where(left, codes[pos - 1] + (codes[pos - 2] << 16), 0))
    right_kinds, right_top = occ.distinct(np.where(right, codes[end] + (codes[end + 1] << 16), 0))
    lead = occ.lead
    total, rate = occ.total, occ.rate
    lefts, rights, leads = total(left), total(right), total(lead)
    columns = (
        np.log1p(lefts),
        lefts / occ.count,
        np.log1p(left_kinds),
        np.log1p(rights),
        rights / occ.count,
        np.log1p(right_kinds),
        np.maximum(right_top - 1, 0) / occ.count,
        np.log1p(total(left & right)),
        np.log1p(leads),
        leads / occ.count,
        np.log1p(total(occ.verb)),
        rate(occ.after_ending),
        rate(occ.sentence_start),
        total(occ.compound) / np.maximum(total(left | right), 1),
        np.log1p(total(occ.stub)),
    )
    return table(columns)


def explain(occ: Occurrences, index: int) -> str:
    """Name one place where a foreign word is glued to it."""
    view, phrase = occ.batch.view, occ.batch.phrases[index]
    mine = np.flatnonzero(occ.batch.owner == index)
    odd = mine[occ.glued_right[mine] | occ.glued_left[mine]]
    if not len(odd):
        return ""
    start, end = int(occ.batch.pos[odd[0]]), int(occ.end[odd[0]])
    begin = int(view.word_begin[start])
    stop = min(int(view.word_end[end]), end + 8)
    return f"'{phrase}' stands inside '{view.text[begin:start]}…{view.text[end:stop]}', where no noun phrase fits"
