"""Another paper's report on the event is coverage, no copy; a page that was edited, shortened or injected is one."""

from __future__ import annotations

import pytest

import wonmun
from tests.wonmun.compared import GENUINE, INJECTED
from tests.wonmun.written import PORT, article
from wonmun.comparing.retold import copied, retold
from wonmun.model import Copy
from wonmun.originals import Originals
from wonmun.page.plain import plain_page

OURS = """늘봄마트 회원 41만 명의 정보가 밖으로 나간 것으로 드러나자 한도윤 늘봄마트 대표가 머리를 숙였다.
늘봄마트는 9일 한 대표 이름으로 낸 사과문에서 “올해 3월 11일 시작된 이번 일로 회원 여러분께 큰 걱정을 끼쳐 드려 깊이 사과드린다”고 밝혔다.
이어 “올해 3월부터 최근까지 회원 정보에 대한 몰래 보기가 있었다. 몰래 보기가 일어난 정보는 이름, 전화번호, 배송지 주소로 한정되며 결제 정보는 들어 있지 않다”고 설명했다.
회사는 “가람시와 경찰, 소비자원이 꾸린 합동조사반에 숨김없이 협조해 또 다른 피해를 막겠다”고 했다. 앞으로 회원 정보를 더욱 안전하게 지킬 수 있도록 지금 쓰는 보안 장치를 바꾸는 방안도 검토하고 있다."""
THEIRS = """한 대표는 9일 사과문을 통해 “3월 11일 시작된 이번 일로 회원들께 큰 걱정을 끼쳐 드려 깊이 사과드린다”고 말했다.
빠져나간 정보는 △이름 △전화번호 △배송지 주소로 한정되며, 결제 정보는 들어 있지 않다고 설명했다.
한 대표는 “합동조사반에 숨김없이 협조해 또 다른 피해를 막겠다”며 “앞으로 회원 정보를 더 안전하게 지킬 수 있도록, 지금 쓰는 보안 장치를 바꾸는 방안을 검토하고 있다”고 말했다.
앞서 늘봄마트는 8일 저녁 회원 약 41만 명의 정보에 대한 유출이 있었다고 알렸다. 유출이 일어난 정보는 회원 정보의 절반에 이른다.
가람시는 합동조사반을 꾸려 원인을 따지고 같은 일을 막을 대책을 내놓기로 했다."""


def test_a_report_on_the_event_in_other_words_is_no_copy() -> None:
    assert retold(OURS, THEIRS)
    assert retold(THEIRS, OURS)
    assert copied(OURS, [Copy(article(THEIRS), 0.4), Copy(article(OURS), 1.0)]) == [Copy(article(OURS), 1.0)]


@pytest.mark.parametrize("page", [PORT, INJECTED, PORT[: len(PORT) // 3], PORT.replace("수심", "물깊이")])
def test_an_edited_shortened_or_injected_page_has_a_copy(page: str) -> None:
    assert not retold(page, GENUINE.text)


@pytest.mark.parametrize("term", ["정보", "늘봄마트"])
def test_a_report_is_injected_beside_another_one_as_without(term: str) -> None:
    memory = Originals([article(THEIRS)])
    page = plain_page(OURS.replace(term, "카톡카지노.net"))
    assert memory.genuine(page)
    alone, beside = wonmun.check(page), wonmun.check(page, memory)
    assert alone.verdict == beside.verdict == "injected"
    assert [f.found for f in beside.findings] == [f.found for f in alone.findings]
    assert {f.replacement for f in beside.findings} <= {term, None}
