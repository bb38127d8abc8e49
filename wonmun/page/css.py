"""The page's own style sheets: their rules, as far as these can hide a text.

No browser's cascade, but the part of it that hiding text needs: tags, ids, classes, attributes, `:not()`, `:is()`,
`:nth-child()` and its kin, descendants and children, specificity, `!important`, variables, and the media queries that
a desktop screen meets. What depends on the reader's doing (`:hover`) or on siblings (`+`, `~`) never applies.
"""

# ruff: noqa: SIM905 - lists of words read better as words than as rows of quoted literals
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wonmun.page.selectors import Rule, alternatives, read_selector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROPERTIES = frozenset(
    "display visibility content-visibility position left right top bottom width height max-width "
    "max-height overflow overflow-x overflow-y font font-size text-indent opacity filter clip clip-path "
    "transform scale color background background-color background-image margin margin-left margin-top "
    "z-index isolation inset translate".split()
)
"""The ones that can hide a text; a rule without any of them, or a variable, is dropped."""
_PLACED = PROPERTIES.difference(
    "left right top bottom width max-width height max-height background background-color background-image margin "
    "margin-left margin-top isolation inset".split()
)
"""One of these a rule that counts siblings must have: where all it does is to move and to paint (a row's first cell
without margin, striped tables), counting would cost a second pass over the page for nothing."""
_LONGEST_VALUE = 60
"""Characters of a variable's value that is kept: what hides is short, lists of fonts are long."""
_MOST_VARIABLES = 300
"""Variables kept of a page's sheets, the first ones; a large blog theme declares some 150."""
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_DECLARATION = re.compile(r"[^;]+")
_MARK = re.compile(r"[{};\"']")
_STRING = {'"': re.compile(r"(?:[^\"\\\n]|\\.)*"), "'": re.compile(r"(?:[^'\\\n]|\\.)*")}
_WIDTH = re.compile(r"\((min|max)-(?:device-)?width\s*:\s*([\d.]+)(px|r?em)\)")
_SCREEN = 1280.0
_MOST_RULES, _MOST_ALIKE = 5000, 64
"""Rules kept of a page, and of those that end in the same id, class or tag: the last ones, which win ties."""


@dataclass(slots=True)
class Sheet:
    """All rules of a page, found by the id, class or tag that they end in."""

    by_key: dict[str, list[Rule]] = field(default_factory=dict)
    count: int = 0
    counts: bool = False
    """Some rule asks for places among siblings."""
    beside: bool = False
    """Some rule asks for what stands before a sibling."""
    variables: int = 0
    """How many declarations of variables have been kept."""

    @classmethod
    def of(cls, sources: Iterable[str]) -> Sheet:
        """Read the page's <style> elements, in order. Raises nothing; what is no CSS is passed over."""
        sheet = cls()
        for source in sources:
            for selector, body in _rules(_COMMENT.sub(" ", source)):
                declarations = sheet.within(strongest(body))
                if declarations:
                    sheet.add(selector, declarations)
        return sheet

    def within(self, declarations: tuple[tuple[str, str, bool], ...]) -> tuple[tuple[str, str, bool], ...]:
        """Give declarations without the variables that are too many for one page."""
        own = [d for d in declarations if d[0].startswith("--")]
        if not own:
            return declarations
        kept = set(own[: max(0, _MOST_VARIABLES - self.variables)])
        self.variables += len(kept)
        return tuple([d for d in declarations if d in kept or not d[0].startswith("--")])

    def add(self, selectors: str, declarations: tuple[tuple[str, str, bool], ...]) -> None:
        """Enter one rule under each of its selectors that is understood."""
        placed = any(name in _PLACED for name, _, _ in declarations)
        for selector in alternatives(selectors):
            self.count += 1
            if self.count > _MOST_RULES:
                return
            rule = read_selector(selector, declarations, self.count)
            if rule and (placed or not rule.counts):
                self.counts = self.counts or rule.counts
                self.beside = self.beside or rule.beside
                alike = self.by_key.setdefault(rule.last.key, [])
                alike.append(rule)
                del alike[:-_MOST_ALIKE]


def strongest(body: str) -> tuple[tuple[str, str, bool], ...]:
    """Give `declarations_of` without those that a later one in the same body overrides."""
    return tuple(
        {(name, important): (name, value, important) for name, value, important in declarations_of(body)}.values()
    )


def declarations_of(body: str) -> Iterator[tuple[str, str, bool]]:
    """Yield (property, value, important) of the declarations that can hide a text.

    >>> list(declarations_of("Color:red; LEFT : -99px !important"))
    [('color', 'red', False), ('left', '-99px', True)]
    """
    for declaration in _DECLARATION.finditer(body):
        name, colon, value = declaration.group().partition(":")
        name = name.strip().lower()
        if colon and (name in PROPERTIES or (name.startswith("--") and len(value) <= _LONGEST_VALUE)):
            value, _, important = " ".join(value.lower().split()).partition("!")
            yield name, value.strip(), important.strip() == "important"


def _rules(source: str) -> Iterator[tuple[str, str]]:
    """Yield (selectors, declarations) of the rules in force on a screen, in one pass."""
    start, at, stack = 0, 0, [True]  # one entry an open brace: whether what is in it counts
    selector = ""
    while found := _MARK.search(source, at):
        mark, at = found.group(), found.end()
        if mark in _STRING:
            text = _STRING[mark].match(source, at)
            at = text.end() + 1 if text else at
            continue
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
        elif selector:
            continue
        start = at
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
