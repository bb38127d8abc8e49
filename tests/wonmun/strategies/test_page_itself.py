"""What the page itself says: particles, glosses, compounds, slots, and whether the phrase was put in or put over something."""

from __future__ import annotations

import pytest

from tests.wonmun.written import SPAM, page
from wonmun.language.particles import demand, final_sound, fits, is_particle, stem, stems
from wonmun.model import Place
from wonmun.strategies.attested import compound, gloss
from wonmun.strategies.inserted.insertion import DELETE, deletion, tidy
from wonmun.strategies.load import compounds, pairs
from wonmun.strategies.places.slots import MARK, Group, group, marked


def grouped(text: str, phrase: str = SPAM, title: str = "") -> Group:
    subject = page(text, title)
    places, at = [], subject.text.find(phrase)
    while at >= 0:
        places.append(Place(at, at + len(phrase), "substitution", phrase))
        at = subject.text.find(phrase, at + 1)
    return group(subject, places, marked(subject, places))


@pytest.mark.parametrize(
    ("word", "right", "good"),
    [
        ("정부", "는 오늘", True),
        ("정부", "은 오늘", False),
        ("법원", "은 오늘", True),
        ("법원", "는 오늘", False),
        ("서울", "로 간다", True),
        ("서울", "으로 간다", False),
        ("법원", "으로 간다", True),
        ("AI", "가 쓴", True),
        ("AI", "이 쓴", False),
        ("LLM", "은 크다", True),
        ("2030", "은 멀다", True),
        ("2035", "는 멀다", True),
        ("정부", "은행은 문을", True),
        ("법원", "가격을", True),
        ("정부", " 안팎", True),
        ("정부", "이다", False),
        ("★", "은", True),
    ],
)
def test_particles_that_fit(word: str, right: str, *, good: bool) -> None:
    assert fits(word, right) is good


def test_sounds_and_stems() -> None:
    assert final_sound("") is None
    assert demand("") is None
    assert [stem(w) for w in ("정부는", "서울에서도", "나는", "가는", "학교까지의")] == [
        "정부",
        "서울",
        "나는",
        "가는",
        "학교",
    ]
    assert stems("정부는 12일 AI를 샀다.") == ["정부", "일", "AI", "샀다"]


def test_slots_end_at_other_places_and_fold_blanks() -> None:
    found = grouped(f"인공지능({SPAM}) 기업 오픈{SPAM}의\n  {SPAM}   개발", title=f"{SPAM} 소식")
    assert [(s.left[-6:], s.right[:4]) for s in found.slots[1:]] == [
        (" 인공지능(", ") 기업"),
        (" 기업 오픈", "의 "),
        ("의 ", " 개발 "),
    ]
    assert found.text.count(MARK) == 3
    assert found.slots[0].at == -1
    assert SPAM not in found.rest
    assert found.heads == ()


def test_a_title_without_the_phrase_is_a_witness() -> None:
    assert grouped(f"{SPAM}가 온다.", title="봄이 온다").heads == ("봄이 온다",)


def test_which_sounds_all_places_allow() -> None:
    assert grouped(f"{SPAM}는 {SPAM}를 {SPAM}로").particles == ("vowel",)
    assert grouped(f"{SPAM}는 {SPAM}은 {SPAM}의").particles == ()
    assert grouped(f"{SPAM}는 {SPAM}은 {SPAM}의").misfits("정부") == 1


def test_particles_behind_a_closing_quotation_mark_ask_for_a_sound_too() -> None:
    """누리별 in ‘콩콩이’는: seen from outside in November 2026. What is said, and begun, asks for nothing."""
    assert grouped(f"이름 ‘{SPAM}’는 《{SPAM}》를 “{SPAM}”로").particles == ("vowel",)
    assert [s.demand for s in grouped(f"“{SPAM}”라고 “{SPAM}” 는 ‘{SPAM}’이라는 {SPAM}’은행").slots] == [None] * 4


@pytest.mark.parametrize(
    ("left", "value"),
    [
        ("인공지능", "AI"),
        ("미국의 국내총생산", "GDP"),
        ("이 세계보건기구", "WHO"),
        ("최고 경영자", "CEO"),
        ("범용인공지능", "AGI"),
    ],
)
def test_a_gloss_is_read(left: str, value: str) -> None:
    (slot,) = grouped(f"{left}({SPAM})를 두고").slots
    read = gloss.read(slot, (gloss.shipped(),))
    assert max(read, key=lambda v: read[v]) == value
    assert read[value] >= 0.5


@pytest.mark.parametrize("text", [f"인공지능 {SPAM}를", f"새빛소프트({SPAM})는", f"인공지능({SPAM}는 뜻)"])
def test_no_gloss(text: str) -> None:
    (slot,) = grouped(text).slots
    assert max(gloss.read(slot, (gloss.shipped(),)).values(), default=0.0) < 0.5


def test_glosses_are_collected_from_coverage() -> None:
    texts = ["해오름연구원(HORI)이 밝혔다.", "해오름연구원(HORI)은", "해오름연구원(호리)은"]
    (slot,) = grouped(f"해오름연구원({SPAM})이").slots
    read = gloss.read(slot, (gloss.collected(texts),))
    assert max(read, key=lambda v: read[v]) == "HORI"


@pytest.mark.parametrize(
    ("text", "term"),
    [("오픈{}의 대표", "AI"), ("창업한 01.{}의", "AI"), ("스케일{}는", "AI"), ("포스트{} 시대", "코로나19")],
)
def test_compounds(text: str, term: str) -> None:
    (slot,) = grouped(text.format(SPAM)).slots
    assert term in compound.read(slot)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("기획{}위원회의 회의", {"재정"}),  # 기획_위원회, known by both sides, outdoes 투자위원회 and the like
        ("과학기술정보{}통신위원회", {"방송"}),
        ("국민{}보험공단이", {"건강"}),
    ],
)
def test_a_compound_known_by_both_sides_says_more(text: str, terms: set[str]) -> None:
    (slot,) = grouped(text.format(SPAM)).slots
    assert compound.read(slot) == terms


def test_a_particle_may_follow_a_compound() -> None:
    (slot,) = grouped(f"방만한 {SPAM}위원장에게").slots
    assert "금융" in compound.read(slot)


def test_no_compound() -> None:
    (slot,) = grouped(f"어제 {SPAM}는").slots
    assert compound.read(slot) == frozenset()


def test_the_shipped_lists() -> None:
    assert len(pairs()) > 600
    assert len(set(pairs())) == len(pairs())
    assert all(term and short and term != short and not set(term + short) & set(" \t") for term, short in pairs())
    assert all(form.count("_") == 1 and len(form) > 1 for _, forms in compounds() for form in forms)
    assert not any(is_particle(form[1:]) for _, forms in compounds() for form in forms if form.startswith("_"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("서울 X 시장", "서울 시장"),
        ("X 서울 시장", "서울 시장"),
        ("서울 시장 X", "서울 시장"),
        ("X서울 시장", "서울 시장"),
        ("서울 X\n시장", "서울\n시장"),
        ("서울\nX 시장", "서울\n시장"),
        ("서울.X", "서울."),
        ("X", ""),
    ],
)
def test_one_blank_is_left_of_two(text: str, left: str) -> None:
    at = text.index("X")
    start, end = tidy(text, at, at + 1)
    assert text[:start] + text[end:] == left


def test_put_before_sentences_or_put_over_words() -> None:
    lead = deletion(
        grouped(f"비가 왔다. {SPAM}시장은 문을 열었다. 사람이 많았다. {SPAM}상인들은 웃었다.\n{SPAM}오후에는 갰다.")
    )
    assert lead is not None
    assert lead.confidence >= DELETE
    assert deletion(grouped(f"{SPAM}는 문을 열었다. 시장에서 {SPAM}를 판다. 사람들이 {SPAM}의 값을 물었다.")) is None
