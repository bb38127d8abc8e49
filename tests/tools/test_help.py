"""Every script of tools/ and bench/ answers --help with its usage, and a path that leads nowhere with a sentence."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from bench.__main__ import ASKING, BENCHES

ROOT = Path(__file__).parents[2]
SCRIPTS = [
    f"{folder}.{file.stem}"
    for folder in ("bench", "tools")
    for file in sorted((ROOT / folder).glob("*.py"))
    if '__name__ == "__main__"' in file.read_text(encoding="utf-8")
]


class Ended(NamedTuple):
    """How a script ended, and what it said."""

    code: object
    out: str
    err: str


class Terminal:
    """Runs scripts in this process: to start Python and load what they need takes longer than all they do here."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def run(self, script: str, *arguments: str) -> Ended:
        """As `python -m SCRIPT ARGUMENTS` in an empty folder."""
        module = script.removesuffix(".__main__")
        self._monkeypatch.setattr(sys, "argv", [module, *arguments])
        self._monkeypatch.delitem(sys.modules, script, raising=False)
        with pytest.raises(SystemExit) as end:
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        said = self._capsys.readouterr()
        return Ended(end.value.code or 0, said.out, said.err)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Terminal:
    monkeypatch.chdir(tmp_path)
    return Terminal(monkeypatch, capsys)


@pytest.mark.parametrize("script", SCRIPTS)
def test_help_is_given_and_nothing_written(script: str, tmp_path: Path, terminal: Terminal) -> None:
    """tools/pack_extension.py made a folder named --help; tools/order.py ended in a traceback."""
    found = terminal.run(script, "--help")
    assert found.code == 0
    assert script.rsplit(".", maxsplit=1)[-1].strip("_") in found.out.lower().replace("python -m bench", "main")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["bench", "tools.pack_extension"])
def test_help_is_given_by_a_process_too(name: str, tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-m", name, "--help"],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    assert not list(tmp_path.iterdir())


LOST = {
    "bench.ablation": ["nowhere"],
    "bench.accuracy": ["--articles", "nowhere"],
    "bench.answering": ["--harper", "nowhere"],
    "bench.copies": ["nowhere", "nowhere"],
    "bench.corpora": ["--texts", "nowhere"],
    "bench.finding": ["nowhere"],
    "bench.log_memory": ["nowhere", "nowhere"],
    "bench.memory": ["nowhere"],
    "bench.restoring": ["nowhere"],
    "bench.siblings": ["nowhere", "nowhere"],
    "bench.throughput": ["--articles", "nowhere"],
    "tools.draw_icons": ["nowhere"],
    "tools.fit": ["--articles", "nowhere", "--titles", "nowhere"],
    "tools.fit_abroad": ["en", "nowhere"],
    "tools.fit_covered": ["nowhere", "--memory", "nowhere"],
    "tools.fit_event": ["nowhere", "--articles", "nowhere"],
    "tools.fit_read": ["--articles", "nowhere"],
    "tools.fit_unsaid": ["--honest", "nowhere", "--injected", "nowhere"],
    "tools.fit_restore": ["nowhere", "--titles", "nowhere"],
    "tools.fit_sought": ["nowhere"],
    "tools.habits": ["nowhere", "nowhere"],
    "tools.manuals": ["nowhere", "out"],
    "tools.order": ["nowhere"],
    "tools.pairs": ["en", "nowhere"],
    "tools.terms": ["news", "nowhere", "nowhere"],
}
"""What each script that reads files is given."""
NO_FILE = {"bench.__main__", "bench.log_size", "tools.followers", "tools.pack_extension", "tools.senses"}
"""Scripts that read none of their user's."""


def test_every_bench_is_named_by_all_of_them() -> None:
    assert {s.removeprefix("bench.") for s in SCRIPTS if s.startswith("bench.")} == {"__main__", *BENCHES, *ASKING}


def test_every_script_is_known_to_read_files_or_not() -> None:
    assert set(SCRIPTS) == set(LOST) | NO_FILE


@pytest.mark.parametrize("script", LOST)
def test_a_path_that_leads_nowhere_is_told_in_a_sentence(script: str, tmp_path: Path, terminal: Terminal) -> None:
    """All of them ended in a traceback, some after minutes of work."""
    found = terminal.run(script, *LOST[script])
    assert found.code == 2
    assert found.err.splitlines()[-1].endswith(("there is no file nowhere", "there is no folder nowhere"))
    assert not list(tmp_path.iterdir())
