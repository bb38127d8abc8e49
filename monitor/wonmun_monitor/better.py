"""What checking an injected page once more changes, when more is known of it than at its visit; and when to. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wonmun_monitor.found import group

if TYPE_CHECKING:
    from wonmun_monitor.intents import Found, Reading

FIRST, FACTOR, TRIES = 6 * 3600, 4, 3
"""Seconds until a page that is not wholly restored is tried again, how that grows, and how often: after six hours,
a day, four days. Papers cover an event within days."""


@dataclass(frozen=True, slots=True)
class Better:
    """What is to be written of a page that was checked again."""

    found: tuple[Found, ...]
    genuine_url: str
    reasons: tuple[str, ...]
    again_at: float | None = None


def better(reading: Reading, tries: int, now: float) -> Better | None:
    """Say what a page that was checked again `tries` times changes; None where it is injected no more.

    Then the page as a whole is another one, which is for a visit to decide.
    """
    report = reading.report
    if report.verdict != "injected":
        return None
    return Better(group(reading), report.genuine_url or "", report.reasons, try_again(reading, tries, now))


def try_again(reading: Reading, tries: int, now: float) -> float | None:
    """Say when a page is to be checked again though no copy of it has come.

    None where it is not injected, its copy is known, nothing is left to restore, or it was tried often enough.
    """
    report = reading.report
    whole = report.genuine_url or all(f.replacement is not None for f in report.findings)
    if report.verdict != "injected" or whole or tries >= TRIES:
        return None
    return now + float(FIRST * FACTOR**tries)
