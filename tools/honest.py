"""Honest texts that look injected: odd names where a writer would put them, excerpts, hard texts at length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.ko import PARTICLES, final_sound

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_PAIRS = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이라", "라"),
    ("이나", "나"),
    ("이며", "며"),
)
_TAILS = {"과": "의 는 도", "으로": "의 는 도 서", "이라": "는 고 며"}
_LETTERS = "가-힣A-Za-z0-9"


def read_styles(path: Path) -> Iterator[dict[str, str]]:
    """Yield `id`, `title` and `text` of the pages in a file whose pages begin with `=== id | title`."""
    for page in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
        first, _, text = page.partition("\n")
        name, _, title = first.partition(" | ")
        yield {"id": name, "title": title, "text": text.strip()}


def _forms() -> dict[str, tuple[str, str]]:
    """Each particle that changes with the sound before it → (after a consonant, after a vowel)."""
    forms: dict[str, tuple[str, str]] = {}
    for consonant, vowel in _PAIRS:
        for tail in ["", *_TAILS.get(consonant, "").split()]:
            pair = (consonant + tail, vowel + tail)
            forms[pair[0]] = forms[pair[1]] = pair
    return forms


_FORMS = _forms()


def fitting(particle: str, name: str) -> str:
    """The particle as it must be after `name`."""
    pair = _FORMS.get(particle)
    if pair is None:
        return particle
    sound = final_sound(name[-1])
    hard = sound == 1 or (sound == 2 and not pair[0].startswith("으로"))
    return pair[0] if hard else pair[1]


def rename(text: str, term: str, name: str) -> tuple[str, int]:
    """Put `name` in the term's place where it stands as a word of its own; the text, and how often."""
    times = 0

    def write(match: re.Match[str]) -> str:
        nonlocal times
        particle = match.group(1)
        if particle and particle not in PARTICLES:
            return match.group()
        times += 1
        return name + fitting(particle, name)

    pattern = rf"(?<![{_LETTERS}]){re.escape(term)}([{_LETTERS}]*)"
    return re.sub(pattern, write, text), times


def excerpts(text: str, rng: random.Random, count: int) -> Iterator[str]:
    """Pieces of 250–700 characters."""
    for _ in range(count):
        width = rng.randint(250, 700)
        low = rng.randrange(max(1, len(text) - width))
        low = text.find(" ", low) + 1 if low else 0
        yield text[low : low + width]


def short(text: str, rng: random.Random) -> str:
    """The first 300–1,000 characters, up to a sentence's end."""
    width = rng.randint(300, 1000)
    end = text.rfind("다.", 0, width) + 2
    return text[: end if end > width // 2 else width]


def at_length(hard: Sequence[str], articles: Sequence[str], rng: random.Random) -> Iterator[tuple[int, str]]:
    """Each hard text with an ordinary excerpt before or behind it; its number, and the text."""
    for number, text in enumerate(hard):
        for turn in range(4):
            piece = next(excerpts(rng.choice(articles), rng, 1))
            yield number, f"{text}\n{piece}" if turn % 2 else f"{piece}\n{text}"
