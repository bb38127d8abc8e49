"""Decompress a body as it arrives, never more than asked for: memory stays flat against a bomb."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 65_536
"""Bytes let out at a time."""


class Unpacker(Protocol):
    """Turns compressed pieces into plain ones of bounded size. Raises `ValueError` for damaged data."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what `data` unpacks to, in pieces of at most 64 KiB."""
        ...


class Plain:
    """No compression."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the data itself."""
        yield data


class Zlib:
    """gzip (several members too) and deflate, with or without its header."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._inner = zlib.decompressobj(31 if gzip else 15)
        self._started = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what `data` unpacks to, piece by piece."""
        while data:
            if self._inner.eof:  # a further gzip member; anything else behind the end is padding
                if not self._gzip or not data.startswith(b"\x1f\x8b"):
                    return
                self._inner = zlib.decompressobj(31)
            piece = self._unpack(data)
            data = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
            if piece:
                yield piece
            elif not self._inner.eof and not data:
                return

    def _unpack(self, data: bytes) -> bytes:
        try:
            piece = self._inner.decompress(data, _PIECE)
        except zlib.error as error:
            if self._started or self._gzip:
                raise ValueError(f"damaged compression ({error})") from error
            self._inner = zlib.decompressobj(-15)  # some servers send raw deflate under that name
            try:
                piece = self._inner.decompress(data, _PIECE)
            except zlib.error as second:
                raise ValueError(f"damaged compression ({second})") from second
        self._started = True
        return piece


def unpacker(encoding: str) -> Unpacker:
    """Return what unpacks a Content-Encoding. Raises `ValueError` for one that was not asked for."""
    names = [n.strip().lower() for n in encoding.split(",") if n.strip().lower() not in {"", "identity", "none"}]
    if not names:
        return Plain()
    if len(names) == 1 and names[0] in {"gzip", "x-gzip", "deflate"}:
        return Zlib(gzip="gzip" in names[0])
    raise ValueError(f"Content-Encoding {encoding[:60]!r} is not understood")
