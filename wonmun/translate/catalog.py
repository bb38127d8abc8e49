"""A catalog of one language: English templates → sentences of that language, with what they are filled with."""

from __future__ import annotations

import re
from functools import cached_property
from string import Formatter
from typing import TYPE_CHECKING

from wonmun.translate.particles import PAIRS, particle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_PARTICLES = re.compile(rf"\(({'|'.join(PAIRS)})\)")
_SHAPES = {"": r".+?", "t": r".+?", "u": r"\S+?", "d": r"\d[\d,]*", "%": r"\d+(?:\.\d+)? ?%"}
"""What a field of a template matches, by what follows its colon: anything, a sentence that is itself translated, an
address, a whole number, a share."""
_SPOKEN = re.compile(r"\{(\w+):t\}")
_LONGEST = 2_000
"""Characters of a sentence that is looked up; what is longer is nobody's template."""


class Catalog:
    """English templates with named fields (`{phrase}`, `{times:d}`, `{share:%}`) → sentences with the same fields.

    A sentence writes particles as `(이/가)`. What a field such as `{why:t}` holds is looked up, too.
    """

    def __init__(self, lang: str, entries: Mapping[str, str]) -> None:
        self.lang = lang
        self.entries = dict(entries)

    def say(self, template: str, /, **fields: object) -> str:
        """Fill a template that the caller knows: in this language, in English where the catalog lacks it.

        >>> Catalog("ko", {"{name} is gone": "{name}(이/가) 사라짐"}).say("{name} is gone", name="카지노")
        '카지노가 사라짐'
        """
        said = self.entries.get(template)
        return _plain(template, fields) if said is None else _filled(said, {k: str(v) for k, v in fields.items()})

    def count(self, number: int, one: str, many: str, /, **fields: object) -> str:
        """Fill the template for one or for many; `{n}` is the number. The catalog holds the one for many only."""
        fields["n"] = f"{number:,}"
        return self.say(many if self.entries or number != 1 else one, **fields)

    def read(self, sentence: str) -> str:
        """Translate a whole English sentence, as evidence, alerts and errors are kept; unknown ones come back.

        >>> Catalog("ko", {"it stands {n:d} times": "{n}번 나옵니다"}).read("it stands 4 times")
        '4번 나옵니다'
        """
        if not self.entries or not sentence or len(sentence) > _LONGEST:
            return sentence
        if (known := self.entries.get(sentence)) is not None:
            return known
        for pattern, said, spoken in self._patterns:
            if found := pattern.fullmatch(sentence):
                values = found.groupdict("")
                return _filled(said, values | {name: self.read(values[name]) for name in spoken})
        return sentence

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str, list[str]]]:
        """Templates with fields as expressions, those that say most by themselves first; and fields that are spoken."""
        found = [(t, said) for t, said in self.entries.items() if fields(t)]
        found.sort(key=lambda pair: -sum(map(len, literals(pair[0]))))
        return [(_expression(template), said, _SPOKEN.findall(template)) for template, said in found]


ENGLISH = Catalog("en", {})
"""Says everything as it is."""


def fields(template: str) -> list[str]:
    """Names of a template's fields, in order.

    >>> fields("{n:d} of “{phrase}”")
    ['n', 'phrase']
    """
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


def literals(template: str) -> list[str]:
    """What stands before, between and after a template's fields."""
    return [text for text, *_ in Formatter().parse(template)]


def _expression(template: str) -> re.Pattern[str]:
    parts = [
        re.escape(text) + (f"(?P<{name}>{_SHAPES[shape or '']})" if name is not None else "")
        for text, name, shape, _ in Formatter().parse(template)
    ]
    return re.compile("".join(parts), re.DOTALL)


def _plain(template: str, values: Mapping[str, object]) -> str:
    return "".join(_pieces(template, values))


def _pieces(template: str, values: Mapping[str, object]) -> Iterator[str]:
    for text, name, _, _ in Formatter().parse(template):
        yield text
        if name is not None:
            yield str(values[name])


def _filled(said: str, values: Mapping[str, str]) -> str:
    """Fill a sentence piece by piece, so that a particle sees what was put before it and nothing in a value is one."""
    done = ""
    for text, name, _, _ in Formatter().parse(said):
        done = _with_particles(done, _PARTICLES.split(text))
        if name is not None:
            done += values.get(name, "")
    return done


def _with_particles(done: str, parts: Iterable[str]) -> str:
    """Add literal text in which every second part is a particle."""
    for number, part in enumerate(parts):
        done += particle(part, done) if number % 2 else part
    return done
