"""The injected copies that restoring is fitted on, what each is given as memory, and what is measured of them."""

from __future__ import annotations

import json
import random
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from tools import phrases
from tools.spoil import Spoiled, chance, spoil, title_of, words_of
from wonmun.model import Article, Place
from wonmun.originals import Originals
from wonmun.page.plain import plain_page
from wonmun.strategies.attested.habits import read_habits
from wonmun.strategies.places.corpus import RELATED
from wonmun.strategies.places.slots import MARK, group, marked
from wonmun.strategies.weighed.facts import read, survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from tools.habits import Counts
    from wonmun.strategies.places.slots import Group
    from wonmun.strategies.weighed.facts import Facts
    from wonmun.strategies.weighed.ranker import Ranker

ONCE = ("whole", "whole", "whole", "partial", "double", "pair", "single", "lead", "middle")
"""Ways in which an ordinary article is spoiled."""
EVENT = (*ONCE, "whole", "whole", "partial", "double", "pair")
"""The same for an article on whose event others are known: there are fewer of them."""
MEMORIES = ("all", "all", "80", "none")
"""What an ordinary copy is given, by turns: all other articles, some of them, nothing."""
EVENT_MEMORIES = ("all", "event", "none", "all", "rest", "event")
"""The same where other papers cover the event: all, only those, all but those. One of the papers may be missing."""
KINDS = ("single", "pair", "middle", "single", "pair", "partial", "single", "pair", "lead", "single", "pair", "whole")
"""Ways that insertions and substitutions are told apart on: with few places it is hardest."""
PHRASES = 800
TRIES = 6
"""Times that an article is injected to get a copy with other terms replaced than in those before."""
MISSING = 0.25
"""Share of copies for which one paper on the event, of three and more, is not known."""
RARE = 0.05
"""A copy counts at least so much, however seldom its terms are the ones that are replaced; the mean is some .3."""
REWRITTEN = 0.7
"""Share of copies whose title is rewritten like the text; half of the others have none."""


@dataclass(frozen=True, slots=True)
class Copied:
    """One injected copy."""

    article: str
    event: str
    family: str
    memory: str
    group: Group
    truth: tuple[str, ...]

    @property
    def inserted(self) -> bool:
        """Whether the phrase was put in between words."""
        return not any(self.truth)

    @property
    def chance(self) -> float:
        """How often the terms behind the phrase are those that are drawn of this article first."""
        text = self.group.text
        for original in self.truth:
            text = text.replace(MARK, original, 1)
        return max(RARE, chance(text, self.group.phrase, tuple(dict.fromkeys(self.truth))))


@dataclass(frozen=True, slots=True)
class Known:
    """Genuine articles, and which event each is on where several are on one."""

    articles: tuple[Article, ...]
    events: dict[str, str]

    def event(self, article: Article) -> str:
        """Name what folds keep together: the event, or the article itself."""
        return self.events.get(article.id, article.id)


def read_known(paths: Iterable[Path]) -> Known:
    """Read the articles."""
    lines = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    events = {a["id"]: f"event {a['cluster']}" for a in lines if "cluster" in a}
    return Known(tuple(Article(a["id"], a["text"], a.get("title", "")) for a in lines), events)


def copies(
    known: Known, rng: random.Random, ways: tuple[Sequence[str], Sequence[str]] = (ONCE, EVENT)
) -> Iterator[Copied]:
    """Inject every article in several ways, by phrases that are made up; `ways` of an ordinary one, and on an event."""
    pool = phrases.many(rng, words_of([a.text for a in known.articles], 4), PHRASES)
    for number, article in enumerate(known.articles):
        shared = article.id in known.events
        memories = EVENT_MEMORIES if shared else MEMORIES
        seen: set[tuple[str, frozenset[str]]] = set()
        for turn, family in enumerate(ways[shared]):
            done = _another(article.text, pool, family, (rng, seen))
            if done is None:
                continue
            chance = rng.random()
            title = title_of(article.title, done) if chance < REWRITTEN else article.title
            title = title if chance < (1 + REWRITTEN) / 2 else ""
            placed, truth = gathered(done.text, title, done.phrase, done.spans), tuple(o for _, _, o in done.spans)
            yield Copied(
                article.id, known.event(article), family, memories[(number + turn) % len(memories)], placed, truth
            )


def _another(
    text: str, pool: Sequence[str], family: str, given: tuple[random.Random, set[tuple[str, frozenset[str]]]]
) -> Spoiled | None:
    """Inject a text so that other terms are replaced than before, of insertions any; None where there are no others."""
    rng, seen = given
    for _ in range(TRIES):
        done = spoil(text, rng.choice(pool), family, rng)
        if done is None or not done.spans:
            continue
        behind = (family, frozenset(original for _, _, original in done.spans))
        if behind not in seen or not any(behind[1]):
            seen.add(behind)
            return done
    return None


def gathered(text: str, title: str, phrase: str, spans: Sequence[tuple[int, int, str]]) -> Group:
    """Gather the places of one copy, blanks at their ends left out."""
    places = []
    for start, end, _ in spans:
        blanks = len(text[start:end]) - len(text[start:end].lstrip())
        places.append(Place(start + blanks, end, "substitution", phrase))
    page = plain_page(text, title=title)
    return group(page, places, marked(page, places))


class Surveyor:
    """Measures what costs little of a copy, against the memory that it is given and counts without its article."""

    def __init__(self, known: Known, counted: Counts) -> None:
        self.known, self.memory = known, Originals(known.articles)
        self.texts = {a.id: a.text for a in known.articles if a.id not in known.events}
        self.habits = lru_cache(maxsize=1)(
            lambda own: read_habits(counted.lines([self.texts[own]] if own in self.texts else []))
        )

    def __call__(self, copy: Copied) -> Facts | None:
        """Give its facts; None where there is no candidate."""
        own = copy.article if copy.article in self.texts else ""
        return survey(copy.group, self._related(copy), self.habits(own))

    def _related(self, copy: Copied) -> list[Article]:
        """Draw the memory of a copy, the nearest articles first."""
        if copy.memory == "none":
            return []
        rng = random.Random(f"{copy.article} {copy.group.phrase}")
        others = [a for a in self.known.articles if a.id != copy.article]
        same = [a for a in others if copy.article in self.known.events and self.known.event(a) == copy.event]
        if len(same) > 2 and rng.random() < MISSING:
            same.remove(rng.choice(same))
        rest = [a for a in others if self.known.event(a) != copy.event]
        some = {"all": same + rest, "event": same, "rest": rest}.get(copy.memory)
        allowed = {a.id for a in (rng.sample(rest, 80) if some is None else some)}
        page = plain_page(copy.group.rest)
        near = self.memory.related(page, [copy.group.phrase], len(others) + 1)
        return [a for a in near if a.id in allowed][:RELATED]


_surveyor: list[Surveyor] = []


def _survey(copy: Copied) -> Facts | None:
    return _surveyor[0](copy)


def survey_all(made: Sequence[Copied], known: Known, counted: Counts) -> list[tuple[Copied, Facts]]:
    """Survey all copies in two processes; those without a candidate are left out."""
    _surveyor[:] = [Surveyor(known, counted)]
    with ProcessPoolExecutor(2, get_context("fork")) as pool:
        found = list(pool.map(_survey, made, chunksize=20))
    return [(copy, facts) for copy, facts in zip(made, found, strict=True) if facts is not None]


def described(made: Sequence[Any]) -> str:
    """Say how many copies of how many articles and events these are."""
    return f"{len(made)} injected copies of {len({c.event for c in made})} published articles and events"


def _read(asked: tuple[Facts, Ranker]) -> Facts:
    return read(*asked)


def read_all(asked: Sequence[tuple[Facts, Ranker]]) -> list[Facts]:
    """Read the candidates of all copies in two processes, each copy's chosen by the sieve beside it."""
    with ProcessPoolExecutor(2, get_context("fork")) as pool:
        return list(pool.map(_read, asked, chunksize=20))
