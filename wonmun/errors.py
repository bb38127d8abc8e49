"""What can go wrong, as a small tree; every message says what, where, and what to do."""

from __future__ import annotations


class WonmunError(Exception):
    """Any failure that is reported to the user in one sentence. `str(error)` is that sentence."""


class InputError(WonmunError):
    """What was to be checked cannot be read, or is no text."""


class SettingsError(WonmunError):
    """config.yaml says something that cannot be; the message names the file and the key's path."""


class FetchError(WonmunError):
    """An address could not be fetched."""

    def __init__(
        self, message: str, *, url: str, kind: str, status: int | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.url = url
        self.kind = kind
        """refused, timeout, too_large, status, not_text, network, redirects or robots."""
        self.status = status
        self.retry_after = retry_after
        """Seconds that the server asked us to wait, where it did."""


class LogError(WonmunError):
    """The log cannot be opened, is damaged, or was written by a newer version."""


class MemoryFileError(InputError):
    """A file given by --originals cannot be used."""
