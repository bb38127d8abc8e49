"""Fetching: aiohttp, nowhere else. Limits on time and size, addresses judged at connecting, redirects too."""

from __future__ import annotations

import asyncio
import os
import socket
import time
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote, urldefrag, urljoin

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from wonmun.errors import FetchError
from wonmun.net.addresses import denied
from wonmun.net.guard import Allowed, judge, judge_address, refusal
from wonmun.net.inflate import unpacker
from wonmun.net.response import Headers, Limits, Onward, Response, header_text, retry_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from aiohttp.connector import AddrInfoType

DEFAULT_AGENT = "wonmun (checks pages for injected spam)"
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_NO_TEXT = (
    "image/",
    "audio/",
    "video/",
    "font/",
    "application/pdf",
    "application/zip",
    "application/gzip",
    "application/x-7z",
)
_CHUNK = 65_536


class _Resolver(AbstractResolver):
    """Looks names up and judges every address behind them; what it lets through is what gets connected."""

    def __init__(self, allowed: Allowed) -> None:
        self.allowed = allowed
        self.inside: set[tuple[str, int]] = set()
        """Private addresses that an allowed name leads to."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        loop = asyncio.get_running_loop()
        private = (host.lower().rstrip("."), port) in self.allowed.pairs
        flags = 0 if private else socket.AI_ADDRCONFIG  # which finds no localhost on a machine without network
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family, flags=flags)
        results: list[ResolveResult] = []
        for kind, _, proto, _, address in found:
            ip = str(address[0])
            if private:
                self.inside.add((ip, port))
            else:
                judge_address(ip, host, f"{host}:{port}")
            results.append(
                ResolveResult(hostname=host, host=ip, port=port, family=kind, proto=proto, flags=socket.AI_NUMERICHOST)
            )
        return results

    async def close(self) -> None:
        """Nothing is held open."""


class Client:
    """Fetches pages, many at a time. Use it as an async context manager."""

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        allow_private: Iterable[str] = (),
        user_agent: str = DEFAULT_AGENT,
        connections: int = 16,
        per_host: int = 4,
    ) -> None:
        """`allow_private` names the `host:port` pairs that may be loopback or private."""
        self.limits = limits or Limits()
        self.allowed = Allowed.of(allow_private)
        self.user_agent = user_agent
        self._pool = (connections, per_host)
        self._resolver = _Resolver(self.allowed)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            resolver=self._resolver,
            use_dns_cache=False,
            limit=self._pool[0],
            limit_per_host=self._pool[1],
            socket_factory=self._socket,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            auto_decompress=False,
            trust_env=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None),  # ours spans the redirects
            max_field_size=32_768,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session is not None:
            await self._session.close()

    async def fetch(
        self,
        url: str,
        *,
        limits: Limits | None = None,
        headers: Mapping[str, str] | None = None,
        etag: str = "",
        last_modified: str = "",
    ) -> Response:
        """Ask a URL and follow its redirects; return an answer with status 2xx or 304.

        Raises `FetchError`, and nothing else, with a `kind`: refused, timeout, too_large, status (with the
        status and the wait that the server asks for), not_text, network, redirects.
        """
        limits = limits or self.limits
        sent = {
            "User-Agent": self.user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            **(headers or {}),
        }
        if etag:
            sent["If-None-Match"] = etag
        if last_modified:
            sent["If-Modified-Since"] = last_modified
        try:
            async with asyncio.timeout(limits.timeout):
                return await self._follow(url, sent, limits)
        except TimeoutError as error:
            raise FetchError(f"{url}: no whole answer within {limits.timeout:g} s", url=url, kind="timeout") from error
        except (aiohttp.ClientError, OSError, ValueError, RuntimeError) as error:
            raise FetchError(f"{url}: {_reason(error)}", url=url, kind="network") from error

    async def _follow(self, url: str, sent: dict[str, str], limits: Limits) -> Response:
        started, seen, moved = time.monotonic(), [], True
        at = urldefrag(url).url
        while True:
            target = judge(at, self.allowed)
            answer = await self._ask(target.url, sent, limits)
            if isinstance(answer, Onward):
                seen.append(at)
                at, moved = answer.url, moved and answer.for_good
                if at in seen or len(seen) > limits.redirects:
                    what = "redirects in a circle" if at in seen else f"redirects more than {limits.redirects} times"
                    raise FetchError(f"{url}: {what}", url=url, kind="redirects")
                continue
            status, headers, body, truncated = answer
            took, asked = time.monotonic() - started, Headers(sent.items())
            gone = moved and bool(seen)
            return Response(at, status, headers, body, took, tuple(seen), truncated, asked, gone)

    async def _ask(self, url: str, sent: dict[str, str], limits: Limits) -> Onward | tuple[int, Headers, bytes, bool]:
        """Return where a redirect leads, or the answer's parts."""
        assert self._session is not None, "use the client in `async with`"
        async with self._session.get(URL(url), headers=sent, allow_redirects=False) as got:
            if got.status in _REDIRECTS and (location := got.headers.get("Location")):
                return Onward(urldefrag(urljoin(url, _ascii(location.strip()))).url, got.status in _FOR_GOOD)
            headers = Headers((header_text(str(k)), header_text(str(v))) for k, v in got.headers.items())
            if got.status == 304:
                return got.status, headers, b"", False
            if not 200 <= got.status < 300:
                wait = retry_after(got.headers.get("Retry-After", ""))
                message = f"{url}: the server answers {got.status} {header_text(got.reason or '')}".rstrip()
                raise FetchError(message, url=url, kind="status", status=got.status, retry_after=wait)
            kind = headers.get("Content-Type").strip().lower()
            if limits.text_only and kind.startswith(_NO_TEXT):
                raise FetchError(
                    f"{url}: is {kind.split(';')[0]}, not a page", url=url, kind="not_text", status=got.status
                )
            body, truncated = await self._read(got, url, limits)
            return got.status, headers, body, truncated

    async def _read(self, got: aiohttp.ClientResponse, url: str, limits: Limits) -> tuple[bytes, bool]:
        """Read a body piece by piece, unpacked, up to the cap."""
        unpack = unpacker(got.headers.get("Content-Encoding", ""))
        body = bytearray()
        async for chunk in got.content.iter_chunked(_CHUNK):
            for piece in unpack.feed(chunk):
                body += piece
                if len(body) > limits.max_bytes:
                    got.close()
                    if limits.truncate:
                        return bytes(body[: limits.max_bytes]), True
                    message = f"{url}: is larger than {limits.max_bytes:,} bytes"
                    raise FetchError(message, url=url, kind="too_large", status=got.status)
        return bytes(body), False

    def _socket(self, info: AddrInfoType) -> socket.socket:
        """Make the socket for one address: the last place where it can be refused, literals included."""
        family, kind, proto, _, address = info
        ip, port = str(address[0]), int(address[1])
        inside = (ip, port) in self.allowed.pairs or (ip, port) in self._resolver.inside
        if not inside and (why := denied(ip)):
            raise refusal(f"{ip}:{port}", f"leads to {ip}, which is {why}")
        return socket.socket(family, kind, proto)


def fetch_once(
    url: str,
    *,
    limits: Limits | None = None,
    allow_private: Iterable[str] = (),
    user_agent: str = DEFAULT_AGENT,
) -> Response:
    """Fetch one URL and wait for it: for the command line, outside any event loop. Raises `FetchError`."""

    async def run() -> Response:
        async with Client(limits=limits, allow_private=allow_private, user_agent=user_agent, connections=1) as client:
            return await client.fetch(url)

    return asyncio.run(run())


def _ascii(location: str) -> str:
    """Percent-encode what servers put raw into a Location: UTF-8, or bytes of an old character set."""
    raw = location.encode("utf-8", "surrogateescape")
    return quote(raw, safe="!#$%&'()*+,/:;=?@[]~-._\\")


def _reason(error: Any) -> str:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "its host is not known (no such name, or no network)"
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientConnectorSSLError):
        return f"no secure connection ({error.os_error if hasattr(error, 'os_error') else error})"
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"cannot be reached ({os.strerror(error.errno) if error.errno else error.os_error})"
    said = " ".join(str(getattr(error, "message", "") or error).strip("^ \n").split())  # aiohttp's is several lines
    return f"the answer breaks off or is no HTTP ({said or type(error).__name__})"
