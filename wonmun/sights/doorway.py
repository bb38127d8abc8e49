"""Doorway pages: text strung together for search engines, stuffed with spam phrases, shuffled, or of many articles."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from wonmun.sights import order, strung, subject
from wonmun.sights.cohesion import cohesion, limit
from wonmun.sights.sight import Sight, quote, spam_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.language.base import Language
    from wonmun.model import Page, Segment

STUFFED, FULL = 0.18, 0.28
"""Shares of spam words in the shown text: reports on gambling stay below a sixth."""
LEAST = 8
"""Strong words that there must be."""
KINDS = 3
"""Different ones: an article with one injected phrase is no doorway."""
MANY = 5
"""Keywords from which on a page of filled templates is no table of commands written out."""
ROWS = 5
"""Rows of two strong words or more."""
FEW_ROWS = 3
"""Rows of spam words, a strong one in each, that are enough in a text without sense."""
PROSE = 2
"""Sentences to a paragraph: a digest, or sentences to learn a language from, have one each, for itself."""
FEW_WORDS = 8
"""Words of a paragraph that is text."""
KIN = 0.3
"""Share of keywords that may have one word in common."""
SHUFFLED = 0.4
"""Share of sentences that stand twice or more."""
PUT_IN = 1.0
"""How much more a page's sentences must stand apart where a phrase was found among them: a term that tied them may have
gone."""
_BEGUN = re.compile(r"(?:[.!?] ?|^|\n)$")
_LINE = re.compile(r"[^\n]+")
_QUOTED = re.compile(r"[‘“'\"「『][^’”'\"」』\n]{2,60}[’”'\"」』]")


def look(page: Page, speech: Language, phrase: str = "", suspected: Sequence[str] = ()) -> list[Sight]:
    """Judge all that the page shows outside of links, but for the phrase that is known to have been put there.

    `suspected`: all that may have been. In an article such a one stands where a term stood that tied its sentences.
    """
    shown = _shown(page)
    text = "\n".join(page.slice(s) for s in shown)
    sentences = strung.sentences(text)
    if found := _strung(page, speech, sentences, shown):
        return found
    rest = text.replace(phrase or "\0", "")
    strong = speech.lexicon.strong_pattern.finditer(rest)
    if sum(1 for _ in islice(strong, LEAST)) == LEAST:
        found = _strewn(page, speech, rest, shown) or _stuffed(page, speech, rest, shown)
    return found or _senseless(page, speech, text, sentences, suspected)


def _shown(page: Page) -> list[Segment]:
    return [s for s in page.of("text") if s.article]


def _strewn(page: Page, speech: Language, text: str, shown: list[Segment]) -> list[Sight]:
    """Spam words in rows, nothing between them, all over the text: reports join them with commas and particles."""
    strong = speech.lexicon.strong_pattern
    rows = re.findall(rf"(?<!\w)(?:{strong.pattern})(?: (?:{strong.pattern}))+(?!\w)", text, re.IGNORECASE)
    kinds = {word.lower() for row in set(rows) for word in strong.findall(row)}
    if len(rows) < ROWS or len(kinds) < KINDS:
        return []
    reason = f"rows of words of search spam ('{quote(rows[0])}') are strewn over the text, {len(rows)} of them"
    spans = tuple((s.start, s.end) for s in shown if strong.search(page.slice(s)))
    return [Sight("doorway", spans, quote(text, 60), reason, sure=True)]


def _strung(page: Page, speech: Language, found: Sequence[str], shown: list[Segment]) -> list[Sight]:
    """Sentences in several orders, or templates filled with one keyword after the other; no spam word is needed."""
    keywords = strung.swapped(found, speech)
    if keywords:
        reason = f"the same sentences are written for {len(keywords)} keywords ('{keywords[0]}', '{keywords[1]}' …)"
    elif strung.reordered(found):
        reason = f"{strung.repeated(found):.0%} of the sentences stand there more than once, in another order each time"
    else:
        return []
    where = tuple((s.start, s.end) for s in shown if strung.SENTENCE.search(page.slice(s)))
    return [Sight("doorway", where, quote(found[0], 60), reason, not keywords or _unlike(keywords, speech))]


def _senseless(page: Page, speech: Language, text: str, found: Sequence[str], suspected: Sequence[str]) -> list[Sight]:
    """Words in no order, or sentences that have nothing to do with each other: sure with rows of spam words in it."""
    rows = _rows(text, speech)
    if shuffled := order.shuffled(_without(text, suspected), speech.code):
        sure = order.clear(shuffled, speech.code)
        reason = "its words stand in no order: neighbours go together no better than words picked at random"
    else:
        if len(rows) < FEW_ROWS and _more_blocks(text, len(found) / PROSE):
            return []
        parts = strung.sentences(_without_rows(text, speech, suspected)) if rows else found
        if not _apart(parts, speech, PUT_IN if suspected else 0.0):
            return []
        sure = False
        reason = f"its {len(found)} sentences have hardly a word in common: they seem to come from as many texts"
    if rows:
        reason += f"; rows of words of search spam ('{quote(rows[0])}') stand between them"
    spans = tuple((s.start, s.end) for s in _shown(page) if len(page.slice(s).split()) >= FEW_WORDS)
    return [Sight("doorway", spans, quote(text, 60), reason, sure or len(rows) >= FEW_ROWS)] if spans else []


def _without(text: str, phrases: Sequence[str]) -> str:
    """The text less phrases that may have been put there: they go together with none of their neighbours."""
    for phrase in sorted(phrases, key=len, reverse=True):
        text = text.replace(phrase, "\n")
    return text


def _apart(sentences: Sequence[str], speech: Language, more: float) -> bool:
    """Whether sentences share hardly a word, by so much `more` than is needed, nor speak of one thing."""
    together = cohesion(sentences, speech)
    least = limit(len(sentences)) + more
    return together is not None and together.score >= least and together.score >= least + subject.excuse(sentences)


def _more_blocks(text: str, than: float) -> bool:
    """Whether sentences stand in more than so many lines."""
    blocks = (line for line in _LINE.finditer(text) if strung.SENTENCE.search(text, *line.span()))
    return any(number > than for number, _ in enumerate(blocks, 1))


def _without_rows(text: str, speech: Language, phrases: Sequence[str]) -> str:
    """The text less rows of spam words between its sentences: they come back, and tie no sentences together.

    Within a sentence a row may stand in the place of a term, which did; so may the phrases at its beginning, if a
    particle follows them.
    """
    strong = speech.lexicon.strong_pattern
    told = re.finditer(rf"(?:{'|'.join(map(re.escape, phrases))})(?=\w)", text) if phrases else ()
    starts = {phrase.start() for phrase in told}

    def rest(row: re.Match[str]) -> str:
        between = row.start() not in starts and _BEGUN.search(text, max(0, row.start() - 2), row.start())
        return " " if between and strong.search(row.group()) else row.group()

    return _row(speech).sub(rest, text)


def _rows(text: str, speech: Language) -> list[str]:
    """Rows of two words of spam or more, a strong one among them, nothing between them; `FEW_ROWS` at most."""
    strong = speech.lexicon.strong_pattern
    if not strong.search(text):
        return []
    rows = (row.group() for row in _row(speech).finditer(text))
    return list(islice(filter(strong.search, rows), FEW_ROWS))


def _row(speech: Language) -> re.Pattern[str]:
    word = speech.lexicon.any_pattern.pattern
    return re.compile(rf"(?<!\w)(?:{word})(?: (?:{word}))+(?!\w)", re.IGNORECASE)


def _unlike(keywords: list[str], speech: Language) -> bool:
    """Many keywords with hardly a word in common, or spam: `빈 직사각형`, `채운 직사각형` … are commands explained."""
    words = Counter(w for keyword in keywords for w in set(keyword.split()))
    kin = max(words.values()) > KIN * len(keywords)
    return len(keywords) >= MANY and (not kin or spam_of(" ".join(keywords), speech).strong > 0)


def _stuffed(page: Page, speech: Language, text: str, shown: list[Segment]) -> list[Sight]:
    """Spam words are too much of it. What stands in quotation marks is quoted."""
    text = _QUOTED.sub(" ", text)
    spam = spam_of(text, speech)
    if spam.strong < LEAST or spam.kinds < KINDS:
        return []
    searched = len(re.findall(_searched(speech), text))
    repeated = strung.repeated(strung.sentences(text))
    stuffed = spam.share >= STUFFED and searched >= spam.strong / 3
    full = spam.share >= FULL and searched >= LEAST / 2
    shuffled = repeated >= SHUFFLED and spam.share >= STUFFED / 2
    if not (stuffed or shuffled or full):
        return []
    reason = f"{spam.share:.0%} of the letters stand in words of search spam ({spam.kinds} different ones)"
    if repeated:
        reason += f", and {repeated:.0%} of the sentences stand there more than once"
    spans = tuple((s.start, s.end) for s in shown if spam_of(page.slice(s), speech).strong)
    return [Sight("doorway", spans, quote(text, 60), reason, full or shuffled)]


def _searched(speech: Language) -> re.Pattern[str]:
    """A strong word with a word right behind it that searches end in."""
    lexicon = speech.lexicon
    tails = "|".join(map(re.escape, sorted(lexicon.query, key=lambda w: (-len(w), w)))) or r"(?!)"
    return re.compile(rf"(?:{lexicon.strong_pattern.pattern})\s?(?:{tails})", re.IGNORECASE)
