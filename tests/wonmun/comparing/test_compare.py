"""A page against its genuine copies: the difference decides, and edits are no injections."""

from __future__ import annotations

import pytest

from tests.wonmun.compared import GENUINE, INJECTED, SPANS, beside, compared
from tests.wonmun.written import BUS, MUSEUM, PORT, SPAM, article, page
from wonmun.comparing.compare import compare_with
from wonmun.model import Copy, Page, Segment
from wonmun.originals import Originals
from wonmun.strategies.genuine import corrections


def test_every_place_with_what_stood_there() -> None:
    found = compared(INJECTED)
    assert (found.verdict, found.genuine_url) == ("injected", "https://a.example/1")
    assert [(p.start, p.end, p.original) for p in found.places] == SPANS
    assert found.places[0].evidence == ("the genuine copy (https://a.example/1) has “한빛항만공사” here",)
    assert {p.phrase for p in found.places} == {SPAM}


def test_the_same_text_is_clean() -> None:
    found = compared(PORT)
    assert (found.verdict, found.places) == ("clean", ())


def test_no_copy_no_answer() -> None:
    assert compare_with(page(BUS), (), None) is None
    assert compare_with(page(BUS), (Copy(article(MUSEUM), 0.3),), None) is None


@pytest.mark.parametrize("phrase", [SPAM, "토토사이트", "여수 밤바다 가볼 만한 곳", "잠실 야구장 관중수"])
@pytest.mark.parametrize(
    ("term", "kind"), [("한빛항만공사", "substitution"), ("상공회의소", "substitution"), ("수심", None)]
)
def test_a_term_however_often_it_stands(phrase: str, term: str, kind: str | None) -> None:
    text = PORT.replace(term, phrase)
    found = compared(text)
    if kind is None:
        assert found.verdict == "clean"
        return
    assert found.verdict == "injected"
    assert {(p.kind, p.original) for p in found.places} == {(kind, term)}
    assert {text[p.start : p.end] for p in found.places} == {phrase}


@pytest.mark.parametrize("phrase", [SPAM, "토토사이트", "여수 밤바다 가볼 만한 곳"])
def test_a_single_phrase_put_before_a_sentence(phrase: str) -> None:
    found = compared(PORT.replace("반면 상공", f"반면 {phrase}상공"))
    assert found.verdict == "injected"
    assert [(p.kind, p.original, p.end - p.start) for p in found.places] == [("insertion", "", len(phrase))]


def test_a_single_phrase_between_two_words_takes_its_blank_along() -> None:
    text = PORT.replace("주민 설명회를", f"주민 {SPAM} 설명회를")
    (place,) = compared(text).places
    assert text[: place.start] + (place.original or "") + text[place.end :] == PORT


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2300억원", "2400억원"),
        ("11일", "12일"),
        ("이지우 기자 jiwoo@example.kr", "정하늘 기자 haneul@example.kr"),
        ("어민회", "어민협회"),
        ("박도현", "박도헌"),
        ("엇갈린다. ", "엇갈린다. 주민들은 오는 20일 항만 앞에서 집회를 열기로 했다. "),
        ("없었다.", "없었다.\n\n[사진] 신항 전경. 한빛항만공사 제공"),
        ("지금까지 국내에는 액화수소를 받을 부두가 없었다.", ""),
        ('"매립지 앞', "“매립지 앞"),
    ],
)
def test_an_editors_change_is_no_injection(before: str, after: str) -> None:
    assert before in PORT
    assert compared(PORT.replace(before, after)).verdict == "clean"


def test_a_term_that_editors_renamed_stands_in_other_pages() -> None:
    others = [f"항만당국이 {n}번째 점검을 했다. 결과는 다음 주에 나온다." for n in range(5)]
    assert compared(PORT.replace("한빛항만공사", "항만당국"), *others).verdict == "clean"


def test_injection_and_edits_together() -> None:
    text = INJECTED.replace("2300억원", "2400억원").replace("이지우", "정하늘")
    found = compared(text)
    assert found.verdict == "injected"
    assert [(text[p.start : p.end], p.original) for p in found.places] == [(SPAM, "한빛항만공사")] * len(SPANS)


def test_no_word_is_taken_from_a_change_beside_the_phrase() -> None:
    text = INJECTED.replace(f"{SPAM}와 거래하는 업체들이", f"{SPAM}하고만 사업하는 회사들이")
    assert {p.original for p in compared(text).places} <= {"한빛항만공사", None}


def test_left_out_and_reordered_paragraphs() -> None:
    lines = INJECTED.split("\n\n")
    text = "\n\n".join([lines[3], lines[2], lines[0]])
    places = compared(text).places
    assert [p.original for p in places] == ["한빛항만공사"] * text.count(SPAM)


def test_two_articles_joined() -> None:
    text = INJECTED + "\n\n" + MUSEUM.replace("관람객", SPAM)
    assert {p.original for p in compared(text).places} == {"한빛항만공사", "관람객"}
    subject = page(text)
    memory = Originals([GENUINE])
    part = compare_with(subject, memory.genuine(subject), memory)
    assert part is not None
    assert not part.complete


def test_a_short_article_inside_a_long_page_is_answered_for() -> None:
    others = "\n\n".join(f"{n}일째 소식이다. {BUS}\n\n{MUSEUM}" for n in range(3))
    subject = page(f"{INJECTED}\n\n{others}")
    memory = Originals([GENUINE])
    (copy,) = memory.genuine(subject)
    assert copy.cover < 0.3
    found = compare_with(subject, [copy], memory)
    assert found is not None
    assert [p.original for p in found.places] == ["한빛항만공사"] * len(SPANS)


def test_several_words_before_sentences_that_begin_alike() -> None:
    text = PORT.replace("부두는 신항", f"{SPAM}부두는 신항").replace("설계는 두", "부두는 두")
    genuine = article(PORT.replace("설계는 두", "부두는 두"), "port")
    found = compare_with(page(text.replace("부두는 두", f"{SPAM}부두는 두")), [Copy(genuine, 0.9)], None)
    assert found is not None
    assert (found.verdict, [p.original for p in found.places]) == ("injected", ["", ""])


def test_a_phrase_whose_last_letter_looks_like_a_particle() -> None:
    text = PORT.replace("상공회의소는", "네임드달팽이는").replace("어민회 박도현", "네임드달팽이 박도현")
    copies = Originals([article(PORT.replace("어민회 박도현", "상공회의소 박도현") + "\n\n상공회의소 제공", "p")])
    subject = page(text.replace("네임드달팽이는", "네임드달팽이가") + "\n\n상공회의소 제공")
    found = compare_with(subject, copies.genuine(subject), copies)
    assert found is not None
    assert found.verdict == "injected"


def test_a_phrase_glued_behind_sentences_at_the_ends_of_lines() -> None:
    text = (
        PORT.replace("밝혔다.", f"밝혔다.{SPAM}").replace("없었다.", f"없었다.{SPAM}").replace("반면 ", f"{SPAM}반면 ")
    )
    assert [p.original for p in compared(text).places] == [""] * 3


def test_the_title_is_restored_from_the_copys_title() -> None:
    found = compared(INJECTED, title=f"{SPAM}, 수소 부두 짓는다 - 거울신문")
    assert (found.places[0].start, found.places[0].original) == (0, "한빛항만공사")


def test_phrases_outside_the_article_are_found_without_an_original() -> None:
    text = f"{INJECTED}\n\n많이 본 뉴스 {SPAM} 소식"
    cut = text.index("많이 본")
    subject = Page(text, (*page(INJECTED).segments, Segment("r", "text", cut, len(text), article=False)))
    memory = Originals([GENUINE])
    found = compare_with(subject, memory.genuine(subject), memory)
    assert found is not None
    assert [p.original for p in found.places] == ["한빛항만공사"] * len(SPANS) + [None]


def test_a_lost_blank_comes_back() -> None:
    text = PORT.replace("한빛항만공사 관계자는", f"{SPAM}관계자는").replace("한빛항만공사가 서해", f"{SPAM}가 서해")
    places = compared(text).places
    undone = text
    for p in reversed(places):
        undone = undone[: p.start] + (p.original or "") + undone[p.end :]
    assert undone == PORT


def test_another_papers_report_says_nothing_of_places_that_it_words_otherwise() -> None:
    """Seen from outside in November 2026: 12 wrong words, the one of two terms that another paper's report had."""
    text = PORT.replace("한빛항만공사", SPAM).replace("부두", SPAM)
    theirs = PORT.replace("수소 하역 부두를", "선착장을").replace("부두는 신항", "그곳은 신항")
    theirs = theirs.replace(" 지금까지 국내에는 액화수소를 받을 부두가 없었다.", "")
    found = compare_with(page(text), (Copy(article(theirs), 0.9),), None)
    assert found is not None
    assert {p.original for p in found.places} == {"한빛항만공사", None}
    told = corrections(text, found.places)
    assert [n in told for n in range(len(found.places))] == [p.original is not None for p in found.places]


def test_a_headline_that_the_copy_lacks_refuses_no_word_of_the_others() -> None:
    """The headline was read against the first sentence, whose brackets are no word: nothing was put back there."""
    genuine = (
        "강변시가 내년부터 모든 초등학교에 인공지능(AI) 돌봄 교실을 연다. 시는 “AI는 교사의 일을 덜어 줄 뿐”이라고 밝혔다.\n"
        "시에 따르면 AI 교실은 올해 열두 곳에서 시범 운영됐다. 교육청은 AI 윤리 교육도 함께 하기로 했다."
    )
    text = f"강변시, 모든 초등학교에 {SPAM} 돌봄 교실\n" + genuine.replace("AI", SPAM)
    found = beside(text, genuine)
    assert [(p.original, p.refused) for p in found.places] == [(None, False), *[("AI", False)] * 4]
