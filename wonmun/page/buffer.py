"""A block in the making: pieces of text and the links in them, white space folded as browsers do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SPACE = re.compile(r"[ \t\n\r\f]+")
_UNFOLDED = re.compile(r"[\t\n\r\f]|  ")
_FOLDED = " \t\n\r\f"
_BLANK = f"{_FOLDED}\u00a0\u200b\u3000\ufeff"
VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2060\ufeff\u00ad]")


@dataclass(slots=True)
class Buffer:
    """What has been read of the block that is open."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    breaks: int = 0

    def add(self, text: str, href: str | None, *, verbatim: bool) -> None:
        """Append a piece; `href` is where it leads, `verbatim` keeps its white space."""
        if not verbatim:
            if _UNFOLDED.search(text):
                text = _SPACE.sub(" ", text)
            if text.startswith(" ") and (not self.pieces or self.pieces[-1][-1] in " \n"):
                text = text[1:]
        if not text:
            return
        if self.breaks and VISIBLE.search(text):
            self.breaks = 0
        if href is not None:
            self._link(text, href)
        self.pieces.append(text)
        self.length += len(text)

    def runs_on(self, text: str) -> bool:
        """Tell whether what comes next goes on with the sentence that was read last."""
        last = next((piece for piece in reversed(self.pieces) if VISIBLE.search(piece)), "").rstrip(_BLANK)
        return bool(last) and last[-1].isalnum() and VISIBLE.search(text) is not None

    def _link(self, text: str, href: str) -> None:
        start = self.length
        if self.links and self.links[-1][2] == href and self.links[-1][1] == start:
            start = self.links.pop()[0]
        self.links.append((start, self.length + len(text), href))

    def written(self) -> tuple[str, tuple[tuple[int, int, str], ...]]:
        """Give the text without blank lines around it, and the links where they are in it."""
        text = "".join(self.pieces)
        kept = _without_blank_lines(text)
        cut = len(text) - len(text.lstrip(_FOLDED))
        moved = [(max(s - cut, 0), min(e - cut, len(kept)), href) for s, e, href in self.links]
        return kept, tuple([x for x in moved if x[0] < x[1]])


def _without_blank_lines(text: str) -> str:
    """Strip what browsers fold away at both ends, and at the end lines of no-break spaces only."""
    end = len(text.rstrip(_BLANK))
    if (at := text.find("\n", end)) >= 0:
        text = text[:at]
    return text.strip(_FOLDED)
