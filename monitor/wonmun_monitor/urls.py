"""Addresses in one spelling, so that a page is one page however many feeds name it."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from wonmun.errors import InputError
from wonmun.net.guard import PORTS

SAMPLE_MIRROR = "/sample/mirror/feed.xml"
"""Where the server of this machine serves the tampered half of the sample site."""
_TRACKERS = frozenset({"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid"})
"""Parameters that say where a reader came from and never which page it is; `utm_…` beside them."""
_SAFE = "%/:=&?~#+!$,;'@()*[]"


def normalise(url: str) -> str:
    """Give the spelling under which the log keeps an address.

    Scheme and host in lower case, no default port, no fragment, no user name, no tracking parameters; path
    and order of parameters stay. Raises `InputError` for anything but http(s) addresses.

    >>> normalise("HTTP://News.Example:80/a?utm_source=x&id=3#top")
    'http://news.example/a?id=3'
    """
    text = url.strip()
    if "\\" in text or any(ord(c) <= 0x20 for c in text):
        raise InputError(f"{clip(url)}: has a blank or a backslash in it; no address of a page has")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise InputError(f"{clip(url)}: is no address ({error})") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not parts.hostname:
        raise InputError(f"{clip(url)}: is no http or https address")
    host = _ascii_host(parts.hostname)
    place = f"[{host}]" if ":" in host else host
    if port and port != PORTS[scheme]:
        place = f"{place}:{port}"
    path = quote(parts.path or "/", safe=_SAFE)
    return urlunsplit((scheme, place, path, _without_trackers(parts.query), ""))


def base_address(host: str, port: int) -> str:
    """Write where this machine reaches a server that listens on `host`, without a slash at the end."""
    reached = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "localhost"}  # noqa: S104 - compared
    return f"http://{reached.get(host, host)}:{port}"


def host_of(url: str) -> str:
    """Give the host of a normalised address, with its port where it is not the scheme's own; "" for no address."""
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def absolute(base: str, href: str) -> str:
    """Give where a link on `base` leads, "" where that is nowhere: a hostile page may write anything.

    >>> absolute("http://a.example/b/", "../c"), absolute("http://a.example/", "http://[::1")
    ('http://a.example/c', '')
    """
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def spelled_host(host: str) -> str:
    """Give the spelling under which the log keeps a host that somebody typed, its port with it.

    Raises `InputError` where it is no name in other letters than ours.

    >>> spelled_host("뉴스.한국:8080"), spelled_host("News.Example")
    ('xn--vg1b002a.xn--3e0b707e:8080', 'news.example')
    """
    if host.isascii():
        return host.lower()
    name, colon, port = host.partition(":")
    return f"{_ascii_host(name)}{colon}{port}"


def domains_of(host: str) -> tuple[str, ...]:
    """Give the names under which a list may know a host: its own without port, then those above it, down to two parts.

    >>> domains_of("m.news.example.kr:8080")
    ('m.news.example.kr', 'news.example.kr', 'example.kr')
    """
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
    if name.startswith("[") or name.replace(".", "").isdecimal():
        return (name,)
    labels = name.split(".")
    return tuple(".".join(labels[n:]) for n in range(max(len(labels) - 1, 1)))


def clip(text: str, length: int = 120) -> str:
    """Cut what stands in a message to one short line."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def _without_trackers(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(k, v) for k, v in pairs if k.lower() not in _TRACKERS and not k.lower().startswith("utm_")]
    return quote(query, safe=_SAFE) if len(kept) == len(pairs) else urlencode(kept)


def _ascii_host(host: str) -> str:
    host = host.lower().rstrip(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise InputError(f"{clip(host)}: is no name of a host ({error})") from None
