"""Links that were put in: blocks whose texts are spam phrases, and spam phrases in the article that lead elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from wonmun.sights.sight import Sight, foreign, own_sites, quote, spam_of

if TYPE_CHECKING:
    from wonmun.language.base import Language
    from wonmun.model import Page, Span

DENSE = 0.5
"""Share of spam words in the text of a link that counts; a headline about gambling has a fifth."""
LONGEST = 40
NEAR = 60
"""Characters before a link in which a box says that it is advertising."""
_ADVERT = re.compile(r"광고|협찬|제휴|스폰서|(?i:\bsponsored\b|\badvertisement\b|\bad\b|\bpr\b)|広告|广告")


def look(page: Page, speech: Language) -> list[Sight]:
    """Collect links to other sites with spam phrases as their text; three to two sites or more are enough."""
    own = own_sites(page)
    anchors: list[tuple[Span, str]] = [((s.start, s.end), s.href or "") for s in page.of("link")]
    hidden = [(s.start, s.end) for s in page.of("hidden")]
    anchors += [((k.start, k.end), k.href) for k in page.links if not any(a <= k.start < b for a, b in hidden)]
    spam: dict[Span, str] = {}
    for span, href in anchors:
        site = foreign(href, own)
        text = page.text[slice(*span)]
        if site and len(text) <= LONGEST and spam_of(text, speech).share >= DENSE:
            spam[span] = site
    if not spam:
        return []
    spans = tuple(sorted(spam))
    sites = set(spam.values())
    texts = list(dict.fromkeys(page.text[a:b] for a, b in spans))
    sure = len(spans) >= 3 and (len(sites) >= 2 or len(texts) >= 3)
    if not sure and all(_labelled(page, span) for span in spans):
        return []
    reason = f"{len(spans)} links with spam phrases as their text ('{quote(texts[0])}') lead to {_sites(sites)}"
    reason += _among_comments(page, spans)
    return [Sight("link", spans, texts[0], reason, sure)]


def _labelled(page: Page, span: Span) -> bool:
    """Whether a word for advertising stands close before the link, outside of the article."""
    inside = any(s.article and s.start <= span[0] < s.end for s in page.segments)
    return not inside and _ADVERT.search(page.text, max(0, span[0] - NEAR), span[0]) is not None


def _among_comments(page: Page, spans: tuple[Span, ...]) -> str:
    comments = [s for s in page.segments if s.comments]
    starts = [s.start for s in comments]
    before = [bisect_right(starts, start) for start, _ in spans]
    there = sum(n > 0 and start < comments[n - 1].end for n, (start, _) in zip(before, spans, strict=True))
    if not there:
        return ""
    return "; they stand in the comments" if there == len(spans) else f"; {there} of them stand in the comments"


def _sites(sites: set[str]) -> str:
    return f"{len(sites)} other sites" if len(sites) > 1 else next(iter(sites))
