"""What a finding is called in a list: its phrase; a block of links by the first one and how many more there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.model import Finding, Page

_BLOCKS = frozenset({"hidden", "link"})
LONGEST = 60
"""Characters of a name; whole paragraphs of doorway pages are findings, too."""


def name_of(page: Page, finding: Finding) -> str:
    """Name one finding of a page in one short line."""
    blocks = finding.kind in _BLOCKS
    inside = [k for k in page.links if finding.start <= k.start and k.end <= finding.end] if blocks else ()
    texts = [text for k in inside if (text := " ".join(page.text[k.start : k.end].split()))]
    if len(texts) > 1:
        return f"{_short(texts[0])} +{len(texts) - 1}"
    return _short(" ".join(finding.found.split()))


def _short(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
