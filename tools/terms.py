"""Make the language data that ships: word frequencies from `wordfreq`, document counts from genuine news.

    python tools/terms.py frequency WORDFREQ_DATA_FOLDER     wonmun/language/data/*/frequency.txt
    python tools/terms.py news ARTICLES.jsonl TITLES.txt     wonmun/language/data/ko/news.txt

`WORDFREQ_DATA_FOLDER` is the `data` folder of the unpacked `wordfreq` package. Lexicons are kept by hand.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tools import given
from wonmun.language.ko import stems

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[1] / "wonmun" / "language" / "data"
SOURCE = (
    "# Words by frequency (-log10 of it, in hundredths), from wordfreq 3.1 by Robyn Speer, list small_{code}."
    " Licence: CC BY-SA 4.0. Made by tools/terms.py."
)
NEWS = (
    "# In how many genuine Korean articles and headlines a word stands (particles taken off), at least two."
    " Counted by tools/terms.py over published data sets. Licence: CC0 (counts)."
)


def frequency(folder: Path) -> None:
    """Write one list for each language: a line for each frequency, `hundredths<TAB>word word …`."""
    for code in ("ko", "en", "id", "ja", "zh"):
        packed = gzip.decompress((folder / f"small_{code}.msgpack.gz").read_bytes())
        bins = msgspec.msgpack.decode(packed)[1:]
        lines = [f"{hundredths}\t{' '.join(sorted(words))}" for hundredths, words in enumerate(bins) if words]
        target = DATA / code / "frequency.txt"
        target.write_text("\n".join([SOURCE.format(code=code), *lines, ""]), encoding="utf-8")


def documents(articles: Path, titles: Path) -> Iterator[str]:
    """Yield the text of each article, then each headline."""
    for line in articles.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]
    yield from titles.read_text(encoding="utf-8").splitlines()


def news(articles: Path, titles: Path) -> None:
    """Count in how many documents each stem stands."""
    counts: Counter[str] = Counter()
    for text in documents(articles, titles):
        counts.update(stems(text))
    by_count: dict[int, list[str]] = {}
    for word, count in counts.items():
        if count > 1:
            by_count.setdefault(count, []).append(word)
    lines = [f"{count}\t{' '.join(sorted(by_count[count]))}" for count in sorted(by_count, reverse=True)]
    (DATA / "ko" / "news.txt").write_text("\n".join([NEWS, *lines, ""]), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Run the step named first."""
    try:
        match arguments:
            case ["frequency", folder]:
                frequency(given.folder(folder))
            case ["news", articles, titles]:
                news(given.file(articles), given.file(titles))
            case _:
                print(__doc__)
                return 0 if arguments in (["-h"], ["--help"]) else 2
    except argparse.ArgumentTypeError as error:
        print(f"terms: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
