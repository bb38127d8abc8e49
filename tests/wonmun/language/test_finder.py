"""A finder answers as its pattern does, wherever the words stand and in whatever case they are written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wonmun.language import finder as module
from wonmun.language.finder import _marked_by_all, pairs_in
from wonmun.language.load import lexicon

PIECES = st.sampled_from(
    ["카지노", "사이트", " ", "먹튀", "검증", "casino", "CAſINO", "sLoT", "KASINO", "казино", "КАЗИНО", "슬롯", "가", "이", ".",
     "\n", "バカラ", "六合彩", "😀", "대마 구입", "x", "추천", "토토의", "포커스", "\ud800"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@pytest.mark.parametrize("code", ["ko", "ja", "abroad"])
@settings(max_examples=60, deadline=None)
@given(text=TEXTS, start=st.integers(0, 20), end=st.integers(0, 200))
def test_it_finds_what_the_pattern_finds(code: str, text: str, start: int, end: int) -> None:
    known = lexicon(code)
    for finder in (known.any_pattern, known.phrase_strong, known.topic_pattern):
        spans = [m.span() for m in finder.regex.finditer(text)]
        assert [m.span() for m in finder.finditer(text)] == spans
        assert finder.findall(text, start, end) == finder.regex.findall(text, start, end)
        mine, theirs = finder.search(text, start, end), finder.regex.search(text, start, end)
        assert (mine and mine.span()) == (theirs and theirs.span())


def test_a_whole_text_is_looked_through_once_for_all_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ALL", module._All())  # those of other tests may have all its bits
    known, text = lexicon("ko"), "오늘도 하늘이 맑고 카지노 앞은 조용하다. " * 3
    strong, topic = replace(known.strong_pattern), replace(known.topic_pattern)
    assert strong.search(text[1:])  # from their first use on patterns are among all
    assert topic.search(text[1:])
    before = _marked_by_all.cache_info()
    for _ in range(3):
        assert strong.findall(text) == ["카지노"] * 3
        assert topic.search(text)
        assert strong.search(text, 12)
    after = _marked_by_all.cache_info()
    assert (after.misses - before.misses, after.hits - before.hits) == (1, 5)


def test_a_pattern_that_is_used_for_the_first_time_finds_its_words_in_a_text_that_was_looked_through() -> None:
    known, text = lexicon("ko"), "오늘도 하늘이 맑고 카지노 앞은 조용하다. " * 4
    assert known.topic_pattern.search(text)
    new = type(known.strong_pattern)(known.strong_pattern.regex, known.strong_pattern.words)
    assert new.findall(text) == ["카지노"] * 4


def test_words_of_one_letter_leave_the_text_to_the_pattern() -> None:
    finder = lexicon("ko").strong_pattern
    alone = type(finder)(finder.regex, finder.words | {"색"})
    text = "오늘도 하늘이 맑다. " * 9 + "카지노"
    assert alone.findall(text) == finder.findall(text) == ["카지노"]


def test_a_text_without_such_words_is_hardly_read() -> None:
    # the pattern is tried at places where two letters stand that a word begins with, and nowhere else
    finder = lexicon("ko").any_pattern
    places = finder._places("시는 저수지 둘레길 공사를 다음 달 시작해 내년 4월 마친다고 밝혔다. " * 20, 0, 10_000)
    assert places is not None
    assert len(places) < 60


def test_two_letters_of_a_longer_word_are_not_enough() -> None:
    # 가상, 다이, 라이 and 바로 begin words of the lists, with another third letter
    finder = lexicon("ko").strong_pattern
    places = finder._places("가상의 도시에서 다이빙을 배운 라이벌들은 바로크 음악을 논문보다 즐겼다. " * 20, 0, 10_000)
    assert places == []


@pytest.mark.parametrize("times", [1, 20])
def test_a_pattern_is_not_compiled_before_a_word_of_it_begins_somewhere(
    times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compiled(pattern: str, flags: int) -> None:
        raise AssertionError((len(pattern), flags))

    fresh = replace(lexicon("ko"))
    monkeypatch.setattr("wonmun.later.re.compile", compiled)
    text = "가상의 도시에서 다이빙을 배운 라이벌들" * times
    assert fresh.strong_pattern.search(text) is None
    assert fresh.phrase_spam.findall(text) == []
    with pytest.raises(AssertionError):
        fresh.strong_pattern.search(text + "카지노")


def test_formed_words_are_those_that_their_pattern_matches_whole() -> None:
    known = lexicon("ko")
    formed = sorted(known.formed)
    assert all(map(known.phrase_formed.regex.fullmatch, formed[::50]))
    assert {word[:3] for word in formed} == known._making[1]


def test_two_letters_that_are_a_whole_word_are_enough() -> None:
    finder = lexicon("ko").strong_pattern
    text = "가상의 도시에서 다이빙을 배운 라이벌들은 바로크 음악을 즐겼다. " * 9 + "슬롯"
    assert finder.findall(text) == ["슬롯"]
    assert finder.findall(text, 0, len(text) - 1) == []


@settings(max_examples=60, deadline=None)
@given(
    text=TEXTS,
    pairs=st.frozensets(
        st.sampled_from(["카지", "지노", " 카", "슬롯", "가가", "이가", "추천", "x사", "없다", "노카"])
    ),
)
def test_pairs_of_letters_are_found_wherever_they_stand(text: str, pairs: frozenset[str]) -> None:
    for long in (text, text + " 오늘도 하늘이 맑고 거리는 조용하다" * 3):
        assert pairs_in(long, pairs) == {pair for pair in pairs if pair in long}
