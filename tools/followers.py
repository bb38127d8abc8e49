"""Makes `wonmun/language/data/ko/followers.txt`: which nouns follow which, out of Kiwi's language model.

    python -m tools.followers [OUT]

The model says what comes after a noun alone; what it says after any noun is taken off. A minute or two on one core.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.senses import OUT as SENSES
from wonmun.language.followers import BASE, FOLLOWERS, LEAST, NOUNS, STEP, ZERO
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.fingerprints import Numbers

OUT = SENSES.with_name("followers.txt")
HEAD = (
    "# Which nouns follow which: a line for each of the first nouns of senses.txt, three characters for each that "
    "follows it (see wonmun/language/followers.py). From the predictions of the language model of kiwipiepy_model 0.24 "
    "by bab2min. Licence: Apache-2.0. Made by tools/followers.py."
)
ASKED = 500
"""Morphemes that are asked for after each noun."""
_HIGHEST = 48
_UNSEEN = 1e-7


def after(kiwi: Any) -> Iterator[dict[int, float]]:
    """Give, for each noun, log probabilities of the nouns after it, by number."""
    table = senses()
    for name in table.names[:NOUNS]:
        found: dict[int, float] = {}
        for m in kiwi.predict_next_morpheme([(name, _tag(kiwi, name))], top_n=ASKED):
            number = table.place.get(m.form, NOUNS) if m.tag in {"NNG", "NNP"} else NOUNS
            if number < NOUNS:
                found.setdefault(number, m.score)
        yield found


def _tag(kiwi: Any, name: str) -> str:
    """Tell which of the two kinds of noun, common or proper, the model knows."""
    try:
        kiwi.morpheme_similarity((name, "NNG"), (name, "NNG"))
    except ValueError:
        return "NNP"
    return "NNG"


def rows(found: list[dict[int, float]]) -> Iterator[str]:
    """Give a line for each noun: those that follow it most beyond chance, most first."""
    chance: Numbers = np.full(NOUNS, _UNSEEN)
    for one in found:
        for number, score in one.items():
            chance[number] += np.exp(score) / len(found)
    for one in found:
        beyond = {n: s - np.log(chance[n]) - LEAST for n, s in one.items()}
        best = sorted(beyond, key=lambda n: (-beyond[n], n))[:FOLLOWERS]
        levels = {n: min(_HIGHEST, max(0, round(beyond[n] * STEP))) for n in best}
        line = [chr(ZERO + n // BASE) + chr(ZERO + n % BASE) + chr(ZERO + levels[n]) for n in best]
        yield "".join(line).ljust(3 * FOLLOWERS, chr(ZERO))


def main(arguments: list[str]) -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?", type=Path, default=OUT)
    path = parser.parse_args(arguments).out
    from kiwipiepy import Kiwi  # noqa: PLC0415 - loads for a second

    kiwi = Kiwi(num_workers=1, load_multi_dict=False, load_typo_dict=False)
    path.write_text("\n".join([HEAD, *rows(list(after(kiwi))), ""]), encoding="utf-8")
    print(NOUNS, "nouns written")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
