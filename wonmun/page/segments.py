"""Blocks → the one text of a `Page` and its segments, in their order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin

from wonmun.model import Link, Page, Role, Segment
from wonmun.page.article import article_blocks, running
from wonmun.page.tongue import guess_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.page.head import Head
    from wonmun.page.outline import Block, Outline

_LETTER = re.compile(r"\w")
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’)\]』」]*$|[다요음함]$")
_GAP = "\n\n"
_LITTLE = 200
"""Characters of running text below which a page shows no article."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "strong"})
_SITE = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?")
_PLAIN = re.compile(r"(?:https?://[a-z0-9.-]+(?::\d+)?)?((?:/[\w~%+,=&@!-]+)+(?:\.\w+|/)?|/)(?:\?[\w~%+,=&@!./:-]+)?")
"""A link that leads where it says, or to that path on the page's own host: `urljoin` would give it back as it is. No
parameters or parts that may be empty, and no dots but one in the last part."""


_Around = Literal["", "comments", "else"]


class _Writer:
    """Writes segments one behind the other and keeps count."""

    def __init__(self, resolve: Callable[[str], str]) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []
        self.links: list[Link] = []
        self.counts: dict[str, int] = {}
        self.resolve = resolve

    def put(
        self,
        role: Role,
        text: str,
        *,
        href: str | None = None,
        hidden_by: str | None = None,
        around: _Around = "",
    ) -> int:
        """Append one segment and return where it starts; `around` is "" for the article's own."""
        if self.pieces:
            self.pieces.append(_GAP)
            self.length += len(_GAP)
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        self.counts[role] = self.counts.get(role, 0) + 1
        name = f"{role}{self.counts[role]}"
        target = self.resolve(href) if href is not None else None
        self.segments.append(
            Segment(name, role, start, self.length, target, hidden_by, not around, around == "comments")
        )
        return start

    def put_block(self, block: Block, around: _Around) -> None:
        """Append a block with the links inside it; one of links only becomes a segment a link."""
        if block.hidden_by:
            start = self.put("hidden", block.text, hidden_by=block.hidden_by, around="else")
            self.segments[-1] = replace(self.segments[-1], within=block.within)
        elif links_only(block):
            for begin, end, href in block.links:
                if _LETTER.search(label := block.text[begin:end].strip()):
                    self.put("link", label, href=href, around=around or "else")
            return
        else:
            start = self.put("text", block.text, around=around)
        self.links += [Link(start + begin, start + end, self.resolve(href)) for begin, end, href in block.links]


def links_only(block: Block) -> bool:
    """Tell whether a block is nothing but links, save for separators."""
    return bool(block.links) and not _LETTER.search(block.bare)


def compose(outline: Outline, head: Head, url: str | None) -> Page:
    """Lay the page out: title, heading, meta; the article in one; captions; surroundings; hidden parts."""
    span, around = article_blocks(outline)
    heading = _heading(outline, head, around)
    writer = _Writer(_resolver(url, head.base))
    if head.title:
        writer.put("title", head.title)
    if heading is not None:
        writer.put("title", outline.blocks[heading].text)
    if head.description:
        writer.put("meta", head.description)
    groups: tuple[list[Block], ...] = ([], [], [], [])
    for i, block in enumerate(outline.blocks):
        if i != heading:
            groups[_group(block, inside=i in span, around=around[i], outline=outline)].append(block)
    if sum(map(running, groups[0])) < _LITTLE:
        _told_beside(writer, head)
    commented = _commented(outline)
    for number, blocks in enumerate(groups):
        for block in blocks:
            writer.put_block(block, "" if number < 2 else "comments" if block.node in commented else "else")
    text = "".join(writer.pieces)
    lang = guess_language(" ".join(b.text for b in groups[0])[:20_000] or text[:20_000], head.lang)
    return Page(text, tuple(writer.segments), tuple(writer.links), url, lang, head.said, html=True)


def _commented(outline: Outline) -> set[int]:
    """Collect the elements among readers' comments."""
    found: set[int] = set()
    for number, node in enumerate(outline.nodes):  # parents stand before their children
        if node.zone == "comments" or node.parent in found:
            found.add(number)
    return found


def _told_beside(writer: _Writer, head: Head) -> None:
    """Write the article that JSON-LD holds, for pages that need scripts to show theirs."""
    body = next((value for name, value in head.said if name == "ld:articleBody"), "")
    if len(body) >= _LITTLE:
        for line in body.split("\n"):
            writer.put("text", line)


def _group(block: Block, *, inside: bool, around: bool, outline: Outline) -> int:
    """0 article, 1 its captions, 2 surroundings, 3 hidden."""
    if block.hidden_by:
        return 3
    zone = outline.nodes[block.node].zone if block.node >= 0 else ""
    if inside and zone == "caption":
        return 1
    if not inside or around:
        return 2
    if links_only(block):
        linked_sentence = (
            block.tag == "p" and len(block.links) == 1 and len(block.text) >= 40 and _SENTENCE.search(block.text[-40:])
        )
        return 0 if linked_sentence else 2
    return 0


def _heading(outline: Outline, head: Head, around: list[bool]) -> int | None:
    """Find the article's headline: an h1, or another heading whose words stand in the title."""
    titles = [
        _bare(head.title),
        *(_bare(value) for name, value in head.said if name in {"og:title", "ld:headline"}),
    ]
    best = None
    for i, block in enumerate(outline.blocks):
        if block.hidden_by or block.tag not in _HEADINGS or links_only(block):
            continue
        mine = _bare(block.text)
        if len(mine) >= 2 and mine in titles:
            return i
        if len(mine) >= 6 and any(mine in title or (title and title in mine) for title in titles):
            return i
        if block.tag == "h1" and best is None and not around[i]:
            best = i
    return best


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _resolver(url: str | None, base: str) -> Callable[[str], str]:
    root = _joined(url, base) if url else ""
    site = _SITE.match(root)
    own = site.group() if site and root[site.end() : site.end() + 1] in {"/", ""} else ""

    def resolve(href: str) -> str:
        href = href.strip()
        if not root:
            return href
        if own and (plain := _PLAIN.fullmatch(href)):
            return href if plain.start(1) else own + href
        return _joined(root, href)

    return resolve


def _joined(root: str, href: str) -> str:
    try:
        return urljoin(root, href)
    except ValueError:  # "http://[": a browser follows it nowhere
        return href
