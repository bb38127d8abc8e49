"""The examples of docs/corpora.md are Python that finds what it names."""

from __future__ import annotations

import ast
import gzip
import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from wonmun.cli.scan import scan
from wonmun.corpus.filter import InjectionFilter

from .conftest import article, mirror, write

if TYPE_CHECKING:
    from collections.abc import Iterator

DOC = (Path(__file__).parents[3] / "docs" / "corpora.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", DOC, re.DOTALL)


def test_examples_import_what_exists() -> None:
    assert len(BLOCKS) == 3
    for block in BLOCKS:
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.ImportFrom):
                module = importlib.import_module(str(node.module))
                assert [a.name for a in node.names if not hasattr(module, a.name)] == []


@pytest.mark.slow
def test_local_examples_work_as_they_stand(tmp_path: Path) -> None:
    records = [{"id": f"r{i}", "text": mirror(i) if i == 2 else article(i)} for i in range(6)]
    write(tmp_path / "news" / "a.jsonl", records[:3])
    write(tmp_path / "news" / "b.jsonl", records[3:])
    write(tmp_path / "genuine.jsonl", [{"id": f"g{i}", "text": article(i)} for i in range(6)])
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    for number, block in enumerate(BLOCKS[:2]):
        (tmp_path / f"example{number}.py").write_text(block, "utf-8")
        command = [sys.executable, f"example{number}.py"]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert sorted(ids(tmp_path / "clean")) == ["r0", "r1", "r3", "r4", "r5"]
    assert list(ids(tmp_path / "injected")) == ["r2"]
    assert {r["id"]: r["text"] for r in read(tmp_path / "restored")} == {f"r{i}": article(i) for i in range(6)}


def read(folder: Path) -> Iterator[dict[str, Any]]:
    for path in folder.glob("*.jsonl.gz"):
        yield from map(json.loads, gzip.decompress(path.read_bytes()).splitlines())


def ids(folder: Path) -> list[str]:
    return [record["id"] for record in read(folder)]


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
