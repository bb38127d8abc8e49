"""The server's two secrets: the token of paired clients, and the read-only one in addresses under /out/.

Both are files of mode 0600 in the data folder, made at the first start. `WONMUN_TOKEN` fixes the first for
automation and is then never written down.
"""

from __future__ import annotations

import logging
import os
import secrets
import stat
import threading
from hmac import compare_digest
from typing import TYPE_CHECKING

from wonmun.errors import WonmunError

if TYPE_CHECKING:
    from pathlib import Path

_BYTES = 32
_SHORTEST = 16
"""Characters below which a token can be guessed."""
logger = logging.getLogger(__name__)


class Tokens:
    """Compares tokens in constant time; the read-only one can be renewed while the server runs."""

    def __init__(self, token: str, reading: str, folder: Path | None = None) -> None:
        self.token = token
        self._reading = reading
        self._folder = folder
        self._lock = threading.Lock()

    @property
    def reading(self) -> str:
        """The read-only token of /out/."""
        return self._reading

    def is_token(self, given: str) -> bool:
        """Whether a client's bearer token is ours."""
        return compare_digest(given.encode(), self.token.encode())

    def is_reading(self, given: str) -> bool:
        """Whether a path's read-only token is ours."""
        return compare_digest(given.encode(), self._reading.encode())

    def renew_reading(self) -> str:
        """Make the addresses under /out/ that were given away stop working."""
        with self._lock:
            self._reading = secrets.token_urlsafe(_BYTES)
            if self._folder is not None:
                _write(self._folder / "read-token", self._reading)
            return self._reading


def load_tokens(folder: Path) -> Tokens:
    """Read both secrets from the data folder, making what is not there yet.

    Raises `WonmunError` where the folder cannot be written or holds no token. A short `WONMUN_TOKEN` is taken,
    with a warning: whoever sets it may be alone on the machine.
    """
    fixed = os.environ.get("WONMUN_TOKEN", "")
    if fixed and len(fixed) < _SHORTEST:
        logger.warning("WONMUN_TOKEN has %d characters and could be guessed; %d are safe", len(fixed), _SHORTEST)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        token = fixed or _read_or_make(folder / "token")
        return Tokens(token, _read_or_make(folder / "read-token"), folder)
    except OSError as error:
        raise WonmunError(
            f"{error.filename or folder}: cannot be read or written ({error.strerror}); "
            "mend its rights, or name another data folder with WONMUN_DATA"
        ) from error


def _read_or_make(path: Path) -> str:
    if not path.exists():
        _write(path, secrets.token_urlsafe(_BYTES), replace=False)
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) != 0o600:
        path.chmod(0o600)
    found = path.read_text(encoding="ascii", errors="replace").strip()
    if len(found) < _SHORTEST:
        raise WonmunError(f"{path}: holds no token; delete the file, a new one is made at the next start")
    return found


def _write(path: Path, token: str, *, replace: bool = True) -> None:
    """Write beside and move into place: a crash leaves the old secret or the new one, for nobody else.

    Without `replace`, a file that another process has made meanwhile stays: both then use the same secret.
    """
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(token + "\n")
        if replace:
            beside.replace(path)
            return
        try:
            os.link(beside, path)
        except FileExistsError:
            pass
        except OSError:  # a disk without hard links
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)  # a full disk would keep it, empty
