from __future__ import annotations

import numpy as np

from tests.quality import articles
from wonmun.candidates import find
from wonmun.language.load import language
from wonmun.occurrences import Occurrences
from wonmun.signals import senses
from wonmun.view import View

HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")


def rows(phrase: str) -> dict[str, float]:
    occ = Occurrences(find(View(HONEST.replace("둘레길", phrase), language("ko"))))
    (row,) = senses.measure(occ, [occ.batch.phrases.index(phrase)])
    return dict(zip(senses.NAMES, row.tolist(), strict=True))


def test_spam_is_farther_from_a_page_on_a_footpath_than_other_paths_are() -> None:
    near, far = rows("산책로"), rows("카지노 쿠폰")
    assert far["affinity"] < near["affinity"]
    assert far["affinity_least"] < near["affinity_least"]
    assert far["affinity_middle"] < near["affinity_middle"]


def test_one_word_is_measured_as_a_phrase_is() -> None:
    page = HONEST.replace("둘레길", "산책로")
    assert abs(senses.affinity(page, "산책로") - rows("산책로")["affinity"]) < 1e-6
    assert senses.affinity(page, "퀴젠흐") > 1


def test_a_name_that_no_list_has_says_nothing() -> None:
    row = rows("퀴젠흐")
    assert (row["affinity"], row["affinity_least"], row["affinity_middle"]) == senses.USUAL
    assert row["sensed"] == 0


def test_a_page_of_few_nouns_is_of_no_kind() -> None:
    occ = Occurrences(find(View("카지노 쿠폰 카지노 쿠폰", language("ko"))))
    assert (senses.measure(occ, range(occ.batch.size))[:, 3] == 0).all()


def test_what_is_far_from_the_page_is_said_to_be() -> None:
    assert "about nothing" in senses.explain(np.array([0.1, 0.0, 0.1, 1.0]), "카지노 쿠폰")
    assert senses.explain(np.array([0.4, 0.3, 0.5, 1.0]), "산책로") == ""
    assert senses.explain(np.array([0.05, 0.0, 0.25, 0.0]), "퀴젠흐") == ""
