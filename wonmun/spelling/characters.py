"""Characters as they are meant: no invisible ones, wide and decomposed ones plain, look-alikes, `ㅋㅏ` as 카.

What nobody needs to spell a spam word for: honest texts lose nothing by it.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f"
    "\u0334-\u0338\ufeff\uffa0"
)
_WIDE = "\u24b6-\u24e9\uff01-\uffee\U0001d400-\U0001d7ff\U0001f130-\U0001f149"
_FILLED = {chr(first + i): chr(65 + i) for first in (0x1F150, 0x1F170) for i in range(26)}
"""White letters on black discs and squares, which Unicode does not relate to letters."""
_ALIKE_FROM = "аеорсухіјѕԁԛԝАВЕКМНОРСТХІЈЅοαρνΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_ALIKE_TO = "aeopcyxijsdqwABEKMHOPCTXIJSoapvABEZHIKMNOPTYX"
_ALIKE = dict(zip(_ALIKE_FROM, _ALIKE_TO, strict=True))
_JAMO = "\u3131-\u3163"
_STRANGE = re.compile(
    f"[{_INVISIBLE}]|[{_WIDE}\U0001f150-\U0001f189]+|[\u1100-\u11ff]|[\u0300-\u036f\u3099\u309a]|[{_JAMO}]{{2,}}|[가-힣][{_JAMO}][{_JAMO}가-힣]"
    f"|(?<=[A-Za-z])[{_ALIKE_FROM}]|[{_ALIKE_FROM}](?=[A-Za-z])"
)
ODD = re.compile(
    f"[{_INVISIBLE}{_WIDE}\U0001f150-\U0001f189\u1100-\u11ff\u0300-\u036f\u3099\u309a{_JAMO}{_ALIKE_FROM}]"
)
"""Without one of these nothing is strange: one class of characters is looked for much faster than all of the above."""
_MIXED = re.compile(f"[A-Za-z{_ALIKE_FROM}]+")
_NULL = re.compile(f"[{_INVISIBLE}]")
_ALONE = re.compile("[\u0000-\u02ff\u3131-\u9fff가-힣]")
"""What never makes one character with the one before it."""
_IS_WIDE = re.compile(f"[{_WIDE}]")
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_TYPED = re.compile(f"([{_LEADS}])([{_VOWELS}])(?:([{_FINALS[1:]}])(?![{_VOWELS}]))?")

Pieces = list[tuple[str, int, int]]
"""Characters, each with where what it stands for begins and ends in the text as it was."""


def is_strange(text: str) -> bool:
    """Whether `as_meant` changes anything in a text."""
    odd = ODD.search(text)
    return odd is not None and _STRANGE.search(text, max(0, odd.start() - 1)) is not None


def as_meant(text: str) -> Pieces:
    """Give the characters of a text as they are meant."""
    pieces = [(c, i, i + 1) for i, c in enumerate(text)]
    for step in (_drop_invisible, _normalise, _look_alikes, _type_syllables):
        pieces = step(pieces)
    return pieces


def _drop_invisible(pieces: Pieces) -> Pieces:
    return [p for p in pieces if not _NULL.match(p[0])]


def _normalise(pieces: Pieces) -> Pieces:
    """Full-width and mathematical letters to plain ones; decomposed syllables and accents put together."""
    pieces = [(c, start, end) for char, start, end in pieces for c in _plain(char)]
    out: Pieces = []
    at = 0
    while at < len(pieces):
        char, start, end = pieces[at]
        at += 1
        while at < len(pieces) and not _ALONE.match(pieces[at][0]):
            joined = unicodedata.normalize("NFC", char + pieces[at][0])
            if len(joined) != 1:
                break
            char, end = joined, pieces[at][2]
            at += 1
        out.append((char, start, end))
    return out


def _plain(char: str) -> str:
    return unicodedata.normalize("NFKC", char) if _IS_WIDE.match(char) else _FILLED.get(char, char)


def _look_alikes(pieces: Pieces) -> Pieces:
    """Cyrillic and Greek letters inside Latin words become the Latin ones that they look like."""
    text = "".join(p[0] for p in pieces)
    out = list(pieces)
    for word in _MIXED.finditer(text):
        letters = word.group()
        if letters.isascii() or not any(c.isascii() for c in letters):
            continue
        for i in range(word.start(), word.end()):
            char, start, end = out[i]
            out[i] = (_ALIKE.get(char, char), start, end)
    return out


def _type_syllables(pieces: Pieces) -> Pieces:
    """Letters typed one by one become syllables: ㅋㅏ → 카."""
    text = "".join(p[0] for p in pieces)
    out: Pieces = []
    last = 0
    for match in _TYPED.finditer(text):
        lead, vowel, final = match.groups()
        code = 0xAC00 + (_LEADS.index(lead) * 21 + _VOWELS.index(vowel)) * 28 + (_FINALS.index(final) if final else 0)
        out.extend(pieces[last : match.start()])
        out.append((chr(code), pieces[match.start()][1], pieces[match.end() - 1][2]))
        last = match.end()
    out.extend(pieces[last:])
    return out
