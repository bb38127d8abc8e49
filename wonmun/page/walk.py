"""Markup → blocks: one pass over the parser's events, without a tree, so that memory stays small and depth is free."""

# ruff: noqa: SIM905 - lists of words read better as words than as rows of quoted literals
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wonmun.page.buffer import VISIBLE, Buffer
from wonmun.page.element import Element
from wonmun.page.hidden import HIDING, Look, look
from wonmun.page.outline import Block, Node, Outline
from wonmun.page.siblings import MOST
from wonmun.page.zones import TAGS, zone_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.page.cascade import Cascade

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li listing main marquee menu "
    "nav noscript ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead "
    "tr ul xmp amp-story-page amp-accordion".split()
)
SKIPPED = frozenset(
    "script style template title meta link base textarea select datalist object embed applet canvas "
    "svg math audio video iframe map colgroup frameset noembed noframes rp amp-ad amp-embed amp-analytics "
    "amp-script amp-state amp-pixel".split()
)
"""Holds no text that a reader reads on the page; an iframe's is another page's. The head is none of them: of a page
without tags for head and body the parser leaves `article` and the like in it."""
DEEPEST = 1000
"""Open elements whose look and links are followed (Chromium follows 512). What stands deeper looks as the last one."""
_BLOCKS, _LETTERS_A_BLOCK = 5000, 60
"""So many blocks a page may have, and one more for so many characters of its source; then pieces of text are joined."""
_PICTURES, _CAPTION = 300, 300
"""Texts of pictures that are kept, and characters of each."""


class _State(NamedTuple):
    """What an element hands down to what stands in it."""

    element: Element | None
    look: Look
    href: str | None = None
    verbatim: bool = False
    block: bool = False
    skip: int = 0
    drawn: Element | None = None
    """For a page's text within a drawing: how deep that is passed over, and the drawing."""


class Walker:
    """Receives the parser's events (it is an lxml parser target) and cuts the page into blocks."""

    def __init__(self, sheet: Cascade | None, start: Look, size: int = 0) -> None:
        """`start` is the look of the page itself: its paper. Without `sheet` nothing counts as hidden.

        `size` is the page's length in characters.
        """
        self.outline = Outline()
        self.lang = ""
        self.pictures: list[tuple[str, str]] = []
        self._sheet = sheet
        self._places, self._having = (sheet.places, sheet.having) if sheet else ((), ())
        self._number = -4  # of the element that began last, in fours as its places are kept
        self._ruled, self._beside = bool(sheet and sheet.rules), bool(sheet and sheet.beside)
        self._open: list[int] = []  # indexes of the nodes around the present place
        self._stack = [_State(None, start)]
        self._skip = 0  # how deep inside an element that is passed over
        self._drawn: Element | None = None  # the drawing that is passed over
        self._beyond = 0  # how deep below the deepest element that is followed
        self._most = _BLOCKS + size // _LETTERS_A_BLOCK
        self._shown, self._dark = Buffer(), Buffer()
        self._dark_by = ""

    def start(self, name: str, attrs: dict[str, str]) -> None:
        """Take an element's beginning."""
        self._number += 4
        if self._drawn and name == "foreignobject":
            self._show_in(self._drawn, attrs)
            return
        if not self._skip and name == "svg":
            self._drawn = Element(name, attrs, self._stack[-1].element, self._place())
        if self._passed_over(name, attrs):
            return
        above = self._stack[-1]
        if len(self._stack) > DEEPEST:
            self._beyond += 1
            self._pass(name, above)
            return
        element = self._element(name, attrs)
        if name == "br":
            self._break(above)
            self._stack.append(above._replace(block=False))
            return
        self._note(name, attrs)
        if attrs or self._ruled or name in HIDING:
            seen = look(element, self._sheet.declared(element), above.look) if self._sheet else above.look
            zone, explicit = zone_of(element)
        else:  # nothing is said of it
            seen, zone, explicit = above.look, TAGS.get(name, ""), False
        if block := name in BLOCKS or zone == "caption":
            self._boundary(above.look.hidden_by or seen.hidden_by)
            parent = self._open[-1] if self._open else -1
            self._open.append(len(self.outline.nodes))
            self.outline.nodes.append(Node(parent, name, zone, explicit, len(self.outline.blocks)))
        elif name == "hr":
            self._boundary(seen.hidden_by)
        href = attrs["href"] if name == "a" and "href" in attrs else above.href
        verbatim = above.verbatim or name in {"pre", "listing", "xmp"}
        self._stack.append(_State(element, seen, href, verbatim, block))

    def _passed_over(self, name: str, attrs: dict[str, str]) -> bool:
        """Tell whether an element holds nothing to read, or stands in one that does not; a sibling it is, too."""
        if not self._skip and (name not in SKIPPED or (name == "template" and "shadowrootmode" in attrs)):
            return False
        if not self._skip:
            self._element(name, attrs)
        self._skip += 1
        return True

    def _element(self, name: str, attrs: dict[str, str]) -> Element:
        """Make an element of the innermost open one."""
        has = self._having[self._number // 4] if self._number < 4 * len(self._having) else None
        element = Element(name, attrs, self._stack[-1].element, self._place(), has)
        if self._beside and self._number < 4 * MOST:
            element.follow()
        return element

    def _note(self, name: str, attrs: dict[str, str]) -> None:
        """Keep what is said of the page's language, and of pictures."""
        if name == "html":
            self.lang = attrs.get("lang") or attrs.get("xml:lang") or ""
        elif name == "img" and len(self.pictures) < _PICTURES:
            self.pictures += [(f"img {key}", attrs[key][:_CAPTION]) for key in ("alt", "title") if attrs.get(key)]

    def end(self, name: str) -> None:
        """Take an element's end."""
        if self._skip:
            self._skip -= 1
            if not self._skip:
                self._drawn = None
            return
        if self._beyond:
            self._beyond -= 1
            if name != "br":
                self._pass(name, self._stack[-1])
            return
        state = self._stack.pop() if len(self._stack) > 1 else self._stack[0]
        if state.block:
            self._boundary(state.look.hidden_by)
            self._leave()
        if state.skip:
            self._flush_dark()
            self._skip, self._drawn = state.skip, state.drawn

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self._skip:
            return
        state = self._stack[-1]
        by = state.look.hidden_by
        if not by:
            self._flush_dark(text)
            self._shown.add(text, state.href, verbatim=state.verbatim)
            return
        if by != self._dark_by:
            self._flush_dark()
            self._dark_by = by
        self._dark.add(text, state.href, verbatim=state.verbatim)

    def close(self) -> Outline:
        """Finish; elements that never ended end here."""
        self._flush()
        while self._open:
            self.outline.nodes[self._open.pop()].end = len(self.outline.blocks)
        return self.outline

    def _place(self) -> Sequence[int]:
        return self._places[self._number : self._number + 4]

    def _show_in(self, drawing: Element, attrs: dict[str, str]) -> None:
        """Begin the page's own text within a drawing; only where it is hidden: labels of a chart are no text."""
        element = Element("foreignobject", attrs, drawing, self._place())
        above = self._stack[-1]
        seen = above.look
        if self._sheet:
            seen = look(drawing, self._sheet.declared(drawing), seen)
            seen = look(element, self._sheet.declared(element), seen)
        if not seen.hidden_by or len(self._stack) > DEEPEST:
            self._skip += 1
            return
        self._flush_dark()
        self._stack.append(_State(element, seen, above.href, skip=self._skip, drawn=drawing))
        self._skip, self._drawn = 0, None

    def _pass(self, name: str, state: _State) -> None:
        """Take the beginning or end of an element that is not followed."""
        if name == "br":
            self._break(state)
        elif name in BLOCKS:
            self._boundary(state.look.hidden_by)

    def _leave(self) -> None:
        """Close the innermost open node; one without text, and without nodes in it, is forgotten."""
        number, nodes = self._open.pop(), self.outline.nodes
        nodes[number].end = len(self.outline.blocks)
        if number == len(nodes) - 1 and number and nodes[number].first == nodes[number].end:
            nodes.pop()

    def _boundary(self, hidden_by: str) -> None:
        """End the open block; inside a hidden part only the hidden one, as the visible text goes on."""
        if not self._shown.pieces and not self._dark.pieces:
            return
        if hidden_by:
            self._flush_dark()
        elif self._shown.pieces and len(self.outline.blocks) >= self._most:
            self._shown.add("\n", None, verbatim=True)
        else:
            self._flush()

    def _break(self, state: _State) -> None:
        """Write a line break; two of them end a paragraph."""
        buffer = self._dark if state.look.hidden_by else self._shown
        if buffer.breaks:
            self._boundary(state.look.hidden_by)
        elif buffer.pieces:
            buffer.add("\n", None, verbatim=True)
            buffer.breaks = 1

    def _flush(self) -> None:
        self._flush_dark()
        if self._shown.pieces:
            self._close(self._shown, "")
            self._shown = Buffer()

    def _flush_dark(self, then: str = "") -> None:
        if self._dark.pieces:
            self._close(self._dark, self._dark_by, within=self._shown.runs_on(then))
            self._dark = Buffer()

    def _close(self, buffer: Buffer, hidden_by: str, *, within: bool = False) -> None:
        kept, links = buffer.written()
        if not VISIBLE.search(kept):
            return
        node = self._open[-1] if self._open else -1
        tag = self.outline.nodes[node].tag if node >= 0 else ""
        self.outline.blocks.append(Block(kept, node, tag, hidden_by, links, within))
