"""`wonmun check`: what can be asked of it; `checking.py` does it."""

from __future__ import annotations

from typing import Any

import click


@click.command()
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON answer a line for each INPUT.")
@click.option("--jsonl", is_flag=True, help="INPUT holds records, one JSON object a line; one answer a line.")
@click.option("--restored", is_flag=True, help="Print the restored text only.")
@click.option("--explain", is_flag=True, help="Show signals and weights behind the verdict.")
@click.option("--originals", multiple=True, metavar="FILE", help="JSONL of genuine articles as memory; repeatable.")
@click.option("--log", metavar="PATH", help="Use that log as memory.")
def check(inputs: tuple[str, ...], **wanted: Any) -> None:
    """Check documents: a file (.html, .htm, .mht, else plain text), an http(s) address, or - for standard input.

    Exit code: 0 nothing injected, 1 something injected, 2 an error. With --jsonl it is 0 even when something is found.
    """
    from wonmun.cli.checking import Wanted, check_inputs  # noqa: PLC0415 - the engine: `wonmun --help` needs none

    check_inputs(inputs, Wanted(**wanted))
