"""Two mirrors of one article, each with a phrase of its own, and no genuine copy: what one tells of the other.

    python -m bench.siblings FIRST.jsonl SECOND.jsonl [--most 60]

Both hold injected copies of the same articles as for `bench.restoring`, with other phrases. The monitor's log learns
the first ones as a visit does; the second ones are restored alone, then beside it. Where both phrases hide one and the
same term, no copy has it: such pages are a row of their own.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import wonmun
from bench.restoring import Tally, count
from tools import given
from wonmun.page.plain import plain_page
from wonmun.settings import Settings
from wonmun_monitor.decide import decide
from wonmun_monitor.intents import Outcome, Turn, View
from wonmun_monitor.log.apply import apply_visit
from wonmun_monitor.log.connect import open_log
from wonmun_monitor.log.index import LogMemory
from wonmun_monitor.log.pages import add_page, page_state
from wonmun_monitor.reading import read_page

if TYPE_CHECKING:
    from wonmun.model import Page
    from wonmun_monitor.log.connect import Log

NOW = 1_000_000_000.0


def page_of(line: dict[str, Any], host: str) -> Page:
    """Make the page that a mirror serves."""
    return replace(plain_page(line["text"], title=line.get("title", "")), url=f"http://{host}/{line['id']}")


def learn(log: Log, page: Page) -> None:
    """Write what a visit to the page writes."""
    with log.transaction():
        old = page_state(log.db, add_page(log, page.url or "", NOW))
        assert old is not None
        view = View("reader", page.url or "", 200, reading=read_page(page, wonmun.check(page)))
        apply_visit(log, decide(old, Outcome((view,)), Turn(Settings(), NOW)))


def hidden(line: dict[str, Any]) -> set[str]:
    """Name the terms that a copy's phrase stands for."""
    return {original for *_, original in line["spans"] if original}


def main() -> None:
    """Learn the one half, restore the other, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=given.file)
    parser.add_argument("second", type=given.file)
    parser.add_argument("--most", type=int, default=60)
    asked = parser.parse_args()
    first, second = ([json.loads(x) for x in f.read_text("utf-8").splitlines()] for f in (asked.first, asked.second))
    mirrors = {line["original"]: line for line in first}
    lines = [line for line in second if line["original"] in mirrors][: asked.most]
    rows = {name: Tally() for name in ("alone", "beside a sibling", "both hide one term")}
    with tempfile.TemporaryDirectory() as folder, open_log(Path(folder) / "log.db") as log:
        for line in lines:
            learn(log, page_of(mirrors[line["original"]], "a.example"))
        memory = LogMemory(log)
        for line in lines:
            page = page_of(line, "b.example")
            count(rows["alone"], line, wonmun.check(page))
            both = hidden(line) & hidden(mirrors[line["original"]])
            wrong = count(rows["both hide one term" if both else "beside a sibling"], line, wonmun.check(page, memory))
            print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{'':22}{'pages':>6}{'places':>8}{'restored':>10}{'wrong':>9}{'whole':>9}")
    print(*(tally.line(name) for name, tally in rows.items()), sep="\n")


if __name__ == "__main__":
    main()
