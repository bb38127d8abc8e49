"""Counts which words stand side by side in genuine text.

    python tools/pairs.py CODE TEXTS.jsonl     wonmun/language/data/CODE/pairs.txt

TEXTS: records with `text` (`tools/manuals.py` makes them of Debian's manuals). Words of their own are the most frequent
ones of `frequency.txt`; all others count by class.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tools import given
from wonmun.language.load import counts
from wonmun.language.pairs import START, Pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parents[1] / "wonmun" / "language" / "data"
OWN = 400
"""So many words are counted as themselves."""
LEAST = 2
SOURCE = (
    "# How often a word or a class of words stands right behind another; see wonmun/language/pairs.py. Counted by"
    " tools/pairs.py over manuals that Debian ships (LibreOffice help, installation guide, handbook and others)."
    " Licence: CC0 (counts)."
)


def frequent(code: str) -> list[str]:
    """The most frequent words of a language, of letters only."""
    listed = sorted(counts(code, "frequency.txt").items(), key=lambda item: (item[1], item[0]))
    kept = [w for w, _ in listed if w.isalpha()]
    if code == "ja":
        kept = [w for w in kept if all("ぁ" <= c <= "ん" for c in w)]
    return kept[:OWN]


def table(code: str, texts: Iterable[str]) -> list[str]:
    """The lines of the file."""
    reader = Pairs(code, {}, dict.fromkeys(frequent(code), 1))
    pairs: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for text in texts:
        for line in text.splitlines():
            words = [START, *reader.words(line), START]
            totals.update(words[1:])
            pairs.update(pairwise(words))
    found = []
    for left in sorted(totals):
        nexts = sorted((r, n) for (a, r), n in pairs.items() if a == left and n >= LEAST)
        if nexts and totals[left] >= LEAST:
            found.append(f"{left}\t{totals[left]}\t{' '.join(f'{r} {n}' for r, n in nexts)}")
    return found


def main(arguments: list[str]) -> int:
    """Write one language's table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("code")
    parser.add_argument("texts", type=given.file)
    options = parser.parse_args(arguments)
    code = options.code
    texts = (json.loads(line)["text"] for line in options.texts.read_text(encoding="utf-8").splitlines())
    (DATA / code / "pairs.txt").write_text("\n".join([SOURCE, *table(code, texts), ""]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
