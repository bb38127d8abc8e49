"""What the page's own title names and its article lacks stood where the phrase stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.wonmun.written import NOTHING, SPAM, found_at, page, substituted
from wonmun.restore import restore
from wonmun.strategies.alone.lacking import absent
from wonmun.strategies.places.slots import group, marked

if TYPE_CHECKING:
    from wonmun.model import Report

FERRY = """섬으로 가는 여객선이 하루 두 번에서 네 번으로 늘었다. 군은 지난봄 새 여객선을 들여와 이달부터 띄운다고 밝혔다.

낡은 여객선은 물결이 높은 날이면 부두를 떠나지 못했다. 주민들은 병원에 가려고 여객선을 기다리다 하룻밤을 묵기도 했다. 새 여객선은 차 서른 대를 싣는다.

선장은 "여객선이 끊기면 섬의 하루도 끊긴다"고 말했다. 군은 뱃삯을 절반으로 낮추고 여객선을 타는 어르신에게는 받지 않기로 했다."""
"""Written for this test; the term stands in it seven times."""
TERM = "여객선"


def given(title: str, text: str = FERRY, term: str = TERM) -> Report:
    """Restore a text whose term was replaced, and whose title was left alone."""
    spoiled, _ = substituted(text, term)
    subject = page(spoiled, title)
    return restore(subject, found_at(subject.text), None, NOTHING)


def lacked(title: str) -> list[str]:
    spoiled, _ = substituted(FERRY, TERM)
    subject = page(spoiled, title)
    places = found_at(subject.text).places
    return absent(group(subject, places, marked(subject, places)))


def test_a_noun_of_the_title_that_the_article_lacks_stood_there() -> None:
    report = given("섬 여객선, 하루 네 번 다닌다")
    assert report.restored.endswith(FERRY)
    assert {(f.source, f.confidence >= 0.95) for f in report.findings} == {("survivors", True)}


@pytest.mark.parametrize(
    "title",
    [
        "섬 주민의 하루가 길어졌다",
        "섬 여객선·연락선, 하루 네 번 다닌다",
        f"섬 {SPAM}, 하루 네 번 다닌다",
        "섬 주민의 하루 고등어가 바꿨다",
    ],
)
def test_other_titles_put_nothing_in(title: str) -> None:
    """None that lacks no noun, has two that could stand there, holds the phrase, or names what reads badly there."""
    assert TERM not in given(title).restored.removeprefix(title)
    assert "고등어" not in given(title).restored.removeprefix(title)


def test_nouns_are_words_and_what_these_are_made_of() -> None:
    assert {"여객선", "연안여객선"} <= set(lacked("섬 연안여객선 다닌다"))
    assert not {"주민", "섬", "하루"} & set(lacked("섬 주민의 하루"))
    assert lacked("선생님들과 걷다") == ["선생", "선생님"]
    assert lacked("신호등") == ["신호등"]
    assert lacked("도서관을 찾아서 선생님") == ["도서관", "선생", "선생님"]
