"""Which IP addresses are nobody's business: every range that leads inside, denied by name.

`ipaddress.is_global` lets NAT64, 6to4, fec0::/10 and multicast pass on Python 3.11, so nothing is left
to it alone. Source of the ranges: IANA's special-purpose address registries.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

_RANGES: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", "this host"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "shared by a provider's customers (CGNAT)"),
    ("127.0.0.0/8", "loopback"),
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved for protocols"),
    ("192.0.2.0/24", "for documentation"),
    ("192.31.196.0/24", "reserved (AS112)"),
    ("192.52.193.0/24", "reserved (AMT)"),
    ("192.88.99.0/24", "a 6to4 relay"),
    ("192.168.0.0/16", "private"),
    ("192.175.48.0/24", "reserved (AS112)"),
    ("198.18.0.0/15", "for benchmarks"),
    ("198.51.100.0/24", "for documentation"),
    ("203.0.113.0/24", "for documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    ("::/128", "this host"),
    ("::1/128", "loopback"),
    ("::/96", "an IPv4 address in an old IPv6 form"),
    ("::ffff:0:0:0/96", "an IPv4 address in IPv6 form (SIIT)"),
    ("64:ff9b:1::/48", "private NAT64"),
    ("100::/63", "a discard range"),
    ("2001::/23", "reserved for protocols (Teredo and others)"),
    ("2001:db8::/32", "for documentation"),
    ("3fff::/20", "for documentation"),
    ("5f00::/16", "for segment routing"),
    ("fc00::/7", "private (unique local)"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "site-local"),
    ("ff00::/8", "multicast"),
)
_V4 = tuple((IPv4Network(net), why) for net, why in _RANGES if ":" not in net)
_V6 = tuple((IPv6Network(net), why) for net, why in _RANGES if ":" in net)
_NAT64 = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = IPv6Network("2002::/16")
_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|\d+")


def denied(address: str) -> str:
    """Say why an IP address may not be asked, in a few words; "" where it may.

    An IPv6 address that carries an IPv4 one (mapped, NAT64, 6to4) is judged by what it carries, too.

    >>> denied("169.254.169.254"), denied("64:ff9b::7f00:1"), denied("93.184.216.34")
    ('link-local', 'NAT64 to an address that is loopback', '')
    """
    try:
        ip = ip_address(address.partition("%")[0])  # a zone ("%eth0") changes nothing
    except ValueError:
        return "no IP address"
    if isinstance(ip, IPv4Address):
        return next((why for net, why in _V4 if ip in net), "")
    if mapped := ip.ipv4_mapped:
        inner = denied(str(mapped))
        return f"IPv4-mapped, {inner}" if inner else ""
    if ip in _NAT64:
        inner = denied(str(IPv4Address(int(ip) & 0xFFFFFFFF)))
        return f"NAT64 to an address that is {inner}" if inner else ""
    if ip in _SIX_TO_FOUR:
        return "6to4"
    why = next((why for net, why in _V6 if ip in net), "")
    return why or ("" if ip in ip_network("2000::/3") or ip in _NAT64 else "outside the global unicast range")


def literal(host: str) -> IPv4Address | IPv6Address | None:
    """Return the address that a URL's host is a writing of; None where it is a name.

    Reads what browsers read (WHATWG URL, "IPv4 parser"): one to four numbers, decimal, octal or hexadecimal.
    Raises `ValueError` for a host that ends in a number and is no address.

    >>> literal("2130706433"), literal("0x7f.1"), literal("example.com")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'), None)
    """
    if host.startswith("[") or ":" in host:
        return IPv6Address(host.strip("[]").partition("%")[0])
    parts = host.rstrip(".").split(".")
    if not _NUMBER.fullmatch(parts[-1]):
        return None
    if len(parts) > 4 or not all(_NUMBER.fullmatch(p) for p in parts):
        raise ValueError(host)
    numbers = [_number(p) for p in parts]
    if any(n > 255 for n in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(numbers)):
        raise ValueError(host)
    return IPv4Address(sum(n << 8 * (3 - i) for i, n in enumerate(numbers[:-1])) + numbers[-1])


def _number(part: str) -> int:
    if len(part) > 40:
        raise ValueError(part)
    if part[:2] in {"0x", "0X"}:
        return int(part[2:] or "0", 16)
    return int(part, 8) if len(part) > 1 and part[0] == "0" else int(part)
