"""Chinese betting houses where a school's or a firm's name stood: 欧帝体育党委书记, 开云登陆入口, 永利集团官网.

Real copies of campus news hold them more than anything else. The houses call themselves as firms do, so that form shows
little; what they are put before is what no house has (学院, 本科生), or they carry what only sites have: 官网, 入口.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wonmun.judging.quotations import quoted
from wonmun.later import later
from wonmun.phrases.brands import DRAWN, LUCK
from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.phrases.view import View

_SITE = (
    "官方网站|官方入口|(?<=[)）])官方|官网|网页版|手机版|电脑版|亚洲版|中国版|最新版|正版|登录|登陆|注册|入口|首页|主页|网址|地址|线路|下载|在线|全站"
    "|平台|客户端|游戏(?:大厅|网站|网址|平台)|[Aa][Pp][Pp]|APP|ios|安卓|网(?![络站友民吧红])|城(?![市里])"
)
_TRADE = "体育|娱乐|棋牌|电竞|真人|彩票|竞技|博彩|电玩|比分|直播|集团|国际|会所"
HOUSE = (
    "永利|金沙|新葡京|葡京|威尼斯(?:人|(?=[a-z]{2,4}\\d))|太阳城|皇冠|银河|美高梅|开云|乐鱼|华体会|半岛|星空|米兰|九游|凯发|亚博|必威|博鱼|爱游戏|杏彩|天博"
    "|今年会|雷火|南宫|江南|火狐|欧宝|欧亿|欧帝|万博|云顶|大发|太阳成?(?=集团)|新新?[浦莆]京|新葡亰|新葡萄新?京|杏运|杏耀|杏鑫|沐鸣|蓝狮|傲世皇朝|赢博|米乐|乐动|雷竞技"
    "|竞博|伟德|明升|优德|尊龙(?:凯时)?|易胜博|BOB|ayx|vsport"
)
"""Those that real copies held in 2026, and houses of long standing; many are words of daily life alone."""
_PLAIN = later("米兰|半岛|江南|南宫|银河|云顶|开云|火狐|金沙|星空|皇冠")
"""Those of them that towns, clubs and firms with sites of their own are called, too."""
_STRANGE = (
    "乐鱼|华体会|凯发|亚博|必威|博鱼|欧[宝亿帝]|新新?[浦葡莆]京|新葡亰|新葡萄新?京"
    "|杏[彩运耀鑫]|沐鸣|蓝狮|赢博|米乐|雷竞技|竞博|易胜博"
)
"""Those of them that are no words of Chinese."""
_LATIN = r"bet\d{2,3}|beat\d{2,3}|bat\d{2,3}|betway|kaiyun|jinnianhui|suncity(?:group)?太阳(?:新?城|集团)?"
"""Houses whose names are no words in Chinese."""
_FIGURES = r"(?:\d{2,6}[a-z]{0,2}(?![A-Za-z0-9年]))?(?![A-Za-z])"
_CODE = rf"(?:\d{{2,4}}am(?![A-Za-z0-9])|(?:tyc|hth|xpj|wnsr){_FIGURES})"
"""What they put behind their names, of addresses that changed."""
_CLEAR = later(
    "官方网站|官方入口|(?<=[)）])官方|官网|网页版|手机版|电脑版|亚洲版|中国版|最新版|登录|登陆|入口|首页|主页|网址|全站|[(（]中国游?[)）]|app|ios"
    rf"|游戏(?:大厅|网站)|{_CODE}|(?<=[一-龥])[A-Za-z]{{2,4}}\d{{3,}}",
    re.IGNORECASE,
)
"""What only sites add; 网, 平台, 在线 alone are parts of honest names."""
_TOLD = later("显示|发布|公布|宣布|表示|消息|称|说|上|公告|数据|截图|介绍|指出|写道")
"""What an honest text says a firm's own site does."""
_CRY = later("[-—–] ?[一-龥]{3,8}!$")
"""What they cry behind a dash; once it may be a heading."""
_PLAY = later("(?:体育|娱乐|棋牌|电竞|真人|彩票|竞技|博彩|电玩)$")
_BRACKET = r"(?:[(（][一-龥]{2,3}[)）](?:有限公司)?)"
_UNIT = (
    rf"(?:\d{{2,8}}[a-z]{{0,2}}|[A-Za-z]{{2,14}}\d{{0,6}}|澳门)?(?:{HOUSE}|{_LATIN})(?:[A-Za-z0-9]{{2,12}}|{_BRACKET})?"
    rf"(?:(?:{_TRADE}|{_SITE}|{_CODE}|{_BRACKET})){{1,5}}"
)
_STACKED = later(
    rf"{_UNIT}(?:[-—–_]{_UNIT}|[-—–_](?:{HOUSE}){_BRACKET})?(?![一-龥]?[学院局馆部系场中课])", re.IGNORECASE
)
"""A known house with its trade, and with what sites add."""
_BARE = later(
    rf"(?:{HOUSE})[一-龥]{{0,2}} ?[-—–] ?[一-龥]{{3,8}}!|"
    rf"(?<![A-Za-z0-9])[A-Za-z]{{3,10}}(?:必赢|{_STRANGE})|(?<![A-Za-z0-9])(?:{_LATIN})(?![A-Za-z0-9.])"
    rf"|(?<![A-Za-z0-9])[A-Za-z]{{2,4}}\d{{3,6}}(?:{HOUSE})|{DRAWN}"
    rf"|(?:\d{{2,4}}am)?(?:{HOUSE})(?:[a-z]{{2,6}}{_FIGURES}|\d{{3,5}}(?![A-Za-z0-9年]))",
    re.IGNORECASE,
)
"""A house whose name is no word of Chinese, one with its name in letters before it (bwin必赢), or with letters or
figures of its address or a cry behind it: 永利yl6776, 尊龙 - 天天有喜!"""
_OTHER = later(
    rf"(?P<name>[一-龥]{{2,3}}|[A-Za-z]{{3,10}})(?P<trade>体育|娱乐|棋牌|电竞|集团|平台|国际)(?:{_SITE})*"
    "(?![一-龥]?[学院局馆部系节报台城中场课老业频道])"
)
"""A name that nobody knows, with a trade."""
_FIRMS = frozenset(("集团", "平台", "国际"))
"""What honest firms are called, too."""
_TAUGHT = "校长|建校|\\d{4}级|本科|研究生|学工|新校区|校区|教授|副教授|校友|教务|辅导员|学子|师生|招生|学生会"
_SCHOOL, _OWNED = (
    later(f"[的\\-—· \n]?({words})")
    for words in (
        _TAUGHT,
        f"{_TAUGHT}|党委|(?:副|首任)?院长|团委|附属|录取|党总支|毕业生|图书馆|实验室|食堂|宿舍|镇|村|县|市民|医生|护士|公园|博物馆",
    )
)
"""What only schools have, and what schools, towns and hospitals have."""
_CODED = later(rf"(?:[A-Za-z]{{2,4}}\d{{3,6}}|\d{{3,4}}am)(?:{HOUSE})|suncity")
"""A house behind the letters and figures of its address, or in letters of its own: nothing else is called so."""
_OWNER = later(rf"(?<![A-Za-z0-9])(?:澳门)?(?:{_STRANGE})(?=的?(?:{_TAUGHT}|党委|院长|团委|党总支))")
"""A house that has what schools have."""
_SWAPPED = later(
    "学院(?:副)?经理(?![人班课级岗层])|员工(?:返校|入学)|研究生[、和]员工|员工[、和]研究生|团队队伍"
    "|(?:公司|我司)(?:本科生|研究生(?!工作站|联合|实践)|学子|师生|校友|副?教授|辅导员|教务)"
)
"""What is left where copies have 公司, 经理 and 员工 for 学院, 院长 and 学生."""
_TAGLINE = later(r"[ \-—–]{0,3}【[^】\n]{0,20}(?:官方|官网|直营|平台|正版)")
_SPOKEN = later("赌|博彩|投注|彩票|球迷|游戏玩家|股价|上市|董事长|网民|域名|网址")
"""Words of texts that may speak of such firms."""
_FIRM = later(
    "公司|企业|集团[的总]|董事|老板|经理|总部|门店|商场|酒店|宾馆|楼盘|品牌|产品|工厂|厂房|客户|股东|演员|球队|会员"
)
"""Words of texts about firms, whose names hold letters of luck, too."""
_PLAYED = later(
    "球员|教练|联赛|比赛|冠军|运动员|健身|奥运|足球|篮球|演员|演出|电影|电视剧|综艺|歌手|导演|艺人|票房|影视|舞台"
)
"""Words of texts that may speak of firms of sport and show."""
_CAMPUS = later(
    "学院|学校|大学|校区|教职工|教师|教授|师生|学生|同学|学子|员工|辅导员|院长|校长|党委|党总支|团委|工会|本科|研究生|班级|专业|课程"
)
_APART = frozenset("从在到去于上的是和与被把由向给对")
SCHOOLED = 3
"""Different words of schools in a text that is about one."""
SITED = 2
"""Words of sites, or figures before the name, that leave no doubt where a house stands once in a school's text."""
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
            yield Ruled(name, len(places), "substitution", "house", why, sure=level > 1, above=_ABOVE[level], once=True)


def _found(view: View) -> dict[str, tuple[list[int], str]]:
    """Each house with its places, and its trade where nobody knows it; longer names go before those within them."""
    text = view.text
    names = {m.group(): "" for pattern in (_BARE, _STACKED, _OWNER) for m in pattern.finditer(text)}
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


class _Around(NamedTuple):
    """What stands around a name."""

    owned: set[str]
    """Behind it, what schools, towns and hospitals have."""
    taught: set[str]
    """Behind it, what schools have."""
    told: int
    """Words of texts that may speak of such firms."""
    played: int
    """Words of sport and show."""
    campus: bool
    """Whether the text is about a school."""
    swapped: bool
    """Whether a school's words were swapped for a firm's."""
    all_told: bool
    """Whether the name is the source of something everywhere."""


def _around(text: str, name: str, behind: Sequence[int]) -> _Around:
    owned, taught = ({m[1] for at in behind if (m := words.match(text, at))} for words in (_OWNED, _SCHOOL))
    rest = text.replace(name, " ")
    told, played, campus = (len(set(words.findall(rest))) for words in (_SPOKEN, _PLAYED, _CAMPUS))
    told += 2 * ("火狐" in name and "浏览器" in rest)
    about_school = campus >= SCHOOLED or len(taught) > 1
    source = all(_TOLD.match(text, at) for at in behind)
    return _Around(owned, taught, told, played, about_school, _SWAPPED.search(rest) is not None, source)


def _level(text: str, name: str, places: Sequence[int], trade: str) -> int:
    """2 where it was put there for sure, 1 where that seems so, 0 where the text speaks of such things or quotes it."""
    if quoted(text, places, len(name)) or (len(places) < FEW and _CRY.search(name)):
        return 0
    behind = [at + len(name) for at in places]
    if any(_TAGLINE.match(text, at) for at in behind):
        return 2
    around = _around(text, name, behind)
    lucky = all(c in LUCK for c in name[: name.find(trade)]) if trade else bool(re.fullmatch(DRAWN, name))
    if trade in _FIRMS:
        return 2 * (len(around.taught) > 1) or int(lucky and len(places) >= OFTEN and not _FIRM.search(text))
    if len(places) < FEW and around.told + around.played < FEW and around.swapped:
        return 2
    if lucky and len(places) >= OFTEN and not (around.told or around.played or _FIRM.search(text)):
        return 2
    return _unknown(name, len(places), around) if trade else _known(text, name, len(places), around)


def _sites(name: str) -> tuple[int, bool]:
    """How many words of a name only sites add, and whether it is one of a site at all."""
    clear = len(_CLEAR.findall(name)) + name[:1].isdigit() + 2 * any(pattern.search(name) for pattern in (_CRY, _CODED))
    return clear, clear > 0 or (len(re.findall(_SITE, name)) > 1 and not _PLAIN.search(name))


def _unknown(name: str, count: int, around: _Around) -> int:
    """The level of a name that nobody knows, with a trade of sport or show."""
    odd = bool(around.owned) or (_sites(name)[1] and count >= OFTEN)
    if count < FEW or around.told + around.played > 0:
        return int(len(around.owned) > 1)
    return 2 if odd else int(count >= OFTEN)


def _known(text: str, name: str, count: int, around: _Around) -> int:
    """The level of a house."""
    clear, sited = _sites(name)
    strange = sited or _BARE.fullmatch(name) is not None
    if around.told > 1 or around.all_told or (around.told + around.played > 1 and not strange):
        return 0
    own = around.campus and bool(around.owned or around.taught) and not _PLAIN.search(name)
    if own and (re.fullmatch(_STRANGE, name) if count > 1 else strange):
        return 2
    if count < FEW:
        alone = re.search(rf"^[^\S\n]*{re.escape(name)}[^\S\n]*$", text, re.MULTILINE) is not None
        own = around.campus or alone or (_CODED.match(name) is not None and not around.told)
        return 2 if clear >= SITED and own else int(sited or bool(around.taught))
    if (around.played > 1 and clear < SITED) or (strange and not sited):
        return 1 + int(around.campus or bool(around.owned))
    return _repeated(name, count, around)


def _repeated(name: str, count: int, around: _Around) -> int:
    """The level of a house that stands twice or oftener, by what its name holds and by what it has."""
    clear, sited = _sites(name)
    firm = _PLAY.search(name) is None and not sited
    odd = bool(around.taught) or (bool(around.owned) and not firm)
    if odd or (sited and (around.campus or clear >= SITED or not _PLAIN.search(name))):
        return 2
    return int(not firm and (sited or count >= OFTEN))
