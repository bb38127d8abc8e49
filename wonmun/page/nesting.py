"""A style sheet's source → its rules in force on a screen, with those that stand inside others spelt out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wonmun.page.media import met
from wonmun.page.reading import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"[{};\"']")
_STRING = {'"': re.compile(r"(?:[^\"\\\n]|\\.)*"), "'": re.compile(r"(?:[^'\\\n]|\\.)*")}
_NOT = re.compile(r"@supports\s*not\b")
_SCOPE = re.compile(r"@scope\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_MOST_WITHIN, _LONGEST = 60, 2000
"""Selectors that a rule inside another one may come to, and characters of them all; dropped beyond it."""
UNLAYERED = 1000
"""The rank of rules in no layer: above all layers."""


class _Frame(NamedTuple):
    """What an open brace is about."""

    counts: bool
    selector: str = ""
    """Of the rule, or the one that it stands in; "" = none."""
    layer: int = UNLAYERED


class Read(NamedTuple):
    """One rule: its selectors, its declarations, the rank of its layer."""

    selector: str
    body: str
    layer: int


class Layers:
    """Numbers a page's cascade layers as they are first named: a later one beats those before it."""

    def __init__(self) -> None:
        """Know none."""
        self._known: dict[str, int] = {}

    def rank(self, prelude: str) -> int:
        """Give the rank of the layer that `@layer a, b` names last; one without a name is a new one."""
        names = prelude.partition("@layer")[2].split(",")
        for name in names:
            self._known.setdefault(name.strip() or f" {len(self._known)}", min(len(self._known), UNLAYERED - 1))
        return self._known.get(names[-1].strip(), min(len(self._known), UNLAYERED) - 1)


def rules(source: str, layers: Layers) -> Iterator[Read]:
    """Yield the rules of a sheet without comments, in one pass."""
    start = last = 0  # where what is read begins, and what comes behind the last `;` of a rule
    stack = [_Frame(counts=True)]
    for mark, begin, end in _marks(source):
        frame = stack[-1]
        if (mark == ";" and frame.selector) or (mark == "}" and len(stack) == 1):
            last = end  # a brace that closes nothing is read by browsers as a part of the next selector
            continue
        if mark == "{":
            yield from _read(frame, source[start:last])
            stack.append(_opened(frame, source[last if frame.selector else start : begin].strip(), layers))
        elif mark == "}":
            yield from _read(stack.pop(), source[start:begin])
        elif frame.counts and source[start:end].lstrip().startswith("@layer"):
            layers.rank(source[start:begin])
        start = last = end
    yield from _read(stack[-1], source[start:])  # a sheet cut off in the middle of a rule: browsers close it


def _marks(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield the braces and semicolons outside of strings, with where they begin and end."""
    at = 0
    while found := _MARK.search(source, at):
        mark, at = found.group(), found.end()
        if mark in _STRING:
            text = _STRING[mark].match(source, at)
            at = text.end() + 1 if text else at
        else:
            yield mark, found.start(), at


def _read(frame: _Frame, body: str) -> Iterator[Read]:
    if frame.counts and frame.selector and body and not body.isspace():
        yield Read(frame.selector, body, frame.layer)


def _opened(frame: _Frame, prelude: str, layers: Layers) -> _Frame:
    if not frame.counts:
        return frame
    if not prelude.startswith("@"):
        inner = _within(frame.selector, prelude) if frame.selector else prelude
        return _Frame(bool(inner), inner, frame.layer)
    name = prelude.lower()
    if name.startswith("@layer"):
        return frame._replace(layer=layers.rank(prelude))
    if name.startswith("@media"):
        return frame._replace(counts=met(prelude[6:]))
    if name.startswith("@scope"):
        root = _SCOPE.match(prelude)
        return frame._replace(selector=root.group(1)) if root else frame
    return frame._replace(counts=name.startswith("@supports") and not _NOT.match(name))


def _within(outer: str, inner: str) -> str:
    """Spell out a rule's selectors that stands inside another one.

    >>> _within(".a, .b", "&.on, > i, p")
    '.a.on, .b.on, .a > i, .b > i, .a p, .b p'
    """
    above = alternatives(outer)
    made = [
        one.replace("&", parent) if "&" in one else f"{parent} {one}"
        for one in alternatives(inner)[:_MOST_WITHIN]
        for parent in above[:_MOST_WITHIN]
    ]
    joined = ", ".join(made[:_MOST_WITHIN])
    return joined if len(made) <= _MOST_WITHIN and len(joined) <= _LONGEST else ""
