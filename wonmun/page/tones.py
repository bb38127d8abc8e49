"""CSS colours that newer functions write, as far as they are greys: `hwb()`, `lab()`, `oklch()`, `color-mix()`."""

from __future__ import annotations

import re

_NUMBER = r"([+-]?[\d.]+)(%?)"
_HWB = re.compile(rf"hwb\(\s*[^\s,]+[\s,]+{_NUMBER}[\s,]+{_NUMBER}(?:\s*/[^)]*)?\)")
_LAB = re.compile(rf"(ok)?(lab|lch)\(\s*{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}(?:deg)?\s*\)")
_SHARE = re.compile(r"\s+([\d.]+)%$")
_SAME = 0.02
"""Share of the greatest distance from grey up to which a colour is one."""
_WHITE, _BLACK = 0.98, 0.02
"""Lightness from which on, and up to which, the other numbers of a colour do not matter."""


def grey(value: str) -> int | None:
    """Return the channel (0..255) of a grey that is written so; None for colours and what is no such function.

    >>> grey("oklch(100% 0 0)"), grey("hwb(0 100% 0%)"), grey("lab(0 0 0)"), grey("oklch(60% .2 30)")
    (255, 255, 0, None)
    """
    if found := _HWB.fullmatch(value):
        white, black = float(found[1]), float(found[3])
        return round(255 * white / (white + black)) if white + black >= 100 else None
    if not (found := _LAB.fullmatch(value)):
        return None
    ok, how, light, percent, first, of_first, second, of_second = found.groups()
    lightness = float(light) / (100 if percent or not ok else 1)
    if _BLACK < lightness < _WHITE:
        far = 0.4 if ok else 125.0
        away = [abs(float(first)) / (100 if of_first else far), abs(float(second)) / (100 if of_second else far)]
        if max(away[:1] if how == "lch" else away) > _SAME:
            return None
    return round(255 * _shown(lightness**3 if ok else _luminance(lightness)))


def mixture(value: str) -> list[tuple[str, float]]:
    """Return the two colours that `color-mix()` names with their shares; nothing for what is no such mixture.

    >>> mixture("color-mix(in srgb, white 90%, black)")
    [('white', 0.9), ('black', 0.1)]
    """
    if not value.startswith("color-mix(") or not value.endswith(")"):
        return []
    parts = re.split(r",\s*(?![^()]*\))", value[10:-1])[1:]
    if len(parts) != 2:
        return []
    shares = [float(found[1]) if (found := _SHARE.search(part.strip())) else None for part in parts]
    one, other = shares
    one = one if one is not None else 100 - other if other is not None else 50.0
    other = other if other is not None else 100 - one
    names = [_SHARE.sub("", part.strip()) for part in parts]
    return [(names[0], one / (one + other)), (names[1], round(other / (one + other), 4))] if one + other > 0 else []


def _luminance(lightness: float) -> float:
    """Give CIE luminance, 0..1, from L*, 0..1."""
    t = (lightness * 100 + 16) / 116
    return t**3 if t > 6 / 29 else (t - 16 / 116) * 3 * (6 / 29) ** 2


def _shown(linear: float) -> float:
    """Give the sRGB channel, 0..1, of linear light."""
    linear = min(1.0, max(0.0, linear))
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
