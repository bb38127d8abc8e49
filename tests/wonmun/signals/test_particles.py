from __future__ import annotations

from tests.wonmun.measuring import log1p, look, values
from wonmun.signals import particles


def test_particles_of_another_word_are_counted() -> None:
    found = values("골드 사이트은 크다. 골드 사이트를 봤다. 골드 사이트이 있다.", "골드 사이트")
    assert found["wrong"] == log1p(2)
    assert found["right"] == log1p(1)
    assert found["wrong_kinds"] == 2


def test_one_and_the_same_belongs_to_the_word() -> None:
    text = "새나이는 셋이다. 새나이는 넷이다. 저 새나이는 다섯이다."
    assert values(text, "새나이는")["wrong"] == 0


def test_the_evidence_names_the_particle() -> None:
    occ, index = look("골드 사이트은 크다. 골드 사이트를 봤다.", "골드 사이트")
    assert "'골드 사이트은'" in particles.explain(occ, index)


def test_right_particles_are_no_evidence() -> None:
    occ, index = look("골드 사이트는 크다. 골드 사이트를 봤다.", "골드 사이트")
    assert particles.explain(occ, index) == ""


def test_a_particle_behind_a_space_is_loose() -> None:
    assert values("그 골드 쿠폰 을 샀다. 저 골드 쿠폰 은 비싸다.", "골드 쿠폰")["loose"] == log1p(2)


def test_departments_end_in_no_particle() -> None:
    """From a report on colleges: `'스포츠안마과', …` and `△호텔카지노과 △…` were read as a particle that does not fit."""
    quoted = values("학과는 '스포츠 다도과', '다도과', '다도보건과' 등이다. 다도를 배운다.", "다도")
    listed = values("△강원대 다도과 △부산대 호텔다도과 △제주대 다도과 등이 있다. 다도를 배운다.", "다도")
    assert (quoted["wrong"], listed["wrong"]) == (0, log1p(1))
    assert values("골드 사이트과 시장을 봤다. 골드 사이트과 ‘시장’을 봤다. 골드 사이트를 봤다.", "골드 사이트")[
        "wrong"
    ] == log1p(2)
