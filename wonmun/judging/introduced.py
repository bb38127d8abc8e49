"""Whether a Korean text says what a name is: `벤처 골드슬롯이`, `드래곤타이거는 … 게임이다`, `'마스터토토'`.

Honest articles do so where a name first stands; what was put in a term's place stands where the term stood.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIND = (
    "게임|회사|업체|기업|벤처|스타트업|법인|체인|전문점|식당|가게|카페|음식점|매장|브랜드|상점|병원|의원|학원|대회|행사|축제|신작|작품|소설|영화|드라마|노래"
    "|앨범|그룹|밴드|시인|작가|감독|배우|가수|선수|화가|제품|상품|서비스|앱|플랫폼|만화|동화|책|잡지|단체|모임|동호회|협회|재단|공원|기구|장난감|캐릭터|기업인"
    "|호텔|리조트|펜션|농장|마을|섬|도시|품종|구단|팀|클럽|개발사|제조사|운영사|업소|사이트"
)
_BEFORE = re.compile(rf"(?:{_KIND}) ?[‘'“\"「『<〈]?$")
_BEHIND = re.compile(
    rf"[’'”\"」』>〉]?(?:은|는|이란|란) [^.\n]{{0,60}}(?:{_KIND})(?:이다|다|이었다|였다|입니다|이라고|로)[ .]"
)
_QUOTES = ("‘’", "''", "“”", '""', "「」", "『』", "<>", "〈〉")
_REACH, _TITLE = 8, 16
"""Letters before a name that are looked at, and behind it as far as a title's end."""


def introduced(text: str, phrase: str, places: Sequence[int]) -> bool:
    """Whether the name that stands at these offsets is introduced at one of them, or stands in marks at the first."""
    size = len(phrase)
    marked = text[max(0, places[0] - 1) : places[0]] + text[places[0] + size : places[0] + size + 1] in _QUOTES
    return (
        marked
        or titled(text, size, places)
        or any(_BEFORE.search(text[max(0, at - _REACH) : at]) or _BEHIND.match(text, at + size) for at in places)
    )


def titled(text: str, size: int, places: Sequence[int]) -> bool:
    """Whether a title in marks begins at the first place and its rest follows everywhere: '카지노 시즌 2'."""
    mark = text[max(0, places[0] - 1) : places[0]]
    shut = next((quotes[1] for quotes in _QUOTES if mark == quotes[0]), "")
    end = text.find(shut, places[0] + size, places[0] + size + _TITLE) if shut and len(places) > 1 else -1
    rest = text[places[0] + size : end] if end > 0 else ""
    return bool(rest.strip()) and "\n" not in rest and all(text.startswith(rest, at + size) for at in places)
