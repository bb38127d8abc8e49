"""Two loopback servers: one gives the tests' pages (and is the proxy for made-up hosts), one speaks `/v1/check`."""

from __future__ import annotations

import json
import threading
from abc import ABC, abstractmethod
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN = "a-token-of-the-tests"
Answer = tuple[int, str, bytes]


class Loopback(ABC):
    """An HTTP server on a free loopback port, for as long as the `with` lasts."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self.answer))
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @abstractmethod
    def answer(self, request: Request) -> Answer:
        """What is answered to a request."""


@dataclass(frozen=True)
class Request:
    """One request as it came."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Site(Loopback):
    """Gives pages by path, under any host name ending in `.example`; notes requests for any other host."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        """Content types of the pages that are no HTML."""
        self.hosts: set[str] = set()
        """Other names that the site answers to."""
        self.before: dict[str, Callable[[], object]] = {}
        """What a path's answer waits for."""
        self.strangers: list[str] = []

    def put(self, path: str, html: str) -> str:
        """Serve a page, and give its address."""
        self.pages[path] = html
        return self.url + path

    def answer(self, request: Request) -> Answer:
        parts = urlsplit(request.target)
        host = parts.hostname or request.headers.get("host", "").split(":")[0]
        if request.method == "CONNECT" or not (
            host in {"127.0.0.1", "localhost", *self.hosts} or host.endswith(".example")
        ):
            self.strangers.append(request.target)
            return 502, "text/plain", b"no such host"
        self.before.get(parts.path, lambda: None)()
        html = self.pages.get(parts.path)
        return (
            (404, "text/html", b"<!doctype html>")
            if html is None
            else (200, self.kinds.get(parts.path, "text/html; charset=utf-8"), html.encode())
        )


@dataclass
class Phrase:
    """What the fake server takes for spam, and what it says about it."""

    found: str
    value: str | None = None
    apply: bool = True
    kind: str = "substitution"
    confidence: float = 0.97
    evidence: list[str] = field(default_factory=lambda: ["It stands where a particle gives it away."])


OF_OWN_PAGES = frozenset({"/v1/health", "/v1/stats"})
"""What the options page and the popup ask of themselves whenever they are opened, as drivers do to reach the
extension; such a request may arrive when the test has begun, and says nothing about a web page."""


class FakeServer(Loopback):
    """Finds given phrases and answers in the wire format; `asked` keeps what it was asked about web pages."""

    def __init__(self) -> None:
        super().__init__()
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        self.phrases: list[Phrase] = []
        self.asked: list[Request] = []
        self.status = 200
        self.api = 1
        self.verdict = "injected"
        self.source: dict[str, Any] = {}
        self.later: dict[str, Callable[[], dict[str, Any]]] = {}
        self.known: dict[str, str] = {}
        self.hold: threading.Event | None = None

    @property
    def checks(self) -> list[Request]:
        """The requests to check a page."""
        return [one for one in self.asked if one.target == "/v1/check"]

    def answer(self, request: Request) -> Answer:
        if request.target not in OF_OWN_PAGES:
            self.asked.append(request)
        if self.hold:
            self.hold.wait(30)
        if (
            request.target not in ("/v1/health", "/v1/pair")
            and request.headers.get("authorization") != f"Bearer {TOKEN}"
        ):
            return _problem(401, "The token is not the server's.")
        if request.target == "/v1/pair" and request.json["code"] != "CODE-1":
            return _problem(403, "No such code.")
        if self.status != 200:
            return _problem(self.status, "As the test wants it.")
        return 200, "application/json", json.dumps(self._value(request)).encode()

    def _value(self, request: Request) -> dict[str, Any]:
        software = {"name": "wonmun", "version": "0.1.0", "api": self.api}
        if request.target == "/v1/pair":
            return {"token": TOKEN}
        if request.target == "/v1/check":
            return self.found_in(request.json)
        if request.target == "/v1/known":
            urls = request.json["urls"]
            return {"known": [{"url": u, "by": self.known[u], "page": 1, "pages": 1} for u in urls if u in self.known]}
        if request.target.startswith("/v1/check/"):
            return self.later[request.target.removeprefix("/v1/check/")]()
        return {"software": software, "version": "0.1.0", "api": self.api}

    def found_in(self, page: dict[str, Any]) -> dict[str, Any]:
        """The answer about a page."""
        findings = [finding for segment in page["segments"] for finding in self._findings(segment)]
        for number, finding in enumerate(findings):
            finding["id"] = f"f{number}"
        return {
            "software": {"name": "wonmun", "version": "0.1.0", "api": self.api},
            "warnings": [],
            "verdict": self.verdict if findings else "clean",
            "score": 0.98 if findings else 0.01,
            "reasons": ["The same phrase is glued to different words."] if findings else [],
            "findings": findings,
            "source": self.source,
        }

    def _findings(self, segment: dict[str, Any]) -> list[dict[str, Any]]:
        findings = []
        for phrase in self.phrases:
            start = segment["text"].find(phrase.found)
            while start >= 0:
                offset = utf16(segment["text"][:start])
                values = (
                    []
                    if phrase.value is None
                    else [{"value": phrase.value, "confidence": phrase.confidence, "source": "survivors"}]
                )
                findings.append({
                    "segment": segment["id"], "offset": offset, "length": utf16(phrase.found), "found": phrase.found, "kind": phrase.kind,
                    "replacements": values, "apply": phrase.apply and bool(values), "message": "", "evidence": phrase.evidence,
                })  # fmt: skip
                start = segment["text"].find(phrase.found, start + len(phrase.found))
        return findings


def utf16(text: str) -> int:
    """Length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _problem(status: int, detail: str) -> Answer:
    body = {"type": "about:blank", "title": "Problem", "status": status, "detail": detail}
    return status, "application/problem+json", json.dumps(body).encode()


def _handler(answer: Callable[[Request], Answer]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, kind, content = answer(Request(self.command, self.path, headers, body))
            with suppress(ConnectionError):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        do_GET = do_POST = do_CONNECT = _serve  # noqa: N815 - http.server looks for these names

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            """Say nothing."""

    return Handler
