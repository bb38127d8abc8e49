"""`wonmun monitor`: the scheduler, for good or for one round."""

from __future__ import annotations

import dataclasses
import logging
import signal
import threading

import click
import msgspec

from wonmun.settings import log_path
from wonmun_monitor.commands.shared import config_option, settings_of, speech


@click.command()
@click.option("--once", is_flag=True, help="Do one full round of what is due, then exit.")
@click.option("--due", type=click.Choice(["all"]), help="Take everything as due now; with --once.")
@click.option("--json", "as_json", is_flag=True, help="With --once: print the counts as JSON.")
@config_option
def monitor(once: bool, due: str | None, as_json: bool, config: str | None) -> None:  # noqa: FBT001 (click's)
    """Poll feeds, visit and check pages, send alerts."""
    from wonmun_monitor.sample import with_served_sample  # noqa: PLC0415 - not needed to print help
    from wonmun_monitor.service import Monitor, run_once  # noqa: PLC0415

    settings = with_served_sample(settings_of(config))
    logging.basicConfig(level=logging.WARNING if once else logging.INFO, format="%(levelname)s %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    if due and not once:
        raise click.UsageError("--due all goes with --once")
    if once:
        counts = run_once(settings, log_path(settings), everything=due == "all")
        told = dataclasses.asdict(counts)
        line = speech().say(
            "{feeds:d} feeds, {pages:d} pages, {findings:d} findings, {alerts:d} alerts, {errors:d} errors", **told
        )
        click.echo(msgspec.json.encode(told).decode() if as_json else line)
        return
    running = Monitor(settings, log_path(settings))
    ended = threading.Event()
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_: ended.set())
    running.start()
    click.echo(speech().say("monitor: at work; Ctrl-C ends it"), err=True)
    while running.running and not ended.wait(0.5):
        pass
    running.stop()
