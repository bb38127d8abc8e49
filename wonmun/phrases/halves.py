"""Names of betting sites that are a word of play and luck by half: Luckvera, スピネリア."""

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


def half_play(word: str) -> tuple[str, str]:
    """Which half is of play, and the other one: `soft` for words of kings and gods, which many names begin with.

    >>> half_play("Luckvera"), half_play("Kilatwin"), half_play("Rajavona"), half_play("Velmaro")
    (('first', 'vera'), ('last', 'kilat'), ('soft', 'vona'), ('', ''))
    """
    low = word.lower()
    found = _LATIN.fullmatch(low) if low.isascii() else _KATAKANA.fullmatch(low)
    if found is None or found.lastgroup is None:
        return "", ""
    return found.lastgroup, found[found.lastgroup]
