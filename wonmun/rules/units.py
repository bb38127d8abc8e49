"""Phrases in the place of a unit, behind figures in Korean: `61미러급 가방에 머물렀고 … 80미러급 가방이`.

Such a phrase begins no word anywhere, so that the search for repeats passes it over or finds the end of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.alike import shared_start
from wonmun.judging.wording import is_compound
from wonmun.language.base import GLUED
from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.phrases.view import View

FEW = 2
"""Places that there must be, behind different figures."""
LONGEST = 32
_COUNTERS = (
    "개건곳권기년단달대도동등라루만면명모배번병부분살석선세시실심씨억여원월위인일자장점조종주차척천체초층큰톤통"
    "판패편평폭표품필학항호화회"
)
"""First letters of what figures count: a phrase that begins with one is left to others."""
_BEHIND = re.compile(rf"[0-9](?=(?![{_COUNTERS}])[가-힣]{{2}})")
_RUN = re.compile(r"(?:[^\W_]| (?=[^\W_]))+")
_FIGURE = re.compile(r"\d[\d.,]*$")
_UNIT = re.compile(
    "(?:기가|메가|킬로|테라|페타|헥토|데시|센티|밀리|마이크로|나노|피코|제곱|세제곱|입방|평방)"
    "|(?:와트|볼트|암페어|미터|그램|리터|바이트|비트|헤르츠|파스칼|시버트|그레이|베크렐|퀴리|데시벨|칼로리|줄|켈빈|몰|루멘|럭스|캐럿|온스|파운드|배럴"
    "|갤런|인치|피트|야드|마일|에이커|헥타르|아르|노트|다스|켤레|꾸러미|포기|그루|마리|가지|가닥|가마|갑|궤짝|두름|사발|송이|알|접시|줌|쪽|채|첩|토막|포대"
    "|달러|유로|위안|엔|루피|루블|페소|바트|리라|크로나|크로네|프랑|헤알|리얄|디르함|랜드|링깃|싱가포르|홍콩"
    "|안타|피안타|득점|실점|타점|리바운드|어시스트|도루|홈런|탈삼진|볼넷|언더|오버|세트|라운드|이닝|쿼터|골|승|무|피리어드|엔드"
    "|퍼센트|포인트|프로|베이시스|옥탄|브릭스|픽셀|프레임|비피엠)"
)
"""Units, coins and points; what begins so is one."""
_PLACE = re.compile(
    "[가-힣]*(?:실|관|길|로|가|구역|단지|공구|터미널|부두|교시|반|사단|여단|연대|공단|코스|코너|트랙|라인|블록|타운|게이트|플랫폼)$"
)
"""What numbers name: rooms, streets, gates."""
_MEASURED = re.compile("짜리|씩|째|쯤|당|가량|어치|정도|이상|이하|미만|가운데|여[ 가-힣]")
"""What follows a unit of one letter."""
_EACH = re.compile("(?<=[가-힣]{2})(?:짜리|씩|가량|어치|마다)$")
_AMOUNT = re.compile(r"(?:\d|[십백천만억조]) ?$")
_ABOVE = 1.0
"""Logits above the limit of the language's weights."""


def look(view: View) -> Iterator[Ruled]:
    """Yield the phrases found."""
    if view.language.code != "ko":
        return
    text, found = view.text, dict[str, list[int]]()
    for match in _BEHIND.finditer(text):
        found.setdefault(text[match.end() : match.end() + 2], []).append(match.end())
    for starts in found.values():
        if len(starts) < FEW or len({_figure(text, at) for at in starts}) < FEW or _UNIT.match(text, starts[0]):
            continue
        phrase = _common(view, starts)
        if phrase and not _counts(view, phrase) and (_is_spam(view, phrase) or _is_odd(view, phrase)):
            why = f"'{phrase}' stands behind figures {len(starts)} times, where only a unit can stand"
            yield Ruled(phrase, text.count(phrase), "substitution", "units", why, sure=True, above=_ABOVE)


def _is_spam(view: View, phrase: str) -> bool:
    """Whether it is a compound of spam, or several words and one of spam among them.

    What searches add (판매, 가격) any text has.
    """
    lexicon = view.language.lexicon
    if " " not in phrase:
        return is_compound(phrase, view.language)
    return any(word not in lexicon.query for word in lexicon.any_pattern.findall(phrase))


def _is_odd(view: View, phrase: str) -> bool:
    """Whether it has a particle that does not fit, or is several words and has a place without a figure.

    A single word with such a place may be a coin of far away.
    """
    text, speech = view.text, view.language
    for match in re.finditer(re.escape(phrase), text):
        start, end = match.span()
        if speech.agrees(phrase[-2:], speech.tail(text[end : int(view.word_end[end])])) is False:
            return True
        if " " in phrase and not _AMOUNT.search(text, max(0, start - 2), start):
            return True
    return False


def _figure(text: str, at: int) -> str:
    """The figure before a place."""
    match = _FIGURE.search(text, max(0, at - 12), at)
    return match.group() if match else ""


def _common(view: View, starts: Sequence[int]) -> str:
    """What stands alike at all places, without the particle that follows everywhere; empty where that cuts a word."""
    text = view.text
    runs = [match.group()[:LONGEST] for at in starts if (match := _RUN.match(text, at))]
    shared = shared_start(runs)
    phrase = shared.rstrip()
    rests = [text[at + len(phrase) : int(view.word_end[at + len(phrase)])] for at in starts]
    if len(set(rests)) == 1 and rests[0]:
        return ""
    if any(rests) and phrase != shared:
        return phrase
    bare = None if any(rests) else view.language.without_particle(phrase)
    if bare is None:
        return phrase
    wrong = view.language.agrees(bare[-2:], view.language.tail(phrase[len(bare) :])) is False
    last = bare.rpartition(" ")[2]
    return bare if wrong or (len(last) > 1 and view.language.known(last)) else phrase


def _counts(view: View, phrase: str) -> bool:
    """Whether figures may stand before it: a word that genuine texts have, with its particle, a room, a street.

    A letter with a particle is a unit with one (권이); of several words the first one, known, may count what follows
    (상자 가운데) unless there is a word of spam among them.
    """
    speech, (first, each) = view.language, _EACH.subn("", phrase.partition(" ")[0])
    bare = speech.without_particle(first) or first
    rest = speech.tail(first[1:])
    if rest.kind != GLUED or _MEASURED.match(first, 1) or _PLACE.match(bare):
        return True
    if any(_UNIT.fullmatch(word) for word in (first, bare)) or speech.tail(first).kind != GLUED:
        return True
    known = any(speech.spread(word) or speech.known(word) for word in (first, bare))
    return known and (each > 0 or not _is_spam(view, phrase))
