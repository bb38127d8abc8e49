"""Whether the page knows the phrase's words in other forms, and whether it is written as its places demand.

What a page is about comes back as other words of the same stem (`anarchist`, `anarchism`; 図書館, 読書), which a
phrase put there hardly has; and nobody who puts it there minds capitals or the page's script.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from wonmun.scripts import classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = ("kin", "kin_log", "capital", "low_start", "camel", "recap", "foreign")
"""Share of its stems that stand apart from it · log of how often · share of its words with a capital · logs of how
often it opens a sentence without one, of how often a capital is glued behind it, and of how often both: it opens a
sentence, and another one begins behind its blank · share of its letters in a script that the page hardly uses."""
STEM = 5
"""Letters by which words are told to be kin."""
RARE = 0.08
"""Share of a page's letters below which a script is foreign to it."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_UNIT = re.compile(r"[一-龥々]|(?=([ァ-ヴー]{2}))")
_SCRIPT = classes(
    (
        ((0x41, 0x24F), (0x1E00, 0x1EFF)),
        ((0x370, 0x3FF),),
        ((0x400, 0x52F),),
        ((0x590, 0x5FF),),
        ((0x600, 0x6FF),),
        ((0x900, 0x97F),),
        ((0xE00, 0xE7F),),
        ((0x3041, 0x30FF),),
        ((0x4E00, 0x9FFF),),
        ((0xAC00, 0xD7A3),),
    )
)


def measure(occ: Occurrences, indices: Sequence[int]) -> NDArray[np.float64]:
    """One row for each of the candidates named."""
    view = occ.batch.view
    known = Counter(_stems(view.text, spaced=view.language.spaced))
    after, last = view.codes[occ.end], view.codes[occ.end - 1]
    low_start = occ.total(occ.sentence_start & _lower(view.codes[occ.batch.pos]))
    camel = occ.total(_lower(last) & _upper(after))
    recap = restarts(occ, occ.sentence_start)
    scripts = _scripts(view.text)
    rows = []
    for index in indices:
        phrase, times = occ.batch.phrases[index], int(occ.count[index])
        kin, often = _kin(phrase, times, known, spaced=view.language.spaced)
        words = phrase.split(" ")
        capital = sum(w[:1].isupper() for w in words) / len(words)
        if capital and view.language.lexicon.searched(phrase):  # Situs Judi Online: no name, however it is written
            capital = 0.0
        odd = (math.log1p(n[index]) for n in (low_start, camel, recap))
        rows.append((kin, math.log1p(often), capital, *odd, _foreign(phrase, times, scripts)))
    return np.array(rows, float).reshape(-1, len(NAMES))


def restarts(occ: Occurrences, opens: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How often each candidate opens a sentence (`opens`, by occurrence) in small letters, and one begins behind it."""
    codes, after = occ.batch.view.codes, occ.end + 1
    beyond = codes[np.minimum(after, len(codes) - 1)]
    return occ.total(opens & _lower(codes[occ.batch.pos]) & (codes[occ.end] == ord(" ")) & _upper(beyond))


def _lower(codes: NDArray[np.uint16]) -> NDArray[np.bool_]:
    flags: NDArray[np.bool_] = (codes >= ord("a")) & (codes <= ord("z"))
    return flags


def _upper(codes: NDArray[np.uint16]) -> NDArray[np.bool_]:
    flags: NDArray[np.bool_] = (codes >= ord("A")) & (codes <= ord("Z"))
    return flags


def _stems(text: str, *, spaced: bool) -> Iterable[str]:
    """The first letters of each word; without spaces single ideographs, and pairs of katakana."""
    if spaced:
        return [w[:STEM].lower() for w in _WORD.findall(text)]
    return [m.group(1) or m.group() for m in _UNIT.finditer(text)]


def _kin(phrase: str, times: int, known: Counter[str], *, spaced: bool) -> tuple[float, int]:
    """Share of the phrase's stems that stand apart from it, and how often they all do."""
    stems = list(_stems(phrase, spaced=spaced))
    own = Counter(stems)
    spare = {s: max(0, known[s] - n * times) for s, n in own.items()}
    return (sum(n > 0 for n in spare.values()) / len(spare), sum(spare.values())) if spare else (0.0, 0)


def _scripts(text: str) -> Counter[int]:
    """How many letters of each script a text has."""
    codes = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), 65535)
    numbers = np.bincount(_SCRIPT[codes], minlength=1).tolist()
    return Counter({script: n for script, n in enumerate(numbers) if script and n})


def _foreign(phrase: str, times: int, page: Counter[int]) -> float:
    """Share of a phrase's letters in scripts that hold less than `RARE` of the page's letters without it."""
    mine = _scripts(phrase)
    letters = mine.total()
    rest = {script: n - times * mine[script] for script, n in page.items()}
    limit = RARE * max(1, sum(rest.values()))
    return sum(n for script, n in mine.items() if rest.get(script, 0) < limit) / letters if letters else 0.0


def explain(row: NDArray[np.float64], phrase: str) -> str:
    """Say that its script is another one than the page's."""
    foreign = float(row[NAMES.index("foreign")])
    return f"'{phrase}' is written in a script that the page hardly uses" if foreign > 0.5 else ""
