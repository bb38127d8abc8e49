"""Characters that no XML document may hold, escaped or not, though a stranger's page or feed may."""

from __future__ import annotations

import re

_NONE = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_PLAIN = re.compile(f"[{_NONE}]")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_LONGEST = 7
"""Digits of the number of any character."""


def fit(text: str) -> str:
    r"""Take out the characters that no XML may hold.

    >>> fit("a\x01b")
    'ab'
    """
    return _PLAIN.sub("", text)


def fit_references(text: str) -> str:
    """Take them out where they are written as numbers, too, and numbers of no character.

    >>> fit_references("&#xD800;&#1;&#9999999999;&#44032;")
    '&#44032;'
    """
    return fit(_NUMBERED.sub(_kept, text))


def _kept(found: re.Match[str]) -> str:
    hexadecimal, decimal = found.groups()
    digits = (hexadecimal or decimal).lstrip("0")
    number = int(digits or "0", 16 if hexadecimal else 10) if len(digits) <= _LONGEST else -1
    return found[0] if 0 < number < 0x110000 and fit(chr(number)) else ""
