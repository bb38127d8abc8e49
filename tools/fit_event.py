"""Fit anew what judges a page on whose event other papers are known, and ship its mean with what was there.

    python -m tools.fit_event COPIES.jsonl --articles ARTICLES.jsonl... [--out FILE]

COPIES: injected ones with the truth beside them, {"id": "<article>:…", "text", "phrase", "family", "spans": [[start,
end, original]]} a line; what stood nowhere (insertions) is left out. ARTICLES: {"id", "title"?, "text", "cluster"} a
line; a copy's memory is what else is in its article's cluster. The ranker, which finds terms, stays. `fit_restore`
learns from many events that were composed for it; papers on a real one share more, and the same numbers mean more
there. While the later models are fitted, a copy is judged by earlier ones that never saw its event. It takes a quarter
of an hour.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools import given
from tools.fit_read import mean
from tools.restore_copies import gathered, read_known
from tools.restore_limits import MIX, Example, Judged
from tools.restore_models import STAGES, folds, model
from wonmun.strategies.places.situation import fitted_on
from wonmun.strategies.weighed.facts import measure
from wonmun.strategies.weighed.ranker import Ranker
from wonmun.strategies.weighed.rows import page_rows
from wonmun.strategies.weighed.scores import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.restore_copies import Known

KNOWN = "event"


def examples(lines: Iterable[dict[str, Any]], known: Known) -> Iterator[Example]:
    """Measure the copies beside the other articles on their event."""
    whole = {a.id: a for a in known.articles}
    for line in lines:
        own = whole[line["id"].partition(":")[0]]
        spans = [span for span in line["spans"] if span[2]]
        others = [a for a in known.articles if a is not own and known.event(a) == known.event(own)]
        facts = measure(gathered(line["text"], "", line["phrase"], spans), others) if spans else None
        if facts and fitted_on(facts.nearness) == KNOWN:
            truth = tuple(original for _, _, original in spans)
            yield Example(known.event(own), facts, truth, line["family"], MIX.get(line["family"], 1.0))


def fit(made: Sequence[Example], shipped: dict[str, Any]) -> dict[str, Any]:
    """Fit all stages, each on the copies as the mean of earlier ones judges them; give the means."""
    ranker, fold = Ranker.read(shipped["ranker"]), folds(made)
    views = [View.of(e.facts, ranker) for e in made]
    judged = [Judged(e, view, page_rows(view)) for e, view in zip(made, views, strict=True)]
    found = dict(shipped)
    for name, stage in STAGES.items():
        found[name] = mean(shipped[name], stage.run(judged, fold, model(shipped[name])), 0.0)
        sys.stdout.write(f"{name} fitted\n")
    return found


def main() -> int:
    """Read, measure, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("copies", type=given.file)
    parser.add_argument("--articles", type=given.file, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=Path("wonmun/strategies/tables/weights.json"))
    options = parser.parse_args()
    lines = [json.loads(line) for line in options.copies.read_text(encoding="utf-8").splitlines()]
    made = list(examples(lines, read_known(options.articles)))
    data = json.loads(options.out.read_text(encoding="utf-8"))
    data["models"][KNOWN] = fit(made, data["models"][KNOWN])
    data["source"] += (
        f"; of events' judges the mean of that and of tools/fit_event.py on {len(made)} copies of "
        f"{len({e.event for e in made})} more events, most of them real"
    )
    options.out.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
