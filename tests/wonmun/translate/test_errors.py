"""Every error that is told to somebody has an entry, in the catalog of the part that raises it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from wonmun import errors
from wonmun.net import addresses
from wonmun.net.guard import refusal
from wonmun.translate import catalog
from wonmun.translate.catalog import literals
from wonmun.translate.load import read_part

ROOT = Path(__file__).parents[3]
KINDS = {name for name in dir(errors) if name.endswith("Error")}
KINDS |= {"refusal", "BadRequest"}
WORDS = re.compile(r"[a-z]+ [a-z]+")
ENGINE = ("wonmun.translate", "wonmun.net", "wonmun.cli")
PARTS = {
    "wonmun": ENGINE,
    "monitor/wonmun_monitor": (*ENGINE, "wonmun_monitor"),
    "server/wonmun_server": (*ENGINE, "wonmun_server"),
}
ANSWERED = re.compile(
    r"the (record|line) |\" is no string|in quotation marks|`next` is no token|The (gzip )?body|write one out in full"
)
"""What goes into answers of programs, word for word."""
ANOTHER = {"site map", "RSS or Atom feed"}
"""What one message puts in another's place."""


def told(file: Path) -> set[str]:
    """Literal pieces of the sentences of all errors that a file makes."""
    calls = [n for n in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    ours = [c.args for c in calls if isinstance(c.func, ast.Name) and c.func.id in KINDS]
    texts = [n for args in ours for a in args for n in ast.walk(a) if isinstance(n, ast.Constant)]
    pieces = {str(n.value) for n in texts if isinstance(n.value, str)}
    pieces = {p for whole in pieces if not ANSWERED.search(whole) for p in re.split(r"[()]", whole)}
    return {p.strip() for p in pieces if WORDS.search(p)} - ANOTHER


@pytest.mark.parametrize("folder", PARTS)
def test_every_error_has_an_entry_in_its_own_part(folder: str) -> None:
    keys = [key for part in PARTS[folder] for key in read_part(part, "ko")]
    known = "\n".join("\0".join(literals(key)) + "\0" + key for key in keys)
    files = sorted((ROOT / folder).rglob("*.py"))
    missing = [(str(f.relative_to(ROOT)), p) for f in files for p in sorted(told(f)) if p not in known]
    assert not missing, "these need a Korean sentence in the ko.toml of their part"


@pytest.mark.parametrize("why", sorted({why for _, why in addresses._RANGES}))
def test_why_an_address_is_not_asked_is_said_in_korean(why: str) -> None:
    """The dashboard said "(leads to 10.0.0.1, which is private)" in a Korean sentence (seen from outside, 2026-11-30)."""
    said = catalog("ko").read(str(refusal("http://h/", f"leads to 1.2.3.4, which is {why}")))
    assert not re.search(r"\b[a-z]{4}", said.replace("http", "").replace("monitor.allow_private", "")), said


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("a.html: there is no text in the page; it may need scripts to show any", "a.html: 페이지에 글이 없습니다."),
        ("c.yaml:3: is no valid YAML (could not find expected ':'); mend that line", "c.yaml:3: 올바른 YAML이 아닙니다("),
        ("c.yaml: monitor.x: there is no such key; known here: robots, timeout", "c.yaml: monitor.x: 그런 키는 없습니다."),
        ('o.jsonl:2: `text` is blank; write one {"id", "text", "title"?, "url"?, "date"?} a line', "o.jsonl:2: `text`가 비어"),
        ("'7x' is no date; write it as 2026-11-24, or as an age such as 12h or 7d", "'7x'는 날짜가 아닙니다."),
    ],
)  # fmt: skip
def test_errors_read_well(said: str, read: str) -> None:
    assert catalog("ko").read(said).startswith(read)
