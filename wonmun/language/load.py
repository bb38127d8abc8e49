"""Reads the language data that ships in `wonmun/language/data`; the only file here that opens others."""

from __future__ import annotations

from functools import cache
from importlib import import_module, resources
from typing import TYPE_CHECKING, Any

from wonmun.language.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from wonmun.language.base import Language


def lines(code: str, name: str) -> list[str]:
    """The lines of `data/<code>/<name>` without the first, which names source and licence."""
    path = resources.files("wonmun.language").joinpath("data", code, name)
    return path.read_text(encoding="utf-8").splitlines()[1:]


@cache
def counts(code: str, name: str) -> dict[str, int]:
    """Read a list whose lines are `number<TAB>word word …`."""
    found: dict[str, int] = {}
    for line in lines(code, name):
        number, _, words = line.partition("\t")
        found.update(dict.fromkeys(words.split(" "), int(number)))
    return found


@cache
def lexicon(code: str) -> Lexicon:
    """Read `lexicon.txt`: blocks headed `[strong]`, `[weak]` and so on, entries separated by commas.

    Words of other languages' spam (`any`), which is put on pages of all languages, are added. `abroad` are the words
    of other scripts that are put on Korean pages; Indonesian ones but for those of `any` are names there (zeus, rtp).
    """
    groups: dict[str, list[str]] = {}
    current = ""
    sources = {"ko": ("ko",), "any": ("any",), "abroad": ("en", "ja", "zh", "any")}
    for source in sources.get(code, (code, "any")):
        for line in lines(source, "lexicon.txt"):
            if " + " in line or " × " in line:
                groups.setdefault("formed", []).append(line)
                if current == "names":
                    groups.setdefault("names", []).append(line)
            elif line.startswith("["):
                current = line.strip("[]")
            elif line.strip():
                groups.setdefault(current, []).extend(w.strip() for w in line.split(",") if w.strip())
    if code == "abroad":
        groups = {name: [w for w in words if not "가" <= w[0] <= "힣"] for name, words in groups.items()}
    if code == "zh":
        groups = {name: [*words, *map(traditional, words)] for name, words in groups.items()}
    return Lexicon.of(groups, touching=code == "abroad")


def traditional(word: str) -> str:
    """Write a Chinese word in traditional characters, as far as the lexicon's words need it.

    >>> traditional("赌博网站"), traditional("游戏")
    ('賭博網站', '遊戲')
    """
    return word.translate(_traditional()).replace("游戲", "遊戲")


@cache
def _traditional() -> dict[int, str]:
    pairs = " ".join(lines("zh", "traditional.txt")).split()
    return {ord(pair[0]): pair[1] for pair in pairs}


@cache
def language(code: str) -> Language:
    """The language of a two-letter code, built on first need; a code that is not known gets the language-free one."""
    makers: dict[str, Callable[[], Language]] = {
        "ko": lambda: _import("ko").Korean(),
        "ja": lambda: _import("ja").Japanese(),
        "en": lambda: _import("spaced").Spaced("en"),
        "id": lambda: _import("spaced").Spaced("id"),
        "zh": lambda: _import("zh").Chinese(),
    }
    made = makers.get(code)
    return made() if made else _import("spaced").Spaced("")


def _import(name: str) -> Any:
    return import_module(f"wonmun.language.{name}")
