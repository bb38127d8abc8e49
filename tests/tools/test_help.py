"""Every script of tools/ and bench/ answers --help with its usage, and a path that leads nowhere with a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.__main__ import ASKING, BENCHES

ROOT = Path(__file__).parents[2]
SCRIPTS = [
    f"{folder}.{file.stem}"
    for folder in ("bench", "tools")
    for file in sorted((ROOT / folder).glob("*.py"))
    if '__name__ == "__main__"' in file.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_help_is_given_and_nothing_written(script: str, tmp_path: Path) -> None:
    """tools/pack_extension.py made a folder named --help; tools/order.py ended in a traceback."""
    name = script.removesuffix(".__main__")
    found = subprocess.run(
        [sys.executable, "-m", name, "--help"],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr[-500:]
    assert script.rsplit(".", maxsplit=1)[-1].strip("_") in found.stdout.lower().replace("python -m bench", "main")
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
def test_a_path_that_leads_nowhere_is_told_in_a_sentence(script: str, tmp_path: Path) -> None:
    """All of them ended in a traceback, some after minutes of work."""
    found = subprocess.run(
        [sys.executable, "-m", script, *LOST[script]],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert found.returncode == 2, found.stderr[-500:]
    assert found.stderr.splitlines()[-1].endswith(("there is no file nowhere", "there is no folder nowhere"))
    assert "Traceback" not in found.stderr
    assert not list(tmp_path.iterdir())
