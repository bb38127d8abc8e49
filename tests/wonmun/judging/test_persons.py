"""People's names behind what their bearers are."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.page.plain import plain_page

TEAM = (
    "산골 축구단이 여덟 해 만에 결승에 나갔다. 후반 41분 {0}이 혼자 60m를 몰아 동점을 만들었다. 감독은 “느린 팀이라 다들 안 된다고 했다”고 말했다. "
    "선수들은 낮에 과수원에서 일하고 밤에 공을 찬다. {0}은 겨울마다 읍내 공장에서 쇠를 붙인다. 결승전은 21일 강릉에서 열린다. 표는 5,000원이다."
)


@pytest.mark.parametrize(
    "name",
    [
        "주장 빈도솔",
        "어부 두보람",
        "이장 봉한솔",
        "용접공 음지온",
        "리베로 나은울",
        "옹기장이 여해솔",
        "항해사 남솔",
        "후커 두보람",
        "디자이너 여해랑",
    ],
)
def test_a_name_behind_an_office_is_a_persons(name: str) -> None:
    """Seen from outside: `주장` and a name at two places of a report on rugby, injected."""
    assert detect(plain_page(TEAM.format(name))).verdict == "clean"


@pytest.mark.parametrize("name", ["세터 이고은", "골키퍼 나한결", "포수 구온별", "유격수 노을찬"])
def test_a_name_with_one_particle_at_all_its_places_is_a_persons(name: str) -> None:
    """Seen from outside: a setter's name, always with 이, which was taken for its last letter: injected."""
    text = TEAM.replace("{0}은", "{0}이") + " 시상식에서도 {0}이 웃지 않았다."
    assert detect(plain_page(text.format(name))).verdict == "clean"
