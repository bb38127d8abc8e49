"""What hidden words say: whether a text that nobody sees says what search spam does, be it in whole sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.load import language, lexicon
from wonmun.page.tongue import guess_language
from wonmun.phrases.runs import side_by_side

if TYPE_CHECKING:
    from wonmun.language.base import Language

RUNS = 2
"""Different searches, two different words of spam in them, that leave no doubt."""
_LATIN = re.compile("[A-Za-z]")
_OF_LATIN = ("en", "id")
_REST = re.compile(r"\w+")


def tongue_of(text: str, speech: Language) -> Language:
    """Give the language that a hidden text is written in: foreign spam is hidden in pages of any language.

    Of a few words in Latin letters, which tell little, the one whose words of spam they are.
    """
    code = guess_language(text, "" if speech.code == "ko" else speech.code)
    if not code and speech.code not in _OF_LATIN and _LATIN.search(text):
        code = max(_OF_LATIN, key=lambda each: len(lexicon(each).any_pattern.findall(text)))
    return language(code) if code and code != speech.code else speech


def searches(text: str, speech: Language) -> set[str]:
    """Give what people type into a search in a text: words of spam side by side, a strong one among them.

    A Korean word ends there, or a particle follows: 토토 판매 stands in 토토 판매점 수수료, and is no search.
    """
    found = set()
    for spans in side_by_side(text, speech.lexicon):
        start, end = spans[0][0], spans[-1][1]
        strong = len(spans) > 1 and speech.lexicon.strong_pattern.search(text, start, end)
        rest = _REST.match(text, end) if strong else None
        if strong and (rest is None or _ends(text[spans[-1][0] : end], rest.group(), speech)):
            found.add(text[start:end])
    return found


def _ends(word: str, rest: str, speech: Language) -> bool:
    return speech.without_particle(word + rest) == word


def lawless(text: str, speech: Language) -> set[str]:
    """Give the words of a text that no lawful trade has, as searches end in them; none where news reports on such."""
    known = speech.lexicon
    if not known.lawful or known.report_pattern.search(text):
        return set()
    return {found.group() for found in known.lawless_pattern.finditer(text) if _alone(found, text, speech)}


def _alone(found: re.Match[str], text: str, speech: Language) -> bool:
    rest = _REST.match(text, found.end())
    return rest is None or _ends(found.group().rpartition(" ")[2], rest.group(), speech)


def one_search(text: str, speech: Language) -> bool:
    """Tell whether a short text is nothing but a search: two words of spam, or one that no lawful trade has."""
    known = speech.lexicon
    return len(known.any_pattern.findall(text)) > 1 or bool(known.lawful and known.lawless_pattern.search(text))


def says_spam(text: str, speech: Language) -> bool:
    """Tell whether a text leaves no doubt by its words: searches, and no word of those who report on such trades.

    One is enough beside a word that no lawful trade has.
    """
    known = speech.lexicon
    if known.report_pattern.search(text) or not (found := searches(text, speech)):
        return False
    if known.lawful and known.lawless_pattern.search(text):
        return True
    kinds = {word.lower() for search in found for word in known.strong_pattern.findall(search)}
    return len(found) >= RUNS and len(kinds) > 1
