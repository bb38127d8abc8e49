"""The second arm: spam's trades on pages that speak of nothing like them, and honest ones that do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.quality import articles
from tests.wonmun.written import BUS, MUSEUM, PORT
from wonmun import signals
from wonmun.detect import detect
from wonmun.judging.lexical import at_least, joined, unspoken
from wonmun.page.plain import plain_page
from wonmun.phrases.article import read_article
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences
from wonmun.phrases.picked import Picked
from wonmun.weights.fitted import weights

HONEST = next(str(a["text"]) for a in articles() if a["id"] == "ko-01")


@pytest.mark.parametrize("phrase", ["출장안마", "더킹카지노", "성인용품 쇼핑몰", "홈타이", "상품권현금화", "임플란트"])
def test_a_word_of_a_trade_at_every_place_of_a_term_is_injected(phrase: str) -> None:
    """Pages with `출장안마` in five places of an article on history were clean (seen from outside on 2026-11-29)."""
    found = detect(plain_page(HONEST.replace("둘레길", phrase)))
    assert found.verdict == "injected"
    assert {HONEST.replace("둘레길", phrase)[p.start : p.end] for p in found.places} == {phrase}


def test_the_trace_names_the_arm() -> None:
    found = detect(plain_page(HONEST.replace("둘레길", "출장안마")))
    assert found.trace[0].arm in ("lexicon", "fluency")
    assert any("speaks of the trade" in reason for reason in found.reasons)


def flagged(text: str, phrase: str) -> bool:
    view = next(read_article(plain_page(text)).views())
    occ = Occurrences(find(view))
    return bool(unspoken(occ, signals.measure(occ))[occ.batch.phrases.index(phrase)])


@pytest.mark.parametrize("word", ["카지노룸", "비아그라", "출장샵", "토쟁이", "업소녀"])
def test_a_word_that_means_nothing_else_needs_no_odd_form_where_nothing_speaks_of_it(word: str) -> None:
    """Of an outside set's 300 copies 5 such were not injected: `카지노룸` in four places of a report on sports was clean."""
    text = HONEST.replace("둘레길", word)
    assert flagged(text, word)
    assert not flagged(f"{text} 경찰은 불법 영업을 단속했다.", word)


@pytest.mark.parametrize("word", ["마늘밭", "룰렛", "슬롯", "임플란트"])
def test_words_that_mean_something_else_do(word: str) -> None:
    assert not flagged(HONEST.replace("둘레길", word), word)


def scored(score: float, *, spam: float = 1.0) -> Picked:
    row = np.zeros(len(signals.NAMES))
    row[signals.NAMES.index("spam_share")] = spam
    return Picked(0, "출장홈타이", score, row, form=score)


def test_three_places_leave_no_doubt_and_two_leave_some() -> None:
    numbers = weights("ko")
    assert numbers.suspicious < at_least(scored(-5.0), 2, numbers) < numbers.injected
    assert numbers.injected < at_least(scored(-5.0), 3, numbers) < at_least(scored(-1.0), 3, numbers)
    assert at_least(scored(4.0), 3, numbers) == 4.0


def test_nor_do_two_where_form_says_nearly_as_much() -> None:
    """Of 150 copies with two places 7 were suspicious; honest texts that say such a word twice are a logit below."""
    numbers = weights("ko")
    assert at_least(scored(-0.8), 2, numbers) > numbers.injected > at_least(scored(-1.2), 2, numbers)
    assert at_least(scored(-0.8, spam=0.0), 2, numbers) < numbers.injected


@pytest.mark.parametrize(
    "phrase",
    [
        "안산 홈타이",
        "토토 결제대행",
        "사이다 통장 삽니다",
        "티켓깡",
        "훌라 머니상",
        "로우바둑이 모바일",
        "디아 헬퍼",
        "홍콩 미러급",
        "경륜 예상지",
    ],
)
def test_two_words_that_are_spam_together_are_spam(phrase: str) -> None:
    """Half of an outside set's spam was in no list; `바둑이 현금` and `통장 삽니다` were excused as clauses, too."""
    text = HONEST.replace("둘레길", phrase)
    assert flagged(text, phrase)
    assert detect(plain_page(text)).verdict == "injected"


def test_a_word_near_the_trade_that_stands_once_is_said_in_passing() -> None:
    """`주사를 맞고`, `관광객` made an outside set's copies texts on gambling."""
    text = HONEST.replace("둘레길", "사설 환전")
    assert flagged(text + " 관광객도 많다.", "사설 환전")
    assert not flagged(text + " 관광객도 많다. 관광객은 밤에 온다.", "사설 환전")
    assert not flagged(text + " 관광객도 많고 입장객도 많다.", "사설 환전")
    races = HONEST.replace("둘레길", "경륜 예상지")
    assert flagged(races, "경륜 예상지")
    assert not flagged(races + " 경륜 선수다.", "경륜 예상지")


@pytest.mark.parametrize("phrase", ["대포폰 구입", "웹소설 텍본 다운", "스웨디시 할인 예약"])
def test_a_page_of_crime_is_no_excuse_for_what_reads_odd(phrase: str) -> None:
    """Suspicious only where five words of crime reports stood, however strange it was where it stood."""
    crime = " 경찰은 돈을 훔친 혐의로 30대를 붙잡았다. 피해자는 41명이다. 검찰은 사기와 불법 유통까지 수사한다. 구속 영장은 기각됐다."
    text = (
        (BUS + crime)
        .replace("다음 달 1일", f"다음 달 {phrase} 1일")
        .replace("네 번까지 적용", f"네 번까지 {phrase} 적용")
    )
    assert detect(plain_page(text)).verdict == "injected"


def test_a_sentence_in_a_nouns_place_is_no_clause_of_the_page() -> None:
    """Clean at four to eleven places where it ended in polite speech: repeats of clauses are excused."""
    phrase = "헌책 매입합니다"
    assert detect(plain_page(PORT.replace("한빛항만공사", phrase))).verdict == "injected"
    page = "가게마다 같은 말을 적었다. “{0}.” 어느 문에나 “{0}.” 하고 붙었다. 아이들은 “{0}!” 하고 외쳤다. "
    page = page.format(phrase)
    assert detect(plain_page(page)).verdict == "clean"


@pytest.mark.parametrize("phrase", ["대포폰 구입", "대포통장 구매", "졸피뎀 후기"])
def test_what_no_place_has_room_for_is_not_said_by_the_way(phrase: str) -> None:
    """Between `열` and `명` stands no word of a trade; 대포폰 구입 was excused there as what a report names (clean)."""
    text = MUSEUM.replace("열 달 만에", f"열 {phrase} 달 만에").replace("심해 3000m를", f"심해 {phrase} 3000m를")
    assert detect(plain_page(text)).verdict == "injected"


@pytest.mark.parametrize("name", ["킹스벳", "벳로얄", "쿨벳존", "HZ벳", "마카롱벳 쿠폰"])
def test_names_of_betting_sites_in_hangul_are_spam(name: str) -> None:
    """An outside set's copies with four such names were clean."""
    text = HONEST.replace("둘레길", name)
    assert flagged(text, name)
    assert not flagged(text + " 수의사가 강아지를 본다.", name)
    assert not flagged(text.replace(name, f"{name} 교수", 1), name)
    assert not flagged(text + " 도박판에서 베팅을 했다.", name)


@pytest.mark.parametrize(
    "word", ["알파벳", "엘리자벳", "벳푸온천", "니스벳", "강남 오피스텔", "카드 깡패", "골든 슬롯"]
)
def test_letters_of_other_words_are_no_spam(word: str) -> None:
    assert not flagged(HONEST.replace("둘레길", word), word)


ASKED = """다음 달에 24평 아파트에서 30평으로 옮깁니다. 포장이사 견적 비교 해 보신 분 계신가요? 세 곳에 물어봤는데 값이 두 배 차이 납니다.
답글: 평일이면 더 쌉니다. 짐이 많으면 5톤 한 대로는 모자라요.
답글: 저는 포장이사 견적 비교 앱을 썼는데 전화가 많이 와서 힘들었어요."""
"""A question on moving costs was called injected (seen from outside on 2026-11-29)."""
COURT = """대법원은 동호회원들이 연 온라인 홀덤 모임을 도박으로 보지 않았다. 재판부는 온라인 홀덤 모임에서 오간 돈이 밥값에 그쳤다고
밝혔다. 1심은 벌금을 매겼지만 2심은 뒤집었다. 검찰은 판결문을 살핀다고 했다."""
VOUCHERS = """군이 어르신 이미용 상품권을 나눠 준다. 상품권은 한 장에 만원이다. 75세가 넘은 어르신은 해마다 상품권 열두 장을 받는다.
상품권을 쓸 수 있는 가게는 52곳이다. 목욕탕에서도 상품권을 받는다."""


@pytest.mark.parametrize("text", [ASKED, COURT, VOUCHERS])
def test_honest_texts_that_name_a_trade_twice_or_are_about_it_are_not_injected(text: str) -> None:
    assert detect(plain_page(text)).verdict != "injected"


WORKERS = """제주의 한 호텔 카지노 노동조합은 27일 임금 협상이 결렬됐다며 다음 달 2일부터 파업에 들어간다고 밝혔다. 카지노 노동조합은
지난해 임금이 2% 오르는 데 그쳤다고 주장했다. 회사는 관광객이 줄어 인상 여력이 없다고 한다. 외국인 전용 카지노는 2014년에 문을
열었다. 카지노중에서는 가장 크고, 카지노 쪽 조합원 412명 가운데 371명이 찬성했다."""


def test_a_bare_word_of_a_trade_in_good_grammar_is_not_injected() -> None:
    """Of 70 genuine excerpts on gambling 12 were called injected, most for `카지노` alone."""
    assert detect(plain_page(WORKERS)).verdict != "injected"
    assert detect(plain_page(HONEST.replace("둘레길", "카지노"))).verdict == "injected"
    text = HONEST.replace("둘레길이", "카지노가").replace("둘레길을", "카지노를").replace("둘레길은", "카지노는")
    assert detect(plain_page(text.replace("둘레길", "카지노"))).verdict != "clean"


BROADCASTER = (
    "성인방송 진행자로 일하는 이모씨는 밤 열 시에 출근한다. 성인방송을 시작한 지 3년째다. 이씨는 성인방송을 한다는 사실을 어머니에게 말하지 "
    "못했다. 시청자가 준 선물의 절반은 회사가 가져간다. 이씨는 내년에 작은 빵집을 열 생각이다."
)
TRACK = (
    "경륜장이 문을 닫은 자리에 체육 공원이 들어선다. 서라시는 2006년 연 경륜장을 내년 철거한다고 밝혔다. 경륜장을 찾는 사람은 하루 120명까지 "
    "줄었다. 경륜 매출도 10년 사이 70% 줄어 해마다 30억원의 적자를 냈다. 선수 40명은 다른 경륜장으로 옮긴다. 주민들은 경륜장 주차장에 나무를 "
    "심어 달라고 요청했다."
)


@pytest.mark.parametrize("text", [BROADCASTER, TRACK])
def test_lawful_things_that_have_no_other_word_are_not_injected(text: str) -> None:
    """성인방송 holds 성인방, which is no lawful thing; 경륜 has the same letter behind it nearly everywhere."""
    assert detect(plain_page(text)).verdict != "injected"


@pytest.mark.parametrize("phrase", ["무료 성인방송", "성인웹툰 추천"])
def test_they_are_where_they_stand_for_a_term(phrase: str) -> None:
    assert detect(plain_page(HONEST.replace("둘레길", phrase))).verdict == "injected"


@pytest.mark.parametrize("word", ["온카지노", "슬롯버프"])
def test_a_sites_name_that_holds_a_lawful_word_is_no_bare_one(word: str) -> None:
    """Of an outside set's 114 copies with one word of spam seven were only suspicious: 온카 and 버프 are no lawful trade's."""
    text = HONEST
    for genuine, here in (("이", "가"), ("을", "를"), ("은", "는")):
        text = text.replace(f"둘레길{genuine}", f"{word}{here}")
    assert detect(plain_page(text.replace("둘레길", word))).verdict == "injected"


def test_a_word_near_what_the_page_speaks_of_is_spoken_of() -> None:
    journey = "마카오 여행을 다녀왔다. 호텔 로비 옆이 카지노였다. 공항 셔틀은 카지노 앞에 선다. 관광객은 카지노 위층 식당에 간다. "
    assert not flagged(
        journey + "호텔 수영장과 관광 버스, 항공권, 여행 가방, 리조트 객실, 야경이 기억에 남는다.", "카지노"
    )


def test_limits_of_both_arms_fall_on_the_other_ones() -> None:
    numbers = weights("ko")
    assert joined(numbers.lexical_injected, 0.0, numbers) == pytest.approx(numbers.injected)
    assert joined(numbers.lexical_suspicious, 0.0, numbers) == pytest.approx(numbers.suspicious)
    assert joined(0.0, 0.0, numbers) > numbers.injected > joined(-1.5, 0.0, numbers) > numbers.suspicious


def test_what_is_above_the_upper_limit_does_not_hang_on_the_lower_one() -> None:
    numbers = weights("ko")
    lower = replace(numbers, suspicious=numbers.suspicious - 0.5)
    assert joined(0.5, 1.0, numbers) == joined(0.5, 1.0, lower)


@pytest.mark.parametrize(
    "text",
    [
        (
            "슬롯 머신(slot machine)은 돈을 넣고 그림을 맞추는 기계이다. 기계를 상대로 하는 슬롯 머신은 미국에서 생겼다. 슬롯 머신은 1895년에 한 "
            "기술자가 만들었고 여러 가지로 고쳐졌다. 전쟁 뒤 군대를 따라 일본에도 슬롯 머신이 들어왔으나 널리 퍼지지는 못했다."
        ),
        (
            "13일 농협에 따르면 앞으로 5년간 스포츠토토를 운영할 사업자 입찰이 이틀간 열린다. 입찰에는 지금 사업자인 케이토토와 한빛침대 등 여섯 업체가 "
            "나선다. 스포츠토토코리아 관계자는 “스포츠토토사업은 공익사업”이라고 했다. 케이토토는 자료를 준비했다."
        ),
        (
            "한빛증권은 4일 “관계사인 스포츠토토가 경마와 비슷한 방식으로 야구 상품을 낼 것”이라고 했다. 이어 “주가에 짐이던 스포츠토토가 경마와 비슷한 "
            "방법의 상품을 낸다면 수익이 는다”고 적었다. 목표가는 6만9000원이다."
        ),
    ],
    ids=["definition", "names", "clause"],
)
def test_a_definition_firms_names_and_a_clause_are_not_injected(text: str) -> None:
    """Real honest excerpts of these kinds were called injected on 2026-11-29."""
    assert detect(plain_page(text)).verdict != "injected"


def test_a_report_of_swindlers_names_what_they_promised() -> None:
    """Seen from outside: such a report was injected, its phrase odd nowhere and the police in every other sentence."""
    text = (
        "가짜 출장 마사지 누리집으로 예약금을 가로챈 일당이 경찰에 붙잡혔다. 강원경찰청은 사기 혐의로 A 씨 등 7명을 검거했다고 밝혔다. "
        "이들은 출장 마사지 누리집 스무 개를 만들어 보증금을 먼저 보내라고 했다. 피해자는 204명이다. 피해자 대부분은 창피해서 신고하지 "
        "못했다. 경찰은 출장 마사지 광고의 선입금 요구는 모두 사기라고 말했다."
    )
    assert detect(plain_page(text)).verdict != "injected"


def test_what_a_party_says_of_an_evening() -> None:
    """A comment on officials' evenings was injected, for its bar alone: what was drunk and paid is of the same trade."""
    text = (
        "[누리법률신문] 서울의 한 룸살롱이 관청 과장과 파출소 소장이 룸살롱에서 마신 밀린 술값을 받아 달라고 한 사건을 검찰이 맡자 야당은 "
        "관청을 비난했다. 대변인은 이날 <룸살롱 들락거리며 술값 떼먹는 과장>이라는 논평에서 “임기 네 해 동안 별일이 다 있었지만 관청 "
        "직원이 이런 추문을 일으키다니 충격적”이라고 했다. 그는 “개인 문제로 덮고 가벼운 처분으로 끝내겠지만 국민의 평가를 각오해야 할 "
        "것”이라고 경고했다.\n“룸살롱 술값 떼먹는 과장”\n기사입력:2012-02-28 16:18:03"
    )
    assert detect(plain_page(text)).verdict == "clean"
    assert detect(plain_page(text.replace("술값", "수당"))).verdict != "clean"


def test_what_a_judge_is_said_to_have_been_treated_to() -> None:
    """Such a report was injected on 2026-11-30: 접대 is of the bar's trade."""
    text = (
        "‘룸살롱 접대 의혹’ 부인한 판사\n시험을 앞둔 법원의 한 판사가 이른바 ‘룸살롱 접대 의혹’에 휩싸였다. 야당 의원은 상임위원회에서 "
        "이 판사가 변호사들과 고급 룸살롱에 여러 차례 드나들며 ‘접대’를 받았다고 말했다. 판사는 재판에 앞서 평소 국수를 먹고 지낸다며 의혹을 "
        "부인했다. 대법원은 사실을 확인하고 있다고 밝혔다."
    )
    assert detect(plain_page(text)).verdict == "clean"
    assert detect(plain_page(text.replace("접대", "변론"))).verdict != "clean"


def test_a_page_on_casinos_makes_compounds_of_the_word() -> None:
    """Such a report was injected on 2026-11-30, since the word stands inside others: 보안카지노경영과."""
    text = (
        "취업이 잘 되는 학과들이 있다. 그 중에서도 카지노 관련 학과가 인기다. △산들대 카지노학과 △바다대 호텔카지노과 △누리대 카지노경영과 "
        "등이 대표적이다. 포커게임을 좋아한다고 카지노학과를 기웃거렸다가는 망신을 당한다. 딜러 수업과 카지노산업론 등 이론이 빡빡하다. "
        "큰 돈이 오가는 카지노에선 유혹도 크다. 한빛대 보안카지노경영과에서는 카지노내 보안을 배운다. 카지노업계 관계자는 “카지노학과 "
        "졸업생은 도박의 해악을 안다”고 했다. 강원랜드도 이들을 뽑는다."
    )
    assert detect(plain_page(text)).verdict != "injected"
