"""What the commands share: which configuration and log count, in which language they speak, how rows are printed."""

from __future__ import annotations

import csv
import dataclasses
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from wonmun.cli.tame import tame
from wonmun.configuration import config_path, load_settings
from wonmun.settings import Settings, log_path
from wonmun.translate import Catalog, catalog, spoken_here
from wonmun_monitor.log.connect import Log, open_log
from wonmun_monitor.urls import clip

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F", bound=Callable[..., Any])
_LONGEST_ADDRESS, _LONGEST_CELL, _LONGEST_PART = 300, 60, 30
"""Characters of an address, of another cell and of one entry of a list that a table for people shows."""
_HEADS = {"names": "phrases"}
"""What a column is called where its field's own name would not say it."""
_SENTENCES = frozenset({"subject", "last_error"})
"""Columns that hold sentences of ours."""
JSON, CSV = "json", "csv"


def config_option(command: F) -> F:
    """Add `--config PATH`."""
    return click.option("--config", metavar="PATH", help="Use this configuration.")(command)


def output_options(command: F) -> F:
    """Add `--json` and `--csv`."""
    for name, help_ in ((CSV, "Print comma-separated values."), (JSON, "Print one JSON object a line.")):
        command = click.option(f"--{name}", "form", flag_value=name, default=None, help=help_)(command)
    return command


def settings_of(config: str | None) -> Settings:
    """Load the configuration that counts."""
    return load_settings(config_path(config))


def reading(config: str | None) -> Log:
    """Open the configured log, only to read; one of an older version is brought up to date first."""
    path = log_path(settings_of(config))
    log = open_log(path, create=False, write=False)
    if not log.behind:
        return log
    log.close()
    open_log(path, create=False).close()
    return open_log(path, create=False, write=False)


def writing(config: str | None, *, create: bool = True) -> Log:
    """Open the configured log, to write."""
    return open_log(log_path(settings_of(config)), create=create)


def speech() -> Catalog:
    """Give what is said in the language of this machine."""
    return catalog(spoken_here())


def print_rows(rows: Iterable[DataclassInstance], form: str | None, columns: Sequence[str], empty: str) -> None:
    """Print records: all fields as JSON or CSV, the named columns for people."""
    records = [plain(row) for row in rows]
    if form == JSON:
        for record in records:
            click.echo(msgspec.json.encode(record).decode())
    elif form == CSV:
        click.echo(as_csv(records), nl=False)
    elif not records:
        click.echo(speech().read(empty))
    else:
        from rich.console import Console  # noqa: PLC0415 - only people get a table
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415 - taken as it is: in a cell of plain text [/b] would be markup

        said = speech()
        table = Table(box=None, header_style="bold", pad_edge=False)
        for column in columns:
            table.add_column(said.say(_HEADS.get(column, column.replace("_", " "))), overflow="fold")
        for record in records:
            table.add_row(*(Text(_shown(column, record[column], said)) for column in columns))
        Console(highlight=False, width=None if sys.stdout.isatty() else 250).print(table)


def _shown(column: str, value: object, said: Catalog) -> str:
    """Write one value for people: addresses whole unless monstrous, hidden blocks of many phrases cut."""
    if isinstance(value, (list, tuple)):
        value = [clip(cell(part), _LONGEST_PART) for part in value]
    if isinstance(value, bool) or column in _SENTENCES:
        value = said.read(cell(value))
    return tame(clip(cell(value), _LONGEST_ADDRESS if column == "url" else _LONGEST_CELL))


def plain(row: DataclassInstance) -> dict[str, Any]:
    """Turn a record into a dictionary of what JSON knows."""
    made: dict[str, Any] = msgspec.to_builtins(dataclasses.asdict(row))
    return made


def as_csv(records: Sequence[dict[str, Any]]) -> str:
    """Write records as CSV with a head line; lists become text joined by blanks."""
    if not records:
        return ""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(records[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: cell(value) for key, value in record.items()} for record in records)
    return out.getvalue()


def cell(value: object) -> str:
    """Write one value for a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return " · ".join(cell(part) for part in value)
    if isinstance(value, dict):
        return msgspec.json.encode(value).decode()
    return str(value)
