"""Phrases that do nothing but open sentences, each of which begins anew right behind them: put there, not written.

`… a year. wedding cakes The minister said`, `…と話す。洗濯機棚田は八十枚…`: no writer leaves a noun before a whole
sentence, again and again, and nowhere else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.base import END, PARTICLE
from wonmun.language.unspaced import CLASS, WHOLE
from wonmun.later import later
from wonmun.phrases.marks import FULL_STOPS
from wonmun.phrases.view import SPACE
from wonmun.signals import kinship

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

OFTEN = 2
"""Sentences that begin anew, from which on that is no slip."""
UNSPACED_OFTEN = 3
"""The same without spaces, where a noun before another one can be a compound: all different ones; and in languages
that nobody taught wonmun, where nouns may have capitals and entries of a register open small."""
COMPARED = 4
_BASE, _PRIME = 257, 65_521
"""Code units of the words behind that are compared, as one number: `The` and `They` are two."""
_STARTERS = {
    "en": "A|After|All|Although|An|And|As|At|Before|Both|But|By|Each|Every|For|From|He|Her|His|If|In|It|Its|Many|Most|"
    "My|No|Now|On|One|Only|Our|Researchers|She|Should|Since|So|Some|Such|That|The|Their|Then|There|These|They|This|Those|"
    "Two|Until|We|What|When|While|Why|With|You|Your",
    "id": "Ada|Akibatnya|Anak|Bagi|Banyak|Beberapa|Biaya|Dahulu|Dalam|Dari|Dengan|Di|Dia|Dua|Hal|Harga|Hasil|Hingga|Ia|"
    "Ini|Itu|Jika|Juga|Kadang|Kalau|Kami|Karena|Kata|Kepala|Ketika|Ketua|Kini|Kita|Lebih|Mereka|Menurut|Namun|Para|Pada|"
    "Padahal|Saat|Salah|Sebagian|Sebuah|Sejak|Sekarang|Selain|Selama|Semua|Seorang|Setelah|Setiap|Satu|Tahun|Tetapi|"
    "Tidak|Tim|Untuk|Warga",
}
"""Words that open sentences, and are part of no name."""
_STARTER = {code: later(rf" (?:{words}) ") for code, words in _STARTERS.items()}
_NOUN = {
    "ja": later(r"(?:[一-龥々ァ-ヴーA-Za-z0-9]|(?<=[一-龥々])[ぁ-ん]{1,2}(?=[一-龥々ァ-ヴー]))+[一-龥々ァ-ヴー]"),
    "zh": later(r"[^的了在是和与與如你您这這我他她它以从從要将將把被为為或若请請该該其使用于於对對不]{2,}"),
}
"""What can be a noun phrase as people search for it."""
_SAYS = later(
    "[说称会]|表示|认为|建议|发现|指出|告诉|介绍|提醒|估计|担心|希望|承认|解释|透露|正在|已经?|将[^军来领]|[也都就又才]|还[是会要在能]"
)
"""What follows the subject of a Chinese sentence and begins none: 研究人员说, 研究人员建议."""


_PAIR, _HAN_PAIR = 2, later("[一-龥]{2}")
"""Letters behind a phrase that are compared: most Chinese words have so many."""
_ON = later("[还在是有的了里上下中与和把被从到向给对要能可]")
"""What goes on with a subject."""


def opens_anew(occ: Occurrences) -> NDArray[np.bool_]:
    """Which candidates open sentences that begin anew behind them, and stand nowhere else."""
    opens: NDArray[np.bool_] = occ.total(occ.sentence_start) == occ.count
    if not occ.batch.view.language.spaced:
        return _unspaced(occ, opens & (occ.count >= UNSPACED_OFTEN))
    codes = occ.batch.view.codes
    stops = FULL_STOPS[codes[np.maximum(occ.batch.pos - 2, 0)]] & (occ.before == SPACE)
    small = kinship.restarts(occ, stops) >= (OFTEN if occ.batch.view.language.code else UNSPACED_OFTEN)
    glued = occ.total(stops & _glued(occ)) >= OFTEN
    named = occ.total(stops & _before_starter(occ)) >= OFTEN
    anew: NDArray[np.bool_] = opens & (small | glued | named)
    return anew


def begins_again(occ: Occurrences, index: int, *, anew: bool) -> bool:
    """Whether a Chinese phrase only opens sentences whose words behind it the text says elsewhere, too: 快速贷款骆驼….

    What stood behind a replaced subject is a verb, which the text hardly says again (快速贷款跟在后面). Of 225 copies
    of 15 articles with a phrase before three to five sentences 139 are told so, of 92 words replaced throughout none.
    Where `opens_anew` says so, one word said again is enough; by itself it deleted subjects that only open sentences.
    """
    view, size = occ.batch.view, len(occ.batch.phrases[index])
    text, starts = view.text, occ.batch.spans(index).tolist()
    opens = bool(occ.sentence_start[occ.batch.owner == index].all())
    if view.language.code != "zh" or len(starts) < UNSPACED_OFTEN or not opens:
        return False
    behind = [text[at + size : at + size + _PAIR] for at in starts]
    if any(not _HAN_PAIR.fullmatch(two) or _SAYS.match(two) or _ON.match(two) for two in behind):
        return False
    rest = re.sub(rf"{re.escape(occ.batch.phrases[index])}.{{{_PAIR}}}", "\0", text)
    again = sum(two in rest for two in behind)
    kinds = len(set(behind))
    if anew:
        return again > 0
    return kinds >= UNSPACED_OFTEN and 4 * kinds >= 3 * len(starts) and 3 * again >= len(starts)


def _glued(occ: Occurrences) -> NDArray[np.bool_]:
    """Places where a word in another case begins without a blank: `cakesThe`."""
    codes = occ.batch.view.codes
    last, after, beyond = codes[occ.end - 1], codes[occ.end], codes[occ.end + 1]
    small = ((last >= ord("a")) & (last <= ord("z"))) | ((last >= ord("0")) & (last <= ord("9")))
    flags: NDArray[np.bool_] = small & (after >= ord("A")) & (after <= ord("Z")) & (beyond >= ord("a"))
    behind = np.zeros(len(after), np.int64)
    for step in range(COMPARED):
        behind = (behind * _BASE + codes[np.minimum(occ.end + step, len(codes) - 1)]) % _PRIME
    kinds = occ.kinds(np.where(flags, behind + 1, 0))
    return flags & (kinds[occ.batch.owner] > 1)


def _before_starter(occ: Occurrences) -> NDArray[np.bool_]:
    """Places before a blank and a word that opens sentences."""
    view = occ.batch.view
    starter = _STARTER.get(view.language.code)
    if starter is None:
        return np.zeros(len(occ.end), np.bool_)
    return np.array([starter.match(view.text, e) is not None for e in occ.end.tolist()], np.bool_)


def _unspaced(occ: Occurrences, asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Nouns before another word each time, never before a particle or a stop."""
    view, noun = occ.batch.view, _NOUN.get(occ.batch.view.language.code)
    if noun is None or not asked.any():
        return np.zeros_like(asked)
    kinds = occ.kinds(view.codes[occ.end].astype(np.int64))
    last, after = CLASS[view.codes[occ.end - 1]], CLASS[occ.after]
    ended = occ.total((occ.kind == END) | (occ.kind == PARTICLE) | ((last == after) & np.isin(last, WHOLE)))
    plain = np.array([noun.fullmatch(p) is not None for p in occ.batch.phrases], np.bool_)
    anew: NDArray[np.bool_] = asked & (kinds == occ.count) & (ended == 0) & plain
    if view.language.code == "zh" and anew.any():
        anew &= occ.total(np.array([_SAYS.match(view.text, e) is not None for e in occ.end.tolist()], np.bool_)) == 0
    return anew
