"""What judges coverage of events is fitted on copies beside the other papers on their event."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.wonmun.comparing.test_retold import OURS, THEIRS
from tools.fit_event import examples
from tools.restore_copies import Known
from tools.restore_models import STAGES
from wonmun.model import Article
from wonmun.trees import Model

PHRASE, TERM = "골드문 바카라", OURS.split()[0]
KNOWN = Known(
    (Article("a", OURS, ""), Article("b", THEIRS, ""), Article("c", THEIRS.replace(".", ". "), "")),
    dict.fromkeys("abc", "event 1"),
)


def test_a_copy_is_measured_beside_the_others_of_its_event_where_something_was_replaced() -> None:
    text = OURS.replace(TERM, PHRASE, 1)
    start = text.index(PHRASE)
    line = {"id": "a:1", "text": text, "phrase": PHRASE, "family": "double"}
    end = start + len(PHRASE)
    replaced, inserted = {**line, "spans": [[start, end, TERM]]}, {**line, "spans": [[start, end, ""]]}
    found = list(examples([replaced, inserted], KNOWN))
    assert [(e.event, e.truth, e.family, e.weight) for e in found] == [("event 1", (TERM,), "double", 0.5)]


def test_a_copy_is_judged_by_the_mean_with_what_is_there() -> None:
    """A stage of one column that is always right: what is there says nothing, so half of the new logit is left."""
    rows = np.repeat([[0.0], [1.0]], 40, 0)
    seen: dict[int, float] = {}

    class Copy:
        def __init__(self, number: int) -> None:
            self.number, self.example = number, type("Of", (), {"weight": 1.0, "two": False})

    copies = [Copy(n) for n in range(len(rows))]
    made: Any = type(STAGES["two"])
    stage = made(
        lambda c: rows[[c.number]], lambda c: rows[c.number] > 0, lambda s, c: seen.update({c.number: float(s[0])}),
        (5, 3),
    )  # fmt: skip
    fold = np.arange(len(rows)) % 4
    stage.run(copies, fold)
    alone = dict(seen)
    stage.run(copies, fold, Model(np.zeros(0, int), None, None))
    assert np.allclose([seen[n] * 2 for n in seen], [alone[n] for n in seen])
