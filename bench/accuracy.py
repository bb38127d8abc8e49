"""How much of what is injected is found, and which honest pages are accused, on texts that nothing was fitted on.

    python -m bench.accuracy [--articles ARTICLES.jsonl …] [--phrases PHRASES.tsv] [--honest HONEST.jsonl …]

ARTICLES: genuine Korean articles ({"text", "title"?} a line). PHRASES: a phrase, a tab, its class. A phrase is put into
each article as often as `--copies` says. Without options the set of `bench/held` is taken, which nothing is fitted on.
Prints shares by family, by class, by words of the phrase and by places, then how exact the marked letters are, and
every honest page that is accused, one a line.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import wonmun
from bench.ablation import records
from tools import given
from tools.spoil import spoil, title_of
from wonmun.page.plain import plain_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tools.spoil import Spoiled

HELD = Path(__file__).parent / "held"
FAMILIES = ("whole", "whole", "partial", "double", "lead", "middle", "pair", "single", "excerpt")
"""Twice as many of the commonest."""
THIN = ("pair", "single", "excerpt")
"""Families that are told apart from the others in every table."""


@dataclass(frozen=True)
class Answer:
    """What was said of an injected copy."""

    copy: Spoiled
    kind: str
    """Class of the phrase."""
    verdict: str
    marked: frozenset[int]
    """Offsets, in code points, of the letters that findings cover; white space left out."""

    @property
    def injected(self) -> frozenset[int]:
        """Offsets of the letters that were put in; white space left out."""
        return _letters(self.copy.text, [(start, end) for start, end, _ in self.copy.spans])


def _letters(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end) if not text[i].isspace())


def copies(
    articles: Sequence[dict[str, Any]], phrases: Sequence[tuple[str, str]], each: int, rng: random.Random
) -> Iterator[tuple[dict[str, Any], Spoiled, str]]:
    """Give the article, the copy and the class of its phrase, so many an article and as many of each class."""
    by_class: dict[str, list[str]] = defaultdict(list)
    for phrase, kind in phrases:
        by_class[kind].append(phrase)
    kinds = sorted(by_class)
    for number in range(each * len(articles)):
        turn, place = divmod(number, len(articles))
        article, kind = articles[place], kinds[(turn + place) % len(kinds)]
        done = spoil(article["text"], rng.choice(by_class[kind]), rng.choice(FAMILIES), rng)
        if done:
            yield article, done, kind


def answer(article: dict[str, Any], copy: Spoiled, kind: str) -> Answer:
    """Check a copy with nothing known beyond it."""
    report = wonmun.check(plain_page(copy.text, title=title_of(article.get("title", ""), copy), lang="ko"))
    spans = [(found.start, found.end) for found in report.findings]
    return Answer(copy, kind, report.verdict, _letters(copy.text, spans))


def table(answers: Sequence[Answer], name: str, key: Callable[[Answer], str]) -> Iterator[str]:
    """Give a line for each value of the key: number, shares injected, and injected or suspicious, in thousandths."""
    groups: dict[str, list[Answer]] = defaultdict(list)
    for one in answers:
        groups[key(one)].append(one)
    yield f"{name:24} number injected seen"
    for value, those in sorted(groups.items()):
        injected = sum(one.verdict == "injected" for one in those)
        seen = sum(one.verdict != "clean" for one in those)
        yield f"  {value:22} {len(those):6} {1000 * injected // len(those):8} {1000 * seen // len(those):4}"


def exactness(answers: Sequence[Answer]) -> str:
    """Tell how many marked letters were injected, and how many injected ones are marked, on pages that are found."""
    found = [one for one in answers if one.verdict != "clean"]
    both = sum(len(one.marked & one.injected) for one in found)
    precision = both / max(1, sum(len(one.marked) for one in found))
    recall = both / max(1, sum(len(one.injected) for one in found))
    return f"on the pages that are seen: precision {precision:.3f}, recall {recall:.3f} of letters"


def accused(pages: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Give a line for each honest page that is not called clean, and the numbers at the end."""
    told = {"injected": 0, "suspicious": 0}
    for number, page in enumerate(pages, 1):
        report = wonmun.check(plain_page(page["text"], title=page.get("title", ""), lang="ko"))
        if report.verdict != "clean":
            told[report.verdict] += 1
            phrases = sorted({found.found.strip() for found in report.findings})
            yield f"  {report.verdict:10} {report.score:.2f} {page.get('id', number)}: {', '.join(phrases)}"
    yield f"honest pages: {len(pages)}, {told['injected']} injected, {told['suspicious']} suspicious"


def tables(answers: Sequence[Answer]) -> Iterator[str]:
    """Give all tables of injected copies."""
    whole = [one for one in answers if one.copy.family not in THIN]
    yield from table(answers, "family", lambda one: one.copy.family)
    yield from table(whole, f"all but {', '.join(THIN)}", lambda _: "all")
    yield from table(whole, "class of the phrase", lambda one: one.kind)
    yield from table(whole, "words of the phrase", lambda one: str(len(one.copy.phrase.split())))
    yield from table(whole, "places", lambda one: _places(len(one.copy.spans)))
    yield exactness(whole)


def _places(number: int) -> str:
    return str(number) if number < 8 else "8 and more"


def classed(path: Path) -> list[tuple[str, str]]:
    """Give the phrases of a file with their classes; a phrase without one is of the class "phrase"."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line.strip() and not line.startswith("#"))
    return [(phrase.strip(), kind.strip() or "phrase") for phrase, _, kind in rows]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=given.file, nargs="+", default=[HELD / "articles.jsonl"])
    parser.add_argument("--phrases", type=given.file, default=HELD / "phrases.tsv")
    parser.add_argument("--honest", type=given.file, nargs="*", default=[HELD / "honest.jsonl"])
    parser.add_argument("--copies", type=int, default=9, help="so many injected copies an article")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    articles = [record for path in options.articles for record in records(path)]
    honest = [record for path in options.honest for record in records(path)]
    made = copies(articles, classed(options.phrases), options.copies, random.Random(options.seed))
    for line in tables([answer(*one) for one in made]):
        print(line)
    for line in accused([*articles, *honest]):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
