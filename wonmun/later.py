"""Patterns that are compiled when they are first asked: one text needs few of those that all languages have together.

Python compiles a class of Hangul letters in a millisecond, and does so anew at each start.
"""

from __future__ import annotations

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groupindex")


class _Later:
    """Becomes what `re.compile` gives for the same arguments."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags | re.UNICODE

    def __getattr__(self, name: str) -> Any:
        """Compile, and keep what patterns are asked: none of it comes here again."""
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update((each, getattr(compiled, each)) for each in _ASKED)
        return self.__dict__[name]


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when it is first asked; `re.error` is raised then, too.

    >>> later("[가-힣]+").findall("서울 and 부산")
    ['서울', '부산']
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
