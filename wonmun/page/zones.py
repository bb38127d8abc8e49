"""What an element says of its purpose by its name, role, class and id: article, or something around it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wonmun.page.element import Element

TAGS = {
    **dict.fromkeys(("nav", "menu", "amp-sidebar"), "nav"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("button", "form"), "tool"),
    "aside": "aside",
    "footer": "footer",
    "header": "header",
}
_ROLES = {
    **dict.fromkeys(("navigation", "menu", "menubar"), "nav"),
    **dict.fromkeys(("search", "toolbar"), "tool"),
    "complementary": "aside",
    "contentinfo": "footer",
    "banner": "header",
}
_BODY = re.compile(
    r"article[_-]?(?:body|contents?|text|txt|view)|news[_-]?(?:body|content|text|txt|cont)|newsct[_-]article"
    r"|dic[_-]area|art[_-]?(?:body|txt|text)|article-view-content-div|story[_-]?(?:body|content)|entry[_-]content"
    r"|post[_-](?:body|content)|harmonycontainer|view[_-]?(?:contents?|text|txt|con)|par[_-]?content"
    r"|cont[_-]?article|contents?[_-]?body|read[_-]?(?:body|content)|se-main-container|tt_article|contents_style"
    r"|bo_v_con|xe_content|rhymix_content|c-entry-content",
    re.IGNORECASE,
)
"""Ids and classes of the article's body on Korean portals, papers and board systems, and in common themes."""
_WORDS = {
    "nav": "nav navi navigation gnb lnb snb menu breadcrumb breadcrumbs pagination paging pager sitemap location",
    "footer": "footer foot copyright",
    "comments": "comment comments cmt reply replies disqus livere",
    "related": "related relation relate recommend recommended recommends popular ranking rank most mostread "
    "hotnews bestnews headlines newslist sidebar side aside widget widgets rightside trending",
    "ad": "ad ads adv advert advertisement adsbygoogle banner banners sponsor sponsored promotion promo dable taboola",
    "tool": "share sharing sns social toolbar util utility search login subscribe newsletter cookie popup "
    "modal  skip print fontsize bookmark",
    "caption": "caption figcaption imgdesc photodesc",
    "byline": "reporter journalist byline author profile",
}
_BY_WORD = {word: zone for zone, words in _WORDS.items() for word in words.split()}
_PAIRS = {
    **dict.fromkeys((("img", "desc"), ("photo", "desc"), ("photo", "caption"), ("img", "txt")), "caption"),
    **dict.fromkeys((("hot", "news"), ("best", "news"), ("many", "news"), ("news", "list")), "related"),
    **dict.fromkeys((("right", "side"), ("left", "side")), "related"),
    **dict.fromkeys((("skip", "nav"), ("tag", "list")), "nav"),
    ("ad", "box"): "ad",
}
_SPLIT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")
_LONGEST = 300
"""Characters of id and classes looked at."""
_PLAIN = frozenset({"html", "body", "main", "article"})
"""Their classes describe the page (`has-sidebar`), not themselves."""


def zone_of(tag: Element) -> tuple[str, bool]:
    """Return (zone, is the article's body by its own words); zone "" for what may well be article."""
    attrs = tag.attrs
    if not attrs:
        return TAGS.get(tag.name, ""), False
    named = f"{attrs.get('id', '')} {attrs.get('class', '')}" if "id" in attrs or "class" in attrs else ""
    if attrs.get("itemprop") == "articleBody":
        return "", True
    return _zone(tag.name, attrs.get("role", ""), named[:_LONGEST])


@lru_cache(maxsize=4096)
def _zone(name: str, role: str, named: str) -> tuple[str, bool]:
    if named and name not in _PLAIN and _BODY.search(named):
        return "", True
    zone = TAGS.get(name, "") or _ROLES.get(role, "")
    if zone or name in _PLAIN or not named:
        return zone, False
    return _by_name(named), False


def _by_name(named: str) -> str:
    words = [w.lower() for w in _SPLIT.split(named) if w]
    for pair in pairwise(words):
        if pair in _PAIRS:
            return _PAIRS[pair]
    return next((_BY_WORD[w] for w in words if w in _BY_WORD), "")
