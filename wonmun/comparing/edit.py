"""One difference between a page and its genuine copy, and the record of one that was injected."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Span


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


@dataclass(frozen=True, slots=True)
class Injected:
    """One injected place: where, which phrase, and what the genuine copy has there.

    The original is None where it is not known, and where the difference may be an edit: no word is taken from
    those.
    """

    span: Span
    phrase: str
    original: str | None
    doubtful: bool = False
    loose: bool = False
    """Whether the copy has other words there, which more than the phrase alone would have to give way to."""


def alone(edits: Sequence[Edit], number: int, apart: int) -> bool:
    """Say whether so many characters around one of the edits are equal."""
    edit = edits[number]
    before, after = edits[number - 1] if number else None, edits[number + 1] if number + 1 < len(edits) else None
    return (before is None or edit.start - before.end >= apart) and (after is None or after.start - edit.end >= apart)


def only_value(edits: Sequence[Edit], genuine: str) -> str:
    """Give what the genuine text has at all of the edits; "" where that differs or is not known to the letter."""
    found = {genuine[e.genuine_start : e.genuine_end] for e in edits if e.exact}
    return found.pop() if len(found) == 1 and all(e.exact for e in edits) else ""


def spellings(edits: Sequence[Edit], page: str) -> dict[str, str]:
    """Give each repeated phrase as the page writes it most often."""
    counts: dict[str, Counter[str]] = {}
    for e in edits:
        if e.phrase:
            counts.setdefault(e.phrase, Counter())[page[e.start : e.end]] += 1
    return {phrase: c.most_common(1)[0][0] for phrase, c in counts.items()}
