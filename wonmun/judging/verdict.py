"""Signals → which candidates were put there. Every weight and threshold is read from `weights/*.json`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from wonmun import signals
from wonmun.judging import bare, lexical, luck, parting, sought, unsaid
from wonmun.judging.discounts import discounted
from wonmun.judging.doubt import ahead, at_two_places, in_doubt, put_in, suspicious
from wonmun.judging.overlaps import apart
from wonmun.phrases.picked import Picked
from wonmun.signals import fluency
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences
    from wonmun.weights.fitted import Weights

ASKED = fluency.ASKED
FIRST, NEARLY, NEAR = 2, 1.5, 0.5
"""So many are read first, what comes `NEARLY` to the lower limit is looked at closer, and the others are read where one
comes `NEAR` it: of 63 pages whose best one lay between, two candidates passed a limit, both on one honest page."""
LOOKS = (2, fluency.PLACES)
"""So many places are read next, behind the first."""
ONE_PLACE = 1.0
"""What a candidate may gain from its other places: one that scores so much below what `NEARLY` asks is read at one, and
where half of its places were read, one that scores so much below what is `NEAR` is read at no more. Of 671 candidates
at two places, in open texts, 22 gained more (2.6 at most), and of 37 that are not read so none passed a limit."""
LOWEST = 4.0
"""Those that score so much below the doubtful limit are not read."""
READABLE = (3.0, 0.0)
"""Nor are Korean ones that score so much below it (the best one, the next), unless something is known of them beyond
the text, or another one comes near the lower limit: of those left out on 1,150 doubtful pages none reaches that."""
SENSELESS = 4.0
"""Those that score so much below the doubtful limit with the usual senses are not asked what their nouns mean."""
TELLING = 1.0
"""What must be known of a phrase beyond the text (other injected pages, the head) for a clean page to be looked at."""


def judge(
    occ: Occurrences, beyond: Callable[[str], float] | None = None, at_most: Callable[[str], float] | None = None
) -> list[Picked]:
    """The candidates above the lower limits, best first, none overlapping a better one.

    `beyond` says what is known of a phrase beyond the text: added to its score. `at_most` says for less what that is
    at most: asked first, since most pages stay clean with it.
    """
    numbers = weights(occ.batch.view.language.code)
    rows, scores = first(occ, numbers)
    second = lexical.scores(occ, rows, numbers)
    asks = [ask for ask in (at_most, beyond) if ask is not None]
    doubted = (
        in_doubt(occ, rows, scores, numbers.doubtful) or (scores + second).max() >= numbers.lexical_suspicious - NEARLY
    )
    strange = unsaid.scores(occ, rows, scores)
    plain = luck.numbered(occ)
    for arm in (lexical, bare, parting):
        plain |= arm.unspoken(occ, rows)
    half = luck.halved(occ, scores) & ~plain
    times = np.where(half, 1, occ.count)
    lost = strange >= unsaid.line().suspicious
    times[lost & ~plain] = 1
    times[strange >= unsaid.line().injected] = lexical.OFTEN
    plain |= half | lost
    searches = sought.searches(occ, rows)
    if not (doubted or plain.any() or searches.any()) and not _known_of(occ, scores, numbers.doubtful - LOWEST, asks):
        return []
    scored = _scored(occ, numbers, _Unread(rows, scores, second, plain, lost, times, searches, at_most or beyond))
    scored = [sought.raised(occ, p, numbers) if searches[p.index] else p for p in scored]
    scored = [at_two_places(occ, discounted(occ, p, numbers.suspicious), numbers) for p in scored]
    scored = [p if lost[p.index] and unsaid.is_listed(p.phrase) else lexical.bounded(occ, p, numbers) for p in scored]
    limits = {p.index: suspicious(occ, p, numbers) for p in scored}
    if at_most is not None and not any(p.score + at_most(p.phrase) >= limits[p.index] for p in scored):
        return []
    if beyond is not None:
        scored = [replace(p, score=p.score + beyond(p.phrase)) for p in scored]
    standing = [p for p in scored if p.score >= limits[p.index]]
    return apart(occ, sorted(standing, key=lambda p: -p.score), scored)


def first(occ: Occurrences, numbers: Weights) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The cheap signals of all candidates, and their scores: what nouns mean is asked of those that may be in doubt."""
    rows = signals.without_senses(occ)
    scores = numbers.cheap.score(rows)
    which = (scores >= numbers.doubtful - SENSELESS) | rows[:, lexical.KINDS].any(axis=1)
    if occ.batch.view.language.code == "ko" and which.any():
        signals.add_senses(occ, rows, which)
        scores[which] = numbers.cheap.score(rows[which])
    return rows, scores


@dataclass(frozen=True)
class _Unread:
    """What is known of all candidates before any is read."""

    rows: NDArray[np.float64]
    cheap: NDArray[np.float64]
    second: NDArray[np.float64]
    """The second arm's logits."""
    plain: NDArray[np.bool_]
    """Which hold a spam word of one meaning, or are a trade's bare word or a site's name, on a page of other things."""
    lost: NDArray[np.bool_]
    """Which of these are words of a trade that the page says nothing else of (`judging.unsaid`)."""
    times: NDArray[np.int64]
    """How many places each of these is judged as if it had: one leaves a doubt only."""
    searches: NDArray[np.bool_]
    """Which are searches of several words that stand nowhere else."""
    most: Callable[[str], float] | None
    """What is known of a phrase beyond the text, at most."""


def _scored(occ: Occurrences, numbers: Weights, known: _Unread) -> list[Picked]:
    """The best candidates with their scores, by both arms where there are words for the second; others stay out."""
    scores, second, plain, code = known.cheap, known.second, known.plain, occ.batch.view.language.code
    first = np.where(second > lexical.NONE, np.maximum(scores, scores + second), scores)
    first[plain] = np.maximum(first[plain], numbers.suspicious + lexical.LITTLE * np.log(occ.count[plain]))
    order = (-first).argsort()
    asked = [i for i in order[: signals.reader(code).ASKED].tolist() if first[i] >= numbers.doubtful - LOWEST]
    soon = asked
    if code == "ko":
        rooms = tuple(zip(asked, READABLE, strict=False))
        surely = [*_oftenest(occ, plain), *np.flatnonzero(known.searches).tolist()]
        asked += [i for i in surely if i not in asked]
        soon = [i for i, room in rooms if first[i] >= numbers.doubtful - room or _told(known, occ.batch.phrases[i])]
        wanted = [*surely, *put_in(occ, known.rows, scores, numbers.doubtful)]
        soon += [i for i in dict.fromkeys(wanted) if i in asked and i not in soon]
    scored = _read(occ, numbers, soon, known)
    if max((p.score for p in scored), default=-np.inf) >= numbers.suspicious - NEAR:
        scored += _read(occ, numbers, [i for i in asked if i not in soon], known)
    return [
        replace(
            p,
            score=lexical.at_least(p, int(known.times[p.index]), numbers),
            lexical=True,
        )
        if plain[p.index]
        else p
        for p in scored
    ]


def _oftenest(occ: Occurrences, plain: NDArray[np.bool_]) -> list[int]:
    """The one of these that stands most often: stretches that repeat round its places may score more."""
    return [int(np.where(plain, occ.count, 0).argmax())] if plain.any() else []


def _told(known: _Unread, phrase: str) -> bool:
    """Whether enough is known of a phrase beyond the text to read it, whatever it scores."""
    return known.most is not None and known.most(phrase) >= TELLING


def _both(numbers: Weights, pick: Picked, second: NDArray[np.float64]) -> Picked:
    """Add the second arm's word, where it has one."""
    more = float(second[pick.index])
    if more == lexical.NONE:
        return pick
    return replace(pick, score=lexical.joined(more, pick.score, numbers), lexical=True)


def reading(
    occ: Occurrences,
    asked: Sequence[int],
    rows: NDArray[np.float64],
    scores: NDArray[np.float64],
    places: int = fluency.PLACES,
) -> NDArray[np.float64]:
    """Give the whole rows of the candidates named: the cheap columns, the reader's, and `OTHERS` in Korean.

    Korean ones are read at so many places each.
    """
    code = occ.batch.view.language.code
    if code != "ko":
        return np.hstack([rows[asked], signals.reader(code).measure(occ, asked)])
    return np.hstack([rows[asked], fluency.measure(occ, asked, places), others(occ, asked, scores)])


def others(occ: Occurrences, asked: Sequence[int], scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The columns named `OTHERS` of the candidates named."""
    return np.array([[ahead(occ, i, scores)] for i in asked])


def _known_of(
    occ: Occurrences, scores: NDArray[np.float64], least: float, asks: Sequence[Callable[[str], float]]
) -> bool:
    """Whether enough is known of one of the best candidates beyond the text to look at a page that seems clean."""
    if not asks:
        return False
    best = [occ.batch.phrases[i] for i in np.argsort(-scores)[:FIRST].tolist() if scores[i] >= least]
    return any(all(ask(phrase) >= TELLING for ask in asks) for phrase in best)


def _read(occ: Occurrences, numbers: Weights, asked: Sequence[int], known: _Unread) -> list[Picked]:
    """Measure fluency, and score by both models and the second arm.

    Korean candidates are read at one place first, and at the others where that leaves a doubt.
    """
    if not asked:
        return []
    code = occ.batch.view.language.code
    if code != "ko":
        return _picks(occ, numbers, asked, known, reading(occ, asked, known.rows, known.cheap))
    whole = reading(occ, asked, known.rows, known.cheap, places=1)
    picks = _picks(occ, numbers, asked, known, whole)
    first, read = len(signals.NAMES), 1
    for places in LOOKS:
        more = [n for n, p in enumerate(picks) if _hopeful(p, read, int(occ.count[p.index]), numbers, known)]
        if not more:
            break
        whole[more, first : first + len(fluency.NAMES)] = fluency.measure(occ, [asked[n] for n in more], places)
        picks = _picks(occ, numbers, asked, known, whole)
        read = places
    return picks


def _hopeful(pick: Picked, read: int, times: int, numbers: Weights, known: _Unread) -> bool:
    """Whether a candidate that was read at some of its places may reach the limits when it is read at more."""
    beyond = max(0.0, known.most(pick.phrase)) if known.most else 0.0
    room = ONE_PLACE + (NEAR if 2 * read >= min(times, fluency.PLACES) else NEARLY)
    surely = bool(known.plain[pick.index] or known.searches[pick.index])
    return times > read and (surely or pick.score + beyond >= numbers.suspicious - room)


def _picks(
    occ: Occurrences, numbers: Weights, asked: Sequence[int], known: _Unread, whole: NDArray[np.float64]
) -> list[Picked]:
    """Score candidates that were read: their whole rows are given."""
    scores = numbers.mean(whole, known.cheap[asked])
    pairs = zip(asked, scores.tolist(), whole, strict=True)
    picks = [Picked(i, occ.batch.phrases[i], score, row, form=score) for i, score, row in pairs]
    return [_both(numbers, p, known.second) for p in picks]
