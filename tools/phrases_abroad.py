"""Makes up phrases in languages other than Korean: spam, queries without a spam word, foreign ones, names."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

BOUGHT = 0.6
"""Share of queries for what people buy and look for; the others are made of the texts' own nouns."""
TAIL = 0.7
"""Share of spam phrases with what people add to a search."""
ONE = 0.15
"""Share of queries that are one word."""
TITLED, NAMED = 0.2, 0.15
"""Shares of phrases with a capital at each word, and at the last one only."""
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"
_SYLLABLES = {
    "ja": "アイウエオカキクケコサシスセソタチテトナニノハヒフマミムメモラリルレロ",
    "zh": "安博川达恩凡广禾嘉凯兰美宁欧普奇瑞森泰维信雅卓",
}


@cache
def words() -> dict[str, list[str]]:
    """Blocks of `words_abroad.txt`, each headed `[name]`, entries separated by commas."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in Path(__file__).with_name("words_abroad.txt").read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("["):
            name = line.strip("[]")
        else:
            found.setdefault(name, []).extend(w.strip() for w in line.split(",") if w.strip())
    return found


def spam(lang: str, rng: random.Random) -> str:
    """A phrase with a spam word in it."""
    pick, known = rng.choice, words()
    parts = [pick(known[f"{lang}.lead"])] if rng.random() < 0.4 else []
    parts.append(pick(known[f"{lang}.spam"]))
    if rng.random() < TAIL:
        parts.append(pick(known[f"{lang}.tail"]))
    return _join(parts, lang, rng)


def query(lang: str, nouns: Sequence[str], rng: random.Random) -> str:
    """A search query without a spam word: nouns, names, what people add to a search."""
    pick, kind, known = rng.choice, rng.random(), words()
    bought = rng.random() < BOUGHT and f"{lang}.noun" in known
    nouns = known[f"{lang}.noun"] if bought else nouns
    if rng.random() < ONE:
        parts = [pick(nouns).lower()]
    elif kind < (0.2 if bought else 0.45):
        parts = [pick(nouns).lower() for _ in range(rng.choice((2, 2, 3)))]
    elif kind < 0.75:
        parts = [pick(nouns).lower(), pick(known[f"{lang}.query"])]
        rng.shuffle(parts)
        if rng.random() < 0.4:
            parts.append(pick(known[f"{lang}.query"]))
    else:
        parts = [made_up(lang, rng), pick(nouns).lower() if rng.random() < 0.5 else pick(known[f"{lang}.query"])]
    return _join(parts, lang, rng)


def brand(lang: str, nouns: Sequence[str], rng: random.Random) -> str:
    """An honest name that looks odd: of a company, a product, a person, an office."""
    pick, kind, known = rng.choice, rng.random(), words()[f"{lang}.brand"]
    unspaced = lang in _SYLLABLES
    if kind < 0.3:
        parts = [pick(known), pick(known)]
    elif kind < 0.5:
        parts = [made_up(lang, rng).capitalize()] if unspaced else [made_up(lang, rng).capitalize() for _ in range(2)]
    elif kind < 0.65 or (unspaced and kind < 0.8):
        parts = [pick(known) + made_up(lang, rng)]
    elif kind < 0.8:
        parts = [pick(known), pick(nouns).capitalize(), pick(nouns).capitalize()]
    elif kind < 0.9:
        parts = [pick(known), f"{pick('XSVZAQ')}{rng.randint(1, 900)}"]
    else:
        parts = [made_up(lang, rng).capitalize()]
    return ("" if unspaced else " ").join(parts)


def trade(lang: str, rng: random.Random) -> str:
    """What an honest report on gambling, loans or forgeries is about: a plain noun, no search phrase."""
    return rng.choice(words()[f"{lang}.trade"])


def made_up(lang: str, rng: random.Random) -> str:
    """A name that no list has."""
    if lang in _SYLLABLES:
        return "".join(rng.choice(_SYLLABLES[lang]) for _ in range(rng.randint(2, 4)))
    return "".join(rng.choice(_CONSONANTS) + rng.choice(_VOWELS) for _ in range(rng.randint(2, 3))) + rng.choice(
        ("", "n", "x", "s", "r")
    )


def many(lang: str, nouns: Sequence[str], count: int, rng: random.Random) -> list[str]:
    """So many different phrases, two in five with a spam word, one in eight foreign."""
    found: set[str] = set()
    while len(found) < count:
        chance = rng.random()
        if chance < 0.4:
            phrase = spam(lang, rng)
        elif chance < 0.875:
            phrase = query(lang, nouns, rng)
        else:
            phrase = rng.choice(words()["foreign"]) + rng.choice(("", "", f" {rng.randint(1, 999)}", " 777", " 88"))
        if (2 if lang in _SYLLABLES else 4) <= len(phrase) <= 36:
            found.add(phrase if lang in _SYLLABLES else _cased(phrase, rng))
    return sorted(found)


def _cased(phrase: str, rng: random.Random) -> str:
    """As people write it: mostly small, sometimes as a title, sometimes with a name at the end."""
    chance = rng.random()
    if chance < TITLED:
        return " ".join(w[:1].upper() + w[1:] for w in phrase.split(" "))
    head, blank, last = phrase.rpartition(" ")
    return f"{head}{blank}{last.capitalize()}" if blank and chance < TITLED + NAMED else phrase


def _join(parts: list[str], lang: str, rng: random.Random) -> str:
    together = 0.7 if lang in _SYLLABLES else 0.04
    return ("" if rng.random() < together else " ").join(parts)
