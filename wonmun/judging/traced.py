"""How the score of one candidate came about, for those who ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.model import Signal, Trace
from wonmun.weights.fitted import columns, weights

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked


def trace(occ: Occurrences, pick: Picked) -> Trace:
    """How one candidate's score came about: values, and what each adds to the linear parts, largest first."""
    code = occ.batch.view.language.code
    numbers, known = weights(code), columns(code)
    model = numbers.full
    models = [model, numbers.lexical] if pick.lexical and numbers.lexical is not None else [model]
    parts: dict[int, float] = {}
    for each in models:
        for column, part in zip(each.columns.tolist(), each.parts(pick.row).tolist(), strict=True):
            parts[column] = parts.get(column, 0.0) + part
    lines = [
        Signal(known[c], round(float(pick.row[c]), 4), f"adds {part:+.2f}")
        for c, part in sorted(parts.items(), key=lambda p: -abs(p[1]))
        if abs(part) >= 0.05
    ]
    return Trace(pick.phrase, int(occ.count[pick.index]), round(pick.score, 3), _arm(occ, pick), tuple(lines))


def _arm(occ: Occurrences, pick: Picked) -> str:
    if occ.count[pick.index] == 1:
        return "lone"
    return "lexicon" if pick.lexical else "fluency"
