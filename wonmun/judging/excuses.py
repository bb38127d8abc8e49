"""What speaks for an honest phrase whatever its score: the page is about it, quotes it, prints it in every entry."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from wonmun import signals
from wonmun.judging.abroad import ODD, at_home, code, cut, reported, subject
from wonmun.judging.counted import counted
from wonmun.judging.defined import defined
from wonmun.judging.katakana import makes_compounds
from wonmun.judging.passing import named
from wonmun.judging.quotations import inside, quoted
from wonmun.judging.wording import worded
from wonmun.language.ko import final_sound
from wonmun.looks import LISTING
from wonmun.phrases.running import said_in_midst
from wonmun.signals import fluency

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

MOSTLY = 0.75
"""Share of places in list entries from which on a phrase is what the list is of."""
TOPICAL = 3.0
"""Logits taken off a phrase that the page is about or quotes (in injected pages its spam words stand in it only), and
off a clause."""
_ECHO, _LISTED = signals.NAMES.index("echo"), signals.NAMES.index("listed")
ENTRIES, BESIDE = 4, 6
"""Places that make a list, and letters beside each that are compared."""
_DIGIT = re.compile(r"\d+")
FEW, TOLD = 3, 2
"""Places at most, and different words of spam's trades elsewhere, with which quoted sentences are a report's."""
PASSING, REPORT = 2, 1 / 3
"""Places at which a word of a trade may be spoken of; what a report takes of `TOPICAL`."""
CLEAR = 2.0
"""Logits of form alone from which on no phrase of a trade stands there by the way: 대포폰 구입 between two words."""
_TRADED, _TOLD, _KINDRED, _PLAIN, _SPARE = (
    signals.NAMES.index(n) for n in ("traded", "told", "kindred", "plain_spam", "spare_letters")
)
_PAIR = re.compile("(?P<first>[가-힣]{2,})(?P<and>[와과]) [^ ]+")
_RUNNING = re.compile(
    f"(?:(?:주로|특히|매우|더욱|또한|이미|아직|다만|결국|거의|역시|물론)|.+ (?:{'|'.join(LISTING)})) (?P<rest>.+)"
)
"""Words that sentences hold, and no search."""
_BY_DAYS = re.compile("(?:[월화수목금토일]{2}|주말|일일)(?:극|드라마|연속극)")
"""What programmes are called by their days: 수목극."""
_COUNTED = re.compile(
    ".+ (?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|여러) "
    "(?:명|분|사람|마리|그루|개|곳|권|대|채|가지)[은는이가을를의도과와]?"
)
"""People and things that are counted in words, as no search does: `중학생 세 명은`."""


def excused(occ: Occurrences, pick: Picked) -> float:
    """Logits to take off a candidate's score, 0 where nothing excuses it."""
    about = _spoken_of(occ, pick) or _running(occ, pick) or reported(occ, pick) or code(occ, pick)
    about = about or subject(occ, pick) or cut(occ, pick) or defined(occ, pick) or makes_compounds(occ, pick)
    about = about or _paired(occ, pick) or counted(occ, pick)
    told = max(about, at_home(occ, pick), _in_passing(occ, pick), named(occ, pick))
    return TOPICAL * (told + _only_quoted(occ, pick) + 2 * _printed(occ, pick))


def _paired(occ: Occurrences, pick: Picked) -> bool:
    """Korean words that are joined as in no search: `티몬과 위메프`, `경륜 등 공영`; programmes, what is counted."""
    view = occ.batch.view
    if view.language.code != "ko":
        return False
    if (running := _RUNNING.fullmatch(pick.phrase)) and not view.language.lexicon.phrase_any.search(running["rest"]):
        return True
    if view.language.lexicon.phrase_any.search(pick.phrase):
        return False
    if _BY_DAYS.fullmatch(pick.phrase) or _COUNTED.fullmatch(pick.phrase):
        return True
    match = _PAIR.fullmatch(pick.phrase)
    if match is None or view.language.without_particle(match["first"] + match["and"]) is None:  # 조사결과
        return False
    return (final_sound(match["first"][-1]) == 0) == (match["and"] == "와")


def _in_passing(occ: Occurrences, pick: Picked) -> float:
    """Twice, nowhere odd in form: what a question and its answer ask for (포장이사 견적 비교), or a report names."""
    often = occ.count[pick.index] > PASSING
    if not pick.lexical or often or pick.row[ODD].any() or pick.form >= CLEAR:
        return 0.0
    if pick.row[_TRADED]:
        return 1.0
    return REPORT if pick.row[_TOLD] + pick.row[_KINDRED] >= TOLD else 0.0


def _only_quoted(occ: Occurrences, pick: Picked) -> bool:
    """No place odd, and all of them quotations: that excuses twice."""
    return not pick.row[ODD].any() and _quoted(occ, pick)


def _printed(occ: Occurrences, pick: Picked) -> bool:
    """A heading that the page prints again, maybe with another year, and nothing else: that is one place.

    Or, outside of Korean, what every entry of a list prints: nearly always the same letters stand beside it.
    """
    view, starts = occ.batch.view, occ.batch.spans(pick.index).tolist()
    lines = {view.text.rfind("\n", 0, at) + 1 for at in starts}
    if len(lines) > len({_line(view.text, first) for first in lines}) == 1:
        heading = len(lines) == len(starts) and not _line(view.text, starts[0]).rstrip().endswith(".")
        return view.language.code != "ko" or (heading and not pick.row[ODD].any())
    if len(starts) < ENTRIES or view.language.code == "ko":
        return False
    size = len(pick.phrase)
    before = {_DIGIT.sub("0", view.text[max(0, at - BESIDE) : at]) for at in starts}
    behind = {_DIGIT.sub("0", view.text[at + size : at + size + BESIDE]) for at in starts}
    return min(len(before), len(behind)) <= max(1, len(starts) // 4)


def _line(text: str, at: int) -> str:
    """The line that holds a place, all its figures alike."""
    return _DIGIT.sub("0", text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0])


def _spoken_of(occ: Occurrences, pick: Picked) -> bool:
    """No place of it is odd, and its spam words stand apart from it twice at least, or all its places are quotations.

    Or nearly all its places are entries of lists and tables: what a shop or a search page names in each.
    """
    if pick.row[ODD].any():
        return False
    if pick.row[_LISTED] >= MOSTLY:
        return True
    return bool(pick.row[_ECHO] >= math.log1p(2)) or _quoted(occ, pick)


def _running(occ: Occurrences, pick: Picked) -> bool:
    """It ends as a clause does, where the language's reader can tell; a search made of words of spam is none.

    Kiwi reads `바둑이 현금` as 바둑 with a particle, and `통장 삽니다` does end in a verb.
    """
    lexicon = occ.batch.view.language.lexicon
    reads = signals.reader(occ.batch.view.language.code) is fluency
    listed = pick.row[_PLAIN] > 0 and pick.row[_SPARE] == 0
    formed = listed or pick.phrase in lexicon.formed or lexicon.one_word(pick.phrase)
    formed = formed or worded(pick.phrase, occ.batch.view.language)
    formed = formed or said_in_midst(occ.batch.view.text, pick.phrase, occ.batch.spans(pick.index).tolist())
    return reads and not formed and fluency.is_clause(pick.phrase)


def _quoted(occ: Occurrences, pick: Picked) -> bool:
    """All its places are quotations: marks close by where it stands once, right before it where oftener.

    Or it stands in quoted sentences only, on a page that speaks of spam and its trades: reports quote what they found.
    """
    text, starts, size = occ.batch.view.text, occ.batch.spans(pick.index).tolist(), len(pick.phrase)
    if quoted(text, starts, size):
        return True
    if len(starts) > FEW or not all(inside(text, at, at + size) for at in starts):
        return False
    told = occ.batch.view.language.lexicon.topic_pattern.findall(text.replace(pick.phrase, " "))
    return len(set(told)) >= TOLD
