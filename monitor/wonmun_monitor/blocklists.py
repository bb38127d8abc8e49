"""Lists of hosts, in and out: uBlacklist, AdBlock, hosts file, plain domains. Pure.

A list read from somebody else is a weak prior and never a verdict.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.errors import InputError
from wonmun_monitor.urls import clip

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMATS = ("ublacklist", "adblock", "hosts", "domains")
MOST = 500_000
"""Hosts read from one list."""
_HOST = r"((?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}|\d{1,3}(?:\.\d{1,3}){3})"
_LINES = {
    "ublacklist": re.compile(rf"^\*://(?:\*\.)?{_HOST}/\*\s*$", re.IGNORECASE),
    "adblock": re.compile(rf"^\|\|{_HOST}\^(?:\$(?:all|document|doc|popup|important|,)+)?\s*$", re.IGNORECASE),
    "hosts": re.compile(rf"^(?:0\.0\.0\.0|127\.0\.0\.1|::1?|::)\s+{_HOST}\s*(?:#.*)?$", re.IGNORECASE),
    "domains": re.compile(rf"^(?:\*\.)?{_HOST}\s*(?:#.*)?$", re.IGNORECASE),
}


def parse_blocklist(text: str, form: str, name: str) -> tuple[str, ...]:
    """Give the hosts of a list, each once. Raises `InputError` where no line is of the format."""
    line_of = _LINES[form]
    hosts: dict[str, None] = {}
    for line in text.splitlines():
        if found := line_of.match(line.strip()):
            hosts[found.group(1).lower()] = None
            if len(hosts) >= MOST:
                break
    if not hosts and any(line.strip() and line.strip()[0] not in "#![" for line in text.splitlines()):
        raise InputError(f"{clip(name)}: no line is of the format {form}; mend blocklists[].format")
    return tuple(hosts)


def write_blocklist(hosts: Iterable[str], form: str) -> str:
    """Write a list that others can subscribe to. Raises `InputError` for a format there is none of.

    >>> print(write_blocklist(["spam.example"], "adblock").splitlines()[-1])
    ||spam.example^
    """
    if form not in FORMATS:
        raise InputError(f"{form!r} is no format of a blocklist; there are {', '.join(FORMATS)}")
    names = list(dict.fromkeys(n for host in hosts if (n := _name(host))))
    mark = "!" if form == "adblock" else "#"
    head = ["[Adblock Plus 2.0]"] if form == "adblock" else []
    head += [f"{mark} Title: wonmun: hosts that serve injected copies", f"{mark} Entries: {len(names)}"]
    return "\n".join([*head, *(_entry(form, name) for name in names), ""])


def _entry(form: str, name: str) -> str:
    if form == "ublacklist":
        return f"*://{name}/*" if name.replace(".", "").isdecimal() else f"*://*.{name}/*"
    return {"adblock": f"||{name}^", "hosts": f"0.0.0.0 {name}", "domains": name}[form]


def _name(host: str) -> str:
    """Take the port off: no format of blocklists knows one. Addresses in brackets (IPv6) are left out."""
    name = host.rsplit(":", 1)[0] if host.count(":") == 1 else host
    return name if re.fullmatch(rf"{_HOST}|localhost|[\d.]+", name, re.IGNORECASE) else ""
