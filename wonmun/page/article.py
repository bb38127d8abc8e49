"""Which part of a page is the article: the deepest element that holds most of the running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.page.outline import Block, Node, Outline

_RUNNING = 25
"""Characters outside links from which a block counts as running text; bylines and buttons are shorter."""
_MOST = 0.8
"""An element goes on being narrowed down while one child holds this share of its running text."""
_EXPLICIT, _TAGGED = 0.4, 0.5
"""Shares of the page's running text from which markup that calls itself the article is believed."""
_BELIEVED = {"caption": 1.0, "comments": 0.95, "footer": 0.95, "nav": 0.95}
"""Share of the page's text from which a zone's name is not believed, where it is not one half: there may well be more
comments than article."""
_LEAVES = frozenset(
    {
        "p",
        "li",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "dd",
        "dt",
        "pre",
        "tr",
        "tbody",
        "ul",
        "ol",
        "dl",
    }
)


def article_blocks(outline: Outline) -> tuple[range, list[bool]]:
    """Return the range of blocks that the article spans, and of every block whether it is in a zone around.

    A zone that holds most of the page's text is none: such a page is wrapped in an element with a
    misleading name.
    """
    mass = [running(block) for block in outline.blocks]
    around = _around(outline, mass)
    counted = [0.0 if out else m for m, out in zip(mass, around, strict=True)]
    prefix = [0.0]
    for m in counted:
        prefix.append(prefix[-1] + m)
    weights = [prefix[node.end] - prefix[node.first] for node in outline.nodes]
    chosen = _declared(outline.nodes, weights) if outline.nodes else -1
    if chosen < 0 and outline.nodes:
        chosen = _narrowed(outline.nodes, weights)
    if chosen < 0:
        return range(len(outline.blocks)), around
    node = outline.nodes[chosen]
    return range(node.first, node.end), around


def running(block: Block) -> float:
    """Return how much running text a block holds: hidden text none, short pieces little."""
    if block.hidden_by:
        return 0.0
    size = len(block.bare.strip()) if block.links else len(block.text)
    return float(size) if size >= _RUNNING else 0.1 * size


def _around(outline: Outline, mass: list[float]) -> list[bool]:
    """Mark the blocks inside zones, from the top down."""
    prefix = [0.0]
    for m in mass:
        prefix.append(prefix[-1] + m)
    inside: list[bool] = []
    in_article: list[bool] = []
    for node in outline.nodes:  # parents stand before their children
        above = inside[node.parent] if node.parent >= 0 else False
        within = in_article[node.parent] if node.parent >= 0 else False
        zoned = bool(node.zone) and not (node.zone == "header" and within)
        holds_most = prefix[node.end] - prefix[node.first] > _BELIEVED.get(node.zone, 0.5) * prefix[-1]
        inside.append(above or (zoned and not holds_most))
        in_article.append(within or node.explicit or node.tag == "article")
    return [block.node >= 0 and inside[block.node] for block in outline.blocks]


def _declared(nodes: list[Node], weights: list[float]) -> int:
    """Return the element that calls itself the article's body, else the <article>; -1 if it holds little."""
    whole = weights[0]
    explicit = [i for i, node in enumerate(nodes) if node.explicit]
    tagged = [i for i, node in enumerate(nodes) if node.tag == "article"]
    for share, fitting in ((_EXPLICIT, explicit), (_TAGGED, tagged)):
        most = max((weights[i] for i in fitting), default=0.0)
        if most > 0 and most >= share * whole:
            return max(i for i in fitting if weights[i] >= _MOST * most)  # of nested ones the innermost
    return -1


def _narrowed(nodes: list[Node], weights: list[float]) -> int:
    heaviest: dict[int, int] = {}
    for i, node in enumerate(nodes):
        if node.parent >= 0 and weights[i] > weights[heaviest.get(node.parent, i)] - (node.parent not in heaviest):
            heaviest[node.parent] = i
    at = 0
    while (child := heaviest.get(at, -1)) >= 0 and weights[child] >= _MOST * weights[at] > 0:
        at = child
    while nodes[at].parent >= 0 and (nodes[at].tag in _LEAVES or nodes[at].end - nodes[at].first <= 1):
        at = nodes[at].parent
    return at
