"""The examples in docstrings give what they say."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOTS = (ROOT, ROOT / "monitor", ROOT / "server")
PACKAGES = (ROOT / "wonmun", ROOT / "monitor" / "wonmun_monitor", ROOT / "server" / "wonmun_server")


def with_examples() -> list[str]:
    """Names of the modules whose source holds an example."""
    files = [f for package in PACKAGES for f in package.rglob("*.py") if ">>> " in f.read_text(encoding="utf-8")]
    return sorted(_name(file) for file in files)


def _name(file: Path) -> str:
    root = next(r for r in reversed(ROOTS) if file.is_relative_to(r))
    return ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("name", with_examples())
def test_examples_are_true(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0
