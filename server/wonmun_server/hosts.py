"""Where the server may listen, and the names it answers to. Pure."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from wonmun.errors import SettingsError

if TYPE_CHECKING:
    from wonmun.settings import Server


def refuse_remote(server: Server) -> None:
    """Raise `SettingsError` where `server.host` is open to other machines and nobody allowed that, or is IPv6."""
    if ":" in server.host and server.host.strip("[]") != "::":
        raise SettingsError(
            f"server.host: {server.host} is an IPv6 address, which the Host check cannot name; use 127.0.0.1"
        )
    if not server.allow_remote and not is_loopback(server.host):
        raise SettingsError(
            f"server.host: {server.host} can be reached by other machines; "
            "use 127.0.0.1, or set server.allow_remote: true after reading SECURITY.md"
        )


def trusted_hosts(server: Server) -> list[str]:
    """Names that a Host header may carry; what else resolves here is DNS rebinding."""
    named = [] if server.host in {"0.0.0.0", "::", ""} else [server.host]  # noqa: S104 - compared, not bound
    return ["127.0.0.1", "localhost", *named, *server.trusted_hosts]


def is_loopback(host: str) -> bool:
    """Whether a host names this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
