"""What speaks for an honest phrase whatever its score."""

from __future__ import annotations

import numpy as np
import pytest

from tests.quality import articles
from tests.wonmun.measuring import look
from wonmun import signals
from wonmun.detect import detect
from wonmun.judging.excuses import TOPICAL, excused
from wonmun.page.plain import plain_page
from wonmun.phrases.picked import Picked
from wonmun.signals.fluency import is_clause

HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")


def test_two_names_that_a_particle_joins_are_no_search() -> None:
    """Seen from outside on 2026-11-30: `티몬과 위메프` was suspicious, with the particle before it."""
    text = (
        "이번 주부터 솔몬과 달메프 결제 건에 대한 환불이 늦어지고 있다. 정산이 밀리면서 판매자들이 상품을 내렸다. 카드사들은 이날 오전부터 솔몬과 "
        "달메프에서 결제와 취소를 막았다. 여행사들은 예약한 손님에게 다시 결제하라고 알렸다. 금융당국은 상황을 살피고 있다고 밝혔다. "
        "소비자원에는 상담이 하루 254건 들어왔다."
    )
    assert detect(plain_page(text)).verdict == "clean"


def test_programmes_are_called_by_their_days() -> None:
    """Seen from outside on 2026-11-30: 수목극 was injected, for being rare and easily left out."""
    text = (
        "KBS 2TV 새 수목극 '국민 여러분'이 아닌 SBS '빅그물'과 MBC '더 방앗지기'가 맞붙었다. 28일 시청률조사회사 누리코리아에 따르면 전날 첫 방송한 MBC 새 "
        "수목극 '더 방앗지기'가 동시간대 지상파 수목극 2위로 출발했다. 시청률은 3.4%·4.6%를 기록했다. KBS 2TV '닥터 프리즘'은 12.1%·13.9%로 수목극 "
        "1위 자리를 지켰다. SBS TV '빅그물'은 3.4%·4.1%였다. '더 방앗지기'는 대한은행 대기발령 1순위 지점장 노지호가 뜻밖에 본점의 감사로 승진해 은행의 "
        "부정부패와 부조리를 파헤치는 이야기다. 배우 김가람이 주연을 맡았다."
    )
    assert detect(plain_page(text)).verdict == "clean"


def test_what_is_counted_in_words_is_no_search() -> None:
    """`중학생 세 명은` was suspicious in a report of an outside set, read, once the weights were fitted anew."""
    text = "어제 중학생 세 명은 둑을 걸었다. 밤에 중학생 세 명은 돌아왔다."
    occ, index = look(text, "중학생 세 명")
    rows = np.zeros(len(signals.NAMES))
    assert excused(occ, Picked(index, "중학생 세 명", 1.0, rows, form=1.0)) == TOPICAL


def test_what_looks_like_a_copula_is_a_noun_where_a_particle_follows() -> None:
    """Of 300 copies written in November 2026 three with `추천인` were clean: Kiwi read a copula, hence a clause."""
    text = HONEST.replace("둘레길", "라온하이 추천인")
    assert detect(plain_page(text)).verdict == "injected"
    assert is_clause("라온하이 추천인")


def test_a_compound_of_spam_is_no_clause() -> None:
    text = (
        HONEST.replace("저수지를", "저수지를 토토구인")
        .replace("공사를", "공사를 토토구인")
        .replace("다리를", "다리를 토토구인")
    )
    assert detect(plain_page(text)).verdict == "injected"
    assert is_clause("토토구인")


@pytest.mark.parametrize(
    "text",
    [
        (
            "골목 찻집의 오래된 이름은 바닷바람이다. 이 이름은 항구로 들어오던 배의 이름에서 따온 것이라고 한다. 주로 유로디스코 장르에서 활동한 두 사람이 "
            "1974년 처음 노래를 부른 곳이다. 주인은 지금도 음반 서른 장을 닦는다."
        ),
        (
            "각종 규제로 구슬놀이 업계가 주춤한 사이 나라가 하는 놀이는 손님이 늘었다. 특히 경륜, 경정 등 공영도박의 실적은 코로나19의 영향을 거의 받지 "
            "않았다. 업계는 손님이 줄었다고 했다."
        ),
    ],
)
def test_what_sentences_hold_and_no_search_does(text: str) -> None:
    """주로 유로 of 유로디스코 and 경정 등 공영 of 공영도박 looked put there once, in a real page and a window of one."""
    assert detect(plain_page(text)).verdict == "clean"
