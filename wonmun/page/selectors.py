"""CSS selectors: which elements they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.page.element import Element

_HIGHEST = 30
"""Ancestors looked at for one selector: real style sheets need a few, and a page may nest a million deep."""
_LENGTH = 200
"""Characters of an attribute's value that cost as much to compare as one condition."""
_COMPARE: dict[str, Callable[[str, str], bool]] = {
    "=": lambda text, wanted: text == wanted,
    "~=": lambda text, wanted: wanted in text.split(),
    "|=": lambda text, wanted: text == wanted or text.startswith(f"{wanted}-"),
    "^=": lambda text, wanted: bool(wanted) and text.startswith(wanted),
    "$=": lambda text, wanted: bool(wanted) and text.endswith(wanted),
    "*=": lambda text, wanted: bool(wanted) and wanted in text,
}


@dataclass(slots=True)
class Meter:
    """How much matching a page has cost."""

    spent: int = 0
    """Elements held against one condition each."""


@dataclass(frozen=True, slots=True)
class Compound:
    """The conditions on one element: `div#top.wide[hidden]`."""

    tag: str = ""
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    never: tuple[Compound, ...] = ()
    either: tuple[tuple[Compound, ...], ...] = ()
    """`:is()`: of each group one has to fit."""
    places: tuple[tuple[int, int, int], ...] = ()
    """(which of `Element.stands`, a, b): it is one of the an+b, as of `:nth-child(an+b)`."""
    having: tuple[tuple[str, ...], ...] = ()
    """`:has()`: of each group one is among `Element.has`."""
    weight: tuple[int, int, int] = (0, 0, 0)
    """Its specificity: ids, classes, names."""

    @property
    def asks(self) -> frozenset[str]:
        """What it asks for inside `:has()`, in its `:not()` and `:is()`, too."""
        own = frozenset(text for group in self.having for text in group)
        return own.union(*(c.asks for group in (self.never, *self.either) for c in group))

    @property
    def counts(self) -> bool:
        """Whether it asks for an element's place among its siblings."""
        return bool(self.places) or any(c.counts for group in (self.never, *self.either) for c in group)

    @property
    def plain(self) -> bool:
        """Whether name, id and classes of an element decide."""
        return not (self.attributes or self.never or self.either or self.places or self.having)

    @property
    def key(self) -> str:
        """What it is found by: `#id`, else `.class`, else the tag, else ""."""
        return f"#{self.ids[0]}" if self.ids else f".{self.classes[0]}" if self.classes else self.tag

    def fits(self, element: Element) -> bool:
        """Tell whether the element's name, id and classes are the ones."""
        if self.tag and self.tag != element.name:
            return False
        if self.ids and any(name != element.attrs.get("id") for name in self.ids):
            return False
        return not self.classes or element.classes.issuperset(self.classes)

    def meets(self, element: Element, meter: Meter) -> bool:
        """Tell whether the element fulfils all conditions."""
        meter.spent += 1
        return self.fits(element) and (self.plain or self.allows(element, meter))

    def allows(self, element: Element, meter: Meter) -> bool:
        """Tell whether its other attributes and its place are right, some of each `:is()` holds and no `:not()`."""
        meter.spent += len(self.places)
        if not all(_among(element.stands[which], a, b) for which, a, b in self.places):
            return False
        meter.spent += len(self.having)
        if self.having and not all(any(text in (element.has or ()) for text in group) for group in self.having):
            return False
        for name, how, wanted in self.attributes:
            value = element.attrs.get(name)
            meter.spent += 1 + len(value or "") // _LENGTH
            if value is None or (how and not _COMPARE[how.rstrip("i")](value.lower() if "i" in how else value, wanted)):
                return False
        if any(compound.meets(element, meter) for compound in self.never):
            return False
        return all(any(compound.meets(element, meter) for compound in group) for group in self.either)


def _among(number: int, a: int, b: int) -> bool:
    return number == b if a == 0 else (number - b) % a == 0 and (number - b) // a >= 0


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One selector with its declarations; `above` are the conditions on ancestors, nearest first."""

    last: Compound
    above: tuple[tuple[str, Compound], ...]
    rank: tuple[int, ...]
    """Its layer, its specificity, its place in the page: the higher one wins."""
    declarations: tuple[tuple[str, str, bool], ...]
    name: str
    needs: frozenset[str]
    """A tag, `.class` or `#id` of each ancestor that is asked for."""
    plain: bool
    """Name, id and classes of the element itself decide."""
    counts: bool
    """It asks for places among siblings: never holds where those are not known."""
    having: frozenset[str]
    """What it asks for inside `:has()`: never holds where nothing is known of that."""
    beside: bool
    """It asks for siblings before the element or before what that stands in (`+`, `~`)."""

    def possible(self, around: frozenset[str]) -> bool:
        """Tell whether all that it asks of ancestors stands around an element (see `Element.around`) at all."""
        return self.needs <= around or "*" in around

    def holds(self, element: Element, meter: Meter) -> bool:
        """Tell whether an element that fits meets the other conditions; of fitting ancestors the nearest is taken."""
        if (self.counts and not element.stands) or (self.having and element.has is None):
            return False
        if not self.last.plain and not self.last.allows(element, meter):
            return False
        return self.first(element, meter) is not None

    def first(self, element: Element, meter: Meter) -> Element | None:
        """Give what meets the selector's first conditions where this element meets the last; None: nothing does."""
        at: Element | None = element
        for how, compound in self.above:
            at = _next(at, how)
            steps = 0
            while at is not None and not compound.meets(at, meter):
                steps += 1
                at = _next(at, how) if how in " ~" and steps < _HIGHEST else None
            if at is None:
                break
        return at


def _next(at: Element | None, how: str) -> Element | None:
    """The element that a combinator leads to from another one, seen from the last to the first of a selector."""
    return None if at is None else at.previous if how in "+~" else at.parent
