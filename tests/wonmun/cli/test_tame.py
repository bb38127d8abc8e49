"""What a page says cannot drive the terminal that it is shown in."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from wonmun import cli
from wonmun.cli.scan import told
from wonmun.cli.tame import tame
from wonmun.translate import ENGLISH, catalog

DRIVES = re.compile(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]|\x1b(?!\[[0-9;]*m)")
PHRASE = "대박 카지노추천"
TEXT = "".join(f"시민 {n}명이 \x1b]0;x\x07{PHRASE}의 회의에 나와 {PHRASE}를 두고 \x1b[2J말했다. " for n in range(5))


def test_each_control_character_has_a_picture_of_one_letter() -> None:
    every = "".join(map(chr, range(0xA0)))
    assert len(tame(every)) == len(every)
    assert not DRIVES.search(tame(every))
    assert "\n" in tame(every)


def test_what_check_shows_is_tame_and_what_it_restores_is_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text(TEXT, encoding="utf-8")
    shown = CliRunner().invoke(cli.wonmun, ["check", str(file)], color=True).output
    assert "␛]0;x␇" in shown
    assert not DRIVES.search(shown)
    restored = CliRunner().invoke(cli.wonmun, ["check", "--restored", str(file)]).output
    assert restored.count("\x1b[2J") == TEXT.count("\x1b[2J")


def test_what_a_scan_found_is_tame_and_korean_where_the_machine_is() -> None:
    names = ("records", "injected", "suspicious", "clean", "rejected", "corrected")
    summary = {**dict.fromkeys(names, 1), "phrases": {"대박\x1b[2J": 3}, "seconds": 0.5}
    shown = told(summary, Path("out"), catalog("ko"))
    assert not DRIVES.search(shown)
    assert not re.search("[a-z]", "".join(line[:10] for line in shown.splitlines()[:-1]))
    assert told(summary, Path("out"), ENGLISH).startswith("   records  1\n  injected  1")


def test_an_error_is_tame() -> None:
    assert not DRIVES.search(CliRunner().invoke(cli.wonmun, ["check", "no\x1b]0;x\x07"], color=True).output)
