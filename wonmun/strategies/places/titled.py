"""A place between a person's name and an age in brackets: a title stood there, never a second name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.senses import senses

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Slot

_NAME = re.compile(r"(?:^|[ “‘\"'])[가-힣]{2,4} $")
_AGE = re.compile(r"\(\d{1,3}\)")


def titled(slot: Slot, term: str) -> bool:
    """Say whether a place asks for a title (문가람 할머니(86)) and the term is no noun that is known.

    Seen from outside in November 2026: all three new wrong words were the other person of the event.
    """
    return bool(_NAME.search(slot.left) and _AGE.match(slot.right)) and term not in senses().place
