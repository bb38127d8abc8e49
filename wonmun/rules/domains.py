"""Domain names in an article where only a noun phrase can stand: `오픈sky365.net은`, `sky365.net정부는`.

To the search for repeats such a name is three words with stops between them. Honest texts name an address in brackets,
behind what it is the address of, or on a page that speaks of sites; they do not glue it to words.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from wonmun.alike import shared_end
from wonmun.judging.quotations import quoted
from wonmun.language.base import GLUED, PARTICLE, VERB
from wonmun.language.ko import CONSONANT, VOWEL
from wonmun.phrases.addresses import DOTTED, ZONED, ZONES, enclosed
from wonmun.phrases.brands import plays
from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.model import Kind
    from wonmun.phrases.view import View

_NAME = re.compile(
    rf"(?:(?<![A-Za-z0-9@._/:=&?#%-])|(?<=\d)(?=www\.))(?:https?://)?(?:(?:www|m|mobile|ko|kr|en|web|wap)\.)?"
    rf"(?:[A-Za-z0-9][A-Za-z0-9-]{{1,30}}\.)(?:co\.|or\.)?(?:{ZONES})"
    r"(?![A-Za-z_@]|-\D|\.[A-Za-z0-9]|[/:=?&#%(])"
)
"""An address without a path: none that a longer one, a file, code or e-mail goes on with, but a number (X-107b) may."""
_PATHED = re.compile(
    rf"(?<![A-Za-z0-9@._/:=&?#%-])(?:https?://)?(?:[A-Za-z0-9-]{{1,30}}\.){{1,3}}(?:{ZONES}|ly|gl|be)"
    r"(?:/[A-Za-z0-9_+~-]{1,40}){1,3}(?![A-Za-z_@-]|\.[A-Za-z0-9]|[/:=?&#%(])"
)
"""A short one with a path, of a room for talk or of a link: `t.me/kbet77`."""
_ENDED = re.compile(rf"\.(?:co\.)?(?:{ZONES})(?![A-Za-z0-9_@./-])")
_SPELT = re.compile("[가-힣A-Za-z0-9]*[가-힣]{2}[0-9]{0,4}$")
"""An ending, and a name in Hangul before it; letters of a word that it is glued to may stand in front of that."""
_LONGEST = 40
_NAMED = re.compile("[가-힣]{2}")
_CONSONANT = re.compile("com|net|kr|top|online|fun|win|click|shop|app|bet|link|cn|one|game|in")
_VOWEL = re.compile(
    "io|me|vip|tv|info|biz|club|co|xyz|site|live|cc|pro|store|us|jp|space|website|world|today|mobi|life|org|casino|to|asia"
    "|gg"
)
"""Endings that are read aloud with a consonant at the end (닷컴, 닷넷, 케이알), and without; others are read in
several ways."""
_OFFICIAL = re.compile(r"\.(?:go|ac|re|or|ne)\.kr$")
_SPOKEN = re.compile(
    "누리집|홈페이지|웹(?!툰)|사이트|도메인|주소|접속|링크|서버|호스트|이메일|메일|포털|인터넷|URL|HTTP|DNS|API|플랫폼|스타트업|온라인몰"
    "|쇼핑몰|블로그|해킹|피싱|차단|브라우저|클라우드|예약|앱|텔레그램|오픈채팅|오픈카톡",
    re.IGNORECASE,
)
"""Words of texts that may name addresses."""
_HOSTED = re.compile(
    "(?:누리집|홈페이지|사이트|도메인|주소|이름|접속|링크|포털|메일|블로그|회사명|상호|©|Copyright|URL)"
    "(?:[은는인이가] |[:： ]{1,2})?[‘“'\"(<]?$"
)
"""What introduces a host right before it."""
_NEAR = 12
ABOVE = {2: 1.5, 1: 0.5}
"""Logits above the limits of the language's weights, by level."""
_L = frozenset(p for p in VOWEL if p.startswith(("로", "라", "란")))
"""What may follow ㄹ, too."""
_VISITED = re.compile("(?:에서?|으?로)(?:[는도만]|의)?(?![가-힣])")
"""Particles of what is visited: an address has these in honest texts."""
_ENDINGS = frozenset("을를은는의에")
_OPENS = frozenset("‘“「『《〈")
"""Marks that only open: what stands before one has a blank behind it."""
FEW = 2
"""Different words of texts on sites, from which on a text may name an address."""
OFTEN = 3
"""Places from which on a name that the text speaks of nothing around is put there, be it odd in form or not."""


def look(view: View) -> Iterator[Ruled]:
    """Yield the names found."""
    found: dict[str, list[int]] = {}
    dots = [dot.start() for dot in ZONED.finditer(view.text)] if view.language.code == "ko" else []
    if not dots:
        return
    lines = dict.fromkeys(zip(view.line_start[dots].tolist(), view.line_end[dots].tolist(), strict=True))
    for pattern in (_NAME, _PATHED):  # tried at every letter: of the lines that may hold one only
        for match in chain.from_iterable(pattern.finditer(view.text, *line) for line in lines):
            found.setdefault(match.group(), []).append(match.start())
    spelt = _spelt(view.text)
    named = {name: places for name, places in _whole(found).items() if not any(s.endswith(name) for s in spelt)}
    for name, places in (named | spelt).items():
        if level := _level(view, name, places):
            why = f"'{name}' stands where only a noun can stand, and the text speaks of no site"
            kind = _kind(view, name, places)
            yield Ruled(name, len(places), kind, "domain", why, sure=level > 1, above=ABOVE[level])


def _spelt(text: str) -> dict[str, list[int]]:
    """Give the names in Hangul that stand twice or oftener with what all places of an ending have in common."""
    labels: dict[str, list[tuple[int, str]]] = {}
    for end in _ENDED.finditer(text):
        if before := _SPELT.search(text[max(0, end.start() - _LONGEST) : end.start()]):
            labels.setdefault(end.group(), []).append((end.start(), before.group()))
    found = {}
    for ending, those in labels.items():
        label = shared_end([before for _, before in those])
        if len(those) >= FEW and _NAMED.search(label):
            found[label + ending] = [at - len(label) for at, _ in those]
    return found


def _whole(found: dict[str, list[int]]) -> dict[str, list[int]]:
    """Put numbers before a name aside that are the page's: `3100sky365.net` where `sky365.net` stands elsewhere."""
    whole: dict[str, list[int]] = {}
    for name, places in found.items():
        bare = name.lstrip("0123456789")
        numbered = sum(other.lstrip("0123456789") == bare for other in found) > 1
        whole.setdefault(bare if numbered else name, []).extend(
            at + (len(name) - len(bare)) * numbered for at in places
        )
    return whole


def _level(view: View, name: str, places: Sequence[int]) -> int:
    """2 where it was put there for sure, 1 where that seems so, 0 where the text names or quotes it or speaks of it."""
    text, size = view.text, len(name)
    if _OFFICIAL.search(name) or quoted(text, places, size):
        return 0
    odd = sum(_odd(view, at, at + size) for at in places)
    rest = text.replace(name, " ")
    spoken = len(set(_SPOKEN.findall(rest))) + len(set(DOTTED.findall(rest)))
    compounds = sum(_compound(view, at, at + size) for at in places)
    betting = odd >= FEW and spoken < FEW and plays(_label(name))
    if compounds < FEW and not betting and _introduced(view, name, places):
        return 0
    times = sum(not (_alone(text, at, at + size) or _VISITED.match(text, at + size)) for at in places)
    plain = spoken < FEW and name.islower() and times
    if _alone(text, places[0], places[0] + size) and text[places[0] - 1 : places[0]] not in {"", "\n"}:
        return 2 * bool((odd > 1 and spoken < FEW) or (plain and times >= FEW and plays(_label(name))))
    if len(places) > 1 and (odd > 1 or (odd and spoken < FEW)):
        return 2
    return 2 if plain and times >= OFTEN else int((bool(odd) and spoken < FEW) or (plain and len(places) > 1))


def _label(name: str) -> str:
    """The part of a name that its owner chose."""
    return name.rpartition("/")[2] if _PATHED.fullmatch(name) else name.removeprefix("www.").partition(".")[0]


def _introduced(view: View, name: str, places: Sequence[int]) -> bool:
    """Whether the page says once that it is a host: behind a word for one, with a path, in mail.

    Or it is the page's own: behind a copyright sign, or at the end of the title behind a mark.
    """
    text, sure = view.text, re.escape(name)
    if any(_HOSTED.search(text[max(0, at - _NEAR) : at]) for at in places):
        return True
    return bool(
        re.search(rf"(?:[@/.]{sure}|{sure}/)", text) or re.search(rf"[|>:–—-] ?{sure}\s*$", view.title, re.MULTILINE)
    )


def _compound(view: View, start: int, end: int) -> bool:
    """Hangul right before it, or another word right behind it."""
    rest = view.text[end : int(view.word_end[end])]
    return "가" <= view.text[start - 1 : start] <= "힣" or (bool(rest) and view.language.tail(rest).kind == GLUED)


def _odd(view: View, start: int, end: int) -> bool:
    """Whether no writer leaves a name so: Hangul right before it, letters of another word or an ending behind it.

    Or a quotation that opens there, a particle that does not fit how its last part is read, or nothing at all between
    a word with its particle and the next word.
    """
    text = view.text
    if "가" <= text[start - 1 : start] <= "힣" or text[end : end + 1] in _OPENS:
        return True
    behind = end + enclosed(text[start - 1 : start], text[end : end + 1])
    tail = view.language.tail(text[behind : int(view.word_end[behind])])
    if tail.kind == PARTICLE:
        if text[end - 1].isdecimal():
            return view.language.agrees(text[start:end][-2:], tail) is False
        zone = text[start:end].rpartition(".")[2].lower()
        return (_CONSONANT.fullmatch(zone) is not None and tail.particle in VOWEL - _L) or (
            _VOWEL.fullmatch(zone) is not None and tail.particle in CONSONANT
        )
    between = text[start - 1 : start] == " " == text[end : end + 1] and text[start - 2 : start - 1] in _ENDINGS
    return tail.kind in (GLUED, VERB) or (between and "가" <= text[end + 1 : end + 2] <= "힣")


def _alone(text: str, start: int, end: int) -> bool:
    """In brackets, in quotes that close right behind, or at a line's start."""
    left, right = text[start - 1 : start], text[end : end + 1]
    return (left in {"", "\n"} and not right.isalnum()) or enclosed(left, right)


def _kind(view: View, name: str, places: Sequence[int]) -> Kind:
    """Insertion where it runs into the next word at most places, or is a word of its own at all."""
    text, size = view.text, len(name)
    bare = all(text[at - 1 : at] in {"", " ", "\n"} and not text[at + size :][:1].isalnum() for at in places)
    odd = sum(view.language.tail(text[at + size : int(view.word_end[at + size])]).kind == GLUED for at in places)
    return "insertion" if bare or 2 * odd > len(places) else "substitution"
