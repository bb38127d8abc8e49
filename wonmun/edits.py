"""Which differences between a page and its genuine copy are injections, and which are somebody's edits.

A slice is injected where it repeats, is absent from the copy, stands in few other pages, is not added to one and the
same word everywhere (so editors lengthen a name) and is no ordinary word that fits its places (then a term was
renamed). One that stands there once is, on edited copies, injected in 42 cases of 195 only; so it must look put
there, in a sentence and a page that are otherwise left alone. A copy that is no publisher's proves less: then the
page itself must show that the phrase was put there (`evidence.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from wonmun.adapted import adapted
from wonmun.beside import beside_one_word, shared_word
from wonmun.edit import Injected, alone, only_value, spellings
from wonmun.evidence import LIMITS, looks_put, put_there, unusual
from wonmun.language.load import language
from wonmun.lines import is_left_out, is_line, is_sentence
from wonmun.looks import (
    anonymous,
    by_chance,
    corrected,
    glued,
    misfits,
    ordinary,
    plain_words,
    running,
    spam_words,
    unrelated,
    worded,
)
from wonmun.spacing import original_of
from wonmun.strategies.particles import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wonmun.align import Alignment
    from wonmun.edit import Edit
    from wonmun.model import Article, Copy, Span

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
_TERM = 2
"""Letters that a term has at least."""


@dataclass(frozen=True)
class Judge:
    """Judges the differences between a page and one copy."""

    page: str
    lang: str
    copy: Copy
    elsewhere: Callable[[str], int]
    """In how many other genuine pages a phrase stands."""
    found: Alignment

    @property
    def article(self) -> Article:
        """The copy's article."""
        return self.copy.article

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
            or self._strange(there)
        ):
            return span, None
        return original_of((self.page, self.article.text), span, (edit.genuine_start, edit.genuine_end))

    def _strange(self, there: str) -> bool:
        """Say whether what an untrusted copy has may be a phrase of its own that was missed: that is never put in."""
        if self.article.trusted or self.copy.weight == "own" or not worded(there):
            return False
        unfit = any(self._misfits_there(e) for e in self.found.edits if e.phrase and self._there(e) == there)
        return unfit or unusual((self.article.text, self.lang), there, self.page)

    @cached_property
    def _statuses(self) -> dict[str, bool | None]:
        """Tell of each repeated phrase an injection (False), one that may be none (True), and an edit (None)."""
        return {p: self._repeated([e for e in self.found.edits if e.phrase == p]) for p in self._spellings}

    def _repeated(self, edits: list[Edit]) -> bool | None:
        spelled = self._spelling(edits[0])
        kept = [e for e in edits if not is_line(self.page, e) and not is_sentence(self.page, e)]
        if not worded(spelled) or not kept or self.elsewhere(spelled) > _FEW or anonymous(spelled):
            return None
        if self._lengthens(kept) and not (len(kept) < _MANY and self._spam(spelled)):
            return None
        chance = by_chance(spelled, [self._there(e) for e in kept])
        if not self._spam(spelled) and (chance or any(adapted(e, self.page, self.article.text) for e in kept)):
            return None
        odd = any(self._misfits(e) or not self._there(e) or self._survives(e) for e in kept)
        status = self._by_words(spelled, kept, odd=odd)
        sure = odd or self._spam(spelled) or self._overrides(spelled, kept)
        if status is None or (self.copy.weight == "given" and sure):
            return status
        return self._by_evidence(spelled, kept, status=status, odd=odd)

    def _by_words(self, spelled: str, kept: list[Edit], *, odd: bool) -> bool | None:
        """Judge a repeated phrase against a copy that is genuine for sure."""
        if self._spam(spelled):
            return False
        if len(spelled.split()) > 1:
            return not odd and self._edited(-1) > 0 and all(ordinary(w) for w in spelled.split())
        if any(self._misfits(e) for e in kept):
            return False
        if self._overrides(spelled, kept):
            return False
        if ordinary(spelled) or any(self._misfits_there(e) for e in kept):
            return None
        return self._edited(-1) > 0 and not any(glued(self.page, e) or self._survives(e) for e in kept)

    def _by_evidence(self, spelled: str, kept: list[Edit], *, status: bool, odd: bool) -> bool | None:
        """Judge a repeated phrase by what the page shows: the copy's word may do, or be an editor's later one."""
        text, lang, spam = self.page, self.lang, self._spam(spelled)
        names = {spelled, shared_word(text, [(e.start, e.end) for e in kept]) or spelled}
        over = only_value(kept, self.article.text)
        looks = min(put_there((text, lang, n), self.copy.weight, spam=spam, odd=odd, over=over) for n in names)
        if self.copy.weight == "seen" and (there := self._there(kept[0])):
            looks -= max(0.0, looks_put(self.article.text, self.lang, there))
        sure, doubtful = LIMITS[self.copy.weight]
        return status if looks >= sure else True if looks >= doubtful else None

    def _overrides(self, spelled: str, kept: list[Edit]) -> bool:
        """Say whether a word stands for one it has nothing to do with, wherever that stood, and all else is alike."""
        there, texts = only_value(kept, self.article.text), (self.page, self.article.text)
        return (
            len(kept) >= _MANY and bool(there) and not self._edited(-1) and unrelated(spelled, there, texts, self.lang)
        )

    def _lengthens(self, kept: list[Edit]) -> bool:
        """Say whether a phrase was added to one and the same word at all its places; several words with a blank."""
        if any(self._there(e) for e in kept) or (len(self._here(kept[0]).split()) > 1 and glued(self.page, kept[0])):
            return False
        return beside_one_word(self.page, [(e.start, e.end) for e in kept])

    def _spam(self, text: str) -> bool:
        """Say whether words of spam are in it that the copy, which may be about such things, has not.

        One that is used elsewhere, too (`추천`), says nothing alone.
        """
        found = [w for w in spam_words(text, self.lang) if w not in self.article.text]
        strong = language(self.lang or "ko").lexicon.strong
        return len(found) > 1 or any(w in strong for w in found)

    def _survives(self, edit: Edit) -> bool:
        """Say whether the term that was written over stands elsewhere in the page: editors rename one throughout."""
        term = stem(self._there(edit))
        return len(term) >= _TERM and term in self.page

    def _misfits(self, edit: Edit) -> bool:
        return misfits(self._here(edit), self.page, edit.end)

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
        if not alone(self.found.edits, number, _APART) or self._editorial(edit):
            return None
        text, others, odd = self._here(edit), self._edited(number), glued(self.page, edit) or self._misfits(edit)
        spam = self._spam(text) and len(text) >= _SHORTEST
        if self.copy.weight == "seen":
            return True if spam or (odd and not others and len(text.split()) > 1) else None
        if spam:
            return False
        if odd:
            return others > _MANY
        return self._single_fitting(edit, text, others)

    def _single_fitting(self, edit: Edit, text: str, others: int) -> bool | None:
        """Do as `_single` where neither words of spam nor the words around it speak against a slice."""
        if len(text.split()) > 1:
            usual = others > 1 or all(ordinary(word) for word in text.split())
            return None if usual else others > 0 or running(text)
        if others or ordinary(text) or self.copy.weight == "own":
            return None
        return len(text) < _SHORTEST and not self._survives(edit)

    def _editorial(self, edit: Edit) -> bool:
        """Say whether a single difference is of a kind that editors make, or stands in other pages, too."""
        text, there = self._here(edit), self._there(edit)
        if not worded(text) or not plain_words(text) or len(text) > _LONGEST_SINGLE:
            return True
        if there and (not plain_words(there) or len(there) > _LONGEST_TERM or len(there.split()) > 2):
            return True
        usual = is_line(self.page, edit) or is_sentence(self.page, edit) or corrected(text, there)
        return usual or (running(text) and not self._put(text)) or self.elsewhere(text) > 0

    def _put(self, text: str) -> bool:
        """Say whether a single difference is all that there is, and ends as a term does: editors change words."""
        last = text.rsplit(maxsplit=1)[-1]
        return self.copy.weight == "given" and self._edited(-1) == 1 and stem(last) == last

    def _edited(self, but: int) -> int:
        """How many differences are neither phrases nor lines, nor missing beside a genuine copy; one left out."""
        edits = (e for n, e in enumerate(self.found.edits) if n != but and not e.phrase)
        given = self.copy.weight == "given"
        return sum(not is_line(self.page, e) and not (given and is_left_out(e)) for e in edits)

    def _spelling(self, edit: Edit) -> str:
        """Give the phrase as the page writes it most often."""
        return self._spellings[edit.phrase] if edit.phrase else self._here(edit)

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return spellings(self.found.edits, self.page)
