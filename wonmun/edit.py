"""One difference between a page and its genuine copy."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


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


def alone(edits: Sequence[Edit], number: int, apart: int) -> bool:
    """Say whether so many characters around one of the edits are equal."""
    edit = edits[number]
    before, after = edits[number - 1] if number else None, edits[number + 1] if number + 1 < len(edits) else None
    return (before is None or edit.start - before.end >= apart) and (after is None or after.start - edit.end >= apart)


def spellings(edits: Sequence[Edit], page: str) -> dict[str, str]:
    """Give each repeated phrase as the page writes it most often."""
    counts: dict[str, Counter[str]] = {}
    for e in edits:
        if e.phrase:
            counts.setdefault(e.phrase, Counter())[page[e.start : e.end]] += 1
    return {phrase: c.most_common(1)[0][0] for phrase, c in counts.items()}
