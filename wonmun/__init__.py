"""wonmun (원문, "the original text"): finds SEO phrases injected into copies of articles, and restores the text.

>>> import wonmun
>>> wonmun.check("오늘 서울은 맑다.").verdict
'clean'
"""

from __future__ import annotations

from wonmun.check import check
from wonmun.errors import WonmunError
from wonmun.memory import Memory
from wonmun.model import Article, Copy, Correction, Finding, Page, Report, Segment

__all__ = ["Article", "Copy", "Correction", "Finding", "Memory", "Page", "Report", "Segment", "WonmunError", "check"]
__version__ = "0.1.0"
