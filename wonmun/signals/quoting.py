"""Quotation marks and brackets: an honest text names odd things in quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from wonmun.phrases.columns import table
from wonmun.phrases.marks import CLOSING, OPENING

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = ("bracketed", "quote_open", "quote_close", "paren_after")
"""Log of how often it stands alone in quotes or brackets · shares:
opening mark before, closing after, a bracket after."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name."""
    paren = occ.after == ord("(")
    columns = (
        np.log1p(occ.total(occ.bracketed)),
        occ.rate(OPENING[occ.before]),
        occ.rate(CLOSING[occ.after]),
        occ.rate(paren),
    )
    return table(columns)


def explain(occ: Occurrences, index: int) -> str:
    """Nothing here speaks against a phrase."""
    del occ, index
    return ""
