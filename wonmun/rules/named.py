"""What schools, firms, offices and goods are called outside of Korean: such a name leaves a doubt, whatever its form.

Without blanks, particles and capitals a name that comes back looks as a phrase does that was put there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.later import later
from wonmun.phrases.brands import is_brand
from wonmun.rules.typed import is_typed

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences

FIRM = 4
"""Letters of a Chinese firm's name with what it does: two and two."""
_OFFICE = later(
    "(?:大学|学院|中学|小学|学校|幼儿园|集团|公司|科技|传媒|证券|保险|银行|基金|物流|客车|航空|铁路|水务|电力|燃气|地铁|公交|农场|林场|合作社"
    "|医院|中心|政府|部队|法院|检察院|机场|广场|公园|景区|小区|社区|街道|码头|大桥|剧院|剧团|乐团|酒店|饭店|酒楼|餐厅|宾馆|客栈|咖啡|俱乐部"
    "|日报|晚报|周刊|周末|杂志|电视台|频道|家具展|音乐节|运动会|电影节|[店厂馆会院所局厅处站队村镇乡县省网报])$"
)
"""What names of firms, schools and offices end in. Some searches do, too: these are suspicious then. Of 150 short
notices about 30 institutions 58 were called injected."""
_JAPANESE = later(
    "(?P<own>.+)(?:クリニック|病院|医院|診療所|歯科|薬局|大学|高校|学園|学校|幼稚園|保育園|銀行|信用金庫|会社|商会|商店|書店|食堂|旅館|ホテル|神社"
    "|美術館|博物館|図書館|劇場|センター|協会|連盟|財団|研究所|研究会|学会|事務所|工房|工業|電機|製作所|新聞|テレビ|放送|組合|農園|牧場|酒造|珈琲|喫茶"
    "|倶楽部|温泉|商店街|道場|[店館院校園社寺亭庵荘堂湯軒署駅])"
)
"""What Japanese institutions' names end in."""
_WORDS = r"(?:[A-Z][\w’'-]*|of|the|and|&|on|at)"
_ENGLISH = later(
    rf"{_WORDS}(?: {_WORDS})* (?:Academy|Arms|Arts|Association|Bank|Brewery|Bridge|Brothers|Camp|Castle|Cathedral"
    "|Caf[eé]|Cent(?:er|re)|Chapel|Charity|Church|Cinema|Clinic|Club|College|Company|Corporation|Council|Dairy|Farms?|Festival|Foods?"
    "|Foundation|Gallery|Garage|Gardens?|Group|Guild|Hall|Hospital|Hotels?|House|Inc|Industries|Inn|Institute|Lane|Library"
    "|Limited|Ltd|Lodge|Market|Mills?|Museum|Orchestra|Park|Pharma(?:ceuticals|cy)?|Players|Practice|Press|Productions|Road"
    "|Rooms|School|Services|Society|Sons|Square|Stadium|Station|Street|Studios?|Surgery|Theat(?:er|re)|Trust|Union|University"
    "|Village|Works)"
)
"""A name in capitals that ends as those of English institutions and places do: Cashel Credit Union, Replica Theatre."""
_MODEL = later(
    r".*[一-龥].*?(?:[A-Za-z-]+ ?\d{1,4}[A-Za-z]{0,3}|\d{1,4}(?: ?(?:Pro|Max|Plus|Mini|Air|Ultra|Lite|SE|[A-Z]))*"
    r"|第?\d{1,4}[期届号辑卷版代季])(?:[一-龥]{0,2}[款版型])?",
    re.IGNORECASE,
)
"""What names of goods and of issues end in: 大疆Mini4, 小米空气净化器5 Pro, 简报第5期."""
_DOSE = later(r" ?\d+ ?(?:mg|mcg|ml|k)?$")
"""Figures at a phrase's end, of a dose too: no thing (`viagra 100mg`)."""
_KATAKANA = later("[ァ-ヴー]{2,}")
_FAMILY = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦方白邹孟熊秦邱江"
    "尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵严张陳楊黃趙吳馬羅鄭謝許韓馮鄧蔣葉蘇呂盧鍾譚陸範賈韋鄒閻龍賀顧龔嚴劉孫"
    "万钱汤易常武乔赖文庞樊兰殷施洪翟颜倪严牛温芦季俞章鲁葛伍申尤毕聂焦柳邢岳齐梅莫庄辛祝左涂谷祁舒耿詹苗凌费纪靳盛童欧甄项曲裴席卫屈鲍覃霍翁甘柏柯阮桂闵柴冉"
)
"""The names that most Chinese families have, without those that many words begin in (安, 包, 车)."""
_TITLE = (
    "师傅|老师|先生|女士|医生|大夫|教授|校长|院长|主任|书记|经理|老板|教练|律师|警官|大爷|大妈|奶奶|爷爷|阿姨|叔叔|师父"
    "|師傅|老師|醫生|校長|院長|書記|經理|老闆|教練|律師|大爺|大媽|爺爺|師父"
)
_PERSON = later(rf"[{_FAMILY}][一-龥]{{0,2}}(?:{_TITLE})|[老小阿][{_FAMILY}]|[{_FAMILY}][一-龥]{{1,2}}")
"""A person with or without a title: 沈师傅, 王晓梅, 老方."""
_SAYING = later("(?:[也又还都笑][着了]?)?(?:[说讲笑问答想看]|表示|介绍|告诉|认为|觉得|回忆|坦言|的[家店妻丈儿女父母])")
"""What persons do behind their names, and have."""
_NEUTRAL = frozenset(("体育", "电子", "香港", "澳门", "澳門", "足球", "篮球", "平台", "资料", "会所"))
"""Weak words that honest names hold, too."""


def is_name(occ: Occurrences, index: int) -> bool:
    """Whether a candidate is such a name; in Chinese and Japanese one that holds no word of spam."""
    phrase, code = occ.batch.phrases[index], occ.batch.view.language.code
    if code in ("en", "ja"):
        return _ENGLISH.fullmatch(phrase) is not None if code == "en" else _japanese(occ, phrase)
    return _institution(occ, phrase) or (code == "zh" and _person(occ, index))


def is_thing(occ: Occurrences, index: int) -> bool:
    """Whether a candidate is a thing that has a word of trades in its name only: `slot antenna`, `kartu poker`, 棋牌桌.

    What it is (the last word, in Indonesian the first) is no word of spam, or in Indonesian what describes it is none;
    it has one such word only, nothing of it means spam alone, and nobody searches so. Katakana that nobody knows behind
    such a word names no thing (カジノヴェガ).
    """
    speech = occ.batch.view.language
    if is_typed(speech, occ.batch.phrases[index], occ.batch.view.text):
        return False
    phrase = (speech.without_particle(occ.batch.phrases[index]) or occ.batch.phrases[index]).lower()
    lexicon = speech.lexicon
    found = list(lexicon.any_pattern.finditer(phrase))
    words = {m.group() for m in found}
    telling, asked = words & (lexicon.strong | lexicon.weak), words & lexicon.query
    plain = telling & lexicon.strong - lexicon.ambiguous - lexicon.trade
    several = len(telling - _NEUTRAL) > 1 and bool(telling & lexicon.strong)
    if not telling or plain or asked or several or phrase in lexicon.strong or phrase in lexicon.trade:
        return False
    thing = _DOSE.sub("", phrase[found[-1].end() :])
    ended = not thing or (_KATAKANA.fullmatch(thing) is not None and not speech.spread(thing))
    return not ended or (speech.code == "id" and found[0].start() > 0)


def _japanese(occ: Occurrences, phrase: str) -> bool:
    """A name of a Japanese institution, with no other word of spam or of searches: あいち森クリニック.

    Or what a firm asks of its customers: お客様登録.
    """
    if phrase.startswith("お客様"):
        return True
    named = _JAPANESE.fullmatch(phrase)
    return named is not None and occ.batch.view.language.lexicon.any_pattern.search(named["own"]) is None


def is_titled(phrase: str) -> bool:
    """Whether it is a Chinese person's name with a title: 沈师傅, no 开锁师傅."""
    return phrase[-2:] in _TITLE.split("|") and _PERSON.fullmatch(phrase) is not None


def _person(occ: Occurrences, index: int) -> bool:
    """A Chinese person's name that has a title, or does somewhere what persons do; without a word of spam."""
    view, phrase = occ.batch.view, occ.batch.phrases[index]
    titled = phrase[-2:] in _TITLE.split("|")  # some of them are searched for, too: 开锁师傅
    own = phrase[:-2] if titled else phrase
    if not _PERSON.fullmatch(phrase) or view.language.lexicon.any_pattern.search(own):
        return False
    ends = [at + len(phrase) for at in occ.batch.spans(index).tolist()]
    return titled or any(_SAYING.match(view.text, end) for end in ends)


def _institution(occ: Occurrences, phrase: str) -> bool:
    """A name of a Chinese firm, school, office or model without a word of spam: 红星娱乐, 北京体育大学, 大疆Mini4."""
    speech = occ.batch.view.language
    if speech.code != "zh" or is_brand(phrase, spaced=False) or speech.lexicon.strong_pattern.search(phrase):
        return False
    firm = len(phrase) == FIRM and phrase[2:] in speech.lexicon.weak
    if firm:
        return speech.lexicon.any_pattern.search(phrase[:2]) is None
    named = _OFFICE.search(phrase) or _MODEL.fullmatch(phrase)
    return named is not None and not any(word in phrase for word in speech.lexicon.weak - _NEUTRAL)
