"""Counts which endings of Korean words follow which in genuine text.

    python tools/order.py TEXTS.jsonl     wonmun/language/data/ko/order.txt

TEXTS: records with `text`. A word is the last syllable that it ends in, where that is among the most frequent ones.
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
from wonmun.sights import order

if TYPE_CHECKING:
    from collections.abc import Iterable

OUT = Path(__file__).parents[1] / "wonmun" / "language" / "data" / "ko" / "order.txt"
OWN = 64
"""So many endings count as themselves."""
PROSE = "을 를 은 는 이 가 에 의 로 서 고 며 도 과 와 다 면 한 된 할 해 게 던 지 인 까 만 라 니"
"""Particles, and what verbs end in."""
SOURCE = (
    "# How often a word that ends in one syllable follows one that ends in another; see wonmun/sights/order.py. Names,"
    " then those that prose is made of, then a row for each. Counted by tools/order.py over genuine Korean news."
    " Licence: CC0 (counts)."
)


def table(texts: Iterable[str]) -> list[str]:
    """The lines of the file."""
    counted = [order.classes(text, sys.maxsize) for text in texts]
    times = Counter(name for found in counted for name in found)
    names = sorted({name for name, _ in times.most_common(OWN)} | {order.REST})
    known = frozenset(names)
    follows: Counter[tuple[str, str]] = Counter()
    for found in counted:
        follows.update(pairwise(n if n in known else order.REST for n in found))
    rows = [" ".join(str(follows[a, b]) for b in names) for a in names]
    prose = [n for n in (*PROSE.split(" "), order.END) if n in known]
    return [" ".join(names), " ".join(prose), *rows]


def main(arguments: list[str]) -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=given.file)
    texts = [
        json.loads(line)["text"] for line in parser.parse_args(arguments).texts.read_text(encoding="utf-8").splitlines()
    ]
    OUT.write_text("\n".join([SOURCE, *table(texts), ""]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
