"""Names that are a word of play by half (Luckvera, Rajavona 77) in a common noun's place, outside of Korean.

Alone such a name may be anybody's: what is odd is that the text uses it as a noun (`a Luckvera`, `dua Kilatwin`),
or puts a number of luck behind it everywhere, and says nowhere what firm, ship or game it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.judging.quotations import quoted
from wonmun.language.load import language
from wonmun.phrases.brands import is_brand, is_lucky
from wonmun.phrases.halves import half_play
from wonmun.rules import coined
from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.phrases.view import View

_LATIN = re.compile(
    r"(?<![A-Za-z0-9@._/:=&?#%+'’-])(?P<stem>[A-Z][a-z]{5,13})(?P<number> \d{2,3})?(?![\w@_/:=&?#%+-]|\.\w|['’]s\b)"
)
_KATAKANA = re.compile(r"(?<![ァ-ヴー・])(?P<stem>[ァ-ヴー]{5,12})(?P<number>)(?![ァ-ヴー・\d])")
_NAMES = {"en": _LATIN, "id": _LATIN, "ja": _KATAKANA}
_A = {
    "en": r"an?|another|each|every|no|any|two|three|four|five|ten|many|few|several|whose|\d{1,3}",
    "id": r"sebuah|seorang|seekor|sebatang|selembar|para|setiap|beberapa|semua|banyak|seluruh|dua|tiga|empat"
    r"|lima|enam|tujuh|delapan|sembilan|sepuluh|belas|puluh|ratus|ribu|\d{1,3}(?:[.]\d{3})?",
}
"""What stands before one of several."""
_THE = {"en": "the|this|its|his|her|their|our|my|your", "id": "(?!)"}
"""What stands before a noun that was spoken of."""
_ONE, _SPOKEN = (
    {
        code: re.compile(rf"\b(?:{words}) (?:{'[A-Za-z-]+ ' if code == 'en' else '(?!)'})?$", re.IGNORECASE)
        for code, words in kind.items()
    }
    for kind in (_A, _THE)
)
_BEHIND = {
    "en": re.compile(
        r"[.,;:!?)”\"]|\s(?:in|of|at|on|for|with|that|which|who|and|or|but|is|are|was|were|has|have|had|will|would|can|could"
        r"|may|must|should|from|to|by|as|than|when|where|while|until|before|after|because|since|so|if|into|over|under"
        r"|behind|beside|near|through|across|along|without|did|does|still|never|always|itself|[a-z]{3,}ed)\b|$"
    ),
    "id": re.compile(""),
}
"""What stands behind a noun that nothing more is said of."""
_THAT = re.compile(r" (?:itu|tersebut|ini|lama|baru|kecil|besar|tua|bekas|mereka|kami|saya)\b")
_TOLD = {
    "en": re.compile(
        r"[a-z,] [A-Z][\w’'-]+\.? \0|\b(?:Mr|Mrs|Ms|Dr|Sir) \0|\0,? (?:(?:is|was|are) (?:an?|the|one|no)\b|an? )"
        r"|\b(?:called|named) (?:an? |the )?\0|\b(?:in|from|at|near) \0"
    ),
    "id": re.compile(r"\0 (?:adalah|merupakan|ialah)\b|\b(?:bernama|disebut|dinamai) \0"),
    "ja": re.compile(
        "\0(?:は[^。、]{2,24}(?:だ|である|です)。|に(?:住|暮ら|ある|あり)|出身|[村町市区駅社製氏]|さん|選手|監督)"
    ),
}
"""How a text says at some place what it is: `Mario Spinelli`, `a Slotten is a kind of sledge`, `from Luckington`."""
_HEADED = re.compile(r"(?<!\w)[A-Z][a-z]+ $")
"""A class before a name: Candi, Kapten."""
_NUMBERED = re.compile(
    r"\b(?i:bus|po|pt|cv|ud|kapal|radio|gedung|warung|toko|hotel|klub|tim|grup|jalan|ruko|blok|motor|mobil|number) $"
)
"""What stands before a name with a number that is a thing's own."""
FEW, OFTEN, MANY = 2, 3, 4
"""Places from which on such a name is odd, and from which on it leaves no doubt; in Japanese, where nothing shows a
noun, from the last."""
SHORT = 2
"""Letters of katakana that are a word of something anyway."""
_ABOVE = {2: 0.6, 1: 0.2}
"""Logits above the limits of the language's weights, by level."""


def look(view: View) -> Iterator[Ruled]:
    """Yield the names found."""
    pattern = _NAMES.get(view.language.code)
    if pattern is None:
        return
    found: dict[str, list[int]] = {}
    for match in pattern.finditer(view.text):
        if _odd(view, match["stem"], (match["number"] or "").strip()):
            found.setdefault(match.group(), []).append(match.start())
    for name, starts in found.items():
        if level := _level(view, name, starts):
            why = f"'{name}' is made as betting sites make their names, and the text speaks of no such thing"
            yield Ruled(name, len(starts), "substitution", "halved", why, sure=level > 1, above=_ABOVE[level])


def _odd(view: View, stem: str, number: str) -> bool:
    """Whether nobody knows the word, and it is one of play by half; beside a number of luck a king's will do."""
    (half, rest), speech, low = half_play(stem), view.language, stem.lower()
    if not half or (number and not is_lucky(number)) or (half == "soft" and not number and speech.code != "id"):
        return False
    if is_brand(stem, spaced=speech.spaced) and not number:
        return False
    if speech.code == "ja" and len(rest) > SHORT and speech.spread(rest):
        return False
    return not (speech.spread(stem) or speech.spread(low) or language("en").known(low))


def _level(view: View, name: str, starts: list[int]) -> int:
    """2 where it was put there for sure, 1 where that seems so, 0 where the text says what it is, or may."""
    code, text, size = view.language.code, view.text, len(name)
    named = coined.told_near(view, name, starts) or quoted(text, starts, size) or _told(view, starts, size)
    if len(starts) < FEW or named:
        return 0
    if code != "ja" and not name[-1].isdigit():
        return _used(view, name, starts)
    if coined.told(view, name, starts):
        return 0
    if name[-1].isdigit():
        return 2
    return int(len(starts) >= OFTEN) + int(len(starts) >= MANY)


def _told(view: View, starts: list[int], size: int) -> bool:
    """Whether some place says what it is, or a class stands before the first one, in capitals."""
    code, text = view.language.code, view.text
    around = [text[max(0, at - 30) : at] + "\0" + text[at + size : at + size + 30] for at in starts]
    opened = around[0].partition("\0")[0]
    pattern = _NUMBERED if text[starts[0] + size - 1].isdigit() else _HEADED
    headed = pattern.search(opened) and not any(p[code].search(opened) for p in (_ONE, _SPOKEN))
    named = code == "en" and not text[starts[0] + size - 1].isdigit()
    described = named and _BEHIND["en"].match(around[0].partition("\0")[2]) is None
    small = code != "ja" and text[starts[0] : starts[0] + size].lower() in text
    return bool(headed) or described or small or any(_TOLD[code].search(one) for one in around)


def _used(view: View, name: str, starts: list[int]) -> int:
    """The level of a name without a number, by how often it is used as a common noun is."""
    code, text, size = view.language.code, view.text, len(name)
    around = [(text[max(0, at - 40) : at], text[at + size : at + size + 20]) for at in starts]
    bare = [left for left, right in around if _BEHIND[code].match(right)]
    one = sum(_ONE[code].search(left) is not None for left in bare)
    spoken = sum(_SPOKEN[code].search(left) is not None for left in bare)
    spoken += sum(code == "id" and _THAT.match(right) is not None for _, right in around)
    whole = 4 * (one + spoken) >= 3 * len(starts) or code == "id"
    if whole and one and one + spoken >= OFTEN:
        return 2
    if coined.told(view, name, starts) or not one or one + spoken < FEW:
        return 0
    return 1 + int(whole)
