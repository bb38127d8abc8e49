"""Where each element stands among its siblings, for style sheets that count them (`:nth-child()`, `:last-of-type`)."""

from __future__ import annotations

from array import array

MOST = 10_000
"""Elements of a page that are counted; of one with more nothing is said, and rules that count do not hold."""


class Siblings:
    """Receives the parser's events (it is an lxml parser target) in a pass of its own: the last child is known late."""

    def __init__(self) -> None:
        """Start with no element."""
        self._places = array("I")  # four an element: from the front of all and of its name, the same from the end
        self._names: list[str] = []
        self._open: list[list[int]] = [[]]  # of every open element its children

    def start(self, name: str, attrs: dict[str, str]) -> None:  # noqa: ARG002 - the parser calls it so
        """Take an element's beginning."""
        if len(self._names) <= MOST:
            self._open[-1].append(len(self._names))
            self._open.append([])
            self._names.append(name)
            self._places.extend((0, 0, 0, 0))

    def end(self, name: str) -> None:  # noqa: ARG002 - the parser calls it so
        """Take an element's end."""
        if len(self._names) <= MOST and len(self._open) > 1:
            self._count(self._open.pop())

    def data(self, text: str) -> None:
        """Take a piece of text, which counts for nothing."""

    def close(self) -> array[int]:
        """Give the places of all elements in the order of their beginnings, four each; none where they are too many."""
        if len(self._names) > MOST:
            return array("I")
        while self._open:
            self._count(self._open.pop())
        return self._places

    def _count(self, children: list[int]) -> None:
        for shift, order in ((0, children), (2, reversed(children))):
            alike: dict[str, int] = {}
            for place, number in enumerate(order, 1):
                name = self._names[number]
                alike[name] = alike.get(name, 0) + 1
                self._places[4 * number + shift] = place
                self._places[4 * number + shift + 1] = alike[name]
