"""A page's text with what was put in and what stood there, as pieces that a template can write. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_TOKENS = 8_000
"""Longer texts are not compared word by word: it takes the square of this in bits, twice (16 MB)."""
_MOST_PARAGRAPHS = 2_000
"""Paragraphs shown of one text; nobody reads further, and a browser has to draw them."""
_AROUND = 1
"""Unchanged paragraphs shown on each side of a changed one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: kept, or `removed` and `added` in its place."""

    kept: str = ""
    removed: str = ""
    added: str = ""
    unsure: bool = False
    """Something stood here; what, is not known."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of pieces; `skipped` paragraphs without a change were left out before it."""

    pieces: tuple[Piece, ...]
    skipped: int = 0

    @property
    def changed(self) -> bool:
        """Whether anything in it was put in or taken out."""
        return any(piece.removed or piece.added for piece in self.pieces)

    @property
    def unsure(self) -> bool:
        """Whether it has a place of which nobody knows what stood there."""
        return any(piece.unsure for piece in self.pieces)


def by_places(text: str, places: Iterable[dict[str, Any]]) -> tuple[Piece, ...]:
    """Cut a text at its findings' places. Places that do not fit the text are passed over."""
    pieces: list[Piece] = []
    at = 0
    for place in sorted(places, key=lambda p: int(p["start"])):
        start, end = place["start"], place["end"]
        if start < at or text[start:end] != place["found"]:
            continue
        if start > at:
            pieces.append(Piece(kept=text[at:start]))
        replacement = place["replacement"]
        pieces.append(Piece(removed=place["found"], added=replacement or "", unsure=replacement is None))
        at = end
    if at < len(text):
        pieces.append(Piece(kept=text[at:]))
    return tuple(pieces)


def between(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two texts word by word; what only `old` has is removed, what only `new` has is added."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    if max(len(before), len(after)) > _MOST_TOKENS:
        return (Piece(removed=old, added=new),) if old != new else (Piece(kept=old),)
    pieces: list[Piece] = []
    for step in Levenshtein.opcodes(before, after):
        gone = "".join(before[step.src_start : step.src_end])
        come = "".join(after[step.dest_start : step.dest_end])
        if step.tag == "equal":
            pieces.append(Piece(kept=gone))
        else:
            pieces.append(_joined(pieces, gone, come))
    return tuple(part for piece in pieces for part in _without_blanks(piece))


def _joined(pieces: list[Piece], gone: str, come: str) -> Piece:
    """Take changes with nothing or a mere blank between them off the end, and make them one with the next."""
    while pieces:
        last = pieces[-1]
        between_two = last.kept == " " and len(pieces) > 1 and not pieces[-2].kept
        if last.kept and not between_two:
            break
        pieces.pop()
        gone, come = last.kept + last.removed + gone, last.kept + last.added + come
    return Piece(removed=gone, added=come)


def _without_blanks(piece: Piece) -> Iterator[Piece]:
    """Leave the white space out that ends both sides of a change."""
    gone, come = piece.removed.rstrip(), piece.added.rstrip()
    blank = piece.removed[len(gone) :]
    if gone and come and blank and blank == piece.added[len(come) :]:
        yield Piece(removed=gone, added=come)
        yield Piece(kept=blank)
    else:
        yield piece


def paragraphs(pieces: Sequence[Piece], *, everything: bool = False) -> tuple[Paragraph, ...]:
    """Put pieces into paragraphs; those far from any change are counted instead of shown, unless asked for."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *rest = re.split(r"\n+", piece.kept) if piece.kept else [""]
        if piece.removed or piece.added:
            lines[-1].append(piece)
        if first:
            lines[-1].append(Piece(kept=first))
        lines += [[Piece(kept=part)] if part else [] for part in rest]
    whole = [Paragraph(tuple(line)) for line in lines if line]
    if len(whole) > _MOST_PARAGRAPHS:
        whole[_MOST_PARAGRAPHS:] = [Paragraph((), len(whole) - _MOST_PARAGRAPHS)]
    if everything or not any(p.changed for p in whole):
        return tuple(whole)
    return _shortened(whole)


def _shortened(whole: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    near = {n + step for n, paragraph in enumerate(whole) if paragraph.changed for step in range(-_AROUND, _AROUND + 1)}
    shown: list[Paragraph] = []
    skipped = 0
    for n, paragraph in enumerate(whole):
        if n not in near:
            skipped += 1
            continue
        shown.append(Paragraph(paragraph.pieces, skipped))
        skipped = 0
    if skipped:
        shown.append(Paragraph((), skipped))
    return tuple(shown)
