"""What is measured of every candidate term: at each place, and for the page as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from math import lgamma, log
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.load import counts
from wonmun.strategies import compound
from wonmun.strategies.contexts import contexts
from wonmun.strategies.corpus import Corpus
from wonmun.strategies.habits import shipped
from wonmun.strategies.particles import final_sound
from wonmun.strategies.sentences import said
from wonmun.strategies.terms import glosses, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.fingerprints import Numbers
    from wonmun.model import Article
    from wonmun.strategies.contexts import Contexts
    from wonmun.strategies.habits import Habits
    from wonmun.strategies.slots import Group, Slot

AT_PLACE = (
    "left", "left_near", "pointwise", "pointwise_near", "pull", "right", "right_best", "next", "both", "deep",
    "misfit", "gloss",
    "compound", "against", "said", "said_lift", "habit", "habit_best",
)  # fmt: skip
"""Names of what is measured at each place, in order of `Facts.at_place`'s last axis."""
OF_PAGE = (
    "topic", "topic_best", "present", "lift", "documents", "news", "survives", "surviving", "surviving_word",
    "survival_share",
    "misfits", "fits", "length", "latin", "headed", "expected", "expected_log", "missing", "background", "in_three",
    "near_three",
    "glossed", "compounds", "inside", "holds", "weight", "usual",
)  # fmt: skip
"""Names of what is measured for the page, in order of `Facts.of_page`'s columns."""
_SHAPE = 0.7
"""Of the negative binomial that says how often a term stands in a page, given how often it should."""


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

    def place(self, name: str) -> Numbers:
        """One measurement at all places."""
        found: Numbers = self.at_place[:, :, AT_PLACE.index(name)]
        return found

    def page(self, name: str) -> Numbers:
        """One measurement for the page."""
        found: Numbers = self.of_page[:, OF_PAGE.index(name)]
        return found


def measure(group: Group, related: Sequence[Article], habits: Habits | None = None) -> Facts | None:
    """Find the candidates of a group and measure them; None where there is no candidate.

    `habits` are the shipped counts; others are given while weights are fitted.
    """
    habits = habits or shipped()
    corpus = Corpus.of(group, related)
    glossed = glosses(group, corpus)
    candidates = terms(group, (corpus, habits), glossed)
    if not candidates:
        return None
    around = contexts(group.slots, candidates, corpus)
    at_place = _at_place(
        group, candidates, (around, said(group.slots, candidates, corpus), _share(candidates, corpus)), glossed
    )
    habit = np.log([[habits.chance(s.left, t) for s in group.slots] for t in candidates])
    usual = np.log([[habits.plain(t)] for t in candidates])
    at_place = np.concatenate([at_place, np.stack([np.clip(habit - usual, -2, 8), relative(habit, -8)], 2)], 2)
    of_page = np.hstack([_of_page(group, candidates, corpus, at_place), usual])
    nearness = (*(*corpus.nearness[:3], 0.0, 0.0, 0.0)[:3], log(1 + len(corpus.texts)))
    return Facts(group, tuple(candidates), at_place, of_page, nearness)


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
    measured: tuple[Contexts, Numbers, Numbers],
    glossed: list[dict[str, float]],
) -> Numbers:
    around, sentences, share = measured
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
        sentences, np.log((sentences + 0.02) / (0.3 * share + 0.02)),
    ]  # fmt: skip
    return np.stack(columns, 2)


def _misfits(slot: Slot, term: str) -> bool:
    asked, sound = slot.demand, final_sound(term)
    return asked is not None and sound is not None and sound not in asked


def _of_page(group: Group, candidates: Sequence[str], corpus: Corpus, at_place: Numbers) -> Numbers:
    texts, total = len(corpus.texts), sum(s * s for s, _ in corpus.near) or 1.0
    length = len(group.rest) + 3 * len(group.slots)
    asked = sum(s.demand is not None for s in group.slots)
    best_topic = max((corpus.topic.get(t, 0.0) for t in candidates), default=0.0)
    rows = []
    for number, term in enumerate(candidates):
        surviving, topic = group.rest.count(term), corpus.topic.get(term, 0.0)
        present = sum(s * s for s, t in corpus.near if term in t) / total
        share = (corpus.documents.get(term, 0) + 0.5) / (texts + 1)
        misfits = float(at_place[number, :, AT_PLACE.index("misfit")].sum())
        rows.append([
            log(topic + 0.01), log(topic + 0.01) - log(best_topic + 0.01), present, log((present + 0.02) / (share +
            0.02)),
            log(1 + corpus.documents.get(term, 0)), log(1 + counts("ko", "news.txt").get(term, 0)), float(surviving >
            0),
            log(1 + surviving), log(1 + corpus.own.get(term, 0)), surviving / (surviving + len(group.slots)),
            misfits / max(1, asked), asked - misfits, float(len(term)), float(term.isascii()),
            float(sum(term in h for h in group.heads)), *_expected(term, surviving, length, (group, corpus)),
            float(at_place[number, :, AT_PLACE.index("gloss")].sum()), float(at_place[number, :,
            AT_PLACE.index("compound")].sum()),
            float(sum(term != t and term in t for t in candidates[:60])), float(sum(term != t and t in term for t in
            candidates[:60])),
            log(1 + len(group.slots)),
        ])  # fmt: skip
    return np.array(rows)


def _expected(term: str, surviving: int, length: int, where: tuple[Group, Corpus]) -> tuple[float, ...]:
    """How often the term should stand here by its neighbours, against how often it does: a negative binomial.

    The first number is the log odds of all places holding the term, the others what it is made from.
    """
    group, corpus = where
    near = corpus.near[:12]
    total = sum(s * s for s, _ in near) or 1.0
    rates = [(s, t.count(term) / len(t) * length) for s, t in near]
    expected = sum(s * s * r for s, r in rates) / total
    everywhere = corpus.others.count(term) / max(1, len(corpus.others)) * length
    mean = expected + 0.1 * everywhere + 0.003
    places = len(group.slots)
    odds = _binomial(places + surviving, mean) - _binomial(surviving, mean)
    plain = _binomial(places + surviving, everywhere + 0.003) - _binomial(surviving, everywhere + 0.003)
    return (
        max(-15.0, min(15.0, odds)), log(mean), min(8.0, expected) if not surviving else 0.0, max(-15.0, min(15.0,
        plain)),
        sum(s for s, r in rates[:3] if r), sum(s * min(1.0, r / max(1, places)) for s, r in rates[:3]),
    )  # fmt: skip


def _binomial(count: int, mean: float) -> float:
    """Log probability of a count under a negative binomial, less what does not depend on the mean."""
    return (
        lgamma(count + _SHAPE) - lgamma(_SHAPE) - lgamma(count + 1) + _SHAPE * log(_SHAPE / (_SHAPE + mean))
        + count * log(mean / (_SHAPE + mean))
    )  # fmt: skip
