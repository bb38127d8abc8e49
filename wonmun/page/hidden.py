"""Which element's text a reader cannot see, and what hides it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wonmun.page.colour import Colour, alike, colour, ground, transparent

if TYPE_CHECKING:
    from wonmun.page.cascade import Declared
    from wonmun.page.element import Element

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
_FAR = 480.0
"""Pixels past the edge from which a text counts as off screen: carousels and badges stay within that."""
_BOX = frozenset(
    {
        "display", "content-visibility", "opacity", "filter", "left", "right", "top", "bottom", "margin", "margin-left",
        "margin-top", "transform", "scale", "clip", "clip-path", "overflow", "overflow-x", "overflow-y",
    }
)  # fmt: skip
"""Without any of these no element's box hides what is in it."""
HIDING = frozenset({"noscript", "dialog"})
"""Elements that hide what is in them without a word of theirs."""
_CROPPED = frozenset({"hidden", "clip", "auto", "scroll"})
_NO_CLIP = re.compile(
    r"inset\((?:50|[6-9]\d|100)(?:\.\d+)?%|circle\(0|ellipse\(0"
    r"|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*,\s*0(?:px|%)?\s+0"
)
_SCALED = re.compile(r"scale(?:3d|x|y)?\(\s*0*\.?0+\s*[,)]")
_MOVED = re.compile(r"translate(?:3d|x|y)?\(([^)]*)\)")
_RECT = re.compile(r"rect\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Look:
    """What an element hands down to what stands in it, as far as seeing its text goes."""

    gone: str = ""
    """What hides this element with everything in it; "" = nothing. Nothing further down undoes it."""
    unseen: str = ""
    """`visibility`: undone by a descendant that is visible."""
    tiny: str = ""
    """Font size 0: undone by a descendant with a size of its own."""
    pushed: str = ""
    """Text indented off screen: undone by a descendant with an indent of its own."""
    ink: Colour | None = None
    ink_by: str = ""
    clear: str = ""
    """A transparent text colour."""
    paper: Colour | None = None

    @property
    def hidden_by(self) -> str:
        """What hides text that stands here, for people; "" where it can be seen."""
        direct = self.gone or self.unseen or self.tiny or self.pushed or self.clear
        if direct or self.ink is None or self.paper is None:
            return direct
        return self.ink_by if alike(self.ink, self.paper) else ""


def look(element: Element, declared: Declared, above: Look) -> Look:
    """Return the look of an element from what is declared for it and the look of its parent."""
    if above.gone:
        return above
    if gone := _attribute_hides(element) or ("" if _BOX.isdisjoint(declared) else _box_hides(declared)):
        return replace(above, gone=gone)
    attrs = element.attrs
    if not declared and "color" not in attrs and "bgcolor" not in attrs and "text" not in attrs:
        return above
    return _colours(element, declared, _inherited(declared, above))


def pixels(value: str) -> float | None:
    """Return a CSS length in pixels (percents as hundredths of a 1280 px screen), None for what is no length.

    >>> pixels("-2em"), pixels("0"), pixels("auto"), pixels("-100%")
    (-32.0, 0.0, None, -1280.0)
    """
    found = _LENGTH.fullmatch(value.strip())
    if not found:
        return None
    return float(found.group(1)) * (12.8 if found.group(2) == "%" else _PIXELS.get(found.group(2) or "px", 1))


def _said(declared: Declared, *names: str) -> str:
    """Name what hides: `style display:none`, or `class zx1 (height:0; overflow:hidden)`."""
    present = [(n, *declared[n]) for n in names if n in declared]
    source = present[0][2]
    text = "; ".join(f"{name}:{value}" for name, value, _ in present)
    return f"style {text}" if source == "style" else f"{source} ({text})"


def _attribute_hides(element: Element) -> str:
    attrs = element.attrs
    if "hidden" in attrs:
        return "hidden attribute"
    if element.name == "noscript":
        return "noscript (shown only where scripts are off)"
    if element.name == "dialog" and "open" not in attrs:
        return "dialog that is closed"
    if element.name in {"marquee", "iframe", "table", "td"}:
        for name in ("width", "height"):
            size = pixels(str(attrs.get(name, "")))
            if size is not None and size <= 5 and (element.name == "marquee" or size == 0 < len(str(attrs.get(name)))):
                return f"{element.name} of {name} {attrs[name]}" if element.name == "marquee" else ""
    return ""


def _box_hides(declared: Declared) -> str:
    get = {name: value for name, (value, _) in declared.items()}.get
    if get("display") == "none":
        return _said(declared, "display")
    if get("content-visibility") == "hidden":
        return _said(declared, "content-visibility")
    opacity = pixels(get("opacity", "1"))
    if opacity is not None and opacity <= 0.05:
        return _said(declared, "opacity")
    if re.search(r"opacity\(\s*0*\.?0*%?\s*\)", get("filter", "")):
        return _said(declared, "filter")
    return _moved_away(declared) or _clipped(declared) or _no_room(declared)


def _moved_away(declared: Declared) -> str:
    get = {name: value for name, (value, _) in declared.items()}.get
    if get("position", "") in {"absolute", "fixed", "relative"}:
        for side in ("left", "top", "right", "bottom"):
            far = pixels(get(side, ""))
            if far is not None and (far <= -_FAR or (side in {"left", "top"} and far >= 5000)):
                return _said(declared, side, "position")
    for name in ("margin-left", "margin-top", "margin"):
        if _least(get(name, "").split()) <= -_FAR:
            return _said(declared, name)
    moved = _MOVED.search(get("transform", ""))
    far_off = moved is not None and _least(moved.group(1).split(",")) <= -2 * _FAR
    if far_off or _SCALED.search(get("transform", "")) or get("scale") == "0":
        return _said(declared, "transform", "scale")
    return ""


def _least(lengths: list[str]) -> float:
    return min((p for p in map(pixels, lengths) if p is not None), default=0.0)


def _clipped(declared: Declared) -> str:
    get = {name: value for name, (value, _) in declared.items()}.get
    if _NO_CLIP.search(get("clip-path", "")):
        return _said(declared, "clip-path")
    if (found := _RECT.search(get("clip", ""))) and get("position", "") in {"absolute", "fixed"}:
        edges = [pixels(edge) for edge in re.split(r"[\s,]+", found.group(1).strip())]
        if len(edges) == 4 and all(e is not None and abs(e) <= 2 for e in edges):
            return _said(declared, "clip", "position")
    return ""


def _no_room(declared: Declared) -> str:
    get = {name: value for name, (value, _) in declared.items()}.get
    overflow = {*get("overflow", "").split(), get("overflow-x", ""), get("overflow-y", "")}
    if not overflow & _CROPPED:
        return ""
    for name in ("height", "width", "max-height", "max-width"):
        size = pixels(get(name, ""))
        if size is not None and size <= 2:
            return _said(declared, name, "overflow", "overflow-x", "overflow-y")
    return ""


def _inherited(declared: Declared, above: Look) -> Look:
    if "visibility" in declared:
        value = declared["visibility"][0]
        seen = value not in {"hidden", "collapse"} and not (value == "inherit" and above.unseen)
        above = replace(above, unseen="" if seen else _said(declared, "visibility"))
    size = _font_size(declared)
    if size is not None:
        above = replace(above, tiny=_said(declared, "font-size", "font") if size <= 1 else "")
    if (indent := pixels(declared.get("text-indent", ("", ""))[0])) is not None:
        above = replace(above, pushed=_said(declared, "text-indent") if indent <= -_FAR else "")
    return above


def _font_size(declared: Declared) -> float | None:
    """Return the font size in pixels; None where none is declared or it only scales the parent's."""
    value = declared.get("font-size", ("", ""))[0]
    if not value and "font" in declared:
        found = re.search(r"(?<![\w.])(\d*\.?\d+(?:px|pt|r?em|%)|0)(?:\s*/|\s)", declared["font"][0])
        value = found.group(1) if found else ""
    size = pixels(value)
    scales = value.endswith(("em", "%", "ex", "ch")) and not value.endswith("rem")
    return None if size is None or (scales and size > 0) else size


def _colours(element: Element, declared: Declared, above: Look) -> Look:
    attrs = element.attrs
    written, by = declared.get("color", ("", ""))
    if not written and (attribute := attrs.get("color") if element.name == "font" else attrs.get("text")):
        written, by = str(attribute), "colour attribute"
    paper = above.paper
    if "background" in declared or "background-image" in declared or "background-color" in declared:
        paper = _paper(declared, above.paper)
    elif "bgcolor" in attrs:
        paper = colour(str(attrs["bgcolor"]))
    if not written or written in {"inherit", "currentcolor", "unset"}:
        return above if paper is above.paper else replace(above, paper=paper)
    ink = colour(written)
    said = f"text colour {written} on the same ground"
    clear = (
        _said(declared, "color")
        if transparent(written) and "color" in declared and "background-image" not in declared
        else ""
    )
    return replace(
        above,
        ink=ink,
        ink_by=f"{by} ({said})" if by != "style" else f"style ({said})",
        clear=clear,
        paper=paper,
    )


def _paper(declared: Declared, above: Colour | None) -> Colour | None:
    if "background-image" in declared and declared["background-image"][0] != "none":
        return None
    if "background-color" in declared:
        value = declared["background-color"][0]
        return above if value in {"transparent", "inherit", "unset"} else colour(value)
    if "background" not in declared:
        return above
    value = declared["background"][0]
    return above if value in {"none", "transparent", "inherit"} else ground(value)
