from __future__ import annotations

import random
import time

from tests.quality import articles
from tests.wonmun.sights.pages import page
from wonmun.detect import detect
from wonmun.language.load import language
from wonmun.sights import doorway
from wonmun.sights.strung import reordered, sentences, swapped

KO = language("ko")
PLACES = ("새솔시장", "달빛 광장", "호수 공원", "온누리 도서관", "가람 극장")
TEMPLATES = (
    "{} 주차장은 주말이면 아침 아홉 시에 가득 찹니다.",
    "처음 가는 사람은 {} 약도를 먼저 보는 것이 좋습니다.",
    "가까운 역에서 {} 정문까지 걸어서 십 분이 걸립니다.",
    "비가 오는 날에도 {} 안쪽은 지붕이 있어 젖지 않습니다.",
)
LINES = sentences("\n".join(str(a["text"]) for a in articles() if a["id"] in ("ko-01", "ko-02")))[:12]


def shuffled(turns: int) -> str:
    rng, told = random.Random(3), list(LINES)
    text = []
    for _ in range(turns):
        rng.shuffle(told)
        text.append(" ".join(told))
    return "\n".join(text)


def test_the_same_sentences_in_several_orders_are_a_doorway() -> None:
    found = detect(page(body=tuple(shuffled(3).split("\n"))))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"doorway"}
    assert "in another order" in found.reasons[0]


def test_a_text_that_stands_there_twice_is_none() -> None:
    twice = " ".join(LINES * 2)
    assert not reordered(sentences(twice))
    assert reordered(sentences(shuffled(2)))


def test_a_template_for_many_keywords_is_a_doorway() -> None:
    body = tuple(" ".join(t.format(place) for t in TEMPLATES) for place in PLACES)
    found = detect(page(body=body))
    assert found.verdict == "injected"
    assert {p.kind for p in found.places} == {"doorway"}
    assert "5 keywords" in found.reasons[0]


def test_particles_do_not_hide_the_keyword() -> None:
    text = " ".join(t.format(place) for place in PLACES for t in ("여기서는 {}에 가는 길을 알려 드립니다.", *TEMPLATES))
    assert set(swapped(sentences(text), KO)) == set(PLACES)


def test_one_sentence_for_several_things_is_a_list() -> None:
    lines = [TEMPLATES[0].format(p) for p in PLACES]
    assert swapped([*lines, *LINES], KO) == []


def test_two_templates_are_a_help_page() -> None:
    lines = [t.format(p) for p in PLACES for t in TEMPLATES[:2]]
    assert swapped([*lines, *LINES[:2]], KO) == []


def test_commands_with_a_word_in_common_are_explained_not_sold() -> None:
    things = ("채운 사각형", "채운 삼각형", "빈 사각형", "빈 삼각형", "둥근 사각형")
    body = tuple(" ".join(t.format(thing) for t in TEMPLATES) for thing in things)
    assert [s.sure for s in doorway.look(page(body=body), KO)] == [False]
    sold = tuple(
        " ".join(t.format(f"{city} 출장안마") for t in TEMPLATES) for city in ("새솔", "달빛", "온누리", "가람", "해솔")
    )
    assert [s.sure for s in doorway.look(page(body=sold), KO)] == [True]


def test_short_texts_say_nothing() -> None:
    assert not reordered(LINES[:3] * 2)
    assert swapped(LINES[:4], KO) == []


def test_a_line_without_full_stop_is_read_once() -> None:
    """Every letter of it was tried as a sentence's beginning: 100 KB took 18 s (November 2026)."""
    begun = time.process_time()
    assert sentences("가" * 300_000) == []
    assert time.process_time() - begun < 1
    assert sentences("짧다. " + "가나다라 마바사 " * 3 + "끝. 줄 하나에 마침표가 없는 글\n그리고 이 줄에는 있다.") == [
        ("가나다라 마바사 " * 3 + "끝."),
        "그리고 이 줄에는 있다.",
    ]


def test_rows_of_spam_words_between_sentences_are_a_doorway() -> None:
    rows = ("카지노 슬롯", "바카라 토토", "먹튀 홀덤", "슬롯 룰렛", "토토 파워볼", "카지노 바카라")
    strewn = " ".join(f"{line} {row}" for line, row in zip(LINES, rows, strict=False))
    assert [s.kind for s in doorway.look(page(body=(strewn,)), KO)] == ["doorway"]
    report = " ".join(
        f"{line} 경찰은 {row.replace(' ', ', ')} 등을 적발했다." for line, row in zip(LINES, rows, strict=False)
    )
    assert doorway.look(page(body=(report,)), KO) == []


def test_code_is_no_sentence() -> None:
    """Seen in an API reference: each property is a chain of calls, and `?.` was taken for a sentence's end."""
    names = ("body", "headers", "method", "origin", "path", "host", "port", "hash")
    listed = "\n".join(f"- {name} `mockAgent.getCallHistory()?.firstCall()?.{name}` a string" for name in names)
    assert not sentences(listed)
