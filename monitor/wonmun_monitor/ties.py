"""What ties findings to one campaign: phrase, targets of the links that go with it, template of hidden blocks. Pure.

A host that everybody links to ties nothing; on one where many have their own corner, the corner does. Hosts of
trusted publishers tie nothing either, which only the log knows (see `log/campaigns.py`).
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wonmun_monitor.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wonmun.model import Finding, Page, Segment

MOST_LINKS = 50
"""Link targets of one finding that are kept as ties."""
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_WORD = re.compile(r"\w{2,}")
_SKELETON_LENGTH = 24
"""A hidden text's skeleton shorter than this says nothing of who put it there."""
_SHAPE_LENGTH = 4
"""Nor does a link's path such as `/a/`."""
EVERYBODYS = frozenset({
    "adobe.com", "amazon.com", "apple.com", "band.us", "cloudflare.com", "creativecommons.org", "daum.net",
    "facebook.com", "fb.com", "github.com", "google.co.kr", "google.com", "googleapis.com", "gstatic.com",
    "instagram.com", "kakao.com", "kakaocorp.com", "line.me", "linkedin.com", "microsoft.com", "mozilla.org",
    "naver.com", "pinterest.com", "reddit.com", "schema.org", "threads.net", "tiktok.com", "twitter.com",
    "w3.org", "wikipedia.org", "wordpress.org", "x.com", "youtu.be", "youtube.com",
})  # fmt: skip
"""Their pages, and those of their subdomains, are linked to from anywhere."""
CORNERS = {
    "bit.ly": 1, "buly.kr": 1, "cutt.ly": 1, "discord.gg": 1, "goo.gl": 1, "han.gl": 1, "linktr.ee": 1, "me2.do": 1,
    "naver.me": 1, "open.kakao.com": 2, "pf.kakao.com": 1, "t.me": 1, "telegram.me": 1, "tinyurl.com": 1, "vo.la": 1,
    "wa.me": 1, "zrr.kr": 1,
}  # fmt: skip
"""Hosts whose addresses begin with somebody's own name or number: how many parts of the path belong to it."""


def campaign_keys(key: str, places: Sequence[Finding], page: Page) -> Iterable[str]:
    """Say what ties a finding to a campaign: `phrase:…`, `link:HOST` or `link:HOST/CORNER`, and `form:…`, a template.

    A hidden block goes with a finding that is in it, or a word of which it repeats: other hidden parts may be the
    original's own menus.
    """
    words = {word for place in places for word in _WORD.findall(place.found)}
    hidden = [s for s in page.segments if s.role == "hidden"]
    blocks = [b for b in hidden if _touched(b, places) or any(word in page.slice(b) for word in words)]
    addresses = [address for place in places for address in _targets(place, page)]
    addresses += [address for block in blocks for address in _within(block, page)]
    own = site(page.url or "")
    linked = sorted({tie for a in addresses if (tie := _tie(a)) and tie.partition("/")[0] != own})
    yield f"phrase:{key}"
    yield from (f"link:{tie}" for tie in linked[:MOST_LINKS])
    yield from sorted({f"form:{form}" for block in blocks if (form := _form(block, page))})


def site(url: str) -> str:
    """Give an address's host without `www.` and `m.`; "" where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")


def _tie(address: str) -> str:
    """Give what of an address names its owner; "" where it may be anybody's."""
    host = site(address)
    if depth := CORNERS.get(host):
        corner = [part for part in urlsplit(address).path.split("/") if part][:depth]
        return "/".join((host, *corner)) if len(corner) == depth else ""
    labels = host.split(".")
    parents = {".".join(labels[n:]) for n in range(len(labels))}
    return "" if parents & EVERYBODYS else host


def _touched(segment: Segment, places: Sequence[Finding]) -> bool:
    return any(segment.start < place.end and place.start < segment.end for place in places)


def _targets(place: Finding, page: Page) -> Iterator[str]:
    """Give the addresses that a place links to, is linked from, or says."""
    base = page.url or ""
    for link in page.links:
        if link.start < place.end and place.start < link.end:
            yield absolute(base, link.href)
    for segment in page.segments:
        if segment.href and _touched(segment, (place,)):
            yield absolute(base, segment.href)
    yield from _ADDRESS.findall(place.found)


def _within(block: Segment, page: Page) -> Iterator[str]:
    """Give the addresses that a block links to."""
    for link in page.links:
        if block.start <= link.start and link.end <= block.end:
            yield absolute(page.url or "", link.href)


def _form(block: Segment, page: Page) -> str:
    """Name a hidden block's template: how it is hidden, with the shape of its links or, where it has none, its text."""
    own = site(page.url or "")
    foreign = [address for address in _within(block, page) if site(address) != own and _tie(address)]
    if foreign:
        what = " ".join(sorted({shape for a in foreign if len(shape := _shape(a)) >= _SHAPE_LENGTH}))
    else:
        what = re.sub(r"\w+", "w", _ADDRESS.sub("u", re.sub(r"\d", "0", page.slice(block))))
        if len(what) < _SKELETON_LENGTH or not re.search(r"[^\sw]", what):
            what = ""
    hidden_by = re.sub(r"\d+", "0", block.hidden_by or "")
    return hashlib.sha256(f"{hidden_by} {what}".encode()).hexdigest()[:24] if what else ""


def _shape(address: str) -> str:
    """Give a path and its parameters' names with numbers as 0, letters of other scripts as one."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    names = "&".join(sorted(pair.partition("=")[0] for pair in parts.query.split("&") if pair))
    path = re.sub(r"(?:%[0-9A-Fa-f]{2}|[^\x00-\x7f])+", "_", re.sub(r"\d+", "0", parts.path))
    return f"{path}?{names}" if names else path
