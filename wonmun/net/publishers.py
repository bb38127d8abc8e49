"""How publishers address their articles: a number that a mirror kept in its own address leads to the genuine one.

Fetches nothing; what comes out is asked for through the guard (`client.py`), by who is allowed to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.model import Page


@dataclass(frozen=True, slots=True)
class Pattern:
    """One publisher's way of addressing an article."""

    domain: str
    names: tuple[str, ...]
    alone: bool
    """True where the number's form is nobody else's; else the page must name the publisher."""
    address: str
    """With `{0}`, `{1}` for what the groups of `number` hold."""
    number: re.Pattern[str]


@cache
def patterns() -> tuple[Pattern, ...]:
    """Read `publishers.tsv`, which ships with this file."""
    lines = files("wonmun.net").joinpath("publishers.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_pattern(*line.split("\t")) for line in lines if not line.startswith("#"))


def _pattern(domain: str, names: str, when: str, address: str, number: str) -> Pattern:
    bounded = re.compile(rf"(?<![A-Za-z0-9]){number}(?![A-Za-z0-9])")
    return Pattern(domain, tuple(names.split(",")), when == "alone", address, bounded)


def publishers_addresses(page: Page) -> Iterator[str]:
    """Give the publishers' addresses that the page's own address leads to, those of publishers it names first.

    A page at a publisher's own domain leads nowhere: it is the genuine one.
    """
    host, path = _split((page.url or "").replace("&amp;", "&"))
    fitting = [(p, m) for p in patterns() if (m := p.number.search(path))]
    if not fitting or any(_at(host, p.domain) for p in patterns()):
        return
    said = "\n".join([page.text, *(value for _, value in page.head), *(link.href for link in page.links)])
    named = [(p, m) for p, m in fitting if p.domain in said or any(n in said for n in p.names)]
    for pattern, match in dict.fromkeys([*named, *((p, m) for p, m in fitting if p.alone)]):
        yield pattern.address.format(*match.groups())


def is_publishers(address: str) -> bool:
    """Say whether an address is on the very host where a publisher of the table keeps its articles.

    A domain alone proves nothing: anybody may write at `blog.naver.com`.
    """
    return host_key(address) in _article_hosts()


def host_key(address: str) -> str:
    """Give an address's host, and its port where it is odd, without what publishers put before one host; "" for none.

    >>> host_key("https://m.example.org/1"), host_key("http://amp.example.org:8080/1"), host_key("원문")
    ('example.org', 'example.org:8080', '')
    """
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www|m|mobile|amp)\.", "", parts.hostname or "") + port


@cache
def _article_hosts() -> frozenset[str]:
    return frozenset(host_key(re.sub(r"[{}]", "", p.address)) for p in patterns())


def _split(url: str) -> tuple[str, str]:
    """Give an address's host, and its path with the question behind it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "", ""
    return host, f"{parts.path}?{parts.query}"


def _at(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")
