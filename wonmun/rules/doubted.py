"""What leaves a doubt outside of Korean though it reads as put in: what institutions, persons and things are called.

`slot antenna`, 棋牌桌: a page that names its own thing in every line reads as one with a search in that thing's place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wonmun import signals
from wonmun.rules import told
from wonmun.rules.grammar import ODD, agreed, odd_places
from wonmun.rules.named import is_name, is_thing
from wonmun.rules.vicinity import vicinity
from wonmun.signals import junctions
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

DOUBTFUL = 0.1
"""Logits below the limit of injected pages."""
TERM, TWICE = 8, 2
"""Letters of a term without blanks that is longer than searches are, and places that are no habit."""
RAIDED = 5
"""Different words of crime reports near a phrase, with which a plain one is what the report is of."""
FAR, ENOUGH = 2.75, 400
"""Logits above the limit from which on what has a thing's form is none, where nothing else of it stands on the page,
and letters of a page that would say something of it. Of 472 things made up in the places of nouns (`casino ferry`) six
reach it, of 60 searches that were held for things in 400 copies (`slot tournament freeroll`) 38."""
THIN = 0.01
"""Share of a text below which a phrase is none that was strewn over it."""
SHORTEST = 3
"""Letters of a word that says something, and of what is compared beside a place."""
_COVER = signals.NAMES.index("cover")
RESTARTS = [len(signals.NAMES) + junctions.NAMES.index(n) for n in ("camel", "recap")]
"""Columns of a capital that goes on behind a place without a blank, or a sentence that begins anew there."""


def doubted(occ: Occurrences, pick: Picked) -> Picked:
    """What an institution, a person, a thing or a firm's own service is called leaves a doubt, whatever its score."""
    named = is_name(occ, pick.index) or told.in_use(occ, pick.index)
    plain = not pick.row[RESTARTS].any() and not odd_places(occ, pick.index) and not _strange(occ, pick)
    thing = _ordinary(occ, pick) or is_thing(occ, pick.index) or agreed(occ, pick.index) or _debated(occ, pick)
    if not (named or _raided(occ, pick) or (plain and thing)):
        return pick
    return replace(pick, score=min(pick.score, weights(occ.batch.view.language.code).injected - DOUBTFUL))


def _strange(occ: Occurrences, pick: Picked) -> bool:
    """Whether it reads as put in, and neither a word of it nor one near its trade stands elsewhere on the page.

    Who writes of a carpet designer says carpet and designer, too, or designers. With blanks between words only.
    """
    view = occ.batch.view
    if not view.language.spaced or pick.score < weights(view.language.code).injected + FAR:
        return False
    rest = view.text.replace(pick.phrase, "\n").lower()
    words = [word for word in pick.phrase.lower().split(" ") if len(word) >= SHORTEST]
    if len(rest) < ENOUGH or not words or view.language.lexicon.kindred(pick.phrase, rest):
        return False
    return f"{pick.phrase}s" not in view.text and not any(_stem(word) in rest for word in words)


def _stem(word: str) -> str:
    """An English word without the ending of several."""
    return word[:-1] if word.endswith("s") and len(word) > SHORTEST else word


def named_here(occ: Occurrences, pick: Picked) -> bool:
    """Whether it names a thing that agrees with its places, or the text speaks of it as of what it is."""
    named = is_thing(occ, pick.index) or (_debated(occ, pick) and not pick.row[RESTARTS].any())
    return (named and odd_places(occ, pick.index) < ODD) or told.in_use(occ, pick.index)


def _debated(occ: Occurrences, pick: Picked) -> bool:
    """The name of a trade that people speak of anywhere, and no part of a longer phrase (`online bingo with`)."""
    view, size = occ.batch.view, len(pick.phrase)
    if pick.phrase.lower() not in view.language.lexicon.debated:
        return False
    starts = occ.batch.spans(pick.index).tolist()
    beside = [(view.text[max(0, at - SHORTEST) : at], view.text[at + size : at + size + SHORTEST]) for at in starts]
    return min(len(set(side)) for side in zip(*beside, strict=True)) > 1


def _raided(occ: Occurrences, pick: Picked) -> bool:
    """Without a word of spam, in a report of a crime: `illegal streaming sites` that officers seized."""
    lexicon = occ.batch.view.language.lexicon
    if pick.row[RESTARTS].any() or lexicon.strong_pattern.search(pick.phrase):
        return False
    rest = near(occ, pick).replace(pick.phrase, "\n")
    return len({word.lower() for word in lexicon.report_pattern.findall(rest)}) >= RAIDED


def near(occ: Occurrences, pick: Picked) -> str:
    """What stands near its places, if the text is long."""
    view = occ.batch.view
    return vicinity(view.language, view.text, occ.batch.spans(pick.index).tolist(), len(pick.phrase))


def _ordinary(occ: Occurrences, pick: Picked) -> bool:
    """No word of spam or of searches, and longer than people type; with blanks, no name, at two places only.

    In a language that nobody taught wonmun: at two places, or in a small share of the text.
    """
    speech, phrase = occ.batch.view.language, pick.phrase
    known = speech.lexicon.any_pattern if speech.code else speech.lexicon.strong_pattern
    if pick.row[RESTARTS].any() or known.search(phrase):
        return False
    if not speech.code:
        return int(occ.count[pick.index]) == TWICE or bool(pick.row[_COVER] < THIN)
    if not speech.spaced:
        return len(phrase) >= TERM and " " not in phrase
    words = phrase.split()
    named = not all(map(speech.known, words)) and (len(words) == 1 or not phrase.islower())
    return int(occ.count[pick.index]) == TWICE and not named
