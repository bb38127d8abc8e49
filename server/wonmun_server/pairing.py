"""Codes that are exchanged once: typed ones that pair an extension, and long ones that sign a browser in."""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, 1, I or O, which people confuse. 32 characters: 5 bits each."""
LENGTH = 8
"""40 bits; at five wrong codes a minute a code that lives ten minutes is guessed once in 2·10¹⁰ tries."""
LIFETIME = 600.0
LOCK = 60.0
WRONG = 5
_OPEN = 20
"""Codes that may wait at a time; the oldest gives way."""


class Locked(Exception):  # noqa: N818 - reads as what it tells: pairing is locked
    """Too many wrong codes: nothing is compared for `seconds` more."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"locked for {seconds:.0f} s")
        self.seconds = seconds


@dataclass(slots=True)
class Pairing:
    """Hands out codes and takes each back once. Five wrong ones in a row lock it for a minute."""

    clock: Callable[[], float] = time.monotonic
    _codes: dict[str, float] = field(default_factory=dict)
    _wrong: int = 0
    _locked_until: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def issue(self) -> str:
        """Make a code, written as `ABCD-EFGH`; it is good once, for ten minutes."""
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        with self._lock:
            while len(self._codes) >= _OPEN:
                del self._codes[next(iter(self._codes))]
            self._codes[code] = self.clock() + LIFETIME
        return f"{code[:4]}-{code[4:]}"

    def redeem(self, given: str) -> bool:
        """Take a code, in whatever case and with whatever dashes and blanks. Raises `Locked`."""
        code = "".join(c for c in given.upper() if c.isalnum())
        with self._lock:
            now = self.clock()
            if now < self._locked_until:
                raise Locked(self._locked_until - now)
            self._codes = {c: ends for c, ends in self._codes.items() if ends > now}
            if self._codes.pop(code, None) is not None:
                self._wrong = 0
                return True
            self._wrong += 1
            if self._wrong >= WRONG:
                self._wrong = 0
                self._locked_until = now + LOCK
            return False


@dataclass(slots=True)
class SignIn:
    """Long codes in a printed address: each signs one browser in, once. Too long (128 bits) to be guessed."""

    _codes: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def issue(self) -> str:
        """Make a code for one printed address; it is good until it is used or the server ends."""
        code = secrets.token_urlsafe(16)
        with self._lock:
            self._codes.add(code)
        return code

    def redeem(self, given: str) -> bool:
        """Take a code back; False where there is no such one any more."""
        with self._lock:
            if given in self._codes:
                self._codes.discard(given)
                return True
            return False
