"""English."""

from __future__ import annotations

from wonmun.language.spaced import Spaced


class English(Spaced):
    """Implements `Language` for English."""

    def __init__(self) -> None:
        super().__init__("en", frozenset({"s", "es"}))
