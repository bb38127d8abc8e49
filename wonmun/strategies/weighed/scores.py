"""Facts → what is most likely at each place, and how likely: fitted weights, scored without the fitting library.

A ranker (conditional logit) gives every term a utility at every place; the mixture of hypotheses makes shares
of them. Small models (logistic regression and trees) judge each term: does it stand behind any place; the
hypotheses are weighed again with that. Then: is it two terms, is the best term right everywhere, is the best
term of one place right there. `tools/fit_restore.py` fits all of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import exp
from typing import TYPE_CHECKING

import numpy as np

from wonmun.strategies.places.together import together
from wonmun.strategies.weighed.mixture import mix

if TYPE_CHECKING:
    from wonmun.fingerprints import Numbers
    from wonmun.strategies.weighed.facts import Facts
    from wonmun.strategies.weighed.mixture import Mixture
    from wonmun.strategies.weighed.ranker import Ranker

JUDGED = 32
"""Terms that are judged one by one, of those that take part in any hypothesis."""
RIVALS = 10
"""Terms that are judged for the whole page."""
HOPELESS = -8.0
"""Logit of a term that was not judged."""
_UNKNOWN = 0.0
"""Utility of a term that is not among the candidates, once terms were judged."""
_WORTH = 1.0
"""How much the logit that a term stands behind any place counts in the hypotheses."""


@dataclass(frozen=True)
class View:
    """Facts, utilities and hypotheses of one group: what the judging models' rows are made from."""

    facts: Facts
    utility: Numbers
    bias: Numbers
    mixture: Mixture
    worth: Numbers
    """Logit, by term, that it stands behind any place; `HOPELESS` where it was not judged."""

    @classmethod
    def of(cls, facts: Facts, ranker: Ranker) -> View:
        """Rank and mix, before terms are judged."""
        utility, bias = ranker.utilities(facts.at_place, facts.of_page)
        mixture = mix(utility, bias, ranker.none, together(facts.group))
        return cls(facts, utility, bias, mixture, np.full(len(bias), HOPELESS))

    def weighed(self, scores: Numbers) -> View:
        """Mix again with what a model says of the rows of `term_rows`."""
        worth = np.full(len(self.bias), HOPELESS)
        worth[self.judged] = scores
        return replace(self, mixture=mix(self.utility, worth, _UNKNOWN, self.close, _WORTH), worth=worth)

    def leaning(self, two: float) -> View:
        """Weigh the hypotheses by the logit of two terms."""
        return replace(self, mixture=self.mixture.leaning(1 / (1 + exp(-two))))

    @property
    def judged(self) -> Numbers:
        """The terms that are judged one by one: those that explain most places best."""
        found: Numbers = self.mixture.order[:JUDGED]
        return found

    @cached_property
    def close(self) -> Numbers:
        """Of each place, whether the one before it stands in the same sentence."""
        return together(self.facts.group)

    @cached_property
    def behind(self) -> Numbers:
        """How far each term lies behind the best one, at each place."""
        found: Numbers = self.utility - self.utility.max(0)
        return found

    @property
    def rivals(self) -> Numbers:
        """The terms that explain all places best, best first."""
        found: Numbers = self.mixture.order[:RIVALS]
        return found

    @cached_property
    def tops(self) -> Numbers:
        """The likeliest term of each place."""
        found: Numbers = self.mixture.share.argmax(0)
        return found

    def barred(self) -> frozenset[int]:
        """Terms that a gloss speaks for, which are another rule's to decide."""
        return frozenset(np.flatnonzero(self.facts.page("glossed") > 0).tolist())
