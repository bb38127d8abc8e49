"""Which URLs may be asked: pure rules, no lookup."""

# ruff: noqa: SIM905 - sixty ports read better as a line than as rows of literals
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wonmun.errors import FetchError
from wonmun.net.addresses import denied, literal

if TYPE_CHECKING:
    from collections.abc import Iterable

PORTS = {"http": 80, "https": 443}
"""Schemes that are fetched, with the port that each has where none is named."""
_BAD_PORTS = frozenset(
    map(
        int,
        "0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 "
        "115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 "
        "556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6379 6566 "
        "6665 6666 6667 6668 6669 6679 6697 10080 11211".split(),
    )
)
"""Fetch standard, "bad port", with Redis and memcached, which obey a line of HTTP."""
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_LOCAL_NAMES = re.compile(r"(^|\.)(localhost|local|internal|intranet|lan|home|corp|localdomain|home\.arpa)$")
_LONGEST = 8000


@dataclass(frozen=True, slots=True)
class Target:
    """Where a URL leads."""

    url: str
    scheme: str
    host: str
    """Lower case, a literal address in its usual writing, without brackets."""
    port: int
    private_allowed: bool
    """The configuration names this host and port: it may be loopback or private."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """`monitor.allow_private`: the host:port pairs that may lead inside."""

    pairs: frozenset[tuple[str, int]] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[str]) -> Allowed:
        """Read `host:port` entries (`[::1]:8000` for IPv6); one without a port names 80 and 443.

        >>> ("127.0.0.1", 8000) in Allowed.of(["127.0.0.1:8000"]).pairs
        True
        """
        pairs: set[tuple[str, int]] = set()
        for entry in entries:
            host, colon, port = entry.strip().rpartition(":")
            if colon and port.isdecimal() and not (":" in host and not host.endswith("]")):
                pairs.add((_canonical(host), int(port)))
            else:
                pairs |= {(_canonical(entry.strip()), 80), (_canonical(entry.strip()), 443)}
        return cls(frozenset(pairs))


def judge(url: str, allowed: Allowed | None = None) -> Target:
    """Say where `url` leads, or raise `FetchError` (kind `refused`) with the reason.

    Refused are: schemes other than http and https, backslashes, spaces and control characters, names and
    passwords, ports of other services, hosts that are denied addresses however written, and local names.
    """
    if len(url) > _LONGEST:
        raise refusal(f"{url[:80]}…", f"is longer than {_LONGEST} characters")
    if _UNSAFE.search(url):
        raise refusal(url, "holds a space, a backslash or a control character")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise refusal(url, f"is no valid URL ({error})") from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise refusal(url, f"is not http or https but {scheme or 'without a scheme'}")
    if "@" in parts.netloc:
        raise refusal(url, "carries a user name or password")
    if not parts.hostname:
        raise refusal(url, "names no host")
    try:
        host = _canonical(parts.hostname)
    except ValueError as error:
        raise refusal(url, "has a host that is neither a name nor an address") from error
    port = PORTS[scheme] if port is None else port
    target = Target(url, scheme, host, port, allowed is not None and (host, port) in allowed.pairs)
    if not target.private_allowed:
        _judge_host(target)
    return target


def judge_address(address: str, host: str, url: str) -> None:
    """Raise `FetchError` (kind `refused`) where the address that a host's name leads to may not be asked."""
    if why := denied(address):
        raise refusal(url or host, f"leads to {address}, which is {why}")


def refusal(url: str, why: str) -> FetchError:
    """Make the error for a URL that is not asked."""
    advice = "; to allow it, name its host:port under monitor.allow_private" if "which is" in why else ""
    return FetchError(f"{url}: refused, because it {why}{advice}", url=url, kind="refused")


def _judge_host(target: Target) -> None:
    if target.port in _BAD_PORTS:
        raise refusal(target.url, f"asks port {target.port}, which is another service's")
    if target.host[-1:].isdigit() or ":" in target.host:
        judge_address(target.host, target.host, target.url)
    if _LOCAL_NAMES.search(target.host):
        raise refusal(target.url, f"leads to {target.host}, which is a name for local networks")


def _canonical(host: str) -> str:
    """Return a host as it is compared: folded, lower case, literal addresses in their usual writing."""
    bare = unicodedata.normalize("NFKC", host.strip("[]")).lower().replace("\u3002", ".").rstrip(".")
    if not bare or len(bare) > 253 or re.search(r"[\s/@?#%\\]", bare.partition("%")[0]):
        raise ValueError(host)
    address = literal(bare)
    return str(address) if address is not None else bare
