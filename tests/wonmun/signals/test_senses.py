from __future__ import annotations

import numpy as np

from tests.quality import articles
from wonmun.language.load import language
from wonmun.language.senses import senses as read
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences
from wonmun.phrases.view import View
from wonmun.signals import senses

HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")


def rows(phrase: str) -> dict[str, float]:
    occ = Occurrences(find(View(HONEST.replace("둘레길", phrase), language("ko"))))
    row = senses.measure(occ)[occ.batch.phrases.index(phrase)]
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
    assert tuple(row[name] for name in senses.NAMES[:4]) == senses.USUAL
    assert row["sensed"] == 0


def test_a_page_of_few_nouns_is_of_no_kind() -> None:
    occ = Occurrences(find(View("카지노 쿠폰 카지노 쿠폰", language("ko"))))
    assert (senses.measure(occ)[:, 4] == 0).all()


def test_what_stands_round_its_places_is_asked_where_the_page_is_far() -> None:
    occ = Occurrences(find(View(HONEST.replace("둘레길", "카지노 쿠폰"), language("ko"))))
    index, table = occ.batch.phrases.index("카지노 쿠폰"), read()
    mine, text = table.nouns("카지노 쿠폰"), senses.company(occ.batch.view.text)
    places = [(int(p), int(p) + len("카지노 쿠폰")) for p in occ.batch.spans(index)]
    round_ = [
        int(noun)
        for start, end in places
        for at, noun in zip(text.at, text.nouns, strict=True)
        if noun not in mine and (start - senses.ROUND <= at < start or end <= at < end + senses.ROUND)
    ]
    assert senses.measure(occ)[index][1] < senses.AT_HOME
    powers = np.exp(senses.SHARP * (table.vectors[mine] @ table.vectors[round_].T)).mean(axis=1)
    assert np.isclose(senses.measure(occ)[index][3], (np.log(powers) / senses.SHARP).min(), atol=1e-3)


def test_other_languages_are_not_measured() -> None:
    occ = Occurrences(find(View("casino bonus here, casino bonus there", language("en"))))
    assert not senses.measure(occ).any()


def test_what_is_far_from_the_page_is_said_to_be() -> None:
    occ = Occurrences(find(View(HONEST.replace("둘레길", "카지노 쿠폰"), language("ko"))))
    assert "about nothing" in senses.explain(occ, occ.batch.phrases.index("카지노 쿠폰"))
    occ = Occurrences(find(View(HONEST, language("ko"))))
    assert senses.explain(occ, occ.batch.phrases.index("둘레길")) == ""
