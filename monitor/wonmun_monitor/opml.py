"""OPML: lists of feeds in and out. What is trusted travels in an attribute of our own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from wonmun.errors import InputError
from wonmun_monitor.xml import fit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from wonmun_monitor.log.queries.feeds import FeedRow

_LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One feed of a list."""

    url: str
    title: str = ""
    trust: bool = False


def read_opml(path: Path) -> list[Entry]:
    """Read the feeds of an OPML file, nested folders included, each once. Raises `InputError`."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    if len(raw) > _LARGEST:
        raise InputError(f"{path}: is larger than {_LARGEST:,} bytes; no list of feeds is")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path}: is no OPML ({error.msg})") from error
    entries: dict[str, Entry] = {}
    for outline in root.iter("outline"):
        attributes = {str(k).lower(): str(v) for k, v in outline.attrib.items()}
        url = attributes.get("xmlurl", "").strip()
        if url:
            title = attributes.get("title") or attributes.get("text") or ""
            entries.setdefault(url, Entry(url, title, trust=attributes.get("wonmuntrust") == "true"))
    if not entries:
        raise InputError(f"{path}: names no feed; an OPML file has outline elements with xmlUrl")
    return list(entries.values())


def write_opml(feeds: Iterable[FeedRow]) -> str:
    """Write feeds as OPML 2.0."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "wonmun: feeds"
    body = etree.SubElement(root, "body")
    for feed in feeds:
        extra = {"wonmunTrust": "true"} if feed.trust else {}
        etree.SubElement(
            body, "outline", {"type": "rss", "text": fit(feed.title) or feed.url, "xmlUrl": feed.url, **extra}
        )
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written.decode()
