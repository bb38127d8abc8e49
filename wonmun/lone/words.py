"""Runs of spam words that stand once, in a text that speaks of nothing like it.

`바카라 그림 보는 법`, `정보이용료 현금화`: a strong word, or two others side by side, and no other word of its trade
anywhere on the page. Reports quote such phrases, speak of the trade, or have several words of crime in them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from wonmun.judging.quotations import quoted
from wonmun.lone.stretch import Stretch
from wonmun.phrases.runs import side_by_side, without_particle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.model import Span
    from wonmun.phrases.view import View

SEARCHED, PLAIN, BARE, WEAK = 0.1, 1.3, 3.2, 2.5
"""Logits from the limit of suspicion: of a strong word with another one of the lexicon beside it, of one that means
nothing else, of any other one, of weaker words. Of 770 honest texts 15 hold such a run that nothing else excuses; two
of these reached what was one less, and 126 of the 185 that stand in 441 injected ones. So much more makes 9 of 516 hard
texts suspicious instead of 13, and 73 of 140 copies with one place instead of 78."""
DULL = -3.0
"""Score without a language model below which weaker words are not read: `분석 결과`."""
SPOKEN = 2
"""Words of any such trade elsewhere on the page, up to which it speaks of none."""
MANY = 3
"""Phrases from which on a text with any word of such trades, or several of crime reports, lists them as a report."""
WHY = "the text speaks of nothing like"
BEHIND = 2
"""Words behind a run that belong to the phrase."""


def find(view: View) -> Iterator[Stretch]:
    """Yield the candidates of a Korean window."""
    text = view.text
    runs = [
        (spans[0][0], spans[-1][1])
        for spans in side_by_side(view.text, view.language.lexicon)
        if _possible(view, spans)
    ]
    phrases = {run: [text[a:b] for a, b in _bounds(view, *run)] for run in runs}
    rest = text
    for longest, *_ in phrases.values():
        rest = rest.replace(longest, " ", 1)
    topics = set(view.language.lexicon.topic_pattern.findall(rest)) if runs else set()
    if len(runs) >= MANY and (topics or len(set(view.language.lexicon.report_pattern.findall(rest))) > SPOKEN):
        return
    for run in runs:
        for (start, _), phrase in zip(_bounds(view, *run), phrases[run], strict=True):
            if quoted(text, [start], len(phrase)) or _spoken_of(view, phrase, topics):
                break
            above = _above(view, phrase)
            cheap = DULL if above == WEAK else -math.inf
            yield Stretch(start, phrase, above, cheap, f"{WHY} '{phrase}' anywhere else")


def _possible(view: View, spans: list[Span]) -> bool:
    """A strong word or two others, at one place of the text."""
    words = {view.text[a:b] for a, b in spans}
    named = len(words) > 1 or bool(words & view.language.lexicon.strong)
    return named and view.text.count(view.text[spans[0][0] : spans[-1][1]]) == 1


def _above(view: View, phrase: str) -> float:
    """What a phrase needs: little where its words tell much."""
    lexicon = view.language.lexicon
    words = set(lexicon.any_pattern.findall(phrase))
    strong = words & lexicon.strong
    if not strong:
        return WEAK
    return SEARCHED if len(words) > 1 else BARE if strong <= lexicon.ambiguous else PLAIN


def _bounds(view: View, start: int, end: int) -> list[Span]:
    """The run by itself, and with the words that may belong to its phrase."""
    return list(dict.fromkeys([(_start(view, start), _end(view, end)), (start, end)]))


def _spoken_of(view: View, phrase: str, topics: set[str]) -> bool:
    """The rest of the text, all such runs aside, holds a word of the same trade, or several of others."""
    return len(topics) > SPOKEN or bool(view.language.lexicon.same_theme(phrase, topics))


def _start(view: View, start: int) -> int:
    """Where the phrase begins in which a run stands: a name that nobody knows may precede it."""
    begin = int(view.word_begin[start - 1]) if start > 1 and view.text[start - 1] == " " else start
    name, speech = view.text[begin : max(begin, start - 1)], view.language
    strange = len(name) > 1 and not speech.known(name) and speech.without_particle(name) is None
    return begin if strange else start


def _end(view: View, end: int) -> int:
    """Where the phrase ends that a run begins: a noun or two may follow, the last one glued to the next word."""
    text, speech = view.text, view.language
    for _ in range(0 if view.letter[end] else BEHIND):
        word = text[end + 1 : int(view.word_end[end + 1])]
        bare = without_particle(word, speech) or word
        if text[end : end + 1] != " " or len(bare) < 2:
            break
        if not speech.known(bare):
            cuts = [c for c in range(2, len(word) - 1) if speech.known(word[:c]) and speech.known(word[c:])]
            return end + 1 + cuts[-1] if cuts else end
        end += 1 + len(bare)
        if bare != word:
            break
    return end
