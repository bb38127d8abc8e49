"""Front pages of mirrors: another search for spam in each of several headlines, which are about different things.

Each stands once, so that nothing comes back; that headlines with nothing else of such trades hold searches of several
kinds is evidence by itself. An honest page's headlines speak of crime, or of the trade, where they name one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wonmun.phrases.runs import side_by_side
from wonmun.rules.headed import ENDED, TOLD
from wonmun.rules.ruled import Ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wonmun.language.lexicon import Lexicon
    from wonmun.model import Span
    from wonmun.phrases.article import Article

LEAST = 3
"""Different searches, and different strong words in them, from which on they were put there. Of 5,589 headlines of
newspapers none holds such a search."""
BESIDE = 2
"""Words a headline has beside the search."""
AMONG = 3
"""Headlines with a strong word for each search at most: where they are more, the page is about the trade."""
NEWS = 4
"""Searches at least for each headline that names a strong word and is about crime or such trades."""
_ABOVE = 0.5
"""Logits above the limit of injected pages."""


class _Line(NamedTuple):
    """A headline parted by a run of spam words."""

    before: str
    phrase: str
    behind: str
    strong: frozenset[str]
    """The strong words of the run."""
    searched: bool
    """Whether the run has what people add to a search, too, or a word that means nothing but such a trade."""
    told: bool
    """Whether the rest is about crime or such trades."""


def look(front: Article) -> Iterator[Ruled]:
    """Yield the searches of a Korean front page's headlines (`phrases.headlines`) where they are several."""
    if front.language.code != "ko":
        return
    lexicon = front.language.lexicon
    lines = dict.fromkeys(front.folded.text[start:end] for start, end in front.stretches)
    named = [parted for line in lines if (parted := _parted(line, lexicon))]
    searches = [line for line in named if line.searched and not line.told]
    shown = "\n".join(lines)
    crimes = set(lexicon.report_pattern.findall(shown))
    if not _several(searches) or _listed(searches) or _about(named, searches) or TOLD * len(crimes) > len(lines):
        return
    phrases = dict.fromkeys(line.phrase for line in searches)
    why = f"{len(phrases)} headlines about other things hold a search for spam each"
    for phrase in phrases:
        yield Ruled(phrase, shown.count(phrase), "substitution", "scattered", why, sure=True, above=_ABOVE, once=True)


def _several(searches: Sequence[_Line]) -> bool:
    """Whether there are so many, of several kinds."""
    strong = frozenset[str]().union(*(line.strong for line in searches))
    return min(len({line.phrase for line in searches}), len(strong)) >= LEAST


def _about(named: Sequence[_Line], searches: Sequence[_Line]) -> bool:
    """Whether the headlines that name such words are about their trade, or about its crimes."""
    return len(searches) < max(len(named) / AMONG, NEWS * sum(line.told for line in named))


def _parted(line: str, lexicon: Lexicon) -> _Line | None:
    """Part a headline at the run with a strong word in it that has most words; None without one."""
    runs = [spans for spans in side_by_side(line, lexicon) if lexicon.strong.intersection(_words(line, spans))]
    if not runs:
        return None
    spans = max(runs, key=lambda spans: len(_words(line, spans)))
    start, end, words = spans[0][0], spans[-1][1], _words(line, spans)
    before, phrase, behind = line[:start], line[start:end], line[end:]
    asked = (words & lexicon.query and not lexicon.names_trade(phrase)) or words & _plain(lexicon)
    searched = bool(asked) and len(before.split()) + len(behind.split()) >= BESIDE
    told = _told(f"{before}\n{behind}", lexicon)
    return _Line(before, phrase, behind, words & lexicon.strong, searched, told)


def _plain(lexicon: Lexicon) -> frozenset[str]:
    """The strong words that no honest text has by chance."""
    return lexicon.listed - lexicon.ambiguous - lexicon.lawful - lexicon.literal


def _words(line: str, spans: Sequence[Span]) -> frozenset[str]:
    return frozenset(line[start:end] for start, end in spans)


def _listed(searches: Sequence[_Line]) -> bool:
    """Whether nearly all stand at the same end of their lines."""
    begins = sum(not line.before.strip() for line in searches)
    ends = sum(not line.behind.strip() for line in searches)
    return max(begins, ends) > ENDED * len(searches)


def _told(text: str, lexicon: Lexicon) -> bool:
    """Whether a headline is about crime, or its rest about such trades."""
    return bool(lexicon.report_pattern.search(text) or set(lexicon.topic_pattern.findall(text)) - lexicon.strong)
