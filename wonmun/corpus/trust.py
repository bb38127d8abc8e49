"""How far a corpus is believed about its own records: only where a record looks injected by itself.

A copy from the corpus that is clean by itself may be an injection that was missed. Where it differs from a record
in words that nothing but the difference speaks against, nobody knows which of the two is genuine.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wonmun.model import Finding, Report


def only_own(report: Report, phrases: Iterable[str]) -> Report:
    """Drop the findings that rest on a copy alone: whose words are none of `phrases`, found without it."""
    known = [bare for phrase in phrases if (bare := _bare(phrase))]
    kept = tuple(f for f in report.findings if f.source != "genuine" or _among(f.found, known))
    if len(kept) == len(report.findings):
        return report
    return replace(report, findings=kept, restored=_restored(report.text, kept))


def _among(found: str, known: list[str]) -> bool:
    bare = _bare(found)
    return any(bare in phrase or phrase in bare for phrase in known) if bare else False


def _bare(phrase: str) -> str:
    return "".join(phrase.split()).casefold()


def _restored(text: str, findings: tuple[Finding, ...]) -> str:
    parts, at = [], 0
    for finding in findings:
        if finding.replacement is not None:
            parts += [text[at : finding.start], finding.replacement]
            at = finding.end
    return "".join((*parts, text[at:]))
