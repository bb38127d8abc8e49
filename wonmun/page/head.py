"""What a page's head says: title, description, addresses, Open Graph, JSON-LD."""

# ruff: noqa: SIM905 - lists of words read better as words than as rows of quoted literals
from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_META = frozenset(
    "og:title og:description og:url og:site_name og:type twitter:title twitter:description keywords "
    "news_keywords article:published_time article:modified_time article:section author robots "
    "syndication-source original-source".split()
)
_LD = ("headline", "name", "description", "articleBody", "url", "datePublished", "dateModified", "keywords")
_LD_ADDRESSES = ("mainEntityOfPage", "isBasedOn")
_LD_TYPES = re.compile(r"Article|Posting|WebPage|Report|Review|Product")
_LONGEST = 200_000
_LONGEST_ADDRESS, _MOST_ADDRESSES = 2_000, 5
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_TITLE = re.compile(r"<title\b", re.IGNORECASE)
_WITHOUT_HEAD = 100_000
"""Characters looked through where there is no head."""
_LONGEST_HEAD = 500_000
"""Characters of a head that are read."""
_TOLD = frozenset(("title", "meta", "link", "base"))
_LINKS = {"canonical": "canonical", "amphtml": "amphtml", "shortlink": "shortlink"}
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page; texts with white space folded."""

    title: str
    description: str
    said: tuple[tuple[str, str], ...]
    """As `Page.head`."""
    base: str = ""
    lang: str = ""
    """As the page's html element claims."""
    styled: bool = False
    """A style sheet is fetched from elsewhere: what it says is not known."""


def read_head(source: str) -> Head:
    """Read a page's head. Raises nothing.

    Broken pages have no head, or their title behind it: then the beginning of the page is looked through.
    """
    body = _BODY.search(source)
    part = source[: body.start()] if body else source[:_WITHOUT_HEAD]
    if not _TITLE.search(part):
        part = source[: max(len(part), _WITHOUT_HEAD)]
    said: list[tuple[str, str]] = []
    title = description = base = ""
    styled = False
    for element in _elements(part[:_LONGEST_HEAD]):
        attrs = element.attrs
        match element.name:
            case "title":
                title = title or fold("".join(element.texts))
            case "meta":
                name = (attrs.get("property") or attrs.get("name") or "").strip().lower()
                content = fold(attrs.get("content") or "")
                if name == "description":
                    description = description or content
                elif name in _META and content:
                    said.append((name, content))
            case "link":
                rels = (attrs.get("rel") or "").lower().split()
                styled = styled or "stylesheet" in rels
                said += [(_LINKS[rel], attrs["href"]) for rel in rels if rel in _LINKS and "href" in attrs]
            case _:
                base = base or attrs.get("href") or ""
    return Head(title, description, tuple(dict.fromkeys(said)), base, styled=styled)


class _Element(NamedTuple):
    """One of `_TOLD`."""

    name: str
    attrs: dict[str, str]
    texts: list[str]
    """The pieces of a title's text; a title inside a drawing is not the page's."""


class _Told:
    """Receives the parser's events: what of a head tells of the page."""

    def __init__(self) -> None:
        self.elements: list[_Element] = []
        self._titles: list[list[str]] = []
        self._drawings = 0

    def start(self, name: str, attrs: dict[str, str]) -> None:
        texts: list[str] = []
        if name == "svg":
            self._drawings += 1
        if name == "title":
            self._titles.append([] if self._drawings else texts)
        if name in _TOLD:
            self.elements.append(_Element(name, dict(attrs), texts))

    def data(self, text: str) -> None:
        for texts in self._titles:
            texts.append(text)

    def end(self, name: str) -> None:
        if name == "svg":
            self._drawings -= 1
        elif name == "title" and self._titles:
            self._titles.pop()

    def close(self) -> list[_Element]:
        return self.elements


def _elements(part: str) -> list[_Element]:
    parser = etree.HTMLParser(target=_Told(), recover=True)
    found: list[_Element] = []
    if "<" in part:
        with suppress(etree.LxmlError):
            parser.feed(part.removeprefix("\ufeff"))
            found = parser.close()
    return found


def linked_data(source: str) -> Iterator[tuple[str, str]]:
    """Yield ("ld:headline", …), ("ld:articleBody", …) of the articles that a JSON-LD block describes.

    >>> list(linked_data('[{"@type": "NewsArticle", "headline": "제목"}]'))
    [('ld:headline', '제목')]
    """
    try:
        tree = json.loads(source.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    todo: list[Any] = [tree]
    seen = 0
    while todo and seen < 1000:
        seen += 1
        at = todo.pop(0)
        if isinstance(at, list):
            todo += at
        elif isinstance(at, dict):
            todo += [v for k, v in at.items() if k in {"@graph", "mainEntity", "hasPart"}]
            if _LD_TYPES.search(str(at.get("@type", ""))):
                for key in _LD:
                    value = at.get(key)
                    if key == "keywords" and isinstance(value, list):
                        value = ", ".join(word for word in value if isinstance(word, str))
                    if isinstance(value, str) and value.strip():
                        yield f"ld:{key}", _lines(value[:_LONGEST]) if key == "articleBody" else fold(value[:_LONGEST])
                for key in _LD_ADDRESSES:
                    yield from ((key, address) for address in _addresses(at.get(key)))


def _addresses(told: Any) -> Iterator[str]:
    """Yield what linked data gives as an address: itself, a thing with one, or a list of these."""
    for one in told[:_MOST_ADDRESSES] if isinstance(told, list) else [told]:
        address = (one.get("@id") or one.get("url")) if isinstance(one, dict) else one
        if isinstance(address, str) and address.strip():
            yield fold(address[:_LONGEST_ADDRESS])


def fold(text: str) -> str:
    """Fold white space, as browsers do; no-break spaces stay."""
    return _SPACE.sub(" ", text).strip(" ")


def _lines(text: str) -> str:
    return "\n".join(filter(None, map(fold, text.splitlines())))
