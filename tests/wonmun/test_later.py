"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import re

import pytest

from wonmun.later import later


@pytest.mark.parametrize("asked", ["search", "match", "fullmatch"])
def test_it_answers_as_the_compiled_pattern_does(asked: str) -> None:
    for text in ("출장 카지노 KTX", "ktx", "부산"):
        mine, theirs = (
            getattr(p, asked)(text) for p in (later("ktx", re.IGNORECASE), re.compile("ktx", re.IGNORECASE))
        )
        assert (mine and mine.span()) == (theirs and theirs.span())


def test_it_is_compiled_once_and_no_sooner_than_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    whole = re.compile

    def seen(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return whole(pattern, flags)

    monkeypatch.setattr("wonmun.later.re.compile", seen)
    pattern = later("[가-힣]+")
    assert pattern.pattern == "[가-힣]+"
    assert compiled == []
    assert pattern.findall("서울, 부산") == ["서울", "부산"]
    assert pattern.sub("x", "서울") == "x"
    assert compiled == ["[가-힣]+"]


def test_what_patterns_have_not_is_none_of_its() -> None:
    with pytest.raises(AttributeError, match="seek"):
        later("x").seek  # type: ignore[attr-defined]  # noqa: B018
