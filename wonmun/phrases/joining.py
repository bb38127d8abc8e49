"""와 and 과 behind a phrase that join no word: there 과 ends the name of a department, and is no particle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.phrases.marks import OPENING
from wonmun.phrases.view import SPACE
from wonmun.scripts import table_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from wonmun.phrases.view import View

_JOINING = table_of("와과")


def joins_nothing(view: View, end: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where one of them stands alone behind a phrase, and a mark behind that: `'피부미용과'`, `△치위생과 △간호과`."""
    last = view.word_end[end]
    marked = (view.codes[last] != SPACE) | (~view.letter[last + 1] & ~OPENING[view.codes[last + 1]])
    flags: NDArray[np.bool_] = (last == end + 1) & _JOINING[view.codes[end]] & marked
    return flags
