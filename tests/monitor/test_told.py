"""What the commands print for people: in the language of the machine, and harmless whatever strangers wrote."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from wonmun import cli
from wonmun.translate import ENGLISH, catalog
from wonmun_monitor import commands
from wonmun_monitor.commands.shared import print_rows
from wonmun_monitor.commands.told import _became

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.monitor.conftest import World

COMMANDS = sorted(Path(commands.__file__).parent.glob("*.py"))
LATIN = re.compile(r"[a-z]{2,}")
HOSTILE = "[/b] [bold]x[/bold] \x1b]0;title\x07 \x1b[2J \x9b2J"


@dataclass(frozen=True, slots=True)
class Row:
    """A row with what a page of a stranger may hold."""

    url: str
    names: tuple[str, ...]
    trust: bool


def said(file: Path) -> set[str]:
    """What a file says: the first arguments of `say`."""
    calls = [n for n in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    spoken = [c.args[0] for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr == "say" and c.args]
    return {str(a.value) for a in spoken if isinstance(a, ast.Constant)}


@pytest.mark.parametrize("file", COMMANDS, ids=lambda f: f.stem)
def test_every_word_of_the_commands_is_in_the_catalog(file: Path) -> None:
    assert said(file) - set(catalog("ko").entries) == set()


@pytest.mark.parametrize("command", ["pages", "alerts", "campaigns", "feeds", "stats", "feeds presets"])
def test_tables_have_korean_headings(
    world: World, mirror: Callable[..., str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """They were English where all else speaks Korean (seen from outside, 2026-11-30)."""
    mirror()
    world.round()
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    config = [] if command == "feeds presets" else ["--config", str(world.config())]
    out = CliRunner().invoke(cli.wonmun, [*command.split(), *config]).output
    heads = out if command == "stats" else out.splitlines()[0]
    assert heads.strip()
    assert not LATIN.search(heads)


def test_a_story_is_told_in_korean(world: World, mirror: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    path = mirror()
    world.round()
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    out = CliRunner().invoke(cli.wonmun, ["page", world.site.url(path), "--config", str(world.config())]).output
    labels = [line[2:].split("  ")[0] for line in out.splitlines() if line.startswith("  ") and line[2] != " "]
    assert len(labels) > 4
    assert [label for label in labels if LATIN.search(label)] == []


def test_how_sure_it_is_is_said_of_what_was_found_only(world: World, mirror: Callable[..., str]) -> None:
    """A page that is gone was told as gone, 99% sure: it keeps the score of what it was (November 2026)."""
    url = world.site.url(mirror())
    world.round()
    ask = ["page", url, "--config", str(world.config())]
    assert " sure]" in CliRunner().invoke(cli.wonmun, ask, env={"LC_ALL": "C.UTF-8"}).output.splitlines()[0]
    with world.log() as log:
        log.db.execute("UPDATE pages SET state = 'gone' WHERE url = ?", (url,))
    assert CliRunner().invoke(cli.wonmun, ask, env={"LC_ALL": "C.UTF-8"}).output.splitlines()[0] == f"{url}  [gone]"


def test_what_became_of_a_place_is_said_in_words() -> None:
    place = {"replacement": "시장", "confidence": 0.997, "source": "survivors"}
    assert _became(place, ENGLISH) == "→ “시장” (other places of this page, 99%)"
    assert _became(place | {"replacement": ""}, ENGLISH) == "→ taken out, 99% sure"
    assert _became(place | {"replacement": None}, ENGLISH) == "not corrected"


def test_what_strangers_wrote_is_no_markup_of_a_table_and_moves_no_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    """A phrase with [/b] in it ended `wonmun pages` with a traceback."""
    print_rows([Row(f"http://h/{HOSTILE}", (HOSTILE,), trust=True)], None, ("url", "names", "trust"), "")
    out = capsys.readouterr().out
    assert out.count("[/b] [bold]x[/bold]") == 2
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", out)
