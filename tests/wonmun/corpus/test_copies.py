"""An article that was copied many times: every mirror finds the genuine one, however far away it stands."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from wonmun.corpus import copies
from wonmun.corpus.run import Order, scan

from .conftest import article, mirror, output, write

if TYPE_CHECKING:
    from pathlib import Path

PHRASES = [
    " ".join(words)
    for words in product(("온라인", "해외", "무료", "안전"), ("카지노", "토토", "바카라", "슬롯"), ("추천",))
]


@pytest.mark.parametrize("at", [0, 8, 16])
def test_one_genuine_article_among_many_mirrors(tmp_path: Path, at: int) -> None:
    """Case: of 30 mirrors in one term's place those next to the genuine article were restored, four to seven of them."""
    assert restored_among_mirrors(tmp_path, at) == {article(3)}


def restored_among_mirrors(folder: Path, at: int) -> set[str]:
    """The texts that a scan makes of many mirrors of one article and of itself, which is the `at`-th of them."""
    records = [{"id": f"m{i}", "text": mirror(3, phrase)} for i, phrase in enumerate(PHRASES)]
    records.insert(at, {"id": "g", "text": article(3)})
    source = write(folder / "a.jsonl", [*records, *({"id": f"o{i}", "text": article(100 + i)} for i in range(4))])
    scan(Order((str(source),), folder / "out", restore=True, copies=True))
    return {r["text"] for r in output(folder / "out") if r["id"][0] in "gm"}


def test_little_is_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answers are the same with next to no room."""
    monkeypatch.setattr(copies, "_HELD", 100)
    monkeypatch.setattr(copies, "_INDEXES", 1)
    assert restored_among_mirrors(tmp_path, 8) == {article(3)}
