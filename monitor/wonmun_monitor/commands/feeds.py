"""`wonmun feeds`: list, add, remove, OPML in and out."""

from __future__ import annotations

from pathlib import Path

import click

from wonmun.errors import InputError
from wonmun_monitor.clock import wall_clock
from wonmun_monitor.commands.shared import config_option, output_options, print_rows, reading, writing
from wonmun_monitor.log.feeds import add_feed, remove_feed
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.opml import read_opml, write_opml


@click.group(invoke_without_command=True)
@output_options
@config_option
@click.pass_context
def feeds(ctx: click.Context, form: str | None, config: str | None) -> None:
    """List feeds and their health; or add, remove, import, export."""
    if ctx.invoked_subcommand is None:
        _list(form, config)


@feeds.command("list")
@output_options
@config_option
def list_(form: str | None, config: str | None) -> None:
    """List feeds and their health."""
    _list(form, config)


def _list(form: str | None, config: str | None) -> None:
    with reading(config) as log:
        columns = ("id", "kind", "trust", "pages", "last_ok", "failures", "url", "last_error")
        print_rows(list_feeds(log.db), form, columns, "no feeds; add one with `wonmun feeds add URL`")


@feeds.command()
@click.argument("url")
@click.option("--trust", is_flag=True, help="A publisher's own feed: its pages serve as genuine copies.")
@config_option
def add(url: str, trust: bool, config: str | None) -> None:  # noqa: FBT001 (click's)
    """Add a feed; it is polled at once."""
    with writing(config) as log:
        number = add_feed(log, url, wall_clock(), trust=trust)
        click.echo(f"feed {number}: {url}")


@feeds.command()
@click.argument("url")
@config_option
def remove(url: str, config: str | None) -> None:
    """Stop polling a feed; its pages stay in the log."""
    with writing(config, create=False) as log:
        if not remove_feed(log, url):
            raise InputError(f"{url}: the log knows no such feed; `wonmun feeds` lists those it knows")
        click.echo(f"removed {url}")


@feeds.command("import")
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--trust", is_flag=True, help="Take all of them as publishers' own.")
@config_option
def import_(file: str, trust: bool, config: str | None) -> None:  # noqa: FBT001 (click's)
    """Add the feeds of an OPML file."""
    entries = read_opml(Path(file))
    with writing(config) as log:
        now = wall_clock()
        with log.transaction():
            for entry in entries:
                add_feed(log, entry.url, now, trust=trust or entry.trust, title=entry.title)
    click.echo(f"{len(entries)} feeds added")


@feeds.command()
@config_option
def export(config: str | None) -> None:
    """Print the feeds as OPML."""
    with reading(config) as log:
        click.echo(write_opml(list_feeds(log.db, kind="feed")), nl=False)
