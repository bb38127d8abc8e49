"""Rarity, topic, lexicon, quoting, heading, repetition: what each says of honest and of foreign phrases."""

from __future__ import annotations

import math
from statistics import mean
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.wonmun.measuring import log1p, look, values
from wonmun import signals
from wonmun.phrases.candidates import Batch
from wonmun.phrases.occurrences import Occurrences
from wonmun.signals import fluency, heading, lexicon, rarity, repetition, topic

if TYPE_CHECKING:
    from collections.abc import Sequence

FOREIGN = "골드문 바카라 추천은 크다. 그는 골드문 바카라 추천을 봤다."


def test_words_that_no_news_uses_are_rare() -> None:
    foreign = values(FOREIGN, "골드문 바카라 추천")
    honest = values("우리 정부는 크다. 그는 우리 정부를 봤다.", "우리 정부")
    assert foreign["unseen"] > honest["unseen"] == 0
    assert foreign["cost"] > honest["cost"]
    occ, index = look(FOREIGN, "골드문 바카라 추천")
    assert "'골드문'" in rarity.explain(occ, index)


def test_news_names_no_names() -> None:
    assert values("A업체는 크다. 그는 A업체를 봤다.", "A업체")["unseen"] == 0


def test_words_that_stand_apart_make_it_the_topic() -> None:
    alone = values(FOREIGN, "골드문 바카라 추천")
    spoken_of = values(FOREIGN + " 바카라는 놀이다. 추천할 만하다.", "골드문 바카라 추천")
    assert alone["exclusive"] == 1.0
    assert spoken_of["apart"] > alone["apart"] == 0
    occ, index = look(FOREIGN, "골드문 바카라 추천")
    assert topic.explain(occ, index).startswith("none of the words of")


def test_spam_words_and_what_the_page_is_about() -> None:
    bare = values(FOREIGN, "골드문 바카라 추천")
    assert (bare["strong"], bare["searched"], bare["topic_words"]) == (1, 1, 0)
    reported = values(FOREIGN + " 경찰은 도박 혐의로 바카라 업소를 단속했다.", "골드문 바카라 추천")
    assert reported["topic_words"] >= 1
    assert reported["topic_near"] > 0
    assert reported["report_near"] > 0
    assert reported["echo"] == log1p(1)
    occ, index = look(FOREIGN, "골드문 바카라 추천")
    assert "'바카라'" in lexicon.explain(occ, index)


def test_common_words_of_searches_say_nothing_alone() -> None:
    found = values("이 사이트는 크다. 저 사이트를 봤다.", "사이트")
    assert found["query_share"] == found["spam_share"] == found["strong"] == 0


def test_quotation_marks_are_seen() -> None:
    found = values("그는 '골드 쿠폰'을 샀다. 값은 '골드 쿠폰'이 낫다.", "골드 쿠폰")
    assert found["bracketed"] == log1p(2)
    assert found["quote_open"] == found["quote_close"] == 1.0
    assert values("골드 쿠폰(GC)은 크다. 골드 쿠폰은 작다.", "골드 쿠폰")["paren_after"] == 0.5


def test_the_title_counts() -> None:
    title = "골드문 바카라 추천, 봄을 알리다"
    found = values(FOREIGN, "골드문 바카라 추천", title)
    assert found["in_title"] == found["titled"] == 1
    assert found["title_lost"] > 0
    occ, index = look(FOREIGN * 2, "골드문 바카라 추천", "봄을 알리다")
    assert heading.explain(occ, index) == "the title says nothing of '골드문 바카라 추천'"


def test_times_words_and_length() -> None:
    found = values(FOREIGN, "골드문 바카라 추천")
    assert (found["times"], found["words"], found["single"]) == (round(math.log(2), 9), 3, 0)
    assert repetition.explain(*look(FOREIGN, "골드문 바카라 추천")) == "it stands 2 times in the article"
    once = "날이 맑다. 카지노 추천, 바다는 푸르다."
    assert values(once, "카지노 추천")["single"] == 1
    assert repetition.explain(*look(once, "카지노 추천")) == ""


def test_every_signal_measures_every_candidate() -> None:
    occ, _ = look(FOREIGN, "골드문 바카라 추천")
    for signal in signals.SIGNALS:
        assert signal.measure(occ).shape == (occ.batch.size, len(signal.NAMES))
    assert len(set(signals.NAMES)) == len(signals.NAMES)


def test_another_subject_is_no_excuse() -> None:
    text = "의사는 {0}을 말렸다. 발기부전 치료제는 처방이 있어야 한다. 식약처는 {0}도 살폈다."
    assert values(text.format("바카라 추천"), "바카라 추천")["topic_words"] == 0
    assert values(text.format("비아그라 추천"), "비아그라 추천")["topic_words"] > 0


def test_the_subject_excuses_only_places_that_are_well_formed() -> None:
    honest = "도박이 문제다. 바카라 사이트가 늘었다. 경찰은 바카라 사이트를 막았다."
    spoiled = "도박이 문제다. 바카라 사이트경찰은 바빴다. 그래도 막았다. 바카라 사이트시민은 반겼다."
    assert values(honest, "바카라 사이트")["topic_near"] == 1
    assert values(spoiled, "바카라 사이트")["topic_near"] == 0


def test_a_page_of_strange_words_makes_rare_ones_less_telling() -> None:
    plain = values("정부는 오늘 회의를 열었다. 정부는 내일도 연다.", "정부")
    odd = values("벨쿱은 픔룬을 갑뎄다. 벨쿱은 늉뱆도 갑뎄다.", "벨쿱")
    assert odd["strange_page"] > plain["strange_page"]


def test_lines_of_lists_are_told_from_sentences() -> None:
    assert values("골드 쿠폰 3장\n골드 쿠폰 5장", "골드 쿠폰")["listed"] == 1
    assert values("골드 쿠폰을 샀다. \n그는 골드 쿠폰을 팔았다.", "골드 쿠폰")["listed"] == 0


def test_a_sentence_of_nothing_else_is_a_stub() -> None:
    found = values("비가 왔다.골드 쿠폰\n눈이 왔다. 골드 쿠폰\n골드 쿠폰\n", "골드 쿠폰")
    assert found["stub"] == log1p(2)


def test_running_text_is_no_noun() -> None:
    column = fluency.NAMES.index("running")
    text = "문서에서 마우스로 끈 위치는 여기다. 골드 쿠폰 후기가 왔다. 문서에서 마우스로 끈 위치는 저기다. 골드 쿠폰 후기도 왔다."
    rows = {p: fluency.measure(*_one(text, p))[0][column] for p in ("문서에서 마우스로 끈 위치", "골드 쿠폰 후기")}
    assert rows["문서에서 마우스로 끈 위치"] > rows["골드 쿠폰 후기"] == 0


def test_a_first_look_at_one_place_of_several_tries_one_plain_noun(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _asked(monkeypatch)
    occ, index = look(FOREIGN, "골드문 바카라 추천")
    first = fluency.measure(occ, [index], 1)[0]
    one_noun = len(asked)
    asked.clear()
    whole = fluency.measure(occ, [index])[0]
    column = fluency.NAMES.index("gain_noun_top")
    assert first[column] <= whole[column]
    assert any("사람" in text for text in asked)
    assert one_noun < len(asked) // 2


def test_a_first_look_tries_no_noun_where_the_sentence_reads_far_worse_without(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "마을에 눈이 내리는 밤이었다. 창밖에 눈이 내리는 동안 아이는 잤다."
    asked = _asked(monkeypatch)
    deleted, noun = (fluency.NAMES.index(name) for name in ("gain_deleted", "gain_noun"))
    first = fluency.measure(*_one(text, "눈이 내리"), 1)[0]
    assert first[deleted] == first[noun] < fluency.AWRY / 10
    assert not any("회사" in each for each in asked)
    whole = fluency.measure(*_one(text, "눈이 내리"))[0]
    assert whole[noun] > whole[deleted]


def test_what_stands_once_is_read_with_all_plain_nouns(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _asked(monkeypatch)
    occ = Occurrences(
        Batch(look(FOREIGN, "골드문 바카라 추천")[0].batch.view, ["크다"], np.zeros(1, np.int64), np.array([13]))
    )
    assert fluency.measure(occ, [0], 1).tolist() == fluency.measure(occ, [0]).tolist()
    assert any("사람" in text for text in asked)


@pytest.mark.parametrize(
    ("deleted", "noun", "said"),
    [(2.0, 1.0, "without it"), (1.0, 2.0, "with a plain noun in its place"), (0.9, 0.9, "")],
)
def test_what_reads_better_is_said(deleted: float, noun: float, said: str) -> None:
    row = np.zeros(len(fluency.NAMES))
    row[[fluency.NAMES.index("gain_deleted"), fluency.NAMES.index("gain_noun")]] = deleted, noun
    told = fluency.explain(row, "골드문")
    assert told == (f"the sentences around '골드문' read better {said}" if said else "")


def test_shares_are_worked_out_without_fractions(monkeypatch: pytest.MonkeyPatch) -> None:
    """`statistics.mean` took 35 us for the one place of a first look, four times over; shares are as it gives them."""
    occ, index = look(FOREIGN, "골드문 바카라 추천")
    asked: list[int] = []

    def noted(values: Sequence[float]) -> float:
        asked.append(len(values))
        return mean(values)

    monkeypatch.setattr("wonmun.signals.fluency.statistics.mean", noted)
    fluency.measure(occ, [index], 1)
    assert asked == []
    row = fluency.measure(occ, [index])[0]
    assert asked == [2]
    places = [
        fluency._place(occ.batch.view.text, at, occ.batch.phrases[index], ("회사", "사람"))
        for at in occ.batch.spans(index).tolist()
    ]
    assert row[fluency.NAMES.index("crossing")] == mean(p[2] for p in places)
    assert row[fluency.NAMES.index("noun_follows")] == mean(p[4] for p in places)


def _asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Kiwi is asked to read from now on."""
    asked: list[str] = []
    read = fluency._read

    def noted(text: str) -> object:
        asked.append(text)
        return read(text)

    monkeypatch.setattr(fluency, "_read", noted)
    return asked


def _one(text: str, phrase: str) -> tuple[Occurrences, list[int]]:
    occ, index = look(text, phrase)
    return occ, [index]
