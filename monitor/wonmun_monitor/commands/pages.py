"""`wonmun pages` and `wonmun page`: what is known of pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from wonmun.errors import InputError
from wonmun_monitor.clock import moment, wall_clock
from wonmun_monitor.commands.shared import (
    CSV,
    JSON,
    as_csv,
    config_option,
    output_options,
    plain,
    print_rows,
    reading,
    speech,
)
from wonmun_monitor.commands.told import told
from wonmun_monitor.log.queries.feeds import get_feed
from wonmun_monitor.log.queries.page import get_page
from wonmun_monitor.log.queries.pages import SORTS, STATES, PageQuery, list_pages, with_ports
from wonmun_monitor.log.terms import has_one_syllable

if TYPE_CHECKING:
    import sqlite3

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
        print_rows(found.pages, form, _COLUMNS, "" if found.pages else _none(log.db, asked))


def _none(db: sqlite3.Connection, asked: dict[str, Any]) -> str:
    """Say that no page is as asked for, and what may be the reason: hosts are known with a port, phrases are few."""
    said = speech()
    parts = [said.say("no such page in the log")]
    if asked["phrase"]:
        parts.append(said.say("--phrase seeks in phrases that were found, --text in whole texts"))
    if asked["host"] and (known := with_ports(db, asked["host"])):
        parts.append(said.say("hosts are named with their port: {hosts}", hosts=", ".join(known)))
    if asked["feed"] and get_feed(db, asked["feed"]) is None:
        parts.append(said.say("the log knows no such feed; `wonmun feeds` lists those it knows"))
    if asked["text"] and any(map(has_one_syllable, asked["text"].split())):
        parts.append(said.say("a single syllable is found only where it stands alone"))
    return "; ".join(parts)


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
            click.echo(speech().say("{file}: {n:d} response(s) with texts and findings", file=warc, n=count))
        elif form == JSON:
            click.echo(msgspec.json.encode(plain(story)).decode())
        elif form == CSV:
            click.echo(as_csv([plain(visit) for visit in story.visits]), nl=False)
        else:
            click.echo(told(story, speech()))
