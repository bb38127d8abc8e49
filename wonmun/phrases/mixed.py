"""Parts of an article in another script than the rest: English paragraphs of a Korean page, Korean ones of an English.

Each is read in its own language. Only whole lines count, and only where they are enough for an article's excerpt:
names, quotations and titles stay with the text around them.
"""

from __future__ import annotations

from string import ascii_letters
from typing import TYPE_CHECKING

from wonmun.language.load import language
from wonmun.page.tongue import guess_language
from wonmun.splice import splice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.language.base import Language

WIDE = frozenset(("ko", "ja", "zh"))
"""Languages that other letters than Latin ones are written in, of those with lists of their own."""
READ = WIDE | {"en", "id"}
LEAST = {True: 120, False: 300}
"""Letters that a part must have, of wide ones and of Latin ones."""
_LINE = {True: 25, False: 60}
"""Characters of a line that tell its language."""
_OTHERS = bytes(n for n in range(256) if chr(n) not in ascii_letters)


def parts(text: str, speech: Language) -> Iterator[tuple[str, Language]]:
    """Yield the text as it is to be read in each language, offsets unchanged: other parts are line breaks there."""
    found = _other_lines(text, speech.code) if _may_be_mixed(text, speech.code) else {}
    if not found:
        yield text, speech
        return
    taken = sorted(line for lines in found.values() for line in lines)
    yield splice(text, ((a, b, "\n" * (b - a)) for a, b in taken)), speech
    for code, lines in found.items():
        yield _only(text, lines), language(code)


def _may_be_mixed(text: str, code: str) -> bool:
    """Whether there are enough letters of the other kind at all; a look that costs next to nothing."""
    if code in WIDE:
        return len(text.encode("ascii", "ignore").translate(None, _OTHERS)) >= LEAST[False]
    return len(text) - len(text.encode("latin-1", "ignore")) >= LEAST[True]


def _other_lines(text: str, code: str) -> dict[str, list[tuple[int, int]]]:
    """The lines in each language of the other kind, as spans, where they are enough."""
    wide = code not in WIDE  # what is sought
    found: dict[str, list[tuple[int, int]]] = {}
    start = 0
    for line in text.split("\n"):
        if len(line) >= _LINE[wide]:
            spoken = guess_language(line)
            if spoken in READ and (spoken in WIDE) == wide:
                found.setdefault(spoken, []).append((start, start + len(line)))
        start += len(line) + 1
    return {spoken: lines for spoken, lines in found.items() if sum(b - a for a, b in lines) >= LEAST[wide]}


def _only(text: str, lines: list[tuple[int, int]]) -> str:
    pieces, last = [], 0
    for start, end in lines:
        pieces += ["\n" * (start - last), text[start:end]]
        last = end
    return "".join(pieces)
