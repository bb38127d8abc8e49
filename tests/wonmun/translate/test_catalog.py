"""Catalogs: filled with the right particles, read off English sentences, and telling what the engine tells."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wonmun
from wonmun.translate import ENGLISH, Catalog, catalog
from wonmun.translate.catalog import fields, literals
from wonmun.translate.load import read_part

ROOT = Path(__file__).parents[3]
KOREAN = catalog("ko")
EVIDENCE = read_part("wonmun.translate", "ko")
NAMES = {"places", "detect", "compare", "recipe", "leads", "render", "counted", "around", "words"}
FOLDERS = {"signals", "sights", "rules", "strategies", "lone"}
SPEAKERS = [f for f in sorted((ROOT / "wonmun").rglob("*.py")) if f.stem in NAMES or FOLDERS & {*f.parts}]
WORDS = re.compile(r"[a-z]+ [a-z]+")
HANGUL = re.compile("[가-힣]")
PARTS = re.compile(r"(?<=\)), | here$|; |, and |(?<=better) |(?<=\()|(?=\)$)")
"""Where a sentence is put together of parts."""
AHEAD = 5
"""Entries that may come a commit before their sentence, or stay a commit after it; one that nobody says does no harm."""


@cache
def said_by(file: Path) -> list[str]:
    """Literal pieces of a file's strings that are words of a sentence; docstrings left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    own = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in own]
    return [text for text in texts if isinstance(text, str) and WORDS.search(text)]


def spoken(file: Path) -> list[str]:
    """Literal pieces of the f-strings of a file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    pieces = [str(p.value) for j in joined for p in j.values if isinstance(p, ast.Constant)]
    return [piece for piece in pieces if WORDS.search(piece)]


def is_said(key: str) -> bool:
    """Whether the words between a template's fields stand in strings of the engine."""
    said = [text for file in (*SPEAKERS, *(ROOT / "wonmun/page").glob("*.py")) for text in said_by(file)]
    pieces = [p for piece in literals(key) for p in PARTS.split(piece) if WORDS.search(p)]
    return all(any(piece in text for text in said) for piece in pieces)


def test_entries_are_what_the_engine_says() -> None:
    unsaid = [key for key in EVIDENCE if not is_said(key)]
    assert len(unsaid) <= AHEAD, f"nobody says these any more: {unsaid}"


@pytest.mark.parametrize("file", SPEAKERS, ids=lambda f: f.stem)
def test_every_sentence_of_the_engine_has_an_entry(file: Path) -> None:
    known = "\n".join("\0".join(literals(key)) for key in EVIDENCE)
    missing = [piece for piece in spoken(file) if piece.strip() not in known]
    assert not missing, "these need a Korean sentence in wonmun/translate/ko.toml"


def test_entries_have_the_fields_of_their_keys() -> None:
    for key, said in KOREAN.entries.items():
        assert set(fields(said)) <= set(fields(key)), key
        assert len(set(fields(key))) == len(fields(key)), key
        assert HANGUL.search(said) or not re.search("[a-z]", "".join(literals(key))), key


PHRASES = st.text(st.characters(categories=["L", "N"]) | st.just(" "), min_size=1, max_size=20).filter(str.strip)


@given(st.sampled_from(sorted(EVIDENCE)), st.data())
def test_what_is_written_is_read_again(key: str, data: st.DataObject) -> None:
    shapes = dict(re.findall(r"\{(\w+):?([dt%]?)\}", key))
    numbers = {"d": "7", "%": "12%"}
    values = {name: numbers.get(shape) or data.draw(PHRASES) for name, shape in shapes.items()}
    said = KOREAN.read(ENGLISH.say(key, **values))
    assert said != ENGLISH.say(key, **values)
    if ":t}" not in key:
        assert said == KOREAN.say(key, **values)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("'대박 카지노' stands inside '오픈…의', where no noun phrase fits", "‘대박 카지노’가"),
        ("it was put between '서울' and '밤', which need nothing between them", "‘서울’과 ‘밤’ 사이에"),
        ("another copy (https://a.example/1) has nothing here", "사본(https://a.example/1)에는 이 자리에 아무것도"),
        ("2 links with spam phrases as their text ('토토') lead to 3 other sites", "다른 사이트 3곳"),
    ],
)  # fmt: skip
def test_korean_reads_well(said: str, read: str) -> None:
    assert read in KOREAN.read(said)


def test_the_unknown_stays_as_it_is() -> None:
    for said in ("", "a sentence of an older version", "x" * 5000, "（이/가) {phrase}"):
        assert KOREAN.read(said) == said


def test_nothing_in_a_value_is_taken_for_a_template() -> None:
    hostile = Catalog("ko", {"{a} is gone": "{a}(이/가) 사라짐"})
    assert hostile.say("{a} is gone", a="{b}(을/를)") == "{b}(을/를)이 사라짐"


def test_a_language_without_a_catalog_is_english() -> None:
    assert catalog("fi") is ENGLISH
    assert ENGLISH.count(1, "{n} page", "{n} pages") == "1 page"
    assert ENGLISH.count(2000, "{n} page", "{n} pages") == "2,000 pages"


def test_what_is_found_in_a_page_is_told_in_korean() -> None:
    text = "".join(f"시민 {n}명이 대박 카지노추천의 회의에 나와 대박 카지노추천를 두고 말했다. " for n in range(5))
    report = wonmun.check(text)
    told = [*report.reasons, *(said for f in report.findings for said in f.evidence)]
    assert told
    assert all(HANGUL.search(re.sub("‘[^’]*’|“[^”]*”", "", KOREAN.read(said))) for said in told)
