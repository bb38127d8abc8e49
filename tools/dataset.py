"""The documents that the weights are fitted on, and their measured candidates."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from tools import phrases
from tools.honest import at_length, excerpts, rename, short
from tools.spoil import nouns as terms_of
from tools.spoil import spoil, title_of
from wonmun import signals
from wonmun.language.kiwi import kiwi
from wonmun.language.ko import stems
from wonmun.language.senses import senses
from wonmun.page.plain import plain_page
from wonmun.phrases.article import read_article
from wonmun.phrases.candidates import find
from wonmun.phrases.occurrences import Occurrences

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

FAMILIES = (
    "whole",
    "whole",
    "whole",
    "partial",
    "partial",
    "double",
    "lead",
    "middle",
    "middle",
    "pair",
    "pair",
    "single",
    "excerpt",
)

EVERYDAY = 15_000
"""So many of the nouns whose senses are known, the commonest, are searched for."""


@dataclass(frozen=True)
class Document:
    """A text to measure. `spans` is None for an honest one; `group` names the article that it was made from."""

    group: str
    family: str
    text: str
    title: str = ""
    phrase: str = ""
    spans: tuple[tuple[int, int, str], ...] | None = None
    own: frozenset[str] = frozenset()
    lang: str = "ko"


@dataclass
class Measured:
    """A document with its candidates: phrases, counts, rows, labels (1 the phrase, 0 another, -1 overlaps it)."""

    document: Document
    names: list[str] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    rows: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, len(signals.NAMES))))
    labels: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    exact: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))


def read_articles(path: Path) -> list[dict[str, Any]]:
    """Records with at least `id` and `text`, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def counted(article: dict[str, Any]) -> frozenset[str]:
    """Words whose shipped counts include this article; none where the record says that it was not counted."""
    return frozenset(stems(article["text"])) if article.get("counted", True) else frozenset()


def noun_pool(titles: Sequence[str], rng: random.Random) -> list[str]:
    """Nouns of 2–4 letters: out of headlines, by Kiwi, and as many of everyday life, which people search for."""
    from kiwipiepy import Kiwi  # noqa: PLC0415 - loads for a second

    kiwi = Kiwi(num_workers=1)
    picked = rng.sample(list(titles), min(2500, len(titles)))
    tokens = (t for result in kiwi.tokenize(picked) for t in result)
    news = {t.form for t in tokens if t.tag in ("NNG", "NNP") and 2 <= len(t.form) <= 4}
    everyday = [noun for noun in list(senses().place)[:EVERYDAY] if re.fullmatch("[가-힣]{2,4}", noun)]
    return sorted(news.union(rng.sample(everyday, min(len(everyday), len(news)))))


def injected(
    articles: Sequence[dict[str, Any]], pool: Sequence[str], rng: random.Random, rounds: int
) -> Iterator[Document]:
    """Inject each article in several ways."""
    for article in articles:
        if len(article["text"]) < 400:
            continue
        own = counted(article)
        for family in FAMILIES * rounds:
            text = short(article["text"], rng) if rng.random() < 0.6 else article["text"]
            done = spoil(text, rng.choice(pool), family, rng)
            if done is None:
                continue
            title = article.get("title", "")
            chance = rng.random()
            title = title_of(title, done) if chance < 0.7 else title if chance < 0.82 else ""
            if done.family == "excerpt":
                title = title if rng.random() < 0.3 else ""
            yield Document(article["id"], done.family, done.text, title, done.phrase, done.spans, own)


def genuine(articles: Sequence[dict[str, Any]], titles: Sequence[str], rng: random.Random) -> Iterator[Document]:
    """Articles with and without their title, excerpts, headlines."""
    for article in articles:
        text, title, own = article["text"], article.get("title", ""), counted(article)
        yield Document(article["id"], "full", text, title, own=own)
        yield Document(article["id"], "short", short(text, rng), title, own=own)
        if title:
            yield Document(article["id"], "untitled", text, own=own)
        for piece in excerpts(text, rng, 4):
            yield Document(article["id"], "excerpt", piece, own=own)
    for title in rng.sample(list(titles), min(800, len(titles))):
        yield Document(f"t{zlib.crc32(title.encode()) % 997}", "headline", title, own=frozenset(stems(title)))


def named(articles: Sequence[dict[str, Any]], nouns: Sequence[str], rng: random.Random) -> Iterator[Document]:
    """Articles in which a name was replaced by an odd one, as a writer would write it.

    Half of the names are made of the article's own words: most brands say what they are of.
    """
    for article in articles:
        own, near = counted(article), terms_of(article["text"], 2)
        for term in [t for t in terms_of(article["text"])[:12] if not re.search(r"[\d]", t) and is_name(t)][:4]:
            name = phrases.brand(rng, near if rng.random() < 0.5 else nouns)
            text, times = rename(article["text"], term, name)
            if times >= 3 and times >= 0.8 * article["text"].count(term):
                title = rename(article.get("title", ""), term, name)[0]
                yield Document(article["id"], "named", text, title if rng.random() < 0.7 else "", own=own)


def hard(texts: Sequence[str], articles: Sequence[dict[str, Any]], rng: random.Random) -> Iterator[Document]:
    """Honest texts about spam's subjects, whole, in part, and within longer ones; half of them under a headline."""
    for number, text in enumerate(texts):
        sentences = re.split(r"(?<=다\.)\s", text)
        for piece in (text, " ".join(sentences[:3]), " ".join(sentences[-3:])):
            yield Document(f"h{number}", "hard", piece, headline(text) if rng.random() < 0.5 else "")
    for number, text in at_length(texts, [a["text"] for a in articles], rng):
        yield Document(f"h{number}", "hard long", text, headline(texts[number]) if rng.random() < 0.5 else "")


@cache
def is_name(term: str) -> bool:
    """Whether it is read as a name, or in Latin letters: what writers call by an odd name is one of its kind."""
    tokens = kiwi().tokenize(term)
    return tokens[-1].tag in ("NNP", "SL")


def headline(text: str) -> str:
    """The first words of a text without the last one's ending, as headlines are cut."""
    words = text.split(". ", maxsplit=1)[0].split(" ")[:6]
    return re.sub(r"(?:했다|한다|됐다|된다|이다|다|은|는|이|가|을|를)$", "", " ".join(words))


def about_spam(
    texts: Sequence[str], articles: Sequence[dict[str, Any]], rng: random.Random
) -> Iterator[dict[str, Any]]:
    """Honest texts about spam's subjects within longer ones, to inject into: there, too, form gives a phrase away."""
    for turn, (number, text) in enumerate(at_length(texts, [a["text"] for a in articles], rng)):
        if turn % 2:
            yield {"id": f"h{number}", "text": text, "counted": False}


def candidates(document: Document) -> Occurrences | None:
    """Give the candidates of a document; None where it has none."""
    page = plain_page(document.text, title=document.title, lang=document.lang)
    views = list(read_article(page, document.own).views())
    occ = Occurrences(find(views[0])) if views else None
    return occ if occ and occ.batch.size else None


def measure(document: Document) -> tuple[Measured, Occurrences | None]:
    """Candidates of a document, measured by the signals that need no model, and labelled."""
    occ = candidates(document)
    if occ is None:
        return Measured(document), None
    labels, exact = _labels(document, occ)
    times = occ.count.astype(int).tolist()
    return Measured(document, occ.batch.phrases, times, signals.measure(occ), labels, exact), occ


def _labels(document: Document, occ: Occurrences) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    labels = np.zeros(occ.batch.size, np.int64)
    exact = np.zeros(occ.batch.size, np.bool_)
    if document.spans is None:
        return labels, exact
    truth = np.zeros(len(document.text) + 1, np.bool_)
    for start, end, _ in document.spans:
        truth[start:end] = True
    least = 0.4 if len(document.spans) == 1 else 0.75
    for index, phrase in enumerate(occ.batch.phrases):
        mine = np.zeros_like(truth)
        for start in occ.batch.spans(index).tolist():
            mine[start : start + len(phrase)] = True
        common = int((mine & truth).sum())
        if common:
            share = common / int((mine | truth).sum())
            labels[index] = 1 if share >= least else -1
        exact[index] = phrase == document.phrase.strip()
    labels[exact] = 1
    return labels, exact
