"""Just enough PNG to read the pixels of a screenshot: eight bits a channel, RGB or RGBA, not interlaced."""

from __future__ import annotations

import struct
import zlib

Colour = tuple[int, int, int]


def colours(png: bytes) -> set[Colour]:
    """Every colour of a picture's pixels."""
    rows, channels = _rows(png)
    seen: set[Colour] = set()
    for row in rows:
        for x in range(0, len(row), channels):
            red, green, blue = row[x : x + 3]
            seen.add((red, green, blue))
    return seen


def _rows(png: bytes) -> tuple[list[bytearray], int]:
    """Unpack the rows, and say how many bytes a pixel has."""
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind = png[at + 4 : at + 8]
        chunks[kind] = chunks.get(kind, b"") + png[at + 8 : at + 8 + length]
        at += length + 12
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if (depth, interlaced) != (8, 0) or colour not in (2, 6):
        raise ValueError(f"a screenshot of depth {depth}, colour type {colour} was not expected")
    channels = 3 if colour == 2 else 4
    data = zlib.decompress(chunks[b"IDAT"])
    stride = width * channels + 1
    rows: list[bytearray] = []
    above = bytearray(width * channels)
    for number in range(height):
        line = data[number * stride : (number + 1) * stride]
        above = _unfilter(line[0], bytearray(line[1:]), above, channels)
        rows.append(above)
    return rows, channels


def _unfilter(kind: int, row: bytearray, above: bytearray, size: int) -> bytearray:
    """Undo one of PNG's five filters (specification, section 9)."""
    for i, value in enumerate(row):
        left = row[i - size] if i >= size else 0
        corner = above[i - size] if i >= size else 0
        guess = (0, left, above[i], (left + above[i]) // 2, _paeth(left, above[i], corner))[kind]
        row[i] = (value + guess) & 255
    return row


def _paeth(left: int, above: int, corner: int) -> int:
    estimate = left + above - corner
    return min((left, above, corner), key=lambda value: abs(estimate - value))
