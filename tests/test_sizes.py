"""The bounds of CONTRIBUTING.md: lines of a file, lines of a function. Arguments are counted by ruff."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(f for part in ("wonmun", "monitor", "server", "tools", "bench") for f in (ROOT / part).rglob("*.py"))
LINES, BODY = 250, 40


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_a_file_holds_one_idea_and_a_function_fits_on_a_screen(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LINES
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    sizes = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions}
    assert {name: size for name, size in sizes.items() if size > BODY} == {}
