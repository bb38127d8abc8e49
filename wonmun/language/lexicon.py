"""Words of spam in one language, those of texts about it, and the patterns that seek them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from wonmun.language.formation import Formation, started, tree
from wonmun.later import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wonmun.language.finder import Finder

_WHERE = later(r" (?:online|daring|il?legal)$|(?<=[ァ-ヴー一-龥]{2})(?:サイト|アプリ|業者|店|[网網]站|平台|公司)$")


@dataclass(frozen=True)
class Lexicon:
    """Words of spam: `strong` ones hardly stand in an honest text by chance, `weak` ones count beside them.

    `topic` words tell that a text is *about* gambling, loans and the like, `query` words are what people add to a
    search (추천, best, おすすめ), `report` words are those of news on crime and warning, `trade` ones what such news
    calls a whole trade, though people search for the same (online casino, pinjaman online, 임플란트). `ambiguous` words
    are strong ones that mean something else, too, where they stand alone (토토, 슬롯), `alone` those of them that mean
    nothing else but are reported on: spam where a text has no word near them. `lawful` words name trades that news and
    firms write of as of any other, `advertised` ones are what spam glues to those. `literal` ones are strong words that
    mean what they say, too (안전공원), `bare` weak ones that a text says often only where it is about their trade
    (급전, 짝퉁; 게임 is none), `names` formed ones that a firm may have (골드슬롯), `towns` places and makers that only
    searches write small, `debated` ones trades that anybody speaks of (judi online). `themes`: words of a subject.
    """

    strong: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    query: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    report: frozenset[str] = frozenset()
    trade: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    lawful: frozenset[str] = frozenset()
    advertised: frozenset[str] = frozenset()
    literal: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    debated: frozenset[str] = frozenset()
    formations: tuple[Formation, ...] = ()
    names: tuple[Formation, ...] = ()
    listed: frozenset[str] = frozenset()
    formed: frozenset[str] = frozenset()
    """The strong words that no formation makes, and the others; those are too many to be sought in whole texts."""
    themes: tuple[frozenset[str], ...] = ()
    near: tuple[frozenset[str], ...] = ()
    """As themes, with many words of daily life: a text without any of them does not speak of the trade at all."""
    guards: tuple[tuple[str, str], ...] = ()
    """Letters that must not follow a word: 포커 is none in 포커스."""
    touching: bool = False
    """Words of ASCII letters may have letters of other scripts, and digits, beside them: `casino에게`."""

    @classmethod
    def of(cls, groups: Mapping[str, Iterable[str]], *, touching: bool = False) -> Lexicon:
        """Build one from the groups of a data file."""
        names = (
            *("strong", "weak", "query", "topic", "report", "trade"),
            *("ambiguous", "alone", "lawful", "advertised", "literal", "towns", "bare", "debated"),
        )
        entries = {name: [w.partition("!") for w in groups.get(name, ())] for name in names}
        guards = tuple((word, letters) for found in entries.values() for word, _, letters in found if letters)
        words = {name: frozenset(w[0] for w in found) for name, found in entries.items()}
        themes, near = (
            tuple(frozenset(w.partition("!")[0] for w in ws) for name, ws in groups.items() if name.startswith(kind))
            for kind in ("about ", "near ")
        )
        formations, named = (tuple(map(Formation.of, groups.get(name, ()))) for name in ("formed", "names"))
        listed, formed = words["strong"], frozenset[str]().union(*(formation.words() for formation in formations))
        words["strong"] = listed | formed
        return cls(
            **words,
            themes=themes,
            near=near,
            formations=formations,
            names=named,
            guards=guards,
            listed=listed,
            formed=formed,
            touching=touching,
        )

    @cached_property
    def any_pattern(self) -> Finder:
        """Matches a strong, weak or query word."""
        return self._alternatives(self.listed | self.weak | self.query)

    @cached_property
    def strong_pattern(self) -> Finder:
        """Matches a strong word."""
        return self._alternatives(self.listed)

    @cached_property
    def topic_pattern(self) -> Finder:
        """Matches a topic word or a strong one."""
        return self._alternatives(self.topic | self.listed)

    @cached_property
    def report_pattern(self) -> Finder:
        """Matches a word of news on crime."""
        return self._alternatives(self.report)

    @cached_property
    def spam_pattern(self) -> Finder:
        """Matches a strong word or one of a trade."""
        return self._alternatives(self.listed | self.trade)

    @cached_property
    def lawful_pattern(self) -> Finder:
        """Matches a word of a trade that honest texts write of."""
        return self._alternatives(self.lawful)

    @cached_property
    def lawless_pattern(self) -> Finder:
        """Matches a strong word that is no such trade's: 온카 in 온카지노, where 카지노 is one."""
        return self._alternatives(self.listed - self.lawful, formed=True)

    @cached_property
    def advertised_pattern(self) -> Finder:
        """Matches what such a word has beside it in spam; most are none that searches end in (`query`)."""
        return self._alternatives(self.advertised)

    def themes_of(self, phrase: str) -> tuple[int, ...]:
        """Which themes a phrase has words of."""
        return tuple(k for k, pattern in enumerate(self.theme_patterns) if pattern.regex.search(phrase))

    def kin(self, phrase: str, text: str) -> set[str]:
        """The words of a text that are of the themes of a phrase."""
        return {word for k in self.themes_of(phrase) for word in self.theme_patterns[k].findall(text)}

    def kindred(self, phrase: str, text: str) -> set[str] | None:
        """The words of a text that are `near` what the phrase has words of; None where that is nothing known."""
        mine = [pattern for pattern in self.near_patterns if pattern.search(phrase)]
        return {word.lower() for pattern in mine for word in pattern.findall(text)} if mine else None

    def searched(self, phrase: str) -> bool:
        """Whether it is a strong word with others of these and nothing else, and no name that reports call a trade.

        Nobody but who searches says so: `situs togel`, ソフト闇金. Of words that mean something else, too, reports make
        names as well: `judi slot`, and without blanks 直播赌博.
        """
        low, words = phrase.lower(), phrase.isascii()
        strong = set(self.strong_pattern.findall(low))
        plain = strong <= self.ambiguous and not self.query.intersection(self.any_pattern.findall(low))
        if self.names_trade(low) or not strong or set(low.split(" ")) <= self.ambiguous or (plain and not words):
            return False
        units: Sequence[str] = low.split(" ") if words else low.replace(" ", "")
        known, glue = self._searches, " " if words else ""
        reached = [True] + [False] * len(units)
        for end in range(1, len(units) + 1):
            for begin in range(end):
                piece = glue.join(units[begin:end])
                part = end - begin < len(units) and (piece in known or piece.isdigit())
                reached[end] = reached[end] or (reached[begin] and part)
        return reached[-1]

    def one_word(self, phrase: str) -> bool:
        """Whether a word that spam lives on opens it, though it may look like another one with a particle: 바둑이."""
        first = phrase.partition(" ")[0]
        return first in self.weak or first in self.strong

    def names_trade(self, phrase: str) -> bool:
        """Whether it is what reports call a trade, or where that goes on: `judi bola online`."""
        low = phrase.lower()
        return low in self.trade or _WHERE.sub("", low) in self.trade

    def same_theme(self, phrase: str, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that are about what the phrase is about; all of them where no theme is known of it."""
        mine = [pattern.regex for pattern in self.theme_patterns if pattern.regex.search(phrase)]
        return frozenset(w for w in words if not mine or any(pattern.search(w) for pattern in mine))

    @cached_property
    def _searches(self) -> frozenset[str]:
        """The words that searches for spam are made of."""
        return self.strong | self.weak | self.query

    @cached_property
    def traded(self) -> frozenset[str]:
        """The words that speak of trades: none of daily life, as many of `near` and `report` are."""
        return self.strong | self.trade | self.topic

    @cached_property
    def theme_patterns(self) -> tuple[Finder, ...]:
        """Each matches the words of one theme."""
        return tuple(self._alternatives(theme) for theme in self.themes)

    @cached_property
    def near_patterns(self) -> tuple[Finder, ...]:
        """Each matches the words near one trade."""
        return tuple(self._alternatives(near) for near in self.near)

    @cached_property
    def phrase_strong(self) -> Finder:
        """As `strong_pattern`, the formed words too: for phrases, over a whole text that takes too long."""
        return self._alternatives(self.listed, formed=True)

    @cached_property
    def phrase_any(self) -> Finder:
        """As `any_pattern`, for phrases."""
        return self._alternatives(self.listed | self.weak | self.query, formed=True)

    @cached_property
    def phrase_spam(self) -> Finder:
        """As `spam_pattern`, for phrases."""
        return self._alternatives(self.listed | self.trade, formed=True)

    @cached_property
    def literal_pattern(self) -> Finder:
        """Matches a strong word that means what it says, too."""
        return self._alternatives(self.literal)

    @cached_property
    def name_pattern(self) -> re.Pattern[str]:
        """Matches a formed word that a firm might be called."""
        return re.compile("|".join(formation.pattern() for formation in self.names) or r"(?!)")

    @cached_property
    def phrase_formed(self) -> Finder:
        """Matches a formed word, though it begins with a listed one: `토토 솔루션`."""
        return self._alternatives((), formed=True)

    def _alternatives(self, words: Iterable[str], *, formed: bool = False) -> Finder:
        """Longest first, formed words after the listed; words of ASCII letters match as whole words, in any case."""
        from wonmun.language.finder import Finder  # noqa: PLC0415 - the monitor's own process does without numpy

        listed = sorted(words, key=lambda w: (-len(w), w))
        guards = {word: f"(?![{letters}])" for word, letters in self.guards}
        latin = tree([(w, "") for w in listed if w.isascii()])
        other = tree([(w, guards.get(w, "")) for w in listed if not w.isascii()])
        before, behind = ("(?<![A-Za-z])", "(?![A-Za-z])") if self.touching else (r"\b", r"\b")
        looked = started([w for w in listed if not w.isascii()])
        parts = ([f"{before}(?:{latin}){behind}"] if latin else []) + ([f"{looked}(?:{other})"] if other else [])
        patterns, begun = self._making if formed else ([], frozenset[str]())
        regex = later("|".join([*parts, *patterns]) or r"(?!)", re.IGNORECASE if latin else 0)
        return Finder(regex, begun.union(listed))

    @cached_property
    def _making(self) -> tuple[list[str], frozenset[str]]:
        """The patterns of formed words, and what these begin with."""
        begun = (formation.begun() for formation in self.formations)
        return [formation.pattern() for formation in self.formations], frozenset[str]().union(*begun)
