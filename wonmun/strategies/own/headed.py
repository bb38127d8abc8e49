"""Whether the page's own head speaks for a term: it begins one of its words, and could have been spared there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEW = 2
"""Places up to which a phrase may have spared others of its term."""


def headed(term: str, heads: Iterable[str], rest: str, places: int) -> bool:
    """Say whether title or description speak for a term behind a phrase at so many places; `rest`: the other text.

    It begins a word there: 향로 is not what 대향로 speaks for. A term that was replaced at many places is left nowhere
    else: where the article has it still, the head has it from there, and what was replaced may be a longer word that
    begins so (an outside set's copies of November 2026: 55 places of 사람 for one, 16 right ones at two places).

    >>> headed("향로", ["백제 향로를 만나다"], "유물이다", 5), headed("향로", ["금동대향로"], "유물이다", 5)
    (True, False)
    >>> headed("사람", ["사람을 빌리다"], "사람에게", 5), headed("사람", ["사람을 빌리다"], "사람에게", 2)
    (False, True)
    """
    begins = re.compile(rf"(?<![^\W_]){re.escape(term)}")
    return any(map(begins.search, heads)) and (places <= _FEW or not begins.search(rest))
