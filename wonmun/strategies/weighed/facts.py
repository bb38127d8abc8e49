"""What is measured of every candidate term: at each place, and for the page as a whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import inf, log
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.load import counts
from wonmun.language.particles import final_sound, stems
from wonmun.strategies.attested import compound
from wonmun.strategies.attested.contexts import contexts
from wonmun.strategies.attested.frequency import counted, outlived
from wonmun.strategies.attested.habits import shipped
from wonmun.strategies.attested.sentences import said
from wonmun.strategies.attested.terms import glosses, terms
from wonmun.strategies.attested.windows import shared
from wonmun.strategies.load import weights
from wonmun.strategies.own.reading import NARROW, THOROUGH, akin, expected, readings
from wonmun.strategies.own.survivors import columns, spared
from wonmun.strategies.places.beside import beside
from wonmun.strategies.places.corpus import LONGEST, Corpus
from wonmun.strategies.places.situation import fitted_on, situation
from wonmun.strategies.weighed.ranker import Ranker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.model import Article
    from wonmun.strategies.attested.contexts import Contexts
    from wonmun.strategies.attested.habits import Habits
    from wonmun.strategies.places.slots import Group, Slot

CHEAP_AT_PLACE = (
    "left", "left_near", "pointwise", "pointwise_near", "pull", "right", "right_best", "next", "both", "deep",
    "misfit", "gloss", "compound", "against", "said", "said_lift", "told", "told_near", "habit",
    "habit_best", "expected_here",
)  # fmt: skip
AT_PLACE = (*CHEAP_AT_PLACE, "reads", "reads_near", "reads_own", "reads_own_near", "beside", "same_sentence")
"""Names of what is measured at each place, in order of `Facts.at_place`'s last axis."""
CHEAP_OF_PAGE = (
    "topic", "topic_best", "present", "lift", "documents", "news", "survives", "surviving", "surviving_word",
    "survival_share",
    "misfits", "fits", "length", "latin", "headed", "expected", "expected_log", "missing", "background", "in_three",
    "near_three",
    "glossed", "compounds", "inside", "holds", "weight", "outlived", "outlives", "usual", "predicted",
    "times_predicted",
)  # fmt: skip
OF_PAGE = (*CHEAP_OF_PAGE, "akin", "akin_best")
"""Names of what is measured for the page, in order of `Facts.of_page`'s columns; `survivors.COLUMNS` follow where
nothing else is known."""
READ = {"event": 56, "related": 40, "alone": 40}
"""Candidates whose places are read by Kiwi: those that stand best by what costs little. Half of a page's cost is
reading; of the terms that stood there and are candidates, .97 are among so many."""
_WORDS = 25
"""Words of the page, its most frequent ones, that candidates may be akin to."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of a group's candidates."""

    group: Group
    terms: tuple[str, ...]
    at_place: Numbers
    """Terms × places × `AT_PLACE`."""
    of_page: Numbers
    """Terms × `OF_PAGE`."""
    nearness: tuple[float, ...]
    """Similarity of the three nearest articles (0 where there are fewer), and the log of how many are known."""
    covered: float = inf
    """Logit that the nearest articles are on the page's event; of no account where they are too far from it."""

    def place(self, name: str) -> Numbers:
        """One measurement at all places."""
        found: Numbers = self.at_place[:, :, AT_PLACE.index(name)]
        return found

    def page(self, name: str) -> Numbers:
        """One measurement for the page."""
        found: Numbers = self.of_page[:, OF_PAGE.index(name)]
        return found


def measure(group: Group, related: Sequence[Article]) -> Facts | None:
    """Find the candidates of a group and measure the best of them; None where there is no candidate."""
    found = survey(group, related, shipped())
    return found and read(found, _sieve(fitted_on(found.nearness)))


@cache
def _sieve(known: str) -> Ranker:
    return Ranker.read(weights()["sieve"][known])


def survey(group: Group, related: Sequence[Article], habits: Habits) -> Facts | None:
    """Find the candidates and measure what costs little: the `CHEAP` columns."""
    corpus, covered = Corpus.of(group, related), inf
    if situation(corpus.known) == "event":
        corpus, covered = corpus.narrowed, corpus.covered
    nearness, glossed = corpus.known, glosses(group, corpus)
    nexts = expected(group.slots) if group.korean else [{} for _ in group.slots]
    candidates = terms(group, (corpus, habits), glossed, nexts)
    if not candidates:
        return None
    around = contexts(group.slots, candidates, corpus)
    sentences = said(group.slots, candidates, corpus)
    told = shared(group.slots, around, corpus, len(candidates))
    at_place = _at_place(group, candidates, (around, sentences, told, _share(candidates, corpus)), glossed)
    of_page = _of_page(group, candidates, (corpus, around), at_place)
    return Facts(
        group, tuple(candidates), np.concatenate([at_place, _habitual(group, candidates, habits, nexts)], 2),
        np.hstack([of_page, _usual(candidates, habits, nexts)]),
        nearness, covered,
    )  # fmt: skip


def read(facts: Facts, sieve: Ranker) -> Facts:
    """Keep the best candidates, and those that a gloss or a compound speaks for, and read them at their places."""
    spoken = np.flatnonzero((facts.page("glossed") > 0) | (facts.page("compounds") > 0))
    known = fitted_on(facts.nearness)
    best = sieve.best(facts.at_place, facts.of_page, READ[known])
    alone = known == "alone" and facts.group.korean
    kept = np.union1d(best, np.append(spoken, spared(facts.group, facts.terms) if alone else [])).astype(int)
    group, names = facts.group, tuple(facts.terms[t] for t in kept.tolist())
    if group.korean:
        reads, own = readings(group.slots, names, THOROUGH if known == "event" else NARROW)
        alike = akin(names, _words(group))
    else:
        reads = own = np.zeros((len(names), len(group.slots)))
        alike = np.zeros(len(names))
    readable = [
        relative(reads, -25),
        relative(reads, -6),
        relative(own, -25),
        relative(own, -6),
        *beside(group, names),
    ]
    own_words = [columns(group, names)] if known == "alone" else []
    return Facts(
        group, names, np.concatenate([facts.at_place[kept], np.stack(readable, 2)], 2),
        np.column_stack([facts.of_page[kept], alike, alike - alike.max(), *own_words]), facts.nearness, facts.covered,
    )  # fmt: skip


def _words(group: Group) -> list[str]:
    """Give the page's most frequent words."""
    return [w for w, _ in Counter(stems(group.rest[:LONGEST])).most_common(_WORDS) if len(w) >= 2]


def _habitual(group: Group, candidates: Sequence[str], habits: Habits, nexts: list[dict[str, float]]) -> Numbers:
    """Measure how usual each candidate is after the letters before each place."""
    habit = np.log(np.ascontiguousarray(np.array([habits.chances(s.left, candidates) for s in group.slots]).T))
    usual = np.log([[habits.plain(t)] for t in candidates])
    here = np.array([[n.get(t, 0.0) for n in nexts] for t in candidates])
    return np.stack([np.clip(habit - usual, -2, 8), relative(habit, -8), here], 2)


def _usual(candidates: Sequence[str], habits: Habits, nexts: list[dict[str, float]]) -> Numbers:
    """Measure how usual each candidate is, and how much Kiwi expects it on the whole."""
    usual = [log(habits.plain(t)) for t in candidates]
    predicted = [sum(n.get(t, 0.0) for n in nexts) / len(nexts) for t in candidates]
    times = [float(sum(n.get(t, 0.0) > 0 for n in nexts)) for t in candidates]
    return np.column_stack([usual, predicted, times])


def relative(values: Numbers, floor: float) -> Numbers:
    """Give how far each value lies below the best of its column, but no further than `floor`."""
    found: Numbers = np.maximum(values - values.max(0, keepdims=True), floor)
    return found


def _share(candidates: Sequence[str], corpus: Corpus) -> Numbers:
    """In what share of related articles each candidate stands as a word."""
    return np.array([[(corpus.documents.get(t, 0) + 0.5) / (len(corpus.texts) + 1)] for t in candidates])


def _at_place(
    group: Group,
    candidates: Sequence[str],
    measured: tuple[Contexts, Numbers, Numbers, Numbers],
    glossed: list[dict[str, float]],
) -> Numbers:
    around, sentences, told, share = measured
    pointwise = around.left - around.prior
    misfit = np.array([[float(_misfits(s, t)) for s in group.slots] for t in candidates])
    known = [compound.read(s) for s in group.slots]
    columns = [
        relative(around.left, -10), relative(around.left, -3), relative(pointwise, -10), relative(pointwise, -3),
        np.clip(pointwise, -3, 12), np.clip(around.right, -6, 8), relative(np.clip(around.right, -6, 8), -6),
        np.clip(around.next_letter, -4, 4), around.both, around.deep, misfit,
        np.array([[g.get(t, 0.0) for g in glossed] for t in candidates]),
        np.array([[float(t in k) for k in known] for t in candidates]),
        np.array([[float(bool(k) and t not in k) for k in known] for t in candidates]),
        sentences, np.log((sentences + 0.02) / (0.3 * share + 0.02)), told, relative(told, -1),
    ]  # fmt: skip
    return np.stack(columns, 2)


def _misfits(slot: Slot, term: str) -> bool:
    asked, sound = slot.demand, final_sound(term)
    return asked is not None and sound is not None and sound not in asked


def _of_page(group: Group, candidates: Sequence[str], known: tuple[Corpus, Contexts], at_place: Numbers) -> Numbers:
    corpus, around = known
    total = sum(s * s for s, _ in corpus.near) or 1.0
    length = len(group.rest) + 3 * len(group.slots)
    asked = sum(s.demand is not None for s in group.slots)
    best_topic = max((corpus.topic.get(t, 0.0) for t in candidates), default=0.0)
    squares = np.array([s * s for s, _ in corpus.near])
    present = (around.counts[:, 1 : 1 + len(squares)] > 0) @ squares / total
    share = _share(candidates, corpus)[:, 0]
    first, rows = candidates[:60], []
    for number, term in enumerate(candidates):
        surviving, topic = group.rest.count(term), corpus.topic.get(term, 0.0)
        misfits = float(at_place[number, :, AT_PLACE.index("misfit")].sum())
        rows.append([
            log(topic + 0.01), log(topic + 0.01) - log(best_topic + 0.01), present[number],
            log((present[number] + 0.02) / (share[number] + 0.02)),
            log(1 + corpus.documents.get(term, 0)), log(1 + counts("ko", "news.txt").get(term, 0)),
            float(surviving > 0),
            log(1 + surviving), log(1 + corpus.own.get(term, 0)), surviving / (surviving + len(group.slots)),
            misfits / max(1, asked), asked - misfits, float(len(term)), float(term.isascii()),
            float(sum(term in h for h in group.heads)),
            *counted(around.counts[number, 1:], surviving, length, (group, corpus)),
            float(at_place[number, :, AT_PLACE.index("gloss")].sum()),
            float(at_place[number, :, AT_PLACE.index("compound")].sum()),
            float(sum([term in t for t in first]) - first.count(term)),
            float(sum([t in term for t in first]) - first.count(term)),
            log(1 + len(group.slots)), *outlived(surviving, len(group.slots)),
        ])  # fmt: skip
    return np.array(rows)
