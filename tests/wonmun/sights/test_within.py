"""A phrase hidden within the sentences of an article, whatever its words; and what pages honestly hide there."""

from __future__ import annotations

import pytest

from tests.wonmun.sights.pages import BODY, page
from wonmun.detect import detect


def hidden(*pieces: str) -> tuple[str, ...]:
    """Put a piece of markup behind the third word of each paragraph."""
    parts = [text.split(" ", 3) for text in BODY]
    return tuple(f"{' '.join(p[:3])}{piece} {p[3]}" for p, piece in zip(parts, pieces, strict=True))


@pytest.mark.parametrize("how", ['style="display:none"', 'style="color:#fff"', 'style="font-size:0"', "hidden"])
def test_a_plain_phrase_hidden_in_three_sentences_is_found_whole(how: str) -> None:
    subject = page(body=hidden(*[f"<span {how}>포장이사 견적</span>"] * 3))
    found = detect(subject)
    assert found.verdict == "injected"
    assert [subject.text[p.start : p.end] for p in found.places] == ["포장이사 견적"] * 3
    assert {p.kind for p in found.places} == {"hidden"}
    assert "hidden within sentences at 3 places" in found.reasons[0]


DARK = '<span style="display:none">{}</span>'


@pytest.mark.parametrize(
    "pieces",
    [
        (DARK.format("포장이사 견적"), DARK.format("포장이사 견적"), ""),
        (DARK.format("다리의 옛 이름"), DARK.format("그해 칠월"), DARK.format("밤 열 시까지")),
        tuple(f'<a href="/{n}">지도{DARK.format("새 창으로 열림")}</a>' for n in range(3)),
        (DARK.format("무단 전재 금지"),) * 3,
        (DARK.format("강변 공원"),) * 3,
    ],
    ids=["two places", "notes", "links", "a mark against copying", "shown, too"],
)
def test_what_pages_honestly_hide_in_sentences_is_left_alone(pieces: tuple[str, str, str]) -> None:
    assert detect(page(body=hidden(*pieces))).verdict == "clean"


def test_labels_at_the_end_of_paragraphs_are_within_no_sentence() -> None:
    body = tuple(f"{text}{DARK.format('의견 신고하기')}" for text in BODY)
    subject = page(body=body)
    assert not any(s.within for s in subject.of("hidden"))
    assert detect(subject).verdict == "clean"
