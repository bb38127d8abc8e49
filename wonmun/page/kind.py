"""What the bytes of a body are, by their first ones: refuses what is no text, in one sentence."""

from __future__ import annotations

import re

from wonmun.errors import InputError
from wonmun.page.wide import wide

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office or HWP document"),
    (b"HWP Document File", "a HWP document"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)
_MP4 = re.compile(rb"....ftyp", re.DOTALL)
_RIFF = re.compile(rb"RIFF....(WEBP|WAVE|AVI )", re.DOTALL)
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})
_SAMPLE = 4096
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_WIDE = re.compile(r"utf-?(16|32)|ucs-?[24]", re.IGNORECASE)


def refuse_binary(data: bytes, content_type: str | None = None) -> None:
    """Raise `InputError` where `data` is empty or no text. The bytes decide, whatever `content_type` claims.

    A PDF or JPEG served as text/html is refused, a page served as application/octet-stream is not. Wide
    character sets without a byte order mark pass if `content_type` names them, or they read like a text.
    """
    if not data.strip():
        raise InputError("the page is empty; there is nothing to check")
    if what := binary_kind(data):
        raise InputError(f"this is {what}, not a page or a text; give its text instead")
    if data.startswith(_BOMS) or _WIDE.search(content_type or ""):
        return
    if full_of_controls(data[:_SAMPLE]):
        raise InputError("this is binary data, not a page or a text; give its text instead")


def full_of_controls(data: bytes) -> bool:
    """Tell what no text of a known character set holds: more than one control character in twenty bytes."""
    odd = len(data) - len(data.translate(None, _CONTROL))
    return odd > 0.05 * len(data) and not wide(data)


def binary_kind(data: bytes) -> str:
    """Name the file format that `data` begins like, or return "" for text."""
    start = data[:512].lstrip(b"\r\n\t \x0c")
    for magic, name in _MAGIC:
        if data.startswith(magic) or start.startswith(magic):
            return name
    if _MP4.match(data):
        return "a video or an image of the MP4 family"
    if found := _RIFF.match(data):
        return {b"WEBP": "a WebP image", b"WAVE": "a WAVE file"}.get(found.group(1), "an AVI video")
    return ""
