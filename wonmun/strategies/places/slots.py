"""What a strategy sees: the places of one phrase, the words around each, and the page without the phrase."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from wonmun.language.particles import demand, final_sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wonmun.language.particles import Sound
    from wonmun.model import Page, Place

MARK = "\x01"
"""Stands for an injected phrase in the texts below."""
_WIDE = 60
_BESIDE = 8
"""Letters on either side by which two places stand between the same words."""
_HANGUL = re.compile("[가-힣]")
_LEAST_HANGUL = 5
_SPACE = re.compile(r"\s+")
_HEADS = frozenset(
    f"{where}{what}"
    for where in ("", "og:", "twitter:", "ld:")
    for what in ("title", "headline", "name", "description", "keywords")
) | {"news_keywords", "article:tag", "ld:articleBody"}
_ADDRESSES = frozenset({"canonical", "og:url", "ld:url"})
_SLUG = re.compile("[가-힣][가-힣0-9]*")
_TAG = "#"
_SOUNDS: tuple[Sound, ...] = ("vowel", "consonant", "rieul")
_QUOTED = re.compile(r"[’”'\"》〉」』](?=(?:[은는이가을를과와]|으?로)(?![가-힣]))")


@dataclass(frozen=True, slots=True)
class Slot:
    """One place to be filled. `left` and `right` stand beside it, white space folded, up to another place."""

    place: Place
    left: str
    right: str
    at: int
    """Offset of its mark in `Group.text`."""

    @property
    def demand(self) -> frozenset[Sound] | None:
        """Which last sounds the particle after it asks for, behind a closing quotation mark, too (‘콩콩이’는).

        Of what is quoted 라고 asks for nothing: it follows whole sentences.
        """
        quoted = _QUOTED.match(self.right)
        return demand(self.right[1:8] if quoted else self.right[:8])


@dataclass(frozen=True)
class Marked:
    """The article, white space folded, a mark for every injected place: one for all phrases of a page."""

    text: str
    offsets: dict[tuple[int, int], int]
    """Where the mark of each place (start, end, blanks at its ends left out) is."""

    @cached_property
    def rest(self) -> str:
        """The article without what was injected."""
        return self.text.replace(MARK, "\n")


@dataclass(frozen=True)
class Group:
    """All places to be filled that one phrase was put in, and the page around them."""

    phrase: str
    slots: tuple[Slot, ...]
    marked: Marked
    heads: tuple[str, ...]
    """Title, description and what else the page says of itself, where the phrase is not in it."""
    titles: tuple[str, ...] = ()
    """Those of them that are of this article: not what surrounds it."""
    shown: tuple[str, ...] = ()
    """What the head has at other places of the phrase, each word once."""

    @property
    def text(self) -> str:
        """The article, white space folded, a mark for every injected phrase."""
        return self.marked.text

    @property
    def rest(self) -> str:
        """The article without the phrase."""
        return self.marked.rest

    @property
    def once(self) -> Group:
        """The same without the places of a description between whose words a place of the article stands, too.

        What is said in the same words says nothing twice: two places were taken for three.
        """
        inside = [s for s in self.slots if s.at >= 0]
        kept = tuple(s for s in self.slots if s.at >= 0 or not any(_same(s, other) for other in inside))
        return replace(self, slots=kept)

    @cached_property
    def korean(self) -> bool:
        """Whether the article is written in Hangul: only then do particles and Kiwi say anything."""
        return len(list(islice(_HANGUL.finditer(self.rest), _LEAST_HANGUL))) == _LEAST_HANGUL

    @cached_property
    def particles(self) -> tuple[Sound, ...]:
        """Last sounds that no particle of the places speaks against."""
        return tuple(s for s in _SOUNDS if all(d is None or s in d for d in (slot.demand for slot in self.slots)))

    def misfits(self, value: str) -> int:
        """Count the places whose particle does not fit a value."""
        sound = final_sound(value)
        return sum(d is not None and sound is not None and sound not in d for d in (s.demand for s in self.slots))


def marked(page: Page, taken: Iterable[Place]) -> Marked:
    """Put a mark in the article for each of all injected places."""
    return Marked(*_article(page, sorted({_bare(page.text, p) for p in taken})))


def group(page: Page, places: Sequence[Place], article: Marked, shown: Iterable[str] = ()) -> Group:
    """Gather the places of one phrase; the article is marked at all injected places, these among them.

    `shown`: what the head has at places of the phrase that are not asked about.
    """
    text = article.text
    slots = []
    for place in places:
        at = article.offsets.get(_bare(page.text, place))
        if at is None:
            left, right = _around(page, place)
            slots.append(Slot(place, left, right, -1))
            continue
        left = text[max(0, at - _WIDE) : at].rsplit(MARK, 1)[-1]
        right = text[at + 1 : at + 1 + _WIDE].split(MARK, 1)[0]
        slots.append(Slot(place, left, right, at))
    phrase = places[0].phrase
    titles = _titles(page, phrase)
    heads = tuple(dict.fromkeys((*titles, *_around_it(page, phrase))))
    return Group(phrase, tuple(slots), article, heads, titles, tuple(dict.fromkeys(shown)))


def _same(slot: Slot, other: Slot) -> bool:
    """Say whether two places stand between the same letters, as far as a description goes on."""
    right = slot.right[:_BESIDE].rstrip()
    return bool(right) and other.right.startswith(right) and slot.left[-_BESIDE:] == other.left[-_BESIDE:]


def _bare(text: str, place: Place) -> tuple[int, int]:
    """Give the span of a place without the blanks at its ends, which the place of an insertion may hold."""
    found = text[place.start : place.end]
    return place.start + len(found) - len(found.lstrip()), place.end - len(found) + len(found.rstrip())


def _article(page: Page, spans: Sequence[tuple[int, int]]) -> tuple[str, dict[tuple[int, int], int]]:
    """Give the article's text with marks, white space folded, and where the mark of each span is in it."""
    parts: list[str] = [" "]
    length = 1
    offsets: dict[tuple[int, int], int] = {}
    for segment in page.segments:
        if segment.role not in {"text", "link"} or not segment.article:
            continue
        last = segment.start
        for number in range(bisect_left(spans, (segment.start, 0)), len(spans)):
            start, end = spans[number]
            if start > segment.end:
                break
            if end <= segment.end:
                piece = _joined(parts, page.text[last:start])
                offsets[start, end] = length + len(piece)
                parts += [piece, MARK]
                length += len(piece) + 1
                last = end
        piece = _joined(parts, page.text[last : segment.end] + " ")
        parts.append(piece)
        length += len(piece)
    return "".join(parts), offsets


def _joined(parts: list[str], text: str) -> str:
    """Fold white space, and the blank at the beginning where one stands before it already."""
    folded = _SPACE.sub(" ", text)
    before = next((p for p in reversed(parts) if p), "")
    return folded[1:] if folded[:1] == " " and before.endswith(" ") else folded


def _around(page: Page, place: Place) -> tuple[str, str]:
    segment = next((s for s in page.segments if s.start <= place.start and place.end <= s.end), None)
    low, high = (segment.start, segment.end) if segment else (0, len(page.text))
    start, end = _bare(page.text, place)
    left = page.text[max(low, start - _WIDE) : start]
    right = page.text[end : min(high, end + _WIDE)]
    phrase = place.phrase
    return _SPACE.sub(" ", left).rsplit(phrase, 1)[-1], _SPACE.sub(" ", right).split(phrase, 1)[0]


def _around_it(page: Page, phrase: str) -> list[str]:
    """Give what the page shows beside the article."""
    return _without(phrase, [page.slice(s) for s in page.segments if s.role == "text" and not s.article])


def _titles(page: Page, phrase: str) -> tuple[str, ...]:
    said = [page.slice(s) for s in page.of("title", "meta")] + [v for k, v in page.head if k in _HEADS]
    around = [page.slice(s) for s in page.segments if s.role in {"text", "link"} and not s.article]
    tags = [s.lstrip(_TAG) for s in around if s.startswith(_TAG)]
    addresses = [page.url or "", *(v for k, v in page.head if k in _ADDRESSES)]
    slugs = [" ".join(_SLUG.findall(unquote(a))) for a in addresses]
    return tuple(dict.fromkeys(_without(phrase, [*said, *tags, *slugs])))


def _without(phrase: str, texts: Iterable[str]) -> list[str]:
    return [_SPACE.sub(" ", t) for t in texts if t and phrase not in t]
