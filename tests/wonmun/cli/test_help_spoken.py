"""`--help` in Korean where this machine speaks it: every sentence, click's own words too."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from wonmun.cli import wonmun
from wonmun.translate import catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = ("Usage:", "Options:", "Commands:", "Show this message")


def helps(command: click.Command) -> Iterator[str]:
    """Every sentence of help that a command and those below it have."""
    yield from (inspect.cleandoc(text) for text in (command.help, command.short_help) if text)
    yield from (p.help for p in command.params if isinstance(p, click.Option) and p.help)
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            yield from helps(below)


def test_every_help_has_its_korean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    said = set(helps(wonmun))
    assert len(said) > 50
    assert {text for text in said if catalog("ko").read(text) == text} == set()


@pytest.mark.parametrize("command", [(), ("check",), ("feeds",), ("feeds", "add"), ("pages",), ("up",)])
def test_help_is_spoken_as_the_machine_speaks(monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    korean = CliRunner().invoke(wonmun, [*command, "--help"])
    assert korean.exit_code == 0
    assert "사용법: " in korean.output
    assert "이 설명을 보이고 끝납니다." in korean.output
    assert not [word for word in ENGLISH if word in korean.output]
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    english = CliRunner().invoke(wonmun, [*command, "--help"])
    assert "Usage: " in english.output
    assert english.output.isascii()
