"""`wonmun campaigns`: findings that belong together."""

from __future__ import annotations

import click

from wonmun_monitor.commands.shared import config_option, output_options, print_rows, reading
from wonmun_monitor.log.queries.campaigns import list_campaigns


@click.command()
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many.")
@output_options
@config_option
def campaigns(limit: int, form: str | None, config: str | None) -> None:
    """List campaigns, the latest active first."""
    with reading(config) as log:
        columns = ("id", "label", "kind", "pages", "hosts", "first_seen", "last_seen")
        print_rows(list_campaigns(log.db, limit=limit), form, columns, "no campaigns")
