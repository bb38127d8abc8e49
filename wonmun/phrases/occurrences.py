"""What stands around every occurrence of every candidate, measured once and shared by the signals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.base import END, GLUED, PARTICLE, VERB, Tail
from wonmun.phrases.columns import Tails, Words, firsts
from wonmun.phrases.composed import searches
from wonmun.phrases.joining import joins_nothing
from wonmun.phrases.marks import CLOSING, COMMA, DIGITS, ENDINGS, FULL_STOPS, OPENING, QUOTES, STOPS, WIDE_STOPS
from wonmun.phrases.meeting import is_word
from wonmun.phrases.running import runs_on
from wonmun.phrases.view import BREAK, SPACE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.candidates import Batch

_VALUE = 40
"""Bits of the values that are counted."""


@dataclass(frozen=True)
class Occurrences:
    """Arrays over occurrences, in the order of `batch.pos`; `total` and `rate` sum them up by candidate."""

    batch: Batch

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        """Characters in each candidate."""
        return np.fromiter(map(len, self.batch.phrases), np.int64, self.batch.size)

    @cached_property
    def searches(self) -> list[int]:
        """The candidates that are searches for spam and stand often; several signals ask for them of each candidate."""
        return searches(self.batch, self.count)

    @cached_property
    def words(self) -> Words:
        """The candidates' words."""
        place: dict[str, int] = {}
        split = [p.split(" ") for p in self.batch.phrases]
        index = [place.setdefault(w, len(place)) for words in split for w in words]
        count = np.array([len(words) for words in split], np.int64)
        return Words(list(place), np.array(index, np.int64), count.cumsum() - count, count)

    @cached_property
    def count(self) -> NDArray[np.float64]:
        """How often each candidate stands."""
        return np.bincount(self.batch.owner, minlength=self.batch.size).astype(float)

    @cached_property
    def end(self) -> NDArray[np.int64]:
        """Where each occurrence ends."""
        return self.batch.pos + self.lengths[self.batch.owner]

    @cached_property
    def before(self) -> NDArray[np.uint16]:
        """The character before; a line break at the text's start."""
        codes = self.batch.view.codes[self.batch.pos - 1]
        codes[self.batch.pos == 0] = BREAK
        return codes

    @cached_property
    def after(self) -> NDArray[np.uint16]:
        """The character after; 0 at the text's end."""
        return self.batch.view.codes[self.end]

    @cached_property
    def glued_left(self) -> NDArray[np.bool_]:
        """The phrase begins inside a word."""
        view = self.batch.view
        flags: NDArray[np.bool_] = ~view.start[self.batch.pos]
        return flags

    @cached_property
    def tails(self) -> Tails:
        """What the letters right after are."""
        view = self.batch.view
        text, tail = view.text, view.language.tail
        place = {"": 0}
        index = np.zeros(len(self.end), np.int64)
        going = view.letter[self.end].nonzero()[0]  # behind every other one nothing stands
        ends = self.end[going]
        pairs = zip(ends.tolist(), view.word_end[ends].tolist(), strict=True)
        index[going] = [place.setdefault(text[e:s], len(place)) for e, s in pairs]
        return Tails([tail(rest) if rest else Tail(END) for rest in place], index)

    @cached_property
    def kind(self) -> NDArray[np.int64]:
        """`END`, `PARTICLE`, `VERB` or `GLUED`."""
        return self.tails.each(lambda t: t.kind)

    @cached_property
    def glued_right(self) -> NDArray[np.bool_]:
        """Letters follow that are neither particle nor verb ending."""
        flags: NDArray[np.bool_] = self.kind == GLUED
        return flags

    @cached_property
    def agreement(self) -> NDArray[np.int64]:
        """1 where the particle fits the last sound, -1 where it does not, 0 where that says nothing."""
        agrees, phrases, tails = self.batch.view.language.agrees, self.batch.phrases, self.tails
        codes = {True: 1, False: -1, None: 0}
        values = np.zeros(len(self.batch.pos), np.int64)
        followed = ((self.kind == PARTICLE) & ~joins_nothing(self.batch.view, self.end)).nonzero()[0]
        pairs = zip(self.batch.owner[followed].tolist(), tails.index[followed].tolist(), strict=True)
        values[followed] = [codes[agrees(phrases[o][-2:], tails.known[t])] for o, t in pairs]
        return values

    @cached_property
    def sentence_start(self) -> NDArray[np.bool_]:
        """The phrase opens a line, a sentence or a clause; of several words, one that no blank parts from a comma."""
        codes = self.batch.view.codes
        earlier = codes[np.maximum(self.batch.pos - 2, 0)]
        several = (self.words.count > 1)[self.batch.owner]
        numbered = DIGITS[earlier] & DIGITS[codes[self.end]]
        flags: NDArray[np.bool_] = (
            (self.before == BREAK)
            | ((self.before == COMMA) & (several | numbered))
            | WIDE_STOPS[self.before]
            | FULL_STOPS[self.before]
            | ((self.before == SPACE) & (STOPS[earlier] | (earlier == BREAK)))
        )
        return flags

    @cached_property
    def stub(self) -> NDArray[np.bool_]:
        """It follows a sentence and ends the line, a sentence of nothing but itself."""
        last = (self.after == BREAK) | (self.after == 0)
        flags: NDArray[np.bool_] = self.sentence_start & (self.before != BREAK) & last
        return flags

    @cached_property
    def bracketed(self) -> NDArray[np.bool_]:
        """It stands alone in brackets or quotation marks."""
        flags: NDArray[np.bool_] = OPENING[self.before] & CLOSING[self.after]
        return flags

    @cached_property
    def bare(self) -> NDArray[np.bool_]:
        """A word of its own between spaces, no particle."""
        flags: NDArray[np.bool_] = ~self.glued_left & (self.after == SPACE)
        return flags

    @cached_property
    def verb(self) -> NDArray[np.bool_]:
        """A verb ending follows: X했다."""
        flags: NDArray[np.bool_] = self.kind == VERB
        return flags

    @cached_property
    def lead(self) -> NDArray[np.bool_]:
        """It opens a line, a sentence or a clause and runs into it, or into its quotation.

        Who speaks in a dialogue opens the line: there a quotation says nothing.
        """
        view = self.batch.view
        flags: NDArray[np.bool_] = self.glued_right & self.sentence_start
        others = (self.verb & (view.language.code == "ko")) | (QUOTES[self.after] & (self.before != BREAK))
        others &= self.sentence_start
        ends = self.end[others]
        places = zip(view.line_start[ends].tolist(), ends.tolist(), view.word_end[ends].tolist(), strict=True)
        flags[others] = [runs_on(view.text, *place) for place in places]
        return flags & ~self.compound

    @cached_property
    def compound(self) -> NDArray[np.bool_]:
        """Glued where the words that meet are a known word together: 당첨 + 번호."""
        view = self.batch.view
        flags = np.zeros(len(self.batch.pos), np.bool_)
        glued = (self.glued_right | self.glued_left).nonzero()[0]
        pos, end = self.batch.pos[glued], self.end[glued]
        first = np.where(self.glued_left[glued], view.word_begin[pos], pos)
        bounds = zip(first.tolist(), pos.tolist(), end.tolist(), view.word_end[end].tolist(), strict=True)
        places = zip(bounds, self.glued_right[glued].tolist(), strict=True)
        flags[glued] = [is_word(view, where, right=right) for where, right in places]
        return flags

    @cached_property
    def after_ending(self) -> NDArray[np.bool_]:
        """The word that it is glued to has ended already: `…를X`, `…다X`."""
        view = self.batch.view
        flags: NDArray[np.bool_] = self.glued_left & ENDINGS[self.before] & view.letter[self.batch.pos - 2]
        return flags

    @cached_property
    def odd(self) -> NDArray[np.bool_]:
        """Places that no honest writer leaves so, whatever the page is about."""
        flags: NDArray[np.bool_] = (
            self.lead
            | self.stub
            | self.after_ending
            | (self.glued_left & self.glued_right & ~self.compound)
            | (self.agreement == -1)
        )
        return flags

    def total(self, flags: NDArray[np.bool_] | NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum by candidate."""
        return np.asarray(np.bincount(self.batch.owner, flags, self.batch.size), float)

    def rate(self, flags: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Share of each candidate's occurrences."""
        return self.total(flags) / self.count

    def kinds(self, values: NDArray[np.int64]) -> NDArray[np.float64]:
        """How many different values each candidate's occurrences have (zero is none)."""
        keys = self._ranked(values)
        return np.bincount(keys[firsts(keys)] >> _VALUE, minlength=self.batch.size).astype(float)

    def distinct(self, values: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How many different values each candidate's occurrences have (zero is none), and how often the commonest."""
        keys = self._ranked(values)
        if not len(keys):
            return np.zeros(self.batch.size), np.zeros(self.batch.size)
        begin = firsts(keys)
        owners = keys[begin] >> _VALUE
        times = np.empty_like(begin)
        np.subtract(begin[1:], begin[:-1], out=times[:-1])
        times[-1] = len(keys) - begin[-1]
        kinds = np.bincount(owners, minlength=self.batch.size).astype(float)
        top = np.zeros(self.batch.size)
        first = firsts(owners)
        top[owners[first]] = np.maximum.reduceat(times, first)
        return kinds, top

    def _ranked(self, values: NDArray[np.int64]) -> NDArray[np.int64]:
        keys: NDArray[np.int64] = (self._shifted + values)[values != 0]
        keys.sort()
        return keys

    @cached_property
    def _shifted(self) -> NDArray[np.int64]:
        return self.batch.owner << _VALUE
