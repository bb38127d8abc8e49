"""Runs of spam words that stand once, in a text that speaks of nothing like it.

`바카라 그림 보는 법`, `정보이용료 현금화`: a strong word, or two others side by side, and no other word of its trade
anywhere on the page. Reports quote such phrases, speak of the trade, or have several words of crime in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.excuses import quoted
from wonmun.lone.stretch import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.model import Span
    from wonmun.view import View

SEARCHED, BARE, WEAK = -0.9, 1.2, 1.1
"""Logits from the limit of suspicion: of a strong word with another one of the lexicon beside it, of one without, of
weaker ones. Of 835 honest texts 19 hold such a run that nothing else excuses; none of these reaches so far."""
SPOKEN = 2
"""Words of any such trade elsewhere on the page, up to which it speaks of none."""
BEHIND = 2
"""Words behind a run that belong to the phrase."""


def find(view: View) -> Iterator[Stretch]:
    """Yield the candidates of a Korean window."""
    text, lexicon = view.text, view.language.lexicon
    for spans in _runs(view):
        words = {text[a:b] for a, b in spans}
        strong = words & lexicon.strong
        run = text[spans[0][0] : spans[-1][1]]
        if not (strong or len(words) > 1) or text.count(run) > 1:
            continue
        start = _start(view, spans[0][0])
        phrase = text[start : _end(view, spans[-1][1])]
        if quoted(text, [start], len(phrase)) or _spoken_of(view, phrase):
            continue
        several = len(set(lexicon.any_pattern.findall(phrase))) > 1
        above = WEAK if not strong else SEARCHED if several else BARE
        yield Stretch(start, phrase, above, -9.0, f"the text speaks of nothing like '{phrase}' anywhere else")


def _runs(view: View) -> list[list[Span]]:
    """Lexicon words side by side, with a blank between them at most."""
    runs: list[list[Span]] = []
    for match in view.language.lexicon.any_pattern.finditer(view.text):
        start, end = match.span()
        gap = view.text[runs[-1][-1][1] : start] if runs else "."
        if gap in {"", " "}:
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
    return runs


def _spoken_of(view: View, phrase: str) -> bool:
    """The rest of the text holds a word of the same trade, or several of others."""
    lexicon = view.language.lexicon
    topics = set(lexicon.topic_pattern.findall(view.text.replace(phrase, " ", 1)))
    return len(topics) > SPOKEN or bool(lexicon.same_theme(phrase, topics))


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
        bare = speech.without_particle(word) or word
        if text[end : end + 1] != " " or len(bare) < 2:
            break
        if not speech.known(bare):
            cuts = [c for c in range(2, len(word) - 1) if speech.known(word[:c]) and speech.known(word[c:])]
            return end + 1 + cuts[-1] if cuts else end
        end += 1 + len(bare)
        if bare != word:
            break
    return end
