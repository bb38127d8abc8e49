"""INPUT of `wonmun check`: character sets that say nothing of themselves, and what is too long."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from wonmun.cli import wonmun

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "가을 전시회가 저잣거리에서 열린다. 누구나 볼 수 있다.\n"


@pytest.fixture(autouse=True)
def _nothing_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("WONMUN_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def run(*args: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(wonmun, ["check", *args], input=stdin)


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_a_text_in_utf_16_needs_no_byte_order_mark(tmp_path: Path, charset: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(charset))
    assert run("--restored", "a.txt").stdout.strip() == TEXT.strip()


def test_what_is_too_long_is_one_sentence_and_the_next_line_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wonmun.cli.inputs.LONGEST", 200)
    long = json.dumps({"id": 1, "text": TEXT * 40}, ensure_ascii=False)
    (tmp_path / "a.txt").write_text(long, encoding="utf-8")
    for result in (run("a.txt"), run("-", stdin=long)):
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert "longer than 32 MB" in result.stderr
    told = run("--jsonl", "-", stdin=f'{long}\n{{"id": 2, "text": "글"}}\n{long}').stdout.splitlines()
    answers = [json.loads(line) for line in told]
    assert ["longer than 32 MB" in answer.get("error", "") for answer in answers] == [True, False, True]
