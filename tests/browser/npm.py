"""Packages from npm that the tests use: React to be disturbed by, axe-core to judge by (`npm ci` in tests/extension)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

import pytest

FOLDER: Final = Path(__file__).parents[1] / "extension" / "node_modules"
_REACT: Final = {
    "react": "react/cjs/react.production.js",
    "scheduler": "scheduler/cjs/scheduler.production.js",
    "react-dom": "react-dom/cjs/react-dom.production.js",
    "react-dom/client": "react-dom/cjs/react-dom-client.production.js",
}


def source(path: str) -> str:
    """Read a file of an installed package; skips the test where npm has not been there (fails on CI with npm)."""
    file = FOLDER / path
    if not file.exists():
        absent = f"{path} is not installed: npm ci --prefix tests/extension"
        (pytest.fail if os.environ.get("CI") and shutil.which("npm") else pytest.skip)(absent)
    return file.read_text(encoding="utf-8")


def react() -> str:
    """React as one script that defines `require` for its own four modules."""
    bodies = ",".join(
        f"'{name}': function (require, module, exports) {{{source(path)}\n}}" for name, path in _REACT.items()
    )
    return (
        f"const parts = {{{bodies}}}, made = {{}};"
        "function require(name) { if (!made[name]) { made[name] = { exports: {} };"
        " parts[name](require, made[name], made[name].exports); } return made[name].exports; }"
    )
