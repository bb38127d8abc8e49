"""Restoring: what stood there where it is known, deletion where nothing did, and abstaining everywhere else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.wonmun.written import BUS, MUSEUM, PORT, SPAM, article, page, substituted
from wonmun.model import Copy, Detection, Place
from wonmun.originals import Originals
from wonmun.restore import Resources, restore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.memory import Memory
    from wonmun.model import Kind, Report

NOTHING = Resources()


def found_at(text: str, phrase: str = SPAM, kind: Kind = "substitution") -> Detection:
    """What detection would say of a phrase."""
    places, at = [], text.find(phrase)
    while at >= 0:
        places.append(Place(at, at + len(phrase), kind, phrase, ("it repeats",)))
        at = text.find(phrase, at + 1)
    return Detection("injected", 0.9, tuple(places))


def restored(
    text: str,
    kind: Kind = "substitution",
    memory: Memory | None = None,
    resources: Resources = NOTHING,
    phrase: str = SPAM,
) -> Report:
    return restore(page(text), found_at(text, phrase, kind), memory, resources)


def test_a_clean_page_stays_as_it_is() -> None:
    report = restore(page(PORT), Detection("clean", 0.1, (), ("nothing",)), None, NOTHING)
    assert (report.findings, report.restored, report.text, report.reasons) == ((), PORT, PORT, ("nothing",))


def test_originals_are_put_in() -> None:
    text, spans = substituted(PORT, "한빛항만공사")
    places = tuple(Place(s, e, "substitution", SPAM, ("the genuine copy says so",), o) for s, e, o in spans)
    report = restore(page(text), Detection("injected", 0.99, places, genuine_url="https://a.example/"), None, NOTHING)
    assert report.restored == PORT
    assert report.genuine_url == "https://a.example/"
    assert {(f.replacement, f.source) for f in report.findings} == {("한빛항만공사", "genuine")}
    assert min(f.confidence for f in report.findings) > 0.98


def test_a_place_the_copy_lacks_takes_what_all_others_had_if_its_particle_allows() -> None:
    text = f"{SPAM}는 크다. {SPAM}와 간다. {SPAM}은 작다."
    places = [*found_at(text).places]
    places[0] = Place(places[0].start, places[0].end, "substitution", SPAM, (), "항구")
    report = restore(page(text), Detection("injected", 0.9, tuple(places)), None, NOTHING)
    assert [f.replacement for f in report.findings] == ["항구", "항구", None]


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


def test_what_detection_took_for_a_substitution_is_deleted_where_the_sentences_are_whole() -> None:
    text = PORT
    for spot in ("지역에서는", "지금까지", "설계는", "반면"):
        text = text.replace(spot, SPAM + spot)
    assert restored(text, "substitution").restored == PORT


def test_a_term_that_particles_point_to_is_not_deleted() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    assert all(f.replacement != "" for f in restored(text, "insertion").findings)


def test_a_phrase_cut_short_is_not_deleted() -> None:
    text = PORT
    for spot in ("지역에서는", "지금까지", "설계는", "반면"):
        text = text.replace(spot, SPAM + " 추천" + spot)
    assert {f.replacement for f in restored(text, "insertion").findings} == {None}


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
    assert "" not in {f.replacement for f in restored(text, "insertion").findings}


def test_a_phrase_with_a_particle_of_the_page_is_not_deleted() -> None:
    inflected = SPAM + "가"
    text = f"오후에 {inflected} 열렸다. 지난해 {inflected} 끝났다. 그래서 {inflected} 늘었다."
    assert all(f.replacement != "" for f in restored(text, "insertion", phrase=inflected).findings)


def test_a_sentence_that_cannot_do_without_the_word_keeps_it() -> None:
    text = f"울산의 병원이 문을 열었다.\n{SPAM} 씨는 공항에서 왔다. 특별기여자인 {SPAM} 씨가 시험에 붙었다."
    assert all(f.replacement != "" for f in restored(text).findings)


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
    assert all(f.replacement != "" for f in restored(text).findings)


JAPANESE = (
    "市は三日、新しい橋を公開した。",
    "橋は長さ二百メートルだ。",
    "住民は朝から列を作った。",
    "工事には五年かかった。",
)
CHINESE = ("市政府周三公布了新桥。", "大桥全长二百米。", "居民从早上就排起了队。", "工程历时五年。")


@pytest.mark.parametrize(("sentences", "deleted"), [(JAPANESE, True), (CHINESE, False)])
def test_what_stands_before_sentences_without_blanks(sentences: tuple[str, ...], *, deleted: bool) -> None:
    """In Chinese a noun that was replaced stands so, too: 6 of 6 were wrong, seen from outside in November 2026."""
    genuine = "".join(sentences)
    text = sentences[0] + "".join(f"カジノ入金{s}" for s in sentences[1:])
    assert restored(text, "insertion", phrase="カジノ入金").restored == (genuine if deleted else text)


def test_a_japanese_word_before_its_particles_is_not_deleted() -> None:
    text = "市は三日、橋を公開した。カジノ入金は長い。住民はカジノ入金を渡った。カジノ入金の工事は五年かかった。"
    assert all(f.replacement != "" for f in restored(text, phrase="カジノ入金").findings)


@pytest.mark.parametrize(("kind", "replacement"), [("hidden", ""), ("link", ""), ("doorway", None)])
def test_hidden_parts_and_links_go_doorways_stay(kind: Kind, replacement: str | None) -> None:
    text = f"첫 문장이다.\n{SPAM}\n끝 문장이다."
    assert [f.replacement for f in restored(text, kind).findings] == [replacement]


GLOSSED = """정부가 인공지능({0}) 인재를 기른다. 내년부터 {0} 대학원을 세 곳 더 열고 {0} 반도체 설계도 가르친다.

업계는 반긴다. 오픈{0}와 협력하는 새빛소프트는 "{0} 기술자를 구하기 어려웠다"고 했다. {0}의 쓰임새도 넓어진다."""


def test_a_gloss_restores_the_whole_page() -> None:
    report = restored(GLOSSED.format(SPAM))
    assert report.restored == GLOSSED.format("AI")
    assert {f.source for f in report.findings} == {"gloss"}
    assert "인공지능(…)" in report.findings[0].evidence[-1]
    assert all(0.9 < f.confidence < 1 for f in report.findings)


def test_a_gloss_stays_in_its_bracket_where_particles_speak_against_it() -> None:
    text = GLOSSED.format(SPAM).replace(f"{SPAM} 대학원을", f"{SPAM}은 대학원을")
    report = restored(text)
    assert report.findings[0].replacement == "AI"
    assert report.findings[1].replacement is None


def test_a_gloss_with_two_usual_readings_decides_nothing() -> None:
    text = f"중앙선거관리위원회({SPAM})가 문을 열었다. {SPAM} 직원이 나왔다."
    assert {f.replacement for f in restored(text).findings} == {None}


def test_an_unknown_gloss_decides_nothing() -> None:
    text = f"새빛소프트({SPAM}) 주가가 올랐다. {SPAM} 주주는 웃었다."
    assert {f.replacement for f in restored(text).findings} == {None}


def test_where_nobody_knows_the_phrase_stays_and_guesses_are_offered() -> None:
    text, _ = substituted(BUS, "요금")
    report = restored(text)
    assert report.restored == text
    for f in report.findings:
        assert f.replacement is None
        assert len(f.guesses) <= 3
        chances = [g.confidence for g in f.guesses]
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) <= 1.001
        assert f.confidence == (chances[0] if chances else 0.0)


FIRST = "한빛항만공사가 서해 신항에 액화수소 부두를 세운다. 한빛항만공사는 11일 이사회에서 사업비 2300억원을 의결했다. 어민회는 한빛항만공사가 조사 결과를 내놓지 않는다고 비판했다. 한빛항만공사 관계자는 환경 조사가 다음 달 끝난다고 말했다."
SECOND = "서해 신항에 국내 첫 수소 하역 부두가 들어선다. 한빛항만공사는 남측 매립지 18만㎡에 부두를 짓기로 했다고 11일 밝혔다. 박도현 어민회장은 양식장 물길이 바뀔 것을 걱정했다. 상공회의소는 한빛항만공사와 거래하는 업체가 혜택을 볼 것이라고 했다."
THIRD = "수소 부두, 2029년 문 연다. 한빛항만공사의 계획대로라면 하루 240톤의 액화수소를 내릴 수 있다. 한빛항만공사 관계자는 주민 설명회를 열겠다고 했다."


def test_coverage_of_the_same_event_tells_the_term() -> None:
    text, spans = substituted(PORT, "한빛항만공사")
    memory = Originals([article(t, f"e{n}") for n, t in enumerate([FIRST, SECOND, THIRD, MUSEUM, BUS])])
    report = restored(text, memory=memory)
    best = [f.replacement or (f.guesses[0].value if f.guesses else "") for f in report.findings]
    assert best.count("한빛항만공사") == len(spans)
    assert {f.source for f in report.findings if f.replacement} <= {"related"}


def test_a_sibling_with_another_phrase_serves() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    other, _ = substituted(PORT, "부두", "토토 꽁머니")
    siblings = Resources(siblings=lambda _: [Copy(article(other, "s", url="https://s.example/"), 0.8)])
    report = restored(text, resources=siblings)
    assert report.restored == PORT
    assert {f.source for f in report.findings} == {"copy"}


def test_a_siblings_own_phrase_is_not_taken() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    other, _ = substituted(PORT, "한빛항만공사", "푸른 용 슬롯")
    siblings = Resources(siblings=lambda _: [Copy(article(other, "s"), 0.8)])
    assert "푸른" not in restored(text, resources=siblings).restored


def test_a_language_model_is_one_more_voice() -> None:
    text, _ = substituted(MUSEUM, "관람객")
    text = text.replace("박물관은 가을부터", "박물관은 관람객 편의를 위해 가을부터").replace(
        "입장료는", "관람객 입장료는"
    )
    asked: list[Sequence[str]] = []

    def propose(excerpts: Sequence[str]) -> list[str | None]:
        asked.append(excerpts)
        return ["관람객"] * len(excerpts)

    report = restored(text, resources=Resources(propose=propose))
    assert report.restored == text.replace(SPAM, "관람객")
    assert {f.source for f in report.findings} == {"model"}
    assert len(asked) == 1
    assert all(f"[[{n}]]" in e and SPAM not in e for n, e in enumerate(asked[0], 1))


def test_the_language_model_is_asked_once_of_all_phrases_of_a_page() -> None:
    other = "푸른 용 슬롯"
    museum, bus = substituted(MUSEUM, "관람객")[0], substituted(BUS, "버스", other)[0]
    text = f"{museum}\n{bus}"
    asked: list[Sequence[str]] = []

    def propose(excerpts: Sequence[str]) -> list[str | None]:
        asked.append(excerpts)
        return ["버스" if n % 2 else None for n in range(len(excerpts))]

    both = found_at(text).places + found_at(text, other).places
    report = restore(page(text), Detection("injected", 0.9, both), None, Resources(propose=propose))
    assert len(asked) == 1
    assert [f"[[{n}]]" in e for n, e in enumerate(asked[0], 1)] == [True] * len(both)
    assert not any(SPAM in e or other in e for e in asked[0])
    said = {f.start: {g.value for g in f.guesses if g.source == "model"} for f in report.findings}
    order = [p.start for p in both]
    assert [said[at] for at in order if said[at]] == [{"버스"}] * sum(bool(v) for v in said.values())
    assert all(not said[at] for at in order[::2])
    assert any(said[at] for at in order[1::2])


def test_findings_are_in_order_apart_and_add_up_to_the_restored_text() -> None:
    text = f"{SPAM} {SPAM} 소식이다. {SPAM}\n{SPAM}그는 웃었다. 끝 {SPAM}"
    report = restored(text, "insertion")
    for a, b in pairwise(report.findings):
        assert a.end <= b.start
    assert [f.found for f in report.findings] == [text[f.start : f.end] for f in report.findings]
    undone = text
    for f in reversed(report.findings):
        if f.replacement is not None:
            undone = undone[: f.start] + f.replacement + undone[f.end :]
    assert undone == report.restored


def test_guesses_of_a_suspicious_page_are_spared_who_wants_none() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    doubtful = Detection("suspicious", 0.4, found_at(text).places)
    offered = restore(page(text), doubtful, None, NOTHING)
    spared = restore(page(text), doubtful, None, Resources(guesses=False))
    assert any(f.guesses for f in offered.findings)
    assert spared.findings == tuple(replace(f, guesses=(), confidence=0.0) for f in offered.findings)
    assert spared.restored == offered.restored == text


def test_an_injected_page_is_restored_without_guesses_wanted() -> None:
    text, _ = substituted(PORT, "한빛항만공사")
    assert restored(text, resources=Resources(guesses=False)) == restored(text)
