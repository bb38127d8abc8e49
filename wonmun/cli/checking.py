"""What `wonmun check` does: documents in, verdicts and restored text out."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from wonmun.cli.answer import answer_of
from wonmun.cli.inputs import parse_line, read_input, record_document, record_lines
from wonmun.cli.memories import choose_memory, choose_resources
from wonmun.cli.render import readable, render
from wonmun.cli.tame import tame
from wonmun.errors import WonmunError
from wonmun.recipe import check as check_page
from wonmun.translate import catalog, spoken_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.memory import Memory
    from wonmun.restore import Resources

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of `wonmun check`."""

    as_json: bool
    jsonl: bool
    restored: bool
    explain: bool
    originals: tuple[str, ...]
    log: str | None


def check_inputs(inputs: tuple[str, ...], wanted: Wanted) -> None:
    """Check and print all INPUTs; raises `SystemExit` with the code that the command ends with."""
    memory = choose_memory(wanted.originals, wanted.log, use_default_log=not wanted.jsonl)
    names = inputs or ("-",)
    if wanted.restored and (wanted.as_json or wanted.jsonl):
        _note("--restored changes nothing here: each answer has the text in its field `restored`")
    if not inputs and sys.stdin.isatty():
        _note("reading a text from standard input; end it with Ctrl-D, or name a file or address")
    if wanted.jsonl:
        answers = (_answer_line(line, memory, explain=wanted.explain) for name in names for line in record_lines(name))
        _print_all(answers)
        return
    for name in names:
        if name.endswith(".jsonl"):
            _note(f"{name} is read as one text; with --jsonl it is read as records")
    how = "json" if wanted.as_json else "restored" if wanted.restored else "people"
    asked = choose_resources()
    codes = [_check_input(name, (memory, asked), how, explain=wanted.explain) for name in names]
    raise SystemExit(max(codes))


def _note(sentence: str) -> None:
    """Say a thing beside the answers, in the language of this machine."""
    click.echo(tame(f"wonmun: {catalog(spoken_here()).read(sentence)}"), err=True)


def _check_input(name: str, known: tuple[Memory | None, Resources], how: str, *, explain: bool) -> int:
    """Check and print one INPUT → its exit code; an error is said and the other inputs go on."""
    speech = catalog(spoken_here())
    try:
        document = read_input(name)
        if not document.page.text.strip():
            _note(f"{name}: is empty, there is nothing to check")
        report = check_page(document.page, known[0], resources=known[1])
    except WonmunError as error:
        _note(str(error))
        return 2
    if how == "json":
        _print_json({"id": document.id, **answer_of(report, html=document.page.html, explain=explain)})
    elif how == "restored":
        text = readable(document.page, report)
        shown = tame(text) if sys.stdout.isatty() else text  # in a file as it stands, colours too
        click.echo(shown, nl=not text.endswith("\n"), color=True)
        if left := sum(f.replacement is None for f in report.findings):
            told = speech.count(left, "{name}: 1 place left as found", "{name}: {n} places left as found", name=name)
            _note(told)
    else:
        click.echo(tame(render(document, report, speech, explain=explain)))
    return int(report.verdict == "injected")


def _answer_line(line: bytes, memory: Memory | None, *, explain: bool) -> dict[str, Any]:
    """One line in, one answer out; nothing that a record holds ends the run."""
    given: Any = ""
    try:
        record = parse_line(line)
        given = record.get("id", "")
        document = record_document(record)
        report = check_page(document.page, memory)
    except WonmunError as error:
        return {"id": given, "error": str(error)}
    except Exception as error:  # noqa: BLE001 - the rim: a fault of ours must not lose the other answers
        _log.exception("record %s", given)
        return {
            "id": given,
            "error": f"the record could not be checked ({type(error).__name__}); please report it",
        }
    return {"id": given, **answer_of(report, html=document.page.html, explain=explain)}


def _print_all(answers: Iterator[dict[str, Any]]) -> None:
    """Print each answer as it comes; say at the end how many are errors, which the exit code does not tell."""
    done = failed = 0
    for answer in answers:
        _print_json(answer)
        done, failed = done + 1, failed + ("error" in answer)
    if failed:
        told = catalog(spoken_here()).say("{failed} of {done} records could not be checked", failed=failed, done=done)
        _note(told)


def _print_json(answer: dict[str, Any]) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False))
