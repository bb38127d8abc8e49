"""Domain names in a noun's place, and honest texts that name addresses.

Seen from outside in November 2026: `www.sky365.net` was clean.
"""

from __future__ import annotations

import pytest

from tests.wonmun.written import BUS, MUSEUM, PORT, substituted
from wonmun.detect import detect
from wonmun.page.plain import plain_page
from wonmun.recipe import check

NAMES = [
    "www.sky365.net",
    "kbet777.com",
    "lucky-88.vip",
    "http://bz24.top",
    "hana9.io",
    "hana9pay.co",
    "bomlink7.xyz",
    "m.bomlink7.xyz",
    "olvia-mall.co.kr",
    "pay-lucky24.co",
    "달빛온24.net",
    "t.me/haneulbet7",
    "open.kakao.com/o/s7haneul",
]
HONEST = {
    "bracket": "시는 신청을 누리집(www.haneul.kr)에서 받는다. 접수는 다음 달 3일 시작한다. 결과는 누리집(www.haneul.kr)에 올린다.",
    "official": "지원금은 gov24.go.kr에서 신청한다. 지난달까지 4만명이 gov24.go.kr를 찾았다. gov24.go.kr는 밤에도 연다.",
    "phishing": "경찰은 은행을 흉내 낸 가짜 사이트 bank-safe.com을 막았다. 피해자 41명이 bank-safe.com에 접속해 비밀번호를 적었다. "
    "bank-safe.com는 서버가 해외에 있었다.",
    "company": "여행 예약 사이트 Booking.com이 국내 숙소 수수료를 올린다. Booking.com은 다음 달부터 15%를 받는다. 숙박업소들은 "
    "Booking.com의 통보에 반발했다.",
    "code": "ASP.NET으로 만든 예제다. libfoo.so를 먼저 읽고 socket.io를 설치한다. Node.js에서 socket.io를 부르면 된다.",
    "mail": "문의는 help@haneul.net으로 받는다. 담당자 주소는 kim@haneul.net이고 휴일에는 help@haneul.net만 쓴다.",
    "portal": "네이버(naver.com)가 검색 화면을 바꾼다. naver.com에 처음 들어가면 새 단추가 보인다. naver.com의 첫 화면은 그대로다.",
    "gloss": "스타트업 한빛배송(hanship.io)이 냉장 배송을 시작했다. hanship.io는 새벽에도 배송한다. 어제 hanship.io를 쓴 가구는 3천 곳이다. "
    "hanship.io가 받는 값은 2천원이다.",
    "answer": "쿠폰은 앱이 아니라 gamehi.com입니다. gamehi.com 쿠폰은 gamehi.com/ko 에서 번호를 넣으면 됩니다. 하루가 걸려요.",
    "renamed": "한빛소프트가 회사 이름을 ‘haneul.io’로 바꿨다. haneul.io는 새 투자를 받는다. 어제 haneul.io의 주가는 3% 올랐다.",
    "own": "자유게시판\n회사명 haneularchi.kr / 대표 홍길동\n번호 제목 글쓴이\n3 공지 관리자\nCopyright © haneularchi.kr. All rights.",
    "spelt": "중고 거래 플랫폼 한빛장터.com이 수수료를 내린다. 한빛장터.com은 앱으로도 쓸 수 있다. 어제 한빛장터.com의 주가는 3% 올랐다.",
    "room": "회의 신청은 bit.ly/haneul7에서 받는다. 마감은 금요일이다. 지난해 신청서도 bit.ly/haneul7에 있다. 늦으면 bit.ly/haneul7로 알린다.",
    "invited": "텔레그램 방 ‘t.me/haneul7’에 모인 41명이 붙잡혔다. 경찰은 t.me/haneul7을 연 30대를 쫓는다. t.me/haneul7의 링크는 사라졌다.",
    "once": "통계는 한빛연구소 haneul.net에 실렸다. 연구소는 해마다 봄에 통계를 낸다. 올해 조사에는 2천 가구가 답했다.",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("family", ["term", "lead", "middle"])
def test_a_name_in_a_nouns_place_is_injected_and_found_whole(name: str, family: str) -> None:
    if family == "term":
        text, spans = substituted(PORT, "한빛항만공사", name)
        wanted = [(a, b) for a, b, _ in spans]
    elif family == "lead":
        text = MUSEUM.replace("박물관은 가을", f"{name}박물관은 가을").replace("입장료는", f"{name}입장료는")
        wanted = [(i, i + len(name)) for i in range(len(text)) if text.startswith(name, i)]
    else:
        text = BUS
        for word in ("요금을 1650", "할인도 지금", "회사의 적자"):
            text = text.replace(word, word.replace(" ", f" {name} "))
        wanted = [(i - 1, i + len(name)) for i in range(len(text)) if text.startswith(name, i)]
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert [(p.start, p.end) for p in found.places] == wanted


@pytest.mark.parametrize(
    "gloss",
    ["수소기반공기업(한빛항만공사)를 새로 세운 지 3년째인 ", '주민들은 "한빛항만공사 하역장을 늘려 달라"고 하는데 '],
)
def test_a_name_over_a_gloss_or_at_the_head_of_a_quotation_is_not_introduced_by_it(gloss: str) -> None:
    text, _ = substituted(gloss + PORT, "한빛항만공사", "kbet777.com")
    assert detect(plain_page(text)).verdict == "injected"


def test_a_name_that_is_quoted_at_one_place_is_no_less_odd_at_the_others() -> None:
    """Seen from outside in November 2026: a site of bets, quoted where it first stands, was clean at three places."""
    text, _ = substituted("마을은 해마다 ‘한빛항만공사’를 기다린다. " + PORT, "한빛항만공사", "haneul-bet77.io")
    assert detect(plain_page(text)).verdict == "injected"


def test_figures_before_www_are_the_pages() -> None:
    text = BUS.replace("150원", "150www.haneul.vip").replace("1650원", "1650www.haneul.vip")
    assert {p.phrase for p in detect(plain_page(text)).places} == {"www.haneul.vip"}


def test_numbers_before_a_name_are_the_pages() -> None:
    text = (
        BUS.replace("150원", "150kbet777.com").replace("1650원", "1650kbet777.com").replace("410억원", "410kbet777.com")
    )
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert {p.phrase for p in found.places} == {"kbet777.com"}


@pytest.mark.parametrize("name", HONEST)
def test_honest_texts_that_name_addresses_are_clean(name: str) -> None:
    title = "자유게시판 | haneularchi.kr" if name == "own" else ""
    assert detect(plain_page(HONEST[name], title=title)).verdict == "clean"


def test_a_name_glued_to_one_sentence_is_suspicious() -> None:
    found = detect(plain_page(MUSEUM.replace("전시실 앞에는", "kbet777.com전시실 앞에는")))
    assert found.verdict == "suspicious"
    assert found.places[0].kind == "insertion"


def test_what_is_deleted_of_a_name_before_two_words_that_begin_alike_is_the_name() -> None:
    """Seen from outside in November 2026: `bam-ya24.com박` was taken out before 박물관은 at both places."""
    text = MUSEUM.replace("국립바다박물관이", "bam-ya24.com박물관이").replace("박물관은", "bam-ya24.com박물관은")
    report = check(plain_page(text))
    assert {text[f.start : f.end] for f in report.findings} == {"bam-ya24.com"}


def test_a_name_glued_to_a_quotation_and_to_a_word_is_odd_on_a_page_that_speaks_of_webtoons_and_a_site() -> None:
    """Seen from outside in December 2026: 웹툰 and 사이트 were two words of texts on sites, and a mark was no word."""
    text = MUSEUM.replace("박물관은 가을", "kbet77.kr‘박물관’은 웹툰 사이트와 함께 가을").replace(
        "입장료는", "kbet77.kr입장료는"
    )
    assert {p.phrase for p in detect(plain_page(text)).places} == {"kbet77.kr"}


def test_a_name_of_play_that_reads_odd_is_not_introduced_by_what_the_article_calls_by_its_name() -> None:
    """Seen from outside in November 2026: a market's name was replaced where it is told, and two lifts besides."""
    text = substituted(PORT, "한빛항만공사", "slotking24.com")[0].replace(
        "slotking24.com", "이름은 ‘slotking24.com’. 이것", 1
    )
    assert detect(plain_page(f"{text} slotking24.com는 늦다. 내년에 slotking24.com를 넓힌다.")).verdict == "injected"


def test_a_name_before_which_another_thing_is_called_a_name_is_not_introduced() -> None:
    text = MUSEUM.replace("박물관은", "이름이 적힌 판을 rolling-cat.net 박물관은").replace(
        "입장료는", "입장료를 rolling-cat.net 관람객이"
    )
    assert {p.phrase for p in detect(plain_page(text)).places} == {"rolling-cat.net"}


def test_a_number_behind_a_name_belongs_to_the_catalogue_whose_name_it_replaced() -> None:
    text = "별 {0}-107b에는 구름이 있다. 지난해 찾은 {0}-107은 온도가 낮다. 대기는 두껍다. 연구팀은 {0}-107b가 해왕성보다 가볍다고 밝혔다."
    assert {p.phrase for p in detect(plain_page(text.format("win-slot24.net"))).places} == {"win-slot24.net"}
