"""Animations that leave an element as their last frame has it: what it declares then counts as the element's own.

A text fades in (`opacity:0` until the end) or is taken away so. What goes back to where it began is passed over.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FRAMES = re.compile(r"@(?:-webkit-)?keyframes\s+([\w-]{1,60})\s*\{((?:[^{}]{0,100}\{[^{}]{0,200}\}){1,40})\s*\}")
_LAST = re.compile(r"(?:^|[\s,}])(?:to|100%)\s*(?:,[^{}]*)?\{([^{}]*)\}")
_STAYS = re.compile(r"animation(?:-fill-mode)?\s*:[^;{}]{0,200}\b(?:forwards|both)\b")
_NAMED = re.compile(r"animation(?:-name)?\s*:([^;{}]{0,200})")
_NAME = re.compile(r"[\w-]+")
_MOST = 4
"""Animations of one rule that are followed."""


def ends_of(sources: Iterable[str]) -> dict[str, str]:
    """Return what the last frame of each animation in style sheets declares.

    >>> ends_of([".a{animation:in 1s both}@keyframes in{from{opacity:0}to{opacity:1}}"])
    {'in': 'opacity:1'}
    """
    return {
        found[1]: last[1]
        for source in sources
        if "keyframes" in source and ("forwards" in source or "both" in source)
        for found in _FRAMES.finditer(source)
        if (last := _LAST.search(found[2]))
    }


def ended(body: str, ends: Mapping[str, str]) -> str:
    """Return a rule's declarations with those of the animation that it ends with.

    >>> ended("opacity:0;animation:in 1s forwards", {"in": "opacity:1"})
    'opacity:0;animation:in 1s forwards;opacity:1'
    """
    if "animation" not in body or not _STAYS.search(body):
        return body
    names = dict.fromkeys(name for found in _NAMED.finditer(body) for name in _NAME.findall(found[1]) if name in ends)
    return ";".join([body, *(ends[name] for name in list(names)[:_MOST])])
