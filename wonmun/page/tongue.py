"""Which language a page is in: what it says of itself, unless its letters say otherwise."""

# ruff: noqa: SIM905 - lists of words read better as words than as rows of quoted literals
from __future__ import annotations

import re

import numpy as np

from wonmun.scripts import classes

_SAMPLE = 20_000
"""Code points looked at; beyond that the answer does not change."""
_SCRIPTS = {
    "hangul": ("\uac00\ud7a3", "\u1100\u11ff", "\u3131\u318e"),
    "kana": ("\u3041\u30ff",),
    "han": ("\u3400\u9fff",),
    "latin": ("AZ", "az", "\u00c0\u024f"),
    "ru": ("\u0400\u04ff",),
    "th": ("\u0e01\u0e5b",),
    "ar": ("\u0600\u06ff",),
}
"""First and last letters of each."""
_OTHER = ("ru", "th", "ar")
_SCRIPT_OF = classes([(ord(ends[0]), ord(ends[1])) for ends in ranges] for ranges in _SCRIPTS.values())
_WORDS = {
    "id": frozenset(
        "yang dan di untuk dengan dari pada ini itu adalah tidak akan dalam ke oleh sebagai juga karena atau mereka "
        "kepada setiap seorang sebuah dapat telah sudah tersebut menjadi memiliki bahwa lebih hanya hingga antara "
        "seperti anda kami kita bisa harus orang tahun mengatakan setelah sebelum masih belum tetapi agar saat".split()
    ),
    "en": frozenset("the of and to in that is for was on with as by it at from are this be has".split()),
}
_LITTLE, _PLAIN = 0.05, 0.1
"""Shares of a text's words: of short texts enough, and of any other (English and Indonesian have a quarter; Dutch
has a twentieth of English ones)."""
_FEW, _MANY = 7, 20
"""Words from which on they outweigh what a page claims, and from which on a text is long."""
_TELLING = 24
"""Ideographs without kana that are no Japanese title any more."""
_ENGLISH = frozenset({"the", "of", "and", "to"})
"""One of these stands in any English text; `in` and `is` stand in Dutch and German ones, too."""
_MARKED = re.compile(r"([A-Za-z]{2,3})(?:[-_]|$)")
_SCRIPTED = frozenset({"ko", "ja", "zh", "ru", "th", "ar"})
"""Languages that their letters give away; a text without them is not in these."""


def guess_language(text: str, marked: str = "") -> str:
    """Return a two-letter code, or "" where nothing tells.

    `marked` is what the page claims (`ko-KR`). Templates claim `en` over Korean text often enough that the
    letters win where they contradict it.

    >>> guess_language("오늘 서울은 맑다.", "en"), guess_language("", "ja-JP")
    ('ko', 'ja')
    """
    found = _MARKED.match(marked.strip())
    claimed = found.group(1).lower() if found else ""
    claimed = claimed if len(claimed) == 2 else {"kor": "ko", "jpn": "ja", "eng": "en", "ind": "id"}.get(claimed, "")
    sample = text[:_SAMPLE]
    counts = _counts(sample)
    if not any(counts.values()):
        return claimed
    if scripted := _by_letters(counts):
        short = scripted == "zh" and counts["han"] < _TELLING
        return claimed if short and claimed in _SCRIPTED else scripted
    written = _by_words(sample, claimed if claimed not in _SCRIPTED else "")
    return written or (claimed if claimed not in _SCRIPTED else "")


def _counts(sample: str) -> dict[str, int]:
    """How many letters of each script there are."""
    units = np.frombuffer(sample.encode("utf-16-le", "surrogatepass"), np.uint16)
    found = np.bincount(_SCRIPT_OF[units], minlength=1 + len(_SCRIPTS)).tolist()
    return dict(zip(_SCRIPTS, found[1:], strict=True))


def _by_letters(counts: dict[str, int]) -> str:
    letters, others = sum(counts.values()), sum(counts[code] for code in _OTHER)
    if counts["hangul"] >= 0.15 * letters and counts["hangul"] >= counts["kana"]:
        return "ko"
    if counts["kana"] >= 0.08 * letters:
        return "ja"
    if 2 * counts["han"] >= 0.3 * (letters + counts["han"]):
        return "zh"
    if others >= 0.3 * letters:
        return max(_OTHER, key=lambda code: counts[code])
    return ""


def _by_words(sample: str, claimed: str) -> str:
    """What the commonest words tell: against a claim only where it has none of them, never against a third language."""
    words = re.findall(r"[^\W\d_]+", sample.lower())
    shares = {code: sum(w in known for w in words) / max(len(words), 1) for code, known in _WORDS.items()}
    if not _ENGLISH.intersection(words):
        shares["en"] = 0.0
    best = max(shares, key=lambda code: shares[code])
    if not claimed:
        return best if shares[best] >= (_PLAIN if len(words) >= _MANY else _LITTLE) else ""
    clear = claimed in _WORDS and len(words) >= _FEW and shares[best] >= _PLAIN and shares[claimed] < _LITTLE
    return best if clear else claimed
