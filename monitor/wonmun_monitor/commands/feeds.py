"""`wonmun feeds`: list, add, remove, lists that come with wonmun, OPML in and out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wonmun.errors import InputError, SettingsError
from wonmun_monitor.clock import wall_clock
from wonmun_monitor.commands.shared import config_option, output_options, print_rows, reading, speech, writing
from wonmun_monitor.log.feeds import add_feed, add_preset, remove_feed, remove_preset
from wonmun_monitor.log.queries.feeds import list_feeds
from wonmun_monitor.opml import read_opml, write_opml
from wonmun_monitor.presets import load_preset, preset_names

if TYPE_CHECKING:
    from wonmun_monitor.presets import Preset


_LONGEST = 19
"""Digits that SQLite takes for a number no more."""


@dataclass(frozen=True, slots=True)
class PresetRow:
    """One line of the list of presets."""

    name: str
    title: str
    feeds: int


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
        rows = list_feeds(log.db)
        if form is None:  # beside the address, what went wrong need not begin with it
            rows = tuple(replace(row, last_error=row.last_error.removeprefix(f"{row.url}: ")) for row in rows)
        print_rows(rows, form, columns, "no feeds; add one with `wonmun feeds add URL`")


@feeds.command()
@click.argument("url", metavar="URL|PRESET")
@click.option("--trust", is_flag=True, help="A publisher's own feed: its pages serve as genuine copies.")
@config_option
def add(url: str, trust: bool, config: str | None) -> None:  # noqa: FBT001 (click's)
    """Add a feed, or a whole preset (`wonmun feeds presets`); it is polled at once."""
    preset = _preset(url)
    with writing(config) as log:
        if preset:
            count = add_preset(log, preset, wall_clock())
            click.echo(speech().say("{n:d} feeds: {title}", n=count, title=preset.title))
        else:
            number = add_feed(log, url, wall_clock(), trust=trust)
            click.echo(speech().say("feed {n:d}: {url:u}", n=number, url=url))


@feeds.command()
@click.argument("url", metavar="URL|ID|PRESET")
@config_option
def remove(url: str, config: str | None) -> None:
    """Stop polling a feed, or those of a preset; their pages stay in the log."""
    number = int(url) if url.isascii() and url.isdecimal() and len(url) < _LONGEST else None
    preset = None if number is not None else _preset(url)
    with writing(config, create=False) as log:
        if preset:
            click.echo(speech().say("removed {n:d} feeds", n=remove_preset(log, preset)))
        elif remove_feed(log, url if number is None else number):
            click.echo(speech().say("removed {url:u}", url=url))
        else:
            raise InputError(f"{url}: the log knows no such feed; `wonmun feeds` lists those it knows")


def _preset(named: str) -> Preset | None:
    """Give the preset that is meant; None where an address is. Raises `InputError` for a word that is neither."""
    if "/" in named or "." in named:
        return None
    try:
        return load_preset(named)
    except SettingsError as error:
        raise InputError(f"{named!r} is no http or https address; {error}") from error


@feeds.command()
@click.argument("name", required=False)
@output_options
def presets(name: str | None, form: str | None) -> None:
    """List the lists of publishers' feeds that come with wonmun, or what is in one of them."""
    if name:
        print_rows(load_preset(name).feeds, form, ("name", "kind", "checked", "url"), "")
        return
    all_ = [load_preset(one) for one in preset_names()]
    print_rows([PresetRow(p.name, p.title, len(p.feeds)) for p in all_], form, ("name", "feeds", "title"), "")
    if form is None:
        hint = "wonmun feeds presets NAME shows one, wonmun feeds add NAME adds it."
        click.echo(f"\n{speech().say(hint)}")


@feeds.command("import")
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--trust", is_flag=True, help="Take all of them as publishers' own.")
@config_option
def import_(file: str, trust: bool, config: str | None) -> None:  # noqa: FBT001 (click's)
    """Add the feeds of an OPML file."""
    entries = read_opml(Path(file))
    refused: list[str] = []
    with writing(config) as log, log.transaction():
        now = wall_clock()
        for entry in entries:
            try:
                add_feed(log, entry.url, now, trust=trust or entry.trust, title=entry.title)
            except InputError as error:
                refused.append(str(error))
    for sentence in refused:
        click.echo(speech().read(f"left out: {sentence}"), err=True)
    if len(refused) == len(entries):
        raise InputError(f"{file}: none of its {len(entries)} addresses is one of a feed")
    click.echo(speech().say("{n:d} feeds added", n=len(entries) - len(refused)))


@feeds.command()
@config_option
def export(config: str | None) -> None:
    """Print the feeds as OPML."""
    with reading(config) as log:
        click.echo(write_opml(list_feeds(log.db, kind="feed")), nl=False)
