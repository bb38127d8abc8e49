"""Scores of documents by models that never saw their article, and the reading of those that stay in doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import dataset
from wonmun.trees import read_model

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from tools.dataset import Measured
    from wonmun.phrases.occurrences import Occurrences

    Data = tuple[NDArray[np.float64], ...]
    Scores = list[NDArray[np.float64]]

FOLDS = 3
WEIGHT = {"named": 0.5, "hard": 3.0, "hard long": 3.0, "honest": 3.0, "full": 1.5}
"""How much a candidate of an honest document of that kind counts; others, and injected ones, 1."""


@dataclass
class Asked:
    """The candidates of one document that were read, and their whole rows; a document that is in no doubt has none."""

    indices: list[int] = field(default_factory=list)
    rows: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 0)))


@dataclass(frozen=True)
class Way:
    """What one language's models are fitted by."""

    fit: Callable[[Data, Sequence[str]], dict[str, Any]]
    fold_of: Callable[[str], int]
    """Of a document's group."""
    each: int = 1
    """As for `stack`, where cheap models are fitted."""


@dataclass(frozen=True)
class Reading:
    """Which candidates are read, and how."""

    least: float
    """Score that the best candidate of a document in doubt has."""
    lowest: float
    """Score that a candidate which is read has."""
    most: int
    measure: Callable[[Occurrences, Sequence[int], NDArray[np.float64]], NDArray[np.float64]]
    """Occurrences, candidates, cheap scores → the columns that follow the cheap ones."""


def stack(measured: Sequence[Measured], asked: Sequence[Asked] | None = None, each: int = 1) -> Data:
    """Rows, labels and weights of all labelled candidates; of the asked ones only, where given.

    Of the honest candidates of injected texts one in `each` is taken, with the weight of all.
    """
    rows, labels, weights = [], [], []
    for number, one in enumerate(measured):
        chosen = one.rows if asked is None else asked[number].rows
        label = one.labels if asked is None else one.labels[asked[number].indices]
        if not len(chosen):
            continue
        known, weight = label >= 0, np.full(len(label), WEIGHT.get(one.document.family, 1.0))
        if one.document.spans is not None:
            weight = np.where(label == 0, float(each), 1.0)
            known &= (weight == 1) | (np.arange(len(label)) % each == number % each)
        rows.append(chosen[known])
        labels.append(label[known])
        weights.append(weight[known])
    return np.vstack(rows), np.concatenate(labels), np.concatenate(weights)


def left_out(
    measured: list[Measured], asked: list[Asked] | None, names: tuple[str, ...], way: Way
) -> tuple[Scores, list[dict[str, Any]]]:
    """Score every document by a model that saw neither its article nor (they are drawn anew) its phrase; the models."""
    scores: Scores = [np.zeros(0)] * len(measured)
    models = []
    for fold in range(FOLDS):
        inside = [i for i, m in enumerate(measured) if way.fold_of(m.document.group) != fold]
        those = None if asked is None else [asked[i] for i in inside]
        data = stack([measured[i] for i in inside], those, way.each if asked is None else 1)
        models.append(way.fit(data, names))
        model = read_model(models[-1], names)
        for i, one in enumerate(measured):
            rows = one.rows if asked is None else asked[i].rows
            if way.fold_of(one.document.group) == fold and len(rows):
                scores[i] = model.score(rows)
    return scores, models


def ask(measured: list[Measured], cheap: Scores, reading: Reading) -> list[Asked]:
    """Read the best candidates of the documents in doubt."""
    found = []
    for one, scores in zip(measured, cheap, strict=True):
        if not len(scores) or scores.max() < reading.least:
            found.append(Asked())
            continue
        best = [i for i in np.argsort(-scores)[: reading.most].tolist() if scores[i] >= reading.lowest]
        occ = dataset.candidates(one.document)
        assert occ is not None
        found.append(Asked(best, np.hstack([one.rows[best], reading.measure(occ, best, scores)])))
    return found
