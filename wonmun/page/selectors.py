"""CSS selectors: which elements they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.page.element import Element

_PART = re.compile(
    r"#(?P<id>[\w\u0080-\uffff-]+)|\.(?P<cls>[\w\u0080-\uffff-]+)|\[(?P<attr>[^\]]*)\]"
    r"|(?P<tag>\*|[A-Za-z][\w-]*)|:not\((?P<neg>[^()]*)\)|(?P<root>:root\b)"
)
_STEP = re.compile(r"\s*([>+~])\s*|\s+")
_ATTRIBUTE = re.compile(r"\s*([\w-]+)\s*(?:([~|^$*]?=)\s*[\"']?(.*?)[\"']?\s*[is]?)?\s*")
_HIGHEST = 30
"""Ancestors looked at for one selector: real style sheets need a few, and a page may nest a million deep."""
_LONGEST, _MOST_STEPS = 500, 20
"""Characters, and elements from the first to the last, of a selector that is read."""
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

    @property
    def plain(self) -> bool:
        """Whether name, id and classes of an element decide."""
        return not self.attributes and not self.never

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
        """Tell whether the element's other attributes are right, and none of the `:not()` holds."""
        for name, how, wanted in self.attributes:
            value = element.attrs.get(name)
            meter.spent += 1 + len(value or "") // _LENGTH
            if value is None or (how and not _COMPARE[how](value, wanted)):
                return False
        return not any(compound.meets(element, meter) for compound in self.never)


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

    def possible(self, around: frozenset[str]) -> bool:
        """Tell whether all that it asks of ancestors stands around an element (see `Element.around`) at all."""
        return self.needs <= around or "*" in around

    def holds(self, element: Element, meter: Meter) -> bool:
        """Tell whether an element that fits meets the other conditions; of fitting ancestors the nearest is taken."""
        if not self.last.plain and not self.last.allows(element, meter):
            return False
        at = element.parent
        for how, compound in self.above:
            steps = 0
            while at is not None and not compound.meets(at, meter):
                steps += 1
                at = at.parent if how == " " and steps < _HIGHEST else None
            if at is None:
                return False
            at = at.parent
        return True


def read_selector(selector: str, declarations: tuple[tuple[str, str, bool], ...], order: int) -> Rule | None:
    """Return the rule of one selector without commas; None where it is not understood, never applies or is endless."""
    if len(selector) > _LONGEST:
        return None
    compounds, combinators, at = [], [], 0
    for step in _STEP.finditer(selector):
        compounds.append(selector[at : step.start()])
        combinators.append(step.group(1) or " ")
        at = step.end()
    compounds.append(selector[at:])
    read = [_compound(text) for text in compounds]
    if len(read) > _MOST_STEPS or any(c is None for c in read) or {"+", "~"} & set(combinators):
        return None
    known = [c for c in read if c is not None]
    above = tuple(zip(reversed(combinators), reversed(known[:-1]), strict=True))
    ids = sum(len(c.ids) for c in known)
    classes = sum(len(c.classes) + len(c.attributes) + len(c.never) for c in known)
    tags = sum(bool(c.tag) for c in known)
    last = known[-1]
    needs = frozenset(key for c in known[:-1] if (key := c.key))
    plain = last.plain and not above
    return Rule(last, above, (ids, classes, tags, order), declarations, _for_people(last, selector), needs, plain)


@lru_cache(maxsize=8192)
def _compound(text: str) -> Compound | None:
    tag, ids, classes, attributes, never, at = "", set(), set(), [], [], 0
    for found in _PART.finditer(text):
        if found.start() != at:
            return None
        at = found.end()
        kind = found.lastgroup
        if kind == "id":
            ids.add(found["id"])
        elif kind == "cls":
            classes.add(found["cls"])
        elif kind == "attr":
            match = _ATTRIBUTE.fullmatch(found["attr"])
            if match is None:
                return None
            attributes.append((match[1].lower(), match[2] or "", match[3] or ""))
        elif kind == "neg":
            inner = _compound(found["neg"].strip())
            if inner is None:
                return None
            never.append(inner)
        else:
            tag = {"*": "", ":root": "html"}.get(found.group(), found.group().lower())
    if at != len(text) or not text:
        return None
    return Compound(tag, tuple(sorted(ids)), tuple(sorted(classes)), tuple(attributes), tuple(never))


def _for_people(last: Compound, selector: str) -> str:
    if last.ids:
        return f"id {min(last.ids)}"
    if last.classes:
        return f"class {min(last.classes)}"
    return f"rule {selector[:60]}"
