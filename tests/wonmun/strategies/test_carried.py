"""A noun that stands behind a term at all places is found as part of the phrase, and is the text's all the same."""

from __future__ import annotations

import pytest

import wonmun
from wonmun.model import Article
from wonmun.originals import Originals

ARTICLE = """HBM 반도체 생산 설비가 강변시에 들어선다. 한빛전자는 12일 강변시 산업단지에 HBM 반도체 공장을 짓는다고 밝혔다. 투자액은 3조 원이다.
HBM 반도체는 여러 층을 쌓아 만든 기억 장치다. 회사 관계자는 "HBM 반도체의 수요가 해마다 두 배로 늘고 있다"고 말했다.
강변시는 HBM 반도체 전문 인력 2천 명을 기르기로 했다. 시장은 "HBM 반도체는 우리 시의 미래"라며 주민 설명회를 열겠다고 약속했다.
환경단체는 물 사용량이 크다며 반대하고 있다. 시의회는 다음 달 예산을 심사한다."""
PAPERS = (
    (
        "강변시에 HBM 반도체 공장이 생긴다. 한빛전자는 12일 산업단지 터를 사들였다고 알렸다. 투자액은 3조 원, 일자리는 2천 개다. "
        "HBM 반도체는 층을 쌓아 만든 기억 장치로, 인공지능 서버에 쓰인다. 환경단체는 물 사용량을 따졌다."
    ),
    (
        "한빛전자가 3조 원을 들여 강변시에 HBM 반도체 설비를 세운다. 시장은 주민 설명회를 약속했다. HBM 반도체 수요는 해마다 두 배로 는다. "
        "환경단체는 물 부족을 걱정한다. 시의회는 예산을 심사한다."
    ),
    (
        "강변시 산업단지가 HBM 반도체로 들썩인다. 한빛전자의 투자액은 3조 원이다. HBM 반도체 전문 인력 2천 명을 기르는 계획도 나왔다. "
        "환경단체와 주민 일부는 반대한다."
    ),
)


@pytest.mark.parametrize("phrase", ["토토 단폴 놀이터", "온라인 바카라", "릴게임장"])
def test_the_noun_behind_a_term_is_left_alone(phrase: str) -> None:
    papers = Originals([Article(str(n), text, "강변시 HBM 반도체 공장") for n, text in enumerate(PAPERS)])
    copy = ARTICLE.replace("HBM", phrase)
    made = [f for f in wonmun.check(copy, papers).findings if f.replacement is not None]
    assert len(made) >= 3
    assert {(f.found, f.replacement) for f in made} == {(phrase, "HBM")}
    assert all(copy[f.start : f.end] == phrase for f in made)
