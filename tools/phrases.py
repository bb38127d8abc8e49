"""Makes up phrases: spam of many kinds, search queries without a spam word, and honest names that look odd."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wonmun.language.load import lexicon

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence


def _read_words() -> dict[str, list[str]]:
    """Blocks of `words.txt`, each headed `[name]`, entries separated by commas."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("["):
            name = line.strip("[]")
        else:
            found.setdefault(name, []).extend(w.strip() for w in line.split(",") if w.strip())
    return found


_WORDS = _read_words()
_SYLLABLES = (
    "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후"
    "기니디리미비시이지치키티피히벳윈텐맥빅탑킹존팡뱅봇넷젠"
)


def spam(rng: random.Random) -> str:
    """A phrase with a spam word in it, one to four words."""
    kind = rng.random()
    pick = rng.choice
    if kind < 0.22:
        return listed(rng)
    kind = (kind - 0.22) / 0.78
    if kind < 0.6:
        return _gambling(rng)
    if kind < 0.7:
        parts = [pick(_WORDS["drug"]), pick(_WORDS["drug_tail"])]
    elif kind < 0.8:
        parts = [pick(_WORDS["loan"]), pick(_WORDS["loan_tail"])]
    else:
        parts = [pick(_WORDS["city"])] if rng.random() < 0.25 else []
        parts.append(pick(_WORDS["other"]))
        if rng.random() < 0.7 or len(parts[-1]) < 3:
            parts.append(pick(_WORDS["other_tail"]))
    return _join(parts, rng, 0.15)


def listed(rng: random.Random) -> str:
    """A word of the lexicon, two times in five with a city before it or what people add to a search behind it."""
    known = lexicon("ko")
    word, chance = rng.choice(sorted(known.strong | known.trade)), rng.random()
    if chance < 0.15:
        return _join([rng.choice(_WORDS["city"]), word], rng, 0.5)
    return _join([word, rng.choice(_WORDS["other_tail"])], rng, 0.3) if chance < 0.4 else word


def _gambling(rng: random.Random) -> str:
    pick, parts = rng.choice, []
    if rng.random() < 0.4:
        parts.append(pick(_WORDS["bet_lead"] if rng.random() < 0.5 else _WORDS["house"]))
    parts.append(pick(_WORDS["bet"]))
    parts += [pick(_WORDS["bet_tail"]) for chance in (0.75, 0.3) if rng.random() < chance]
    if rng.random() < 0.1:
        parts.append(made_up(rng))
    if len(parts) > 1 and parts[-1] == "사이트" and rng.random() < 0.6:
        parts[-2:] = [parts[-2] + parts[-1]]
    return _join(parts, rng, 0.35 if len(parts) == 2 else 0.12)


def query(rng: random.Random, nouns: Sequence[str]) -> str:
    """A search query without a spam word: nouns, made-up names, what people add to a search."""
    kind, pick = rng.random(), rng.choice
    if kind < 0.12:
        return made_up(rng) + rng.choice(("", "", pick(_WORDS["brand_tail"]), pick(nouns)))
    if kind < 0.28:
        return "".join(pick(nouns) for _ in range(rng.choice((1, 1, 2))))
    if kind < 0.42:
        parts = [pick(nouns) for _ in range(rng.choice((1, 2, 2, 3)))]
        if rng.random() < 0.35:
            parts.append(pick(_WORDS["query"]))
    elif kind < 0.62:
        parts = [made_up(rng) if rng.random() < 0.6 else pick(nouns), pick(_WORDS["query"])]
        if rng.random() < 0.35:
            parts.append(pick(_WORDS["query"]))
    elif kind < 0.8:
        parts = [pick(nouns), pick(nouns)]
        if rng.random() < 0.5:
            parts.append(pick(_WORDS["query"]))
    else:
        parts = [
            pick(_WORDS["house"]) if rng.random() < 0.4 else made_up(rng),
            pick(nouns) if rng.random() < 0.5 else pick(_WORDS["query"]),
        ]
    return _join(parts, rng, 0.12)


def made_up(rng: random.Random) -> str:
    """A name that no list has."""
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.choice((2, 2, 3, 3, 4))))


def brand(rng: random.Random, nouns: Sequence[str]) -> str:
    """An honest name that looks odd: of a company, a programme, a person from abroad."""
    kind, pick = rng.random(), rng.choice
    if kind < 0.3:
        return f"{pick(nouns)} {pick(nouns)}{pick(('', ' '))}{pick(_WORDS['brand_tail'])}"
    if kind < 0.5:
        return f"{made_up(rng)} {made_up(rng)}"
    if kind < 0.65:
        return f"{made_up(rng)}{pick(_WORDS['brand_tail'])}"
    if kind < 0.75:
        return f"{pick(nouns)} {pick('ABCSXZ')}{rng.choice(('', '7', '3', '20'))}{pick(('', ' 프로', ' 플러스'))}"
    if kind < 0.9:
        return " ".join(pick(nouns) for _ in range(3))
    return made_up(rng)


def _join(parts: list[str], rng: random.Random, together: float) -> str:
    return ("" if rng.random() < together else " ").join(parts)


def many(rng: random.Random, nouns: Sequence[str], count: int) -> list[str]:
    """So many different phrases, 2–18 characters, 55 % of them with a spam word."""
    found: set[str] = set()
    while len(found) < count:
        phrase = spam(rng) if rng.random() < 0.55 else query(rng, nouns)
        if 2 <= len(phrase) <= 18:
            found.add(phrase)
    return sorted(found)
