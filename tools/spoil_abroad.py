"""Injects phrases into articles in languages other than Korean; families as in `tools/spoil.py`.

Which words are worth replacing is told by how they are used, for want of particles: behind a word that nouns
follow (the, di, の), or a run of one script in Japanese and Chinese.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tools.spoil import Spoiled, keep, put

if TYPE_CHECKING:
    import random

FAMILIES = ("whole", "whole", "whole", "partial", "double", "lead", "middle", "pair", "single")
UNSPACED = ("ja", "zh")
BRIEF = {False: 850, True: 240}
"""Characters below which a text is brief, where words have blanks between them and where not: few places are enough."""
BLANK = 0.5
"""Share of copies in which a blank stands between the phrase and the sentence that it was put before."""
_BEFORE_NOUN = {
    "en": frozenset("the a an of in for with from this that these its their and each every by to".split()),  # noqa: SIM905
    "id": frozenset("di dari untuk dengan pada para sebuah seorang dan oleh ke bagi setiap".split()),  # noqa: SIM905
}
_COMMON = frozenset(
    """
    this that with from have which their there they what when your will would could should about into
    more most some such only other same each also been were being them than then these those very just
    make made using used where while after before because between during under over both many much like
    first last said year years time yang untuk dengan dari pada adalah tidak akan dalam oleh sebagai
    juga anda atau dapat bisa telah sudah agar karena bahwa lebih saat jika ketika setelah sebelum semua
    setiap hanya masih namun tetapi serta kata ujar tahun hari orang
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_RUN = {
    "ja": re.compile(r"[一-龥々]{2,6}|[ァ-ヴー]{3,9}"),
    "zh": re.compile(r"[一-龥]{2,4}"),
}
_SENTENCE = {True: re.compile(r"(?<=[。、])(?=[^\s」』）])"), False: re.compile(r"(?<=\w[.,!?])\s+(?=\w)")}
_GAP = {
    "ja": re.compile(r"(?<=[のをにがはでと、])(?=[一-龥ァ-ヴ])|(?<=[一-龥ァ-ヴ])(?=[のをにがは])"),
    "zh": re.compile(r"(?<=[的了在是和与对为将也被把从、])(?=[一-龥])|(?<=[一-龥])(?=[的了在是和与也被把])"),
    "": re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])"),
}


def terms(text: str, lang: str) -> list[str]:
    """Terms worth replacing, the most telling first: they stand three times at least."""
    if lang in UNSPACED:
        counts = Counter(m.group() for m in _RUN[lang].finditer(text))
        scored = [(text.count(t) * min(len(t), 4), t) for t in counts if text.count(t) >= 3]
        return [t for _, t in sorted(scored, reverse=True)][:6]
    words = re.findall(r"[^\W_]+", text)
    led = _BEFORE_NOUN.get(lang)
    counts = Counter(w for w in words if _WORD.fullmatch(w) and w.lower() not in _COMMON)
    after = Counter(b for a, b in pairwise(words) if led is None or a.lower() in led)
    scored = [(n * min(len(w), 8), w) for w, n in counts.items() if n >= 3 and (w[0].isupper() or after[w] >= n / 3)]
    pairs = Counter(re.findall(r"(?=\b([^\W\d_]{3,} [^\W\d_]{4,})\b)", text))
    scored += [(n * 8, p) for p, n in pairs.items() if n >= 3 and not set(p.lower().split()) & _COMMON]
    return [t for _, t in sorted(scored, reverse=True)][:8]


def spoil(text: str, phrase: str, family: str, lang: str, rng: random.Random) -> Spoiled | None:
    """Inject; None where the family does not fit the text."""
    if phrase.lower() in text.lower():
        return None
    if family in ("pair", "single"):
        whole = spoil(text, phrase, rng.choice(("whole", "whole", "lead", "middle")), lang, rng)
        return whole and replace(keep(whole, 2 if family == "pair" else 1, rng), family=family)
    unspaced = lang in UNSPACED
    chosen: tuple[str, ...] = ()
    if family in ("lead", "middle"):
        cuts = _gaps(text, family, lang, rng)
    else:
        chosen, cuts = _replaced(text, family, lang, rng)
    if not cuts:
        return None
    blank = family == "middle", not unspaced and family == "lead" and rng.random() < BLANK
    left, right = ("", "") if unspaced else (" " * blank[0], " " * blank[1])
    done, spans = put(text, cuts, f"{left}{phrase}{right}")
    return Spoiled(done, spans, family, phrase, chosen)


def _gaps(text: str, family: str, lang: str, rng: random.Random) -> list[tuple[int, int]]:
    """Where something can be put in: before sentences and clauses, or between words."""
    pattern = _SENTENCE[lang in UNSPACED] if family == "lead" else _GAP.get(lang, _GAP[""])
    spots = [m.end() if family == "lead" else m.start() for m in pattern.finditer(text)]
    brief = len(text) < BRIEF[lang in UNSPACED]
    few = {"lead": 3 if brief else 5, "middle": 12 if brief else 20}
    if len(spots) < few[family]:
        return []
    times = rng.randint(2, max(2 + brief, min(12, len(spots) // 4))) if family == "lead" else rng.randint(2, 6)
    return [(s, s) for s in rng.sample(spots, min(times, len(spots)))]


def _replaced(text: str, family: str, lang: str, rng: random.Random) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Where a term stands, or some of its places, or two terms; inside longer words, too, most of the time."""
    pool = terms(text, lang)
    if not pool:
        return (), []
    inside = lang in UNSPACED or rng.random() < 0.6
    term = pool[0] if rng.random() < 0.4 else rng.choice(pool)
    cuts = _places(text, term, inside=inside)
    if family == "partial":
        if len(cuts) < 4:
            return (), []
        return (term,), sorted(rng.sample(cuts, len(cuts) - max(1, len(cuts) // 3)))
    if family != "double":
        return (term,), cuts
    others = [t for t in pool if t not in term and term not in t]
    if not others:
        return (), []
    second, taken = rng.choice(others), {i for a, b in cuts for i in range(a, b)}
    more = [c for c in _places(text, second, inside=inside) if not taken & set(range(*c))]
    return (term, second), sorted(cuts + more)


def _places(text: str, term: str, *, inside: bool) -> list[tuple[int, int]]:
    edge = "" if inside else r"\b"
    return [m.span() for m in re.finditer(f"{edge}{re.escape(term)}{edge}", text)]
