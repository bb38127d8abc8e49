"""Count which terms stand after which letters in published articles and headlines.

    python tools/habits.py ARTICLES.jsonl TITLES.txt [--out wonmun/strategies/tables/habits.txt]

Kept are terms of at least three documents, and contexts of two to four letters that stand before the same
term in at least two documents: counts, from which no text can be read.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tools import given
from wonmun.language.particles import stem
from wonmun.strategies.attested.habits import DEPTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z0-9]*")
_VERBAL = re.compile(r"(?:하|했|된|되|한|할|적|다|고|며|서|면|지|게|있|없|는|해)$")
_SOURCE = (
    "# source: terms of Korean news and the letters before them, counted by tools/habits.py over published data; CC0"
)

Pair = tuple[str, str]


def document(text: str) -> Counter[Pair]:
    """Count the terms of one document (with no letters) and each with the two to four letters before it."""
    folded = " " + " ".join(text.split()) + " "
    out: Counter[Pair] = Counter()
    for found in _WORD.finditer(folded):
        word = stem(found.group())
        for start in range(max(0, len(word) - 6)) if len(word) > 6 else (0,):
            term = word[start:]
            if not 2 <= len(term) <= 12 or _VERBAL.search(term):
                continue
            at = found.start() + start
            out["", term] += 1
            for depth in DEPTHS:
                if at >= depth:
                    out[folded[at - depth : at], term] += 1
    return out


class Counts:
    """Counts over documents, from which single documents can be taken out again."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.times: Counter[Pair] = Counter()
        self.documents: Counter[Pair] = Counter()
        for text in texts:
            found = document(text)
            self.times.update(found)
            self.documents.update(found.keys())
        self.contexts: Counter[str] = Counter()
        for (letters, _), times in self.times.items():
            self.contexts[letters] += times
        self.repeated = [(pair, n) for pair, n in self.times.items() if self.documents[pair] >= 2]

    def lines(self, without: Sequence[str] = ()) -> Iterator[str]:
        """Give the lines of the shipped file, as if some documents had not been counted."""
        out_times: Counter[Pair] = Counter()
        out_documents: Counter[Pair] = Counter()
        for text in without:
            found = document(text)
            out_times.update(found)
            out_documents.update(found.keys())
        after: dict[str, dict[str, int]] = {}
        contexts = self.contexts.copy()
        for (letters, _), times in out_times.items():
            contexts[letters] -= times
        for (letters, term), counted in self.repeated:
            times = counted - out_times[letters, term]
            documents = self.documents[letters, term] - out_documents[letters, term]
            if not letters:
                if documents >= 3:
                    yield f"{term}\t{times}"
                continue
            if documents >= 2:
                after.setdefault(letters, {})[term] = times
        yield "#"
        for letters in sorted(after):
            pairs = " ".join(f"{t}:{n}" for t, n in sorted(after[letters].items(), key=lambda p: -p[1]))
            yield f"{letters.replace(' ', '_')}\t{contexts[letters]}\t{pairs}"


def main() -> None:
    """Read, count, write."""
    parser = argparse.ArgumentParser(description="Count which terms stand after which letters.")
    parser.add_argument("articles", type=given.file)
    parser.add_argument("titles", type=given.file)
    parser.add_argument("--out", type=Path, default=Path("wonmun/strategies/tables/habits.txt"))
    options = parser.parse_args()
    texts = [json.loads(line)["text"] for line in options.articles.read_text(encoding="utf-8").splitlines()]
    counted = Counts([*texts, *options.titles.read_text(encoding="utf-8").splitlines()])
    lines = list(counted.lines())
    options.out.write_text("\n".join([_SOURCE, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} lines in {options.out}")


if __name__ == "__main__":
    main()
