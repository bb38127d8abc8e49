"""What each element has in it or behind it, of what a page's style sheets ask for by `:has()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wonmun.page.element import Element
from wonmun.page.reading import read_selector
from wonmun.page.selectors import Meter
from wonmun.page.siblings import MOST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wonmun.page.selectors import Rule

_MOST_WORK, _MOST_ASKED = 200_000, 100
"""Elements held against conditions, beyond which nothing is known; selectors that are asked for."""
_NOTHING: frozenset[str] = frozenset()


class _Asked(NamedTuple):
    """A selector inside `:has()`, and how what it finds stands to the one that has it."""

    text: str
    how: str
    rule: Rule


class Having:
    """Receives the parser's events (it is an lxml parser target) in a pass of its own: what an element has comes late.

    Each element that is asked for tells those that have it, up to one that knows, so that a page costs its size.
    """

    def __init__(self, asked: Iterable[str]) -> None:
        """`asked` are the selectors, as written: `> .ad`, `.a .b`."""
        self._asked: dict[str, list[_Asked]] = {}
        for text in sorted(asked)[:_MOST_ASKED]:
            how = text[0] if text[:1] in set(">+~") else " "
            if rule := read_selector(text.lstrip(">+~ "), (), (0, 0)):
                self._asked.setdefault(rule.last.key, []).append(_Asked(text, how, rule))
        self._meter = Meter()
        self._found: list[set[str]] = []
        self._numbers: dict[Element, int] = {}
        self._open: list[Element] = []

    def start(self, name: str, attrs: dict[str, str]) -> None:
        """Take an element's beginning."""
        if len(self._found) > MOST:
            return
        element = Element(name, attrs, self._open[-1] if self._open else None)
        element.follow()
        self._numbers[element] = len(self._found)
        self._found.append(set())
        self._open.append(element)
        keys = {f"#{attrs.get('id', '')}", *(f".{c}" for c in element.classes), name, ""}
        for asked in [a for key in keys for a in self._asked.get(key, ())]:
            if self._meter.spent <= _MOST_WORK and asked.rule.last.meets(element, self._meter):
                first = asked.rule.first(element, self._meter)
                if first is not None:
                    self._tell(first, asked)

    def end(self, name: str) -> None:  # noqa: ARG002 - the parser calls it so
        """Take an element's end."""
        if len(self._found) <= MOST and self._open:
            self._open.pop()

    def data(self, text: str) -> None:
        """Take a piece of text, which counts for nothing."""

    def close(self) -> list[frozenset[str]]:
        """Give what all elements have, in the order of their beginnings; nothing where they are too many."""
        if len(self._found) > MOST or self._meter.spent > _MOST_WORK:
            return []
        return [frozenset(found) if found else _NOTHING for found in self._found]

    def _tell(self, first: Element, asked: _Asked) -> None:
        at: Element | None = first
        while at is not None:
            at = at.previous if asked.how in "+~" else at.parent
            if at is None or asked.text in (known := self._found[self._numbers[at]]):
                break
            self._meter.spent += 1
            known.add(asked.text)
            if asked.how in ">+":
                break
