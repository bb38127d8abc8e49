"""Another copy of the same article, with another phrase or in the page's own head: the two tell each other apart.

Where this page has its phrase and the other has plain words, those stood there; where the other has a phrase
of its own, it says nothing. Who rewrites the visible text often leaves description and JSON-LD as they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.comparing.align import align
from wonmun.comparing.rescue import beside
from wonmun.looks import misfits, plain_words, spam_words
from wonmun.model import VEIL, Correction
from wonmun.spacing import original_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wonmun.comparing.edit import Edit
    from wonmun.model import Copy, Page, Place, Span

_READ = 0.97
_LONGEST = 14
"""Letters of a term; what is longer is the other's edit."""
_HEADS = frozenset({"description", "og:description", "twitter:description", "ld:description", "ld:articleBody"})
"""What a page says of itself in the words of its article."""
_TITLES = frozenset(f"{where}{what}" for where in ("", "og:", "twitter:", "ld:") for what in ("title", "headline"))
_SHORTEST = 40
"""Letters below which such a text is no copy of anything."""


def corrections(page: Page, places: Mapping[int, Place], siblings: Sequence[Copy]) -> dict[int, Correction]:
    """Give, by number of the place, what other injected copies have there."""
    out: dict[int, Correction] = {}
    text = _body(page) if siblings else ""
    for sibling in siblings:
        for number, value in _read(text, places, sibling.article.text, page.lang).items():
            out.setdefault(
                number, Correction(value, _READ, "copy", f"another copy ({_name(sibling)}) has “{value}” here")
            )
    return out


def own(page: Page, places: Mapping[int, Place]) -> dict[int, Correction]:
    """Do as `corrections` by what the page's head says in the words of its article, none of the phrases in it."""
    phrases = {p.phrase for p in places.values()}
    said = [(name, text) for name, text in page.head if name in _HEADS]
    said += [("description", page.slice(s)) for s in page.of("meta")]
    said = [s for s in dict.fromkeys(said) if len(s[1]) >= _SHORTEST and not any(p in s[1] for p in phrases)]
    out: dict[int, Correction] = {}
    why = "the page's own headline has"
    for number, value in _headlines(page, places).items():
        out[number] = Correction(value, _READ, "survivors", f"{why} “{value}” here")
    if not (places and said):
        return out
    body = _body(page)
    for name, text in sorted(said, key=lambda s: -len(s[1])):
        why = f"the page's own {name.removeprefix('ld:')} has"
        for number, value in _read(body, places, text, page.lang).items():
            if value or places[number].kind == "insertion":
                out.setdefault(number, Correction(value, _READ, "survivors", f"{why} “{value}” here"))
    return out


def _headlines(page: Page, places: Mapping[int, Place]) -> dict[int, str]:
    """Read what the page's other titles have at the places of a title."""
    phrases, titles = {p.phrase for p in places.values()}, page.of("title")
    said = [text for name, text in page.head if name in _TITLES] + [page.slice(s) for s in titles]
    intact = [t for t in dict.fromkeys(said) if not any(p in t for p in phrases)]
    where = {(p.start, p.end): n for n, p in places.items()} if intact else {}
    out: dict[int, str] = {}
    for line in titles if where else ():
        for text in intact:
            for (start, end), _, value in beside(page.slice(line), text, phrases):
                number = where.get((line.start + start, line.start + end))
                if number is not None and value and _usable(value.strip(), page.lang):
                    out.setdefault(number, value)
    return out


def _body(page: Page) -> str:
    """Give the page's text with everything but the article blanked out; offsets stay."""
    parts: list[str] = []
    last = 0
    for s in page.segments:
        if s.article and s.role in {"text", "link"}:
            parts += [" " * (s.start - last), page.slice(s)]
            last = s.end
    return "".join([*parts, " " * (len(page.text) - last)])


def _read(text: str, places: Mapping[int, Place], other: str, lang: str) -> dict[int, str]:
    """Read what one other copy has at the places, its own phrases left out.

    A word with the other's phrase beside it is believed where the same word alone stands at another place: by itself it
    might be the rest of a longer term.
    """
    found = align(text, other)
    there: dict[Span, str] = {}
    for edit in found.edits:
        if edit.exact and _begin_alike(edit, text, other):
            span = (edit.start, edit.end)
            there[span] = original_of((text, other), span, (edit.genuine_start, edit.genuine_end))[1].strip()
    values = {n: there[p.start, p.end] for n, p in places.items() if (p.start, p.end) in there}
    usable = {n: v for n, v in values.items() if _usable(v, lang)}
    doubted = {v for n, v in usable.items() if v and misfits(v, text, places[n].end)}
    kept = {n: v for n, v in usable.items() if v not in doubted}
    plain = {(places[n].phrase, v) for n, v in kept.items() if v}
    beside_veil = {n: v.replace(VEIL, " ").strip() for n, v in values.items() if VEIL in v}
    return kept | {n: v for n, v in beside_veil.items() if (places[n].phrase, v) in plain}


def _begin_alike(edit: Edit, here: str, there: str) -> bool:
    """Say whether a word begins at both sides of an edit or at neither: of 미국 X에서, 한국학연구소에서 is no copy."""
    theirs = there[edit.genuine_start : edit.genuine_end]
    if not theirs.strip():
        return True
    ours = here[edit.start : edit.end]
    begins = [
        not text[at - 1 : at].isalnum()
        for text, at in (
            (here, edit.start + len(ours) - len(ours.lstrip())),
            (there, edit.genuine_start + len(theirs) - len(theirs.lstrip())),
        )
    ]
    return begins[0] == begins[1]


def _usable(value: str, lang: str) -> bool:
    """Say whether a value can be a term: one word, none of spam; a phrase of the other copy's own seldom is."""
    return not value or (
        len(value) <= _LONGEST and " " not in value and plain_words(value) and not spam_words(value, lang)
    )


def _name(copy: Copy) -> str:
    return copy.article.url or copy.article.title or copy.article.id
