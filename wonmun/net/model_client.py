"""Asks a language model that the user runs (an OpenAI-compatible address): one POST a page, with a deadline."""

from __future__ import annotations

import http.client
import logging
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wonmun.errors import SettingsError
from wonmun.restore import Resources
from wonmun.strategies.model import answers, question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.settings import Model, Settings

_log = logging.getLogger(__name__)
_PATH = "/chat/completions"
_LONGEST = 1_000_000
"""Bytes of an answer that are read; a longer one is none."""
_PIECE = 16_384


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A configured address answers itself: no redirect takes an article elsewhere."""

    def redirect_request(self, *_args: object, **_named: object) -> None:
        """Follow nothing."""


class ModelClient:
    """A `Proposer` over HTTP. Proxies of the environment are not used, redirects not followed."""

    def __init__(self, settings: Model) -> None:
        """Take `restore.model` of the configuration; raises `SettingsError` where its address is none."""
        parts = urlsplit(settings.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise SettingsError(
                f"restore.model.url: {settings.url!r} is no address; write http://localhost:11434/v1 or the like"
            )
        self._url = settings.url if settings.url.endswith(_PATH) else settings.url.rstrip("/") + _PATH
        self._name = settings.name
        self._timeout = float(settings.timeout)
        self._open = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect())

    def __call__(self, excerpts: Sequence[str]) -> list[str | None]:
        """Ask once about all excerpts; None for each where there is no usable answer in time. Raises nothing."""
        try:
            return answers(self._post(question(self._name, excerpts)), len(excerpts))
        except (OSError, http.client.HTTPException, ValueError) as error:
            _log.warning("the language model at %s did not answer: %s", self._url, error)
            return [None] * len(excerpts)

    def _post(self, body: bytes) -> bytes:
        deadline = time.monotonic() + self._timeout
        request = urllib.request.Request(self._url, body, {"Content-Type": "application/json"})  # noqa: S310 - checked above
        with self._open.open(request, timeout=self._timeout) as response:
            parts: list[bytes] = []
            size = 0
            while piece := response.read1(_PIECE):
                parts.append(piece)
                size += len(piece)
                if size > _LONGEST:
                    raise ValueError(f"its answer is longer than {_LONGEST} bytes")
                if time.monotonic() > deadline:
                    raise TimeoutError(f"no whole answer within {self._timeout:g} s")
            return b"".join(parts)


def resources(settings: Settings) -> Resources:
    """Give what restoring may ask by this configuration; nothing by default. Raises `SettingsError`."""
    return Resources(propose=model_client(settings.restore.model))


def model_client(settings: Model) -> ModelClient | None:
    """Make the client that the configuration asks for; None while `restore.model.url` is empty."""
    return ModelClient(settings) if settings.url else None
