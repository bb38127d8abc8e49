"""Report → the answer of `--json`, `--jsonl` and `wonmun scan`: the format outside programs rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wonmun.model import Finding, Report, Trace


def answer_of(report: Report, *, html: bool = False, explain: bool = False) -> dict[str, Any]:
    """Put a report into the contract's shape; offsets are code points.

    `text` is included for web pages only (`html`), where the caller does not have it; `explain` adds the signals.
    """
    answer: dict[str, Any] = {
        "verdict": report.verdict,
        "score": round(report.score, 4),
        "findings": [_finding(f) for f in report.findings],
        "restored": report.restored,
        "genuine_url": report.genuine_url,
        "reasons": list(report.reasons),
    }
    if html:
        answer["text"] = report.text
    if explain:
        answer["explain"] = [_trace(t) for t in report.trace]
    return answer


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "start": finding.start,
        "end": finding.end,
        "found": finding.found,
        "kind": finding.kind,
        "replacement": finding.replacement,
        "confidence": round(finding.confidence, 4),
        "source": finding.source,
        "evidence": list(finding.evidence),
        "guesses": [
            {"value": g.value, "confidence": round(g.confidence, 4), "source": g.source} for g in finding.guesses
        ],
    }


def _trace(trace: Trace) -> dict[str, Any]:
    return {
        "phrase": trace.phrase,
        "count": trace.count,
        "score": round(trace.score, 4),
        "arm": trace.arm,
        "signals": {s.name: round(s.value, 4) for s in trace.signals},
    }
