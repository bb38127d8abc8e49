"""Korean particles: what last sound each asks of the word before it, and a word without its particle."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Sound = Literal["vowel", "consonant", "rieul"]

_CONSONANT: frozenset[Sound] = frozenset({"consonant", "rieul"})
_VOWEL: frozenset[Sound] = frozenset({"vowel"})

# First match counts. `(?![가-힣])` keeps a word such as 은행 or 가격 from being read as a particle.
_DEMANDS: tuple[tuple[re.Pattern[str], frozenset[Sound]], ...] = (
    (re.compile(r"으로(?![가-힣]{2})"), frozenset({"consonant"})),
    (re.compile(r"(?:은|을|과|이|이며|이고|이란|이나|이야|이랑|아)(?![가-힣])"), _CONSONANT),
    (re.compile(r"이(?:라|었|다|지|자|어야|므로|면|기도|던)"), _CONSONANT),
    (re.compile(r"로(?:서|써|는|도|부터|의)?(?![가-힣])"), frozenset({"vowel", "rieul"})),
    (re.compile(r"(?:는|를|와|가|라|라고|라는|라며|며|였다|였던|였고|와의|와는)(?![가-힣])"), _VOWEL),
)
# How digits and Latin letters end when read aloud (영 일 삼 육 칠 팔; 엘 알 엠 엔).
_DIGITS: dict[str, Sound] = {
    "0": "consonant",
    "1": "rieul",
    "3": "consonant",
    "6": "consonant",
    "7": "rieul",
    "8": "rieul",
}
_LATIN: dict[str, Sound] = {"L": "rieul", "R": "rieul", "M": "consonant", "N": "consonant"}

_PARTICLES = [
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "에서",
    "에게",
    "에게서",
    "께",
    "께서",
    "로",
    "으로",
    "로서",
    "으로서",
    "로써",
    "으로써",
    "와",
    "과",
    "도",
    "만",
    "까지",
    "부터",
    "보다",
    "처럼",
    "마다",
    "조차",
    "마저",
    "밖에",
    "이나",
    "나",
    "이라",
    "라",
    "이라고",
    "라고",
    "이라는",
    "라는",
    "이라며",
    "라며",
    "에는",
    "에도",
    "에만",
    "에서는",
    "에서도",
    "에서의",
    "으로는",
    "로는",
    "으로도",
    "로도",
    "으로의",
    "로의",
    "와의",
    "과의",
    "와는",
    "과는",
    "에게는",
    "에게도",
    "이며",
    "이고",
    "이지만",
    "이다",
    "인",
    "들",
    "들이",
    "들은",
    "들을",
    "들의",
    "들도",
    "들에게",
    "측",
    "측은",
    "측이",
    "측의",
    "만이",
    "만은",
    "만을",
    "까지도",
    "까지의",
    "부터는",
    "보다는",
    "하고",
]
_ENDING = re.compile("(?:" + "|".join(sorted(_PARTICLES, key=len, reverse=True)) + ")$")
_WORD = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z0-9]*")


def is_particle(text: str) -> bool:
    """Say whether a text is a particle, or several that stand together.

    >>> is_particle("에서는"), is_particle("관")
    (True, False)
    """
    return bool(_ENDING.fullmatch(text))


def final_sound(word: str) -> Sound | None:
    """Tell the last sound of a word as read aloud; None where its script does not say.

    >>> final_sound("정부"), final_sound("법원"), final_sound("서울"), final_sound("AI"), final_sound("R1")
    ('vowel', 'consonant', 'rieul', 'vowel', 'rieul')
    """
    last = word[-1:]
    if "가" <= last <= "힣":
        tail = (ord(last) - 0xAC00) % 28
        return "vowel" if tail == 0 else "rieul" if tail == 8 else "consonant"
    if last.isascii() and last.isdigit():
        return _DIGITS.get(last, "vowel")
    if last.isascii() and last.isalpha():
        return _LATIN.get(last.upper(), "vowel")
    return None


@lru_cache(maxsize=65536)
def demand(right: str) -> frozenset[Sound] | None:
    """Tell which last sounds what follows a word asks for; None where it asks for nothing.

    >>> sorted(demand("은 최근")), demand("은행"), sorted(demand("로 가는"))
    (['consonant', 'rieul'], None, ['rieul', 'vowel'])
    """
    for pattern, sounds in _DEMANDS:
        if pattern.match(right):
            return sounds
    return None


def fits(word: str, right: str) -> bool:
    """Say whether what follows can follow this word; True where nothing speaks against it."""
    asked, sound = demand(right), final_sound(word)
    return asked is None or sound is None or sound in asked


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Take the longest particle off a word that keeps at least two characters."""
    found = _ENDING.search(word, 2)
    return word[: found.start()] if found else word


def stems(text: str) -> list[str]:
    """Give the words of a text in order, particles off."""
    return [stem(w) for w in _WORD.findall(text)]
