"""How domain names are written: their last part, and the marks that honest texts put around them."""

from __future__ import annotations

import re

ZONES = (
    "com|net|org|info|biz|xyz|top|site|online|shop|club|vip|bet|casino|live|link|me|tv|cc|io|app|pro|store|asia|win|fun|"
    "to|ws|in|us|kr|jp|cn|tk|one|click|icu|game|games|space|website|world|today|mobi|buzz|lol|life|co|gg|tech|blog"
)
"""Endings that sites are met with, as alternatives of a pattern."""
DOTTED = re.compile(r"(?<![\w@.-])[A-Za-z][\w-]*\.[A-Za-z]\w+")
"""Other names with a stop inside: files, code."""
ZONED = re.compile(r"\.[a-z]")
"""Without this no address stands in a text: most articles have none."""
_ADDRESS = re.compile(rf"(?:https?://)?[A-Za-z0-9가-힣][\w-]*(?:\.[\w-]+)*\.(?:co|{ZONES})")
_OPEN, _SHUT = frozenset("‘“'\""), frozenset("’”'\"")


def is_address(text: str) -> bool:
    """Say whether a slice is a domain name or an address without a path.

    >>> is_address("sky365.net"), is_address("달빛온.com"), is_address("3.2조원")
    (True, True, False)
    """
    return bool(_ADDRESS.fullmatch(text.strip()))


def enclosed(left: str, right: str) -> bool:
    """Whether the characters on either side of a name are brackets, or quotes that close right behind."""
    return (left in {"(", "<", "["} and not right.isalnum()) or (left in _OPEN and right in _SHUT)
