"""Which differences between a page and its genuine copy are injections, and which are somebody's edits.

A slice is injected where it repeats, is absent from the copy, stands in few other pages and is no ordinary
word that fits its places (then a term was renamed). One that stands there once is, on edited copies, injected
in 42 cases of 195 only; so it must look put there, in a sentence and a page that are otherwise left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from wonmun.looks import is_letter, misfits, ordinary, plain_words, running, spam_words, worded
from wonmun.spacing import original_of
from wonmun.strategies.particles import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wonmun.align import Alignment
    from wonmun.edit import Edit
    from wonmun.model import Article, Span

_FEW = 3
"""A repeated phrase that stands in more other genuine pages than this is language, no injection."""
_LONGEST, _LONGEST_SINGLE, _LONGEST_TERM = 40, 25, 12
"""Letters: of a repeated phrase and what it took the place of; of a single one; of what that took the place of."""
_APART = 8
"""Letters that must be equal between a single place and the next difference."""
_MANY = 3
"""A page with more edits than this was edited; a single one of them says nothing."""
_SHORTEST = 4
"""Letters of a single phrase that nothing else speaks against."""
_ALIKE = 0.5
"""One word that became another one at least this similar was corrected."""
_SENTENCE = re.compile(r"[다요죠음임][.?!]|[\n@]|기자\b|ⓒ|©|https?:")
_ENDING = 3
"""Letters of its end that an added sentence may have in common with the one before it."""


@dataclass(frozen=True, slots=True)
class Injected:
    """One injected place: where, which phrase, and what the genuine copy has there.

    The original is None where it is not known, and where the difference may be an edit: no word is taken from
    those.
    """

    span: Span
    phrase: str
    original: str | None
    doubtful: bool = False


@dataclass(frozen=True)
class Judge:
    """Judges the differences between a page and one copy."""

    page: str
    lang: str
    article: Article
    elsewhere: Callable[[str], int]
    """In how many other genuine pages a phrase stands."""
    found: Alignment

    def injected(self) -> Iterator[Injected]:
        """Give the places that were injected, in order."""
        for number, edit in enumerate(self.found.edits):
            doubtful = self._statuses[edit.phrase] if edit.phrase else self._single(number)
            if doubtful is not None:
                span, original = self._original(edit)
                yield Injected(span, self._spelling(edit), None if doubtful else original, doubtful)

    def _here(self, edit: Edit) -> str:
        return self.page[edit.start : edit.end]

    def _there(self, edit: Edit) -> str:
        return self.article.text[edit.genuine_start : edit.genuine_end]

    def _original(self, edit: Edit) -> tuple[Span, str | None]:
        span, there = (edit.start, edit.end), self._there(edit)
        if (
            not edit.exact
            or len(there) > _LONGEST
            or not plain_words(there or "-")
            or (edit.phrase, there) in self._renamed
        ):
            return span, None
        return original_of((self.page, self.article.text), span, (edit.genuine_start, edit.genuine_end))

    @cached_property
    def _statuses(self) -> dict[str, bool | None]:
        """Tell of each repeated phrase an injection (False), one that may be none (True), and an edit (None)."""
        return {p: self._repeated([e for e in self.found.edits if e.phrase == p]) for p in self._spellings}

    def _repeated(self, edits: list[Edit]) -> bool | None:
        spelled = self._spelling(edits[0])
        kept = [e for e in edits if not self._is_line(e) and not self._is_sentence(e)]
        if not worded(spelled) or not kept or self.elsewhere(spelled) > _FEW:
            return None
        if spam_words(spelled, self.lang):
            return False
        if len(spelled.split()) > 1:
            return self._edited(-1) > 0 and all(ordinary(w) for w in spelled.split())
        return self._one_word(spelled, kept)

    def _one_word(self, spelled: str, kept: list[Edit]) -> bool | None:
        """Do as `_repeated` for a phrase of one word, none of spam: editors rename terms, too."""
        if any(misfits(self._here(e), self.page, e.end) for e in kept):
            return False
        if ordinary(spelled) or any(self._misfits_there(e) for e in kept):
            return None
        if not any(self._there(e) for e in kept):
            return not any(self._glued(e) for e in kept)
        return self._edited(-1) > 0

    @cached_property
    def _renamed(self) -> frozenset[tuple[str, str]]:
        """Phrases and originals that do not fit the copy's own particles: the copy was edited, the term is gone."""
        if not self._edited(-1):
            return frozenset()
        out = {(e.phrase, self._there(e)) for e in self.found.edits if e.phrase and e.exact and self._misfits_there(e)}
        for e in self.found.edits:
            if e.phrase and not e.exact and (term := stem(self._there(e))) != self._there(e):
                out.add((e.phrase, term))
        return frozenset(out)

    def _misfits_there(self, edit: Edit) -> bool:
        return bool(self._there(edit)) and misfits(self._there(edit), self.article.text, edit.genuine_end)

    def _single(self, number: int) -> bool | None:
        """Do as `_statuses` for a slice that does not repeat."""
        edit = self.found.edits[number]
        if not self._alone(number) or self._editorial(edit):
            return None
        text, others = self._here(edit), self._edited(number)
        if spam_words(text, self.lang) and len(text) >= _SHORTEST:
            return False
        if self._glued(edit) or misfits(text, self.page, edit.end):
            return others > _MANY
        if len(text.split()) > 1:
            return None if others > 1 else others > 0
        return None if others or len(text) < _SHORTEST or ordinary(text) else False

    def _editorial(self, edit: Edit) -> bool:
        """Say whether a single difference is of a kind that editors make, or stands in other pages, too."""
        text, there = self._here(edit), self._there(edit)
        if not worded(text) or not plain_words(text) or len(text) > _LONGEST_SINGLE:
            return True
        if there and (not plain_words(there) or len(there) > _LONGEST_TERM or len(there.split()) > 2):
            return True
        usual = self._is_line(edit) or self._is_sentence(edit) or self._corrected(text, there) or running(text)
        return usual or self.elsewhere(text) > 0

    def _edited(self, but: int) -> int:
        """How many differences there are that are neither repeated phrases nor whole lines, one left out."""
        return sum(not e.phrase and not self._is_line(e) for n, e in enumerate(self.found.edits) if n != but)

    def _alone(self, number: int) -> bool:
        """Say whether the words around a difference are equal."""
        edits, edit = self.found.edits, self.found.edits[number]
        before, after = edits[number - 1] if number else None, edits[number + 1] if number + 1 < len(edits) else None
        return (before is None or edit.start - before.end >= _APART) and (
            after is None or after.start - edit.end >= _APART
        )

    def _glued(self, edit: Edit) -> bool:
        """Say whether words were put before a word without a space, as no editor does."""
        return not self._there(edit) and is_letter(self.page, edit.end) and not is_letter(self.page, edit.start - 1)

    def _is_line(self, edit: Edit) -> bool:
        """Say whether the edit is a whole line: a byline, a caption, a related headline."""
        before, after = self.page[: edit.start].rstrip(" \t"), self.page[edit.end :].lstrip(" \t")
        return (not before or before[-1] == "\n") and (not after or after[0] == "\n")

    def _is_sentence(self, edit: Edit) -> bool:
        """Say whether a sentence ends in the edit or with it: no injected phrase is one."""
        added = edit.genuine_start == edit.genuine_end
        return bool(_SENTENCE.search(self.page, edit.start, edit.end + (_ENDING if added else 0)))

    @staticmethod
    def _corrected(text: str, there: str) -> bool:
        """Say whether one word became a similar one."""
        return bool(there) and Levenshtein.normalized_similarity(text, there) >= _ALIKE

    def _spelling(self, edit: Edit) -> str:
        """Give the phrase as the page writes it most often."""
        return self._spellings[edit.phrase] if edit.phrase else self._here(edit)

    @cached_property
    def _spellings(self) -> dict[str, str]:
        counts: dict[str, Counter[str]] = {}
        for e in self.found.edits:
            if e.phrase:
                counts.setdefault(e.phrase, Counter())[self._here(e)] += 1
        return {phrase: c.most_common(1)[0][0] for phrase, c in counts.items()}
