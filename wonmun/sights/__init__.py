"""What a whole page shows beside its article's words: hidden text, links, a head at odds with the body, doorways.

Law: each file offers `look(page, speech) -> list[Sight]`; none of them searches the article for phrases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.sights import behind, head, heading, hidden, links, sent, unseen

if TYPE_CHECKING:
    from wonmun.language.base import Language
    from wonmun.model import Page
    from wonmun.sights.sight import Sight


def look(page: Page, speech: Language) -> list[Sight]:
    """Everything odd about the page as a whole, surest first."""
    found = [
        sight for part in (hidden, behind, links, unseen, sent, head, heading) for sight in part.look(page, speech)
    ]
    return sorted(found, key=lambda s: not s.sure)
