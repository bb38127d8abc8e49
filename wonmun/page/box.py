"""How an element's box keeps what is in it from being seen: not drawn, moved away, cropped, behind the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.page.lengths import pixels

if TYPE_CHECKING:
    from wonmun.page.element import Declared

FAR = 480.0
"""Pixels past the edge from which a text counts as off screen: carousels and badges stay within that."""
BOX = frozenset(
    {
        "display", "content-visibility", "opacity", "filter", "left", "right", "top", "bottom", "margin", "margin-left",
        "margin-top", "inset", "translate", "transform", "scale", "clip", "clip-path", "overflow", "overflow-x",
        "overflow-y", "zoom",
    }
)  # fmt: skip
"""Without any of these no element's box hides what is in it."""
_CROPPED = frozenset({"hidden", "clip", "auto", "scroll"})
_NO_CLIP = re.compile(
    r"circle\(\s*0(?![.\d])|ellipse\(\s*0(?![.\d])|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*,\s*0(?:px|%)?\s+0"
)
_INSET = re.compile(r"inset\(([^()]*)\)")
_SCALED = re.compile(r"(scale|matrix|rotate)(?:3d|[xy])?\(([^()]*)\)")
FAINT = 0.05
"""Opacity, or scale, up to which nobody sees anything."""
_CUT = 300.0
"""Pixels from its top or left that a text is cropped by to be gone: few are as large."""
_FILTERED = re.compile(r"opacity\(\s*([\d.]+%?)\s*\)")
_MOVED = re.compile(r"translate(?:3d|x|y)?\(([^)]*)\)")
_RECT = re.compile(r"rect\(([^)]*)\)")


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
    if opacity(declared) <= FAINT:
        return said(declared, "opacity", "filter")
    return _moved_away(declared) or _transformed(declared) or _clipped(declared) or _no_room(declared)


def opacity(declared: Declared) -> float:
    """Give how much of an element its own opacity and filter leave, 0..1.

    >>> opacity({"opacity": (".5", "style"), "filter": ("blur(2px) opacity(20%)", "style")})
    0.1
    """
    shares = [declared.get("opacity", ("1", ""))[0], *_FILTERED.findall(declared.get("filter", ("", ""))[0])]
    left = 1.0
    for share in shares:
        value = pixels(share.rstrip("%"))
        if value is not None:
            left *= min(1.0, max(0.0, value / (100 if share.endswith("%") else 1)))
    return left


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
    for name in ("margin-left", "margin-top", "margin"):
        if _least(get(name, "").split()) <= -FAR:
            return said(declared, name)
    return ""


def _transformed(declared: Declared) -> str:
    """Say what moves an element away after it has been laid out, or leaves it no size."""
    get = {name: value for name, (value, _) in declared.items()}.get
    if _least(get("translate", "").split()) <= -2 * FAR:
        return said(declared, "translate")
    moved = _MOVED.search(get("transform", ""))
    far_off = moved is not None and _least(moved.group(1).split(",")) <= -2 * FAR
    if far_off or any(_flat(how, args) for how, args in _SCALED.findall(get("transform", ""))):
        return said(declared, "transform")
    if "scale" in declared and _flat("scale", get("scale", "").replace(" ", ",")):
        return said(declared, "scale")
    if "zoom" in declared and _flat("scale", get("zoom", "").replace("%", "e-2")):
        return said(declared, "zoom")
    return ""


def _least(lengths: list[str]) -> float:
    return min((p for p in map(pixels, lengths) if p is not None), default=0.0)


def _flat(how: str, arguments: str) -> bool:
    """Tell whether a scale, a matrix or a turn on its edge leaves no width or no height."""
    if how == "rotate":
        return arguments.strip() in {"90deg", "-90deg", "270deg"}
    try:
        numbers = [float(number) for number in arguments.split(",")]
    except ValueError:
        return False
    if how == "matrix" and len(numbers) == 6:
        return abs(numbers[0] * numbers[3] - numbers[1] * numbers[2]) <= FAINT**2
    return how == "scale" and any(abs(n) <= FAINT for n in numbers[:2])


def _clipped(declared: Declared) -> str:
    get = {name: value for name, (value, _) in declared.items()}.get
    path = get("clip-path", "")
    if _NO_CLIP.search(path) or ((inset := _INSET.search(path)) and _nothing_left(inset.group(1))):
        return said(declared, "clip-path")
    if (found := _RECT.search(get("clip", ""))) and get("position", "") in {"absolute", "fixed"}:
        edges = [pixels(edge) for edge in re.split(r"[\s,]+", found.group(1).strip())]
        none = len(edges) == 4 and all(e is not None and abs(e) <= 2 for e in edges)
        if none or (len(edges) == 4 and max(edges[0] or 0, edges[3] or 0) >= _CUT):
            return said(declared, "clip", "position")
    return ""


def _nothing_left(inset: str) -> bool:
    """Tell whether `inset()` crops all of the height or all of the width, in percents."""
    edges = inset.partition("round")[0].split()[:4]
    if not edges:
        return False
    top, right, bottom, left = (edges * 4)[:4] if len(edges) != 3 else (*edges, edges[1])
    return any(_percent(one) + _percent(other) >= 100 for one, other in ((top, bottom), (left, right)))


def _percent(length: str) -> float:
    return (pixels(length) or 0) / 12.8 if length.endswith("%") else 0


def _no_room(declared: Declared) -> str:
    get = {name: value for name, (value, _) in declared.items()}.get
    overflow = {*get("overflow", "").split(), get("overflow-x", ""), get("overflow-y", "")}
    if not overflow & _CROPPED:
        return ""
    for name in ("height", "width", "max-height", "max-width"):
        size = pixels(get(name, ""))
        if size is not None and size <= 2:
            return said(declared, name, "overflow", "overflow-x", "overflow-y")
    indent = pixels(get("text-indent", ""))
    return said(declared, "text-indent", "overflow") if indent is not None and indent >= 2 * FAR else ""
