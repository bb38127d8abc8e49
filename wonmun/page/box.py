"""How an element's box keeps what is in it from being seen: not drawn, moved away, cropped, behind the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.page.element import Declared

_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))(px|r?em|ex|ch|pt|pc|cm|mm|in|vw|vh|%)?")
_PIXELS = {
    "px": 1,
    "em": 16,
    "rem": 16,
    "ex": 8,
    "ch": 8,
    "pt": 1.33,
    "pc": 16,
    "cm": 38,
    "mm": 3.8,
    "in": 96,
    "vw": 12.8,
    "vh": 7.2,
}
FAR = 480.0
"""Pixels past the edge from which a text counts as off screen: carousels and badges stay within that."""
BOX = frozenset(
    {
        "display", "content-visibility", "opacity", "filter", "left", "right", "top", "bottom", "margin", "margin-left",
        "margin-top", "inset", "translate", "transform", "scale", "clip", "clip-path", "overflow", "overflow-x",
        "overflow-y",
    }
)  # fmt: skip
"""Without any of these no element's box hides what is in it."""
_CROPPED = frozenset({"hidden", "clip", "auto", "scroll"})
_NO_CLIP = re.compile(
    r"inset\((?:50|[6-9]\d|100)(?:\.\d+)?%|circle\(0|ellipse\(0"
    r"|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*,\s*0(?:px|%)?\s+0"
)
_SCALED = re.compile(r"scale(?:3d|x|y)?\(\s*0*\.?0+\s*[,)]")
_MOVED = re.compile(r"translate(?:3d|x|y)?\(([^)]*)\)")
_RECT = re.compile(r"rect\(([^)]*)\)")


def pixels(value: str) -> float | None:
    """Return a CSS length in pixels (percents as hundredths of a 1280 px screen), None for what is no length.

    >>> pixels("-2em"), pixels("0"), pixels("auto"), pixels("-100%"), pixels("calc(-9px)")
    (-32.0, 0.0, None, -1280.0, -9.0)
    """
    found = _LENGTH.fullmatch(value.strip().removeprefix("calc(").strip(" )"))
    if not found:
        return None
    return float(found.group(1)) * (12.8 if found.group(2) == "%" else _PIXELS.get(found.group(2) or "px", 1))


def said(declared: Declared, *names: str) -> str:
    """Name what hides: `style display:none`, or `class zx1 (height:0; overflow:hidden)`."""
    present = [(n, *declared[n]) for n in names if n in declared]
    source = present[0][2]
    text = "; ".join(f"{name}:{value}" for name, value, _ in present)
    return f"style {text}" if source == "style" else f"{source} ({text})"


def box_hides(declared: Declared) -> str:
    """Say what keeps the whole of an element from being seen; "" = nothing."""
    get = {name: value for name, (value, _) in declared.items()}.get
    if get("display") == "none":
        return said(declared, "display")
    if get("content-visibility") == "hidden":
        return said(declared, "content-visibility")
    opacity = pixels(get("opacity", "1"))
    if opacity is not None and opacity <= 0.05:
        return said(declared, "opacity")
    if re.search(r"opacity\(\s*0*\.?0*%?\s*\)", get("filter", "")):
        return said(declared, "filter")
    return _moved_away(declared) or _clipped(declared) or _no_room(declared)


def behind(declared: Declared) -> bool:
    """Tell whether it lies beneath all that the page paints; a ground of its own layer would carry it."""
    if "z-index" not in declared or not declared["z-index"][0].startswith("-"):
        return False
    return declared.get("position", ("", ""))[0] in {"absolute", "fixed"}


def makes_layer(declared: Declared) -> bool:
    """Tell whether an element is a layer, out of which `z-index` leads nothing behind the page."""
    get = {name: value for name, (value, _) in declared.items()}.get
    ranked = get("z-index", "auto") != "auto" and get("position", "static") != "static"
    return ranked or get("isolation") == "isolate" or get("transform", "none") != "none"


def _moved_away(declared: Declared) -> str:
    get = {name: value for name, (value, _) in declared.items()}.get
    if get("position", "") in {"absolute", "fixed", "relative"}:
        for side in ("left", "top", "right", "bottom"):
            far = pixels(get(side, ""))
            if far is not None and (far <= -FAR or (side in {"left", "top"} and far >= 5000)):
                return said(declared, side, "position")
        if _least(get("inset", "").split()) <= -FAR:
            return said(declared, "inset", "position")
    if _least(get("translate", "").split()) <= -2 * FAR:
        return said(declared, "translate")
    for name in ("margin-left", "margin-top", "margin"):
        if _least(get(name, "").split()) <= -FAR:
            return said(declared, name)
    moved = _MOVED.search(get("transform", ""))
    far_off = moved is not None and _least(moved.group(1).split(",")) <= -2 * FAR
    if far_off or _SCALED.search(get("transform", "")) or get("scale") == "0":
        return said(declared, "transform", "scale")
    return ""


def _least(lengths: list[str]) -> float:
    return min((p for p in map(pixels, lengths) if p is not None), default=0.0)


def _clipped(declared: Declared) -> str:
    get = {name: value for name, (value, _) in declared.items()}.get
    if _NO_CLIP.search(get("clip-path", "")):
        return said(declared, "clip-path")
    if (found := _RECT.search(get("clip", ""))) and get("position", "") in {"absolute", "fixed"}:
        edges = [pixels(edge) for edge in re.split(r"[\s,]+", found.group(1).strip())]
        if len(edges) == 4 and all(e is not None and abs(e) <= 2 for e in edges):
            return said(declared, "clip", "position")
    return ""


def _no_room(declared: Declared) -> str:
    get = {name: value for name, (value, _) in declared.items()}.get
    overflow = {*get("overflow", "").split(), get("overflow-x", ""), get("overflow-y", "")}
    if not overflow & _CROPPED:
        return ""
    for name in ("height", "width", "max-height", "max-width"):
        size = pixels(get(name, ""))
        if size is not None and size <= 2:
            return said(declared, name, "overflow", "overflow-x", "overflow-y")
    return ""
