"""Runs of spam words: candidates even where they stand once, with what belongs to them on either side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.base import PARTICLE
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.language.base import Language
    from wonmun.language.lexicon import Lexicon
    from wonmun.model import Span
    from wonmun.phrases.view import View

BEHIND = 2
"""Words that may follow a run of spam words in a phrase that stands once."""
_COPULA = "라"
_BESIDE = re.compile(r"[^\S\n]?")
"""What stands between two words that are side by side: nothing, or a blank of any width."""


def _occurrences(text: str, phrase: str) -> list[int]:
    places = []
    at = text.find(phrase)
    while at >= 0:
        places.append(at)
        at = text.find(phrase, at + len(phrase))
    return places


def grown(view: View, letters: list[bool], run: str) -> tuple[str, list[int]]:
    """A run of spam words with the letters that stand beside it wherever it does."""
    text, places = view.text, _occurrences(view.text, run)
    if len(places) < 2:
        return _followed(view, run, places[0]), places
    start, end = 0, len(run)
    while start > -8 and places[0] + start > 0:
        before = {text[at + start - 1] for at in places}
        if len(before) > 1 or not letters[places[0] + start - 1]:
            break
        start -= 1
    while end < len(run) + 8 and places[-1] + end < len(text):
        after = {text[at + end] for at in places}
        if len(after) > 1 or not letters[places[0] + end]:
            break
        end += 1
    if end > len(run) and all(_begins_anew(view, at + len(run)) for at in places):
        end = len(run)
    return text[places[0] + start : places[0] + end], [at + start for at in places]


def as_searched(view: View, phrases: Sequence[str]) -> dict[str, tuple[str]]:
    """Give each Korean phrase that goes on behind a search for spam (`밤문화 추천 운행`) as far as that one.

    What follows at two places may be the same word by chance.
    """
    phrases = [phrase for phrase in phrases if phrase.count(" ") > 1]  # a search has one blank, what follows another
    if view.language.code != "ko" or not phrases:
        return {}
    joined, lexicon = "\n".join(phrases), view.language.lexicon
    ends: dict[int, int] = {}
    telling = set()
    for match in lexicon.phrase_any.finditer(joined):
        start = joined.rfind("\n", 0, match.start()) + 1
        ends[start] = match.end()
        if match.group() not in lexicon.query:
            telling.add(start)
    found: dict[str, tuple[str]] = {}
    at = 0
    for phrase in phrases:
        head = joined[at : ends.get(at, at)] if at in telling else ""
        glued, blank, _ = phrase[len(head) :].partition(" ")
        if " " in head and blank and (not glued or view.language.tail(glued).kind == PARTICLE):
            found[phrase] = (head,)
        at += len(phrase) + 1
    return found


def _begins_anew(view: View, start: int) -> bool:
    """Whether the letters from here to the word's end are a word that the page has elsewhere by itself.

    The phrase was glued before it then, and all its places have the same first letters by chance: `슬롯사이트그는` and
    `슬롯사이트그의` on a page that has 그는 and 그의, too.
    """
    word = view.text[start : int(view.word_end[start])]
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", view.text) is not None


def _followed(view: View, run: str, start: int) -> str:
    """A run that stands once with the words behind it, as far as a noun phrase can go on: 바카라 with 규칙 정리."""
    text, language, end = view.text, view.language, start + len(run)
    for _ in range(BEHIND):
        stop = int(view.word_end[end + 1])
        word = text[end + 1 : stop]
        if text[end : end + 1] != " " or len(word) < 2 or language.code != "ko":
            break
        bare = without_particle(word, language)
        end += 1 + len(bare or word)
        if bare is not None:
            break
    return _as_elsewhere(text[start:end], run, view.beside)


def _as_elsewhere(phrase: str, run: str, page: str) -> str:
    """Leave the last word off where the rest, a word behind the run with it, stands oftener on the page than the whole.

    The word is the article's own then: a headline in a list goes on with another one.
    """
    shorter, blank, _ = phrase.rpartition(" ")
    return shorter if blank and len(shorter) > len(run) and page.count(shorter) > page.count(phrase) else phrase


def without_particle(word: str, speech: Language) -> str | None:
    """Take off the particle of a word that stands once; 라 only from a noun that is known, since names end so, too.

    >>> from wonmun.language.load import language
    >>> [without_particle(word, language("ko")) for word in ("추천은", "추천이라", "물보라")]
    ['추천', '추천', None]
    """
    bare = speech.without_particle(word)
    return None if bare is not None and word == bare + _COPULA and bare not in senses().place else bare


def lexicon_runs(view: View) -> Iterator[str]:
    """Yield runs of neighbouring spam words that hold a strong one, as long as they stand side by side."""
    text, lexicon = view.text, view.language.lexicon
    if not lexicon.strong_pattern.search(text):
        return
    for spans in side_by_side(text, lexicon):
        if any(lexicon.strong_pattern.search(text, start, end) for start, end in spans):
            yield text[spans[0][0] : spans[-1][1]]


def side_by_side(text: str, lexicon: Lexicon) -> list[list[Span]]:
    """Give the lexicon's words in a text as runs, with nothing or one blank between those of a run."""
    runs: list[list[Span]] = []
    for match in lexicon.any_pattern.finditer(text):
        start, end = match.span()
        if runs and _BESIDE.fullmatch(text, runs[-1][-1][1], start):
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
    return runs
