"""Media queries: whether rules hold on a desktop screen, light, with a mouse, that runs scripts."""

from __future__ import annotations

import re
from functools import lru_cache

from wonmun.page.lengths import HEIGHT, WIDTH, pixels

_IS = {
    "orientation": "landscape",
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-reduced-data": "no-preference",
    "prefers-contrast": "no-preference",
    "forced-colors": "none",
    "scripting": "enabled",
    "update": "fast",
    "display-mode": "browser",
    "color-gamut": "srgb",
    "overflow-block": "scroll",
    "grid": "0",
}
_NOTHING = frozenset({"none", "no-preference", "0"})
"""Values that a feature asked for without one does not count as having."""
_MEASURES = {
    "width": WIDTH,
    "device-width": WIDTH,
    "height": HEIGHT,
    "device-height": HEIGHT,
    "color": 8.0,
    "monochrome": 0.0,
    "resolution": 1.0,
    "-webkit-device-pixel-ratio": 1.0,
    "aspect-ratio": WIDTH / HEIGHT,
    "device-aspect-ratio": WIDTH / HEIGHT,
}
_LONGEST = 300
"""Characters of a list of queries that is read; a longer one is not met."""
_INNERMOST = re.compile(r"\(([^()]*)\)")
_RANGE = re.compile(r"([^<>=]*?)\s*(<=|>=|<|>|=)\s*([^<>=]*?)(?:\s*(<=|>=|<|>)\s*([^<>=]*))?")
_RATIO = re.compile(r"([\d.]+)\s*/\s*([\d.]+)")
_RESOLUTION = re.compile(r"([\d.]+)(dppx|dpi|dpcm|x)")
_DOTS = {"dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 1 / 38}
_TRUE, _FALSE, _UNKNOWN = "\x01", "\x02", "\x03"
"""What a condition in brackets is replaced by; an unknown one is not met, nor is its opposite."""


@lru_cache(512)
def met(queries: str) -> bool:
    """Tell whether one of a list of media queries is met; an empty list is.

    >>> met("screen and (min-width: 40em)"), met("not print"), met("(width < 600px)"), met("print, (hover)")
    (True, True, False, True)
    """
    if len(queries) > _LONGEST:
        return False
    return not queries.strip() or any(_one(query) for query in queries.lower().split(","))


def _one(query: str) -> bool:
    while found := _INNERMOST.search(query):
        inner = found.group(1)
        value = _joined(inner.split()) if any(mark in inner for mark in (_TRUE, _FALSE, _UNKNOWN)) else _feature(inner)
        query = f"{query[: found.start()]} {value} {query[found.end() :]}"
    return _joined(query.split()) == _TRUE


def _joined(words: list[str]) -> str:
    """Put the words of a query together: `not`, a kind of screen, conditions joined by `and` or `or`."""
    if words and words[0] == "not":
        return {_TRUE: _FALSE, _FALSE: _TRUE}.get(_joined(words[1:]), _UNKNOWN)
    values = [_word(word) for word in words if word not in {"only", "and", "or"}]
    if "or" in words:
        return _TRUE if _TRUE in values else _UNKNOWN if _UNKNOWN in values else _FALSE
    return _FALSE if _FALSE in values else _UNKNOWN if _UNKNOWN in values or not values else _TRUE


def _word(word: str) -> str:
    if word in {_TRUE, _FALSE, _UNKNOWN}:
        return word
    return _TRUE if word in {"screen", "all"} else _FALSE


def _feature(text: str) -> str:
    """Say whether one feature is as asked: `min-width: 600px`, `400px <= width < 60em`, `hover`."""
    name, colon, value = (part.strip() for part in text.partition(":"))
    if colon:
        return _given(name, value)
    if found := _RANGE.fullmatch(text.strip()):
        left, how, middle, then, right = found.groups()
        if then:
            return _joined([_compared(middle, _turned(how), left), _compared(middle, then, right)])
        return _compared(left, how, middle) if left in _MEASURES else _compared(middle, _turned(how), left)
    if name in _MEASURES:
        return _said(bool(_MEASURES[name]))
    return _said(_IS[name] not in _NOTHING) if name in _IS else _UNKNOWN


def _given(name: str, value: str) -> str:
    if name in _IS:
        return _said(_IS[name] == value)
    for limit, how in (("min-", ">="), ("max-", "<=")):
        if limit in name and (plain := name.replace(limit, "", 1)) in _MEASURES:
            return _compared(plain, how, value)
    return _compared(name, "=", value)


def _compared(name: str, how: str, value: str) -> str:
    have, asked = _MEASURES.get(name), _measure(value)
    if have is None or asked is None:
        return _UNKNOWN
    return _said(("<" in how and have < asked) or (">" in how and have > asked) or ("=" in how and have == asked))


def _measure(value: str) -> float | None:
    try:
        if found := _RATIO.fullmatch(value):
            return float(found.group(1)) / float(found.group(2))
        if found := _RESOLUTION.fullmatch(value):
            return float(found.group(1)) * _DOTS[found.group(2)]
    except (ValueError, ZeroDivisionError):
        return None
    return pixels(value)


def _turned(how: str) -> str:
    return how.translate({ord("<"): ">", ord(">"): "<"})


def _said(holds: bool) -> str:  # noqa: FBT001 - what it is given is all it says
    return _TRUE if holds else _FALSE
