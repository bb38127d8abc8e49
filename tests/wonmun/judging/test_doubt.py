from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.wonmun.measuring import look
from tests.wonmun.written import BUS, MUSEUM, PORT
from wonmun import signals
from wonmun.detect import detect
from wonmun.judging.doubt import LONG, SLIGHT, SUBJECT, TWICE, at_two_places, in_doubt, put_in, suspicious
from wonmun.language.load import language
from wonmun.page.plain import plain_page
from wonmun.phrases.candidates import Batch
from wonmun.phrases.occurrences import Occurrences
from wonmun.phrases.picked import Picked
from wonmun.phrases.view import View
from wonmun.weights.fitted import weights

BETWEEN = (
    BUS.replace("시는 물가", "시는 등산복 물가")
    .replace("지금처럼 네", "지금처럼 등산복 네")
    .replace("배차 간격이", "배차 간격이 등산복")
)
NUMBERS = weights("ko")


def doubted(text: str, phrase: str, above: float) -> bool:
    """Whether a page is read whose best candidate is this phrase and scores so much above the doubtful limit."""
    occ, index = look(text, phrase)
    scores = np.full(occ.batch.size, NUMBERS.doubtful + above - 0.5)
    scores[index] = NUMBERS.doubtful + above
    return in_doubt(occ, signals.measure(occ), scores, NUMBERS.doubtful)


def test_what_stands_between_words_everywhere_is_read_from_less_on() -> None:
    assert doubted(BETWEEN, "등산복", -1.0)
    assert not doubted(BETWEEN, "등산복", -1.4)
    assert doubted(BETWEEN, "등산복", 0.0)


def test_what_has_particles_is_not() -> None:
    assert not doubted(BETWEEN.replace("간격이 등산복", "간격이 등산복을"), "등산복", -1.0)
    assert not doubted(BETWEEN.replace("등산복", "등산복에서"), "등산복에서", -1.0)


def test_a_search_of_several_words_is_read_from_less_on() -> None:
    searched = BETWEEN.replace("간격이 등산복", "간격이 등산복을").replace("등산복", "카림바 도메인")
    assert doubted(searched, "카림바 도메인", -1.0)
    assert not doubted(searched, "카림바 도메인", -1.4)
    lawful = searched.replace("카림바 도메인", "카림바 코인")
    assert not doubted(lawful, "카림바 코인", -1.0)


def test_one_of_the_best_is_enough() -> None:
    occ, index = look(BETWEEN, "등산복")
    other = next(i for i in range(occ.batch.size) if i != index)
    scores = np.full(occ.batch.size, NUMBERS.doubtful - 3)
    scores[other], scores[index] = NUMBERS.doubtful - 0.9, NUMBERS.doubtful - 1
    rows = signals.measure(occ)
    assert put_in(occ, rows, scores, NUMBERS.doubtful) == [index]
    assert in_doubt(occ, rows, scores, NUMBERS.doubtful)


def test_what_runs_into_clauses_everywhere_is_read_from_less_on() -> None:
    before = (
        BUS.replace("시는 물가", "등산복시는 물가")
        .replace("환승 할인", "등산복환승 할인")
        .replace("배차", "등산복배차")
    )
    assert doubted(before, "등산복", -1.0)
    assert not doubted(before.replace("등산복배차", "배차"), "등산복", -1.0)


def test_a_plain_noun_between_words_is_found() -> None:
    found = detect(plain_page(BETWEEN))
    assert found.verdict == "injected"
    assert {p.phrase for p in found.places} == {"등산복"}


def pick_of(occ: Occurrences, index: int, below: float, **columns: float) -> Picked:
    """The candidate, scored so much below the limit of suspicion; `columns` of its row as given."""
    row = signals.measure(occ)[index]
    for name, value in columns.items():
        row[signals.NAMES.index(name)] = value
    return Picked(index, occ.batch.phrases[index], NUMBERS.suspicious - below, row)


LARGE = MUSEUM + PORT + BUS
"""An article of more than `LONG` letters."""


def test_a_phrase_at_three_places_is_suspicious_from_less_on() -> None:
    occ, index = look(LARGE.replace("관람객", "등산복"), "등산복")
    slight = pick_of(occ, index, 0.3)
    assert suspicious(occ, slight, NUMBERS) == NUMBERS.suspicious - SLIGHT
    assert suspicious(occ, pick_of(occ, index, 0.3, cover=SUBJECT), NUMBERS) == NUMBERS.suspicious


def test_a_name_that_nobody_knows_is_judged_as_fitted() -> None:
    occ, index = look(LARGE.replace("관람객", "벨로나관"), "벨로나관")
    assert suspicious(occ, pick_of(occ, index, 0.3), NUMBERS) == NUMBERS.suspicious


def test_a_short_text_is_judged_as_fitted() -> None:
    occ, index = look(MUSEUM.replace("관람객", "벨로나관"), "벨로나관")
    assert len(MUSEUM) < LONG
    assert suspicious(occ, pick_of(occ, index, 0.3), NUMBERS) == NUMBERS.suspicious


def test_two_places_are_judged_as_fitted() -> None:
    text = LARGE.replace("환승", "벨로나관").replace("청소년", "벨로나관")
    occ, index = look(text, "벨로나관")
    assert suspicious(occ, pick_of(occ, index, 0.3), NUMBERS) == NUMBERS.suspicious


def test_with_a_word_of_spam_two_places_of_a_long_text_are_enough() -> None:
    text = LARGE.replace("환승", "슬롯온", 1).replace("청소년", "슬롯온", 1)
    occ, index = look(text, "슬롯온")
    assert suspicious(occ, replace(pick_of(occ, index, 0.3), lexical=True), NUMBERS) == NUMBERS.suspicious - SLIGHT


@pytest.mark.parametrize(
    ("more", "limit"), [("", NUMBERS.suspicious - SLIGHT), (" 당첨금은 없다.", NUMBERS.suspicious)]
)
def test_a_word_of_a_trade_that_the_text_speaks_of_is_judged_as_fitted(more: str, limit: float) -> None:
    occ, index = look(LARGE.replace("관람객", "급전") + more, "급전")
    assert suspicious(occ, pick_of(occ, index, 0.3), NUMBERS) == limit


def test_a_rule_that_forbids_it_once_leaves_none() -> None:
    """Seen from outside: a forum's rule that forbids such posts, with words behind it taken for the phrase's own."""
    text = (
        "동네 장터 모임의 규칙입니다. 팔린 물건은 바로 지워 주세요. 값은 분명히 적습니다. 통장을 빌려 달라는 글은 지웁니다. "
        "도박 자금을 모으는 글, 토토 환전 대행 글도 매한가지입니다. 늘 웃으며 인사해 주세요. 지난달에는 서른두 명이 나갔습니다."
    )
    assert detect(plain_page(text)).verdict == "clean"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Three people in Leith were taken ill after they bought slimming pens from a stranger. The pens held insulin, "
            "which lowers blood sugar. A pharmacy charges more than a hundred pounds because real semaglutide costs a lot "
            "to make, and it asks for a prescription. The medicine must be kept cold."
        ),
        (
            "Pupils who buy essays online risk more than a bad mark, the college at Carrick said. Its lecturers found that "
            "plagiarism had fallen while essay writing firms grew. One of them threatened to tell a pupil's parents unless "
            "he paid again. The library now offers evening classes on how to quote a source."
        ),
        (
            "Dinas kesehatan menarik 30 merek obat kuat pria dari toko di Pasar Lama. Isinya sildenafil tanpa izin, kata "
            "petugas BPOM. Dua pembeli dirawat karena tekanan darah turun. Kemasannya meniru Viagra dan tidak menyebut "
            "nama pabrik. Pedagang diminta menyimpan nota."
        ),
    ],
)
def test_one_phrase_in_a_text_abroad_that_speaks_of_its_trade_is_meant(text: str) -> None:
    assert detect(plain_page(text)).verdict == "clean"


def test_one_phrase_in_a_text_abroad_that_speaks_of_nothing_like_it_is_suspicious() -> None:
    text = (
        "The night ferry to Orsay will sail again in May. Its captain said that the buy viagra online harbour wall has "
        "been mended and that the last winter storms had cost the island forty mornings without bread or letters. "
        "Two families have promised to paint the waiting room, and the school will hang its drawings there."
    )
    assert detect(plain_page(text)).verdict == "suspicious"


def test_a_substance_before_two_nouns_leaves_a_doubt_only() -> None:
    """Seen from outside: an honest text was injected for 스티렌 at two places, and both were deleted."""
    text = (
        "새벽 네 시 화학 공장에서 불이 났다. 소방서는 한 시간 만에 불을 껐다. 감식반은 스티렌 저장탱크와 배관을 잇는 밸브가 헐거워진 것을 "
        "찾았다. 새어 나온 스티렌 증기에 용접 불티가 옮겨붙은 것으로 보고 있다. 다친 사람은 없다."
    )
    assert detect(plain_page(text)).verdict != "injected"


def test_form_alone_says_less_at_two_places() -> None:
    occ, index = look(
        BUS.replace("시는 물가", "시는 등산복 물가").replace("지금처럼 네", "지금처럼 등산복 네"), "등산복"
    )
    row = np.zeros(len(signals.NAMES))
    for more, left in ((TWICE - 0.1, False), (TWICE + 0.1, True)):
        pick = Picked(index, "등산복", NUMBERS.injected + more, row, form=NUMBERS.injected + more)
        assert (at_two_places(occ, pick, NUMBERS) == pick) is left
        assert at_two_places(occ, replace(pick, lexical=True), NUMBERS).score == pick.score


def test_a_term_that_nobody_knows_is_not_accused_at_two_places_that_it_fits() -> None:
    """Seen from outside: 고대역폭메모리 twice in news of a maker of chips, 레쟁발리드 twice in news of archers."""
    text = (
        "삼 년 만에 새 공장을 여는 회사는 {0} 주문이 몰려 밤에도 기계를 돌린다. 노조는 사람을 더 뽑아 달라고 했다. 한 증권사는 {0} 값이 가을까지 "
        "오를 것으로 보고 목표 주가를 올렸다. 회사는 내년에 직원 이백 명을 더 뽑고, 낡은 설비는 모두 바꾸겠다고 했다."
    )
    assert detect(plain_page(text.format("유리관통전극"))).verdict == "clean"
    assert detect(plain_page(text.format("메이저놀이터"))).verdict == "injected", "a word of spam that fits, too"


def test_a_term_that_fits_badly_at_one_of_two_places_leaves_a_doubt() -> None:
    occ, index = look(
        BUS.replace("시는 물가", "시는 등산복 물가").replace("지금처럼 네", "지금처럼 등산복 네"), "등산복"
    )
    row = np.zeros(len(signals.NAMES))
    for odd, limit in ((0, NUMBERS.suspicious), (1, NUMBERS.injected)):
        row[signals.NAMES.index("glued_left")] = odd
        pick = Picked(index, "등산복", NUMBERS.injected + 0.5, row, form=NUMBERS.injected + 0.5)
        assert at_two_places(occ, pick, NUMBERS) == pick.below(limit)


@pytest.mark.parametrize(("word", "enough"), [("한국승강기", False), ("벨로나관", True)])
def test_a_usual_word_begins_names_before_clauses(word: str, *, enough: bool) -> None:
    """`한국승강기안전공단에 따르면` and `한국승강기대 교수는` in one report: injected by weights fitted anew."""
    text = f"{word}안전공단에 따르면 새 승강기가 늘었다. {word}대 교수는 고치는 일이 먼저라고 했다."
    starts = np.array([0, text.index(word, 1)])
    occ = Occurrences(Batch(View(text, language("ko")), [word], np.zeros(2, np.int64), starts))
    row = np.zeros(len(signals.NAMES))
    row[signals.NAMES.index("lead_rate")] = 1
    pick = Picked(0, word, NUMBERS.injected + 0.2, row, form=NUMBERS.injected + 0.2)
    assert (at_two_places(occ, pick, NUMBERS) == pick) is enough
