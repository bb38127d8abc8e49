"""The server's commands: up, serve, pair, doctor. Each loads what it needs when it runs: `pair` needs no Flask."""

# ruff: noqa: PLC0415 (as the first line says)

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wonmun.configuration import config_path, load_settings
from wonmun.translate import catalog, spoken_here

if TYPE_CHECKING:
    from wonmun.settings import Settings

_config = click.option(
    "--config", metavar="PATH", help="The configuration; else WONMUN_CONFIG, else ./config.yaml where there is one."
)


def _settings(config: str | None) -> Settings:
    return load_settings(config_path(config))


@click.command()
@_config
def up(config: str | None) -> None:
    """Run server and monitor together, and print the one address to open."""
    from wonmun_server import running

    running.run(_settings(config), monitor=True)


@click.command()
@_config
def serve(config: str | None) -> None:
    """Run the local server only: what the extension asks, and the dashboard."""
    from wonmun_server import running

    running.run(_settings(config), monitor=False)


@click.command()
@_config
@click.option("--sign-in", is_flag=True, help="Print an address that signs a browser in to the dashboard instead.")
def pair(config: str | None, *, sign_in: bool) -> None:
    """Print a one-time code for the extension, good for ten minutes."""
    from wonmun_server import asking

    settings = _settings(config)
    if sign_in:
        click.echo(asking.sign_in_address(settings))
        return
    code = asking.pairing_code(settings)
    said = catalog(spoken_here()).say("Enter this code in the extension's options within ten minutes:")
    click.echo(said, err=True)
    click.echo(code)


@click.command()
@_config
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
def doctor(config: str | None, *, as_json: bool) -> None:
    """Say what is wrong with configuration, log and network; exit code 1 where something is."""
    from wonmun_server import examine

    findings, speech = examine.examine(config), catalog(spoken_here())
    for finding in findings:
        click.echo(finding.json() if as_json else finding.line(speech))
    if any(not finding.ok for finding in findings):
        raise SystemExit(1)
