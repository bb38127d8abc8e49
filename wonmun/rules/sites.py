"""Domain names outside of Korean, where no particle tells: twice or oftener in a text that speaks of no site at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.judging.quotations import quoted
from wonmun.phrases.addresses import DOTTED, ZONED, ZONES, enclosed
from wonmun.phrases.brands import plays
from wonmun.rules.domains import ABOVE
from wonmun.rules.ruled import Ruled
from wonmun.rules.vicinity import vicinity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.phrases.view import View

_NAME = re.compile(
    rf"(?<![A-Za-z0-9@._/:=&?#%-])(?:https?://)?(?:(?:www|m|mobile|en|web|wap)\.)?[A-Za-z0-9][A-Za-z0-9-]{{1,30}}"
    rf"\.(?:(?:com?|or|ne|net|go|ac|my|web|[a-z]{{2}})\.)?(?:{ZONES})(?![A-Za-z_@-]|\.[A-Za-z0-9]|[/:=?&#%(])"
)
"""An address without a path: none that a longer one, a file, code or e-mail goes on with."""
_GLUED = re.compile(
    r"(?:(?<=[.!?,;:”\"] )|(?<=\n)|(?<![\s\S]))[a-z0-9][a-z0-9-]{1,30}"
    r"\.(?:com|net|org|vip|xyz|pro|info|biz|bet|casino|club|shop|live|site|online|store|win|co)"
    r"(?=[A-Z][a-z])"
)
"""The same at a sentence's or clause's start before a word with a capital."""
_SMALL = r"(?<=[.!?,;:”\"] ){}(?=[a-z]{{2}})"
"""Such a name before a clause: where it ends is known from another place."""
SITES = {
    "en": re.compile(
        r"\b(?:(?:web|blog)?sites?|web(?:page)?s?|domains?|online|internet|browsers?|apps?|servers?|links?|URL|e-?mails?|portals?"
        r"|start-?ups?|platforms?|hosting|hack\w*|phishing|software|digital|download\w*|users?|click\w*)\b",
        re.IGNORECASE,
    ),
    "id": re.compile(
        r"\b(?:situs|laman|web\w*|domain|daring|online|internet|peramban|aplikasi|server|tautan|surel|email|portal|blog"
        r"|platform|peretas\w*|digital|unduh\w*|pengguna|klik)\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        "サイト|ウェブ|ドメイン|ネット|アプリ|サーバ|リンク|メール|ポータル|ブログ|オンライン|ホームページ|アドレス|検索"
    ),
    "zh": re.compile("网|域名|浏览器|应用|服务器|链接|邮箱|平台|博客|在线|软件|用户|点击|搜索"),
}
"""Words of texts that may name addresses in other languages: there one of them is enough."""
_OTHER = re.compile(r"links?|clicks?|apps?|platforms?|e-?mails?", re.IGNORECASE)
"""Those that mean something else, too (a ferry links, a beetle clicks), or stand in any report: one alone is no excuse
for a name at three places and more that is one of play, or behind an article at two of them, as no site's name is."""
_ARTICLE = re.compile(r"(?:^|[^A-Za-z])(?:[Tt]he|[Aa]n?) $")
FEW, OFTEN = 2, 3
"""Places from which on such a name is odd, and from which on it leaves no doubt; a name of play leaves none before.

A firm may be called by its address (`Drivers of udder.io come at five`): one of letters alone leaves a doubt at any
number of places, unless an article stands before it or a word runs into it.
"""


def look(view: View) -> Iterator[Ruled]:
    """Yield the names found."""
    text, found = view.text, dict[str, list[int]]()
    if view.language.code not in SITES or not ZONED.search(text):
        return
    for match in [*_NAME.finditer(text), *_GLUED.finditer(text)]:
        found.setdefault(match.group(), []).append(match.start())
    for glued in {match.group() for match in _GLUED.finditer(text)}:
        found[glued] += [m.start() for m in re.finditer(_SMALL.format(re.escape(glued)), text)]
    for name, places in found.items():
        if level := _level(view, name, places):
            why = f"'{name}' stands where only a noun can stand, and the text speaks of no site"
            yield Ruled(name, len(places), "substitution", "domain", why, sure=level > 1, above=ABOVE[level])


def _level(view: View, name: str, places: Sequence[int]) -> int:
    """2 where it was put there for sure, 1 where that seems so, 0 where the text names or quotes it or speaks of it."""
    text, size = view.text, len(name)
    told = [SITES[view.language.code], DOTTED]
    rest = vicinity(view.language, text, places, size).replace(name, " ")
    if len(places) < FEW or not name.islower() or quoted(text, places, size):
        return 0
    words = {word.lower() for pattern in told for word in pattern.findall(rest)}
    articles = sum(bool(_ARTICLE.search(text[max(0, at - 5) : at])) for at in places)
    label = name.partition(".")[0]
    noun = len(places) >= OFTEN and (articles >= FEW or plays(label))
    if words and not (noun and len(words) == 1 and all(map(_OTHER.fullmatch, words))):
        return 0
    if re.search(rf"[@/.]{re.escape(name)}|{re.escape(name)}/", text) or any(
        _alone(text, at, at + size) for at in places
    ):
        return 0
    glued = any(text[at + size : at + size + 1].isalnum() for at in places)
    if plays(label):
        return 2
    named = label.isalpha() and not (articles or glued)
    return 2 if len(places) >= OFTEN and not named else 1


def _alone(text: str, start: int, end: int) -> bool:
    """In brackets, in quotes that close right behind, or a line of its own."""
    left, right = text[start - 1 : start], text[end : end + 1]
    return (left in {"", "\n"} and right in {"", "\n"}) or enclosed(left, right)
