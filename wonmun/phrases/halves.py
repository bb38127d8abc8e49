"""Names of betting sites that are a word of play and luck by half: Luckvera, スピネリア, 모나코텐."""

from __future__ import annotations

import re

_SHARP = "luck|spin|slot|bet|wager|casin|jackp|jacko|vega|poker|bingo|gacor|hoki|cuan|togel|maxwin|roulet|bacca"
_SOFT = "raja|ratu|dewa|dewi|sultan|mahkota|naga|bola|jack|king|royal|crown|gold|rich|cash|lotto|toto|menang|win"
_ENDS = "spins?|bets?|slots?|wins?|casino|poker|bingo|gacor|hoki|cuan|togel|toto|play|jackpot"
_LATIN = re.compile(
    rf"(?:{_SHARP})(?P<first>[a-z]{{3,8}})|(?P<last>[a-z]{{3,8}})(?:{_ENDS})|(?:{_SOFT})(?P<soft>[a-z]{{3,8}})"
)
_KATAKANA = re.compile(
    "(?:ラッキー|ジャク?ッ?クポ|スピネ|スロティ|カジノ|ベガロ|ベガス|ギャンブ)(?P<first>[ァ-ヴー]{2,6})"
    "|(?!ハッ?シャ|トップ|バック|サイド)(?P<last>[ァ-ヴー]{2,6})(?:スロット?|スピン|ベット|カジノ|ジャクポ)"
)
_HANGUL = re.compile(
    "(?!.*(?:[워이마메피레뱅랭해베파패부쇼래모바토하초트로]킹|(?:래|르|라|돌|돌고래|머리|고정|안전)핀|[로루르스쿠]텐"
    "|(?:트|클|핸드|노|넷|티|풋|배팅|발리|바스켓|이스|파워|메디신|소프트|캐논|라인)볼|(?:풀|하프|골든|파트|런|라임|이|쇼|티)타임"
    "|(?:디즈니|유|홈)플러스|(?:모카|화이트|로즈|마리)골드|(?:다|드|오|로)윈)$)"
    "(?P<last>[가-힣]{2,6})(?:윈|스핀|슬롯|카지노|잭팟|킹|볼|텐|핀|타임|플러스|골드|로얄|베가스|럭키)"
)
"""Gerunds, balls, pins and medicines end so, too: 트레킹, 피클볼, 그래핀, 카로텐."""


def half_play(word: str) -> tuple[str, str]:
    """Which half is of play, and the other one: `soft` for words of kings and gods, which many names begin with.

    >>> half_play("Luckvera"), half_play("Kilatwin"), half_play("Rajavona"), half_play("Velmaro")
    (('first', 'vera'), ('last', 'kilat'), ('soft', 'vona'), ('', ''))
    """
    low = word.lower()
    found = _LATIN.fullmatch(low) if low.isascii() else _KATAKANA.fullmatch(low) or _HANGUL.fullmatch(low)
    if found is None or found.lastgroup is None:
        return "", ""
    return found.lastgroup, found[found.lastgroup]
