"""What the monitor collects makes the tool better: the same injected pages, the log knowing more and more articles.

    python -m bench.log_memory INJECTED.jsonl ARTICLES.jsonl… [--most 60] [--sizes 0 50 150]

INJECTED as for `bench.restoring`. Each size's log is made as visits make one, by trusted pages, drawn so that a
smaller one is part of a larger one. Two tables: related coverage only (each page's own article never logged) and all.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import wonmun
from bench.memory import write
from bench.restoring import Tally, count
from tools import given
from wonmun.page.plain import plain_page
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.index import LogMemory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Article, Copy, Page, Standing


class Related:
    """The log's memory without a page's own article, told before each page by its text."""

    def __init__(self, log: LogMemory) -> None:
        self.log, self.own = log, ""

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """Give none: only other articles are known."""
        del page, limit
        return []

    def related(self, page: Page, phrases: Sequence[str], limit: int = 25) -> Sequence[Article]:
        """As of the others."""
        return [a for a in self.log.related(page, phrases, limit + 1) if a.text != self.own][:limit]

    def standing(self, phrase: str, page: Page) -> Standing:
        """As of all: the phrase stands in no genuine article."""
        return self.log.standing(phrase, page)


def measure(lines: Sequence[dict[str, Any]], memory: LogMemory) -> tuple[Tally, Tally]:
    """Check every page, with related coverage only and with all that the log knows."""
    related, whole = Related(memory), Tally()
    coverage = Tally()
    for line in lines:
        page = replace(plain_page(line["text"], title=line.get("title", "")), url="https://mirror.example/1")
        related.own = line["original"]
        count(coverage, line, wonmun.check(page, related))
        count(whole, line, wonmun.check(page, memory))
    return coverage, whole


def main() -> None:
    """Make the logs and print the table."""
    parser = argparse.ArgumentParser(description="The same injected pages, the log knowing more and more articles.")
    parser.add_argument("injected", type=given.file)
    parser.add_argument("articles", type=given.file, nargs="+")
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--sizes", type=int, nargs="+", default=[0, 50, 150])
    options = parser.parse_args()
    lines = [json.loads(x) for x in options.injected.read_text(encoding="utf-8").splitlines()][: options.most]
    texts = [json.loads(x)["text"] for p in options.articles for x in p.read_text(encoding="utf-8").splitlines()]
    random.Random(3).shuffle(texts)
    print(f"{'log holds':22}{'pages':>6}{'places':>8}{'restored':>10}{'wrong':>9}{'whole':>9}")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder, open_log(Path(folder) / "log.db") as log:
            write(log, list(enumerate(texts[:size], 1)))
            coverage, whole = measure(lines, LogMemory(log))
            held = len(texts[:size])
            print(coverage.line(f"{held}, related only"))
            print(whole.line(f"{held}"), flush=True)


if __name__ == "__main__":
    main()
