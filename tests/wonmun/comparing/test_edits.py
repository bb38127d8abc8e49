"""What editors do to a page and its copy is no injection, and what looks like an edit may be one."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from tests.wonmun.compared import GENUINE, INJECTED, SPANS, beside, compared
from tests.wonmun.written import PORT, article, page
from wonmun.comparing.compare import compare_with
from wonmun.model import Copy, Weight

WEIGHTS = get_args(Weight)


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("한빛항만공사", "한빛항만공사(사장 김도윤)"),
        ("한빛항만공사", "서해한빛항만공사"),
        ("한빛항만공사", "한빛항만공사19"),
        ("박도현 회장", "박도현 신임 회장"),
        ("신항", "새만금신항"),
        ("액화수소", "액체 수소"),
    ],
)
def test_a_name_that_editors_lengthened_or_spelled_otherwise_everywhere(
    before: str, after: str, weight: Weight
) -> None:
    assert before in PORT
    assert compared(PORT.replace(before, after), weight=weight).verdict == "clean"


def renamed(name: str) -> str:
    """Write the port's name anew as an editor would, its particles made to fit."""
    text = PORT
    for old, new in (("가", "이"), ("는", "은"), ("와", "과")):
        text = text.replace(f"한빛항만공사{old} ", f"{name}{new} ")
    return text.replace("한빛항만공사", name)


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("name", ["서해물류공단", "서해 바다 물류 공단"])
def test_a_renamed_office_whose_particles_were_made_to_fit(name: str, weight: Weight) -> None:
    found = compared(renamed(name), weight=weight)
    assert (found.verdict, found.places) == ("clean", ())
    assert found.reasons == ("the page differs from another copy (https://a.example/1) as edited articles do",)


@pytest.mark.parametrize("weight", ["own", "seen"])
@pytest.mark.parametrize("name", ["해양항만공사", "서해수소청사"])
def test_a_renamed_office_whose_particles_need_no_change(name: str, weight: Weight) -> None:
    assert compared(PORT.replace("한빛항만공사", name), weight=weight).verdict == "clean"


@pytest.mark.parametrize("weight", ["own", "seen"])
def test_the_page_is_not_accused_for_what_the_copy_renamed(weight: Weight) -> None:
    later = article(PORT.replace("한빛항만공사", "서해수소청사"), "later", url="https://b.example/1")
    found = compare_with(page(PORT), [Copy(later, 0.9, weight)], None)
    assert found is not None
    assert (found.verdict, found.places) == ("clean", ())


@pytest.mark.parametrize("weight", WEIGHTS)
def test_spam_is_found_however_little_the_copy_weighs(weight: Weight) -> None:
    found = compared(INJECTED, weight=weight)
    assert found.verdict == "injected"
    assert [p.original for p in found.places] == ["한빛항만공사"] * len(SPANS)
    assert found.outweighs == (weight != "seen")


def test_a_single_place_is_suspicious_at_most_where_the_copy_is_as_good_a_witness() -> None:
    text = PORT.replace("반면 상공", "반면 토토사이트상공")
    found = compared(text, weight="seen")
    assert (found.verdict, [p.original for p in found.places]) == ("suspicious", [None])
    assert found.reasons == ("1 place differs from another copy (https://a.example/1)",)


@pytest.mark.parametrize("places", [("지역에서는", "부두는", "설계는"), ("지역에서는", "설계는")])
def test_one_odd_word_put_between_words_at_unrelated_places(places: tuple[str, ...]) -> None:
    text = PORT
    for word in places:
        text = text.replace(f"{word} ", f"{word} 놀고먹소 ")
    found = compared(text)
    assert (found.verdict, {p.original for p in found.places}) == ("injected", {""})
    assert len(found.places) == len(places)


def test_a_term_that_survives_elsewhere_was_not_renamed() -> None:
    text = PORT.replace("한빛항만공사", "도토리콩", 2)
    assert [p.original for p in compared(text).places] == ["한빛항만공사"] * 2


@pytest.mark.parametrize("phrase", ["놀고먹는 어플 까치", "노래하는 여우 굴뚝"])
def test_one_place_that_reads_like_running_text_is_at_least_suspicious(phrase: str) -> None:
    assert compared(PORT.replace("반면 상공", f"반면 {phrase}상공")).verdict == "injected"
    assert compared(PORT.replace("반면 상공", f"반면 {phrase} 상공")).verdict == "suspicious"


def test_a_line_that_stands_between_paragraphs_more_than_once() -> None:
    text = PORT.replace("\n\n", "\n이 기사는 유료 독자에게 먼저 제공됐습니다.\n")
    assert compared(text).verdict == "clean"


@pytest.mark.parametrize("name", ["국가 항만 위원회", "서해 물류 협회", "해양교통협회"])
def test_an_office_renamed_everywhere_is_an_edit_where_nothing_speaks_against_it(name: str) -> None:
    """Measured on 2026-11-29: 37 of 306 terms that became offices of several words were accused."""
    assert compared(PORT.replace("한빛항만공사", name)).verdict == "clean"


@pytest.mark.parametrize("phrase", ["강아지 눈물자국", "토익 공부법", "유산균"])
def test_what_was_put_over_an_unrelated_word_everywhere_is_no_edit(phrase: str) -> None:
    """A trial of 2026-11-29: 15 of 176 such copies were not restored; `국` and `법` made two of them offices."""
    source = "장관은 어제 새 장관 관저를 열었다. 장관이 직접 나온 것은 처음이다. 주민들은 이날 장관을 반겼고 아이들은 꽃을 건넸다."
    found = beside(source.replace("장관", phrase), source)
    assert found.verdict == "injected"
    assert [p.phrase for p in found.places] == [phrase] * 4


@pytest.mark.parametrize(("term", "word"), [("부두", "청바지"), ("수소", "자전거")])
def test_an_everyday_word_whose_particles_happen_to_fit_is_no_edit_where_it_is_not_at_home(
    term: str, word: str
) -> None:
    """Of an outside set two copies with their genuine text given were suspicious only; 22 of 149 of a trial not restored."""
    found = compared(PORT.replace(term, word))
    assert found.verdict == "injected"
    assert {p.original for p in found.places} == {term}
    assert compared(PORT.replace(term, "부지")).verdict == "clean"


@pytest.mark.parametrize("name", ["아르고스", "벨로트라"])
def test_a_name_written_for_a_word_that_is_none_is_no_edit(name: str) -> None:
    """Of 480 copies of two outside sets with their genuine text given, two of the three that were not injected."""
    source = (
        "정산시장 장날인 17일, 상인들은 새벽부터 좌판을 폈다. 어물전을 하는 양말숙 씨는 장날마다 거스름돈을 바꾸러 은행에 갔다. 은행은 지난달 문을 "
        "닫았다. 이제는 이동 점포가 장날마다 시장 입구에 선다. 예금은 되지만 대출은 되지 않는다."
    )
    found = beside(source.replace("장날", name), source)
    assert found.verdict == "injected"
    assert {p.original for p in found.places} == {"장날"}


@pytest.mark.parametrize("name", ["김모 씨", "박아무개 씨", "이모씨"])
def test_a_name_written_otherwise_for_nobody_to_know_is_an_edit(name: str) -> None:
    """A trial of 2026-11-29: it was suspicious."""
    source = (
        "경찰은 ㄱ씨를 어제 오후 한 상가에서 붙잡았다고 밝혔다. ㄱ씨는 지난달부터 노인들에게 가짜 약을 판 혐의를 받는다. 이웃 주민은 ㄱ씨가 "
        "지난봄 이사 왔다고 했다. 경찰은 ㄱ씨의 집에서 장부를 찾았고 ㄱ씨와 함께 일한 두 사람을 뒤쫓고 있다."
    )
    found = beside(source.replace("ㄱ씨", name), source)
    assert found.verdict == "clean"


@pytest.mark.parametrize(("before", "after"), [("주민", "시민"), ("장관", "부총리 장관")])
def test_words_of_one_meaning_and_longer_titles_are_edits(before: str, after: str) -> None:
    source = "장관은 어제 주민 쉼터를 열었다. 주민은 장관을 반겼고 어떤 주민이 꽃을 건넸다. 장관이 온 것은 처음이다."
    found = beside(source.replace(before, after), source)
    assert found.verdict == "clean"


def test_a_title_put_behind_a_name_changes_its_particle() -> None:
    """As before; 9 of 306 pages where a name was lengthened."""
    text = PORT.replace("한빛항만공사", "한빛항만공사 비상대책위원장")
    for vowel, closed in (("는", "은"), ("가", "이"), ("와", "과")):
        text = text.replace(f"위원장{vowel}", f"위원장{closed}")
    assert compared(text).verdict == "clean"


def test_two_ordinary_words_added_once_are_an_edit() -> None:
    """As before; 27 of 310 pages with one added word or two."""
    assert compared(PORT.replace("부두가 없었다", "국제 우주 부두가 없었다")).verdict == "clean"
    assert compared(PORT.replace("부두가 없었다", "놀고먹는 까치 부두가 없었다")).verdict != "clean"


@pytest.mark.parametrize("missed", ["노래하는 여우 굴뚝", "바카라사이트", "레고 주소", "유산균", "달토끼"])
def test_a_phrase_that_was_missed_in_an_untrusted_copy_is_never_put_in(missed: str) -> None:
    """A report of 2026-11-29: of two mirrors without a genuine copy each was given the other one's phrase."""
    mirror = replace(article(PORT.replace("한빛항만공사", missed), "mirror"), trusted=False)
    for weight in ("given", "seen"):
        found = compare_with(page(INJECTED), [Copy(mirror, 0.8, weight)], None)
        assert found is not None
        assert {p.original for p in found.places} <= {None}
    genuine = replace(GENUINE, trusted=False)
    known = compare_with(page(INJECTED), [Copy(genuine, 0.8, "given")], None)
    assert known is not None
    assert {p.original for p in known.places} == {"한빛항만공사"}


@pytest.mark.parametrize(("weight", "verdict"), [("given", "injected"), ("own", "clean")])
def test_sentences_that_are_missing_are_no_rewriting_beside_a_genuine_copy(weight: Weight, verdict: str) -> None:
    """Seen from outside in November 2026: coined words were only suspicious where a mirror had left paragraphs out."""
    text = PORT.replace("한빛항만공사", "서해벳츠").replace("지금까지 국내에는 액화수소를 받을 부두가 없었다.", "")
    found = compared(text, weight=weight)
    assert found.verdict == verdict
    assert {p.original for p in found.places} == ({"한빛항만공사"} if weight == "given" else set())
