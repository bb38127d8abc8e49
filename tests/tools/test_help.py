"""Every script of tools/ and bench/ answers --help with its usage, and does nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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
