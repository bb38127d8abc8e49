"""Finding: genuine Korean news against datatrove's GopherRepetitionFilter as shipped, one core; and single pages.

    python -m bench.finding [ARTICLES.jsonl …]

Without files the articles and events of `bench/held` are taken, news that nothing is fitted on and each text read once:
what was read before is read faster. Whatever is asked of the fluency model counts; its loading does not.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from datatrove.data import Document
from datatrove.pipeline.filters import GopherRepetitionFilter

from tools import given
from wonmun.detect import detect
from wonmun.page.plain import plain_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HELD = Path(__file__).parent / "held"
NEWS = (HELD / "articles.jsonl", HELD / "events.jsonl")
PAGE = 3_900
"""Characters of Korean news in some 10 KB."""


def articles(files: Sequence[Path]) -> list[str]:
    """The texts of JSONL files, or the news of `bench/held`."""
    lines = [line for file in files or NEWS for line in file.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines if line.strip()]


def pages(texts: Sequence[str]) -> list[str]:
    """Articles of one page's size each, made of whole ones."""
    whole = "\n".join(texts)
    return [whole[i : i + PAGE] for i in range(0, len(whole) - PAGE + 1, PAGE)]


def clock(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Seconds of processor that each text takes."""
    spent = []
    for text in texts:
        start = time.process_time()
        work(text)
        spent.append(time.process_time() - start)
    return spent


def find(text: str) -> object:
    """What `wonmun.check` does before restoring."""
    return detect(plain_page(text, lang="ko"))


def main(files: Sequence[str]) -> int:
    """Time both on the same texts, then pages of 10 KB."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=given.file, nargs="*")
    texts = articles(parser.parse_args(files).articles)
    peer = GopherRepetitionFilter()

    def gopher(text: str) -> object:
        return peer.filter(Document(text=text, id="0"))

    spoiled = [p.replace("다.", "다. 골드문 바카라 추천", 6) for p in pages(texts)]
    clock(gopher, texts[:8])
    clock(find, [*texts[:8], *spoiled[:1]])
    gc.collect()  # what loading has left is looked through now, not in the middle of whichever text it falls to
    theirs = ours = 0.0
    for text in texts:  # in turn: what else the machine does meets both alike
        theirs += sum(clock(gopher, [text]))
        ours += sum(clock(find, [text]))
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    print(f"{megabytes:.2f} MB of genuine news, {len(texts)} articles, processor time on one core")
    print(f"GopherRepetitionFilter {megabytes / theirs:6.2f} MB/s")
    print(f"wonmun, finding        {megabytes / ours:6.2f} MB/s   {theirs / ours:.2f} of Gopher's")
    honest = sorted(1000 * s for s in clock(find, pages(texts)))
    injected = sorted(1000 * s for s in clock(find, spoiled))
    last = honest[min(len(honest) - 1, int(0.99 * len(honest)))]
    print(f"10 KB, honest: median {statistics.median(honest):.1f} ms, 99th percentile {last:.1f} ms")
    print(f"10 KB, injected: median {statistics.median(injected):.1f} ms, longest {injected[-1]:.1f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
