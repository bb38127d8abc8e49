"""A page's bytes or markup → `Page`: the recipe."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from lxml import etree

from wonmun.errors import InputError
from wonmun.page.article import running
from wonmun.page.cascade import Cascade
from wonmun.page.charset import decode
from wonmun.page.css import Sheet
from wonmun.page.having import Having
from wonmun.page.head import linked_data, read_head
from wonmun.page.hidden import Look
from wonmun.page.kind import refuse_binary
from wonmun.page.plain import plain_page
from wonmun.page.raw import in_force, raw_elements
from wonmun.page.saved import saved_page
from wonmun.page.segments import compose
from wonmun.page.siblings import Siblings
from wonmun.page.trailing import trailing
from wonmun.page.unseen import with_unseen
from wonmun.page.walk import Walker
from wonmun.page.written import styles_set, written_out

if TYPE_CHECKING:
    from wonmun.model import Page

T_co = TypeVar("T_co", covariant=True)
_MARKUP = re.compile(r"<[a-zA-Z!?/]")
_UNPARSED = re.compile(r"[\x00\ud800-\udfff]")
"""What the parser stops at, or cannot encode: NUL and lone surrogates."""
_WHITE = (255, 255, 255)
_LITTLE = 200.0
"""Characters of visible running text below which hiding that covers the rest of the page is not believed."""


def parse_page(data: bytes | str, *, url: str | None = None, content_type: str | None = None) -> Page:
    """Read a web page. `content_type` is the header's value, for its character set.

    Of a page saved as a single file (MHTML) the page itself is read; a text without any markup becomes a plain page.
    Raises `InputError`, and nothing else, for what is empty, a PDF or other binary data, or holds no text.

    Takes time linear in the size of the page, and memory of some twenty times that. Given up for it: matching style
    sheets beyond a fixed amount of work (`cascade.MOST`), elements nested more than 1,000 deep, rules that count
    siblings where there are more than 10,000 elements, and breaks between
    pieces of text where there are more than 5,000 and shorter ones than 60 characters of source each.
    """
    if isinstance(data, bytes):
        if saved := saved_page(data):
            data, url, content_type = saved[0], url or saved[1], saved[2]
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
    text = written_out(text)
    head = read_head(text)
    styles: list[str] = []
    set_by_scripts: list[str] = []
    said = list(head.said)
    for name, attributes, content in raw_elements(text):
        if name == "style":
            styles += [content] if in_force(attributes) else []
        elif "ld+json" in attributes.lower():
            said += linked_data(content)
        else:
            set_by_scripts += styles_set(content)
    head = replace(head, said=tuple(dict.fromkeys([*said, *trailing(text)])))
    paper = None if head.styled else _WHITE  # a sheet that we do not have may paint the page dark
    sheet = Sheet.of([*styles, *set_by_scripts])
    places = _walk(text, Siblings()) if sheet.counts else ()
    having = _walk(text, Having(sheet.having)) if sheet.having else ()
    walker = Walker(Cascade(sheet, None, places, having), Look(paper=paper), len(text))
    outline = _walk(text, walker)
    hidden = sum(len(b.text) for b in outline.blocks if b.hidden_by and not b.links)
    visible = sum(map(running, outline.blocks))
    if visible < _LITTLE and hidden > 4 * visible:  # shown by a script later: `body{opacity:0}`, `#app{display:none}`
        outline = _walk(text, Walker(None, Look(), len(text)))
    return with_unseen(compose(outline, replace(head, lang=walker.lang), url), walker.pictures)


class _Target(Protocol[T_co]):
    """What receives the parser's events."""

    def start(self, name: str, attrs: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def data(self, text: str) -> None: ...
    def close(self) -> T_co: ...


def _walk(text: str, target: _Target[T_co]) -> T_co:
    parser = etree.HTMLParser(target=target, recover=True, huge_tree=True)
    try:
        parser.feed(text)
        result: T_co = parser.close()
    except etree.LxmlError as error:
        raise InputError(f"the page's markup cannot be read ({error})") from error
    return result
