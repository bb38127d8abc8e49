"""Makes `wonmun/language/data/ko/senses.txt`: what nouns mean, as sixteen numbers each, out of Kiwi's language model.

    python tools/senses.py [OUT]

Kiwi tells how like two morphemes are. Those likenesses to some hundred nouns, less what each noun has in common with
all, are brought down to sixteen directions (Nyström's method): a table of a megabyte instead of a model of 300.
"""

from __future__ import annotations

import argparse
import re
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun.language.senses import DIRECTIONS, LEVELS, ZERO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

OUT = Path(__file__).parent.parent / "wonmun" / "language" / "data" / "ko" / "senses.txt"
HEAD = (
    "# What nouns mean: sixteen numbers (one character each, see wonmun/language/senses.py), then the noun. "
    "From the similarities of the language model of kiwipiepy_model 0.24 by bab2min. Licence: Apache-2.0. "
    "Made by tools/senses.py."
)
NOUNS = 30_000
"""The commonest of 57,000: with rarer ones, whose senses the model hardly knows, phrases are told from terms less
well."""
LANDMARKS, COMMON = 800, 8_000
"""So many of the commonest are what all are compared with."""
_NOUN = re.compile("[가-힣A-Za-z]{2,8}")


def nouns(kiwi: Any) -> dict[str, int]:
    """The nouns that the model knows the sense of, and their numbers: the model's own order, the commonest first."""
    found: dict[str, int] = {}
    for number in count():
        try:
            morpheme = kiwi.morpheme(number)
        except (IndexError, ValueError):
            break
        form = morpheme.form
        if morpheme.tag in ("NNG", "NNP") and _NOUN.fullmatch(form) and form not in found:
            found[form] = number
    return {form: number for form, number in found.items() if _sensed(kiwi, number)}


def _sensed(kiwi: Any, number: int) -> bool:
    """Whether the model knows more of it than its form."""
    try:
        return bool(kiwi.morpheme_similarity(number, number) > 0.5)
    except ValueError:
        return False


def directions(likeness: NDArray[np.float32], landmarks: NDArray[np.int64]) -> NDArray[np.float64]:
    """Unit vectors out of the centred likenesses of all nouns to the landmarks, all directions counting alike.

    Without that (Nyström's method as it stands) the first directions, which tell common nouns from rare ones, drown
    the others: 24 instead of 31 of 100 phrases are farther from their page than 98 of 100 terms are.
    """
    middle = likeness[landmarks]
    centred = likeness - likeness.mean(1, keepdims=True) - middle.mean(0) + middle.mean()
    own = centred[landmarks].astype(float)
    sizes, axes = np.linalg.eigh((own + own.T) / 2)
    best = np.argsort(-sizes)[:DIRECTIONS]
    found = centred @ axes[:, best] / sizes[best]
    unit: NDArray[np.float64] = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
    return unit


def rows(forms: Sequence[str], found: NDArray[np.float64]) -> list[str]:
    """One line a noun."""
    levels = ZERO + np.rint(found * LEVELS).astype(int)
    return ["".join(map(chr, row)) + form for form, row in zip(forms, levels.tolist(), strict=True)]


def main(arguments: list[str]) -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?", type=Path, default=OUT)
    path = parser.parse_args(arguments).out
    from kiwipiepy import Kiwi  # noqa: PLC0415 - loads for a second

    kiwi = Kiwi(num_workers=1, load_multi_dict=False, load_typo_dict=False)
    known = nouns(kiwi)
    forms = list(known)[:NOUNS]
    landmarks = np.random.default_rng(1).choice(COMMON, LANDMARKS, replace=False)
    others = [known[forms[i]] for i in landmarks]
    likeness = np.array([[kiwi.morpheme_similarity(known[f], o) for o in others] for f in forms], np.float32)
    path.write_text("\n".join([HEAD, *rows(forms, directions(likeness, landmarks)), ""]), encoding="utf-8")
    print(len(known), "nouns known,", len(forms), "written")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
