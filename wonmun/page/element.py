"""One element of a page, as far as style sheets and zones need it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Declared = dict[str, tuple[str, str]]
"""Property → (value in lower case, where it comes from: `style` or the selector for people)."""
MANY = 150
"""Names of ancestors that are kept together; of an element with more nothing is said."""


@dataclass(slots=True, eq=False)
class Element:
    """An element that is open, or was before one that is: its name, attributes and what it stands in."""

    name: str
    attrs: dict[str, str]
    parent: Element | None = None
    stands: Sequence[int] = ()
    """Its place among its siblings, from 1: of all, of those of its name, and both from the end; () = not counted."""
    has: frozenset[str] | None = None
    """What stands in it or behind it of all that style sheets ask for by `:has()`; None = not known."""
    variables: Mapping[str, tuple[str, str]] | None = None
    """CSS variables that are declared for the element itself, among other properties; None = there are none."""
    previous: Element | None = None
    """The sibling before it, where a style sheet asks for such."""
    last: Element | None = field(default=None, init=False, repr=False)
    """Its youngest child so far, likewise."""
    _classes: frozenset[str] | None = field(default=None, init=False, repr=False)
    _around: frozenset[str] | None = field(default=None, init=False, repr=False)
    _within: frozenset[str] | None = field(default=None, init=False, repr=False)

    def follow(self) -> None:
        """Stand behind its parent's youngest child."""
        if self.parent:
            self.previous, self.parent.last = self.parent.last, self

    @property
    def classes(self) -> frozenset[str]:
        """Its classes; read once, as many rules ask for them."""
        if self._classes is None:
            self._classes = frozenset(self.attrs["class"].split()) if "class" in self.attrs else frozenset()
        return self._classes

    @property
    def around(self) -> frozenset[str]:
        """Tags, `.classes` and `#ids` of all that it stands in, to see at once which rules cannot meet it.

        Holds "*" alone where they are too many to be kept.
        """
        if self._around is None:
            self._around = self.parent.shared() if self.parent else frozenset()
        return self._around

    def shared(self) -> frozenset[str]:
        """Give what `around` is for all that stands directly in it."""
        if self._within is None:
            self._within = self._named()
        return self._within

    def _named(self) -> frozenset[str]:
        above = self.around
        if "*" in above:
            return above
        own = {self.name, f"#{self.attrs.get('id', '')}"}.union(f".{c}" for c in self.classes)
        if own <= above:
            return above
        return above | own if len(above) + len(own) <= MANY else frozenset("*")
