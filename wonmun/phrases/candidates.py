"""The phrases of a page that could have been put there: what repeats, and runs of spam words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.base import PARTICLE
from wonmun.phrases.ends import NEARLY_ALL, can_end, cut_short, is_amount, named, numbered, surnamed, whole
from wonmun.phrases.heads import add_heads
from wonmun.phrases.repeats import repeats
from wonmun.phrases.runs import as_searched, grown, lexicon_runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.language.base import Language
    from wonmun.phrases.view import View

FEWEST = 2
"""Places that a repeat must have."""
MOST_WORDS = 6
FEW = 4
"""Places up to which what follows a phrase at all of them may be chance."""
PLURAL = "들"
"""What may follow a phrase of several words everywhere: it was put in the place of one of many."""
_FOREIGN = re.compile(r"\([A-Z一-鿿]")
"""How a name is spelt elsewhere: `톨고이(Tavan Tolgoi)` ends in no particle, which would stand behind the brackets."""
SNIPPET = 2
"""Letters of the next word that two places share by chance."""
MOST = 400
"""At most so many candidates of one window are measured, those that cover most of it."""


@dataclass(frozen=True)
class Batch:
    """All candidates of one view, their occurrences flat: occurrence k belongs to candidate `owner[k]`."""

    view: View
    phrases: list[str]
    owner: NDArray[np.int64]
    pos: NDArray[np.int64]

    @property
    def size(self) -> int:
        """How many candidates there are."""
        return len(self.phrases)

    def spans(self, index: int) -> NDArray[np.int64]:
        """Where the candidate stands: starts, ascending."""
        places: NDArray[np.int64] = self.pos[self.owner == index]
        return places


def find(view: View) -> Batch:
    """List the candidates of a view with all their occurrences."""
    letters = view.letter.tolist()
    kept = _possible(view, letters)
    bares = _add_variants(view, letters, kept)
    add_heads(view, kept)
    _drop_particles(kept, bares)
    _drop_beginnings(view, kept)
    kept = {p: at for p, at in kept.items() if not (p[0].isdecimal() and is_amount(p))}
    if len(kept) > MOST:
        best = sorted(kept, key=lambda p: -len(p) * len(kept[p]))[:MOST]
        kept = {p: kept[p] for p in best}
    for run in lexicon_runs(view):
        if run not in kept:
            phrase, places = grown(view, letters, run)
            kept.setdefault(phrase, places)
    return _batch(view, kept)


def _batch(view: View, found: dict[str, list[int]]) -> Batch:
    sizes = [*map(len, found.values())]
    owner = np.arange(len(sizes)).repeat(sizes)
    pos = np.fromiter(chain.from_iterable(found.values()), np.int64, sum(sizes))
    return Batch(view, [*found], owner, pos)


def _possible(view: View, letters: list[bool]) -> dict[str, list[int]]:
    """The repeats that can be a phrase and their places without overlaps: few words, an end that is one."""
    text, found = view.text, repeats(view)
    size = found.size
    often = np.bincount(found.owner, minlength=len(size)) > FEWEST
    owner, pos = _apart(size, *whole(view, *found))
    times = np.bincount(owner, minlength=len(size))
    followed = np.bincount(owner[view.letter[pos + size[owner]]], minlength=len(size))
    can_be = (size >= view.language.shortest) & (often | (size > FEWEST)) & (times >= FEWEST)
    doubt = followed >= NEARLY_ALL * times  # else nothing follows so nearly always that it says anything
    ends, places = times.cumsum(), pos.tolist()
    kept = {}
    for n, first, last, doubted in zip(*(a[can_be].tolist() for a in (size, ends - times, ends, doubt)), strict=True):
        at = places[first]
        phrase, mine = text[at : at + n], places[first:last]
        if n > 2 * MOST_WORDS and phrase.count(" ") >= MOST_WORDS:
            continue
        if not doubted or _ends(view, letters, phrase, mine):
            kept[phrase] = mine
    return kept


def _ends(view: View, letters: list[bool], phrase: str, places: list[int]) -> bool:
    """Whether a phrase that nearly always has letters behind it ends there."""
    size, text = len(phrase), view.text
    ends = [at + size for at in places]
    followers = [text[end] for end in ends if letters[end]]
    if len(places) == FEWEST and followers[0] != followers[1] and size >= view.language.loose:
        return not numbered(followers, FEWEST) and not surnamed(view, phrase, places)  # as the rest says, for most
    if cut_short(followers, len(places)) or numbered(followers, len(places)):
        return False
    return len(followers) < len(places) or (not named(view, phrase, places) and can_end(view, ends, size))


def _apart(
    size: NDArray[np.int64], owner: NDArray[np.int64], pos: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Those of the places, ascending for each owner, at which a phrase does not overlap the last one, and whose."""
    near = (owner[1:] == owner[:-1]) & (pos[1:] - pos[:-1] < size[owner[1:]])
    if not near.any():
        return owner, pos
    kept = np.ones(len(pos), np.bool_)
    for which in np.unique(owner[1:][near]).tolist():
        first, stop = owner.searchsorted([which, which + 1]).tolist()
        end, length = 0, int(size[which])
        for k, at in enumerate(pos[first:stop].tolist(), first):
            if at < end:
                kept[k] = False
            else:
                end = at + length
    return owner[kept], pos[kept]


def _add_variants(view: View, letters: list[bool], found: dict[str, list[int]]) -> dict[str, str]:
    """Add each phrase without its last particle or a foreign letter, and without its first one or two words.

    Only where as frequent. Give what is without its last particle.
    """
    bares = {phrase: bare for phrase in found if (bare := view.language.without_particle(phrase)) is not None}
    foreign = {match.start() for match in _FOREIGN.finditer(view.text)}
    searched = as_searched(view, [phrase for phrase, places in found.items() if len(places) <= FEW])
    for phrase, places in list(found.items()):
        size, ends = len(phrase), [phrase]
        if phrase in bares and foreign.isdisjoint(at + size for at in places):
            ends.append(bares[phrase])
        # else nothing of the next word is part of it
        if letters[places[0] + size] and len(places) <= FEW and letters[places[-1] + size]:
            ends += filter(None, [_known_part(view, letters, phrase, places)])
        ends += searched.get(phrase, ())
        if len(ends) == 1 and " " not in phrase:  # as most are
            continue
        for end in ends:
            offset = 0
            for _ in range(3):
                rest = end[offset:]
                if rest not in found and len(rest) >= 2 and _only_there(view, letters, rest, places, offset):
                    found[rest] = [at + offset for at in places]
                    if (bare := view.language.without_particle(rest)) is not None:
                        bares[rest] = bare
                offset = end.find(" ", offset) + 1
                if not offset or len(end) - offset < 3:
                    break
    return bares


def _only_there(view: View, letters: list[bool], phrase: str, places: list[int], offset: int) -> bool:
    """Whether a phrase stands behind so many letters at these places and nowhere else, and ends there.

    Most of those that stand elsewhere, too, stand before the first place.
    """
    text, times, first = view.text, len(places), places[0] + offset
    if text.find(phrase) != first or text.count(phrase, first) != times:
        return False
    further = offset + len(phrase)
    followers = [text[at + further] for at in places if letters[at + further]]
    if cut_short(followers, times) and not (" " in phrase and {*followers} == {PLURAL}):
        return False
    return not named(view, phrase, [at + offset for at in places] if offset else places)


def _known_part(view: View, letters: list[bool], phrase: str, places: list[int]) -> str | None:
    """Take off what begins the next word at all of a few places: 신청서가 before 가족 and 가게.

    A letter goes where only then the last word is known, or what follows (벳모아농 before 작물, 민들은), more letters
    where they begin words elsewhere on the page; in languages without particles the whole beginning of a word goes
    (`casino bonus S` before Scientists and She).
    A phrase that a particle follows ends there: 으뜸상을 and 으뜸상입니다 are not 으뜸.
    """
    size, text, language = len(phrase), view.text, view.language
    head, _, word = phrase.rpartition(" ")
    inflected = not language.spaced or language.code == "ko" or not head
    if inflected and (len(word) < 3 or language.known(word)):
        return None
    rests = [text[at + size : int(view.word_end[at + size])] if letters[at + size] else "" for at in places]
    if not all(rests) or any(language.tail(rest).kind == PARTICLE for rest in rests):
        return None
    if not inflected:
        return head
    for cut in range(1, min(5, len(word) - 1)):
        rest = word[-cut:]
        begins = cut > 1 and text.count(" " + rest) + text.count("\n" + rest) > 1
        if (language.known(word[:-cut]) and (cut == 1 or begins)) or (cut > 2 and begins):
            return phrase[:-cut]
    return phrase[:-1] if size > language.loose and _begins_words(language, word[-1], rests) else None


def _begins_words(language: Language, letter: str, rests: list[str]) -> bool:
    """Whether a letter begins a known word with each of these, one of which begins none without it."""
    return all(_begins_known(language, letter + rest) for rest in rests) and not all(
        _begins_known(language, rest) for rest in rests
    )


def _begins_known(language: Language, word: str) -> bool:
    return any(language.known(word[:end]) for end in range(2, len(word) + 1))


def _drop_particles(found: dict[str, list[int]], bares: dict[str, str]) -> None:
    """Drop what is another candidate and a particle, where that one stands oftener: it says less."""
    for phrase, bare in ((phrase, bares[phrase]) for phrase in list(found) if phrase in bares):
        if len(found.get(bare, ())) > len(found[phrase]):
            del found[phrase]


def _drop_beginnings(view: View, found: dict[str, list[int]]) -> None:
    """Drop what is another candidate and a letter or two that small ones always follow: they begin the next word."""
    if not view.language.spaced or view.language.code == "ko":
        return
    for phrase, places in list(found.items()):
        head, blank, last = phrase.rpartition(" ")
        if blank and len(last) <= SNIPPET and len(found.get(head, ())) == len(places):
            size = len(phrase)
            if all(view.text[at + size : at + size + 1].islower() for at in places):
                del found[phrase]
