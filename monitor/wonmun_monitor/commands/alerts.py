"""`wonmun alerts`: what was said, and a test of the way there."""

from __future__ import annotations

import asyncio

import click

from wonmun.errors import SettingsError
from wonmun_monitor.alerts.outbox import send_test
from wonmun_monitor.alerts.send import SendError
from wonmun_monitor.commands.shared import config_option, output_options, print_rows, reading, settings_of, speech
from wonmun_monitor.log.queries.alerts import list_alerts


@click.group(invoke_without_command=True)
@click.option("--pending", is_flag=True, help="Only those that wait to be sent.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many.")
@output_options
@config_option
@click.pass_context
def alerts(ctx: click.Context, pending: bool, limit: int, form: str | None, config: str | None) -> None:  # noqa: FBT001
    """List alerts, newest first."""
    if ctx.invoked_subcommand:
        return
    with reading(config) as log:
        rows = list_alerts(log.db, pending=pending, limit=limit)
        print_rows(rows, form, ("id", "created_at", "sent_at", "attempts", "subject"), "no alerts")


@alerts.command()
@config_option
def test(config: str | None) -> None:
    """Send a test message to every target."""
    settings = settings_of(config).alerts
    targets = settings.to
    if not targets:
        raise SettingsError("alerts.to: names no target; add an apprise URL to the configuration")
    failed = asyncio.run(send_test(targets, language=settings.language))
    if failed:
        raise SendError("; ".join(failed))
    click.echo(speech().say("sent to {n:d} target(s)", n=len(targets)))
