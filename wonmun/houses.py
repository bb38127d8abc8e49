"""Chinese betting houses where a school's or a firm's name stood: 欧帝体育党委书记, 开云登陆入口, 永利集团官网.

Real copies of campus news hold them more than anything else. The houses call themselves as firms do, so that form shows
little; what they are put before is what no house has (学院, 本科生), or they carry what only sites have: 官网, 入口.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.excuses import quoted
from wonmun.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.view import View

_SITE = (
    "官方网站|官方入口|官网|网页版|手机版|电脑版|亚洲版|中国版|最新版|正版|登录|登陆|注册|入口|首页|下载|在线|全站|平台|客户端"
    "|[Aa][Pp][Pp]|APP|ios|安卓|网(?![络站友民吧红])|城(?![市里])"
)
_TRADE = "体育|娱乐|棋牌|电竞|真人|彩票|竞技|博彩|电玩|比分|直播|集团|国际|会所"
_HOUSE = (
    "永利|金沙|新葡京|葡京|威尼斯人|太阳城|皇冠|银河|美高梅|开云|乐鱼|华体会|半岛|星空|米兰|九游|凯发|亚博|必威|博鱼|爱游戏|杏彩|天博"
    "|今年会|雷火|南宫|江南|火狐|欧宝|欧亿|欧帝|万博|云顶|大发|澳门|BOB|betway|bet\\d{2,3}|beat\\d{2,3}|bat\\d{2,3}|ayx|kaiyun|jinnianhui|vsport"
)
"""Those that real copies held in 2026, and houses of long standing; many are words of daily life alone."""
_CLEAR = re.compile(
    "官方网站|官方入口|官网|网页版|手机版|电脑版|亚洲版|中国版|最新版|登录|登陆|入口|首页|全站|客户端|[(（]中国游?[)）]|app|ios",
    re.IGNORECASE,
)
"""What only sites add; 网, 平台, 在线 alone are parts of honest names."""
_TOLD = re.compile("显示|发布|公布|消息|称|说|上|公告|数据|截图|介绍|指出|写道")
"""What an honest text says a firm's own site does."""
_PLAY = re.compile("(?:体育|娱乐|棋牌|电竞|真人|彩票|竞技|博彩|电玩)$")
_BRACKET = r"(?:[(（][一-龥]{2,3}[)）])"
_STACKED = re.compile(
    rf"(?:\d{{2,4}}[a-z]{{0,2}}|[A-Za-z]{{2,10}}\d{{0,4}})?(?:{_HOUSE})(?:[A-Za-z0-9]{{2,9}}|{_BRACKET})?"
    rf"(?:(?:{_TRADE}|{_SITE}|\d{{2,4}}am(?![A-Za-z0-9])|{_BRACKET})){{1,5}}(?![一-龥]?[学院局馆部系场中课])",
    re.IGNORECASE,
)
"""A known house with its trade, and with what sites add."""
_OTHER = re.compile(
    rf"(?P<name>[一-龥]{{2,3}}|[A-Za-z]{{3,10}})(?P<trade>体育|娱乐|棋牌|电竞|集团|平台|国际)(?:{_SITE})*"
    "(?![一-龥]?[学院局馆部系节报台城中场课老业频道])"
)
"""A name that nobody knows, with a trade."""
_FIRMS = frozenset(("集团", "平台", "国际"))
"""What honest firms are called, too."""
_TAUGHT = "校长|建校|\\d{4}级|本科|研究生|学工|新校区|校区|教授|副教授|校友|教务|辅导员|学子|师生|招生|学生会"
_SCHOOL, _OWNED = (
    re.compile(words)
    for words in (
        _TAUGHT,
        f"{_TAUGHT}|党委|院长|团委|附属|录取|党总支|毕业生|图书馆|实验室|食堂|宿舍|镇|村|县|市民|医生|护士|公园|博物馆",
    )
)
"""What only schools have, and what schools, towns and hospitals have."""
_SPOKEN = re.compile(
    "赌|博彩|投注|彩票|球迷|球员|教练|联赛|比赛|冠军|运动员|健身|奥运|足球|篮球|演员|演出|电影|电视剧|综艺|歌手|导演|艺人|票房|影视|舞台"
    "|游戏玩家|股价|上市|董事长|网民|域名|网址"
)
"""Words of texts that may speak of such firms."""
_APART = frozenset("从在到去于上的是和与被把由向给对")
FEW, OFTEN = 2, 3
"""Places from which on a house is no slip, and from which on its name alone is odd."""
_ABOVE = {2: 1.0, 1: 0.3}
"""Logits above the limits of the language's weights, by level."""


def look(view: View) -> Iterator[Ruled]:
    """Yield the houses found."""
    if view.language.code != "zh":
        return
    for name, (places, trade) in _found(view).items():
        if level := _level(view.text, name, places, trade):
            why = f"'{name}' is what betting sites call themselves, and the text speaks of no such thing"
            yield Ruled(name, len(places), "substitution", "house", why, sure=level > 1, above=_ABOVE[level])


def _found(view: View) -> dict[str, tuple[list[int], str]]:
    """Each house with its places, and its trade where nobody knows it; longer names go before those within them."""
    text = view.text
    names = {m.group(): "" for m in _STACKED.finditer(text)}
    for match in _OTHER.finditer(text):
        name = _common(text, match.group(), match["name"])
        stem = name[: name.index(match["trade"])]
        if not (view.language.spread(stem) or _APART.intersection(stem) or any(name in other for other in names)):
            names[name] = match["trade"]
    found: dict[str, tuple[list[int], str]] = {}
    taken: set[int] = set()
    for name in sorted(names, key=len, reverse=True):
        places = [m.start() for m in re.finditer(re.escape(name), text) if m.start() not in taken]
        if places:
            found[name] = places, names[name]
            taken |= {i for at in places for i in range(at, at + len(name))}
    return found


def _common(text: str, whole: str, name: str) -> str:
    """A name as short as its letters allow where a longer one stands less often: 国立体育 before 欧帝体育 is none."""
    if name.isascii() or len(name) == 2:
        return whole
    shorter = whole[1:]
    return shorter if text.count(shorter) > text.count(whole) or whole[0] in _APART else whole


def _level(text: str, name: str, places: Sequence[int], trade: str) -> int:
    """2 where it was put there for sure, 1 where that seems so, 0 where the text speaks of such things or quotes it."""
    if quoted(text, places, len(name)):
        return 0
    spoken = len(set(_SPOKEN.findall(text.replace(name, " "))))
    behind = [at + len(name) for at in places]
    owned = {m.group() for at in behind if (m := _OWNED.match(text, at))}
    taught = {m.group() for at in behind if (m := _SCHOOL.match(text, at))}
    sited = _CLEAR.search(name) is not None or re.search(r"\dam", name) is not None or len(re.findall(_SITE, name)) > 1
    if trade in _FIRMS:
        return 2 * (len(taught) > 1)
    if trade:
        odd = bool(owned) or (sited and len(places) >= OFTEN)
        return int(len(owned) > 1) if len(places) < FEW or spoken else 2 if odd else int(len(places) >= OFTEN)
    if spoken > 1 or all(_TOLD.match(text, at) for at in behind):
        return 0
    if len(places) < FEW:
        return int(sited or bool(taught))
    firm = _PLAY.search(name) is None and not sited
    return 2 if sited or taught or (owned and not firm) else int(not firm and len(places) >= OFTEN)
