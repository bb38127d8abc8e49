"""A Korean text that tells what its subject is: by a sentence that defines it, or by its own name in Latin letters.

`슬롯 머신은 … 기계이다.` opens articles of encyclopedias. Brackets behind a name spell it (`포커(poker)`): those behind
a phrase that was put in place of a term spell the term. Two spellings are compared by their sounds, roughly.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

_DEFINED = re.compile(
    r"[’'\"”]?(?:\([^)\n]{2,60}\))?(?:은|는|이란|란) [^.\n]{4,120}"
    r"(?:(?:기계|게임|도박|놀이|상품|서비스|제도|방식|방법|약|약물|행위|것|장소|시설|업체|기구|장치|사업|용어|말|이름|일종|하나)"
    r"(?:이다|입니다)|(?:말|뜻|의미|지칭)(?:한다|합니다)|(?:가리킨|일컫는)다)\."
)
_SPELT = re.compile(r"(?P<more>(?: [가-힣]{1,10}){0,2})[’'\"”]?\s?\((?P<name>[A-Za-z][A-Za-z .'’-]{2,40})[),;]")
_LATIN = dict(zip("ABCDEFGIJKLMNOPQRSTUVXYZ", "ABKTEBKISKLMNOBKLSTUBKIS", strict=True))
"""One letter for all that Hangul does not keep apart, or spells alike; h and w are none."""
_READ = (("NG", ""), ("TCH", "S"), ("CH", "S"), ("SH", "S"), ("CE", "SE"), ("CI", "SI"), ("CY", "SI"))
"""Letters that are read as one, or as others."""
_INITIALS, _VOWELS, _FINALS = "KKNTTLMBBSS.SSSKTB.", "AAAAEEEEOAEEOUEEIU.II", ".KK.N..TL.......MB.TT.SSKTB."
"""What syllables are made of, in the order of Unicode, in the same letters; ㅡ is written where nobody says it."""
_HANGUL, _SYLLABLES = 0xAC00, 11172
ALIKE, SHORTEST = 0.75, 4
"""How alike two spellings are at least, of how many letters: 포커 and Poker .89, 룰렛 and roulette .83."""


def defined(occ: Occurrences, pick: Picked) -> bool:
    """Whether a Korean text opens by saying what the phrase is, or spells the phrase in brackets behind it."""
    if occ.batch.view.language.code != "ko":
        return False
    text, size = occ.batch.view.text, len(pick.phrase)
    starts = occ.batch.spans(pick.index).tolist()
    opens = text[: starts[0]].strip(" \n‘'\"“") == ""
    if opens and _DEFINED.match(text, starts[0] + size) is not None:
        return True
    spelt = (_SPELT.match(text, at + size) for at in starts)
    return any(m is not None and same_name(pick.phrase, _first_words(m)) for m in spelt)


def _first_words(spelt: re.Match[str]) -> str:
    """Give a spelling without as many words at its end as stand between the phrase and the brackets."""
    words = spelt["name"].split()
    return " ".join(words[: len(words) - len(spelt["more"].split())])


def same_name(hangul: str, latin: str) -> bool:
    """Whether a name in Hangul is one in Latin letters, by its sounds.

    >>> same_name("슬롯 머신", "slot machine"), same_name("바카라", "Baccarat"), same_name("무료 슬롯", "advertisement")
    (True, True, False)
    """
    sounds, spelt = _of_hangul(hangul), _of_latin(latin)
    return min(len(sounds), len(spelt)) >= SHORTEST and SequenceMatcher(None, sounds, spelt).ratio() >= ALIKE


def _of_hangul(name: str) -> str:
    offsets = [offset for offset in (ord(c) - _HANGUL for c in name) if 0 <= offset < _SYLLABLES]
    sounds = (_INITIALS[n // 588] + _VOWELS[n % 588 // 28] + _FINALS[n % 28] for n in offsets)
    return "".join(sounds).replace(".", "").replace("LL", "L")


def _of_latin(name: str) -> str:
    upper = name.upper()
    for letters, sound in _READ:
        upper = upper.replace(letters, sound)
    return re.sub(r"([A-Z])\1", r"\1", "".join(_LATIN.get(c, "") for c in upper))
