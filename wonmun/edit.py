"""One difference between a page and its genuine copy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` stands where the genuine text has `genuine[genuine_start:genuine_end]`; either may be empty."""

    start: int
    end: int
    genuine_start: int
    genuine_end: int
    phrase: str = ""
    """The repeated phrase that stands here, letters only; "" for an edit that does not repeat."""
    exact: bool = True
    """False where other edits touch this one: what stood here is not known to the letter."""

    @property
    def there(self) -> tuple[int, int]:
        """The same stretch in the genuine text."""
        return self.genuine_start, self.genuine_end
