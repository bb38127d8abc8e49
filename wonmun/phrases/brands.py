"""Names that gambling sites give themselves: words of play and luck side by side, with a lucky number or without."""

from __future__ import annotations

from wonmun.later import later

_PLAY = (
    "bet|win|slots?|spins?|casino|kasino|poker|jackpot|lucky|gacor|toto|bola|hoki|cuan|judi|zeus|dewa|sultan|vegas|joker"
    "|parlay|bingo|togel|menang|maxwin|gaming|gambl"
)
_MORE = (
    "bets|wins|winner|king|queen|royal|gold|golden|mega|super|play|player|fun|club|city|party|day|house|max|vip|star|ace"
    "|dragon|raja|ratu|naga|liga|asia|indo|mania|rush|world|land|pro|big|hot|rich|cash|money|game|sport|sports|garden"
    "|crown|diamond|fortune|thunder|wolf|lion|eagle|phoenix|wild|pirate|ninja|viking|platinum|online|pharma|meds|express|pragmatic|live|bonus|jack|panda|tiger|power|magic|lotto|88|77"
)
_NUMBER = r"(?:\d?[78]{2,3}|66|99\d?|303|138|168|365|338|123|247|24|4d)"
_LATIN = later(
    rf"(?=.*(?:{_PLAY}))(?:(?:{_PLAY}|{_MORE})+{_NUMBER}|[a-z]*(?:{_PLAY})[a-z]{{0,3}}{_NUMBER}"
    rf"|[a-z]{{2,8}}\d(?:{_PLAY}|{_MORE})|(?:{_PLAY}|{_MORE}){{2,4}}"
    r"|(?!alphabet|sorbet|sherbet|diabet|tibet|barbet|cubet|elizabet|grotto|prototo|photo)[a-z]{3,8}(?:bet|togel|toto)"
    r"|[a-z]{2,8}(?:togel|gacor|maxwin|bandarq)[a-z]{1,4})",
)
_KATAKANA_PLAY = "ラッキー|スロット|カジノ|ベット|ジャックポット|スピン|ベガス|バカラ|ポーカー|ボンズ|ウィン|ギャンブル"
_KATAKANA_MORE = (
    "ドリーム|メガ|ゴールド|スター|ロイヤル|キング|クイーン|スーパー"
    "|ビッグ|マネー|キャッシュ|プレイ|ハッピー|マジック|ライブ|クラブ"
)
_KATAKANA = later(
    rf"(?:[ァ-ヴー]*(?:{_KATAKANA_PLAY})[ァ-ヴー一-龥]{{0,4}}(?:88|77|777|888|99|365)"
    rf"|(?!アルファ|チベ|コル|ソル|シャー)[ァ-ヴー]{{2,}}(?:ベット|カジノ)"
    rf"|ベット(?!タウン|メイ|サイド|ルーム|リネン|カバー|パッド|シーツ|ソー|ヘッド)[ァ-ヴー]{{2,7}}"
    rf"|(?!トップ|バック|サイド|キック|アンダー|テール|ヘッド|ハーフ|フル|ホイール)[ァ-ヴー]{{2,}}スピン"
    rf"|(?:{_KATAKANA_PLAY}|{_KATAKANA_MORE})(?:スピン|ベット|ウィン|カジノ|スロット|ベガス))"
)
_HAN = later(
    r"[一-龥]?(?:[必赢贏博彩鸿鴻财財]|大发|金牛|凯发|亿博|皇冠|金沙|永利|新葡)[一-龥]?(?:88|77|777|888|99|365|188|168)"
)
LUCK = "鑫亿盈豪旺财富宝利博胜金银乐发隆汇运恒鼎赢嘉万大天吉福禄聚凤龙皇帝王尊喜顺鸿星"
"""Chinese letters of gold and luck that houses make their names of; firms do so, too."""
DRAWN = rf"(?![福体博足竞]彩|[{LUCK}]?(?:精彩|光彩|大彩))(?:[{LUCK}]{{2}}彩|[{LUCK}]彩[{LUCK}])"
DRAWN += "(?![虹色票霞绘妆带旗灯照排电民头池印笔铅陶])"
"""Names of lottery houses: two of those letters with 彩."""
_SHORT = later(rf"[a-z]{{0,3}}\d{{1,3}}(?:{_PLAY})|(?:bet|win|vip|slot)\d{{2,4}}")
"""Between letters of other scripts a shorter name is one, too: ag8win, bet98."""
_LUCKY = later(r"77|88|99|188|388|168|138|338|303|(\d)\1{2,3}|(\d)\2(\d)\3")
_PLAYED = later(rf"(?:{_PLAY}|{_MORE})*(?:{_PLAY})(?:{_PLAY}|{_MORE}|zone)*")
_OPENING = later(rf"(?:{_PLAY}|{_MORE})")


def is_lucky(number: str) -> bool:
    """Whether a number is one that such names end in: 77, 188, 999, 6688; no year."""
    return _LUCKY.fullmatch(number) is not None and number != "2000"


def plays(label: str) -> bool:
    """Whether the name of a site holds a word of play beside other letters.

    >>> plays("raja-slot77"), plays("alphabet"), plays("linkedlist")
    (True, False, False)
    """
    parts = [part.strip("0123456789") for part in label.split("-")]
    return any(_PLAYED.fullmatch(part) or is_brand(part, spaced=True) for part in [*parts, "".join(parts)])


def is_play(word: str) -> bool:
    """Whether a word in small letters begins with one of play or of luck.

    >>> is_play("luckyotter"), is_play("otterlucky")
    (True, False)
    """
    return _OPENING.match(word) is not None


_BETTING = later("(?=[가-힣]*벳)[가-힣]{3,6}|[A-Z]{1,4}벳")
_NO_BETTING = later(
    ".*(?:알파벳|벨벳|티벳|엘리.벳|코르벳|콜벳|릴리벳|니스벳|리스보벳|글렌리벳|달샤벳|스피벳|소르벳|셔벳|샤벳|샤르벳|트럼벳|크라벳)"
    "|(?:시|로|울|이|리|포|큐|라|바|코|오|타|가)벳|벳(?:푸|부|쇼|사|시|토|독|세|새|바|엘|산|아|호|하|레|술|슨|스|제|지|가|짚)"
    "|.*벳(?:과|들|만|처럼|에|에서|에는|으로|이|은|을|의|도)$"
)
"""Scripts, cloths, people and places; and names with a particle."""
HONEST_BETTING = later("동물|수의|반려|애완|강아지|고양이|가축|축산|성경|성서|구약|앨범|음원")
"""Texts with one of these may speak of a firm of vets, of a place in the Bible, of singers."""


def is_betting(phrase: str) -> bool:
    """Whether a phrase is a name of Hangul with `bet` in it, of those that betting sites give themselves.

    Capitals may stand before `bet`.

    >>> is_betting("킹스벳"), is_betting("HZ벳"), is_betting("알파벳")
    (True, True, False)
    """
    return _BETTING.fullmatch(phrase) is not None and _NO_BETTING.match(phrase) is None


def is_brand(phrase: str, *, spaced: bool) -> bool:
    """Whether a phrase is such a name, written small or with one capital.

    >>> is_brand("luckyspin365", spaced=True), is_brand("luckySpin365", spaced=True), is_brand("playbook", spaced=True)
    (True, False, False)
    """
    low = phrase.lower()
    if " " in phrase or phrase[1:] != low[1:]:
        return False
    if _LATIN.fullmatch(low):
        return True
    return not spaced and any(p.fullmatch(low) for p in (_KATAKANA, _HAN, _SHORT))
