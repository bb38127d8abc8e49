"""Words of spam that are made of two parts by the hundred, and patterns that read a common beginning once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Formation(NamedTuple):
    """Words made of two parts, as spam forms them by the hundred: 대마, 필로폰 and 구입, 판매, 텔레."""

    heads: tuple[str, ...]
    tails: tuple[str, ...]
    apart: bool
    """Whether there may be a blank between."""
    guards: tuple[tuple[str, str], ...] = ()
    """Letters that must not follow a second part: 오피 is none in 오피스텔."""

    @classmethod
    def of(cls, line: str) -> Formation:
        """Read `a, b + c, d` (ac, ad, bc, bd) or `a, b × c, d` (and these with a blank between); `c!e`: no e behind."""
        heads, mark, tails = re.split(r" ([+×]) ", line)
        first, second = ([w.strip().partition("!") for w in part.split(",") if w.strip()] for part in (heads, tails))
        guards = tuple((word, letters) for word, _, letters in second if letters)
        return cls(tuple(w for w, *_ in first), tuple(w for w, *_ in second), mark == "×", guards)

    def words(self) -> set[str]:
        """All of them."""
        blanks = ("", " ") if self.apart else ("",)
        return {head + blank + tail for head in self.heads for tail in self.tails for blank in blanks}

    def begun(self) -> set[str]:
        """The first three letters of each, or both: some thousand where there are tens of thousands of words."""
        blanks = ("", " ") if self.apart else ("",)
        heads, tails = {head[:3] for head in self.heads}, {tail[:2] for tail in self.tails}
        return {(head + blank + tail)[:3] for head in heads for blank in blanks for tail in tails}

    def pattern(self) -> str:
        """Matches one of them, the longest first."""
        guards = {word: f"(?![{letters}])" for word, letters in self.guards}
        heads = tree([(w, "") for w in sorted(self.heads, key=len, reverse=True)])
        tails = tree([(w, guards.get(w, "")) for w in sorted(self.tails, key=len, reverse=True)])
        return f"{started(self.heads)}{heads}{' ?' if self.apart else ''}{tails}"


def started(words: Sequence[str]) -> str:
    """A look at the first two letters, which turns away most places before any alternative is tried."""
    first, second = ("".join(sorted({re.escape(w[at : at + 1]) for w in words})) for at in (0, 1))
    whole = all(len(w) > 1 for w in words)
    return f"(?=[{first}]{f'[{second}]' if whole else ''})" if words else ""


def tree(words: Sequence[tuple[str, str]]) -> str:
    """A pattern of words (each with what must not follow), the longest first, that reads a common beginning once."""
    rests: dict[str, list[tuple[str, str]]] = {}
    for word, guard in words:
        if word:
            rests.setdefault(word[0], []).append((word[1:], guard))
    parts = [re.escape(letter) + tree(more) for letter, more in rests.items()]
    parts += [guard for word, guard in words if not word][:1]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})" if parts else ""
