"""What the walk over a page leaves: its block elements, and its text in blocks."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """One block element: where it hangs, what it is, which blocks it holds."""

    parent: int
    tag: str
    zone: str
    explicit: bool
    """The markup says that this is the article's body."""
    first: int
    end: int = 0


@dataclass(slots=True)
class Block:
    """A stretch of text between two breaks, white space folded; no-break and zero-width characters stay."""

    text: str
    node: int
    tag: str
    hidden_by: str
    links: tuple[tuple[int, int, str], ...]
    within: bool = False
    """Hidden in the middle of a sentence that is shown."""

    @property
    def bare(self) -> str:
        """The text outside the links."""
        if not self.links:
            return self.text
        out, at = [], 0
        for start, end, _ in self.links:
            out.append(self.text[at:start])
            at = end
        return "".join((*out, self.text[at:]))


@dataclass(slots=True)
class Outline:
    """What the walk found."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
