"""robots.txt judged as RFC 9309 says."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wonmun.net.robots import judge_robots

SITE = "https://a.example"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/x", True),
        ("User-agent: *\nDisallow:", "/x", True),
        ("User-agent: *\nDisallow: /", "/x", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("user-agent : *\r\ndisallow : /p # all of it", "/p/q", False),
        ("\ufeffUser-agent: *\nDisallow: /p", "/p", False),
        ("User-agent: *\nDisallow: /p\nAllow: /p/ok", "/p/ok/1", True),
        ("User-agent: *\nAllow: /p\nDisallow: /p", "/p", True),
        ("User-agent: *\nDisallow: /*.php$", "/a/b.php", False),
        ("User-agent: *\nDisallow: /*.php$", "/a/b.php?x", True),
        ("User-agent: *\nDisallow: /a*b*c", "/aXXbYYcZZ", False),
        ("User-agent: *\nDisallow: /a*b*c", "/acb", True),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /가", "/%EA%B0%80/1", False),
        ("User-agent: *\nDisallow: /%ea%b0%80", "/가", False),
        ("User-agent: *\nDisallow: /?q=", "/?q=1", False),
        ("User-agent: *\nDisallow: /\nUser-agent: wonmun\nDisallow: /only", "/x", True),
        ("User-agent: *\nDisallow: /\nUser-agent: wonmun\nDisallow: /only", "/only", False),
        ("User-agent: other\nUser-agent: Wonmun/1.0\nDisallow: /", "/x", False),
        ("User-agent: other\nDisallow: /", "/x", True),
        ("User-agent: wonmun\nDisallow: /a\nUser-agent: b\nDisallow: /\nUser-agent: wonmun\nDisallow: /c", "/c", False),
        ("Disallow: /", "/x", True),
        ("<html>not found</html>", "/x", True),
    ],
)
def test_judged(text: str, path: str, *, allowed: bool) -> None:
    assert judge_robots(text, SITE + path, "wonmun/0.1 (+https://x)").allowed is allowed


def test_line_and_delay_are_told() -> None:
    text = "User-agent: *\nCrawl-delay: 2.5\nDisallow: /p"
    told = judge_robots(text, f"{SITE}/p", "wonmun")
    assert (told.line, told.delay) == ("Disallow: /p", 2.5)
    assert judge_robots("User-agent: *\nCrawl-delay: 99999", SITE, "wonmun").delay == 300
    assert judge_robots("User-agent: *\nCrawl-delay: soon", SITE, "wonmun").delay is None


def test_wildcards_take_linear_time() -> None:
    started = time.process_time()
    judge_robots("User-agent: *\nDisallow: /" + "*a" * 5000 + "b$", f"{SITE}/" + "a" * 20_000, "wonmun")
    assert time.process_time() - started < 1


@given(st.text(max_size=200), st.text(max_size=40))
def test_whatever_it_holds_is_an_answer(text: str, path: str) -> None:
    told = judge_robots(f"User-agent: *\n{text}\nDisallow: {path}", SITE + path, "wonmun")
    assert told.allowed is not told.line.startswith("Disallow: ")
    assert told.delay is None or 0 <= told.delay <= 300
