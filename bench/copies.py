"""A page beside another copy of it: ordinary edits stay silent, injections are found and undone to the letter.

    python -m bench.copies ARTICLES.jsonl INJECTED.jsonl [--most 155] [--wrong]

ARTICLES: genuine articles, {"id", "text"}. INJECTED: copies of them with the truth beside them, as for
`bench.restoring`. Each is compared with a copy of each weight: given by the user or a trusted publisher's, the
page's own earlier version, another page that merely was clean. Edits go both ways: the page was edited, or the copy.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import wonmun
from bench.edited import EDITS
from tools import given
from wonmun.model import Article, Copy, Weight
from wonmun.originals import Originals

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from wonmun.model import Page, Standing


class One:
    """A memory that knows one copy of every page asked about, and counts phrases in all articles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.all = Originals(articles)
        self.copy = Copy(articles[0], 1.0)
        self.known = Originals([])

    def now(self, text: str, weight: Weight) -> None:
        """Know this text from now on."""
        self.known = Originals([Article("copy", text, url="https://copy.example/1", trusted=weight == "given")])
        self.weight = weight

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """Give the copy, with its weight."""
        return [replace(c, weight=self.weight) for c in self.known.genuine(page, limit)]

    def related(self, page: Page, phrases: Sequence[str], limit: int = 25) -> Sequence[Article]:
        """Give nothing."""
        del page, phrases, limit
        return []

    def standing(self, phrase: str, page: Page) -> Standing:
        """Count in all articles."""
        return self.all.standing(phrase, page)


def edits(articles: Sequence[dict[str, Any]], memory: One, *, wrong: bool) -> None:
    """Print how many honest pages of each kind of edit are accused, by the copy's weight."""
    print(f"{'honest edits':26}{'weight':8}{'pages':>6}{'injected':>10}{'suspicious':>12}{'words put in':>14}")
    for name, edit in EDITS.items():
        for weight in get_args(Weight):
            rng, counts = random.Random(7), Counter[str]()
            for line in articles:
                other = edit(line["text"], rng)
                for page, copy in ((other, line["text"]), (line["text"], other)):
                    if other == line["text"]:
                        continue
                    memory.now(copy, weight)
                    report = wonmun.check(page, memory)
                    counts[report.verdict] += 1
                    counts["words"] += sum(f.replacement is not None for f in report.findings)
                    if wrong and report.verdict != "clean":
                        print(f"  {report.verdict} {line['id']}: {[f.found for f in report.findings][:4]}")
            pages = counts["clean"] + counts["suspicious"] + counts["injected"]
            print(f"{name:26}{weight:8}{pages:6}{counts['injected']:10}{counts['suspicious']:12}{counts['words']:14}")


def _scrambled(line: dict[str, Any], rng: random.Random) -> tuple[str, str]:
    """Leave out .3 of the paragraphs, shuffle the rest; the page, and the page as it was before it was injected."""
    text, genuine, at = line["text"], [], 0
    for start, end, original in line["spans"]:
        genuine += [text[at:start], "\x00", original, "\x01"]
        at = end
    whole = "".join([*genuine, text[at:]])
    parts = [p for p in whole.split("\n") if p.strip() and rng.random() > 0.3] or [whole]
    rng.shuffle(parts)
    phrases = [text[a:b] for a, b, _ in line["spans"]]
    return _both("\n".join(parts), phrases)


def _both(marked: str, phrases: list[str]) -> tuple[str, str]:
    genuine = marked.replace("\x00", "").replace("\x01", "")
    out, at = [], 0
    while (start := marked.find("\x00", at)) >= 0:
        end = marked.index("\x01", start)
        out += [marked[at:start], phrases[0]]
        at = end + 1
    return "".join([*out, marked[at:]]), genuine


def injected(lines: Sequence[dict[str, Any]], articles: Sequence[dict[str, Any]], memory: One) -> None:
    """Print how many injected copies are found and undone, by how they were treated besides and the copy's weight."""
    print(
        f"\n{'injected copies':26}{'weight':8}{'pages':>6}{'injected':>10}{'found':>8}{'whole':>8}{'wrong':>8}{'ms':>8}"
    )
    for treatment in ("as they are", "pair", "single", "scrambled", "joined", "copy edited"):
        for weight in get_args(Weight):
            rng, c, times = random.Random(9), Counter[str](), []
            for line in lines:
                if (line["family"] in {"pair", "single"}) != (treatment in {"pair", "single"}):
                    continue
                if treatment in {"pair", "single"} and line["family"] != treatment:
                    continue
                text, genuine, copy = line["text"], line["original"], line["original"]
                if treatment == "scrambled":
                    text, genuine = _scrambled(line, rng)
                elif treatment == "joined":
                    other = rng.choice(articles)["text"]
                    text, genuine = f"{text}\n{other}", f"{genuine}\n{other}"
                elif treatment == "copy edited":
                    copy = EDITS["several"](copy, rng)
                if line["phrase"] not in text:
                    continue  # it stood in paragraphs that were left out
                memory.now(copy, weight)
                began = time.process_time()
                report = wonmun.check(text, memory)
                times.append((time.process_time() - began) * 1000 * 5000 / max(5000, len(text)))
                c["pages"] += 1
                c[report.verdict] += 1
                c["whole"] += "".join(report.restored.split()) == "".join(genuine.split())
                made = [f for f in report.findings if f.replacement is not None]
                originals = {o.strip() for _, _, o in line["spans"]}
                whole = all(line["phrase"] in f.found for f in made)
                c["wrong"] += whole and sum((f.replacement or "").strip() not in originals for f in made)
            n = max(1, c["pages"])
            print(f"{treatment:26}{weight:8}{n:6}{c['injected'] / n:10.4f}{1 - c['clean'] / n:8.4f}"
                  f"{c['whole'] / n:8.4f}{c['wrong']:8}{statistics.median(times or [0]):8.1f}")  # fmt: skip


def speed(articles: Sequence[dict[str, Any]], memory: One) -> None:
    """Print what comparing a page of 5,000 characters costs."""
    times = []
    text = "\n".join(a["text"] for a in articles)
    for start in range(0, min(len(text) - 5000, 100_000), 5000):
        page = text[start : start + 5000]
        name = max(set(page.split()), key=page.count)
        memory.now(page, "given")
        began = time.process_time()
        wonmun.check(page.replace(name, "황금 물고기 릴게임"), memory)
        times.append((time.process_time() - began) * 1000)
    times.sort()
    late = times[int(len(times) * 0.95)]
    print(f"\n5,000 characters: {statistics.median(times):.1f} ms, {late:.1f} ms at p95 (processor)")


def main() -> None:
    """Read, and print the tables."""
    parser = argparse.ArgumentParser(description="A page beside another copy of it.")
    parser.add_argument("articles", type=given.file)
    parser.add_argument("injected", type=given.file)
    parser.add_argument("--most", type=int, default=155, help="so many articles are edited")
    parser.add_argument("--wrong", action="store_true", help="name every honest page that is accused")
    options = parser.parse_args()
    articles = _read(options.articles)
    memory = One([Article(str(a["id"]), a["text"]) for a in articles])
    edits(articles[: options.most], memory, wrong=options.wrong)
    injected(_read(options.injected), articles, memory)
    speed(articles, memory)


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
