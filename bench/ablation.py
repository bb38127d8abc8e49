"""What each signal is worth: recall of injected pages with one group of columns held still, false alarms being equal.

    python -m bench.ablation ARTICLES.jsonl… [--copies COPIES.jsonl | --phrases FILE] [--counted]
                             [--folds FOLDER]

ARTICLES: genuine Korean articles, {"id", "text", "title"?}: the honest pages are these, and the same with a term of
theirs given a made-up name, which is what honest pages are taken for injected for. COPIES: injected ones, {"family",
"text", "original", "title"?}; without it the articles are injected by `tools/spoil.py` with the phrases of FILE, one a
line, or with those of the tests. `--counted`: the articles' words are in `language/data/ko/news.txt`, and each page is
measured without its own. `--folds`: weights as `tools/fit.py --folds` writes them, each page by those that were fitted
without its article (an injected copy's id begins with the article's, up to a colon); else by those that ship.

A group's columns are held at their mean over honest candidates, the shipped weights are not fitted again: a fit without
them would lean on what is kindred to them, and lose less. The whole model stands at its shipped limit, the other rows
at the one that as many honest pages are above. The best candidates of every page are read, doubtful or not.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import dataset, given
from tools.dataset import Document
from tools.fit import fold_of
from tools.left_out import FOLDS
from tools.spoil import spoil, title_of, words_of
from wonmun import signals
from wonmun.detect import _WINDOW as WINDOW
from wonmun.judging.doubt import ahead
from wonmun.judging.excuses import excused
from wonmun.judging.verdict import ASKED
from wonmun.page.plain import plain_page
from wonmun.phrases.article import read_article
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences
from wonmun.phrases.picked import Picked
from wonmun.signals import fluency
from wonmun.weights.fitted import Weights, columns, read_weights, weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

PHRASES = Path(__file__).parent.parent / "tests" / "cases" / "phrases.json"
FAMILIES = ("whole", "whole", "whole", "partial", "double", "lead", "middle")
"""As often as `bench.restoring` takes them."""
WHOLE = "nothing"
NOTHING = -99.0
"""Score of a page without a candidate that stands several times."""


def groups() -> dict[str, tuple[str, ...]]:
    """The names of the columns that each signal has in Korean."""
    found = {str(vars(signal)["__name__"]).rpartition(".")[2]: signal.NAMES for signal in signals.SIGNALS}
    return {**found, "fluency": fluency.NAMES, "ahead": ("ahead",)}


@dataclass
class Window:
    """One window of a page, measured; its candidates are read when somebody asks for them."""

    occ: Occurrences
    rows: NDArray[np.float64]
    dearer: float
    """What the limit is higher by, because the page has more windows."""
    document: Document
    numbers: Weights
    known: dict[int, tuple[NDArray[np.float64], float]] = field(default_factory=dict)

    def read(self, index: int) -> tuple[NDArray[np.float64], float]:
        """Give a candidate's whole row but for `ahead`, and what excuses it."""
        if index not in self.known:
            row = np.hstack([self.rows[[index]], fluency.measure(self.occ, [index])])[0]
            self.known[index] = row, excused(self.occ, Picked(index, self.occ.batch.phrases[index], 0, row))
        return self.known[index]


@dataclass(frozen=True)
class Held:
    """Columns that are held still, and the values that they are held at."""

    columns: NDArray[np.int64]
    at: NDArray[np.float64]

    def put(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Rows with those of the columns that they have held still."""
        kept, here = rows.copy(), self.columns[self.columns < rows.shape[1]]
        kept[:, here] = self.at[here]
        return kept


def shipped(_: str) -> Weights:
    """The weights that ship, whatever the article."""
    return weights("ko")


def left_out(folder: Path) -> Callable[[str], Weights]:
    """Read the weights of all folds; an article is given those that were fitted without it."""
    found = [
        read_weights("ko", json.loads((folder / f"ko-{n}.json").read_text(encoding="utf-8"))) for n in range(FOLDS)
    ]
    return lambda article: found[fold_of(article)]


def measured(documents: Iterable[Document], choose: Callable[[str], Weights] = shipped) -> list[list[Window]]:
    """The windows of each page, and the weights of its article."""
    pages = []
    for one in documents:
        views = list(read_article(plain_page(one.text, title=one.title, lang="ko"), one.own).views())
        found = [Occurrences(find(view)) for view in views]
        dearer = WINDOW * math.log2(max(1, len(views)))
        mine = choose(one.group)
        pages.append([Window(occ, signals.measure(occ), dearer, one, mine) for occ in found if occ.batch.size])
    return pages


def asked(window: Window, held: Held) -> tuple[list[int], NDArray[np.float64], NDArray[np.float64]]:
    """Give the best candidates of a window, their whole rows as they are, and their cheap scores."""
    cheap = window.numbers.cheap.score(held.put(window.rows))
    best = np.argsort(-cheap)[:ASKED].tolist()
    rows = [[*window.read(i)[0], ahead(window.occ, i, cheap)] for i in best]
    return best, np.array(rows), cheap[best]


def score(page: Sequence[Window], held: Held) -> float:
    """Give the score of the best phrase of a page that stands several times (a lone one is never called injected)."""
    best = NOTHING
    for window in page:
        numbers = window.numbers
        indices, rows, cheap = asked(window, held)
        scores = numbers.mean(held.put(rows), cheap)
        for index, value in zip(indices, scores.tolist(), strict=True):
            if window.occ.count[index] > 1:
                best = max(best, value - window.read(index)[1] - window.dearer)
    return best


def means(honest: Sequence[Sequence[Window]]) -> NDArray[np.float64]:
    """Each column's mean over candidates of honest pages; of those that are read, where reading measures it."""
    windows, still = [w for page in honest for w in page], Held(np.zeros(0, np.int64), np.zeros(0))
    cheap: NDArray[np.float64] = np.vstack([w.rows for w in windows]).mean(axis=0)
    full = np.vstack([asked(w, still)[1] for w in windows]).mean(axis=0)
    return np.concatenate([cheap, full[len(cheap) :]])


def table(honest: Sequence[list[Window]], injected: Sequence[list[Window]]) -> Iterator[str]:
    """A line for the whole model and for each group held still: limit, false alarms, recall over all and by family."""
    names, at = columns("ko"), means(honest)
    families = sorted({page[0].document.family for page in injected if page})
    alarms, limit = -1, weights("ko").injected
    yield f"{'held still':12} {'limit':>6} {'alarms':>6} {'all':>6} " + " ".join(f"{n:>7}" for n in families)
    for group, theirs in {WHOLE: (), **groups()}.items():
        held = Held(np.array([names.index(n) for n in theirs], np.int64), at)
        quiet = np.sort([score(page, held) for page in honest])[::-1]
        if alarms < 0:
            alarms = int((quiet > limit).sum())
        else:
            limit = float(quiet[alarms])
        found: dict[str, list[bool]] = defaultdict(list)
        for page in injected:
            found[page[0].document.family if page else ""].append(score(page, held) > limit)
        every = [hit for hits in found.values() for hit in hits]
        shares = " ".join(f"{np.mean(found[name]):7.3f}" for name in families)
        yield f"{group:12} {limit:6.2f} {int((quiet > limit).sum()):6} {np.mean(every):6.3f} {shares}"


def spoiled(articles: Sequence[dict[str, Any]], phrases: Sequence[str], rng: random.Random) -> list[dict[str, Any]]:
    """Each article with a phrase put in, where the family drawn fits it."""
    found = []
    for one in articles:
        done = spoil(one["text"], rng.choice(phrases), rng.choice(FAMILIES), rng)
        if done:
            title = title_of(one.get("title", ""), done)
            found.append({**one, "family": done.family, "text": done.text, "title": title, "original": one["text"]})
    return found


def document(record: Mapping[str, Any], *, counted: bool) -> Document:
    """Give a record as what is measured; of a counted article its own words do not count."""
    own = dataset.counted({"text": record.get("original", record["text"]), "counted": counted})
    return Document(
        str(record.get("id", "")).partition(":")[0],
        record.get("family", "full"),
        record["text"],
        record.get("title", ""),
        own=own,
    )


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> int:
    """Measure, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=given.file, nargs="+")
    parser.add_argument("--copies", type=given.file, help="injected copies")
    parser.add_argument("--phrases", type=given.file, help="phrases to inject, one a line; # begins a comment")
    parser.add_argument("--counted", action="store_true", help="the articles' words are in the shipped counts")
    parser.add_argument("--folds", type=given.folder, help="weights fitted without a third of the articles each")
    options = parser.parse_args()
    articles = [record for path in options.articles for record in records(path)]
    if options.copies:
        copies = records(options.copies)
    else:
        lines = options.phrases.read_text(encoding="utf-8").splitlines() if options.phrases else ()
        known = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        known = known or json.loads(PHRASES.read_text(encoding="utf-8"))["ko"]
        copies = spoiled(articles, known, random.Random(7))
    articles = [{"id": "", **one, "counted": options.counted} for one in articles]
    names = dataset.named(articles, words_of([one["text"] for one in articles], 2), random.Random(5))
    choose = left_out(options.folds) if options.folds else shipped
    honest = measured([*(document(one, counted=options.counted) for one in articles), *names], choose)
    injected = measured([document(one, counted=options.counted) for one in copies], choose)
    print(f"{len(articles)} honest pages, {len(honest) - len(articles)} with a made-up name; {len(injected)} injected")
    for line in table(honest, injected):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
