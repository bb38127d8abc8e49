"""Which element's text a reader cannot see, and what hides it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wonmun.page.box import BOX, FAINT, FAR, behind, box_hides, makes_layer, opacity, said
from wonmun.page.colour import Colour, colour, ground, transparent, unreadable
from wonmun.page.lengths import pixels

if TYPE_CHECKING:
    from wonmun.page.element import Declared, Element

_LAYER = frozenset({"z-index", "isolation", "transform"})
_WINDOWS = frozenset({"svg", "foreignobject", "marquee"})
"""Drawings and tickers crop what is in them to their size without any `overflow`."""
_FROM_ABOVE = frozenset({"inherit", "unset", "revert"})
_SIZES = frozenset(["initial", "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"])
"""Font sizes that are what the reader has set, or near it."""
HIDING = frozenset({"noscript", "dialog"})
"""Elements that hide what is in them without a word of theirs."""


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
    opacity: float = 1.0
    """Its own with that of all it stands in."""
    ink: Colour | None = None
    ink_by: str = ""
    clear: str = ""
    """A transparent text colour."""
    paper: Colour | None = None
    layered: bool = False
    """It stands in a layer of its own, out of which `z-index` leads nothing behind the page."""

    @property
    def hidden_by(self) -> str:
        """What hides text that stands here, for people; "" where it can be seen."""
        direct = self.gone or self.unseen or self.tiny or self.pushed or self.clear
        if direct or self.ink is None or self.paper is None:
            return direct
        return self.ink_by if unreadable(self.ink, self.paper) else ""


def look(element: Element, declared: Declared, above: Look) -> Look:
    """Return the look of an element from what is declared for it and the look of its parent."""
    if above.gone:
        return above
    if element.name in _WINDOWS:
        declared = _window(element, declared)
    if gone := _attribute_hides(element, declared) or ("" if BOX.isdisjoint(declared) else box_hides(declared)):
        return replace(above, gone=gone)
    if not above.layered and behind(declared):
        return replace(above, gone=said(declared, "z-index", "position"))
    if "opacity" in declared or "filter" in declared:
        left = above.opacity * opacity(declared)
        above = replace(above, opacity=left, gone=said(declared, "opacity", "filter") if left <= FAINT else "")
    attrs = element.attrs
    if not declared and "color" not in attrs and "bgcolor" not in attrs and "text" not in attrs:
        return above
    if not above.layered and not _LAYER.isdisjoint(declared) and makes_layer(declared):
        above = replace(above, layered=True)
    return _colours(element, declared, _inherited(declared, above))


def _window(element: Element, declared: Declared) -> Declared:
    """Give what is declared for a drawing with what its element and attributes say, which anything else overrides."""
    given: Declared = {
        name: (element.attrs[name], element.name) for name in ("width", "height") if name in element.attrs
    }
    return {**given, "overflow": ("hidden", element.name), **declared}


def _attribute_hides(element: Element, declared: Declared) -> str:
    attrs = element.attrs
    if element.name == "noscript":
        return "noscript (shown only where scripts are off)"
    if "display" not in declared:
        if "hidden" in attrs:
            return "hidden attribute"
        if "popover" in attrs:
            return "popover that is closed"
        if element.name == "dialog" and "open" not in attrs:
            return "dialog that is closed"
    if element.name in {"marquee", "iframe", "table", "td"}:
        for name in ("width", "height"):
            size = pixels(str(attrs.get(name, "")))
            if size is not None and size <= 5 and (element.name == "marquee" or size == 0 < len(str(attrs.get(name)))):
                return f"{element.name} of {name} {attrs[name]}" if element.name == "marquee" else ""
    return ""


def _inherited(declared: Declared, above: Look) -> Look:
    if "visibility" in declared:
        value = declared["visibility"][0]
        seen = value not in {"hidden", "collapse"} and not (value in _FROM_ABOVE and above.unseen)
        above = replace(above, unseen="" if seen else said(declared, "visibility"))
    size = _font_size(declared)
    if size is not None:
        above = replace(above, tiny=said(declared, "font-size", "font") if size <= 1 else "")
    if (indent := pixels(declared.get("text-indent", ("", ""))[0])) is not None:
        above = replace(above, pushed=said(declared, "text-indent") if indent <= -FAR else "")
    return above


def _font_size(declared: Declared) -> float | None:
    """Return the font size in pixels; None where none is declared or it only scales the parent's."""
    value = declared.get("font-size", ("", ""))[0]
    if not value and "font" in declared:
        found = re.search(r"(?<![\w.])(\d*\.?\d+(?:px|pt|r?em|%)|0)(?:\s*/|\s)", declared["font"][0])
        value = found.group(1) if found else ""
    if value in _SIZES:
        return 16.0
    size = pixels(value)
    scales = value.endswith(("em", "%", "ex", "ch")) and not value.endswith("rem")
    return None if size is None or (scales and size > 0) else size


def _colours(element: Element, declared: Declared, above: Look) -> Look:
    attrs = element.attrs
    inked = "-webkit-text-fill-color" if "-webkit-text-fill-color" in declared else "color"
    written, by = declared.get(inked, ("", ""))
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
    alike_to = f"text colour {written} on the same ground"
    clear = said(declared, inked) if transparent(written) and inked in declared and not _pictured(declared) else ""
    return replace(
        above,
        ink=ink,
        ink_by=f"{by} ({alike_to})" if by != "style" else f"style ({alike_to})",
        clear=clear,
        paper=paper,
    )


def _pictured(declared: Declared) -> bool:
    """Tell whether a picture or a gradient lies behind the element's text, which may show through the letters."""
    return "background-image" in declared or "(" in declared.get("background", ("", ""))[0]


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
