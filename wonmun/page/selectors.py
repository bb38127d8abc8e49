"""CSS selectors: which elements they mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from wonmun.later import later

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.page.element import Element

_INNER = r"[^()]*(?:\([^()]*\)[^()]*)*"
_PART = later(
    r"#(?P<id>[\w\u0080-\uffff-]+)|\.(?P<cls>[\w\u0080-\uffff-]+)|\[(?P<attr>[^\]]*)\]"
    rf"|(?P<tag>\*|[A-Za-z][\w-]*)|:not\((?P<neg>{_INNER})\)|:(?:is|where|matches)\((?P<any>{_INNER})\)"
    r"|(?P<root>:root\b)|:(?P<place>(?:first|last|only)-(?:child|of-type)\b|nth-(?:last-)?(?:child|of-type)\([^()]*\))"
)
_ONE = later(rf"(?:[^,()]|\({_INNER}\)|[()])+")
_STEP = later(rf"(?:[^\s>+~()\[\]]|\({_INNER}\)|\[[^\]]*\])+")
_NTH = later(r"(?:([+-]?\d*)n)?(?:([+-]?\d+))?")
_ATTRIBUTE = later(r"\s*([\w-]+)\s*(?:([~|^$*]?=)\s*[\"']?(.*?)[\"']?\s*[is]?)?\s*")
_HIGHEST = 30
"""Ancestors looked at for one selector: real style sheets need a few, and a page may nest a million deep."""
_LONGEST, _MOST_STEPS, _LONGEST_NUMBER = 500, 20, 20
"""Characters, and elements from the first to the last, of a selector that is read; characters of a number in it."""
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

    @property
    def counts(self) -> bool:
        """Whether it asks for an element's place among its siblings."""
        return bool(self.places) or any(c.counts for group in (self.never, *self.either) for c in group)

    @property
    def plain(self) -> bool:
        """Whether name, id and classes of an element decide."""
        return not (self.attributes or self.never or self.either or self.places)

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
        for name, how, wanted in self.attributes:
            value = element.attrs.get(name)
            meter.spent += 1 + len(value or "") // _LENGTH
            if value is None or (how and not _COMPARE[how](value, wanted)):
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
    rank: tuple[int, int, int, int]
    declarations: tuple[tuple[str, str, bool], ...]
    name: str
    needs: frozenset[str]
    """A tag, `.class` or `#id` of each ancestor that is asked for."""
    plain: bool
    """Name, id and classes of the element itself decide."""
    counts: bool
    """It asks for places among siblings: never holds where those are not known."""
    beside: bool
    """It asks for siblings before the element or before what that stands in (`+`, `~`)."""

    def possible(self, around: frozenset[str]) -> bool:
        """Tell whether all that it asks of ancestors stands around an element (see `Element.around`) at all."""
        return self.needs <= around or "*" in around

    def holds(self, element: Element, meter: Meter) -> bool:
        """Tell whether an element that fits meets the other conditions; of fitting ancestors the nearest is taken."""
        if self.counts and not element.stands:
            return False
        if not self.last.plain and not self.last.allows(element, meter):
            return False
        at: Element | None = element
        for how, compound in self.above:
            at = _next(at, how)
            steps = 0
            while at is not None and not compound.meets(at, meter):
                steps += 1
                at = _next(at, how) if how in " ~" and steps < _HIGHEST else None
            if at is None:
                return False
        return True


def _next(at: Element | None, how: str) -> Element | None:
    """The element that a combinator leads to from another one, seen from the last to the first of a selector."""
    return None if at is None else at.previous if how in "+~" else at.parent


def read_selector(selector: str, declarations: tuple[tuple[str, str, bool], ...], order: int) -> Rule | None:
    """Return the rule of one selector without commas; None where it is not understood, never applies or is endless."""
    if len(selector) > _LONGEST:
        return None
    steps = list(_STEP.finditer(selector))
    read = [_compound(step.group()) for step in steps]
    known = [c for c in read if c is not None]
    ends = [0, *(step.end() for step in steps)]
    between = [selector[a : step.start()].strip() for a, step in zip(ends, steps, strict=False)]
    combinators = [how or " " for how in between[1:]]
    understood = len(known) == len(read) and set(combinators) <= {" ", ">", "+", "~"}
    if not known or not understood or len(read) > _MOST_STEPS or between[0] or selector[ends[-1] :].strip():
        return None
    above = tuple(zip(reversed(combinators), reversed(known[:-1]), strict=True))
    ids = sum(len(c.ids) for c in known)
    classes = sum(len(c.classes) + len(c.attributes) + len(c.never) + len(c.places) for c in known)
    tags = sum(bool(c.tag) for c in known)
    last = known[-1]
    needs = frozenset(key for how, c in above if how in " >" and (key := c.key))
    plain = last.plain and not above
    rank = (ids, classes, tags, order)
    counts = any(c.counts for c in known)
    beside = not {"+", "~"}.isdisjoint(combinators)
    return Rule(last, above, rank, declarations, _for_people(last, selector), needs, plain, counts, beside)


def alternatives(selectors: str) -> list[str]:
    """Cut a list of selectors at its commas, but not at those inside brackets.

    >>> alternatives("a, b:is(i, u)")
    ['a', 'b:is(i, u)']
    """
    found = _ONE.findall(selectors) if "(" in selectors else selectors.split(",")
    return [selector.strip() for selector in found]


@lru_cache(maxsize=8192)
def _compound(text: str) -> Compound | None:
    parts: dict[str, list[str]] = {}
    at = 0
    for found in _PART.finditer(text):
        if found.start() != at:
            return None
        at, kind = found.end(), found.lastgroup or ""
        parts.setdefault(kind, []).append(found[kind])
    if at != len(text) or not text:
        return None
    attributes = [_ATTRIBUTE.fullmatch(attribute) for attribute in parts.get("attr", ())]
    never = [_group(group) for group in parts.get("neg", ())]
    either = [_group(group) for group in parts.get("any", ())]
    places = [_place(place.lower()) for place in parts.get("place", ())]
    if not all((*attributes, *never, *either, *places)):
        return None
    tag = parts.get("tag", ["*"])[-1].lower()
    return Compound(
        "html" if "root" in parts else "" if tag == "*" else tag,
        tuple(sorted(set(parts.get("id", ())))),
        tuple(sorted(set(parts.get("cls", ())))),
        tuple((match[1].lower(), match[2] or "", match[3] or "") for match in attributes if match),
        tuple(compound for group in never for compound in group),
        tuple(either),
        tuple(place for asked in places for place in asked),
    )


def _group(text: str) -> tuple[Compound, ...]:
    """Read the list inside `:not()` or `:is()`; () where one of it is more than one element's conditions."""
    read = [_compound(one) for one in alternatives(text)]
    known = tuple(c for c in read if c is not None)
    return known if len(known) == len(read) else ()


def _place(text: str) -> tuple[tuple[int, int, int], ...]:
    """Give `:nth-child(2n+1)` and the like as `Compound.places` has them; () where it is not understood."""
    name, _, asked = text.rstrip(")").partition("(")
    alike = 1 if name.endswith("of-type") else 0
    if name.startswith("only"):
        return (alike, 0, 1), (alike + 2, 0, 1)
    which = alike + (2 if "last-" in name else 0)
    if not asked:
        return ((which, 0, 1),) if name.startswith(("first", "last")) else ()
    formula = {"odd": "2n+1", "even": "2n"}.get(asked.strip(), "".join(asked.split()))
    found = _NTH.fullmatch(formula) if len(formula) <= _LONGEST_NUMBER else None
    if not found or not formula:
        return ()
    a = {None: 0, "": 1, "+": 1, "-": -1}.get(found[1])
    return ((which, int(found[1]) if a is None else a, int(found[2] or 0)),)


def _for_people(last: Compound, selector: str) -> str:
    if last.ids:
        return f"id {min(last.ids)}"
    if last.classes:
        return f"class {min(last.classes)}"
    return f"rule {selector[:60]}"
