"""The recipe: candidates, signals, verdict, restoring → Report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.detect import detect
from wonmun.model import Report
from wonmun.page.plain import plain_page
from wonmun.restore import Resources, restore

if TYPE_CHECKING:
    from wonmun.memory import Memory
    from wonmun.model import Page


def check(text_or_page: str | Page, memory: Memory | None = None, *, resources: Resources | None = None) -> Report:
    """Say whether a text or a page carries injected phrases, where, and what stood there.

    A string is taken as plain text (not HTML: `wonmun.page.parse` makes a `Page` of that). Offsets in the
    report are code points of `report.text`. Without `memory` only the page itself and language are asked.
    Raises nothing on any text.
    """
    page = plain_page(text_or_page) if isinstance(text_or_page, str) else text_or_page
    detection = detect(page, memory)
    return restore(page, detection, memory, resources or Resources())
