"""Signals → verdict: which candidates were put there. Every weight and threshold is read from `weights/*.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from wonmun import signals
from wonmun.model import Signal, Trace
from wonmun.trees import Model, read_model

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.occurrences import Occurrences


@dataclass(frozen=True)
class Weights:
    """One language's fitted numbers."""

    cheap: Model
    injected: float
    suspicious: float


@dataclass(frozen=True)
class Picked:
    """A candidate that stands, with its logit."""

    index: int
    phrase: str
    score: float


@cache
def weights(code: str) -> Weights:
    """Read `weights/<code>.json`; a language without one gets the language-free `any.json`."""
    folder = resources.files("wonmun").joinpath("weights")
    name = f"{code}.json" if code == "ko" else "any.json"
    data: dict[str, Any] = json.loads(folder.joinpath(name).read_text(encoding="utf-8"))
    limits = data["thresholds"]
    return Weights(read_model(data["cheap"], signals.NAMES), limits["injected"], limits["suspicious"])


def judge(occ: Occurrences) -> tuple[list[Picked], NDArray[np.float64]]:
    """The candidates that stand above the lower threshold, best first, none overlapping a better one; and all scores."""
    numbers = weights(occ.batch.view.language.code)
    rows = signals.measure(occ)
    scores = numbers.cheap.score(rows)
    picked: list[Picked] = []
    taken = np.zeros(len(occ.batch.view.text) + 1, np.bool_)
    for index in np.argsort(-scores).tolist():
        if scores[index] < numbers.suspicious:
            break
        starts, size = occ.batch.spans(index), len(occ.batch.phrases[index])
        if taken[starts].any() or taken[starts + size - 1].any():
            continue
        for start in starts.tolist():
            taken[start : start + size] = True
        picked.append(Picked(index, occ.batch.phrases[index], float(scores[index])))
    return picked, rows


def trace(occ: Occurrences, pick: Picked, rows: NDArray[np.float64]) -> Trace:
    """How one candidate's score came about: values, and what each adds to the linear part."""
    model = weights(occ.batch.view.language.code).cheap
    row = rows[pick.index]
    names = [signals.NAMES[c] for c in model.columns.tolist()]
    parts = model.parts(row)
    lines = [
        Signal(name, float(row[column]), f"adds {part:+.2f}")
        for name, column, part in zip(names, model.columns.tolist(), parts.tolist(), strict=True)
        if abs(part) >= 0.01
    ]
    lines.sort(key=lambda s: -abs(float(s.evidence.split()[1])))
    return Trace(pick.phrase, int(occ.count[pick.index]), pick.score, "structure", tuple(lines))
