"""Which of several candidates at the same places is the phrase."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging.places import kind_of
from wonmun.phrases.composed import is_search

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

_SPAM, _PLAIN = signals.NAMES.index("spam_share"), signals.NAMES.index("plain_spam")
LONGER = 3
"""Occurrences from which on the longest of several candidates at the same places is the phrase."""
MORE = 1.0
"""Logits at most that a shorter one takes from a longer one: 레플리카 from `레플리카를 만` in an honest text."""
NEAR = 2.5
"""Logits that a part of a phrase may score less than the whole."""


def apart(occ: Occurrences, standing: list[Picked], others: list[Picked]) -> list[Picked]:
    """Keep the best of those that overlap, with its bounds put right."""
    kept: list[Picked] = []
    taken = np.zeros(len(occ.batch.view.text) + 1, np.bool_)
    for pick in standing:
        best = _bare(occ, _longer(occ, _oftener(occ, pick, others, standing), others), others)
        starts, size = occ.batch.spans(best.index), len(best.phrase)
        if taken[starts].any() or taken[starts + size - 1].any():
            continue
        for start in starts.tolist():
            taken[start : start + size] = True
        kept.append(best)
    text = occ.batch.view.text
    return [
        p for p in kept if p.lexical or not any(q.score >= p.score and beside(text, p.phrase, q.phrase) for q in kept)
    ]


def beside(text: str, phrase: str, other: str) -> bool:
    """Whether a phrase stands beside another one each time, which stands oftener: 하이닉스 where SK was replaced."""
    times = text.count(phrase)
    if not 0 < times < text.count(other):
        return False
    both = rf"{re.escape(other)}\s?{re.escape(phrase)}|{re.escape(phrase)}\s?{re.escape(other)}"
    return len(re.findall(both, text)) == times


def _oftener(occ: Occurrences, pick: Picked, others: list[Picked], standing: list[Picked]) -> Picked:
    """A candidate inside this one that stands oftener: the rest of this one belongs to the page.

    Unless the words of spam are in that rest, and in no such part: 결과 of `토토 적중 결과` on a page of 결과; or it
    stands so often as part of another search that was put in: 바카라 of 온라인바카라 and 바카라검증. What always stands
    around this one counts as part of it: 온라인 바카라, where this one is 바카라 하이닉스.
    """
    shared = _second(occ, pick, standing)
    times = occ.count[pick.index]
    wholes = [p.phrase for p in (pick, *others) if pick.phrase in p.phrase and occ.count[p.index] == times]
    parts = [
        p
        for p in others
        if any(p.phrase in whole for whole in wholes)
        and occ.count[p.index] - sum(occ.count[q.index] for q in shared if p.phrase in q.phrase) >= 1.25 * times
        and p.score >= min(pick.score, 2.0) - 2.5
        and (p.row[_SPAM] > 0 or not pick.row[_SPAM] or times == 1)
    ]
    if not parts:
        return pick
    best = max(parts, key=lambda p: p.score)
    return replace(best, score=min(pick.score, best.score + MORE), lexical=pick.lexical)


def _second(occ: Occurrences, pick: Picked, standing: list[Picked]) -> list[Picked]:
    """Other searches for spam that stand by themselves, none of which holds the phrase or is part of it."""
    lexicon = occ.batch.view.language.lexicon
    if not is_search(lexicon, pick.phrase):
        return []
    found: list[Picked] = []
    for p in standing:
        nested = any(p.phrase in q.phrase or q.phrase in p.phrase for q in [pick, *found])
        if not nested and is_search(lexicon, p.phrase):
            found.append(p)
    return found


def _longer(occ: Occurrences, pick: Picked, others: list[Picked]) -> Picked:
    """A longer one that stands just as often, three times or more: so much does not go together by chance.

    Twice will do where the longer one alone holds a word of spam, or one that means nothing else, and is as odd by its
    form: 메이저 놀이터 모음, whose words behind 메이저 are odd, too.
    """
    times = occ.count[pick.index]
    wholes = [
        p
        for p in others
        if pick.phrase in p.phrase
        and occ.count[p.index] == times
        and (times >= LONGER or (_holds_more(p, pick) and p.form >= pick.form))
        and p.score >= min(pick.score, 2.0) - 2.5
        and _bound(occ, p, pick.phrase)
    ]
    if not wholes:
        return pick
    best = max(wholes, key=lambda p: len(p.phrase))
    return replace(best, score=max(pick.score, best.score), lexical=pick.lexical)


def _holds_more(whole: Picked, part: Picked) -> bool:
    """Whether the longer one alone holds a word of spam, or one that means nothing else."""
    return whole.lexical and (not part.lexical or whole.row[_PLAIN] > part.row[_PLAIN] == 0)


def _bare(occ: Occurrences, pick: Picked, others: list[Picked]) -> Picked:
    """A shorter one at the same places that holds all its words of spam, where the page has the rest by itself, too.

    `라이브 바카라` in `라이브 바카라 백신` on a page that speaks of 백신. What is put in between words ends where all
    of its places do: nothing of the page follows it everywhere.
    """
    if kind_of(occ, pick) == "insertion":
        return pick
    spam, text = occ.batch.view.language.lexicon, occ.batch.view.text
    for part in sorted((p for p in others if pick.phrase.startswith(f"{p.phrase} ")), key=lambda p: len(p.phrase)):
        rest = pick.phrase[len(part.phrase) :]
        own = all(text.count(word) > text.count(pick.phrase) for word in rest.split())
        close = occ.count[part.index] == occ.count[pick.index] and part.score >= pick.score - NEAR
        if own and close and spam.phrase_any.search(part.phrase) and not spam.phrase_any.search(rest):
            return replace(part, score=pick.score, lexical=pick.lexical)
    return pick


def _bound(occ: Occurrences, whole: Picked, part: str) -> bool:
    """The words that the longer one has more stand nowhere else on the page."""
    text, more = occ.batch.view.text, whole.phrase.replace(part, " ").split()
    return all(len(w) >= 2 and text.count(w) <= occ.count[whole.index] for w in more)
