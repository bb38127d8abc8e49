"""An honest article with a word in its term's place, and what an arm of the finding says of that word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.quality import articles
from wonmun import signals
from wonmun.judging import unsaid
from wonmun.page.plain import plain_page
from wonmun.phrases.article import read_article
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    Arm = Callable[[Occurrences, NDArray[np.float64]], NDArray[np.bool_]]

HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")
_TERM = "둘레길"


def put(word: str, times: int = -1) -> str:
    """The article with the word in its term's place, particles as they fit: its form shows nothing."""
    text = HONEST
    for genuine, here in (("이", "가"), ("을", "를"), ("은", "는")) if (ord(word[-1]) - 0xAC00) % 28 == 0 else ():
        text = text.replace(f"{_TERM}{genuine}", f"{_TERM}{here}")
    return text.replace(_TERM, word, times)


def flagged(arm: Arm, text: str, phrase: str) -> bool:
    """Whether the arm flags a phrase among the text's candidates."""
    occ = Occurrences(find(next(read_article(plain_page(text)).views())))
    return bool(arm(occ, signals.measure(occ))[occ.batch.phrases.index(phrase)])


def strange(occ: Occurrences, rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which candidates leave a doubt."""
    cheap = weights("ko").cheap.score(rows)
    flags: NDArray[np.bool_] = unsaid.scores(occ, rows, cheap) >= unsaid.line().suspicious
    return flags
