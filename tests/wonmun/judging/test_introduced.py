"""Honest names that sites of spam have, too: the text says what they are."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.judging.introduced import introduced
from wonmun.page.plain import plain_page

TEXTS = {
    "게 요리": "서면에 게 요리 전문점 크랩스가 문을 열었다. 크랩스는 대게와 킹크랩을 쪄 낸다. 크랩스의 점심은 2만원이다. "
    "주말에는 크랩스 앞에 줄이 선다.",
    "게임": "모바일 게임사 하늘소프트가 새 게임 드래곤타이거를 내놨다. 드래곤타이거는 용과 호랑이를 키워 겨루는 전략 게임이다. "
    "드래곤타이거 이용자는 한 달 만에 10만 명을 넘었다. 회사는 드래곤타이거 대회를 연다.",
    "벤처": "전자 회사 출신들이 만든 벤처 골든슬롯이 서버용 확장 카드를 냈다. 골든슬롯의 카드는 새 규격을 따른다. 골든슬롯은 "
    "데이터센터에 카드를 댄다.",
    "만화": "만화가 이정은의 신작 '마스터토토'는 강아지가 주인공이다. 마스터토토는 산속 마을을 지킨다. 독자들은 마스터토토를 기다렸다. "
    "마스터토토 인형도 나온다.",
    "공원": "군은 옛 소방서 터에 안전공원을 만든다. 안전공원에는 심폐소생술을 배우는 교실이 들어선다. 안전공원 설계는 내년 봄에 끝난다. "
    "군수는 안전공원이 아이들의 놀이터가 될 것이라고 말했다.",
    "드라마": "다음 달 나오는 드라마 '카지노 시즌 3'의 예고편이 나왔다. '카지노 시즌 3'은 누명을 벗으려 애쓰는 사람의 이야기다. 제작진은 "
    "'카지노 시즌 3'의 절반을 섬에서 찍었다. 첫 시즌은 시청 시간 1위를 했다. 배우는 “카지노 시즌 3에서는 웃음기를 뺐다”고 말했다.",
    "카드": "용산의 카드 게임 모임에서는 카드 깡을 즐긴다. 카드 깡은 포장된 팩을 뜯어 희귀한 카드를 찾는 놀이다. 초등학생도 카드 깡에 "
    "용돈을 쓴다. 유튜브에는 카드 깡 영상이 넘친다.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_name_that_is_introduced_is_not_injected(text: str) -> None:
    assert detect(plain_page(text)).verdict != "injected"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("벤처 골든슬롯이 카드를 냈다. 골든슬롯은 바쁘다.", True),
        ("골든슬롯은 서버를 만드는 회사다. 골든슬롯은 바쁘다.", True),
        ("'골든슬롯'은 비싸다. 골든슬롯은 바쁘다.", True),
        ("'골든슬롯 2부'가 나왔다. 골든슬롯 2부는 길다.", True),
        ("'골든슬롯 2부'가 나왔다. 골든슬롯은 길다.", False),
        ("어제 골든슬롯이 비를 내렸다. '골든슬롯'은 내일 그친다.", False),
    ],
)
def test_where_a_name_is_introduced(text: str, *, there: bool) -> None:
    places = [at for at in range(len(text)) if text.startswith("골든슬롯", at)]
    assert introduced(text, "골든슬롯", places) == there
