"""Which of the phrases that stand once look put there, by the weights that are fitted for those that come back."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging import verdict
from wonmun.judging.excuses import excused
from wonmun.judging.places import Phrase, kind_of
from wonmun.lone import leads, words
from wonmun.model import Trace
from wonmun.phrases.candidates import Batch
from wonmun.phrases.occurrences import Occurrences
from wonmun.phrases.picked import Picked
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from wonmun.lone.stretch import Stretch
    from wonmun.phrases.view import View

    Beyond = Callable[[str], tuple[float, list[str]]]

ASKED = 8
"""At most so many of a window are read."""
SEVERAL = 3
"""Different phrases of spam words, each at one place of a text that speaks of nothing like them; of 835 honest texts
none has two."""
_PROSE = re.compile(r"(?:[^\n.?!]|\.(?=\w)){0,400}?[가-힣][다요죠까][.?!”\"’']")
"""The rest of a sentence: headlines, lists and captions are glued and strange by themselves."""


def look(view: View, beyond: Beyond) -> Iterator[Phrase]:
    """Yield the phrases that stand once and are suspicious; `beyond` says what is known of one beyond the text."""
    if view.language.code != "ko":
        return
    candidates = chain(leads.find(view), words.find(view))
    found = {s.phrase: s for s in candidates if _PROSE.match(view.text, s.start + len(s.phrase))}
    passing = [p for s, row in _doubtful(view, list(found.values())) if (p := _phrase(view, s, row, beyond))]
    yield from (p for p in passing if not any(p.text in other.text != p.text for other in passing))


def several(found: Sequence[Phrase]) -> list[Phrase]:
    """Give the phrases of spam words that stand once, where they are so many that they leave no doubt."""
    lone = [p for p in found if p.trace.arm == "lone" and any(why.startswith(words.WHY) for why in p.reasons)]
    return lone if len(lone) >= SEVERAL else []


def _phrase(view: View, stretch: Stretch, row: NDArray[np.float64], beyond: Beyond) -> Phrase | None:
    """What is found, None where it stands below its limit."""
    occ = Occurrences(Batch(view, [stretch.phrase], np.zeros(1, np.int64), np.array([stretch.start])))
    pick = _read(occ, row)
    more, reasons = beyond(stretch.phrase)
    score = pick.score - excused(occ, pick) - stretch.above + more
    if score < weights("ko").suspicious:
        return None
    why = (*reasons, stretch.why, *signals.explain(occ, pick))
    return Phrase(
        stretch.phrase, score, more, kind_of(occ, pick), why, Trace(stretch.phrase, 1, round(score, 3), "lone", ())
    )


def _doubtful(view: View, stretches: list[Stretch]) -> list[tuple[Stretch, NDArray[np.float64]]]:
    """Keep those that are worth a reading, with what is measured without one."""
    if not stretches:
        return []
    starts = np.array([s.start for s in stretches], np.int64)
    rows = signals.measure(Occurrences(Batch(view, [s.phrase for s in stretches], np.arange(len(stretches)), starts)))
    cheap = weights("ko").cheap.score(rows)
    order = np.argsort(-cheap).tolist()
    return [(stretches[i], rows[i]) for i in order if cheap[i] >= stretches[i].cheap][:ASKED]


def _read(occ: Occurrences, row: NDArray[np.float64]) -> Picked:
    """The one candidate of `occ` with all its signals; no other is ahead of it."""
    numbers = weights("ko")
    whole = verdict.reading(occ, [0], row[None], np.zeros(1))
    return Picked(0, occ.batch.phrases[0], float(numbers.full.score(whole)[0]), whole[0])
