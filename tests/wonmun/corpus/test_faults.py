"""A fault of ours in one text costs that text, not the scan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from wonmun.corpus.run import Order, scan
from wonmun.recipe import check, examine

from .conftest import article, output, rejected, write

if TYPE_CHECKING:
    from pathlib import Path

    from wonmun.model import Detection, Page, Report


@pytest.mark.parametrize("restore", [False, True])
def test_a_record_whose_check_fails_is_kept_aside(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, restore: bool
) -> None:
    """Case: one text that the engine stumbled over ended the scan of all others with a traceback."""

    def stumbling(page: Page, *given: Any, **named: Any) -> Report:
        stumble(page)
        return check(page, *given, **named)

    def stumble(page: Page, *_: object) -> Detection:
        if page.text == article(6):
            raise ValueError("operands could not be broadcast together")
        return examine(page, None)

    monkeypatch.setattr("wonmun.corpus.steps.check", stumbling)
    monkeypatch.setattr("wonmun.corpus.copies.examine", stumble)
    write(corpus / "again.jsonl", [{"id": "copy", "text": article(6)}])
    summary = scan(Order((str(corpus),), tmp_path / "out", restore=restore, copies=restore))
    assert {r["id"] for r in output(tmp_path / "out")} == {f"a{i}" for i in range(12)} - {"a6"}
    aside = {r["id"]: r for r in rejected(tmp_path / "out")}
    assert aside.keys() == {"a6", "copy"}
    assert aside["copy"]["file"].endswith("again.jsonl")
    assert aside["copy"]["raw"] == article(6)
    assert aside["a6"]["reason"] == "the check failed (ValueError: operands could not be broadcast together)"
    assert (summary["records"], summary["rejections"]) == (11, {"the check failed": 2})
