"""How much a decoding reads like a text: the share of its letters beyond ASCII that go together."""

from __future__ import annotations

import re

from wonmun.later import later

_BEYOND = later(r"[^\x00-\x7f]")
_BROKEN = later(r"[\ufffd\ue000-\uf8ff\x80-\x9f]|[\U000f0000-\U0010ffff]")
"""Undecodable, private use, C1 controls: a text has none."""
_HALF_KANA = later(r"[\uff61-\uff9f]")
_HANGUL = later(r"[\uac00-\ud7a3]")
_KANA = later(r"[\u3041-\u30fa\u30fc]")
_HAN = later(r"[\u4e00-\u9fff]")
_RARE_HAN = later(r"[\u3400-\u4dbf\uf900-\ufaff]|[\U00020000-\U0002ffff]")
_ODD = later(r"[\u00a1-\u00bf\u2500-\u259f\u0370-\u04ff\u02b0-\u02ff]")
"""Symbols and alphabets that a wrong East Asian decoding is full of and a right one has a few of."""
_COMMON = {
    "gb18030": "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动",
    "big5hkscs": "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動",
}
_WORTH = {"cp949": _HANGUL, "cp932": _KANA, "euc_jp": _KANA}


def plausibility(text: str, charset: str = "") -> float:
    """Return 0..1; 1 for pure ASCII and for text whose letters beyond ASCII belong to one writing.

    Where `charset` is an East Asian one, the text must moreover look like that language: hangul for cp949,
    kana for Japanese, the commonest hanzi for Chinese.
    """
    beyond = "".join(_BEYOND.findall(text))
    if not beyond:
        return 1.0
    n = len(beyond)
    bad = 4.0 * len(_BROKEN.findall(beyond)) + len(_HALF_KANA.findall(beyond)) + len(_RARE_HAN.findall(beyond))
    bad += 0.5 * len(_ODD.findall(beyond)) if _east_asian(beyond, n) else 0
    bad += _torn(text, n)
    score = max(0.0, 1 - bad / n)
    return score * _looks_like(beyond, n, charset)


def _east_asian(beyond: str, n: int) -> bool:
    return len(_HANGUL.findall(beyond)) + len(_HAN.findall(beyond)) + len(_KANA.findall(beyond)) > 0.3 * n


def _torn(text: str, n: int) -> float:
    """Count hangul next to hanzi and kana: single-script texts read wrongly mix them within words."""
    mixed = len(re.findall(r"[\uac00-\ud7a3][\u4e00-\u9fff\u3041-\u30ff](?=[\uac00-\ud7a3])", text))
    return 2.0 * mixed if mixed > 0.02 * n else 0.0


def _looks_like(beyond: str, n: int, charset: str) -> float:
    if charset in _WORTH:
        wanted = len(_WORTH[charset].findall(beyond))
        return 1.0 if wanted >= (0.5 if charset == "cp949" else 0.15) * n else wanted / n
    if charset not in _COMMON:
        return 1.0
    common = sum(beyond.count(c) for c in _COMMON[charset])
    return 1.0 if common >= 0.1 * n and len(_HAN.findall(beyond)) > 0.5 * n else 0.5
