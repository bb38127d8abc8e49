"""Restoring what was put in and replaced nothing: it goes to the letter, and a word that was replaced never does."""

from __future__ import annotations

import pytest

from tests.wonmun.written import MUSEUM, NOTHING, PORT, SPAM, found_at, restored, substituted
from wonmun import check
from wonmun.page.parse import parse_page
from wonmun.restore import restore


@pytest.mark.parametrize("spot", ["지역에서는", "지금까지", "설계는"])
def test_an_insertion_before_a_sentence_is_deleted_exactly(spot: str) -> None:
    text = PORT.replace(spot, SPAM + spot).replace("반면", SPAM + "반면")
    report = restored(text, "insertion")
    assert report.restored == PORT
    assert {(f.kind, f.replacement, f.source) for f in report.findings} == {("insertion", "", "insertion")}


def test_an_insertion_between_words_takes_one_blank_along() -> None:
    text = MUSEUM
    for word in ("가장", "조종석에", "휴일마다", "요청이"):
        text = text.replace(f"{word} ", f"{word} {SPAM} ", 1)
    assert restored(text, "insertion").restored == MUSEUM


def test_an_insertion_between_words_that_a_pages_description_has_too_is_deleted() -> None:
    """Places outside the article were read with the blank that such a place holds, as if a word ended in them."""
    text = MUSEUM
    for word in ("가장", "조종석에", "휴일마다", "요청이"):
        text = text.replace(f"{word} ", f"{word} {SPAM} ", 1)
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n") if line)
    begun = text[: text.index(SPAM) + 40]
    head = f'<title>주말에 붐비는 박물관</title><meta name="description" content="{begun}">'
    report = check(parse_page(f"<html lang=ko><head>{head}</head><body><article>{lines}</article></body></html>"))
    assert SPAM not in report.restored


def test_what_a_description_repeats_of_two_places_does_not_vote() -> None:
    """Seen on pages made of an outside set's copies: 이 opens one of two sentences, as a particle does not."""
    first = f"마을 지도에 물길 열두 줄기가 실렸다. {SPAM}이 가운데 네 줄기는 땅속에 있다."
    text = f"{first} 집들은 물길 위에 섰다. {SPAM}물길은 오래전에 덮였고 아이들은 모른다."
    head = f'<title>물길 지도</title><meta name="description" content="{first}">'
    subject = parse_page(f"<html lang=ko><head>{head}</head><body><article><p>{text}</p></article></body></html>")
    report = restore(subject, found_at(subject.text, kind="insertion"), None, NOTHING)
    assert [f.replacement for f in report.findings] == ["", "", ""]


def test_what_detection_took_for_a_substitution_is_deleted_where_the_sentences_are_whole() -> None:
    text = PORT
    for spot in ("지역에서는", "지금까지", "설계는", "반면"):
        text = text.replace(spot, SPAM + spot)
    assert restored(text, "substitution").restored == PORT


def test_what_stands_behind_commas_without_a_blank_is_deleted() -> None:
    """Real mirrors of November 2026 have no blank behind any comma; at two places it was taken for a substitution."""
    genuine = "새 대표는 직원의 마음을 헤아리고,손님의 마음을 얻겠다고 했다. 주말에는 시장을 돌아보고,가격을 살핀다."
    text = genuine.replace(",", f",{SPAM}")
    assert restored(text).restored == genuine


@pytest.mark.parametrize("line", [f"NO.1: {SPAM}", f"NO.2: {SPAM} 룸", f"{SPAM} - 2024년 실시간 업데이트", SPAM])
def test_a_line_that_spam_put_above_the_article_does_not_vote(line: str) -> None:
    """Real mirrors of November 2026: all 13 of their kind have one, and with it nothing was deleted."""
    genuine = "새 대표는 직원의 마음을 헤아리고,손님의 마음을 얻겠다고 했다. 주말에는 시장을 돌아보고,가격을 살핀다."
    report = restored(f"{line}\n{genuine.replace(',', f',{SPAM}')}")
    assert report.restored == f"{line}\n{genuine}"
    alone = restored(f"{line}\n그는 문을 열었다.")
    assert [f.found for f in alone.findings] == [SPAM]


def test_a_heading_of_several_words_votes() -> None:
    text = f"{SPAM} 시장을 돌아보다\n주말에는 시장을 돌아보고,{SPAM}가격을 살핀다. 그는 웃고,{SPAM}손님을 맞는다."
    findings = restored(text).findings
    assert findings
    assert "" not in {f.replacement for f in findings}


def test_a_term_behind_commas_stays_where_it_is_half_of_a_word() -> None:
    text = f"올해는 현대차,{SPAM}가 나선다. 지난해는 기아,{SPAM}는 쉬었다."
    findings = restored(text).findings
    assert findings
    assert "" not in {f.replacement for f in findings}


@pytest.mark.parametrize(("second", "deleted"), [("회사원", True), ("시의회는", False)])
def test_a_city_before_a_sentence_is_no_name_where_another_one_is_opened(second: str, *, deleted: bool) -> None:
    """Both sentences may be about 새별시; where the other one begins with another word, nothing stood there."""
    genuine = f"통행이 금지됐다. 시는 점검 결과를 살폈다. 출근길은 엉망이 됐다. {second} 노재현 씨를 만났다."
    text = genuine.replace("시는", SPAM + "시는").replace(second, SPAM + second)
    assert (restored(text).restored == genuine) is deleted


@pytest.mark.parametrize(("left", "offered"), [("오픈", False), ("다음", True)])
def test_a_phrase_that_ends_a_word_is_not_deleted(left: str, *, offered: bool) -> None:
    """A real mirror of November 2026: 오픈AI CEO became 오픈파라오 슬롯 CEO, among places between blanks."""
    places = [
        f"사람들은 {left}{SPAM} 대표가 말했다고 한다.",
        *(f"{SPAM}{w} 왔다." for w in ("지역에서는", "지금까지", "정부는", "반면")),
    ]
    found = restored(" ".join(places), "insertion").findings
    assert "" not in {f.replacement for f in found}
    assert any(g.value == "" for f in found for g in f.guesses) is offered


@pytest.mark.parametrize(("around", "kept"), [(("567건의", "중"), True), (("지난달", "중앙"), False)])
def test_words_that_need_a_noun_between_them_keep_the_phrase(around: tuple[str, str], *, kept: bool) -> None:
    """A real mirror of November 2026: 산불 was deleted from 연평균 567건의 산불 중 319건."""
    text = f"{' '.join(around)} 절반이 봄에 났다. 그는 웃었다. 비가 왔다. 밤이었다. 문이 열렸다."
    text = text.replace(f"{around[0]} ", f"{around[0]} {SPAM} ", 1)
    for word in ("그는", "비가", "밤이었다", "문이"):
        text = text.replace(word, SPAM + word)
    assert ("" not in {f.replacement for f in restored(text, "insertion").findings}) is kept


def test_a_term_that_particles_point_to_is_not_deleted() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    findings = restored(text, "insertion").findings
    assert findings
    assert "" not in {f.replacement for f in findings}


def test_a_phrase_cut_short_is_not_deleted() -> None:
    text = PORT
    for spot in ("지역에서는", "지금까지", "설계는", "반면"):
        text = text.replace(spot, SPAM + " 추천" + spot)
    assert {f.replacement for f in restored(text, "insertion").findings} == {None}


def test_a_phrase_cut_before_a_word_that_the_page_has_elsewhere_is_not_deleted() -> None:
    """Of 꽁머니 환전 가능, put over a noun, all but 가능 was deleted."""
    places = (
        f"주민은 {SPAM} 가능이 늦었다고 했다. 구청은 다음 {SPAM} 가능까지 기다린다. 이번 {SPAM} 가능을 보면서 놀랐다."
    )
    elsewhere = "재사용이 가능해졌다. 보관도 가능하다. 운반이 가능하다. 점검이 가능했다."
    assert {f.replacement for f in restored(f"{PORT} {elsewhere} {places}", "insertion").findings} == {None}


def test_a_noun_on_a_letter_that_particles_have_is_no_phrase_with_a_particle() -> None:
    """Seen from outside in November 2026: 작업대출 문의, put between words at six places, was held back."""
    genuine = "비가 적게 왔다. 값을 두 차례 올렸고 눈을 가리고 마신 사람도 있다. 한 가게는 밤에 다시 연다."
    phrase, text = "작업대출 문의", genuine
    for word in ("왔다", "올렸고", "마신", "다시"):
        text = text.replace(word, f"{phrase} {word}")
    assert restored(text, "insertion", phrase=phrase).restored == genuine


def test_a_phrase_whose_beginning_was_not_found_is_not_deleted() -> None:
    text = PORT
    for spot in ("지역에서는", "지금까지", "설계는", "반면"):
        text = text.replace(spot, f"강남 {SPAM} {spot}")
    assert {f.replacement for f in restored(text).findings} == {None}


def test_a_phrase_that_ends_a_letter_too_late_leaves_that_letter() -> None:
    """Seen from outside in November 2026: of 경찰은 and 경보기는 the common syllable was deleted, too."""
    genuine, late = "비가 왔다. 경찰은 말했다. 밤이었다. 경보기는 울렸다.", SPAM + "경"
    text = genuine.replace("경찰", late + "찰").replace("경보기", late + "보기")
    assert restored(text, "insertion", phrase=late).restored == genuine


def test_a_letter_too_much_before_letters_that_it_makes_words_of() -> None:
    """Of 반대로 and 반면 the common syllable was deleted with the phrase, as a word of one letter said nothing."""
    genuine, late = "비가 왔다. 반대로 그는 갔다. 밤이었다. 반면 그는 웃었다.", SPAM + "반"
    text = genuine.replace("반대로", late + "대로").replace("반면", late + "면")
    assert restored(text, phrase=late).restored == genuine


@pytest.mark.parametrize("words", [("정부는", "시장은"), ("우 교수는", "기상청은"), ("27일로", "앞서")])
def test_the_last_letter_of_an_insertion_goes_with_it(words: tuple[str, str]) -> None:
    """Seen from outside in November 2026: 인스타 좋아 was deleted, and the 요 of 좋아요 left at both places."""
    genuine = f"비가 왔다. {words[0]} 말했다. 밤이었다. {words[1]} 밤에 갔다."
    text = genuine.replace(words[0], f"{SPAM}표{words[0]}").replace(words[1], f"{SPAM}표{words[1]}")
    report = restored(text, "insertion")
    assert (report.restored, {f.found for f in report.findings}) == (genuine, {SPAM + "표"})


@pytest.mark.parametrize("words", [("이 회사는", "이른바 시장은"), ("정부는", "정치권은")])
def test_a_letter_that_the_next_words_share_by_chance_stays(words: tuple[str, str]) -> None:
    text = f"비가 왔다. {SPAM}{words[0]} 말했다. 밤이었다. {SPAM}{words[1]} 밤에 갔다."
    assert {f.found for f in restored(text, "insertion").findings} == {SPAM}


def test_a_percent_sign_behind_a_phrases_number_goes_with_it() -> None:
    """Seen from outside in November 2026: 첫충 100% before sentences left its % behind."""
    genuine = "비가 왔다. 정부는 말했다. 밤이었다. 시장은 밤에 갔다."
    text = genuine.replace("정부", f"{SPAM} 100%정부").replace("시장", f"{SPAM} 100%시장")
    assert {restored(text, "insertion", phrase=found).restored for found in (SPAM, SPAM + " 100")} == {genuine}


def test_a_number_before_a_term_keeps_its_last_digit() -> None:
    """Seen from outside in November 2026: of 규모 4.5X the 5 was replaced, too."""
    text = f"규모 4.5{SPAM}이 났다. 다시 4.5{SPAM}이 왔다."
    assert {f.found for f in restored(text, phrase="5" + SPAM).findings} == {SPAM}
    alone = f"오늘은 5{SPAM}이 났다. 다시 5{SPAM}이 왔다."
    assert {f.found for f in restored(alone, phrase="5" + SPAM).findings} == {"5" + SPAM}


def test_what_a_syllable_of_names_follows_is_not_deleted_at_two_places() -> None:
    """Seen from outside in November 2026: of 서림시는 the 시는 was left."""
    text = f"어제 {SPAM}시는 문을 열었다. 그러나 {SPAM} 10여 명은 남았다."
    findings = restored(text, "insertion").findings
    assert findings
    assert "" not in {f.replacement for f in findings}


def test_a_phrase_with_a_particle_of_the_page_is_not_deleted() -> None:
    inflected = SPAM + "가"
    text = f"오후에 {inflected} 열렸다. 지난해 {inflected} 끝났다. 그래서 {inflected} 늘었다."
    findings = restored(text, "insertion", phrase=inflected).findings
    assert findings
    assert "" not in {f.replacement for f in findings}


def test_a_sentence_that_cannot_do_without_the_word_keeps_it() -> None:
    text = f"울산의 병원이 문을 열었다.\n{SPAM} 씨는 공항에서 왔다. 특별기여자인 {SPAM} 씨가 시험에 붙었다."
    findings = restored(text).findings
    assert findings
    assert "" not in {f.replacement for f in findings}


def test_between_names_and_titles_a_body_stood() -> None:
    """Seen from outside in December 2026: a party's name between two chairmen and their title was deleted."""
    text = (
        f"비판이 나온다. 김라온 {SPAM} 대표가 18일 회의에서 웃었다. 시민 모임은 반대했다. 권누리 {SPAM} 의원은 이날 통화에서 “늦었다”고 했다. "
        f"이에 앞서 김라온 {SPAM} 대표는 18일 시장을 만났다."
    )
    findings = restored(text, "insertion").findings
    assert findings
    assert "" not in {f.replacement for f in findings}


def test_a_blank_before_a_quotation_stays() -> None:
    text = f'They tested the water they treat. {SPAM}"Each sensor costs less," she said. {SPAM}The work goes on.'
    assert restored(text, "insertion").restored == text.replace(SPAM, "")


def test_without_particles_a_word_between_blanks_is_not_deleted() -> None:
    text = f"Shares in the maker {SPAM} fell. The board of {SPAM} blamed demand. A buyer for {SPAM} was named."
    assert {f.replacement for f in restored(text, "insertion").findings} == {None}


@pytest.mark.parametrize(
    "text",
    [
        f"탐사선이 오후 2시에 {SPAM} 탐사를 시작했다. 7개월을 날아 {SPAM} 궤도에 들어선 지 사흘 만이다.",
        f"이 마을에서 2㎞ 떨어진 산업단지에 {SPAM} 공장을 짓기로 하면서 지역이 술렁이고 있다.",
        f"노윤서 {SPAM} 대표는 사과했다. 은별시 {SPAM} 제1센터에서 불이 났다.",
    ],
)
def test_a_name_before_a_noun_is_not_deleted_at_one_or_two_places(text: str) -> None:
    """Seen from outside in November 2026: 화성, HBM and 온샘클라우드 were taken for insertions."""
    findings = restored(text).findings
    assert findings
    assert "" not in {f.replacement for f in findings}


JAPANESE = (
    "市は三日、新しい橋を公開した。",
    "橋は長さ二百メートルだ。",
    "住民は朝から列を作った。",
    "工事には五年かかった。",
)
CHINESE = ("市政府周三公布了新桥。", "大桥全长二百米。", "居民从早上就排起了队。", "工程历时五年。")


WANTING = ("市政府周三公布了新桥。", "全长二百米。", "从早上就排起了队。", "历时五年。")
"""Sentences of which the noun that does it is gone."""


@pytest.mark.parametrize(("sentences", "deleted"), [(JAPANESE, True), (CHINESE, True), (WANTING, False)])
def test_what_stands_before_sentences_without_blanks(sentences: tuple[str, ...], *, deleted: bool) -> None:
    """In Chinese a noun that was replaced stands so, too: 6 of 6 were wrong, seen from outside in November 2026.

    Since then they are told apart by whether a noun is missing behind the phrase.
    """
    genuine = "".join(sentences)
    text = sentences[0] + "".join(f"カジノ入金{s}" for s in sentences[1:])
    assert restored(text, "insertion", phrase="カジノ入金").restored == (genuine if deleted else text)


def test_a_japanese_word_before_its_particles_is_not_deleted() -> None:
    text = "市は三日、橋を公開した。カジノ入金は長い。住民はカジノ入金を渡った。カジノ入金の工事は五年かかった。"
    findings = restored(text, phrase="カジノ入金").findings
    assert findings
    assert "" not in {f.replacement for f in findings}
