"""Coined names of betting sites, outside of Korean: a word that nobody knows with a number of luck (Kelvora88).

Such a name stands as any firm's would. Honest ones with such a number are goods, stations and firms of the web; a text
about those says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.judging.excuses import quoted
from wonmun.language.load import language
from wonmun.rules.domains import SITES
from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.phrases.view import View

_NAME = re.compile(
    r"(?<![A-Za-z0-9@._/:=&?#%+-])(?P<stem>[A-Za-z][a-z]{3,11})(?P<number>77|777|88|888|188|388|168|138|338|303|99|999)"
    r"(?![A-Za-z0-9@_/:=&?#%+-]|\.[A-Za-z0-9])"
)
_GOODS = {
    "en": re.compile(
        r"\b(?:compan(?:y|ies)|firms?|brands?|models?|versions?|engines?|aircraft|planes?|cameras?|phones?|routers?|channels?"
        r"|radio|stations?|flights?|robots?|bands?|albums?|songs?|games?|founded|bets?|betting|casinos?|gambl\w+|lotter\w+)\b",
        re.IGNORECASE,
    ),
    "id": re.compile(
        r"\b(?:perusahaan|merek|model|versi|mesin|pesawat|kamera|ponsel|saluran|radio|stasiun|penerbangan|robot|grup|lagu"
        r"|gim|game|taruhan|judi|kasino|lotre)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        "会社|企業|社長|製品|商品|機種|型番|発売|販売|搭載|カメラ|スマホ|放送|ロボット|バンド|アルバム|ゲーム|賭|カジノ"
    ),
    "zh": re.compile(
        "公司|企业|品牌|产品|型号|版本|发动机|飞机|航班|相机|手机|频道|电台|机器人|乐队|专辑|游戏|玩家|赌|博彩"
    ),
}
"""What a text speaks of that may name such a thing by itself, or is on betting."""
FEW, OFTEN = 2, 3
"""Places from which on such a name is odd, and from which on it leaves no doubt."""
_ABOVE = {2: 1.0, 1: 0.3}
"""Logits above the limits of the language's weights, by level."""


def look(view: View) -> Iterator[Ruled]:
    """Yield the names found."""
    text, speech = view.text, view.language
    goods = _GOODS.get(speech.code)
    found: dict[str, list[int]] = {}
    for match in _NAME.finditer(text) if goods else ():
        stem = match["stem"]
        if not (speech.spread(stem) or speech.spread(stem.lower()) or language("en").known(stem)):
            found.setdefault(match.group(), []).append(match.start())
    for name, places in found.items():
        rest = text.replace(name, " ")
        stem = name.rstrip("0123456789")
        told = goods is None or goods.search(rest) or SITES[speech.code].search(rest) or stem in rest
        if len(places) < FEW or told or quoted(text, places, len(name)):
            continue
        level = 1 + int(len(places) >= OFTEN)
        why = f"'{name}' is made as betting sites make their names, and the text speaks of no such thing"
        yield Ruled(name, len(places), "substitution", "coined", why, sure=level > 1, above=_ABOVE[level])
