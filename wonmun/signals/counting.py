"""What nobody has heard of and yet is counted like a common noun: `여러 X`, `X 두 대`, `X들`, `X마다`.

A name that no dictionary has is a proper one: a firm, a person, a place. Those are one of their kind. A made-up name in
a common noun's place is counted with that noun's counters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.phrases.columns import table
from wonmun.phrases.view import SPACE
from wonmun.scripts import table_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

NAMES = ("counted", "counted_rate")
"""Log and share of places where it is one of several."""
REACH = 12
_DETERMINERS = """
한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 몇 여러 모든 각 각종 온갖 어떤 어느 다른 일부 많은
적은 새 옛 헌 낡은 큰 작은 높은 낮은 이런 그런 저런 어떠한 무슨 아무 남은 대부분의 전체 좋은
나쁜 비싼 값싼 싼 오래된 각각의 수많은 별도 짙은 옅은 젊은 늙은 어린 무거운 가벼운 뜨거운 차가운
따뜻한 긴 짧은 넓은 좁은 깊은 얕은 두꺼운 얇은 굵은 강한 약한 빠른 느린 흔한 비슷한 심한 깨끗한
더러운 맑은 붉은 푸른 하얀 검은 마른 젖은 빈 값비싼 진짜 가짜 대체 소형 대형
"""
_BEFORE = frozenset(_DETERMINERS.split())
_EDGE = re.compile(r"[\s(‘“\"']")
_BEHIND = re.compile(
    " (?:(?:약 |모두 |총 )?[0-9][0-9,.]*[만천백여]*|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|수십|수백|몇|여러) ?"
    "(?:명|마리|그루|채|대|장|권|척|병|잔|곳|개|벌|켤레|자루|송이|포기|구|점|편|가구|건|종|가지|쌍|줄|통|알|층|동|칸|쪽|군데)"
    "(?:[이가을를은는의에씩도만로]|$|[ .,])| (?:가운데|중 )"
)
_ENDS, _BEGINS = (
    table_of("한두세네섯곱덟홉열몇러든각종갖떤느른부은새옛헌런무의체쁜싼된도린운긴얀빈짜형"),
    table_of("약모총0123456789한두세네다여일아열수몇가중"),
)


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name; zeros in other languages than Korean."""
    view = occ.batch.view
    if view.language.code != "ko":
        return np.zeros((occ.batch.size, len(NAMES)))
    codes, pos, end = view.codes, occ.batch.pos, occ.end
    several = occ.tails.each(lambda t: t.particle.startswith(("들", "마다")))
    flags = several.astype(np.bool_)
    places = np.flatnonzero((occ.before == SPACE) & _ENDS[codes[pos - 2]] & ~flags)
    flags[places] = [_determined(view.text[max(0, a - 6) : a]) for a in pos[places].tolist()]
    places = np.flatnonzero((occ.after == SPACE) & _BEGINS[codes[end + 1]] & ~flags)
    flags[places] = [_numbered(view.text[b : b + REACH]) for b in end[places].tolist()]
    counted = occ.total(flags)
    return table((np.log1p(counted), counted / occ.count))


@lru_cache(4096)
def _determined(left: str) -> bool:
    """Whether the last word before a blank is one of these: a pattern of them takes four times as long."""
    return _EDGE.split(left[:-1])[-1] in _BEFORE


@lru_cache(4096)
def _numbered(right: str) -> bool:
    return _BEHIND.match(right) is not None


def explain(occ: Occurrences, index: int) -> str:
    """Say nothing: alone it is not odd."""
    del occ, index
    return ""
