"""The cases that quality is measured on: honest articles, and the same with phrases put in, made anew on every run."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.honest import read_styles
from tools.spoil import put, spoil, title_of
from tools.spoil_abroad import spoil as spoil_abroad
from wonmun.detect import detect
from wonmun.page.plain import plain_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wonmun.model import Detection

CASES = Path(__file__).parent / "cases"
FAMILIES = ("whole", "partial", "double", "lead", "middle")
_SENTENCE = {"ja": re.compile(r"。(?=.)"), "": re.compile(r"[.!?]\s+(?=\w)")}
_GAP = {"ja": re.compile(r"(?<=[のをにがは])(?=[一-龥])"), "": re.compile(r"(?<=[a-z]) (?=[a-z])")}


@dataclass(frozen=True)
class Case:
    id: str
    text: str
    title: str
    lang: str
    spans: tuple[tuple[int, int, str], ...] = ()

    @property
    def found(self) -> Detection:
        return detect(plain_page(self.text, title=self.title, lang=self.lang))


@cache
def articles() -> tuple[dict[str, Any], ...]:
    found = json.loads((CASES / "genuine.json").read_text(encoding="utf-8"))["articles"]
    return tuple(a | {"text": "\n".join(a["text"])} for a in found)


@cache
def phrases(lang: str) -> tuple[str, ...]:
    return tuple(json.loads((CASES / "phrases.json").read_text(encoding="utf-8"))[lang])


@cache
def styles() -> tuple[dict[str, str], ...]:
    """Korean pages that are no news: tables, reviews, manuals, laws, songs, talk."""
    return tuple(read_styles(CASES / "styles.txt"))


def honest() -> list[Case]:
    found = [Case(a["id"], a["text"], a["title"], a["lang"]) for a in articles()]
    return found + [Case(s["id"], s["text"], s["title"], "ko") for s in styles()]


def korean(*families: str) -> list[Case]:
    """Korean articles that are about nothing shady, injected."""
    return _spoiled([a for a in articles() if a["lang"] == "ko" and not a["hard"]], families, random.Random(20))


def other_kinds(*families: str) -> list[Case]:
    """The pages that are no news, injected."""
    return _spoiled(styles(), families, random.Random(22))


def _spoiled(texts: Iterable[Mapping[str, Any]], families: Sequence[str], rng: random.Random) -> list[Case]:
    cases = []
    for text in texts:
        for family in families:
            done = spoil(text["text"], rng.choice(phrases("ko")), family, rng)
            if done:
                name = f"{text['id']} {family} {done.phrase}"
                cases.append(Case(name, done.text, title_of(text["title"], done), "ko", done.spans))
    return cases


def abroad() -> list[Case]:
    """Japanese, English and Indonesian ones: a term replaced, before sentences, between words."""
    rng, cases = random.Random(21), []
    for article in articles():
        text, lang = article["text"], article["lang"]
        for term in article.get("terms", ()):
            sentences = [m.end() for m in _SENTENCE.get(lang, _SENTENCE[""]).finditer(text)]
            gaps = [m.start() for m in _GAP.get(lang, _GAP[""]).finditer(text)]
            whole = [m.span() for m in re.finditer(re.escape(term), text)]
            lead = [(s, s) for s in rng.sample(sentences, 3)]
            middle = [(s, s) for s in rng.sample(gaps, 3)]
            for family, cuts in (("whole", whole), ("lead", lead), ("middle", middle)):
                phrase = rng.choice(phrases(lang))
                gap = " " if family == "middle" and lang != "ja" else ""
                done, spans = put(text, cuts, gap + phrase)
                cases.append(Case(f"{article['id']} {family} {phrase}", done, article["title"], lang, spans))
    return cases


@cache
def _written_abroad() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CASES / "abroad.json").read_text(encoding="utf-8"))
    return found


def honest_abroad() -> list[Case]:
    """Ordinary articles, technical pages and hard texts in other languages, and each hard one before an ordinary one."""
    written = _written_abroad()
    cases = [Case(a["title"], "\n".join(a["text"]), a["title"], a["lang"]) for a in written["articles"]]
    cases += [Case(t["text"][:40], t["text"], t["title"], t["lang"]) for t in written["technical"]]
    for number, hard in enumerate(written["hard"]):
        others = [c for c in cases if c.lang == hard["lang"] and c.title]
        longer = f"{hard['text']}\n{others[number % len(others)].text}"
        cases += [Case(hard["text"][:40], text, "", hard["lang"]) for text in (hard["text"], longer)]
    return cases


def injected_abroad(lang: str, kind: str) -> list[Case]:
    """Articles with phrases that hold no spam word of their language ("plain"), or are from abroad ("foreign")."""
    rng, cases, written = random.Random(22), [], _written_abroad()
    for article in written["articles"]:
        for family in ("whole", "partial", "double", "lead", "middle") if article["lang"] == lang else ():
            phrase = rng.choice(written[kind][lang])
            done = spoil_abroad("\n".join(article["text"]), phrase, family, lang, rng)
            if done:
                name = f"{article['title']} {family} {phrase}"
                cases.append(Case(name, done.text, title_of(article["title"], done), lang, done.spans))
    return cases


def marked(case: Case, spans: list[tuple[int, int]]) -> set[int]:
    """Offsets of the characters in the spans, white space left out."""
    return {i for a, b in spans for i in range(a, b) if not case.text[i].isspace()}
