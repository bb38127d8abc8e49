"""Bytes of a feed, a site map, a list or a blocklist → its entries; or one clear sentence.

feedparser always gets bytes in a `BytesIO` (a string it might open as a file or an address), already in UTF-8
(its own reading of EUC-KR labels is wrong), capped before it parses: 50 MB took it 57 s and 1.4 GB.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING

from wonmun.errors import InputError
from wonmun.page.charset import decode
from wonmun_monitor.intents import Item
from wonmun_monitor.urls import absolute, clip, normalise
from wonmun_monitor.xml import fit_references

if TYPE_CHECKING:
    from collections.abc import Iterable

    import feedparser

_ENTRY_END = re.compile(r"</(?:\w+:)?(item|entry)\s*>", re.IGNORECASE)
_ROOT = re.compile(r"<((?:\w+:)?(?:rss|feed|rdf))\b", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ALTERNATE = re.compile(r"<link\b[^>]*\btype=[\"']application/(?:rss|atom)\+xml[\"'][^>]*>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*[\"']([^\"'\s>]+)", re.IGNORECASE)
_LOC = re.compile(r"<(?:\w+:)?loc\s*>\s*(?:<!\[CDATA\[)?\s*(.*?)\s*(?:\]\]>)?\s*</(?:\w+:)?loc\s*>", re.DOTALL)
_LINE = re.compile(r"^\s*(https?://\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a source names. `maps` are the further site maps of an index."""

    items: tuple[Item, ...]
    title: str = ""
    note: str = ""
    maps: tuple[str, ...] = ()


def parse_source(kind: str, body: bytes, url: str, content_type: str, most: int) -> Parsed:
    """Read a source of pages. Raises `InputError` with one sentence where it is none of the kind."""
    if kind == "sitemap":
        return parse_sitemap(body, url, most)
    if kind == "list":
        return parse_list(body, url, content_type, most)
    return parse_feed(body, url, content_type, most)


def parse_feed(body: bytes, url: str, content_type: str, most: int) -> Parsed:
    """Read RSS or Atom in any common character set; at most `most` entries, the rest is noted."""
    import feedparser  # noqa: PLC0415 - a twentieth of a second, which lists, site maps and blocklists need not wait for

    if not body.strip():
        raise InputError(f"{clip(url)}: the feed is empty; check its address")
    text, _ = decode(body, content_type)
    text = fit_references(_DECLARATION.sub("", _DOCTYPE.sub("", text, count=1), count=1))
    text, note = _capped(text, most)
    read = feedparser.parse(
        BytesIO(text.encode("utf-8", "replace")),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
    )
    if not read.version and not read.entries:
        raise InputError(_no_feed(text, url))
    if read.bozo and not note:
        note = "not well-formed; read as far as it goes"
    atom = read.version.startswith("atom")
    entries = [(_link(e, atom=atom), e.get("id") or "", e.get("title") or "") for e in read.entries]
    return Parsed(_items(entries, url, most), title=clip(read.feed.get("title", "")), note=note)


def _capped(text: str, most: int) -> tuple[str, str]:
    """Cut a feed after its `most`-th entry and close it, so that parsing takes no longer than that."""
    cut = 0
    for count, end in enumerate(_ENTRY_END.finditer(text), 1):
        if count > most:
            root = _ROOT.search(text)
            name = root.group(1) if root else "rss"
            tail = f"</channel></{name}>" if name.lower() == "rss" else f"</{name}>"
            return text[:cut] + tail, f"more than {most} entries; only the first {most} are read"
        cut = end.end()
    return text, ""


def _link(entry: feedparser.FeedParserDict, *, atom: bool) -> str:
    """Give an entry's link. Its own name stands in for one only in RSS, whose names are addresses by default."""
    named = next((str(k["href"]) for k in entry.get("links", ()) if k.get("href")), "")
    return str(entry.get("link") or "") if named or not atom else ""


def _no_feed(text: str, url: str) -> str:
    if not _HTML.search(text[:5000]):
        return f"{clip(url)}: is no RSS or Atom feed; check its address"
    for link in _ALTERNATE.findall(text):
        if named := _HREF.search(link):
            other = clip(absolute(url, unescape(named.group(1))))
            return f"{clip(url)}: is a web page, no feed; it names a feed of its own: {other}"
    return f"{clip(url)}: is a web page, no feed; give the address of its RSS or Atom feed"


def parse_sitemap(body: bytes, url: str, most: int) -> Parsed:
    """Read a site map or an index of them, gzip included; the last entries are the newest on many sites."""
    text, _ = decode(_gunzipped(body), "application/xml")
    places = [unescape(place.group(1)) for place in _LOC.finditer(text)]
    if not places:
        raise InputError(_no_feed(text, url).replace("RSS or Atom feed", "site map").replace("feed", "site map"))
    if re.search(r"<(?:\w+:)?sitemapindex\b", text[:5000]):
        return Parsed((), maps=tuple(filter(None, (absolute(url, place) for place in places[:most]))))
    note = f"more than {most} addresses; only {most} are read" if len(places) > most else ""
    return Parsed(_items(((p, p, "") for p in places[:most]), url, most), note=note)


def _gunzipped(body: bytes, most: int = 50_000_000) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, most)
    except zlib.error:
        return b""


def parse_list(body: bytes, url: str, content_type: str, most: int) -> Parsed:
    """Read a plain list, an address a line; what follows the address on a line, and other lines, are comments."""
    text, _ = decode(body, content_type)
    if _HTML.search(text[:2000]):
        text = "\n".join(absolute(url, unescape(h)) for h in _HREF.findall(text))
    places = [found.group(1) for found in _LINE.finditer(text)]
    if not places:
        raise InputError(f"{clip(url)}: holds no address; write one http or https address a line")
    note = f"more than {most} addresses; only the first {most} are read" if len(places) > most else ""
    return Parsed(_items(((p, p, "") for p in places), url, most), note=note)


def _items(entries: Iterable[tuple[str, str, str]], base: str, most: int) -> tuple[Item, ...]:
    """Normalise addresses, dropping what is none; each address and name once."""
    items: dict[str, Item] = {}
    for link, guid, title in entries:
        if not link.strip():
            continue
        try:
            url = normalise(absolute(base, link))
        except InputError:
            continue
        items.setdefault(url, Item(url, guid or url, clip(unescape(title), 300)))
        if len(items) >= most:
            break
    return tuple(items.values())
