"""Phrases of spam's trades on a page that says nothing else of the trade: one fitted line weighs what it says.

Many words of spam mean something else, too, and all stand in reports; an honest text that says one again and again is
about it, so that other words of the trade stand there, or what goes with the word's other senses: a wheel, a museum, a
chemist's. An injected text tells of sea otters. Form shows little: a noun fits in where a noun stood.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging.introduced import introduced
from wonmun.judging.wording import is_coined, is_core, name_of, vocabulary, worded, words_of
from wonmun.language.companions import HERE, companions
from wonmun.language.load import language
from wonmun.language.senses import senses
from wonmun.phrases.searches import elsewhere
from wonmun.signals.senses import FEWEST, SHARP, company
from wonmun.weights.load import read_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked
    from wonmun.weights.load import Line

NAMES = (
    "cheap", "times", "cover", "kin", "kin_rare", "company", "company_rare", "alone", "told", "world", "round",
    "worldless", "introduced", "coined", "core", "strong", "plain", "lawful", "listed", "itself", "open", "apart",
    "rare", "spread",
)  # fmt: skip
"""What form says without reading (logits) · places (log2) · share of the text · words of its trade elsewhere (log), and
those that news seldom has · what goes with its words (a 1,500 letters; log of the seldom ones) · whether there is
neither · words of crime reports (log) · how near the nouns of its trade are to the page's, to those round its places,
and that this cannot be told · whether it is introduced as a name, is one of letters that are no noun, holds a word that
spam lives on, a strong one, one that means nothing else, one of a lawful trade, one of `companions`, is such a word by
itself, holds one that anything is called by, has blanks · in how many documents of news its rarest word of a trade, and
its rarest word, stand (log)."""
TWICE = 2
"""Places that there must be."""
REST = 250
"""Letters that a text must hold besides: less shows nothing of what it is about."""
FORM, TIMES, COVER = (-8.0, 6.0), 16, 0.3
"""Beyond these what form says, places and the share of the text tell no more."""
LONG = 1500
"""Letters of a text, for each of which one of the companions may stand there by chance."""
SELDOM = 20
"""Documents of news from which on a word says less than half of what an unheard one says."""
NEAREST, ROUND, USUAL = 5, 60, 0.3
"""So many nouns of the trade, the nearest, are asked how near they are to the page's, or to those so many letters round
its places; what is usual where this cannot be told."""
NONE = -99.0
"""The score of a candidate that is no such phrase."""
_PLAIN, _COVER = signals.NAMES.index("plain_spam"), signals.NAMES.index("cover")
_ODD = [signals.NAMES.index(n) for n in ("wrong", "lead", "stub", "both", "after_ending")]
_COMPANY, _PLAIN_SPAM, _APART, _KIN, _TOLD, _INTRODUCED, _ITSELF = map(
    NAMES.index, ("company", "plain", "apart", "kin", "told", "introduced", "itself")
)
SPOKEN, REPORT = 4, 5
"""So many different words of its trade say that the page is about it; so many of crime reports do beside one, and one
does beside a bare word (룸살롱, 술값). Few of 3,375 candidates that were put in have these."""
SEVERAL = 1.2
"""So many companions for each `LONG` letters are none by chance, whatever else speaks for it: a toy, and who drives it.
A text of any such kind (a wheel at a fair, a film of that name) may be one that the line was not fitted on."""
ONCE = 0.7
"""What one place adds to such a column (its logarithm): `토토야` opens a sentence with letters behind it."""


def scores(occ: Occurrences, rows: NDArray[np.float64], cheap: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logits of the Korean candidates that are such phrases, `NONE` of the others; `cheap`: what form says of each."""
    found = np.full(len(rows), NONE)
    mine = phrases(occ)
    if mine:
        values = np.array([measure(occ, i, rows[i], float(cheap[i])) for i in mine])
        found[mine] = np.where(_spoken_of(values), NONE, line().score(values))
    return found


def _spoken_of(values: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which the page speaks of, whatever the line says: it reports on the trade, introduces a word, has its company."""
    kin, told = np.expm1(values[:, _KIN]).round(), np.expm1(values[:, _TOLD]).round()
    single = values[:, [_PLAIN_SPAM, _APART]].sum(axis=1) == 0
    named = (values[:, _INTRODUCED] > 0) | (values[:, _COMPANY] >= SEVERAL)
    about = (kin >= SPOKEN) | ((kin > 0) & ((told >= REPORT) | (values[:, _ITSELF] > 0)))
    flags: NDArray[np.bool_] = about | (single & named)
    return flags


def phrases(occ: Occurrences) -> list[int]:
    """The candidates that stand twice or oftener and are worded so, on a page that is long enough."""
    view, texts = occ.batch.view, occ.batch.phrases
    if view.language.code != "ko":
        return []
    names = [name_of(phrase, view.language.lexicon) if " " in phrase else phrase for phrase in texts]
    joined = "\n".join(names)
    holding = sorted({joined.count("\n", 0, match.start()) for match in vocabulary().finditer(joined)})
    return [
        i
        for i in holding
        if occ.count[i] >= TWICE
        and len(view.text) - len(texts[i]) * int(occ.count[i]) >= REST
        and worded(names[i], view.language)
    ]


def measure(occ: Occurrences, index: int, row: NDArray[np.float64], cheap: float) -> list[float]:
    """One candidate's values of `NAMES`."""
    name = name_of(occ.batch.phrases[index], occ.batch.view.language.lexicon)
    return [
        cheap_within(cheap),
        *_stands(occ, index, row),
        *_said(occ, index, name),
        *_worlds(occ, index, name),
        *_is(occ, index, name, row),
    ]


@cache
def line() -> Line:
    """The fitted line, read on first need."""
    return read_line("unsaid", NAMES)


def is_listed(phrase: str) -> bool:
    """Whether it holds a word of which companions are known: without them it is put there however well it fits in."""
    return companions("ko").pattern.search(phrase) is not None


def accompanied(occ: Occurrences, pick: Picked) -> bool:
    """Whether it is an open word by itself, odd once at most, on a page of several of its companions: a dog."""
    view, table = occ.batch.view, companions("ko")
    if view.language.code != "ko" or pick.phrase not in table.open or (pick.row[_ODD] > ONCE).any():
        return False
    text = f"{view.text}\n{view.title}\n{view.about}".replace(pick.phrase, HERE)
    return len(table.beside({pick.phrase}, text)) > 1 + len(text) // LONG


def cheap_within(cheap: float) -> float:
    """What form says, as far as it counts."""
    return max(FORM[0], min(FORM[1], cheap))


def _stands(occ: Occurrences, index: int, row: NDArray[np.float64]) -> tuple[float, float]:
    return math.log2(min(TIMES, int(occ.count[index]))), min(COVER, float(row[_COVER]))


def _said(occ: Occurrences, index: int, name: str) -> tuple[float, ...]:
    """What the page, head and other boxes too, says beside it: of its trade, of its words' other senses, of crime."""
    view, phrase, table = occ.batch.view, occ.batch.phrases[index], companions("ko")
    head = f"{view.title}\n{view.about}\n{view.beside}".replace(phrase, HERE)
    lexicon = view.language.lexicon
    kin = lexicon.kin(name, f"{elsewhere(occ, index)}\n{head}")
    text = f"{view.text.replace(phrase, HERE)}\n{head}"
    beside = table.beside(set(table.pattern.findall(name)), text)
    told = set(lexicon.report_pattern.findall(text))
    return (
        math.log1p(len(kin)), _seldom(kin),
        len(beside) / (1 + len(view.text) / LONG), _seldom(beside), float(not kin and not beside),
        math.log1p(len(told)),
    )  # fmt: skip


def _seldom(words: Iterable[str]) -> float:
    """Count words, less those that news has everywhere."""
    spread = language("ko").spread
    return math.log1p(sum(1 / (1 + spread(word) / SELDOM) for word in words))


def _worlds(occ: Occurrences, index: int, name: str) -> tuple[float, float, float]:
    """How near its trade's nouns are to the page's, and to those round its places."""
    view, phrase, starts = occ.batch.view, occ.batch.phrases[index], occ.batch.spans(index)
    nouns = _world(view.language.lexicon.themes_of(name), frozenset(companions("ko").pattern.findall(name)))
    text = company(view.text.replace(phrase, " " * len(phrase)))
    lows, highs = text.at.searchsorted((starts - ROUND, starts + len(phrase) + ROUND))
    inside = np.zeros(len(text.at) + 1, np.int64)
    np.add.at(inside, lows, 1)
    np.add.at(inside, highs, -1)
    whole, near = _near(nouns, text.different), _near(nouns, np.unique(text.nouns[inside[:-1].cumsum() > 0]))
    return (USUAL if whole is None else whole), (USUAL if near is None else near), float(whole is None)


@cache
def _world(themes: tuple[int, ...], words: frozenset[str]) -> NDArray[np.int64]:
    """The nouns of a trade's themes, and those that go with a word."""
    every, lexicon = senses(), language("ko").lexicon
    numbers = {noun for k in themes for word in lexicon.themes[k] for noun in every.nouns(word)}
    return np.array(sorted(numbers.union(companions("ko").nouns(set(words)))), np.int64)


def _near(nouns: NDArray[np.int64], page: NDArray[np.int64]) -> float | None:
    """Mean nearness of the nearest ones to the page's nouns; None where there are too few of either.

    Multiplied without BLAS: a product of this size wakes its threads, which then spin for the whole page.
    """
    if len(nouns) < NEAREST or len(page) < FEWEST:
        return None
    vectors = senses().vectors
    like = np.exp(SHARP * np.einsum("ij,kj->ik", vectors[nouns], vectors[page])).mean(axis=1)
    return float(np.log(np.sort(like)[-NEAREST:]).mean() / SHARP)


def _is(occ: Occurrences, index: int, name: str, row: NDArray[np.float64]) -> tuple[float, ...]:
    """What kind of phrase it is."""
    view, table, written = occ.batch.view, companions("ko"), occ.batch.phrases[index]
    lexicon, spread = view.language.lexicon, view.language.spread
    listed = set(table.pattern.findall(name))
    return (
        float(introduced(view.text, written, occ.batch.spans(index).tolist())),
        float(is_coined(name, view.language)),
        float(is_core(name)),
        float(bool(lexicon.phrase_strong.search(name) or lexicon.phrase_formed.search(name))),
        float(row[_PLAIN] > 0),
        float(lexicon.lawful_pattern.search(name) is not None),
        float(bool(listed)),
        float(name in lexicon.listed or name in lexicon.topic or (name in lexicon.weak and name not in lexicon.query)),
        float(not listed.isdisjoint(table.open)),
        float(" " in written),
        math.log1p(min(map(spread, words_of(name)))),
        math.log1p(min(map(spread, name.split(" ")))),
    )  # fmt: skip
