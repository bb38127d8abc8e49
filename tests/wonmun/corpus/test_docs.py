"""The examples of docs/corpora.md are Python that finds what it names."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

from click.testing import CliRunner

from wonmun.cli.scan import scan
from wonmun.corpus.filter import InjectionFilter

DOC = (Path(__file__).parents[3] / "docs" / "corpora.md").read_text("utf-8")


def test_examples_import_what_exists() -> None:
    blocks = re.findall(r"```python\n(.*?)```", DOC, re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.ImportFrom):
                module = importlib.import_module(str(node.module))
                assert [a.name for a in node.names if not hasattr(module, a.name)] == []


def test_every_option_of_the_command_is_told_of() -> None:
    shown = CliRunner().invoke(scan, ["--help"]).output
    assert {"--workers", "--ray", "--keep", "--restore", "--originals", "--log", "--out"} <= set(
        re.findall(r"--[a-z]+", shown)
    )
    for name in ("--workers", "--ray", "--restore", "--copies", "--originals", "--log", "--out"):
        assert name in DOC


def test_the_filters_parameters_are_told_of() -> None:
    for name in InjectionFilter.__init__.__annotations__.keys() - {"return"}:
        assert f"{name}=" in DOC
