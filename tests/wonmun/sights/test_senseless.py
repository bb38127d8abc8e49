"""Words in no order, and sentences of many articles: own articles, shuffled here."""

from __future__ import annotations

import random
import re
import sys

import pytest

from tests.quality import articles
from wonmun.detect import detect
from wonmun.language.load import language
from wonmun.page.plain import plain_page
from wonmun.sights import doorway, order, strung, subject
from wonmun.sights.cohesion import LEAST, LIMIT, cohesion

KO = language("ko")
TEXTS = {code: [str(a["text"]) for a in articles() if a["lang"] == code] for code in ("ko", "en", "id")}
SEEDS = range(4)


def salad(code: str, seed: int, size: int = 260) -> str:
    """Words of several articles in no order."""
    words = " ".join(TEXTS[code]).split()
    return " ".join(random.Random(seed).sample(words, size))


def strung_together(seed: int, count: int = 24) -> str:
    """One sentence of each of so many articles."""
    rng = random.Random(seed)
    return " ".join(rng.choice(strung.sentences(text)) for text in rng.sample(TEXTS["ko"], count))


@pytest.mark.parametrize("seed", SEEDS)
def test_words_in_no_order_are_a_doorway(seed: int) -> None:
    found = detect(plain_page(salad("ko", seed)))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"doorway"}
    assert "in no order" in found.reasons[0]


@pytest.mark.parametrize("code", ["en", "id"])
def test_other_languages_have_an_order_too(code: str) -> None:
    assert sum(order.shuffled(salad(code, seed), code) is not None for seed in SEEDS) >= 3
    assert order.shuffled("\n".join(TEXTS[code]), code) is None


@pytest.mark.parametrize("code", ["en", "id"])
def test_a_text_in_capitals_is_in_order(code: str) -> None:
    """Seen on honest Indonesian news whose words all had capitals: it was called senseless."""
    for text in TEXTS[code]:
        assert order.shuffled(text.title(), code) is None
        assert order.shuffled(text.upper(), code) is None


@pytest.mark.parametrize(("code", "phrase"), [("en", "of is and the"), ("id", "yang dan di itu")])
def test_a_phrase_all_over_an_article_leaves_its_words_in_order(code: str, phrase: str) -> None:
    """Seen from outside: Indonesian articles with one phrase in two terms' places were marked by whole paragraphs."""
    words = "\n".join(TEXTS[code]).split(" ")
    text = " ".join(f"{word} {phrase}" if number % 2 == 0 else word for number, word in enumerate(words))
    page = plain_page(text, lang=code)
    assert doorway.look(page, language(code))
    assert not doorway.look(page, language(code), suspected=[phrase])


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_of_many_articles_are_suspicious(seed: int) -> None:
    found = detect(plain_page(strung_together(seed)))
    assert found.verdict == "suspicious"
    assert "as many texts" in found.reasons[0]


def test_rows_of_spam_words_between_them_leave_no_doubt() -> None:
    text = re.sub(r"(?<=다\.) ", " 바카라 슬롯 추천 ", strung_together(1), count=4)
    found = detect(plain_page(text))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"doorway"}


def test_a_digest_of_a_paragraph_each_is_none() -> None:
    digest = "\n".join(" ".join(strung.sentences(text)[:3]) for text in TEXTS["ko"][:12])
    together = cohesion(strung.sentences(digest), KO)
    assert together is None or together.score < LIMIT
    assert detect(plain_page(digest)).verdict == "clean"


def test_sentences_are_weighed_until_they_tell_that_a_text_belongs_together(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules[cohesion.__module__]
    weighed: list[int] = []
    weigh = module._rare

    def counted(found: list[str], code: str) -> object:
        weighed.append(len(found))
        return weigh(found, code)

    monkeypatch.setattr(module, "_rare", counted)
    whole = strung.sentences("\n".join(TEXTS["ko"][:2]))
    together = cohesion(whole, KO)
    assert together is not None
    assert together.score < LIMIT
    assert sum(weighed) < LEAST <= len(whole)
    weighed.clear()
    assert cohesion(strung.sentences(strung_together(1)), KO)
    assert sum(weighed) == len(strung.sentences(strung_together(1)))


def test_a_digest_of_a_sentence_each_is_none() -> None:
    digest = "\n".join(strung.sentences(text)[0] for text in TEXTS["ko"][:24])
    assert detect(plain_page(digest)).verdict == "clean"


MARKET = (
    "코스피는 이날 전 거래일보다 21.3포인트 오른 2,687.4로 마감했다. 코스닥은 4.8포인트 내린 861.2에 거래를 마쳤다. 외국인은 유가증권시장에서 3,210억 "
    "원을 순매수했다. 기관은 1,870억 원어치를 팔았다. 한빛전자는 2.1% 오른 7만 8,400원을 기록했다. 새롬바이오는 장중 9%까지 치솟았다가 3.4% 상승에 "
    "그쳤다. 대양중공업 주가는 1만 2,350원으로 52주 신고가를 새로 썼다. 원화는 달러당 1,324.5원으로 6.2원 올랐다. 3년 만기 국고채 금리는 연 3.281%로 "
    "내렸다. 국제 유가는 배럴당 78.9달러 선에서 움직였다. 금 한 돈은 38만 원을 넘었다. 누리항공은 4.6% 떨어져 2만 1,050원이 되었다. 해솔건설은 수주 소식에 "
    "7.7% 뛰었다. 비트코인은 8,910만 원 안팎에서 거래됐다. 일본 닛케이지수는 0.8% 하락했다. 상하이종합지수는 3,012.4로 보합이었다. 미국 나스닥 선물은 "
    "0.3% 오름세를 보였다. 동해제약은 임상 결과를 앞두고 11% 급등했다. 증권가는 다음 주 물가 지표를 눈여겨보라고 했다."
)
DICTATION = (
    "하늘에 흰 구름이 떠 있어요. 할머니께서 고구마를 쪄 주셨습니다. 강아지가 꼬리를 흔들고 있습니다. 우산을 깜빡 잊고 왔다. 책상 위를 "
    "깨끗이 닦았어요. 꽃밭에 나비가 앉았습니다. 동생과 사이좋게 나누어 먹었다. 개미는 부지런히 일합니다. 바닷가에서 조개껍데기를 주웠어요. "
    "의사 선생님이 이를 살펴보셨다. 눈사람의 코는 당근이에요. 줄넘기를 쉰 번 넘었습니다. 형은 자전거를 아주 잘 탄다. 김밥에 시금치를 "
    "넣었어요. 버스가 정류장에 멈췄습니다. 밤하늘에 별이 반짝반짝 빛난다. 낙엽을 밟으면 바스락 소리가 납니다. 두꺼비가 엉금엉금 기어갑니다."
)


@pytest.mark.parametrize("text", [MARKET, DICTATION], ids=["market", "dictation"])
def test_figures_of_a_day_and_sentences_to_learn_by_are_none(text: str) -> None:
    """Found by a trial of 2026-11-29: both were suspicious."""
    assert len(strung.sentences(text)) >= 16
    assert detect(plain_page(text)).verdict == "clean"


def test_articles_have_order() -> None:
    for text in TEXTS["ko"]:
        assert order.shuffled(text * 2, "ko") is None


HARBOUR = """오전 여섯 시 삼정포 선착장. {0}를 기다리는 손수레가 방파제 끝까지 늘어섰다. 얼음 공장에서 밤을 새운 박금례씨(61)는 전광판을 보다 한숨부터 쉬었다. “스무 해를 나왔지만 올겨울처럼 빈손으로 들어간 적은 없어요.”
시가 이달부터 {0} {0} 물량을 절반으로 줄이자 골목이 술렁인다. 가장 먼저 문을 닫은 것은 국밥집이다. 새벽 {0} 손님이 끊기자 주인은 간판 불을 껐다. 대를 이어 그물을 깁던 형제는 도배 일을 배우러 떠났다.
대책이 없지는 않다. 어업지도선이 불법 통발을 걷어 내고, 치어 40만 마리를 풀었다. 수온이 오른 탓에 성과는 더디다. 연구소는 난류가 예년보다 두 달 일찍 올라왔다고 설명한다.
조합은 면세유 지원을 늘려 달라고 요구했다. 강상철 조합장은 “출항할수록 손해인데 누가 시동을 걸겠느냐”고 되물었다. 도청은 감척 신청을 받기로 했다. 보상금은 톤수에 따라 갈린다. 낡은 목선을 가진 노인들은 서류 떼는 일부터 막막하다.
학교도 흔들린다. 분교 입학생은 내년에 한 명뿐이다. 버스는 하루 세 번으로 줄었다. 그래도 선창 다방에는 아침마다 불이 켜진다. {0}가 돌아오면 외상값부터 갚겠다는 말이 화투판 위로 오갔다."""  # fmt: skip


def test_a_feature_whose_sentences_share_no_word_is_none() -> None:
    """A trial of 2026-11-29: two of 220 injected copies of short articles were called so, whole paragraphs marked."""
    assert len(strung.sentences(HARBOUR)) >= 16
    assert detect(plain_page(HARBOUR.format("꽁치"))).verdict == "clean"


@pytest.mark.parametrize("phrase", ["토토 꽁머니 환전 가능", "메리트카지노", "라이브 바카라 배팅 추천"])
def test_a_phrase_put_into_such_a_feature_is_found_as_a_phrase(phrase: str) -> None:
    found = detect(plain_page(HARBOUR.format(phrase)))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} <= {"substitution", "insertion"}
    assert {p.phrase for p in found.places} == {phrase}


def test_sentences_of_one_text_are_of_one_kind() -> None:
    own = subject.excuse(strung.sentences(HARBOUR.format("꽁치")))
    assert own > max(subject.excuse(strung.sentences(strung_together(seed))) for seed in SEEDS)
