"""How the dashboard says things: states and kinds in words, times as people tell them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from wonmun import __version__
from wonmun.translate.words import SOURCES, percent
from wonmun_monitor.urls import clip
from wonmun_server import tongue
from wonmun_server.context import context
from wonmun_server.tongue import read, t

if TYPE_CHECKING:
    from flask import Flask

    from wonmun_monitor.log.queries.alerts import AlertRow
    from wonmun_monitor.log.queries.findings import FindingRow

STATES = {
    "injected": "Injected",
    "suspicious": "Suspicious",
    "recovered": "Recovered",
    "clean": "Clean",
    "gone": "Gone",
    "failed": "Unreachable",
    "new": "Not visited yet",
}
KINDS = {
    "substitution": "put in the place of another word",
    "insertion": "put in between",
    "hidden": "hidden from readers",
    "link": "a planted link",
    "doorway": "a page made for search engines",
}
FILTERS = {"text": "words", "phrase": "phrase", "host": "host", "campaign": "campaign", "feed": "feed"}
"""What a search was narrowed by."""
WRONGS = {"false_alarm": "False alarm", "missed": "Something was missed", "bad_correction": "Wrong correction"}
PROFILES = {"reader": "a reader", "search": "somebody from a search engine", "crawler": "a search engine's crawler"}
_SENTENCES = 6
"""Sentences shown of one finding."""
_STEPS = ((60, "second"), (60, "minute"), (24, "hour"), (30, "day"), (12, "month"))


def install(app: Flask) -> None:
    """Give the templates their filters and words."""
    tongue.install(app)
    app.jinja_env.filters.update(when=when, web=web, percent=percent, number=number, clip=shortened)
    app.jinja_env.filters.update(
        profile=profile, sentence=sentence, evidence=evidence, corrections=corrections, tie=tie
    )
    app.jinja_env.globals.update(STATES=STATES, KINDS=KINDS, SOURCES=SOURCES, WRONGS=WRONGS, FILTERS=FILTERS)
    app.jinja_env.globals.update(version=__version__, sending=sending)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def when(moment: str | None) -> Markup:
    """Write a moment (ISO) so that people read it and programs do: `3 hours ago`, the exact time on hovering."""
    if not moment:
        return t("never")
    exact = moment.replace("T", " ").removesuffix("Z")[:16]
    return Markup('<time datetime="{}" title="{} UTC">{}</time>').format(moment, exact, read(ago(moment)))


def ago(moment: str, now: datetime | None = None) -> str:
    """Say in English how long ago a moment (ISO) was, or how soon it will be.

    >>> ago("2026-11-24T10:00:00Z", datetime(2026, 11, 24, 13, tzinfo=UTC))
    '3 hours ago'
    """
    now = now or datetime.now(UTC)
    seconds = (now - datetime.fromisoformat(moment)).total_seconds()
    length = abs(seconds)
    if length < 45:
        return "just now" if seconds >= 0 else "now"
    unit = "year"
    for size, name in _STEPS:
        if length < size:
            unit = name
            break
        length /= size
    count = max(1, int(length))
    spoken = f"{count} {unit}{'' if count == 1 else 's'}"
    return f"{spoken} ago" if seconds >= 0 else f"in {spoken}"


def web(address: str | None) -> str:
    """Give an address where it is one that a link may lead to, else "": the log holds what strangers wrote."""
    return address if address and address.lower().startswith(("http://", "https://")) else ""


def number(count: int) -> str:
    """Write a number with commas between thousands, as the command line does."""
    return f"{count:,}"


def shortened(text: str | None, length: int = 120) -> str:
    """Cut a stranger's text to one line of at most `length` characters."""
    return clip(text or "", length)


def profile(name: str) -> str:
    """Say who was shown something."""
    return str(t(PROFILES.get(name, name)))


def tie(key: str) -> str:
    """Say what ties a campaign together: `link:HOST`, `phrase:…` or `form:…` in words."""
    kind, _, value = key.partition(":")
    said = {"link": t("links to {host}", host=value), "form": t("a hidden block of one form")}
    return str(said.get(kind, f"“{value}”" if kind == "phrase" else key))


def sentence(text: str) -> str:
    """Begin a sentence with a capital letter."""
    return text[:1].upper() + text[1:]


def sending(alert: AlertRow) -> Markup:
    """Say what became of an alert: sent, tried in vain, waiting, or told to nobody, as the configuration has it."""
    if alert.sent_at:
        return t("sent")
    if alert.last_error:
        return t("not sent yet: {why}", why=clip(read(alert.last_error), 100))
    return t("waits to be sent") if context().settings.alerts.to else t("kept here only")


def evidence(finding: FindingRow) -> tuple[str, ...]:
    """Give what speaks against a finding's places, each sentence once, in the order of the places."""
    told = dict.fromkeys(said for place in finding.places for said in place["evidence"])
    return tuple(map(read, list(told)[:_SENTENCES]))


def corrections(finding: FindingRow) -> tuple[dict[str, Any], ...]:
    """Give what the places of a finding were restored as, the most frequent first."""
    counted: dict[str, dict[str, Any]] = {}
    for place in finding.places:
        value = place["replacement"]
        if value is not None:
            fresh = {"value": value, "count": 0, "source": place["source"], "confidence": place["confidence"]}
            counted.setdefault(value, fresh)["count"] += 1
    return tuple(sorted(counted.values(), key=lambda c: -c["count"]))[:_SENTENCES]
