"""The page's own style sheets: which declarations fall on which element.

No browser's cascade, but the part of it that hiding text needs: tags, ids, classes, attributes, `:not()`, descendants and
children, specificity, `!important`, and the media queries that a desktop screen meets. What depends on the
reader's doing (`:hover`), on siblings or on a count never applies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bs4 import Tag

PROPERTIES = frozenset(
    "display visibility content-visibility position left right top bottom inset width height max-width max-height overflow "
    "overflow-x overflow-y font font-size text-indent line-height opacity filter clip clip-path transform scale color background "
    "background-color background-image margin margin-left margin-top".split()
)
"""The ones that can hide a text; a rule without any of them is dropped."""
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_MARK = re.compile(r"[{};]|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
_PART = re.compile(r"#(?P<id>[\w\u0080-\uffff-]+)|\.(?P<cls>[\w\u0080-\uffff-]+)|\[(?P<attr>[^\]]*)\]|(?P<tag>\*|[A-Za-z][\w-]*)"
                   r"|:not\((?P<neg>[^()]*)\)|(?P<root>:root\b)")  # fmt: skip
_STEP = re.compile(r"\s*([>+~])\s*|\s+")
_ATTRIBUTE = re.compile(r"\s*([\w-]+)\s*(?:([~|^$*]?=)\s*[\"']?(.*?)[\"']?\s*[is]?)?\s*")
_WIDTH = re.compile(r"\((min|max)-(?:device-)?width\s*:\s*([\d.]+)(px|r?em)\)")
_SCREEN = 1280.0
_MOST_RULES = 5000
_HIGHEST = 60
"""Ancestors looked at for one selector: real style sheets need a few, and a page may nest a million deep."""

Declared = dict[str, tuple[str, str]]
"""Property → (value in lower case, where it comes from: `style` or the selector for people)."""


@dataclass(frozen=True, slots=True)
class Compound:
    """The conditions on one element: `div#top.wide[hidden]`."""

    tag: str = ""
    ids: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str, str], ...] = ()
    never: tuple[Compound, ...] = ()

    def meets(self, element: Tag) -> bool:
        """Tell whether the element fulfils all conditions."""
        attrs = element.attrs
        if (self.tag and self.tag != element.name) or (
            self.ids and not self.ids <= {str(attrs.get("id", ""))}
        ):
            return False
        if self.classes and not self.classes <= set(classes_of(element)):
            return False
        if not all(_attribute_meets(attrs.get(name), how, wanted) for name, how, wanted in self.attributes):
            return False
        return not any(compound.meets(element) for compound in self.never)


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector with its declarations; `above` are the conditions on ancestors, nearest first."""

    last: Compound
    above: tuple[tuple[str, Compound], ...]
    rank: tuple[int, int, int, int]
    declarations: tuple[tuple[str, str, bool], ...]
    name: str

    def meets(self, element: Tag) -> bool:
        """Tell whether the whole selector matches; after a descendant's the nearest fitting ancestor is taken."""
        if not self.last.meets(element):
            return False
        at = element.parent
        for how, compound in self.above:
            steps = 0
            while at is not None and not compound.meets(at):
                steps += 1
                at = at.parent if how == " " and steps < _HIGHEST else None
            if at is None:
                return False
            at = at.parent
        return True


@dataclass(slots=True)
class Sheet:
    """All rules of a page, found by the id, class or tag that they end in."""

    by_key: dict[str, list[Rule]] = field(default_factory=dict)
    count: int = 0

    @classmethod
    def of(cls, sources: Iterable[str]) -> Sheet:
        """Read the page's <style> elements, in order. Raises nothing; what is no CSS is passed over."""
        sheet = cls()
        for source in sources:
            for selector, body in _rules(_COMMENT.sub(" ", source)):
                declarations = tuple(declarations_of(body))
                if declarations:
                    sheet.add(selector, declarations)
        return sheet

    def add(self, selectors: str, declarations: tuple[tuple[str, str, bool], ...]) -> None:
        """Enter one rule under each of its selectors that is understood."""
        for selector in selectors.split(","):
            self.count += 1
            if self.count > _MOST_RULES:
                return
            if rule := _rule(selector.strip(), declarations, self.count):
                last = rule.last
                key = (
                    next((f"#{i}" for i in last.ids), "")
                    or next((f".{c}" for c in last.classes), "")
                    or last.tag
                )
                self.by_key.setdefault(key, []).append(rule)

    def declared(self, element: Tag) -> Declared:
        """Return what the style sheets and the element's own style attribute declare for it, the stronger winning."""
        inline = str(element.attrs.get("style", ""))
        rules = list(self._meeting(element)) if self.by_key else []
        if not rules and not inline:
            return {}
        ordered: list[tuple[bool, tuple[int, ...], str, str, str]] = [
            (important, rule.rank, name, value, rule.name)
            for rule in rules
            for name, value, important in rule.declarations
        ]
        ordered += [(imp, (9,), name, value, "style") for name, value, imp in declarations_of(inline)]
        ordered.sort(key=lambda entry: entry[:2])
        return {name: (value, source) for _, _, name, value, source in ordered}

    def _meeting(self, element: Tag) -> Iterator[Rule]:
        keys = [
            f"#{element.attrs.get('id', '')}",
            *(f".{c}" for c in dict.fromkeys(classes_of(element))),
            element.name,
            "",
        ]
        for key in keys:
            for rule in self.by_key.get(key, ()):
                if rule.meets(element):
                    yield rule


def classes_of(element: Tag) -> list[str]:
    """Return an element's classes; a parser that met the attribute twice may have made a string of it."""
    value = element.attrs.get("class") or ()
    return value.split() if isinstance(value, str) else list(value)


def declarations_of(body: str) -> Iterator[tuple[str, str, bool]]:
    """Yield (property, value, important) of the declarations that can hide a text.

    >>> list(declarations_of("Color:red; LEFT : -99px !important"))
    [('color', 'red', False), ('left', '-99px', True)]
    """
    for declaration in body.split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if colon and name in PROPERTIES:
            value, _, important = " ".join(value.lower().split()).partition("!")
            yield name, value.strip(), important.strip() == "important"


def _rules(source: str) -> Iterator[tuple[str, str]]:
    """Yield (selectors, declarations) of the rules in force on a screen, in one pass."""
    start, stack = 0, [True]  # one entry an open brace: whether what is in it counts
    selector = ""
    for found in _MARK.finditer(source):
        mark = found.group()
        if mark == "{":
            prelude = source[start : found.start()].strip()
            grouping = prelude.startswith("@")
            stack.append(stack[-1] and grouping and _in_force(prelude.lower()))
            selector = "" if grouping or not stack[-2] else prelude
        elif mark == "}":
            if selector:
                yield selector, source[start : found.start()]
            selector = ""
            if len(stack) > 1:
                stack.pop()
        elif mark != ";" or selector:
            continue
        start = found.end()
    if selector:  # a sheet cut off in the middle of a rule: browsers close it
        yield selector, source[start:]


def _in_force(prelude: str) -> bool:
    if prelude.startswith(("@supports", "@layer", "@scope")):
        return True
    if not prelude.startswith("@media"):
        return False
    return any(_query_holds(query) for query in prelude[6:].split(","))


def _query_holds(query: str) -> bool:
    if re.search(r"\b(print|speech|not)\b", query):
        return False
    for which, number, unit in _WIDTH.findall(query):
        try:
            width = float(number) * (1 if unit == "px" else 16)
        except ValueError:
            return False
        if (which == "min") != (width <= _SCREEN):
            return False
    return "(" not in _WIDTH.sub("", query)  # other features: unknown, so not taken as met


def _rule(selector: str, declarations: tuple[tuple[str, str, bool], ...], order: int) -> Rule | None:
    compounds, combinators, at = [], [], 0
    for step in _STEP.finditer(selector):
        compounds.append(selector[at : step.start()])
        combinators.append(step.group(1) or " ")
        at = step.end()
    compounds.append(selector[at:])
    read = [_compound(text) for text in compounds]
    if any(c is None for c in read) or {"+", "~"} & set(combinators):
        return None
    known = [c for c in read if c is not None]
    above = tuple(zip(reversed(combinators), reversed(known[:-1]), strict=True))
    ids = sum(len(c.ids) for c in known)
    classes = sum(len(c.classes) + len(c.attributes) + len(c.never) for c in known)
    tags = sum(bool(c.tag) for c in known)
    return Rule(known[-1], above, (ids, classes, tags, order), declarations, _for_people(known[-1], selector))


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
    return Compound(tag, frozenset(ids), frozenset(classes), tuple(attributes), tuple(never))


def _for_people(last: Compound, selector: str) -> str:
    if last.ids:
        return f"id {min(last.ids)}"
    if last.classes:
        return f"class {min(last.classes)}"
    return f"rule {selector[:60]}"


def _attribute_meets(value: object, how: str, wanted: str) -> bool:
    if value is None:
        return False
    text = " ".join(value) if isinstance(value, list) else str(value)
    match how:
        case "":
            return True
        case "=":
            return text == wanted
        case "~=":
            return wanted in text.split()
        case "|=":
            return text == wanted or text.startswith(f"{wanted}-")
        case "^=":
            return bool(wanted) and text.startswith(wanted)
        case "$=":
            return bool(wanted) and text.endswith(wanted)
    return bool(wanted) and wanted in text
