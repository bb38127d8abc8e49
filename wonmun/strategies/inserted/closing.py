"""Insertions in English and Indonesian: whether the words on both sides of a phrase close without it.

A noun leaves a gap behind (`the … is`, `of … ,`), at one of its places at least; and there are pairs of words that
no noun stands between (`they … said`, `tidak … bisa`). All places of a phrase are judged together.
"""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from wonmun.language.load import counts
from wonmun.language.pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.strategies.places.slots import Group, Slot

_LAST = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?) ?$")
_FIRST = re.compile(r" ?([^\W\d_]+)")
_STOP = re.compile(r" ?[.,;:!?)\]”’]")
_OPENED = re.compile(r"(?:^|[.,;:!?][\"”’)]?|[“\"(]) ?$")
_LETTER_MORE = re.compile("[a-z][A-Z]$")
"""A phrase that was found with the first letter of the sentences behind it (`casinoT` before `he`)."""
_BEGINS = re.compile(r"(?:^ ?|[.!?][\"”’)]? ?)$")
_GLUED = re.compile(r"[\"“‘(]?([^\W\d_]{2,}|[AI](?= ))")
_SMALL = re.compile(r" ?[a-z]")
_FORMED = re.compile(r"(?:me[mnlryw]|ber|ter|di(?!a$|ri|k?$))[a-z]{3}")
_USUAL = 550
"""Rarity (hundredths) of a word that is seen to begin where a phrase ends."""
_LEAST = 3
"""Letters of such a word that begins small."""
_DIFFERENT = 2
_AGAINST, _UNSURE = -5.0, -2.0
"""`Place.put_in` above which two such places are enough, and above which one of three."""
_OFTEN, _MANY = 3, 4
_NEIGHBOURS = {"en": {4: (1.0, 1.0)}, "id": {3: (0.9, 0.9), 4: (1.05, 0.25)}}
"""The mean of `Pairs.score` at three places, and at four and more, from which on nothing stood between; the second one
where a pair of words says so, too.

Of words that 65 articles a language repeat so often, and that leave no gap, the highest were .84 (of 9, four places) in
English, where three places say nothing, and in Indonesian .45 (14) and .17 (24). Of terms that were replaced there four
had .42 to 1.01 in 26 copies that were found, without such a pair at any place.
"""
_NOUN = 4
"""Letters of a word that may be a noun; so many of it tell it from others (`route`, `routes`)."""


class Words(NamedTuple):
    """What a language's function words do beside a noun."""

    gaps: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Words between which something is missing: before, behind."""
    needy: frozenset[str]
    """Words that no clause ends in."""
    whole: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Words between which no noun stands."""
    common: frozenset[str]
    """All of them."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VERB = frozenset([""])
"""Stands for all Indonesian verbs that their first syllable tells."""
_ARTICLES = _words("the a an his its their our my your every each these those")
_IN = _words("of in for with from by at into through between against about under during without within towards toward")
_AND = _words("and or but nor")
_IF = _words("when if because while although though unless whether since that but where until")
_BE = _words("is are was were be been being")
_HAVE = _words("has have had")
_CAN = _words("will would can could should may might must cannot")
_NOT = _words("also never always already still")
_HE = _words("he she they we who i")
_THIS = _words("the a an his its their our my your these those")
_OTHER = _words("same own other new old small local whole main only")
_ABROAD: dict[str, Words] = {
    "en": Words(
        gaps=(
            (
                _ARTICLES,
                _IN | _AND | _IF - {"that"} | _BE | _HAVE | _CAN | _THIS | _HE | _words("that which to on as than it"),
            ),
            (
                _IN,
                _IN - {"about", "between", "under"}
                | _AND
                | _BE
                | _HAVE
                | _CAN
                | _words("that to on than")
                | _HE - {"who"},
            ),
            (_AND, _AND),
        ),
        needy=_ARTICLES - {"his", "these", "those", "each"} | _words("of from into with for at") | _AND,
        whole=(
            (_IN | _words("on after before over"), _THIS),
            (_IF, _THIS | _HE | _words("it there")),
            (_HE, _BE | _HAVE | _CAN | _NOT | _words("did do does said say want wanted")),
            (_CAN, _words("be have not also never only still")),
            (_HAVE, _words("been already not never also become")),
            (_BE, _THIS | _words("not also being still already")),
            (_words("did do does"), _words("not")),
            (_words("the a his its their our my"), _OTHER - {"only", "main"}),
            (_words("at"), _words("least most")),
            (_words("because instead out"), _words("of")),
            (_words("rather"), _words("than")),
            (_words("according able due"), _words("to")),
            (_words("to"), _words("be have become keep make get take give see help find pay")),
            (_words("each"), _words("other")),
            (_words("as"), _words("well soon much many long")),
            (_words("than"), _THIS),
        ),
        common=_ARTICLES | _IN | _AND | _BE | _HAVE,
    ),
    "id": Words(
        gaps=(
            (
                _words("di ke dari pada dengan untuk oleh dalam bagi kepada terhadap para setiap sebuah seorang suatu"),
                _words(
                    "di ke dari pada oleh bagi kepada dan atau tetapi yang akan telah sudah tidak belum masih adalah"
                ),
            ),
            (_words("yang dan atau"), _words("dan atau yang adalah")),
        ),
        needy=_words(
            "di ke dari pada dengan untuk oleh dalam bagi kepada para setiap sebuah seorang yang dan atau adalah"
        ),
        whole=(
            (_words("tidak belum akan telah sudah sedang harus dapat bisa ingin masih"), _VERB),
            (_words("mereka ia dia kami kita saya yang"), _VERB),
            (
                _words("mereka ia dia kami kita saya"),
                _words("tidak belum akan telah sudah sedang harus dapat bisa ingin"),
            ),
            (_words("yang"), _words("tidak belum akan telah sudah sedang harus dapat bisa lebih paling")),
            (_words("lebih"), _words("dari besar banyak cepat tinggi baik")),
            (
                _words("di ke dari pada dengan untuk oleh dalam bagi kepada"),
                _words("sebuah seorang para setiap semua suatu beberapa"),
            ),
            (_words("karena bahwa jika ketika agar"), _words("mereka ia dia kami kita saya sebuah para setiap")),
        ),
        common=_words("yang dan di untuk dengan dari pada"),
    ),
}


def tongue(rest: str) -> str:
    """Say which of the languages a text is in; "" for another one."""
    words = re.findall(r"[a-z]+", rest.lower())
    shares = {code: sum(w in known.common for w in words) for code, known in _ABROAD.items()}
    code = max(shares, key=lambda c: shares[c])
    return code if shares[code] > len(words) / 12 else ""


def closes(group: Group) -> bool | None:
    """Whether the sentences close without the phrase at all its places; None where nothing tells."""
    code = tongue(group.rest)
    if not code:
        return None
    words = _ABROAD[code]
    if _LETTER_MORE.search(group.phrase) or any(_gap(s, words) for s in group.slots):
        return False
    told, logit = sum(_whole(s, words) for s in group.slots), group.slots[0].place.put_in or 0.0
    before = _before_words(group.slots, code)
    described = not before and _describes(group.slots)
    if before or described or _beside(group.slots, code, told=told > 0):
        return not described
    opened = all(_OPENED.search(s.left) for s in group.slots)
    logit = 0.0 if logit == -inf else logit  # no weights say anything: words alone
    if told >= _DIFFERENT and 3 * told >= len(group.slots):
        return True if logit > _AGAINST else None
    if len(group.slots) <= _DIFFERENT and not told and not opened:
        return False
    return True if told and len(group.slots) > _DIFFERENT and logit > _UNSURE else None


def _describes(slots: Sequence[Slot]) -> bool:
    """Say whether one noun stands behind most of three places or more, as behind what it is called by.

    `the new FastCAT bus routes`, `the FastCAT route`, `new FastCAT routes`: what is put in anywhere stands so nowhere.
    """
    behind = [word[:_NOUN] for slot in slots if len(word := _sides(slot)[1]) >= _NOUN and _SMALL.match(slot.right)]
    most = max(map(behind.count, behind), default=0)
    return most >= _OFTEN and 2 * most > len(slots)


def _beside(slots: Sequence[Slot], code: str, *, told: bool) -> bool:
    """Say whether the words on both sides of three places or more stand side by side as in genuine text.

    `told`: a pair of words at one of them says so, too.
    """
    limits = None if any(_STOP.match(s.right) for s in slots) else _NEIGHBOURS[code].get(min(len(slots), _MANY))
    known = pairs(code)
    between = [(known.words(s.left), known.words(s.right)) for s in slots if not _OPENED.search(s.left)]
    scores = [known.score(before[-1], after[0]) for before, after in between if before and after]
    return limits is not None and len(scores) == len(slots) and sum(scores) / len(scores) >= limits[told]


def _sides(slot: Slot) -> tuple[str, str]:
    left, right = _LAST.search(slot.left), _FIRST.match(slot.right)
    return left.group(1).lower() if left else "", right.group(1).lower() if right else ""


def _gap(slot: Slot, words: Words) -> bool:
    before, after = _sides(slot)
    if _BEGINS.search(slot.left) and slot.right[:1] == " " and _SMALL.match(slot.right):
        return True  # the sentence has lost its first word
    if _STOP.match(slot.right):
        return before in words.needy or bool(_OPENED.search(slot.left))
    if before == "a" and after[:1] in {"a", "e", "i", "o"} and after[:3] not in {"one", "eur"}:
        return True
    if before == "an" and after[:1] not in {"a", "e", "i", "o", "u", "h", ""}:
        return True
    return any(before in left and after in right for left, right in words.gaps)


def _whole(slot: Slot, words: Words) -> bool:
    before, after = _sides(slot)
    if not before or not after:
        return False
    return any(
        before in left and (after in right or (right is _VERB and _FORMED.match(after))) for left, right in words.whole
    )


def _before_words(slots: Sequence[Slot], code: str) -> bool:
    """Say whether whole words are glued to the phrase, behind marks at all its places: `. casinoThe`, `, casinobut`."""
    known, found = counts(code, "frequency.txt"), []
    for slot in slots:
        word = _GLUED.match(slot.right)
        if not word or not _OPENED.search(slot.left):
            return False
        text = word.group(1)
        small = text[0].islower()
        if small and (len(text) < _LEAST or known.get(text, _USUAL) >= _USUAL):
            return False
        found.append(text)
    return len(set(found)) >= _DIFFERENT
