"""The ablation measures what ships, holds still what it says, and gives every row the same false alarms."""

from __future__ import annotations

import json
import random
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bench.ablation import Held, Window, document, groups, left_out, measured, score, spoiled, table
from tests.quality import articles, phrases
from tools.fit import fold_of
from tools.left_out import FOLDS
from wonmun.detect import detect
from wonmun.page.plain import plain_page
from wonmun.weights.fitted import columns, weights

if TYPE_CHECKING:
    from pathlib import Path

KOREAN = [dict(a) for a in articles() if a["lang"] == "ko"][:6]
COPIES = spoiled(KOREAN, phrases("ko"), random.Random(3))
NOTHING = Held(np.zeros(0, np.int64), np.zeros(0))


@pytest.fixture(scope="module")
def pages() -> tuple[list[list[Window]], list[list[Window]]]:
    honest, copies = (measured(document(a, counted=False) for a in some) for some in (KOREAN, COPIES))
    return honest, copies


def test_every_column_belongs_to_one_group() -> None:
    assert sorted(name for names in groups().values() for name in names) == sorted(columns("ko"))


def test_columns_are_held_in_narrow_and_wide_rows() -> None:
    held = Held(np.array([1, 3]), np.array([10.0, 11, 12, 13]))
    rows = np.zeros((1, 4))
    assert held.put(rows).tolist() == [[0, 11, 0, 13]]
    assert held.put(rows[:, :2]).tolist() == [[0, 11]]
    assert not rows.any()


def test_the_whole_model_is_the_one_that_ships(pages: tuple[list[list[Window]], list[list[Window]]]) -> None:
    assert len(COPIES) >= 4
    for one, page in zip([*KOREAN, *COPIES], [*pages[0], *pages[1]], strict=True):
        verdict = detect(plain_page(one["text"], title=one.get("title", ""), lang="ko")).verdict
        assert (score(page, NOTHING) > weights("ko").injected) == (verdict == "injected")


def test_an_article_is_scored_by_the_weights_that_did_not_see_it(tmp_path: Path) -> None:
    data = json.loads((resources.files("wonmun.weights") / "ko.json").read_text(encoding="utf-8"))
    for fold in range(FOLDS):
        changed = data | {"thresholds": data["thresholds"] | {"injected": float(fold)}}
        (tmp_path / f"ko-{fold}.json").write_text(json.dumps(changed), encoding="utf-8")
    copy = document({**COPIES[0], "id": "one/two:whole"}, counted=False)
    (page,) = measured([copy], left_out(tmp_path))
    assert page[0].numbers.injected == fold_of("one/two") == fold_of("one/three")


def test_every_row_gives_the_same_false_alarms(pages: tuple[list[list[Window]], list[list[Window]]]) -> None:
    head, whole, *others = (line.split() for line in table(*pages))
    assert head[2:5] == ["limit", "alarms", "all"]
    assert float(whole[1]) == pytest.approx(weights("ko").injected, abs=0.01)
    assert [row[0] for row in others] == list(groups())
    assert {row[2] for row in others} == {whole[2]}
    assert len({tuple(row[1:]) for row in others}) > 4
