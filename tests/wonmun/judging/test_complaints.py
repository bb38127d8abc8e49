"""Texts that complain of spam on their boards name it as they would name anything else."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.page.plain import plain_page

COMPLAINTS = [
    (
        "등산 모임 게시판에 토토 홍보가 밤새 올라왔습니다. 아침에 지운 토토 홍보만 쉰 개입니다. 가입 절차를 바꾸었지만 토토 홍보는 그치지 않습니다. "
        "당분간 댓글을 세 개 단 회원만 글을 쓸 수 있습니다. 토토 홍보를 보시면 신고해 주세요."
    ),
    (
        "Our bell ringers' forum is full of cheap cialis again. I deleted forty threads on cheap cialis before breakfast. The "
        "spam comes from new accounts, so posts have to wait for us now. If you see cheap cialis here, do not answer."
    ),
    (
        "合唱団の掲示板に闇金の書き込みが続いています。昨日も闇金の書き込みを十件削除しました。しばらく投稿は会員だけにします。"
        "闇金の書き込みを見つけた方は管理人に知らせてください。"
    ),
]
HACKED = (
    "{0}의 홈페이지가 해킹을 당해 가입자 9만 명의 정보가 새 나갔다. {0}의 서버에는 비밀번호도 있었다. 해커는 {0}의 관리자 계정으로 드나들었다. 정부는 {0}의 "
    "기록을 살핀다. 가입자는 스팸 문자를 차단하라는 안내를 받았다. {0}의 주가는 이날 4% 내렸다."
)


@pytest.mark.parametrize("text", COMPLAINTS)
def test_what_is_complained_of(text: str) -> None:
    assert detect(plain_page(text)).verdict == "clean"


def test_a_report_on_such_things_is_no_complaint_of_what_was_put_there() -> None:
    assert detect(plain_page(HACKED.format("다온통신"))).verdict == "clean"
    assert detect(plain_page(HACKED.format("카지노사이트"))).verdict == "injected"


@pytest.mark.parametrize(
    "text",
    [
        (
            "The bell ringers' forum is full of {0} again. Its keeper deleted forty threads on {0} before breakfast. The spam "
            "comes from new accounts, so posts have to wait. Whoever sees {0} there should not answer."
        ),
        (
            "The harbour's {0} opened on Monday. Hackers had closed the forum of the {0} in May, deleted its posts and changed "
            "the passwords. Comments came back last week, and spam with them. The {0} stays open until eight."
        ),
    ],
)
def test_in_english_who_complains_speaks_of_himself(text: str) -> None:
    assert detect(plain_page(text.format("cheap cialis"))).verdict == "injected"
