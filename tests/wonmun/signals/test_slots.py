from __future__ import annotations

from tests.wonmun.measuring import log1p, look, values
from wonmun.signals import slots


def test_between_two_words_that_stand_together_elsewhere() -> None:
    text = "새로운 다리를 놓았다. 새로운 골드 쿠폰 다리를 건넜다. 그는 골드 쿠폰 집에 갔다."
    found = values(text, "골드 쿠폰")
    assert found["rejoined"] == log1p(1)
    assert found["between"] == 1.0


def test_the_evidence_names_both_neighbours() -> None:
    occ, index = look("그는 골드 쿠폰 집에 갔다. 나는 골드 쿠폰 학교에 갔다.", "골드 쿠폰")
    assert slots.explain(occ, index) == "it was put between '그는' and '집에', which need nothing between them"


def test_what_joins_two_nouns_needs_the_first() -> None:
    """From an honest report on a foundation, suspicious for `서명하고 X 및 투자 기업과`."""
    joined = values(
        "그는 서약에 서명하고 골드 재단 및 기업과 논의했다. 그가 방문해 골드 재단 등 학교를 봤다.", "골드 재단"
    )
    behind = values("그는 책상 골드 재단 및 의자를 샀다. 그는 신발 골드 재단 등 모자를 봤다.", "골드 재단")
    assert (joined["between"], behind["between"]) == (0.0, 1.0)


def test_variety_of_what_follows() -> None:
    same = values("저 저수지는 크다. 이 저수지는 작다.", "저수지")
    other = values("저 저수지는 크다. 이 저수지를 봤다.", "저수지")
    assert same["entropy"] == 0
    assert other["entropy"] > 0.6
