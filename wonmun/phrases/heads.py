"""Candidates that are part of a compound: where a mirror replaced `town hall` in `town hall clock`, `clock` goes on.

Such a phrase never ends its run of words, so that only the longer one repeats as far as it can.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.phrases.view import View

_WORD = re.compile(r"[^\W_]+")


def add_heads(view: View, found: dict[str, list[int]]) -> None:
    """Add each phrase without its last word where that one stands without it, too: `wedding dj prices clock`.

    So it is where part of a compound was replaced; a phrase whose first words stand elsewhere is none.
    """
    language, text = view.language, view.text
    if not language.spaced or language.code == "ko":
        return
    times = Counter(_WORD.findall(text))
    for phrase, places in list(found.items()):
        head, _, last = phrase.rpartition(" ")
        if head in found or len(head) < language.shortest or times[last] <= len(places) or not language.known(last):
            continue
        if text.count(head) == len(places):
            found[head] = places


def without_rest(phrase: str, view: View, times: int) -> str:
    """A phrase that was found, less the rest of the compound: a last word of the page's own, no word of spam."""
    head, _, last = phrase.rpartition(" ")
    speech, text = view.language, view.text
    if len(head) < speech.shortest or not speech.spaced or speech.code == "ko" or not speech.known(last):
        return phrase
    spam = speech.lexicon
    if any(last.lower() in words for words in (spam.strong, spam.weak, spam.query)) or text.count(head) != times:
        return phrase
    return head if _WORD.findall(text).count(last) > times else phrase
