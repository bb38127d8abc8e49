"""What strangers wrote, for a terminal: control characters are shown, so that no page moves the cursor in it."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"\x1b(?!\[[0-9;]*m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]")
"""All but line breaks, tabs and what only colours text, which our own lines do."""
_PICTURES, _DELETE, _NONE = 0x2400, 0x7F, "\ufffd"
"""Unicode's pictures of the first 32 control characters and of DELETE; the others have none."""


def tame(text: str) -> str:
    r"""Put a picture in the place of each control character; lengths stay.

    >>> tame("a\x1b]0;title\x07 b\n"), tame("\x1b[31mred\x1b[0m") == "\x1b[31mred\x1b[0m"
    ('a␛]0;title␇ b\n', True)
    """
    return _CONTROL.sub(lambda found: _picture(ord(found[0])), text)


def _picture(control: int) -> str:
    return "␡" if control == _DELETE else chr(_PICTURES + control) if control < _DELETE else _NONE
