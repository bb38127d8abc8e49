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

from wonmun.comparing.beside import begun_before, beside_one_word, parted, shared_word
from wonmun.comparing.edit import Injected, alone, only_value, spellings
from wonmun.comparing.evidence import LIMITS, looks_put, put_there, unusual
from wonmun.comparing.forms import other_form
from wonmun.comparing.kindred import kindred, known_with, renamed, rendered
from wonmun.comparing.lines import is_left_out, is_line, is_sentence
from wonmun.comparing.solitary import Solitary, survives
from wonmun.language.particles import stem
from wonmun.looks import (
    akin,
    anonymous,
    by_chance,
    common,
    glued,
    misfits,
    ordinary,
    plain_words,
    spam_of_its_own,
    unrelated,
    worded,
)
from wonmun.phrases.addresses import is_address
from wonmun.spacing import original_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from wonmun.comparing.align import Alignment
    from wonmun.comparing.edit import Edit
    from wonmun.model import Article, Copy, Span

_FEW = 3
"""A repeated phrase that stands in more other genuine pages than this is language, no injection."""
_LONGEST = 40
"""Letters of a repeated phrase and of what it took the place of."""
_APART = 8
"""Letters that must be equal between a single place and the next difference."""
_MANY = 3
"""Places of a phrase from which on what it has to do with the term that it stands for is asked."""


@dataclass(frozen=True)
class Judge:
    """Judges the differences between a page and one copy."""

    page: str
    lang: str
    copy: Copy
    elsewhere: Callable[[str], int]
    """In how many other genuine pages a phrase stands."""
    found: Alignment
    certain: frozenset[str] = frozenset()
    """Phrases that another copy of the same page has shown to be injected."""

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
                yield Injected(span, self._spelling(edit), None if doubtful else original, doubtful, not edit.exact)

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
            or (edit.phrase and self._left_out(edit))
            or (edit.phrase, there) in self._renamed
            or self._strange(there)
            or begun_before(self.page, edit.start, there)
        ):
            return span, None
        return original_of((self.page, self.article.text), span, (edit.genuine_start, edit.genuine_end))

    def _left_out(self, edit: Edit) -> bool:
        """Say whether the page lacks a line of the copy beside a phrase: that line is not what the phrase replaced."""
        start, end, genuine = edit.genuine_start, edit.genuine_end, self.article.text
        whole = start < end and genuine[start - 1 : start] in {"", "\n"} and genuine[end : end + 1] in {"", "\n"}
        return whole and not is_line(self.page, edit)

    def _strange(self, there: str) -> bool:
        """Say whether what an untrusted copy has may be a phrase of its own that was missed: that is never put in."""
        if self.article.trusted or self.copy.weight == "own" or not worded(there):
            return False
        unfit = any(self._misfits_there(e) for e in self.found.edits if e.phrase and self._there(e) == there)
        return unfit or unusual((self.article.text, self.lang), there, self.page)

    @cached_property
    def _statuses(self) -> dict[str, bool | None]:
        """Tell of each repeated phrase an injection (False), one that may be none (True), and an edit (None)."""
        edits = self.found.edits
        return {
            phrase: False if spelled in self.certain else self._repeated([e for e in edits if e.phrase == phrase])
            for phrase, spelled in self._spellings.items()
        }

    def _repeated(self, edits: list[Edit]) -> bool | None:
        spelled = self._spelling(edits[0])
        kept = [e for e in edits if not is_line(self.page, e) and not is_sentence(self.page, e)]
        if not worded(spelled) or not kept or self.elsewhere(spelled) > _FEW or anonymous(spelled):
            return None
        if self._lengthens(kept) and not (len(kept) < _MANY and self._spam(spelled)):
            return None
        chance = by_chance(spelled, [self._there(e) for e in kept])
        if not self._spam(spelled) and (
            chance or any(other_form(e, self.page, self.article.text) for e in kept) or self._kindred(spelled, kept)
        ):
            return None
        odd = any(self._misfits(e) or not self._there(e) or survives(self._there(e), self.page) for e in kept)
        status = self._by_words(spelled, kept, odd=odd)
        sure = odd or self._spam(spelled) or is_address(spelled) or self._overrides(spelled, kept)
        if status is None or (self.copy.weight == "given" and sure):
            return status
        return self._by_evidence(spelled, kept, status=status, odd=odd)

    def _by_words(self, spelled: str, kept: list[Edit], *, odd: bool) -> bool | None:
        """Judge a repeated phrase against a copy that is genuine for sure."""
        if self._spam(spelled):
            return False
        if len(spelled.split()) > 1:
            return not odd and self._edited(-1) > 0 and all(ordinary(w) for w in spelled.split())
        same = akin((spelled, self.page), (only_value(kept, self.article.text), self.article.text), self.lang)
        if any(self._misfits(e) for e in kept) or (not same and self._overrides(spelled, kept)):
            return False
        if same or ordinary(spelled) or any(self._misfits_there(e) for e in kept):
            return None
        return self._edited(-1) > 0 and not any(
            glued(self.page, e) or survives(self._there(e), self.page) for e in kept
        )

    def _by_evidence(self, spelled: str, kept: list[Edit], *, status: bool, odd: bool) -> bool | None:
        """Judge a repeated phrase by what the page shows: the copy's word may do, or be an editor's later one."""
        text, lang, spam = self.page, self.lang, self._spam(spelled)
        names = {spelled, shared_word(text, [(e.start, e.end) for e in kept]) or spelled}
        over = only_value(kept, self.article.text)
        looks = min(put_there((text, lang, n), self.copy.weight, spam=spam, odd=odd, over=over) for n in names)
        if self.copy.weight == "seen" and (there := self._there(kept[0])):
            looks -= max(0.0, looks_put(self.article.text, self.lang, there))
        sure, doubtful = LIMITS[self.copy.weight]
        if self.copy.weight == "given" and len(kept) >= _MANY and common(over):
            sure = doubtful
        return status if looks >= sure else True if looks >= doubtful else None

    def _kindred(self, spelled: str, kept: list[Edit]) -> bool:
        """Say whether one word was put for another of its kind, and its particles made to fit.

        Where it is another word for just that, nobody need have looked after the particles.
        """
        over = only_value(kept, self.article.text)
        if self.lang not in {"", "ko"} or not over:
            return False
        whole = shared_word(self.page, [(e.start, e.end) for e in kept])
        before, _, rest = whole.partition(spelled)
        if not is_address(spelled) and (
            renamed(spelled, over, (before, rest)) or parted(kept, self.page, self.article.text)
        ):
            return True
        if any(self._misfits(e) for e in kept):
            return rendered(spelled, over)
        known = known_with(spelled, rest) and known_with(over, rest)
        return known or (not is_address(spelled) and kindred((spelled, self.page), (over, self.article.text)))

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
        return spam_of_its_own(text, self.article.text, self.lang)

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
        if not alone(self.found.edits, number, _APART):
            return None
        text, copy = self._here(edit), self.article.text
        if text in self.certain:
            return False
        others, spam = self._edited(number), self._spam(text)
        one = Solitary(edit, self.page, copy, self.lang, self.copy.weight, others, spam, self.elsewhere)
        return one.doubtful()

    def _edited(self, but: int) -> int:
        """How many differences are neither phrases nor lines, nor missing beside a genuine copy; one left out."""
        edits = (e for n, e in enumerate(self.found.edits) if n != but and not e.phrase)
        given = self.copy.weight == "given"
        return sum(
            not is_line(self.page, e) and not (given and is_left_out(e, self.page, self.article.text)) for e in edits
        )

    def _spelling(self, edit: Edit) -> str:
        """Give the phrase as the page writes it most often."""
        return self._spellings[edit.phrase] if edit.phrase else self._here(edit)

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return spellings(self.found.edits, self.page)
