"""Words whose form alone was changed: particles made to fit a new word, verbs written otherwise (했다, 하였다)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.comparing.adapted import adapted
from wonmun.signals.fluency import is_verbal

if TYPE_CHECKING:
    from wonmun.comparing.edit import Edit
    from wonmun.model import Span

_BEFORE, _BEHIND, _HANGUL = re.compile("[가-힣]+$"), re.compile("^[가-힣]+"), re.compile("[가-힣]+")
_LONGEST = 20
"""Letters of a word that are looked at on each side of a stretch."""


def other_form(edit: Edit, page: str, genuine: str) -> bool:
    """Say whether editors made a difference: the particle behind it fits now, or both sides are of a verb.

    What is put in is a noun phrase. Seen from outside in December 2026: one paragraph with 하였다 for 했다, injected.
    """
    return adapted(edit, page, genuine) or (_verbal(genuine, edit.there) and _verbal(page, (edit.start, edit.end)))


def _verbal(text: str, span: Span) -> bool:
    """Say whether a stretch is nothing but parts of verbs, read in the words that it begins and ends in."""
    start, end = span
    before = "".join(_BEFORE.findall(text[max(0, start - _LONGEST) : start]))
    behind = "".join(_BEHIND.findall(text[end : end + _LONGEST]))
    korean = _HANGUL.search(text, start, end)  # the rest needs no reading, which would load Kiwi
    return korean is not None and is_verbal(before + text[start:end] + behind, (len(before), len(before) + end - start))
