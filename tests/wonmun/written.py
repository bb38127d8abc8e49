"""Articles written for these tests, and ways to inject them. Names and events are made up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.model import Article, Detection, Page, Place, Segment
from wonmun.restore import Resources, restore

if TYPE_CHECKING:
    from wonmun.memory import Memory
    from wonmun.model import Kind, Report

PORT = """한빛항만공사가 서해 신항에 수소 하역 부두를 짓는다. 한빛항만공사는 11일 이사회를 열어 1단계 사업비 2300억원을 확정했다고 밝혔다.

부두는 신항 남측 매립지 18만㎡에 들어서며 2029년 봄 문을 연다. 한빛항만공사의 계획대로라면 하루 240톤의 액화수소를 내릴 수 있다. 지금까지 국내에는 액화수소를 받을 부두가 없었다.

지역에서는 기대와 걱정이 엇갈린다. 어민회 박도현 회장은 "매립지 앞 양식장 물길이 바뀔 수 있는데도 한빛항만공사가 조사 결과를 내놓지 않는다"고 말했다. 반면 상공회의소는 "운송비가 내려가면 한빛항만공사와 거래하는 업체들이 먼저 혜택을 볼 것"이라고 반겼다.

한빛항만공사 관계자는 "환경 조사는 다음 달 끝난다"며 "결과가 나오는 대로 주민 설명회를 열겠다"고 했다. 설계는 두 회사가 함께 맡는다.

이지우 기자 jiwoo@example.kr"""

MUSEUM = """국립바다박물관이 문을 연 지 열 달 만에 관람객 60만명을 넘겼다. 박물관 측은 주말 관람객이 평일의 세 배라고 설명했다.

가장 붐비는 곳은 2층 잠수정 전시실이다. 관람객은 실제 크기의 조종석에 앉아 심해 3000m를 내려가는 과정을 체험한다. 전시실 앞에는 휴일마다 긴 줄이 선다.

박물관은 가을부터 밤 9시까지 문을 열기로 했다. 오세란 학예실장은 "퇴근한 직장인도 올 수 있게 해 달라는 요청이 많았다"며 "야간에는 조명을 낮춘 심해 전시를 따로 마련한다"고 말했다. 입장료는 그대로 받는다."""

BUS = """시내버스 요금이 다음 달 1일부터 150원 오른다. 시는 물가 심의를 거쳐 성인 카드 요금을 1650원으로 정했다고 5일 알렸다.

청소년과 어린이 요금은 그대로 둔다. 환승 할인도 지금처럼 네 번까지 적용한다. 시는 버스 회사의 적자가 지난해 410억원으로 불어나 인상을 미룰 수 없었다고 했다.

시민단체는 서비스 개선이 먼저라고 비판했다. 배차 간격이 20분을 넘는 노선이 아직 열두 개나 된다는 것이다."""

FIRST = "한빛항만공사가 서해 신항에 액화수소 부두를 세운다. 한빛항만공사는 11일 이사회에서 사업비 2300억원을 의결했다. 어민회는 한빛항만공사가 조사 결과를 내놓지 않는다고 비판했다. 한빛항만공사 관계자는 환경 조사가 다음 달 끝난다고 말했다."
"""Another paper on what `PORT` reports."""
SPAM = "황금 물고기 릴게임"
"""A phrase of a kind that is injected."""
NOTHING = Resources()


def substituted(text: str, term: str, phrase: str = SPAM) -> tuple[str, list[tuple[int, int, str]]]:
    """Write the phrase over every occurrence of a term; give the spans, too."""
    spans, parts, last, at = [], [], 0, 0
    for found in re.finditer(re.escape(term), text):
        parts += [text[last : found.start()], phrase]
        at += found.start() - last
        spans.append((at, at + len(phrase), term))
        at += len(phrase)
        last = found.end()
    return "".join([*parts, text[last:]]), spans


def article(text: str, name: str = "a", title: str = "", url: str = "") -> Article:
    """A trusted article of memory."""
    return Article(name, text, title, url, trusted=True)


def page(text: str, title: str = "", url: str | None = None) -> Page:
    """A page with a title segment, where one is given, and a text segment for each line."""
    whole = f"{title}\n\n{text}" if title else text
    segments = [Segment("h", "title", 0, len(title))] if title else []
    first = len(whole) - len(text)
    segments += [
        Segment(f"t{n}", "text", first + m.start(), first + m.end()) for n, m in enumerate(re.finditer(r"[^\n]+", text))
    ]
    return Page(whole, tuple(segments), url=url, lang="ko")


def found_at(text: str, phrase: str = SPAM, kind: Kind = "substitution") -> Detection:
    """What detection would say of a phrase."""
    places, at = [], text.find(phrase)
    while at >= 0:
        places.append(Place(at, at + len(phrase), kind, phrase, ("it repeats",)))
        at = text.find(phrase, at + 1)
    return Detection("injected", 0.9, tuple(places))


def restored(
    text: str,
    kind: Kind = "substitution",
    memory: Memory | None = None,
    resources: Resources = NOTHING,
    phrase: str = SPAM,
) -> Report:
    return restore(page(text), found_at(text, phrase, kind), memory, resources)
