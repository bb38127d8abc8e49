"""A page's bytes or markup → `Page`: the recipe."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag, XMLParsedAsHTMLWarning
from bs4.exceptions import ParserRejectedMarkup

from wonmun.errors import InputError
from wonmun.page.article import running
from wonmun.page.charset import decode
from wonmun.page.css import Sheet
from wonmun.page.head import read_head
from wonmun.page.hidden import Look
from wonmun.page.kind import refuse_binary
from wonmun.page.plain import plain_page
from wonmun.page.segments import compose
from wonmun.page.walk import walk

if TYPE_CHECKING:
    from wonmun.model import Page
    from wonmun.page.walk import Outline

_MARKUP = re.compile(r"<[a-zA-Z!?/]")
_UNPARSED = re.compile(r"[\x00\ud800-\udfff]")
"""What the parser stops at, or cannot encode: NUL and lone surrogates."""
_SPECIAL = frozenset({"title", "meta", "link", "base", "script", "style"})
_WHITE = (255, 255, 255)
_LITTLE = 200.0
"""Characters of visible running text below which hiding that covers the rest of the page is not believed."""


def parse_page(data: bytes | str, *, url: str | None = None, content_type: str | None = None) -> Page:
    """Read a web page. `content_type` is the header's value, for its character set.

    A text without any markup becomes a plain page. Takes time linear in the size of the page. Raises
    `InputError`, and nothing else, for what is empty, a PDF or other binary data, or holds no text.
    """
    if isinstance(data, bytes):
        refuse_binary(data, content_type)
        text, _ = decode(data, content_type)
    else:
        text = data
    if not text.strip():
        raise InputError("the page is empty; there is nothing to check")
    if (content_type or "").strip().lower().startswith("text/plain") or not _MARKUP.search(text):
        return plain_page(text, url=url)
    page = _parse(_UNPARSED.sub("\ufffd", text), url)
    if not page.text.strip():
        raise InputError("there is no text in the page; it may need scripts to show any")
    return page


def _parse(text: str, url: str | None) -> Page:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        try:
            soup = BeautifulSoup(text, "lxml")
        except ParserRejectedMarkup as error:
            raise InputError("the page's markup cannot be read") from error
    special = [e for e in soup.descendants if isinstance(e, Tag) and e.name in _SPECIAL]
    head = read_head(special, soup.html)
    return compose(_outline(soup, special), head, url)


def _outline(soup: BeautifulSoup, special: list[Tag]) -> Outline:
    sheet = Sheet.of(element.string or "" for element in special if element.name == "style")
    outside = any(e.name == "link" and "stylesheet" in str(e.attrs.get("rel", "")).lower() for e in special)
    start = Look(paper=None if outside else _WHITE)  # a sheet that we do not have may paint the page dark
    outline = walk(soup, sheet, start)
    hidden = sum(len(b.text) for b in outline.blocks if b.hidden_by and not b.links)
    visible = sum(map(running, outline.blocks))
    if visible < _LITTLE and hidden > 4 * visible:  # shown by a script later: `body{opacity:0}`, `#app{display:none}`
        bare = Sheet()
        for element in soup.find_all(style=True):
            del element.attrs["style"]
        return walk(soup, bare, Look())
    return outline
