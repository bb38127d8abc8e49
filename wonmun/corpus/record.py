"""What reading a corpus gives: records that can be checked, and what is kept aside because it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wonmun.model import Page


@dataclass(frozen=True, slots=True)
class Record:
    """One record that can be checked."""

    id: str
    data: dict[str, Any]
    """As the input has it; of a WARC its id, url, date and the page's text."""
    page: Page
    where: dict[str, Any]
    """file, and offset, row or record."""
    at: float
    """How much of the unit has been read, in bytes of the input."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """One that cannot, and why."""

    where: dict[str, Any]
    reason: str
    raw: str = ""
