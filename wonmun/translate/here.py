"""The language of this machine, for messages that nobody's browser asks for."""

from __future__ import annotations

import locale
import os

from wonmun.translate.load import LANGUAGES

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says its language, the first that is set; on Windows none is, and the locale is asked."""


def spoken_here(configured: str = "auto") -> str:
    """Code of the language to write messages in: the configured one, else this machine's if spoken, else English."""
    if configured in LANGUAGES:
        return configured
    set_by = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    code = (set_by or locale.getlocale()[0] or "").replace("Korean", "ko")[:2].lower()
    return code if code in LANGUAGES else "en"
