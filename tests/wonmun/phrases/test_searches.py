"""Two searches in one text, after a copy of an interview that was clean: each was what the text seemed to speak of."""

from __future__ import annotations

import wonmun
from tests.wonmun.measuring import look
from wonmun.phrases.searches import elsewhere, others

TALK = (
    "{a}가 '바다의 편지'에서 등대지기를 연기한 소감을 밝혔다.\n"
    "배우 한새벽은 금요일 연속극 '바다의 편지'에서 선장의 친구이자 등대지기 {b}을 맡아 열연을 펼쳤다. 첫 회에서 {a}는 아내 앞에서도 "
    "등대를 떠나려는 모습, 친구에 대한 {b} 갈등을 일으키는 모습으로 강한 인상을 남겼다. 섬을 떠나겠다고 말하는 {b}은 모든 "
    "시청자의 분노를 불렀다.\n"
    "그 뒤 {a}로부터 편지를 받은 {b}은 그제야 섬에 대한 마음을 깨달았다. 그의 노력 끝에 두 사람은 다시 만났다. {a}는 이렇듯 "
    "변덕이 심한 인물을 잘 소화해 많은 이의 {b}을 받았다.\n"
    '{a}는 얼마 전 한 잡지와 만나 "끝내고 싶지 않다는 느낌이 들었다. 다른 배우와도 그런 {b} 이야기를 나눴다"고 아쉬움을 '
    "털어놓았다. 마지막 회는 다섯 집 가운데 한 집이 보았다."
)


def test_two_searches_with_one_word_in_common_are_both_found() -> None:
    report = wonmun.check(TALK.format(a="온라인바카라", b="바카라검증"))
    assert report.verdict == "injected"
    assert {f.found for f in report.findings} == {"온라인바카라", "바카라검증"}


def test_neither_is_what_stands_elsewhere() -> None:
    occ, index = look(TALK.format(a="온라인바카라", b="바카라검증"), "온라인바카라")
    assert [occ.batch.phrases[k] for k in others(occ, index)] == ["바카라검증"]
    assert "바카라" not in elsewhere(occ, index)


def test_a_plain_word_of_the_trade_is() -> None:
    occ, index = look(TALK.format(a="온라인바카라", b="카지노 딜러"), "온라인바카라")
    assert others(occ, index) == []
    assert "카지노 딜러" in elsewhere(occ, index)
