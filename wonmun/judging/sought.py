"""Searches without a word of spam (`유로 대진표`, `골드문 가입`) that a text says whole only, as if they were one word.

A text that speaks of such a thing soon says a part of it alone; what was put in a term's place, or between words, never
does. Of 10,004 honest texts and windows some 60 hold two or three such words that stand nowhere else, and form speaks
clearly against nearly all of them: one is suspicious for it (군납 업체, twice in a short one), none is injected.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging import lexical, short
from wonmun.later import later
from wonmun.signals.fluency import is_nouns
from wonmun.signals.senses import affinity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.lexicon import Lexicon
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked
    from wonmun.weights.fitted import Weights

TWO, TWICE, OFTEN = 2, 2.2, 3.2
"""Places, and the logits that such a search gains there and at more of them. Of 650 copies with phrases that hold no
word of spam 105 were not injected: 58 of those phrases are several words that stand nowhere else, and with this 31 more
are injected, 12 suspicious."""
FORM = 0.75
"""Logits of form alone below the limit of suspicious ones down to which two places are enough for an injected page."""
REPORTED, TOLD = 2, 1
"""Different words of crime reports, and of spam's trades, that may stand elsewhere in the text."""
AT_HOME = 0.25
"""Nearness to the page's other nouns from which on, by the farthest of its words, a search is of the page's kind. Then
it leaves a doubt at most, as in honest texts that were written to say one whole only (쇼트트랙 선발전 일정)."""
_ASKED = later(
    "(?:가입|탈퇴|로그인|접속|인증|입장|신청|예매|개통|개설|발급|환불|충전|환전|입금|출금|송금|도메인|추천인|추천코드|가입코드|아이디|계정|포인트|머니"
    "|혜택|이벤트|쿠폰|지원금|축하금|당첨금|보너스|적립금|배당|배당률|승률|확률|번호|조합기?|생성기|추첨기?|뽑기|맞추기|족보|점수표"
    "|해석|풀이|해몽|궁합|운세|사주|타로|관상|예측|예상|분석|기록|전적|라인업|대진표?|조편성|순위표?|일정표?|스코어|하이라이트|채널|시청|중계|생중계|생방송|라이브"
    "|다시 ?보기|몰아보기|미리보기|보기|다운|다운로드|텍본|자막|더빙|파일|사용법|이용법|조회|확인|인강|강의|과외"
    "|자격증|알바|구인|구직|대리|육성|순위|비교|후기"
    "|추천|가격|비용|견적|한도|금리|매입|앱|어플)"
)
"""What people add to the name of what they look for, beside the lexicon's words for that."""
_FOUND = "결과"
"""The one of the lexicon's words that reports end in as often, whole only: 설문조사 결과."""
_WHOLE = 0.999
"""Share of its words' places that are part of it; columns are rounded."""
_EXCLUSIVE, _APART, _WORDS = (signals.NAMES.index(n) for n in ("exclusive", "apart", "words"))


def searches(occ: Occurrences, rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which Korean candidates are such a search, in a text of some length that speaks of no crime and no such trade."""
    flags = np.zeros(len(rows), np.bool_)
    if occ.batch.view.language.code != "ko" or len(occ.batch.view.text) < short.LETTERS:
        return flags
    whole = (rows[:, _EXCLUSIVE] >= _WHOLE) & (rows[:, _APART] == 0) & (rows[:, _WORDS] > 1) & (occ.count >= TWO)
    if not whole.any():
        return flags
    for index in np.flatnonzero(whole & ~rows[:, lexical.KINDS].any(axis=1)).tolist():
        phrase, lexicon = occ.batch.phrases[index], occ.batch.view.language.lexicon
        flags[index] = is_search(phrase, lexicon) and not _spoken(lexicon, occ.batch.view.text.replace(phrase, " "))
    return flags


def is_search(phrase: str, lexicon: Lexicon) -> bool:
    """Whether it is nouns, the last of them one that people add to what they search for, and not all of them.

    >>> from wonmun.language.load import language
    >>> lexicon = language("ko").lexicon
    >>> [is_search(phrase, lexicon) for phrase in ("유로 대진표", "유로의 대진표", "유로 경기장", "견적 비교")]
    [True, False, False, False]
    """
    before, _, last = phrase.rpartition(" ")
    asked = last in lexicon.query or _ASKED.fullmatch(last) is not None
    if not asked or last == _FOUND or lexicon.query.issuperset(before.split(" ")):
        return False
    return is_nouns(before)


def _spoken(lexicon: Lexicon, rest: str) -> bool:
    """Whether a text without the phrase tells of crime, or speaks of spam's trades."""
    if len(set(lexicon.report_pattern.findall(rest))) > REPORTED:
        return True
    return len(set(lexicon.topic_pattern.findall(rest))) > TOLD


def _at_home(phrase: str, rest: str) -> bool:
    """Whether each of its words that is known is near what the text speaks of."""
    near = [value for word in phrase.split(" ") if math.isfinite(value := affinity(rest, word))]
    return min(near, default=0.0) >= AT_HOME


def raised(occ: Occurrences, pick: Picked, numbers: Weights) -> Picked:
    """Add what such a search gains.

    One of the page's kind, or that form speaks against at two places, leaves a doubt at most.
    """
    often = occ.count[pick.index] > TWO
    more = replace(pick, score=pick.score + (OFTEN if often else TWICE))
    if pick.score >= numbers.injected or more.score < numbers.injected:
        return more
    told = often or pick.form >= numbers.suspicious - FORM
    home = _at_home(pick.phrase, occ.batch.view.text.replace(pick.phrase, " "))
    return more if told and not home else more.below(numbers.injected)
