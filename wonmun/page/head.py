"""What a page's head says: title, description, addresses, Open Graph, JSON-LD."""

# ruff: noqa: SIM905 - lists of words read better as words than as rows of quoted literals
from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer

if TYPE_CHECKING:
    from collections.abc import Iterator

_META = frozenset(
    "og:title og:description og:url og:site_name og:type twitter:title twitter:description keywords "
    "news_keywords article:published_time article:modified_time article:section article:tag author robots "
    "syndication-source original-source".split()
)
_LD = ("headline", "name", "description", "articleBody", "url", "datePublished", "dateModified", "keywords")
_LD_ADDRESSES = ("mainEntityOfPage", "isBasedOn")
_LD_TYPES = re.compile(r"Article|Posting|WebPage|Report|Review|Product")
_LONGEST = 200_000
_LONGEST_ADDRESS, _MOST_ADDRESSES = 2_000, 5
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_TITLE = re.compile(r"<title\b", re.IGNORECASE)
_XML = re.compile(r"<\?xml", re.IGNORECASE)
_WITHOUT_HEAD = 100_000
"""Characters looked through where there is no head."""
_LONGEST_HEAD = 500_000
"""Characters of a head that are read: BeautifulSoup takes up to forty times their memory."""
_TOLD = SoupStrainer(["title", "meta", "link", "base", "svg"])
"""What is kept of a head; a title inside an svg is not the page's."""
_LINKS = {"canonical": "canonical", "amphtml": "amphtml", "shortlink": "shortlink"}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_REFRESH = re.compile(r"^[\d.\s]*[;,]?\s*(?:url\s*=\s*)?[\"']?(https?://[^\s\"']+)", re.IGNORECASE)
"""What a refresh says: after how many seconds the page of which address comes."""


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
    part = _XML.sub("<!xml", part[:_LONGEST_HEAD])  # BeautifulSoup would warn that XML is no HTML
    said: list[tuple[str, str]] = []
    title = description = base = ""
    styled = False
    soup = BeautifulSoup(part if "<" in part else "", "lxml", parse_only=_TOLD)
    for element in soup.find_all(["title", "meta", "link", "base"]):
        attrs = element.attrs
        match element.name:
            case "title":
                title = title or ("" if element.find_parent("svg") else fold(element.get_text()))
            case "meta":
                name = str(attrs.get("property") or attrs.get("name") or "").strip().lower()
                content = fold(str(attrs.get("content") or ""))
                if name == "description":
                    description = description or content
                elif name in _META and content:
                    said.append((name, content))
                elif str(attrs.get("http-equiv")).lower() == "refresh" and (onward := _REFRESH.match(content)):
                    said.append(("refresh", onward[1]))
            case "link":
                rels = _rels(attrs.get("rel"))
                styled = styled or "stylesheet" in rels
                said += [(_LINKS[rel], str(attrs["href"])) for rel in rels if rel in _LINKS and "href" in attrs]
            case _:
                base = base or str(attrs.get("href") or "")
    return Head(title, description, tuple(dict.fromkeys(said)), base, styled=styled)


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


def _rels(value: object) -> list[str]:
    return [str(v).lower() for v in value] if isinstance(value, list) else str(value or "").lower().split()
