"""The server's commands: serve, pair (and, with the monitor, up)."""

from __future__ import annotations

import click

from wonmun.settings import config_path, load_settings
from wonmun_server import running


@click.command()
@click.option("--config", metavar="PATH", help="The configuration; else WONMUN_CONFIG, else ./config.yaml.")
def serve(config: str | None) -> None:
    """Run the local server only: what the extension asks, and the dashboard."""
    settings = load_settings(config_path(config))
    with running.server(settings) as server:
        running.announce(server)
        running.wait_for_end()


commands: tuple[click.Command, ...] = (serve,)
