"""CSS lengths in pixels, those that `calc()` works out included."""

from __future__ import annotations

import re

WIDTH, HEIGHT = 1280.0, 720.0
"""The window that pages are thought to stand in, in pixels."""
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)"
_LENGTH = re.compile(rf"({_NUMBER})(px|r?em|ex|ch|pt|pc|cm|mm|in|[sld]?v[wh]|%)?")
_TERM = re.compile(rf"(\s+[+-]\s+|\s*[*/]\s*|^\s*)({_NUMBER})([a-z%]*)")
_PIXELS = {"px": 1, "em": 16, "rem": 16, "ex": 8, "ch": 8, "pt": 1.33, "pc": 16, "cm": 38, "mm": 3.8, "in": 96}
_LONGEST = 80
"""Characters of a calculation that is worked out."""


def pixels(value: str) -> float | None:
    """Return a CSS length in pixels (percents as hundredths of a 1280 px screen), None for what is no length.

    >>> pixels("-2em"), pixels("0"), pixels("auto"), pixels("-100%"), pixels("calc(-100vw - 20px)")
    (-32.0, 0.0, None, -1280.0, -1300.0)
    """
    value = value.strip()
    if value.startswith("calc(") and value.endswith(")"):
        return _worked_out(value[5:-1].strip()) if len(value) <= _LONGEST else None
    found = _LENGTH.fullmatch(value)
    return _scaled(found.group(1), found.group(2) or "") if found else None


def _scaled(number: str, unit: str) -> float:
    if unit in {"", "%"}:
        return float(number) * (WIDTH / 100 if unit else 1)
    if unit.endswith(("vw", "vh")):
        return float(number) * (WIDTH if unit.endswith("w") else HEIGHT) / 100
    return float(number) * _PIXELS[unit]


def _worked_out(text: str) -> float | None:
    """Add up the products of a calculation without brackets in it."""
    terms: list[float] = []
    at = 0
    while found := _TERM.match(text, at):
        at = found.end()
        how, value = found.group(1).strip(), pixels(found.group(2) + found.group(3))
        if value is None or found.group(3) == "%" or (how == "/" and not value):
            return None  # percents are of what the element stands in: `calc(50% - 9999px)` widens a stripe's ground
        if how in {"*", "/"} and terms:
            terms[-1] *= value if how == "*" else 1 / value
        else:
            terms.append(-value if how == "-" else value)
    return sum(terms) if terms and at == len(text) else None
