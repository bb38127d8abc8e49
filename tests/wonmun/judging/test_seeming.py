"""What only seems put in, after what real pages were accused for."""

from __future__ import annotations

from tests.wonmun.measuring import look
from wonmun import signals
from wonmun.judging.excuses import TOPICAL
from wonmun.judging.seeming import seeming
from wonmun.phrases.picked import Picked


def taken_off(text: str, phrase: str) -> float:
    """What is taken off a phrase."""
    occ, index = look(text, phrase)
    return seeming(occ, Picked(index, phrase, 0.5, signals.measure(occ)[index]))


def test_a_half_said_twice() -> None:
    """The lullabies of a collection of folk songs were injected."""
    song = "토닥토닥 우리 아가 달님 보며 토닥토닥 잠이 든다. 앞집 아가 토닥토닥 뒷집 아가 꼬박꼬박 우리 아가 잘도 잔다."
    assert taken_off(song, "토닥토닥") == TOPICAL
    assert taken_off(song.replace("토닥토닥", "토닥이불"), "토닥이불") == 0


def test_headings_without_their_line_breaks() -> None:
    """Of a page of beetles a heading was deleted: the page's breaks were lost."""
    page = (
        "작은 벌레는 숲에 사는 무리입니다.외형적 특징작은 벌레는 길이가 한 뼘이 안 됩니다.\n\n"
        "붉은 벌레는 들에 사는 무리입니다.외형적 특징붉은 벌레는 등이 둥급니다."
    )
    assert taken_off(page, "외형적 특징") == TOPICAL
    assert taken_off(page.replace(".외형적", ". 외형적"), "외형적 특징") == 0
    assert taken_off(page.replace("외형적 특징", "경마 정보"), "경마 정보") == 0
