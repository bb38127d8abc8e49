"""A difference from the genuine copy that stands once: whether an editor made it.

An editor who changes one thing changes it for a reason that the words show: one word became another of its kind, a
word was put before the one it goes with (`공동` before `대표`), a particle was made to fit. Who puts a phrase in does
it where any other would do as well. What is neither is left alone or called suspicious.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from wonmun.alike import shared_end
from wonmun.comparing.forms import other_form
from wonmun.comparing.kindred import PLACES
from wonmun.comparing.lines import is_line, is_sentence
from wonmun.language.load import language
from wonmun.language.particles import is_particle, stem
from wonmun.later import later
from wonmun.looks import corrected, glued, likeness, misfits, ordinary, plain_words, running, unheard, unrelated, worded
from wonmun.phrases.addresses import is_address
from wonmun.signals.senses import affinity

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.comparing.edit import Edit
    from wonmun.model import Weight

_LONGEST, _LONGEST_TERM = 25, 12
"""Letters of what stands once, and of what that took the place of."""
_MANY = 3
"""A page with more edits than this was edited; a single one of them says nothing."""
_SHORTEST, _SHORTEST_SPAM = 4, 3
"""Letters of a phrase that nothing else speaks against, and of one with a word of spam."""
_TERM = 2
"""Letters that a term has at least."""
_GOES, _CLEARLY = 0.22, 0.4
"""Likeness of meaning from which on a word goes with the one that it stands before, and does for certain."""
_SAME, _SAME_LAST = 0.35, 0.5
"""Likeness from which on a word was put for another by somebody who read the text; of several words the last one's."""
_FAR = 0.2
"""Nearness to its page's nouns below which a word is about something else."""
_LETTERS = later(r"[^\W_]+")
_NEXT = later(r" ?([가-힣A-Za-z]{2,})")
_OPENING = later(r"(?:\A|\n|[.,!?…”\"’')\]] ?|[▲△■] ?)\Z")
"""What stands before the first word of a clause."""
_JAMMED = later(r"[\d“‘\"'▲△▶◆■●○□【<《(]")
"""What no editor lets follow the first word of a clause without a blank."""
_SURNAME = later(r"(?:\A|[^가-힣])[가-힣]\Z")
_MODIFIER = later(r"[가-힣\d]{1,4}(?:용|형|식|급|산|세대|가칭)")
"""What is said of the noun behind it, and is no noun by itself."""
_HANGUL = later(r"[가-힣]")
_PERSON = later(r"[가-힣]{3}")


def survives(there: str, page: str) -> bool:
    """Say whether the term that was written over stands elsewhere in the page: editors rename one throughout.

    >>> survives("재판부는", "재판부가 물었다"), survives("재판부는", "법원이 물었다")
    (True, False)
    """
    term = stem(there)
    return len(term) >= _TERM and term in page


@dataclass(frozen=True)
class Solitary:
    """One difference that does not repeat, and what is known of it beyond its place."""

    edit: Edit
    page: str
    genuine: str
    lang: str
    weight: Weight
    others: int
    """How many other differences somebody made."""
    spam: bool
    elsewhere: Callable[[str], int]
    """In how many other genuine pages a phrase stands."""

    @cached_property
    def text(self) -> str:
        """What the page has."""
        return self.page[self.edit.start : self.edit.end]

    @cached_property
    def there(self) -> str:
        """What the copy has."""
        return self.genuine[self.edit.genuine_start : self.edit.genuine_end]

    def doubtful(self) -> bool | None:
        """Tell an injection (False), one that may be none (True), and an edit (None)."""
        if self._editorial():
            return None
        spam = self.spam and len(self.text) >= _SHORTEST_SPAM
        odd = self._jammed or glued(self.page, self.edit) or misfits(self.text, self.page, self.edit.end)
        if self.weight == "seen":
            return True if spam or (odd and not self.others and len(self._words) > 1) else None
        if spam or (is_address(self.text) and not is_address(self.there)):
            return False
        if other_form(self.edit, self.page, self.genuine) or self._goes():
            return None
        return self.others > _MANY if odd else self._fitting()

    @cached_property
    def _words(self) -> list[str]:
        return self.text.split()

    @cached_property
    def _usual(self) -> bool:
        return all(ordinary(word) for word in self._words)

    @cached_property
    def _jammed(self) -> bool:
        """Say whether it opens a clause and runs into what cannot follow: `세무사9일`, `카드깡▲`."""
        return not self.there and self._opens and bool(_JAMMED.match(self.page, self.edit.end))

    @cached_property
    def _opens(self) -> bool:
        return bool(_OPENING.search(self.page[max(0, self.edit.start - 2) : self.edit.start]))

    def _goes(self) -> bool:
        """Say whether the words show why an editor would have done it."""
        if self.there:
            least = _SAME if len(self._words) == 1 else _SAME_LAST
            return self._named() or likeness(self._words[-1], self.there, self.lang) >= least
        if _SURNAME.search(self.page[max(0, self.edit.start - 2) : self.edit.start]):
            return len(self.text) == _TERM
        found = _NEXT.match(self.page, self.edit.end)
        if found is None or len(self._words) > 1:
            return False
        near = likeness(self.text, found[1], self.lang)
        if not glued(self.page, self.edit):
            return near >= _GOES or bool(_MODIFIER.fullmatch(self.text))
        if language(self.lang or "ko").known(self.text + stem(found[1])):
            return True
        return near >= _CLEARLY or sum((near >= _GOES, self._usual, not self._opens)) > 1

    def _named(self) -> bool:
        """Say whether a place or house has another name, and is called one by the same last letter: 윤슬고, 달빛고."""
        behind = _LETTERS.match(self.page, self.edit.end)
        word = behind[0] if behind else ""
        end = shared_end((self.text + word, self.there + word))
        return end[:1] in PLACES and not is_particle(end) and (len(end) == 1 or is_particle(end[1:]))

    def _fitting(self) -> bool | None:
        """Judge what neither words of spam nor the words around speak against."""
        far = self._far()
        if len(self._words) > 1:
            if self.others > 1 or (self._usual and not (far and self.there and not self.others)):
                return None
            return self.others > 0 or running(self.text)
        if self.others or self._usual or self.weight == "own":
            return None
        if self.there and not far and self._names():
            return True
        if len(self.text) >= _SHORTEST or survives(self.there, self.page):
            return False
        return not (self.there and far)

    def _names(self) -> bool:
        """Say whether one name may have been put for another."""
        both = self.text, self.there
        hangul = _HANGUL.match(self.there) and not ordinary(self.there)
        return bool(hangul and all(map(unheard, both))) or all(map(_PERSON.fullmatch, both))

    def _far(self) -> bool:
        """Say whether it has nothing to do with what stood there, or with its page where nothing did."""
        if self.there:
            return unrelated(self.text, self.there, (self.page, self.genuine), self.lang)
        return affinity(self.page, self.text) < _FAR

    def _editorial(self) -> bool:
        """Say whether it is of a kind that editors make, or stands in other pages, too."""
        text, there = self.text, self.there
        if not worded(text) or not plain_words(text) or len(text) > _LONGEST:
            return True
        if there and (not plain_words(there) or len(there) > _LONGEST_TERM or len(there.split()) > 2):
            return True
        usual = is_line(self.page, self.edit) or is_sentence(self.page, self.edit) or corrected(text, there)
        return usual or (running(text) and not self._put()) or self.elsewhere(text) > 0

    def _put(self) -> bool:
        """Say whether it is all that differs, and ends as a term does: editors change words."""
        last = self._words[-1]
        return self.weight == "given" and not self.others and stem(last) == last
