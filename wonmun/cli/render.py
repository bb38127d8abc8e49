"""Report → lines for people."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from wonmun.model import Finding, Report

CONTEXT = 24
"""Code points of text shown on either side of a finding."""

MOST_SHOWN = 40
"""Findings shown of one document; the rest is counted."""

_VERDICTS = {
    "clean": ("clean: nothing injected was found", "green"),
    "suspicious": ("SUSPICIOUS: this may be injected", "yellow"),
    "injected": ("INJECTED: this text was tampered with", "red"),
}


def render(name: str, report: Report, *, explain: bool = False) -> str:
    """Say for people: verdict, phrases and how often, each place before and after, and the genuine source."""
    words, colour = _VERDICTS[report.verdict]
    lines = [f"{name}: {click.style(words, fg=colour, bold=True)} (score {report.score:.2f})"]
    counted = Counter((f.found, f.kind) for f in report.findings)
    lines += [f"  {_quoted(found)} {_kind(kind)}, {_times(n)}" for (found, kind), n in counted.most_common()]
    lines += [f"  why: {reason}" for reason in report.reasons]
    if report.genuine_url:
        lines.append(f"  genuine article: {report.genuine_url}")
    if report.findings:
        lines.append("")
    for number, finding in enumerate(report.findings[:MOST_SHOWN], 1):
        lines += _place(number, finding, report)
    if len(report.findings) > MOST_SHOWN:
        lines.append(f"  … and {len(report.findings) - MOST_SHOWN} more; --json lists all")
    if explain:
        lines += _explained(report)
    return "\n".join(lines)


def _place(number: int, finding: Finding, report: Report) -> list[str]:
    before = report.text[max(0, finding.start - CONTEXT) : finding.start].replace("\n", " ")
    after = report.text[finding.end : finding.end + CONTEXT].replace("\n", " ")
    lines = [f"{number:4}  {before}{click.style(f'[{finding.found}]', fg='red')}{after}"]
    if finding.replacement is None:
        lines.append(f"      {click.style('not corrected', fg='yellow')}{_guessed(finding)}")
    else:
        put = click.style(f"[{finding.replacement}]", fg="green")
        how = f"from {finding.source}, {finding.confidence:.0%} sure"
        lines.append(f"      {before}{put}{after}   ({how})")
    lines += [
        f"      {click.style(sentence, dim=True)}" for sentence in finding.evidence if sentence not in report.reasons
    ]
    return lines


def _guessed(finding: Finding) -> str:
    if not finding.guesses:
        return ": nothing tells what stood here"
    guesses = ", ".join(f"{_quoted(g.value)} {g.confidence:.0%}" for g in finding.guesses)
    return f": not sure enough; could be {guesses}"


def _explained(report: Report) -> list[str]:
    lines = ["", "signals of the candidates, strongest first:"]
    for trace in report.trace:
        lines.append(f"  {_quoted(trace.phrase)} × {trace.count}: score {trace.score:.3f} ({trace.arm})")
        for signal in trace.signals:
            note = f"  {signal.evidence}" if signal.evidence else ""
            lines.append(f"      {signal.name:<24} {signal.value:>10.3f}{note}")
    return lines if report.trace else ["", "no phrase came near to being suspicious, so there is nothing to explain"]


def _kind(kind: str) -> str:
    return {
        "substitution": "put in place of a term",
        "insertion": "put into the text",
        "hidden": "hidden in the page",
        "link": "in a block of spam links",
        "doorway": "in a doorway page",
    }[kind]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _quoted(text: str) -> str:
    return f"“{text}”"
