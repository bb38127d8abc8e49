"""Words of a trade that a report names by the way."""

from __future__ import annotations

import pytest

from tests.quality import articles
from wonmun.detect import detect
from wonmun.page.plain import plain_page

HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")
PAYER = (
    "가람군은 군민체육센터 수영장을 고쳐 다음 달 3일 다시 연다고 밝혔다. 공사에는 국민체육진흥공단 공모사업에 뽑혀 받은 {0} 18억원이 들어갔다. "
    "1998년에 지은 수영장은 타일이 떨어지고 물이 새어 지난해 8월부터 문을 닫았다. 군은 {0}에 군비 9억원을 더해 바닥과 여과기를 모두 바꾸고 어린이 풀을 "
    "새로 만들었다. 이용료는 어른 3500원, 어린이 2000원으로 종전과 같다."
)
FIRE = (
    "섬의 {0}에서 24일 새벽 불이 나 관광객 세 명이 다쳤다. 소방 당국은 새벽 2시쯤 {0} 지하 기계실에서 불길이 솟아 네 시간 만에 꺼졌다고 밝혔다. "
    "투숙객 6백여 명이 비상계단으로 빠져나왔다. 연기를 마신 사람들은 근처 병원에서 치료를 받고 있으며 목숨에는 지장이 없다. 외교부는 영사를 보내 여권을 "
    "잃은 여행객을 돕고 있다. 현지 언론은 환기구 청소가 몇 년간 없었다고 전했다."
)
CRIME = (
    "누리경찰서는 {0}을 해 준다며 남의 이름으로 휴대전화를 개통해 팔아넘긴 일당 일곱 명을 검찰에 넘겼다. 이들은 사회관계망서비스에서 {0} 광고를 보고 "
    "찾아온 대학생과 주부 백여 명에게 신분증을 받아 한 사람당 두세 대를 개통했다. 피해자들은 30만원을 받고 다달이 십만원이 넘는 기기값을 떠안았다. "
    "경찰은 넘겨받은 전화가 다른 곳에 쓰였는지 살피고 있다."
)


@pytest.mark.parametrize(
    ("text", "phrase"), [(PAYER, "스포츠토토 기금"), (FIRE, "호텔과 카지노 단지"), (CRIME, "급전 대출")]
)
def test_what_a_report_names_twice_is_left_alone(text: str, phrase: str) -> None:
    """Seen from outside: the first two kinds were injected, the third suspicious, for standing twice in a short text."""
    assert detect(plain_page(text.format(phrase))).verdict == "clean"


@pytest.mark.parametrize(
    ("text", "phrase"), [(PAYER, "스포츠토토 추천"), (FIRE, "카지노 쿠폰"), (CRIME, "무직자 급전 사이트")]
)
def test_what_searches_end_in_is_found_there(text: str, phrase: str) -> None:
    assert detect(plain_page(text.format(phrase))).verdict != "clean"


def test_three_places_are_none_by_the_way() -> None:
    text = (
        HONEST.replace("저수지를", "저수지를 토토 기금")
        .replace("공사를", "공사를 토토 기금")
        .replace("다리를", "다리를 토토 기금")
    )
    assert detect(plain_page(text)).verdict == "injected"
