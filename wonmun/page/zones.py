"""What an element says of its purpose by its name, role, class and id: article, or something around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.page.css import classes_of

if TYPE_CHECKING:
    from bs4 import Tag

_TAGS = {"nav": "nav", "aside": "aside", "footer": "footer", "menu": "nav", "figcaption": "caption", "caption": "caption",
         "button": "tool", "form": "tool", "amp-sidebar": "nav", "header": "header"}  # fmt: skip
_ROLES = {"navigation": "nav", "complementary": "aside", "contentinfo": "footer", "search": "tool", "banner": "header",
          "toolbar": "tool", "menu": "nav", "menubar": "nav"}  # fmt: skip
_BODY = re.compile(
    r"article[_-]?(?:body|content|contents|text|txt|view)|articlebody|news[_-]?(?:body|content|text|txt|cont)|newsct[_-]article|dic[_-]area|"
    r"art[_-]?(?:body|txt|text)|article-view-content-div|story[_-]?(?:body|content)|entry[_-]content|post[_-](?:body|content)|harmonycontainer|"
    r"view[_-]?(?:content|contents|text|txt|con)|par[_-]?content|cont[_-]?article|contents?[_-]?body|read[_-]?(?:body|content)",
    re.IGNORECASE,
)
_WORDS = {
    "nav": "nav navi navigation gnb lnb snb menu breadcrumb breadcrumbs pagination paging pager sitemap sitelinks location",
    "footer": "footer foot copyright",
    "comments": "comment comments cmt reply replies disqus livere",
    "related": "related relation relate recommend recommended recommends popular ranking rank most mostread hotnews bestnews "
    "headlines newslist sidebar side aside widget widgets rightside trending",
    "ad": "ad ads adv advert advertisement adsbygoogle banner banners sponsor sponsored promotion promo dable taboola outbrain",
    "tool": "share sharing sns social toolbar util utility search login subscribe newsletter cookie popup modal skip "
    "print fontsize bookmark",
    "caption": "caption figcaption imgdesc photodesc",
    "byline": "reporter journalist byline author profile",
}
_BY_WORD = {word: zone for zone, words in _WORDS.items() for word in words.split()}
_PAIRS = {("img", "desc"): "caption", ("photo", "desc"): "caption", ("photo", "caption"): "caption", ("img", "txt"): "caption",
          ("hot", "news"): "related", ("best", "news"): "related", ("many", "news"): "related", ("news", "list"): "related",
          ("right", "side"): "related", ("ad", "box"): "ad", ("skip", "nav"): "nav", ("tag", "list"): "nav"}  # fmt: skip
_SPLIT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")
_PLAIN = frozenset({"html", "body", "main", "article"})
"""Their classes describe the page (`has-sidebar`), not themselves."""


def zone_of(tag: Tag) -> tuple[str, bool]:
    """Return (zone, is the article's body by its own words); zone "" for what may well be article."""
    attrs = tag.attrs
    named = f"{attrs.get('id', '')} {' '.join(classes_of(tag))}" if "id" in attrs or "class" in attrs else ""
    if attrs.get("itemprop") == "articleBody" or (named and tag.name not in _PLAIN and _BODY.search(named)):
        return "", True
    zone = _TAGS.get(tag.name, "") or _ROLES.get(str(attrs.get("role", "")), "")
    if zone or tag.name in _PLAIN or not named:
        return zone, False
    return _by_name(named), False


def _by_name(named: str) -> str:
    words = [w.lower() for w in _SPLIT.split(named) if w]
    for pair in zip(words, words[1:], strict=False):
        if pair in _PAIRS:
            return _PAIRS[pair]
    return next((_BY_WORD[w] for w in words if w in _BY_WORD), "")
