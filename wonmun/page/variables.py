"""CSS variables: what `var(--x)` stands for where an element uses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.page.element import Declared, Element
    from wonmun.page.selectors import Meter

_USE = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,([^()]*))?\)")
_HIGHEST = 30
"""Ancestors asked for a variable, the nearest first; then the page itself, where nearly all are declared."""
_ROUNDS, _LONGEST = 4, 200
"""Variables within variables that are followed, and characters up to which a value is filled in."""


class Variables:
    """Fills in the variables of one page's elements, which must come parents first."""

    def __init__(self, meter: Meter) -> None:
        """`meter` counts the work."""
        self._meter = meter
        self._page: Declared = {}  # what the html element declares

    def fill(self, element: Element, declared: Declared) -> Declared:
        """Keep the element's own variables for what stands in it, and fill in those that its properties use.

        A value with a variable that the page does not declare stays as it is written: a sheet from elsewhere may
        know it.
        """
        self._meter.spent += len(declared)
        if any(name.startswith("--") for name in declared):
            element.variables = declared
            if element.parent is None:
                self._page = declared
        return {
            name: (self._filled(element, value) if "var(" in value else value, source)
            for name, (value, source) in declared.items()
            if not name.startswith("--")
        }

    def _filled(self, element: Element, value: str) -> str:
        for _ in range(_ROUNDS):
            if "var(" not in value or len(value) > _LONGEST:
                break
            value = _USE.sub(lambda use: self._value(element, use), value)
        return value.strip()

    def _value(self, element: Element, use: re.Match[str]) -> str:
        name, fallback = use.groups()
        at: Element | None = element
        for _ in range(_HIGHEST):
            self._meter.spent += 1
            if at is None:
                break
            if at.variables and name in at.variables:
                return at.variables[name][0]
            at = at.parent
        if name in self._page:
            return self._page[name][0]
        return use.group() if fallback is None else fallback
