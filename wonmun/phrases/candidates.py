"""The phrases of a page that could have been put there: what repeats, and runs of spam words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.base import PARTICLE
from wonmun.phrases.ends import LATIN, NEARLY_ALL, can_end, cut_short, is_amount, named, numbered, whole
from wonmun.phrases.heads import add_heads
from wonmun.phrases.repeats import repeats
from wonmun.phrases.runs import grown, lexicon_runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.view import View

FEWEST = 2
"""Places that a repeat must have."""
MOST_WORDS = 6
FEW = 4
"""Places up to which what follows a phrase at all of them may be chance."""
PLURAL = "들"
"""What may follow a phrase of several words everywhere: it was put in the place of one of many."""
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
    found: dict[str, list[int]] = {}
    for start, length, places in repeats(view):
        phrase = view.text[start : start + length].rstrip(" ")
        known = found.get(phrase)
        if known is None or len(known) < len(places):
            found[phrase] = places
    letters = view.letter.tolist()
    kept = {p: at for p, q in found.items() if (at := _possible(view, letters, p, q)) is not None}
    _add_variants(view, letters, kept)
    add_heads(view, kept)
    _drop_particles(view, kept)
    _drop_beginnings(view, kept)
    kept = {p: at for p, at in kept.items() if not is_amount(p)}
    if len(kept) > MOST:
        best = sorted(kept, key=lambda p: -len(p) * len(kept[p]))[:MOST]
        kept = {p: kept[p] for p in best}
    for run in lexicon_runs(view):
        if run not in kept:
            phrase, places = grown(view, letters, run)
            kept.setdefault(phrase, places)
    return _batch(view, kept)


def _batch(view: View, found: dict[str, list[int]]) -> Batch:
    phrases = list(found)
    sizes = [len(found[p]) for p in phrases]
    owner = np.arange(len(phrases)).repeat(sizes)
    pos = np.fromiter((at for p in phrases for at in found[p]), np.int64, sum(sizes))
    return Batch(view, phrases, owner, pos)


def _possible(view: View, letters: list[bool], phrase: str, places: list[int]) -> list[int] | None:
    """The places without overlaps, where the phrase can be one: few words, an end that is one."""
    size = len(phrase)
    if size < view.language.shortest or (size < 3 and len(places) < 3) or phrase.count(" ") >= MOST_WORDS:
        return None
    if phrase[0] in LATIN or phrase[-1] in LATIN:
        places = whole(view, phrase, places)
    places = _apart(places, size)
    if len(places) < FEWEST:
        return None
    glued = [at + size for at in places if letters[at + size]]
    if len(glued) >= NEARLY_ALL * len(places):  # else nothing follows so nearly always that it says anything
        text = view.text
        followers = [text[e] for e in glued]
        if cut_short(followers, len(places)) or numbered(followers, len(places)):
            return None
        if len(glued) == len(places) and named(view, phrase, places):
            return None
    return places if len(glued) < len(places) or can_end(view, glued, size) else None


def _apart(places: list[int], size: int) -> list[int]:
    """Those of the ascending places at which the phrase does not overlap the last one."""
    if len(places) == FEWEST:
        return places if places[1] - places[0] >= size else places[:1]
    last, kept = -size, []
    for place in places:
        if place >= last + size:
            kept.append(place)
            last = place
    return kept


def _add_variants(view: View, letters: list[bool], found: dict[str, list[int]]) -> None:
    """Add each phrase without its last particle or a foreign letter, and without its first one or two words.

    Only where as frequent.
    """
    text, bare = view.text, view.language.without_particle
    for phrase, places in list(found.items()):
        begun = len(places) <= FEW and letters[places[0] + len(phrase)]  # else nothing of the next word is part of it
        shorter = (bare(phrase), _known_part(view, letters, phrase, places) if begun else None)
        if shorter == (None, None) and " " not in phrase:  # as most are
            continue
        for end in (phrase, *filter(None, shorter)):
            rest, offset = end, 0
            for _ in range(3):
                if rest not in found and len(rest) >= 2 and _only_there(text, rest, places[0] + offset, len(places)):
                    starts = [at + offset for at in places]
                    followers = [text[at + len(rest)] for at in starts if letters[at + len(rest)]]
                    short = cut_short(followers, len(starts)) and not (" " in rest and {*followers} == {PLURAL})
                    if not short and not named(view, rest, starts):
                        found[rest] = starts
                cut = rest.find(" ")
                if cut < 0 or len(rest) - cut - 1 < 3:
                    break
                rest, offset = rest[cut + 1 :], offset + cut + 1


def _only_there(text: str, phrase: str, first: int, times: int) -> bool:
    """Whether a phrase stands so often, at `first` before all: most that stand elsewhere, too, stand before."""
    return text.find(phrase) == first and text.count(phrase, first) == times


def _known_part(view: View, letters: list[bool], phrase: str, places: list[int]) -> str | None:
    """Take off what begins the next word at all of a few places: 신청서가 before 가족 and 가게.

    A letter goes where only then the last word is known, more letters where they begin words elsewhere on the page; in
    languages without particles the whole beginning of a word goes (`casino bonus S` before Scientists and She).
    A phrase that a particle follows ends there: 으뜸상을 and 으뜸상입니다 are not 으뜸.
    """
    size = len(phrase)
    for at in places:
        if not letters[at + size]:
            return None
    tail, stops = view.language.tail, view.word_end
    if any(tail(view.text[at + size : int(stops[at + size])]).kind == PARTICLE for at in places):
        return None
    head, _, word = phrase.rpartition(" ")
    if head and view.language.spaced and view.language.code != "ko":
        return head
    known = view.language.known
    if len(word) < 3 or known(word):
        return None
    for cut in range(1, min(5, len(word) - 1)):
        rest = word[-cut:]
        begins = cut > 1 and view.text.count(" " + rest) + view.text.count("\n" + rest) > 1
        if (known(word[:-cut]) and (cut == 1 or begins)) or (cut > 2 and begins):
            return phrase[:-cut]
    return None


def _drop_particles(view: View, found: dict[str, list[int]]) -> None:
    """Drop what is another candidate and a particle, where that one stands oftener: it says less."""
    for phrase in list(found):
        bare = view.language.without_particle(phrase)
        if bare is not None and len(found.get(bare, ())) > len(found[phrase]):
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
