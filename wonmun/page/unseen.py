"""What a page tells machines only: JSON-LD, Open Graph, keywords, texts of pictures; readers see none of it.

Written behind all else as hidden segments, so that findings have a place; only where a word of search spam is in it
that the page does not show, or where the head sends to a site for betting. What the page shows keeps its offsets, and
an honest page's text grows by nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wonmun.language.load import lexicon
from wonmun.model import Segment
from wonmun.phrases.brands import plays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wonmun.model import Page

TOLD = {
    "ld:headline": "JSON-LD headline",
    "ld:name": "JSON-LD name",
    "ld:description": "JSON-LD description",
    "ld:articleBody": "JSON-LD articleBody",
    "ld:keywords": "JSON-LD keywords",
    "og:title": "og:title",
    "og:description": "og:description",
    "twitter:title": "twitter:title",
    "twitter:description": "twitter:description",
    "keywords": "meta keywords",
    "news_keywords": "meta news_keywords",
    "img alt": "img alt",
    "img title": "img title",
}
"""What is looked at of `Page.head` and of pictures, and what it is called."""
SENT = ("canonical", "amphtml", "refresh")
"""What of `Page.head` sends machines, or readers, to another address."""
MOST = 20
"""Pieces that are written at most, of 300 characters each."""
_PIECE = re.compile(r"[^\n]{1,300}?(?:[.!?](?=\s|$)|\n|$)|[^\n]{300}")
_GAP = "\n\n"


def with_unseen(page: Page, pictures: Iterable[tuple[str, str]]) -> Page:
    """Add what the head and the pictures say that holds a spam word which stands nowhere in the page's text."""
    codes = ["ko", "abroad"] if page.lang == "ko" else [page.lang if page.lang in {"ja", "zh", "en", "id"} else "any"]
    known = [lexicon(code).strong_pattern for code in codes]
    text, segments = page.text, list(page.segments)
    shown = text.lower()

    def strange(told: str) -> bool:
        return any(m.group().lower() not in shown for strong in known for m in strong.finditer(told))

    told = [(TOLD[key], value) for key, value in [*page.head, *pictures] if key in TOLD and strange(value)]
    sent = [(key, value) for key, value in page.head if key in SENT and for_play(value)]
    for name, piece in [*[pair for pair in _pieces(told) if strange(pair[1])], *sent][:MOST]:
        start = len(text) + len(_GAP)
        text += _GAP + piece
        segments.append(Segment(f"unseen{start}", "hidden", start, len(text), None, name, article=False))
    return replace(page, text=text, segments=tuple(segments)) if told or sent else page


def for_play(address: str) -> bool:
    """Say whether a site is one for betting by its name: words of play, or an ending that play is named with.

    >>> for_play("https://amp.rajaslot77.example/m"), for_play("https://amp.paper.example/casino")
    (True, False)
    """
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        return False
    *labels, zone = host.split(".")
    return bool(labels) and (zone in {"bet", "casino"} or any(map(plays, labels)))


def _pieces(told: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each text once, long ones sentence by sentence."""
    pieces = ((name, match.group().strip()) for name, value in told for match in _PIECE.finditer(value))
    yield from dict.fromkeys(pair for pair in pieces if pair[1])
