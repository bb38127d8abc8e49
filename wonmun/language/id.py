"""Indonesian."""

from __future__ import annotations

from wonmun.language.spaced import Spaced


class Indonesian(Spaced):
    """Implements `Language` for Indonesian: nya, ku, mu, lah, kah, pun may follow a noun."""

    def __init__(self) -> None:
        super().__init__("id", frozenset(["nya", "ku", "mu", "lah", "kah", "pun", "nyalah"]))
