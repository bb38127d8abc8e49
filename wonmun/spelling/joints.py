"""Marks in the place of blanks, and tags: `무료-카지노`, `슬롯·사이트·추천`, `#바카라 #추천` are words side by side.

Only beside a spam word, so that honest texts stay as they are; reports on `카지노·호텔` put a mark between two trades,
spam between the words of one phrase.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wonmun.language.finder import pairs_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from wonmun.spelling.disguise import Change

_WORD = "[가-힣A-Za-z0-9]{1,16}"
_JOINT = re.compile(f"({_WORD})([-_\t]| {{2,4}})(?=({_WORD}))")
"""What hardly ever parts two words: each one beside a spam word is a blank."""
_MARKS = "·ㆍ・•/|+"
_CHAIN = re.compile(f"{_WORD}([{_MARKS}]){_WORD}(?:\\1{_WORD})*")
"""What honest texts write between the parts of a list, too."""
_ANY_MARK = re.compile("[-_\t#" + re.escape(_MARKS) + "]|  ")
_NEAR = 40
"""Characters on either side of a mark that are looked at: two words of it, and a tag."""
_ENOUGH = 2
_NEXT = re.compile(" ?#")
_TAGS = re.compile("#[가-힣][^\\W_]*(?: ?#[가-힣][^\\W_]*)*")


class Sought(NamedTuple):
    """What is looked for in a text."""

    words: frozenset[str]
    """Words of spam."""
    beside: Collection[str] = ()
    """Those of them, in Hangul, that stand near marks anywhere in the whole text, as `beside` gives them."""
    searched: tuple[str, ...] = ()
    """What people add to a search."""
    chains: frozenset[tuple[str, ...]] = frozenset()
    """Words with marks between them that come back, as `_key` gives them."""


def joints(text: str, sought: Sought) -> list[Change]:
    """List what is a blank (or nothing, for a tag) beside a spam word in Hangul, in order.

    A chain of words is a phrase where a part of it ends in what people add to a search, or where it comes back.
    """
    if not sought.beside or not _ANY_MARK.search(text):
        return []
    present = [w for w in sought.beside if w in text and "가" <= w[0] <= "힣"]
    if not present:
        return []
    found = [(*m.span(2), " ") for m in _JOINT.finditer(text) if any(w in m[1] or w in m[3] for w in present)]
    found += [change for m in _TAGS.finditer(text) if _holds(m.group(), present) for change in _tags(m)]
    for chain in _CHAIN.finditer(text):
        parts = chain.group().split(chain[1])
        if _holds(chain.group(), present) and (_key(parts) in sought.chains or _searched(parts, present, sought)):
            found += [(m.start(), m.end(), " ") for m in re.compile(re.escape(chain[1])).finditer(text, *chain.span())]
    return sorted(found)


def beside(text: str, words: frozenset[str]) -> tuple[str, ...]:
    """Give the words in Hangul that stand near marks in a text."""
    by_pair, every = _begun(words)  # asked before the marks, of which news has many: hardly an article holds a word
    there = [word for pair in pairs_in(text, every) for word in by_pair[pair] if word in text]
    marks = _ANY_MARK.finditer(text) if there else ()
    near = "\n".join(text[max(0, m.start() - _NEAR) : m.end() + _NEAR] for m in marks)
    return tuple(word for word in there if word in near)


@lru_cache(16)
def _begun(words: frozenset[str]) -> tuple[dict[str, list[str]], frozenset[str]]:
    """The words in Hangul by their first two letters (none has fewer), and these."""
    begun: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) > 1 and "가" <= word[0] <= "힣":
            begun.setdefault(word[:2], []).append(word)
    return begun, frozenset(begun)


def repeated(text: str, words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Give the chains that hold one of `words` and stand in the text twice at least."""
    if not words or not any(mark in text for mark in _MARKS):
        return frozenset()
    chains = [m for m in _CHAIN.finditer(text) if _holds(m.group(), words)]
    times = Counter(_key(m.group().split(m[1])) for m in chains)
    return frozenset(key for key, count in times.items() if count > 1)


def _key(parts: list[str]) -> tuple[str, ...]:
    """A chain without what may be glued to it: two letters of the first and the last part are enough."""
    return (parts[0][-_ENOUGH:], *parts[1:-1], parts[-1][:_ENOUGH])


def _searched(parts: list[str], words: list[str], sought: Sought) -> bool:
    others = [part for part in parts if not _holds(part, words)]
    return any(part.startswith(sought.searched) or part.endswith(sought.searched) for part in others)


def _holds(text: str, words: Sequence[str]) -> bool:
    return any(w in text for w in words)


def _tags(run: re.Match[str]) -> Iterator[Change]:
    """Tags as words: the first mark belongs to the letter behind it, the others to the blanks before them."""
    text, start = run.group(), run.start()
    yield start, start + 2, text[1]
    yield from ((start + m.start(), start + m.end(), " ") for m in _NEXT.finditer(text, 2))
