"""Numbers over time as an SVG made here, by pygal; its colours come from the dashboard's style sheet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pygal
from lxml import etree
from markupsafe import Markup

from wonmun_server.tongue import read

if TYPE_CHECKING:
    from collections.abc import Sequence

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SVG = "{http://www.w3.org/2000/svg}"
_UNWANTED = {f"{_SVG}{name}" for name in ("style", "script", "title")}
"""The title is the drawing library's name."""


def bars(title: str, values: Sequence[tuple[str, int]], *, height: int = 220) -> Markup:
    """Draw a bar for each (day, number). The result holds no style and no script, so a strict policy shows it."""
    highest = max((number for _, number in values), default=0)
    chart = pygal.Bar(
        width=900,
        height=height,
        margin=0,
        margin_top=12,
        css=[],
        js=[],
        spacing=8,
        show_legend=False,
        show_minor_x_labels=False,
        show_x_guides=False,
        truncate_label=-1,
        disable_xml_declaration=True,
        y_labels=_steps(highest),
    )
    labels = [_short(day) for day, _ in values]
    chart.x_labels = labels
    chart.x_labels_major = labels[-1 :: -max(1, len(values) // 5)]
    chart.add(title, [{"value": number, "label": day} for day, number in values])
    return Markup(_bare(chart.render(), title))  # noqa: S704 (drawn here; lxml escapes what is in it)


def _short(day: str) -> str:
    """Write an ISO day as `24 Nov`, in the reader's language."""
    parsed = date.fromisoformat(day)
    return read(f"{parsed.day} {_MONTHS[parsed.month - 1]}")


def _steps(highest: int) -> list[int]:
    """Give at most five whole numbers for the axis, from zero to what holds the highest bar."""
    step = 1
    while highest > step * 4:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return list(range(0, max(highest, 1) + step, step))


def _bare(svg: bytes, title: str) -> str:
    root = etree.fromstring(svg)
    for element in list(root.iter()):
        unwanted = not isinstance(element.tag, str) or element.tag in _UNWANTED
        parent = element.getparent()
        if unwanted and parent is not None:
            parent.remove(element)
        elif "style" in element.attrib:
            del element.attrib["style"]
    root.attrib.pop("id", None)
    root.set("role", "img")
    root.set("aria-label", title)
    root.set("class", "plot")
    drawn: str = etree.tostring(root, encoding="unicode")
    return drawn
