"""`wonmun stats`: the log in numbers."""

from __future__ import annotations

import click
import msgspec

from wonmun.cli.width import padded
from wonmun_monitor.commands.shared import (
    CSV,
    JSON,
    as_csv,
    config_option,
    output_options,
    plain,
    reading,
    speech,
)
from wonmun_monitor.log.queries.stats import get_stats


@click.command()
@output_options
@config_option
def stats(form: str | None, config: str | None) -> None:
    """Count what is in the log."""
    with reading(config) as log:
        told = plain(get_stats(log.db))
    if form == JSON:
        click.echo(msgspec.json.encode(told).decode())
    elif form == CSV:
        states = told.pop("states")
        click.echo(as_csv([told | {f"state_{name}": n for name, n in states.items()}]), nl=False)
    else:
        states, said = told.pop("states"), speech()
        lines = [f"{padded(said.say(name.replace('_', ' ')), 16)}{number:>12,}" for name, number in told.items()]
        lines[1:1] = [f"  {padded(said.say(name), 14)}{number:>12,}" for name, number in states.items()]
        click.echo("\n".join(lines))
