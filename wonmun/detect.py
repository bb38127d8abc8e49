"""Finding: page → which stretches were put there, and why. Knows nothing beyond the page but what `standing` says."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun import lone, sights, signals
from wonmun.judging.bounds import bounds
from wonmun.judging.complaints import complained
from wonmun.judging.ordinary import told_apart
from wonmun.judging.overlaps import beside
from wonmun.judging.places import Phrase, kind_of, mark, put_in
from wonmun.judging.traced import trace
from wonmun.judging.verdict import judge
from wonmun.judging.widened import widened
from wonmun.model import Detection
from wonmun.phrases.article import read_article
from wonmun.phrases.candidates import find
from wonmun.phrases.headlines import front
from wonmun.phrases.occurrences import Occurrences
from wonmun.rules import (
    abroad,
    bonuses,
    coined,
    domains,
    halved,
    headed,
    houses,
    joined,
    parted,
    ruled,
    scattered,
    sites,
    units,
    unspoken,
)
from wonmun.rules.openings import begins_again, opens_anew
from wonmun.sights import doorway
from wonmun.sights.clash import foreign_canonical, odd_description, odd_slug, odd_title
from wonmun.sights.sight import foreign, own_sites
from wonmun.weights.fitted import weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wonmun.model import Page, Standing, Verdict
    from wonmun.phrases.article import Article
    from wonmun.phrases.view import View
    from wonmun.sights.sight import Sight

    Beyond = Callable[[str], tuple[float, list[str]]]

_CLASHES = ((2.0, odd_title), (2.5, odd_description), (1.0, odd_slug))
"""What a phrase gains where title, description or address keep the genuine words."""
_KNOWN = 1.5
"""What each of the first other pages that a phrase was injected into is worth (times the count's logarithm)."""
_ALSO = ("hidden", "link")
"""What is only suspicious on an honest page counts where the page is known to be injected."""
_CLEAR = 2.0
"""Logits above the limit from which on a window needs no look at what stands in it once: that adds nothing then."""
_WINDOW = 0.4
"""Every doubling of windows is another chance to err: the limit rises by this much."""


def detect(
    page: Page, standing: Callable[[str], Standing] | None = None, injected: Callable[[str], int] | None = None
) -> Detection:
    """Find injected phrases, hidden spam, spam links and doorway text of a page. Raises nothing on any page.

    `standing` says in how many other pages a phrase stands; without it only the page itself counts. `injected` says
    for less in how many injected ones: a page that seems clean asks no more where that is none.
    """
    article = read_article(page)
    known = _beyond(page, standing, injected)
    seen = sights.look(page, article.language)
    found, windows = _phrases(article, *known)
    if found and (below := _below(article, seen)):
        found = _phrases(below, *known)[0] or found
    if not found and (headlined := front(article)):
        found = _in_headlines(headlined, *known)
    limits = weights(article.language.code)
    limit = limits.injected + _WINDOW * math.log2(max(1, windows))
    sure = [p for p in found if p.score >= limit and (p.trace.count > 1 or p.beyond >= ruled.LONE)]
    sure += lone.several(found)
    seen += doorway.look(page, article.language, sure[0].text if sure else "", [p.text for p in found])
    certain = [s for s in seen if s.sure]
    verdict: Verdict = "injected" if sure or certain else "suspicious" if found or seen else "clean"
    traces = tuple(p.trace for p in found)
    if verdict == "clean":
        return Detection("clean", 0.0, trace=traces)
    kept, shown = (sure, [s for s in seen if s.sure or s.kind in _ALSO]) if verdict == "injected" else (found, seen)
    reasons = tuple(dict.fromkeys([s.reason for s in shown] + [r for p in kept for r in p.reasons]))
    score = _score(verdict, [p.score - limit for p in kept], shown)
    return Detection(verdict, score, mark(article, kept, shown), reasons[:8], traces)


def _below(article: Article, seen: Sequence[Sight]) -> Article | None:
    """The article without the searches that a doorway put above it: a part of one that stands there, too, is no phrase.

    None where none were `seen`.
    """
    above = [span for s in seen if s.sure and s.added for span in s.spans]
    return article.without(above) if above else None


def _phrases(article: Article, beyond: Beyond, most: Callable[[str], float]) -> tuple[list[Phrase], int]:
    """The phrases of all windows, best first, and how many windows there are."""
    found: dict[str, Phrase] = {}
    windows = 0
    for view in article.views():
        windows += 1
        mine = view.language is article.language
        for phrase in _in_window(view, beyond, most) if mine else _elsewhere(view, article, beyond, most):
            known = found.get(phrase.text)
            if known is None or known.score < phrase.score:
                found[phrase.text] = replace(phrase, reasons=_reasons(known, phrase)) if known else phrase
    return sorted(found.values(), key=lambda p: -p.score), windows


def _in_headlines(front: Article, beyond: Beyond, most: Callable[[str], float]) -> list[Phrase]:
    """The phrases put in many headlines of a front page, by their form there or as in any article, or one in each."""
    looked = (*headed.look(front), *scattered.look(front))
    found = ruled.phrases(looked, weights(front.language.code), beyond)
    return list(found) or [p for p in _phrases(front, beyond, most)[0] if headed.put_in(front, p.text)]


def _in_window(view: View, beyond: Beyond, most: Callable[[str], float]) -> Iterator[Phrase]:
    """Yield the phrases of one window, none part of a name or around spam of another language."""
    limits = weights(view.language.code)
    rules = (domains, sites, houses, parted, coined, halved, units, joined, bonuses)
    picked = _picked(view, beyond, most)
    named = widened(view, ruled.phrases((found for rule in rules for found in rule.look(view)), limits, beyond), picked)
    foreign_ones = [*widened(view, ruled.phrases(abroad.look(view), limits, beyond), picked), *named]
    clear = any(p.score >= limits.injected + _CLEAR and p.trace.count > 1 for p in picked)
    for phrase in [*foreign_ones, *picked, *(() if clear else lone.look(view, beyond))]:
        around = phrase not in named and any(
            f.text in phrase.text != f.text and (f.score >= limits.injected or f.score >= phrase.score)
            for f in foreign_ones
        )
        least = min(phrase.score, limits.injected)
        part = any(
            phrase.text in d.text != phrase.text or (d.score >= least and beside(view.text, phrase.text, d.text))
            for d in named
        )
        if not (around or part or complained(view, phrase.text)):
            yield phrase


def _elsewhere(view: View, article: Article, beyond: Beyond, most: Callable[[str], float]) -> Iterator[Phrase]:
    """Yield what is sure in a part in another language, on the scale of the article's own limits."""
    more = weights(article.language.code).injected - weights(view.language.code).injected
    for phrase in _in_window(view, beyond, most):
        if phrase.score + more >= weights(article.language.code).injected and phrase.trace.count > 1:
            yield replace(phrase, score=phrase.score + more)


def _reasons(first: Phrase, second: Phrase) -> tuple[str, ...]:
    """Both ones' reasons, each once."""
    return tuple(dict.fromkeys((*first.reasons, *second.reasons)))


def _picked(view: View, beyond: Beyond, most: Callable[[str], float]) -> list[Phrase]:
    """The phrases of one window that the fitted weights pick."""
    occ = Occurrences(told_apart(find(view)))
    if not occ.batch.size:
        return []
    phrases = []
    found = judge(occ, lambda phrase: beyond(phrase)[0], most)
    abroad_too = view.language.code != "ko"
    anew = opens_anew(occ) if abroad_too else np.zeros(occ.batch.size, np.bool_)
    for pick in unspoken.judged(occ, found, anew) if abroad_too else found:
        more, reasons = beyond(pick.phrase)
        why = (*reasons, *signals.explain(occ, pick))
        opens = bool(anew[pick.index])
        if view.language.code == "zh" and (opens or pick.score >= weights("zh").injected):
            opens = begins_again(occ, pick.index, anew=opens)
        kind = kind_of(occ, pick, anew=opens)
        told = (kind, why, trace(occ, pick), put_in(occ, pick, anew=opens))
        phrases.append(Phrase(bounds(occ, pick, inserted=kind == "insertion"), pick.score, more, *told))
    return phrases


def _beyond(
    page: Page, standing: Callable[[str], Standing] | None, injected: Callable[[str], int] | None
) -> tuple[Beyond, Callable[[str], float]]:
    """What speaks for and against a phrase beyond the article's words: head, links, other pages; and how much at most.

    Both are worked out once a phrase.
    """
    own = own_sites(page)
    linked = {page.text[k.start : k.end].strip() for k in page.links if foreign(k.href, own)}
    elsewhere = foreign_canonical(page)

    @cache
    def shown(phrase: str) -> tuple[float, tuple[str, ...]]:
        odd = [(w, said) for w, clash in (_CLASHES if page.html else ()) if (said := clash(page, phrase))]
        if phrase in linked:
            odd.append((1.0, f"'{phrase}' is a link to another site"))
        if elsewhere:
            odd.append((0.5, elsewhere))
        return sum(w for w, _ in odd), tuple(said for _, said in odd)

    @cache
    def ask(phrase: str) -> tuple[float, list[str]]:
        score, reasons = _standing(phrase, standing)
        more, why = shown(phrase)
        return score + more, [*reasons, *why]

    @cache
    def most(phrase: str) -> float:
        return shown(phrase)[0] + _KNOWN * math.log1p(injected(phrase)) if injected else ask(phrase)[0]

    return ask, most


def _standing(phrase: str, standing: Callable[[str], Standing] | None) -> tuple[float, list[str]]:
    """Injected elsewhere raises the score, standing in several genuine pages lowers it."""
    if standing is None:
        return 0.0, []
    other = standing(phrase)
    score = _KNOWN * math.log1p(other.injected) - 1.2 * math.log1p(max(0, other.genuine - 1))
    if other.injected == 1:
        return score, [f"'{phrase}' is known from 1 injected page"]
    return score, [f"'{phrase}' is known from {other.injected} injected pages"] if other.injected else []


def _score(verdict: Verdict, above: Sequence[float], seen: Sequence[Sight]) -> float:
    """0.5 to 1 for injected pages by how far the best phrase is above the limit, .2 to .5 for suspicious ones."""
    best = max(above, default=-9.0)
    share = 1 / (1 + math.exp(-max(-30.0, min(30.0, best))))
    if verdict == "suspicious":
        return round(max(0.2, min(0.5, share)), 4)
    return round(max(0.9 if seen else 0.5, share), 4)
