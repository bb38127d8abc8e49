"""The texts that the weights of the other languages are fitted on: honest ones, and the same with phrases put in."""

from __future__ import annotations

import json
import random
import re
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from tools import phrases_abroad
from tools.dataset import Document
from tools.left_out import FOLDS
from tools.spoil_abroad import FAMILIES, UNSPACED, spoil, terms
from wonmun.language.load import language
from wonmun.splice import splice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORT = 0.5
"""Share of the injected texts that are short."""
POOL = 1500
"""Phrases for each fold."""
_LONG, _SHORT = (900, 3200), (400, 1600)
"""Characters of a text; the second where a character is more."""
_EXCERPT = (250, 900)
_BRIEF = (350, 1000)
"""Characters of the short texts among those that phrases are put into: teasers, notices, the beginnings of articles."""


def fold_of(group: str) -> int:
    """What is made of one article stays together."""
    return zlib.crc32(group.encode()) % FOLDS


def documents(code: str, path: Path, count: int, rng: random.Random) -> list[Document]:
    """Everything that one language is fitted on; phrases of one fold stand in no other."""
    articles = list(_articles(code, path, count, rng))
    nouns = sorted({t for _, text in articles for t in terms(text, code) if " " not in t})
    pools = [phrases_abroad.many(code, nouns, POOL, random.Random(fold)) for fold in range(FOLDS)]
    found: list[Document] = []
    for group, text in articles:
        title = text.partition("\n")[0][:70] if rng.random() < 0.6 else ""
        found += _injected((group, text, title), pools[fold_of(group)], code, rng)
        found.append(Document(group, "full", text, title, lang=code))
        found += _excerpts(group, text, code, rng)
        found += _named((group, text, title), nouns, code, rng)
        found.append(_quoted(group, text, pools[fold_of(group)], code, rng))
    found += _hard(code, articles, rng)
    for group, text in _hard_longer(code, articles, rng):
        found += _injected((group, text, ""), pools[fold_of(group)], code, rng)
    return found


def whole_pages(code: str, path: Path) -> list[Document]:
    """Honest pages as they are; those of one manual stay together."""
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Document(f"p:{r['id'].rpartition('/')[0]}", "honest", r["text"], r["title"], lang=code) for r in records if r
    ]


def _articles(code: str, path: Path, count: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """So many texts, cut at a paragraph's end to the length of an article."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rng.shuffle(records)
    for record in records[:count]:
        text, size = record["text"], rng.randint(*(_SHORT if code in UNSPACED else _LONG))
        if len(text) > size:
            cut = text.rfind("\n", 0, size)
            text = text[: cut if cut > size // 2 else size]
        yield record["id"], text


def _injected(article: tuple[str, str, str], pool: Sequence[str], code: str, rng: random.Random) -> Iterator[Document]:
    """Each family once or more; the title is rewritten, too, most of the time."""
    group, text, title = article
    for family in FAMILIES:
        into = _brief(text, code, rng) if rng.random() < SHORT else text
        done = spoil(into, rng.choice(pool), family, code, rng)
        if done is None:
            continue
        told = title
        if rng.random() < 0.7:
            for term in done.terms:
                told = told.replace(term, done.phrase)
        yield Document(group, done.family, done.text, told, done.phrase, done.spans, lang=code)


def _brief(text: str, code: str, rng: random.Random) -> str:
    """Some sentences on end."""
    width = rng.randint(*_BRIEF) // (2 if code in UNSPACED else 1)
    starts = [0, *(m.end() for m in re.finditer(r"[。\n]|[.!?]\s", text) if m.end() + width < len(text))]
    low = rng.choice(starts)
    ends = [m.end() for m in re.finditer(r"[。\n]|[.!?](?=\s)", text[low : low + width])]
    return text[low : low + (ends[-1] if ends else width)].rstrip()


def _excerpts(group: str, text: str, code: str, rng: random.Random) -> Iterator[Document]:
    """Pieces without their context."""
    for _ in range(2):
        width = rng.randint(*_EXCERPT) // (2 if code in UNSPACED else 1)
        low = rng.randrange(max(1, len(text) - width))
        yield Document(group, "excerpt", text[low : low + width], lang=code)


def _named(article: tuple[str, str, str], nouns: Sequence[str], code: str, rng: random.Random) -> Iterator[Document]:
    """A term replaced by an odd name, or by what reports on spam's trades are about, as a writer would write it."""
    group, text, title = article
    edge = "" if code in UNSPACED else r"\b"
    for number, term in enumerate(terms(text, code)[:4]):
        family = "trade" if number % 2 else "named"
        name = phrases_abroad.trade(code, rng) if number % 2 else phrases_abroad.brand(code, nouns, rng)
        written, times = re.subn(f"{edge}{re.escape(term)}{edge}", name, text)
        if times >= 3:
            if number % 2:
                written += "\n" + _about(code, rng)
            yield Document(group, family, written, title.replace(term, name), lang=code)


def _about(code: str, rng: random.Random) -> str:
    """Some words of reports on crime and of spam's subjects."""
    lexicon = language(code).lexicon
    told = sorted(lexicon.topic - lexicon.strong) + sorted(lexicon.report)
    return " ".join(rng.sample(told, min(len(told), rng.choice((2, 4, 8)))))


def _quoted(group: str, text: str, pool: Sequence[str], code: str, rng: random.Random) -> Document:
    """A text that quotes spam phrases, one of them several times, behind words of its own."""
    wide = code in UNSPACED
    spots = [m.start() for m in re.finditer("(?=[。、])" if wide else r"(?<=\w)(?= \w)", text)] or [len(text)]
    main, *others = (rng.choice(pool) for _ in range(3))
    cuts = sorted(rng.sample(spots, min(len(spots), rng.randint(3, 7))))
    phrases = [others[number % 2] if number % 3 == 2 else main for number in range(len(cuts))]
    quoted = [f"「{phrase}」" if wide else f' "{phrase}"' for phrase in phrases]
    return Document(group, "quoted", splice(text, zip(cuts, cuts, quoted, strict=True)), lang=code)


def _hard_texts(code: str) -> list[str]:
    """The language's block of `hard_abroad.txt`."""
    lines = Path(__file__).with_name("hard_abroad.txt").read_text(encoding="utf-8").splitlines()[1:]
    marker = f"[{code}]"
    if marker not in lines:
        return []
    after = lines[lines.index(marker) + 1 :]
    end = next((i for i, line in enumerate(after) if line.startswith("[")), len(after))
    return [line for line in after[:end] if line.strip()]


def _hard(code: str, articles: Sequence[tuple[str, str]], rng: random.Random) -> Iterator[Document]:
    """Honest texts about spam's subjects, whole, in halves, and within longer ones."""
    for number, text in enumerate(_hard_texts(code)):
        half = len(text) // 2
        for piece in (text, text[:half], text[half:]):
            yield Document(f"h{number}", "hard", piece, lang=code)
    for group, text in _hard_longer(code, articles, rng):
        yield Document(group, "hard long", text, lang=code)


def _hard_longer(code: str, articles: Sequence[tuple[str, str]], rng: random.Random) -> Iterator[tuple[str, str]]:
    """Each hard text with others of an ordinary article before or behind it."""
    for number, text in enumerate(_hard_texts(code)):
        for turn in range(3):
            piece = rng.choice(articles)[1][:1200]
            yield f"h{number}", f"{text}\n{piece}" if turn % 2 else f"{piece}\n{text}"
