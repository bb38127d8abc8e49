"""Markup → blocks: one pass over the tree, in the order of the document, without recursion."""

# ruff: noqa: SIM905 - lists of words read better as words than as rows of quoted literals
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bs4.element import CData, NavigableString, Tag

from wonmun.page.hidden import Look, look
from wonmun.page.zones import zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.page.css import Sheet

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main marquee menu "
    "nav noscript ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead "
    "tr ul xmp amp-story-page amp-accordion".split()
)
SKIPPED = frozenset(
    "script style template head title meta link base textarea select datalist object embed applet canvas "
    "svg math audio video iframe map colgroup frameset noembed noframes rp amp-ad amp-embed amp-analytics "
    "amp-script amp-state amp-pixel".split()
)
"""Holds no text that a reader reads on the page; an iframe's is another page's."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2060\ufeff\u00ad]")
_FOLDED = " \t\n\r\f"
_BLANK = f"{_FOLDED}\u00a0\u200b\u3000\ufeff"


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

    @property
    def bare(self) -> str:
        """The text outside the links."""
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


@dataclass(slots=True)
class _Buffer:
    """A block in the making."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    breaks: int = 0

    def add(self, text: str, href: str | None, *, verbatim: bool) -> None:
        if not verbatim:
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and (not self.pieces or self.pieces[-1][-1] in " \n"):
                text = text[1:]
        if not text:
            return
        if self.breaks and _VISIBLE.search(text):
            self.breaks = 0
        if href is not None:
            self._link(text, href)
        self.pieces.append(text)
        self.length += len(text)

    def _link(self, text: str, href: str) -> None:
        start = self.length
        if self.links and self.links[-1][2] == href and self.links[-1][1] == start:
            start = self.links.pop()[0]
        self.links.append((start, self.length + len(text), href))


@dataclass(slots=True)
class _State:
    """What an element hands down to what stands in it."""

    look: Look
    href: str | None = None
    verbatim: bool = False
    block: bool = False


class _Walker:
    def __init__(self, sheet: Sheet, start: Look) -> None:
        self.sheet = sheet
        self.start = start
        self.outline = Outline()
        self.open: list[int] = []  # indexes of the nodes around the present place
        self.shown, self.dark = _Buffer(), _Buffer()
        self.dark_by = ""

    def walk(self, root: Tag) -> Outline:
        stack: list[tuple[Iterator[object], _State]] = [(iter([root]), _State(self.start))]
        while stack:
            children, state = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if state.block:
                    self._leave(state)
            elif isinstance(child, Tag):
                if (inner := self._enter(child, state)) is not None:
                    stack.append((iter(child.contents), inner))
            elif type(child) in {NavigableString, CData}:
                self._text(str(child), state)
        self._flush()
        return self.outline

    def _enter(self, tag: Tag, state: _State) -> _State | None:
        name = tag.name
        if name in SKIPPED and not (name == "template" and "shadowrootmode" in tag.attrs):
            return None
        if name == "br":
            self._break(state)
            return None
        declared = self.sheet.declared(tag)
        seen = look(tag, declared, state.look)
        zone, explicit = zone_of(tag)
        block = name in BLOCKS or zone == "caption"
        if block:
            self._boundary(state.look.hidden_by or seen.hidden_by)
            parent = self.open[-1] if self.open else -1
            self.open.append(len(self.outline.nodes))
            self.outline.nodes.append(Node(parent, name, zone, explicit, len(self.outline.blocks)))
        elif name == "hr":
            self._boundary(seen.hidden_by)
        href = str(tag.attrs["href"]) if name == "a" and "href" in tag.attrs else state.href
        return _State(seen, href, state.verbatim or name in {"pre", "listing", "xmp"}, block)

    def _leave(self, state: _State) -> None:
        self._boundary(state.look.hidden_by)
        self.outline.nodes[self.open.pop()].end = len(self.outline.blocks)

    def _boundary(self, hidden_by: str) -> None:
        """End the open block; inside a hidden part only the hidden one, as the visible text goes on."""
        if hidden_by:
            self._flush_dark()
        else:
            self._flush()

    def _break(self, state: _State) -> None:
        """Write a line break; two of them end a paragraph."""
        buffer = self.dark if state.look.hidden_by else self.shown
        if buffer.breaks:
            self._boundary(state.look.hidden_by)
        elif buffer.pieces:
            buffer.add("\n", None, verbatim=True)
            buffer.breaks = 1

    def _text(self, text: str, state: _State) -> None:
        by = state.look.hidden_by
        if not by:
            self._flush_dark()
            self.shown.add(text, state.href, verbatim=state.verbatim)
            return
        if by != self.dark_by:
            self._flush_dark()
            self.dark_by = by
        self.dark.add(text, state.href, verbatim=state.verbatim)

    def _flush(self) -> None:
        self._flush_dark()
        if self.shown.pieces:
            self._close(self.shown, "")
            self.shown = _Buffer()

    def _flush_dark(self) -> None:
        if self.dark.pieces:
            self._close(self.dark, self.dark_by)
            self.dark = _Buffer()

    def _close(self, buffer: _Buffer, hidden_by: str) -> None:
        text = "".join(buffer.pieces)
        kept = _without_blank_lines(text)
        if not _VISIBLE.search(kept):
            return
        cut = len(text) - len(text.lstrip(_FOLDED))
        links = ((max(s - cut, 0), min(e - cut, len(kept)), href) for s, e, href in buffer.links)
        node = self.open[-1] if self.open else -1
        tag = self.outline.nodes[node].tag if node >= 0 else ""
        self.outline.blocks.append(Block(kept, node, tag, hidden_by, tuple(x for x in links if x[0] < x[1])))


def _without_blank_lines(text: str) -> str:
    """Strip what browsers fold away at both ends, and at the end lines of no-break spaces only."""
    end = len(text.rstrip(_BLANK))
    if (at := text.find("\n", end)) >= 0:
        text = text[:at]
    return text.strip(_FOLDED)


def walk(root: Tag, sheet: Sheet, start: Look) -> Outline:
    """Cut the tree under `root` into blocks. `start` is the look of the page itself: its paper."""
    return _Walker(sheet, start).walk(root)
