"""One HTML page about a finished scan: the figures, plots, and the most frequent phrases with examples."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from wonmun.corpus.folder import Folder
from wonmun.errors import InputError

_PHRASES = 50
_BAR = 420
_TEMPLATE = Path(__file__).with_name("report.html")
_COLOURS = {"clean": "#3b7a57", "suspicious": "#c98a1b", "injected": "#b3362b", "rejected": "#7a7a85"}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a plot."""

    label: str
    count: int
    colour: str = "#b3362b"


def write_report(path: Path) -> Path:
    """Write `report.html` into the folder of a finished scan and return its path.

    Raises `InputError` where the folder holds no finished scan. The page needs nothing but itself.
    """
    folder = Folder(path)
    try:
        summary = json.loads(folder.summary.read_bytes())
    except FileNotFoundError as error:
        raise InputError(f"{path}: holds no finished scan; run `wonmun scan INPUT --out {path}` to its end") from error
    except ValueError as error:
        raise InputError(f"{folder.summary}: is damaged ({error}); run the scan again") from error
    target = path / "report.html"
    with folder.writing(target) as stream:
        stream.write(render(summary).encode("utf-8", "replace"))
    return target


def render(summary: dict[str, Any]) -> str:
    """Turn a summary into the page."""
    verdicts = [Bar(name, int(summary[name]), colour) for name, colour in _COLOURS.items()]
    phrases = list(summary["phrases"].items())[:_PHRASES]
    kinds = [Bar(name, count) for name, count in sorted(summary["kinds"].items(), key=lambda k: -k[1])]
    rejections = [Bar(name, count, _COLOURS["rejected"]) for name, count in summary["rejections"].items()]
    parts = {
        "inputs": escape(", ".join(summary["asked"]["inputs"])),
        "figures": _figures(summary),
        "verdicts": plot(verdicts),
        "kinds": plot(kinds) or "<p>None.</p>",
        "phrases": plot([Bar(p, n) for p, n in phrases[:20]]) or "<p>None.</p>",
        "rejections": plot(rejections) or "<p>None.</p>",
        "examples": "\n".join(_phrase(p, n, summary["examples"].get(p, [])) for p, n in phrases),
    }
    return Template(_TEMPLATE.read_text("utf-8")).substitute(parts)


def plot(bars: list[Bar]) -> str:
    """Draw horizontal bars as SVG; "" for nothing to draw."""
    most = max((bar.count for bar in bars), default=0)
    if not most:
        return ""
    rows = []
    for i, bar in enumerate(bars):
        y, width = 8 + 26 * i, max(_BAR * bar.count / most, 1 if bar.count else 0)
        whole = escape(bar.label)
        label = whole if len(bar.label) <= 32 else f"{escape(bar.label[:31])}…<title>{whole}</title>"
        rows.append(
            f'<text x="250" y="{y + 14}" text-anchor="end">{label}</text>'
            f'<rect x="260" y="{y}" width="{width:.1f}" height="18" rx="2" fill="{bar.colour}"/>'
            f'<text x="{266 + width:.1f}" y="{y + 14}">{bar.count:,}</text>'
        )
    height = 12 + 26 * len(bars)
    told = escape("; ".join(f"{bar.label}: {bar.count}" for bar in bars), quote=True)
    return f'<svg viewBox="0 0 780 {height}" role="img" aria-label="{told}">{"".join(rows)}</svg>'


def _figures(summary: dict[str, Any]) -> str:
    seconds = summary["seconds"] or 1e-9
    memory = summary["peak_memory_bytes"]
    shown = {
        "records": f"{summary['records']:,}",
        "injected": f"{summary['injected']:,}",
        "of all": f"{summary['injected'] / max(summary['records'], 1):.2%}",
        "got text back": f"{summary['corrected']:,}",
        "text": f"{summary['bytes'] / 1e6:,.1f} MB",
        "seconds": f"{summary['seconds']:,.1f}",
        "MB/s": f"{summary['bytes'] / 1e6 / seconds:.2f}",
        "memory a worker": "unknown" if memory is None else f"{memory / 1e6:,.0f} MB",
    }
    return "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in shown.items())


def _phrase(phrase: str, count: int, examples: list[dict[str, Any]]) -> str:
    items = "".join(_example(e) for e in examples)
    return f"<section><h3>{escape(phrase)} <small>{count:,} records</small></h3><ul>{items}</ul></section>"


def _example(example: dict[str, Any]) -> str:
    replacement = example["replacement"]
    after = f" → <ins>{escape(replacement) or '(nothing)'}</ins>" if replacement is not None else ""
    return (
        f"<li>…{escape(example['before'])}<mark>{escape(example['found'])}</mark>{after}"
        f"{escape(example['after'])}… <cite>{escape(str(example['id']))}</cite></li>"
    )
