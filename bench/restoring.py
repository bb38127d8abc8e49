"""How well originals are restored: by family and number of places, predicted against true probability, cost.

    python -m bench.restoring [INJECTED.jsonl] [--originals FILE]... [--without-own] [--sizes 0,50,150] [--wrong]

Without a file, the articles of `bench/held/events.jsonl` (twenty events, four papers each, which nothing is fitted on)
are injected, and restored with nothing known, then with the other papers.

INJECTED: copies with the truth beside them, {"id": "<article>:…", "text", "title"?, "family", "phrase",
"original", "spans": [[start, end, original]]}. `--without-own` leaves each copy's own article out of the
originals, so that only related coverage is known. `--sizes` checks the same copies with so many of the originals
as memory, one after the other. `--wrong` lists every wrong replacement.

The second table says where places are lost: not found at all, the right word not among the three best guesses,
among them but not the first, the first but held back, restored.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import wonmun
from tools import given, phrases
from tools.spoil import spoil, title_of, words_of
from wonmun.originals import Originals, read_originals
from wonmun.page.plain import plain_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Article, Copy, Finding, Page, Standing

EVENTS = Path(__file__).parent / "held" / "events.jsonl"
_FAMILIES = ("whole", "whole", "whole", "partial", "double", "lead", "middle")
_BINS = (0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)


LOSSES = ("not found", "not in 3", "not first", "held back", "wrong", "restored")
"""What becomes of a place."""


class Others:
    """A memory that never knows one article; it is told before each page which."""

    def __init__(self, whole: Originals) -> None:
        self.whole, self.own = whole, ""

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """As of the others."""
        return [c for c in self.whole.genuine(page, limit + 1) if c.article.id != self.own][:limit]

    def related(self, page: Page, phrases: Sequence[str], limit: int = 25) -> Sequence[Article]:
        """As of the others."""
        return [a for a in self.whole.related(page, phrases, limit + 1) if a.id != self.own][:limit]

    def standing(self, phrase: str, page: Page) -> Standing:
        """As of all: the phrase stands in no genuine article."""
        return self.whole.standing(phrase, page)


@dataclass
class Tally:
    """What was counted over some copies."""

    pages: int = 0
    exact: int = 0
    places: int = 0
    made: int = 0
    right: int = 0
    rows: list[tuple[float, bool]] = field(default_factory=list)
    losses: Counter[str] = field(default_factory=Counter)

    def lost(self, name: str) -> str:
        """One line of the table of losses, shares of all places."""
        shares = "".join(f"{self.losses[loss] / max(1, self.places):12.3f}" for loss in LOSSES)
        return f"{name:22}{self.places:8}{shares}"

    def line(self, name: str) -> str:
        """One line of the table."""
        wrong = 1 - self.right / self.made if self.made else 0.0
        return (
            f"{name:22}{self.pages:6}{self.places:8}{self.right / max(1, self.places):10.3f}{wrong:9.4f}"
            f"{self.exact / max(1, self.pages):9.3f}"
        )


def truth_of(line: dict[str, Any]) -> dict[tuple[int, int], str]:
    """Spans without blanks at their ends → what stood there."""
    out = {}
    for start, end, original in line["spans"]:
        found = line["text"][start:end]
        out[start + len(found) - len(found.lstrip()), end - len(found) + len(found.rstrip())] = original
    return out


def bare(finding: Finding) -> tuple[int, int]:
    """The span of a finding without blanks at its ends."""
    found = finding.found
    return finding.start + len(found) - len(found.lstrip()), finding.end - len(found) + len(found.rstrip())


def count(tally: Tally, line: dict[str, Any], report: wonmun.Report) -> list[str]:
    """Add one copy; give a sentence for each wrong replacement."""
    truth, wrong = truth_of(line), []
    tally.pages += 1
    tally.places += len(truth)
    tally.exact += " ".join(report.restored.split()) == " ".join(line["original"].split())
    answered = {bare(f): f for f in report.findings}
    tally.losses.update(fate(answered.get(span), original) for span, original in truth.items())
    for f in report.findings:
        original = truth.get(bare(f))
        best = f.replacement if f.replacement is not None else (f.guesses[0].value if f.guesses else None)
        hit = original is not None and best is not None and best.strip() == original.strip()
        if original is not None and best is not None:
            tally.rows.append((f.confidence, hit))
        if f.replacement is None:
            continue
        tally.made += 1
        tally.right += hit
        if not hit:
            wrong.append(
                f"{line['id']}: {f.found!r} → {f.replacement!r}, stood there: {original!r} ({f.source} {f.confidence})"
            )
    return wrong


def fate(finding: Finding | None, original: str) -> str:
    """What became of one place: one of `LOSSES`."""
    if finding is None:
        return "not found"
    if finding.replacement is not None:
        return "restored" if finding.replacement.strip() == original.strip() else "wrong"
    guessed = [g.value.strip() for g in finding.guesses]
    if original.strip() not in guessed:
        return "not in 3"
    return "held back" if guessed[0] == original.strip() else "not first"


def reliability(rows: Sequence[tuple[float, bool]]) -> None:
    """Print predicted against true."""
    print("\npredicted   true  places")
    for low, high in pairwise(_BINS):
        inside = [(p, y) for p, y in rows if low <= p < high]
        if inside:
            said, true = (sum(v) / len(inside) for v in zip(*inside, strict=True))
            print(f"{said:9.3f}{true:7.3f}{len(inside):8}")


def places_of(line: dict[str, Any]) -> str:
    """How many places a copy has, as a line of the table."""
    places = len(line["spans"])
    bounds = ((1, "1"), (2, "2"), (5, "3-5"), (10, "6-10"))
    return f"places: {next((name for most, name in bounds if places <= most), '11 and more')}"


def check_all(lines: Sequence[dict[str, Any]], memory: Others | None, *, without_own: bool) -> list[str]:
    """Check every copy and print the tables; give a sentence for each wrong replacement."""
    tables: dict[str, Tally] = defaultdict(Tally)
    kinds, times, wrong = Counter[str](), [], []
    for line in lines:
        if memory:
            memory.own = line["id"].split(":")[0] if without_own else ""
        began = time.process_time()
        report = wonmun.check(plain_page(line["text"], title=line.get("title", "")), memory)
        times.append((time.process_time() - began) * 1000)
        put = "substitutions" if any(o for _, _, o in line["spans"]) else "insertions"
        for name in (line["family"], places_of(line), put, "all"):
            found = count(tables[name], line, report)
        wrong += found
        kinds.update(f.source for f in report.findings if f.replacement is not None)
    names = sorted(tables, key=lambda n: (n == "all", n))
    print(f"{'':22}{'pages':>6}{'places':>8}{'restored':>10}{'wrong':>9}{'whole':>9}")
    print("\n".join(tables[name].line(name) for name in names))
    print(f"\n{'':22}{'places':>8}" + "".join(f"{loss:>12}" for loss in LOSSES))
    print("\n".join(tables[name].lost(name) for name in names))
    reliability(tables["all"].rows)
    print("\nby source:", dict(kinds))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    late = sorted(times)[int(len(times) * 0.99)]
    print(f"ms of processor a page: median {statistics.median(times):.1f}, 99th {late:.1f}; {peak:.0f} MB at most")
    return wrong


def made(path: Path) -> list[dict[str, Any]]:
    """Inject every article of a file in every other family, by turns, by phrases that are made up."""
    rng, articles = random.Random(5), [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pool, lines = phrases.many(rng, words_of([a["text"] for a in articles], 3), 100), []
    for number, article in enumerate(articles):
        for family in _FAMILIES[number % 2 :: 2]:
            done = spoil(article["text"], rng.choice(pool), family, rng)
            if done is not None:
                lines.append({
                    "id": f"{article['id']}:{family}", "family": family, "text": done.text, "phrase": done.phrase,
                    "title": title_of(article["title"], done), "original": article["text"], "spans": done.spans,
                })  # fmt: skip
    return lines


def main() -> None:
    """Check the copies, with each memory in turn."""
    parser = argparse.ArgumentParser(description="How well originals are restored.")
    parser.add_argument("injected", type=given.file, nargs="?")
    parser.add_argument("--originals", type=given.file, action="append", default=[])
    parser.add_argument("--without-own", action="store_true")
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")], default=[])
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    if options.injected:
        lines = [json.loads(text) for text in options.injected.read_text(encoding="utf-8").splitlines()]
    else:
        lines = made(EVENTS)
        options.originals, options.without_own, options.sizes = [EVENTS], True, options.sizes or [0, 10**9]
    articles = list(read_originals(options.originals).articles)
    random.Random(0).shuffle(articles)
    for size in options.sizes or [len(articles)]:
        print(f"\nmemory of {min(size, len(articles))} articles")
        memory = Others(Originals(articles[:size])) if articles[:size] else None
        wrong = check_all(lines, memory, without_own=options.without_own)
        if options.wrong:
            print("\n".join(["", f"{len(wrong)} wrong replacements", *wrong]))


if __name__ == "__main__":
    main()
