"""Spam of other languages in Korean articles, and honest Korean articles full of foreign names."""

from __future__ import annotations

import pytest

from tests.wonmun.written import BUS, MUSEUM, PORT, substituted
from wonmun.detect import detect
from wonmun.model import Standing
from wonmun.page.plain import plain_page
from wonmun.recipe import check

SPAM = [
    "online casino",
    "best slots 2024",
    "百家乐",
    "体育投注平台",
    "オンラインカジノ",
    "バカラ 必勝法",
    "казино онлайн",
]
HOUSES = ["betking88", "xbet 한국", "Winner88 가입"]
HONEST = {
    "web": "컴포넌트에서 slot을 쓰면 부모가 내용을 채운다. 이름 있는 slot은 여러 개 둘 수 있고, slot의 기본값도 정할 수 있다. "
    "slot props를 넘기면 자식의 값도 쓸 수 있다. time slot을 나누는 예제는 다음 장에서 본다.",
    "database": "replica set은 노드 세 개로 시작한다. replica set의 주 노드가 멈추면 나머지가 투표한다. read replica를 더하면 "
    "조회가 빨라진다. replica lag이 커지면 알림을 받도록 했다.",
    "perfume": "메종 마르지엘라의 향수 REPLICA가 새 향을 냈다. REPLICA는 기억 속 장면을 향으로 옮긴다. 매장에서는 REPLICA 향수 네 "
    "가지를 맡아 볼 수 있다.",
    "band": "그룹 한빛의 신곡 'Jackpot'이 공개됐다. 'Jackpot'은 빠른 박자의 춤곡이다. 다음 주 방송에서 Jackpot 무대를 처음 "
    "선보인다. 팬들은 Blackjack이라고 불린다.",
    "drama": "재일 동포 4대의 삶을 그린 드라마 '파친코(パチンコ)'가 두 번째 시즌으로 돌아온다. 제작진은 오사카의 골목을 다시 지었다.",
    "hanja": "與野가 예산안을 놓고 맞섰다. 美와 中의 통상 협상도 변수다. 농경 사회의 風俗을 연구한 책 '조선의 風俗'은 偽物 "
    "논란을 다룬다. 日 언론도 이를 전했다.",
    "chip": "삼성전자가 HBM3E 12단 제품을 NVIDIA에 공급한다. SK하이닉스는 online 설명회에서 AI 서버용 SSD를 공개했다. best "
    "price보다 공급 안정이 중요하다는 설명이다.",
    "english": "bet의 과거형은 bet이다. I bet you win이라는 문장에서 bet은 확신을 나타낸다. free spins처럼 형용사와 명사를 "
    "묶은 표현도 외워 두자.",
    "resort": "라스베이거스의 Resorts World가 CES 기간에 셔틀을 운행한다. 카지노 층을 지나 전시장으로 가는 길에 한국관이 있다. "
    "도박 중독 상담 창구도 열린다. 현지 업체는 casino 직원을 줄이고 casino 로봇을 들였다.",
    "raid": "경찰이 해외에 서버를 둔 도박 사이트 online casino 두 곳을 적발했다. online casino 운영자는 판돈 300억원을 굴린 "
    "혐의를 받는다. 도박 참가자 40명도 입건됐다.",
    "planted": "군청 누리집이 뚫려 공지마다 'online casino'라는 글귀가 들어갔다. 담당자는 “'online casino' 문구를 모두 지웠다”고 "
    "말했다. 검색 결과에는 아직 남아 있다.",
    "telecom": "통신사가 IPTV app을 새로 냈다. IPTV app에서는 어린이 채널을 따로 고른다. 연구소는 THC 성분을 재는 기기도 보였다. 가입자는 USDT로 "
    "요금을 낼 수 없다.",
    "paper": "연구원은 term paper를 쓰듯 기록을 남겼다. 그는 밤마다 자료를 고쳤고 학회에서 상을 받았다.",
    "tags": "축제 사진을 #seaside #harbor_night 태그와 함께 올리면 상을 준다. @hanbit_port 계정이 뽑는다. 작년에는 #bestshot 사진 900장이 "
    "모였다.",
    "mail": "문의는 casinobonus@example.com이 아니라 port@example.com으로 해야 한다. 가짜 계정 메일에 답하면 안 된다고 항만공사가 "
    "알렸다.",
    "robots": "대전의 스타트업 Mobet24는 바퀴 달린 로봇을 만든다. Mobet24의 로봇은 병원 복도를 다닌다. 대표는 Mobet24가 내년에 공장을 연다고 "
    "말했다.",
    "houses": "북유럽의 구단 BetBoom이 대회에 온다. 화가 Lotto의 초상화와 Gibbet의 의자, 다시 Gibbet의 책상이 왔다. 기자가 연 창에는 betking88이 "
    "떴다.",
    "address": "가짜 누리집 주소는 best-casino-online.example.com처럼 생겼다. 접속하면 casino.example.com/slots로 넘어간다. "
    "전문가는 주소를 끝까지 읽으라고 권한다.",
}


@pytest.mark.parametrize("phrase", [*SPAM, *HOUSES])
@pytest.mark.parametrize(("text", "term"), [(PORT, "한빛항만공사"), (MUSEUM, "관람객"), (BUS, "요금")])
def test_foreign_spam_in_the_place_of_a_term_is_found_with_its_bounds(phrase: str, text: str, term: str) -> None:
    injected, spans = substituted(text, term, phrase)
    found = detect(plain_page(injected))
    assert found.verdict == "injected"
    assert [(p.start, p.end) for p in found.places] == [(a, b) for a, b, _ in spans]
    assert "another language" in " ".join(found.places[0].evidence)


@pytest.mark.parametrize("phrase", SPAM)
def test_at_one_place_it_is_suspicious(phrase: str) -> None:
    injected = MUSEUM.replace("오세란 학예실장은", f"{phrase}오세란 학예실장은", 1)
    found = detect(plain_page(injected))
    assert found.verdict == "suspicious"
    assert [injected[p.start : p.end] for p in found.places] == [phrase]


def test_put_before_sentences_it_is_deleted_again() -> None:
    injected = BUS.replace("청소년과", "live baccarat online청소년과").replace(
        "시민단체", "live baccarat online시민단체"
    )
    assert check(injected).restored == BUS


@pytest.mark.parametrize("name", HONEST)
def test_foreign_names_words_of_code_and_reports_are_silent(name: str) -> None:
    assert detect(plain_page(HONEST[name])).verdict == "clean"


def test_the_same_words_in_a_text_about_gambling_are_no_sign() -> None:
    assert detect(plain_page(substituted(BUS, "요금", "casino bonus")[0])).verdict == "injected"
    told = "카지노 업계가 도박 중독 예방에 나섰다. 딜러 교육도 늘린다."
    assert detect(plain_page(f"{told} casino bonus 광고를 줄이고 casino bonus 한도를 둔다.")).verdict == "clean"


def test_words_made_of_spam_words_are_sought_in_bounded_time() -> None:
    text = PORT + " " + "freespins" * 2000 + "x"
    assert detect(plain_page(text)).verdict == "clean"


def test_what_many_genuine_pages_have_is_no_spam() -> None:
    text = substituted(PORT, "한빛항만공사", "online casino")[0]
    assert detect(plain_page(text), lambda _: Standing(genuine=100_000)).verdict == "clean"
