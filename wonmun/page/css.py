"""The page's own style sheets: their rules, as far as these can hide a text.

No browser's cascade, but the part of it that hiding text needs: tags, ids, classes, attributes, `:not()`, `:is()`,
`:has()`, `:nth-child()` and its kin, what stands around or before, rules inside rules, specificity, layers,
`!important`, variables, and the media queries that a desktop screen meets. What depends on the reader's doing
(`:hover`) never applies.
"""

# ruff: noqa: SIM905 - lists of words read better as words than as rows of quoted literals
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wonmun.page.frames import ended, ends_of
from wonmun.page.nesting import Layers, rules
from wonmun.page.reading import alternatives, read_selector, unescaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wonmun.page.selectors import Rule

PROPERTIES = frozenset(
    "display visibility content-visibility position left right top bottom width height max-width "
    "max-height overflow overflow-x overflow-y font font-size text-indent opacity filter clip clip-path "
    "transform scale color background background-color background-image margin margin-left margin-top "
    "z-index isolation inset translate zoom -webkit-text-fill-color".split()
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
_HEX = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_LOGICAL = {
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "margin-inline-start": "margin-left",
    "margin-block-start": "margin-top",
    "inline-size": "width",
    "block-size": "height",
    "max-inline-size": "max-width",
    "max-block-size": "max-height",
    "-webkit-clip-path": "clip-path",
    "-webkit-transform": "transform",
}
"""Properties that say the same in text from left to right."""
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
    having: set[str] = field(default_factory=set)
    """What rules ask for inside `:has()`."""
    variables: int = 0
    """How many declarations of variables have been kept."""

    @classmethod
    def of(cls, sources: Iterable[str]) -> Sheet:
        """Read the page's <style> elements, in order. Raises nothing; what is no CSS is passed over."""
        sheet = cls()
        layers = Layers()
        plain = [_COMMENT.sub(" ", source) for source in sources]
        ends = ends_of(plain)
        for source in plain:
            for selector, body, layer in rules(source, layers):
                declarations = sheet.within(strongest(ended(body, ends) if ends else body))
                if declarations:
                    sheet.add(selector, declarations, layer)
        return sheet

    def within(self, declarations: tuple[tuple[str, str, bool], ...]) -> tuple[tuple[str, str, bool], ...]:
        """Give declarations without the variables that are too many for one page."""
        own = [d for d in declarations if d[0].startswith("--")]
        if not own:
            return declarations
        kept = set(own[: max(0, _MOST_VARIABLES - self.variables)])
        self.variables += len(kept)
        return tuple([d for d in declarations if d in kept or not d[0].startswith("--")])

    def add(self, selectors: str, declarations: tuple[tuple[str, str, bool], ...], layer: int) -> None:
        """Enter one rule under each of its selectors that is understood."""
        placed = any(name in _PLACED for name, _, _ in declarations)
        selectors = unescaped(selectors)
        for selector in alternatives(selectors):
            self.count += 1
            if self.count > _MOST_RULES:
                return
            rule = read_selector(selector, declarations, (layer, self.count))
            if rule and (placed or not (rule.counts or rule.having)):
                self.counts = self.counts or rule.counts
                self.having |= rule.having
                self.beside = self.beside or rule.beside
                alike = self.by_key.setdefault(rule.last.key, [])
                alike.append(rule)
                del alike[:-_MOST_ALIKE]


def written_in(style: str) -> tuple[tuple[str, str, bool], ...]:
    r"""Give `strongest` of a `style` attribute, which may hold comments, and letters by their numbers.

    >>> written_in(r"displa\79: no/**/ne")
    (('display', 'none', False),)
    """
    if "/*" in style:
        style = _COMMENT.sub("", style)
    if "\\" in style:
        style = _HEX.sub(lambda found: chr(min(int(found.group(1), 16), 0x10FFFF)), style)
    return strongest(style)


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
        name = _LOGICAL.get(name, name)
        if colon and (name in PROPERTIES or (name.startswith("--") and len(value) <= _LONGEST_VALUE)):
            value, _, important = " ".join(value.lower().split()).partition("!")
            yield name, value.strip(), important.strip() == "important"
