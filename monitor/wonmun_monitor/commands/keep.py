"""`wonmun blocklist` and `wonmun log backup`: what goes out of the log."""

from __future__ import annotations

from pathlib import Path

import click

from wonmun_monitor.blocklists import FORMATS, write_blocklist
from wonmun_monitor.commands.shared import config_option, output_options, print_rows, reading, speech
from wonmun_monitor.log.backup import back_up
from wonmun_monitor.log.queries.stats import injected_hosts


@click.command()
@click.option("--format", "pattern", type=click.Choice(FORMATS), default="domains", show_default=True, help="For what.")
@output_options
@config_option
def blocklist(pattern: str, form: str | None, config: str | None) -> None:
    """Print the hosts that serve injected copies, as a blocklist."""
    with reading(config) as log:
        hosts = injected_hosts(log.db)
    if form:
        print_rows(hosts, form, (), "")
    else:
        click.echo(write_blocklist((row.host for row in hosts), pattern), nl=False)
        if not hosts:
            none = speech().say("no host to block; those of trusted feeds and of the sample never stand here")
            click.echo(f"wonmun: {none}", err=True)


@click.group()
def log() -> None:
    """Look after the log."""


@log.command()
@click.argument("file", type=click.Path(dir_okay=False))
@config_option
def backup(file: str, config: str | None) -> None:
    """Copy the log into FILE while everything goes on."""
    with reading(config) as opened:
        size = back_up(opened, Path(file))
    click.echo(speech().say("{file}: {n:d} bytes", file=file, n=f"{size:,}"))
