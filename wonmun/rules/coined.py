"""Coined names of betting sites, outside of Korean: a word that nobody knows with a number of luck (Kelvora88).

Such a name stands as any firm's would. Honest ones with such a number are goods, stations and firms of the web, and a
text about those says so: of firms and bets anywhere, of things of daily life (games, apps, groups) where it names one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wonmun.judging.quotations import quoted
from wonmun.language.load import language
from wonmun.later import later
from wonmun.phrases.brands import LUCK, is_lucky, is_play
from wonmun.rules.houses import HOUSE
from wonmun.rules.ruled import Ruled
from wonmun.rules.sites import SITES
from wonmun.rules.vicinity import vicinity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.model import Kind
    from wonmun.phrases.view import View

_LATIN = later(
    r"(?<![A-Za-z0-9@._/:=&?#%+-])(?P<stem>[A-Za-z][a-z]{3,11}|[A-Z][a-z]{2,8}[A-Z][a-z]{2,8}|[A-Z]{4,12})(?P<number>\d{2,4})"
    r"(?P<glued>[A-Za-z][a-z]|[“\"][A-Z])?(?![0-9@_/:=&?#%+-]|\.[A-Za-z0-9])"
)
_OWN = {
    "ja": later(r"(?P<stem>[ァ-ヴー]{3,12})(?P<number>\d{2,4})(?!\d|[.,]\d|[年月日時分円人%％])(?P<glued>(?!))?"),
    "zh": later(
        rf"(?P<stem>{HOUSE}|[{LUCK}][一-龥]|(?<![一-龥])[一-龥][{LUCK}])(?P<number>\d{{2,4}})(?!\d|[.,]\d|[年月日时分元人路号度块斤米个岁层楼室弄架台辆条家名位只户%％])(?P<glued>(?!))?"
    ),
}
"""Names in the language's own letters."""
_LUCK = later(
    "naga|macan|harimau|singa|elang|garuda|kuda|panda|raja|ratu|dewa|dewi|sultan|mega|emas|bintang|kaisar|pangeran"
)
"""Animals, gods and kings that Indonesian sites name themselves after, with any number."""
_YEAR = later(r"(?:19|20)\d\d|45")
"""Years, and the year of independence, which honest names hold."""
_KATAKANA = later("[ァ-ヴー]")
_FIRMS = {
    "en": later(
        r"\b(?:compan(?:y|ies)|firms?|brands?|models?|engines?|aircraft|planes?|cameras?|routers?|radio|robots?"
        r"|albums?|founded|bets?|betting|casinos?|gambl\w+|lotter\w+)\b",
        re.IGNORECASE,
    ),
    "id": later(
        r"\b(?:perusahaan|merek|model|pesawat|kamera|ponsel|radio|robot|taruhan|judi|kasino|lotre)\b",
        re.IGNORECASE,
    ),
    "ja": later(
        "会社|企業|社長|[弊当同]社|製品|商品|シリーズ|機種|型番|発売|販売|搭載|カメラ|スマホ|放送|ロボット|バンド|アルバム|ゲーム|賭|カジノ"
    ),
    "zh": later(
        "公司|企业|品牌|产品|型号|版本|发动机|飞机|航班|相机|手机|频道|电台|机器人|乐队|专辑|游戏|玩家|赌|博彩"
    ),
}
"""What a text speaks of that may name such a thing by itself, or is on betting."""
_THINGS = {
    "en": later(r"\b(?:versions?|phones?|channels?|flights?|games?|stations?|bands?|songs?)\b", re.IGNORECASE),
    "id": later(r"\b(?:versi|saluran|stasiun|penerbangan|grup|gim|game|mesin|lagu)\b", re.IGNORECASE),
}
"""What is spoken of by chance, too: counts in the first sentences that hold the name."""
_FIRST, _STOP = 2, later(r"[.!?。！？\n]")
_OPEN, _SHUT = frozenset("「『“‘\"'《"), frozenset("」』”’\"'》")
FEW, OFTEN = 2, 3
"""Places from which on such a name is odd, and from which on it leaves no doubt."""
_ABOVE = {2: 1.0, 1: 0.3}
"""Logits above the limits of the language's weights, by level."""


class _Place(NamedTuple):
    """Where a name stands, and the letters glued behind it."""

    start: int
    glued: str


def look(view: View) -> Iterator[Ruled]:
    """Yield the names found."""
    if view.language.code not in _FIRMS:
        return
    for name, places in _found(view).items():
        starts = [place.start for place in places]
        if len(places) < FEW or told(view, name, starts) or quoted(view.text, starts, len(name)):
            continue
        leads = all(place.glued for place in places)
        if leads and len({place.glued for place in places}) < FEW:
            continue
        level = 1 + int(len(places) >= OFTEN or leads)
        why = f"'{name}' is made as betting sites make their names, and the text speaks of no such thing"
        kind: Kind = "insertion" if leads else "substitution"
        yield Ruled(name, len(places), kind, "coined", why, sure=level > 1, above=_ABOVE[level], added=leads)


def _found(view: View) -> dict[str, list[_Place]]:
    """Each name with its places."""
    text, found = view.text, dict[str, list[_Place]]()
    for pattern in filter(None, (_LATIN, _OWN.get(view.language.code))):
        for match in pattern.finditer(text):
            if _coined(view, match["stem"], match["number"]):
                name = match["stem"] + match["number"]
                found.setdefault(name, []).append(_Place(match.start(), match["glued"] or ""))
    for long in [name for name in found if _KATAKANA.match(name)]:  # コーチゾラミング88 holds ゾラミング88
        short = next((n for n in found if n != long and long.endswith(n)), None)
        if short:
            found[short] += [_Place(p.start + len(long) - len(short), p.glued) for p in found.pop(long)]
    return found


def _coined(view: View, stem: str, number: str) -> bool:
    """Whether nobody knows the word and its number is one of luck, or the word is one of luck itself."""
    low = stem.lower()
    if view.language.code == "id" and _LUCK.fullmatch(low):
        return not _YEAR.fullmatch(number)
    if not is_lucky(number):
        return False
    if stem[1:] != low[1:]:
        return is_play(low)
    speech = view.language
    return re.fullmatch(HOUSE, stem) is not None or not (
        speech.spread(stem) or speech.spread(low) or language("en").known(stem)
    )


def told(view: View, name: str, starts: list[int]) -> bool:
    """Whether the text says what it is, or may."""
    rest = vicinity(view.language, view.text, starts, len(name)).replace(name, " ")
    return _FIRMS[view.language.code].search(rest) is not None or told_near(view, name, starts)


def told_near(view: View, name: str, starts: list[int]) -> bool:
    """Whether the first sentences that hold it say what it is, or may, or the text has it without its number, too."""
    text, code = view.text, view.language.code
    if name.rstrip("0123456789") in text.replace(name, " ") or _marked(text, starts[0], len(name)):
        return True
    near = " ".join(_sentence(text, at, len(name)) for at in starts[:_FIRST])
    things = [_FIRMS[code], SITES[code], *filter(None, [_THINGS.get(code)])]
    return any(p.search(near) for p in things)


def _marked(text: str, start: int, size: int) -> bool:
    """Whether marks stand right around a place, as where goods are named first: 「ソラ77」シリーズ."""
    return text[start - 1 : start] in _OPEN and text[start + size : start + size + 1] in _SHUT


def _sentence(text: str, start: int, size: int) -> str:
    """The sentence round a place, without what stands there."""
    ends = [match.end() for match in _STOP.finditer(text, 0, start)]
    behind = _STOP.search(text, start + size)
    return text[ends[-1] if ends else 0 : start] + " " + text[start + size : behind.start() if behind else len(text)]
