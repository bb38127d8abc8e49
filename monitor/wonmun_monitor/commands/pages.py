"""`wonmun pages` and `wonmun page`: what is known of pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from wonmun.errors import InputError
from wonmun.translate.words import SOURCES, percent
from wonmun_monitor.clock import moment, wall_clock
from wonmun_monitor.commands.shared import CSV, JSON, as_csv, config_option, output_options, plain, print_rows, reading
from wonmun_monitor.log.queries.page import PageStory, get_page
from wonmun_monitor.log.queries.pages import SORTS, STATES, PageQuery, list_pages, with_ports

if TYPE_CHECKING:
    from wonmun_monitor.log.queries.findings import FindingRow

MOST_PLACES = 3
"""Places shown of one finding."""
_COLUMNS = ("id", "state", "score", "names", "last_checked", "url")


@click.command()
@click.option("--state", type=click.Choice(STATES), help="Only pages in this state.")
@click.option("--host", help="Only pages of this host.")
@click.option("--phrase", help="Only pages with a found phrase that holds this, however spaced.")
@click.option("--campaign", type=int, help="Only pages of the campaign with this number.")
@click.option("--feed", metavar="URL", help="Only pages that this feed named.")
@click.option("--since", metavar="7d|DATE", help="First seen (with --sort last_checked: last checked) since.")
@click.option("--until", metavar="DATE", help="The same, until (a date: its end).")
@click.option("--text", metavar="WORDS", help="Only pages whose text holds all these words.")
@click.option("--sort", type=click.Choice(SORTS), default="first_seen", show_default=True, help="Highest first.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many.")
@output_options
@config_option
def pages(form: str | None, config: str | None, **asked: Any) -> None:
    """List pages of the log."""
    now = wall_clock()
    for name in ("since", "until"):
        asked[name] = moment(asked[name], now, end=name == "until") if asked[name] else None
    with reading(config) as log:
        found = list_pages(log.db, PageQuery(**asked))
        hint = "; --phrase seeks in phrases that were found, --text in whole texts" if asked["phrase"] else ""
        if asked["host"] and (known := with_ports(log.db, asked["host"])):
            hint += f"; hosts are named with their port: {', '.join(known)}"
        print_rows(found.pages, form, _COLUMNS, f"no such page in the log{hint}")


@click.command()
@click.argument("page", metavar="ID-or-URL")
@click.option("--warc", "warc", type=click.Path(dir_okay=False), help="Write what was fetched into this file.")
@output_options
@config_option
def page(page: str, warc: str | None, form: str | None, config: str | None) -> None:
    """Tell one page's story: visits, findings, what was shown to whom."""
    with reading(config) as log:
        story = get_page(log.db, page)
        if story is None:
            raise InputError(f"{page}: the log knows no such page; `wonmun pages` lists those it knows")
        if warc:
            from wonmun_monitor.warc import write_warc  # noqa: PLC0415 - seldom asked for

            count = write_warc(log.db, story, Path(warc))
            click.echo(f"{warc}: {count} response(s) with texts and findings")
        elif form == JSON:
            click.echo(msgspec.json.encode(plain(story)).decode())
        elif form == CSV:
            click.echo(as_csv([plain(visit) for visit in story.visits]), nl=False)
        else:
            click.echo(told(story))


def told(story: PageStory) -> str:
    """Tell a story for people."""
    row = story.page
    lines = [
        f"{row.url}  [{row.state}{f', {percent(row.score)} sure' if row.score else ''}]",
        f"  title         {row.title}" if row.title else "",
        f"  first seen    {row.first_seen}   last checked {row.last_checked or 'never'}   next {row.next_check or '-'}",
        f"  infected      since {row.infected_since}" if row.infected_since else "",
        f"  genuine copy  {row.genuine_url}" if row.genuine_url else "",
        f"  named by      {', '.join(story.feeds)}" if story.feeds else f"  known by      {story.origin}",
        f"  blocklists    {', '.join(story.listed_by)}" if story.listed_by else "",
        f"  last error    {row.last_error}" if row.last_error else "",
        *(f"  because       {reason}" for reason in story.reasons),
        *(line for finding in story.findings for line in _finding(finding)),
        *(f"  reported      {r.created_at}  {r.wrong}  {r.note}" for r in story.reports),
        "  visits",
        *(
            f"    {v.fetched_at}  {v.profile:8}{v.status or '-'!s:5}{v.verdict or 'unchanged':12}{v.error}"
            for v in story.visits[:10]
        ),
    ]
    return "\n".join(line for line in lines if line)


def _finding(finding: FindingRow) -> list[str]:
    shown = f", only shown to {', '.join(finding.profiles)}" if finding.cloaked else ""
    cleared = f", cleared {finding.cleared_at}" if finding.cleared_at else ""
    what = f"{finding.kind}, {finding.count}×{shown}"
    lines = [f"  found         “{finding.name}” ({what}) since {finding.first_seen}{cleared}"]
    for place in finding.places[:MOST_PLACES]:
        context = f"…{place['before'][-20:]}[{place['found']}]{place['after'][:20]}…".replace("\n", " ")
        lines.append(f"    {place['start']:>6}  {context}  {_became(place)}")
    if (more := finding.count - MOST_PLACES) > 0 and finding.places:
        lines.append(f"            … and {more} more")
    return lines


def _became(place: dict[str, Any]) -> str:
    """Say what was done at a place, where that comes from and how sure it is."""
    if place["replacement"] is None:
        return "not corrected"
    sure = percent(place["confidence"])
    if not place["replacement"]:
        return f"→ taken out ({sure})"
    return f"→ “{place['replacement']}” ({SOURCES.get(place['source'], place['source'])}, {sure})"
