"""Report → lines for people, in their language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wonmun.cli.around import as_corrected, as_found, where
from wonmun.cli.counted import counted
from wonmun.splice import splice
from wonmun.translate import ENGLISH
from wonmun.translate.words import SOURCES, percent

if TYPE_CHECKING:
    from wonmun.cli.inputs import Document
    from wonmun.model import Finding, Page, Report, Segment
    from wonmun.translate import Catalog

MOST_SHOWN = 40
"""Findings shown of one document; the rest is counted."""

MOST_SIGNALS = 10
"""Signals shown of one candidate, those that weigh most."""

_VERDICTS = {
    "clean": ("clean: nothing injected was found", "green"),
    "suspicious": ("SUSPICIOUS: this may be injected", "yellow"),
    "injected": ("INJECTED: this text was tampered with", "red"),
}


def readable(page: Page, report: Report) -> str:
    """The restored text as a reader has it: of a page what it shows, its title once; of a plain text all of it.

    Descriptions and hidden parts say again what the article does, or were put there.
    """
    if not page.html:
        return report.restored
    lines: list[str] = []
    for segment in page.segments:
        text = _restored(report, segment) if segment.role not in {"meta", "hidden"} else ""
        again = segment.role == "title" and lines and (text in lines[0] or lines[0] in text)
        if text.strip() and not again:
            lines.append(text)
    return "\n\n".join(lines)


def _restored(report: Report, segment: Segment) -> str:
    first, last = segment.start, segment.end
    inside = [f for f in report.findings if first <= f.start < f.end <= last]
    values = [(f.start - first, f.end - first, f.replacement) for f in inside if f.replacement is not None]
    return splice(report.text[first:last], values)


def render(document: Document, report: Report, speech: Catalog = ENGLISH, *, explain: bool = False) -> str:
    """Say for people: verdict, phrases and how often, each place before and after, and the genuine source."""
    name, page = document.id, document.page
    words, colour = _VERDICTS[report.verdict]
    verdict = click.style(speech.say(words), fg=colour, bold=True)
    lines = [f"{name}: {verdict} ({speech.say('score')} {report.score:.2f})"]
    lines += [f"  {line}" for line in counted(page, report, speech)]
    lines += [f"  {speech.say('why')}: {speech.read(reason)}" for reason in report.reasons]
    if report.genuine_url:
        lines.append(f"  {speech.say('genuine article')}: {report.genuine_url}")
    if report.findings:
        lines.append("")
    for number, finding in enumerate(report.findings[:MOST_SHOWN], 1):
        lines += _place(number, finding, (page, report), speech)
    if len(report.findings) > MOST_SHOWN:
        more = len(report.findings) - MOST_SHOWN
        lines.append(f"  … {speech.say('and {more} more; --json lists all', more=more)}")
    if explain:
        lines += _explained(report, speech)
    return "\n".join(lines)


def _place(number: int, finding: Finding, shown: tuple[Page, Report], speech: Catalog) -> list[str]:
    page, report = shown
    before, after = as_found(page, finding)
    there = f"   ({speech.say(said)})" if (said := where(page, finding)) else ""
    lines = [f"{number:4}  {before}{click.style(f'[{finding.found}]', fg='red')}{after}{there}"]
    if finding.replacement is None:
        doubted = report.verdict == "suspicious"
        left = click.style(speech.say("not corrected"), fg="yellow")
        lines.append(f"      {left}: {_guessed(finding, speech, doubted=doubted)}")
    else:
        before, after = as_corrected(page, report, finding)
        put = click.style(f"[{finding.replacement}]", fg="green") if finding.replacement else ""
        lines.append(f"      {before}{put}{after}   ({_how_sure(finding, speech)})")
    told = [speech.read(sentence) for sentence in finding.evidence if sentence not in report.reasons]
    return [*lines, *(f"      {click.style(sentence, dim=True)}" for sentence in told)]


def _how_sure(finding: Finding, speech: Catalog) -> str:
    sure = percent(finding.confidence)
    if not finding.replacement:
        return speech.say("taken out, {sure} sure", sure=sure)
    source = speech.say(SOURCES.get(finding.source, finding.source))
    return speech.say("from {source}, {sure} sure", source=source, sure=sure)


def _guessed(finding: Finding, speech: Catalog, *, doubted: bool) -> str:
    if not finding.guesses:
        return speech.say("nothing tells what stood here")
    values = [(_quoted(g.value) if g.value else speech.say("nothing at all"), g.confidence) for g in finding.guesses]
    guesses = ", ".join(f"{value} {percent(confidence)}" for value, confidence in values)
    if doubted:
        return speech.say("nothing is changed on suspicion; could be {guesses}", guesses=guesses)
    return speech.say("not sure enough; could be {guesses}", guesses=guesses)


def _explained(report: Report, speech: Catalog) -> list[str]:
    if not report.trace:
        return ["", speech.say("no phrase came near to being suspicious, so there is nothing to explain")]
    lines = ["", speech.say("signals of the candidates, strongest first:")]
    for trace in report.trace:
        lines.append(f"  {_quoted(trace.phrase)} × {trace.count}: score {trace.score:.3f} ({trace.arm})")
        for signal in trace.signals[:MOST_SIGNALS]:
            note = f"  {signal.evidence}" if signal.evidence else ""
            lines.append(f"      {signal.name:<24} {signal.value:>10.3f}{note}")
        if (more := len(trace.signals) - MOST_SIGNALS) > 0:
            lines.append(f"      … {speech.say('and {more} more; --json lists all', more=more)}")
    return lines


def _quoted(text: str) -> str:
    return f"“{text}”"
