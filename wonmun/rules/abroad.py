"""Spam of other languages in a Korean article: `online casino`, `百家乐`, `カジノ` where it speaks of no such thing.

Of 835 honest Korean texts (news, manuals, hard cases) two hold a spam word of English, Japanese or Chinese at all, so
that a few rules are enough where Korean words need fitted weights.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wonmun.alike import shared_start
from wonmun.judging.introduced import introduced
from wonmun.judging.overlaps import LONGER
from wonmun.judging.quotations import quoted
from wonmun.language.base import GLUED
from wonmun.language.load import language, lexicon
from wonmun.phrases.brands import is_brand
from wonmun.rules.made import made
from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.model import Kind, Span
    from wonmun.phrases.view import View

_RUN = re.compile(r"[^\W_가-힣ㄱ-ㆎ]+(?: [^\W_가-힣ㄱ-ㆎ]+)*")
"""Words that hold no Hangul, single blanks between them."""
_WORD = re.compile(r"\d+|[^\W\d_]+")
MOST_WORDS = 7
"""Words of a run; a longer one is a sentence in its language."""
WIDE = 3
"""Letters of a word in another script than Latin from which on it is spam by itself."""
SPOKEN, REPORTED = 1, 2
"""Different Korean words of gambling, loans and the like with which a text does not speak of it yet, and with which,
words of reports on crime included, it may."""
ALONE = frozenset(
    [
        "casino",
        "casinos",
        "baccarat",
        "viagra",
        "cialis",
        "levitra",
        "sportsbook",
        "togel",
        "kamagra",
        "1xbet",
        "bet365",
    ]
)
"""Words that are spam by themselves, where they come back; `slot` and `replica` are parts of machines, too."""
_BEFORE, _BEHIND = frozenset("<>/\\{}[]=_&$`.-"), frozenset(">/\\{}=_@&`-")
"""What stands beside a word that is part of an address or of code."""
_TAGS = frozenset("#@")
_NAME = re.compile("(?<![A-Za-z0-9])[A-Za-z][a-z]{2,15}[0-9]{0,4}(?![A-Za-z0-9])")
_BETTING = re.compile(r"bet|casino|kasino|slot|toto|togel|jackpot|poker|gacor|\d")
"""What a house's name holds that is no shop's (luckystar)."""
_SHORT = re.compile("[a-z]{1,2}bet")
_BEHIND_ALL = re.compile(" ([가-힣]{2,})")
_ABOVE = {2: 2.0, 1: 0.5}
"""Logits above the limits of the language's weights, by level."""


class _Run(NamedTuple):
    """Words of other scripts: where they stand, and between which of them the spam words are."""

    words: tuple[Span, ...]
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Where the words from the first to the last spam word stand."""
        return self.words[self.first][0], self.words[self.last][1]


def look(view: View) -> Iterator[Ruled]:
    """Yield the phrases found."""
    found: dict[str, list[_Run]] = {}
    for run in _runs(view.text) if view.language.code == "ko" else ():
        found.setdefault(view.text[slice(*run.span)], []).append(run)
    for name, runs in found.items():
        if _is_house(name) and (len(runs) == 1 or introduced(view.text, name, [run.span[0] for run in runs])):
            continue  # a report may name one, and firms are named so
        phrase, places = _grown(view.text, runs)
        phrase += korean_behind(view, phrase, places, LONGER)
        if level := _level(view, phrase, places):
            why = f"'{phrase}' is search spam in another language, and the text speaks of no such thing"
            what = kind(view, phrase, places)
            yield Ruled(phrase, len(places), what, "abroad", why, sure=level > 1, above=_ABOVE[level])


def _runs(text: str) -> Iterator[_Run]:
    """Yield the runs that hold a strong word; in capitals `IPTV` and `THC` are abbreviations of something else, too."""
    known = lexicon("abroad")
    houses = [match.span() for match in _NAME.finditer(text) if _is_house(match.group())]
    # hardly a Korean page holds one: told without a look at each run
    if not (houses or known.strong_pattern.search(text) or any(made(text))):
        return
    for match in _RUN.finditer(text):
        start, end = match.span()
        strong = [*(m.span() for m in known.strong_pattern.finditer(text, start, end)), *made(text, start, end)]
        strong += [house for house in houses if start <= house[0] < end]
        if all(text[a:b].isupper() and text[a:b].lower() not in ALONE for a, b in strong):
            continue
        words = tuple(m.span() for m in _WORD.finditer(text, start, end))
        if len(words) > MOST_WORDS or text[start - 1 : start] in _BEFORE or text[end : end + 1] in _BEHIND:
            continue
        hits = [*strong, *(m.span() for m in known.any_pattern.finditer(text, start, end))]
        first = next(i for i, word in enumerate(words) if word[1] > min(hits)[0])
        last = next(i for i, word in enumerate(words) if word[1] >= max(end for _, end in hits))
        yield _Run(words, first, last)


def _is_house(word: str) -> bool:
    """Whether a word is a name that betting sites give themselves, and none that English or a shop has.

    >>> _is_house("betking88"), _is_house("xbet"), _is_house("alphabet"), _is_house("luckystar"), _is_house("Gibbet")
    (True, True, False, False, False)
    """
    low = word.lower()
    if word != low and low.isalpha():
        return False
    made_so = _SHORT.fullmatch(low) or (_BETTING.search(low) and is_brand(word, spaced=True))
    return bool(made_so) and not language("en").known(low)  # asked last: English is loaded for it


def _grown(text: str, runs: Sequence[_Run]) -> tuple[str, list[int]]:
    """Give the spam words with those that stand beside them at all places, and where that is."""
    for step in (-1, 1):
        while (word := _beside(text, runs[0], step)) and all(_beside(text, run, step) == word for run in runs):
            runs = [r._replace(first=r.first - 1) if step < 0 else r._replace(last=r.last + 1) for r in runs]
    mark = {text[run.span[0] - 1 : run.span[0]] for run in runs}
    tagged = int(len(mark) == 1 and mark < _TAGS)
    start, end = runs[0].span
    return text[start - tagged : end], [run.span[0] - tagged for run in runs]


def korean_behind(view: View, phrase: str, places: Sequence[int], least: int) -> str:
    """Give the Korean word behind all places, `least` of them, and nowhere else, with its blank: it was put in, too."""
    ends = [at + len(phrase) for at in places]
    found = _BEHIND_ALL.match(shared_start([view.text[end : int(view.line_end[end])] for end in ends]))
    if found is None or len(places) < least:
        return ""
    word = view.language.without_particle(found[1]) or found[1]
    return f" {word}" if view.text.count(word) == len(places) else ""


def _beside(text: str, run: _Run, step: int) -> str:
    """Give the next word before or behind, with the blank between; "" for none, and for a number that is glued on."""
    at = (run.first if step < 0 else run.last) + step
    if not 0 <= at < len(run.words):
        return ""
    start, end = run.words[at]
    piece = text[start : run.span[0]] if step < 0 else text[run.span[1] : end]
    return "" if piece.isdigit() else piece


def _level(view: View, phrase: str, places: Sequence[int]) -> int:
    """2 where it was put there for sure, 1 where that seems so, 0 where the text names or quotes it or speaks of it."""
    text, korean = view.text, view.language.lexicon
    told, often = len(set(korean.topic_pattern.findall(text))), len(places) > 1
    if told > SPOKEN:
        told += len(set(korean.report_pattern.findall(text)))
    if told > REPORTED or quoted(text, places, len(phrase)) or (not often and _bracketed(text, places[0], phrase)):
        return 0
    hits = {m.group().lower() for m in lexicon("abroad").any_pattern.finditer(phrase)}
    if not hits:
        return 2 if often and not told else 1
    if len(hits) == 1 and not _foreign(phrase):
        alone = hits <= ALONE or (phrase.islower() and " " in next(iter(hits)))
        return min(2 if hits <= ALONE else 1, len(places) - 1) if alone and not told else 0
    if not often:
        return int(told <= SPOKEN and (not phrase.isascii() or len(hits) > 1 + (not phrase.islower())))
    plainly = told <= SPOKEN and not korean.strong_pattern.search(text)
    searched = phrase.islower() or not phrase.isascii() or bool(hits & ALONE)
    return 2 if plainly and (searched or _odd(view, phrase, places)) else 1


def _foreign(phrase: str) -> bool:
    """Whether a strong word of it needs no other: some letters of another script, or of no language read here."""
    strong = lexicon("abroad").strong_pattern.findall(phrase)
    return any(len(w) >= WIDE if not w.isascii() else w.lower() in lexicon("any").strong for w in strong)


def _bracketed(text: str, start: int, phrase: str) -> bool:
    """A gloss: `파친코(パチンコ)`."""
    return text[start - 1 : start] == "(" and text[start + len(phrase) :][:1] == ")"


def _odd(view: View, phrase: str, places: Sequence[int]) -> int:
    """How many places there are where letters follow that are neither particle nor ending."""
    ends = [at + len(phrase) for at in places]
    return sum(view.language.tail(view.text[end : int(view.word_end[end])]).kind == GLUED for end in ends)


def kind(view: View, phrase: str, places: Sequence[int]) -> Kind:
    """Insertion where it runs into the next word at most places, or is a word of its own at all."""
    text = view.text
    bare = all(text[at - 1 : at] in {"", " ", "\n"} and not text[at + len(phrase) :][:1].isalnum() for at in places)
    return "insertion" if bare or 2 * _odd(view, phrase, places) > len(places) else "substitution"
