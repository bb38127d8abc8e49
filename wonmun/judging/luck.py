"""Names in Hangul as betting sites make them: with a number of luck (판도라777, 골드핀 77), or half of luck (모나코텐).

A number glued to a noun is that of a model, a road or an aircraft in Korean news, and those are no 77, 88 or 777: of
4,183 honest texts and windows none holds such a name twice. A word that nobody knows and that ends in one of luck is a
firm's or a thing's now and then, and a text says so where it names it first: such a one leaves a doubt, no more.
Form says little of either, since they stand as any name does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from wonmun.judging.introduced import introduced
from wonmun.phrases.brands import is_lucky
from wonmun.phrases.halves import half_play

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

_NAME = re.compile(r"(?P<stem>[가-힣]{2,8})(?P<blank> ?)(?P<number>\d{2,4})")
OFTEN = 3
"""Places from which on a number behind a blank belongs to the name, and a name by half is odd."""
LEAST = -3.9
"""What the cheap signals may say against a name by half: those of seven honest reviews and reports, written for this,
and of pieces of these, had less each time (-4.1 at most), of 33 in injected copies three had."""
_RARE = 4
"""Articles of the table of genuine news up to which a word before a blank may be such a name's: 알파인, no 코스닥."""
_COUNTED = re.compile(r" ?(?:[%℃㎞㎏㎡]|[곳명개점년월일호번회차배위쪽대건원만억조도세살층척마톤m장권편시분초평선달k])")
"""What a number counts."""
_MODEL = re.compile(
    "여객기|항공기|비행기|항공사|전투기|헬기|기종|기체|엔진|모델|열차|전차|소총|권총|로켓|위성|드론|로봇|카메라|반도체"
)
"""What makers number, close by: `보잉777 여객기`."""
_MADE = re.compile("(?:보잉|국도|지방도|도로|채널|블록|타입|시리즈|버스|스튜디오|빌딩|타워|카페|호텔)$")
"""Words that numbers follow anyway."""
_MAKING = re.compile(
    "(?:[하되]는|만든|만드는|[개출][발시][한된]|내놓은|선보인|파는|라는|이름인|기업|종목|운동|놀이|경기) $"
)
"""What stands before a name that is told for the first time: `다온이 운영하는 X`, `X라는`."""
_REACH = 25


def numbered(occ: Occurrences) -> NDArray[np.bool_]:
    """Which Korean candidates are a name with a number of luck that the text does not introduce."""
    flags = np.zeros(occ.batch.size, np.bool_)
    if occ.batch.view.language.code != "ko":
        return flags
    for index, phrase in enumerate(occ.batch.phrases):
        if phrase[-1].isdecimal() and (match := _NAME.fullmatch(phrase)) and is_lucky(match["number"]):
            flags[index] = occ.count[index] > 1 and _is_name(occ, index, match)
    return flags


def halved(occ: Occurrences, scores: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which Korean candidates are a word that nobody knows, one of luck by half, that the text does not introduce.

    `scores`: of their form, by the cheap signals.
    """
    flags = np.zeros(occ.batch.size, np.bool_)
    view = occ.batch.view
    if view.language.code != "ko":
        return flags
    for index in np.flatnonzero((occ.count >= OFTEN) & (scores >= LEAST)).tolist():
        phrase = occ.batch.phrases[index]
        if view.language.spread(phrase) or phrase.isascii() or not any(half_play(phrase)):
            continue
        starts = occ.batch.spans(index).tolist()
        told = (
            _MAKING.search(view.text, max(0, starts[0] - _REACH), starts[0])
            or view.text[starts[0] + len(phrase)] == "("
        )
        flags[index] = not (told or view.language.known(phrase) or introduced(view.text, phrase, starts))
    return flags


def is_like(phrase: str) -> bool:
    """Whether a phrase is made as such names are, whatever the text says of it."""
    match = _NAME.fullmatch(phrase)
    return is_lucky(match["number"]) if match else any(half_play(phrase))


def _is_name(occ: Occurrences, index: int, match: re.Match[str]) -> bool:
    """Whether the number belongs to the word, and the text says nowhere what that is."""
    text, size = occ.batch.view.text, len(match.group())
    starts = occ.batch.spans(index).tolist()
    if _MADE.search(match["stem"]) or introduced(text, match.group(), starts[:1]):
        return False
    if any(_modelled(text, at, at + size) for at in starts):
        return False
    if not match["blank"]:
        return True
    by_itself = text.count(match["stem"]) > occ.count[index]
    if occ.count[index] < OFTEN or by_itself or occ.batch.view.language.spread(match["stem"]) > _RARE:
        return False
    return not any(_COUNTED.match(text, at + size) for at in starts)


def _modelled(text: str, start: int, end: int) -> bool:
    """Whether what makers number stands close to a place."""
    return _MODEL.search(text, max(0, start - _REACH), end + _REACH) is not None
