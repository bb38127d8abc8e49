"""wonmun (원문, "the original text"): finds SEO phrases injected into copies of articles, and restores the text.

>>> import wonmun
>>> wonmun.check("오늘 서울은 맑다.").verdict
'clean'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.errors import WonmunError
from wonmun.memory import Memory
from wonmun.model import Article, Copy, Correction, Finding, Page, Report, Segment

if TYPE_CHECKING:
    from wonmun.restore import Resources

__all__ = ["Article", "Copy", "Correction", "Finding", "Memory", "Page", "Report", "Segment", "WonmunError", "check"]
__version__ = "0.1.0"


def check(text_or_page: str | Page, memory: Memory | None = None, *, resources: Resources | None = None) -> Report:
    """Say whether a text or a page carries injected phrases, where, and what stood there.

    A string is taken as plain text (not HTML: `wonmun.page.parse` makes a `Page` of that). Offsets in the
    report are code points of `report.text`. Without `memory` only the page itself and language are asked.
    Raises nothing on any text.
    """
    from wonmun import recipe  # noqa: PLC0415 - a monitor whose workers check, or a command, starts without the engine

    return recipe.check(text_or_page, memory, resources=resources)
