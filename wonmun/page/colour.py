"""CSS colours, as far as telling text from its ground needs them."""

from __future__ import annotations

import re

from wonmun.page.tones import grey, mixture

Colour = tuple[int, int, int]
_NAMES = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "yellow": (255, 255, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
    "navy": (0, 0, 128),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
    "floralwhite": (255, 250, 240),
    "transparent": None,
}
_HEX = re.compile(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(r"rgba?\(\s*([\d.]+)(%?)[\s,]+([\d.]+)%?[\s,]+([\d.]+)%?(?:[\s,/]+([\d.]+)(%?))?\s*\)")
_HSL = re.compile(r"hsla?\(\s*[\d.]+(?:deg)?[\s,]+([\d.]+)%[\s,]+([\d.]+)%(?:[\s,/]+([\d.]+)(%?))?\s*\)")
_NEWER = ("color-mix(", "hwb(", "lab(", "lch(", "ok")
_FAINT = 0.05
"""Alpha up to which nobody sees the colour."""
NEAR = 24
"""Sum of the three channels' differences up to which nobody can read the text: #fff on #f8f8f8 is 21."""


def colour(value: str) -> Colour | None:
    """Return (red, green, blue), or None for what is transparent, a gradient, inherited or not understood.

    >>> colour("#FFF"), colour("rgba(0, 0, 0, .5)"), colour("hsl(0, 0%, 100%)")
    ((255, 255, 255), (0, 0, 0), (255, 255, 255))
    """
    value = value.strip().lower()
    if value in _NAMES:
        return _NAMES[value]
    if found := _HEX.fullmatch(value):
        return _from_hex(found.group(1))
    try:
        if found := _RGB.fullmatch(value):
            scale = 2.55 if found.group(2) else 1.0
            channels = [min(255, round(float(found.group(i)) * scale)) for i in (1, 3, 4)]
            return None if _invisible(found.group(5)) else (channels[0], channels[1], channels[2])
        if found := _HSL.fullmatch(value):  # only greys: the hue of a colour is not worth its formula here
            light = min(255, round(float(found.group(2)) * 2.55))
            grey = float(found.group(1)) == 0 or light in {0, 255}
            return (light, light, light) if grey and not _invisible(found.group(3)) else None
        return _newer(value) if value.startswith(_NEWER) else None
    except ValueError:  # "1.2.3"
        return None


def _newer(value: str) -> Colour | None:
    """Read what newer functions write: greys, and mixtures of two colours, mixed as sRGB whatever they say."""
    if (tone := grey(value)) is not None:
        return tone, tone, tone
    mixed = [(colour(name), share) for name, share in mixture(value)]
    seen = [(each, share) for each, share in mixed if each is not None]
    if len(seen) < 2:
        return None
    red, green, blue = (round(sum(each[k] * share for each, share in seen)) for k in range(3))
    return red, green, blue


def transparent(value: str) -> bool:
    """Tell whether a text in this colour cannot be seen at all: `transparent`, or alpha 0.

    >>> transparent("transparent"), transparent("rgba(1,2,3,0)"), transparent("#fff0"), transparent("red")
    (True, True, True, False)
    """
    value = value.strip().lower()
    if value == "transparent":
        return True
    if found := _HEX.fullmatch(value):
        digits = found.group(1)
        return (len(digits) == 4 and digits[3] == "0") or (len(digits) == 8 and digits[6:] == "00")
    found = _RGB.fullmatch(value)
    return bool(found) and _invisible(found.group(5)) if found else False


def unreadable(one: Colour, other: Colour) -> bool:
    """Tell whether text of one colour on the other cannot be read."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) <= NEAR


def ground(value: str) -> Colour | None:
    """Return the colour that a `background` shorthand sets; None where a picture or a gradient lies there."""
    if "url(" in value or "gradient(" in value:
        return None
    for part in re.findall(r"[a-z]+\([^)]*\)|[^\s]+", value.lower()):
        if (found := colour(part)) is not None:
            return found
    return None


def _from_hex(digits: str) -> Colour | None:
    if len(digits) in {3, 4}:
        digits = "".join(d * 2 for d in digits)
    if digits[6:] == "00":
        return None
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _invisible(alpha: str | None) -> bool:
    return alpha is not None and float(alpha) <= _FAINT
