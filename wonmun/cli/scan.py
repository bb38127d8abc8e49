"""`wonmun scan`: corpora in, the same records with a verdict each out; `wonmun scan report` on what came of it."""

from __future__ import annotations

import json
import signal
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from wonmun.cli.tame import tame
from wonmun.cli.width import padded
from wonmun.errors import InputError
from wonmun.translate import catalog, spoken_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.translate import Catalog

_INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells give it."""
_MOST_PHRASES, _LABEL = 5, 10
"""Phrases that are shown at the end, and columns of a figure's name."""


@click.command()
@click.argument("inputs", metavar="INPUT... | report DIR", nargs=-1, required=True)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="DIR", help="Where output, rejected records and the summary go."
)
@click.option(
    "--workers", type=click.IntRange(1, 1024), default=1, show_default=True, help="Processes on this machine."
)
@click.option(
    "--ray",
    is_flag=False,
    flag_value="auto",
    metavar="[ADDRESS]",
    help="Run on a Ray cluster instead (--workers tasks at a time).",
)
@click.option(
    "--keep",
    type=click.Choice(["clean", "injected", "all"]),
    default="all",
    show_default=True,
    help="Which records are written.",
)
@click.option("--restore", is_flag=True, help="Write the restored text in the text's place.")
@click.option(
    "--copies/--no-copies",
    default=None,
    help="Look for near-duplicates first, to restore from them (default: with --restore).",
)
@click.option("--originals", multiple=True, metavar="FILE", help="JSONL of genuine articles as memory; repeatable.")
@click.option("--log", metavar="PATH", help="Use that log as memory.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def scan(inputs: tuple[str, ...], *, out: Path | None, as_json: bool, **asked: Any) -> None:
    """Scan corpora: JSONL, Parquet and WARC, plain or packed; files, folders, patterns and fsspec addresses.

    Each record is written to DIR/output as it came, with the answer in a field `wonmun`; what cannot be read is
    kept in DIR/rejected. Started again with the same DIR, it does what is left. `wonmun scan report DIR` writes
    DIR/report.html.
    """
    if inputs[0] == "report" and out is None:
        _report(inputs[1:])
        return
    if out is None:
        raise InputError("name a folder for the results with --out DIR")
    if asked["copies"] is None:
        asked["copies"] = asked["restore"]
    try:
        with _stopped_gently():
            summary = _scanned(inputs, {"out": out, **asked})
    except KeyboardInterrupt:
        said = catalog(spoken_here()).say("stopped; the same command goes on from here")
        click.echo(f"wonmun: {said}", err=True)
        sys.exit(_INTERRUPTED)
    click.echo(json.dumps(summary, ensure_ascii=False) if as_json else told(summary, out, catalog(spoken_here())))


@contextmanager
def _stopped_gently() -> Iterator[None]:
    """Take SIGTERM as Ctrl-C: ended at once, Python's helpers print what they think was left behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _scanned(inputs: tuple[str, ...], asked: dict[str, Any]) -> dict[str, object]:
    from wonmun.corpus.start import ahead  # noqa: PLC0415 - an extra; --help must work without it

    if asked["ray"] is None:
        ahead(asked["workers"])
    from wonmun.corpus import run  # noqa: PLC0415 - as above; workers' models load meanwhile

    return run.scan(run.Order(inputs, **asked))


def told(summary: dict[str, object], out: Path, said: Catalog) -> str:
    """Say in a few lines what a scan found."""
    names = ("records", "injected", "suspicious", "clean", "rejected", "corrected")
    lines = [(said.say(name), f"{summary[name]:,}") for name in names]
    phrases = list(cast("dict[str, int]", summary["phrases"]).items())[:_MOST_PHRASES]
    lines += [("" if i else said.say("phrases"), f"{phrase} ({n:,})") for i, (phrase, n) in enumerate(phrases)]
    lines.append((said.say("seconds"), str(summary["seconds"])))
    shown = [f"{padded(label, _LABEL, left=True)}  {value}" for label, value in lines]
    where = said.say(
        "Records are in {folder}; `wonmun scan report {out}` makes a page of it.", folder=out / "output", out=out
    )
    return tame("\n".join([*shown, where]))


def _report(folders: tuple[str, ...]) -> None:
    from wonmun.corpus.report import write_report  # noqa: PLC0415 - an extra; --help must work without it

    if len(folders) != 1:
        raise InputError("name the folder of one finished scan: wonmun scan report DIR")
    click.echo(catalog(spoken_here()).say("wrote {file}", file=write_report(Path(folders[0]))))
