"""Pages made to be expensive: work is counted, memory measured, and what is given up is what the docstrings say."""

from __future__ import annotations

import tracemalloc

import pytest

from wonmun.page import cascade, siblings
from wonmun.page.cascade import Cascade
from wonmun.page.css import Sheet
from wonmun.page.element import Element
from wonmun.page.parse import parse_page
from wonmun.page.walk import DEEPEST

STORY = "<p>새 도서관 앞 빈터에 작은 장이 섰다. 사과와 배추를 사러 온 이웃으로 붐볐다.</p>" * 4
RULES = "".join(f".a .b{n} .c{n} .k{n % 70}{{display:none}} [data-n*='{n}'].k{n % 70}{{left:0}}" for n in range(2400))


def elements(count: int) -> list[Element]:
    """A row of elements, each of many classes, in a nest of twenty."""
    nest = None
    for _ in range(20):
        nest = Element("div", {"class": "z"}, nest)
    names = " ".join(f"k{n}" for n in range(70))
    return [Element("i", {"class": f"{names} x{n}", "data-n": "q" * 90}, nest) for n in range(count)]


@pytest.mark.parametrize("count", [50, 500, 5000])
def test_matching_costs_no_more_than_its_limit_however_many_elements_there_are(count: int) -> None:
    found = Cascade(Sheet.of([RULES]), most=20_000)
    for element in elements(count):
        found.declared(element)
    largest_step = 70 * 64 * 20  # the rules of one element's classes, each up its ancestors
    assert found.meter.spent <= 2 * 20_000 + largest_step


def test_elements_alike_are_matched_once() -> None:
    found = Cascade(Sheet.of([".a{left:0} .b{top:0} i{width:0}"]))
    row = [Element("i", {"class": "a b"}) for _ in range(1000)]
    answers = [found.declared(element) for element in row]
    assert answers[0] == {"left": ("0", "class a"), "top": ("0", "class b"), "width": ("0", "rule i")}
    assert all(answer is answers[0] for answer in answers)
    assert found.meter.spent <= 10


def test_beyond_the_limit_first_conditions_then_sheets_are_given_up_but_never_style_attributes() -> None:
    sheet = Sheet.of([".k{color:red} .z .k{left:0}"])
    nest = Element("div", {"class": "z"})

    def seen(spent: int, name: str) -> set[str]:
        found = Cascade(sheet, most=100)
        found.meter.spent = spent
        return set(found.declared(Element("i", {"class": f"k {name}", "style": "top:0"}, nest)))

    assert seen(0, "n") == {"color", "left", "top"}
    assert seen(150, "n") == {"color", "top"}
    assert seen(250, "n") == {"top"}


def test_a_page_of_many_rules_and_elements_still_shows_its_story_and_its_hidden_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cascade, "MOST", 5000)
    many = "".join(f'<i class="k{n % 70} x{n}" data-n="5">가</i> ' for n in range(3000))
    page = parse_page(f"<style>{RULES}</style>{STORY}<div>{many}</div><p style='display:none'>숨은 글 하나</p>")
    assert "사과와 배추" in page.text
    assert [page.slice(s) for s in page.of("hidden")][-1] == "숨은 글 하나"


def test_variables_within_variables_and_far_up_cost_no_more_than_their_limit() -> None:
    sheet = "".join(f":root{{--v{n}:var(--v{n + 1})var(--v{n + 1})var(--v{n + 1})}}" for n in range(50))
    found = Cascade(Sheet.of([f"{sheet} i{{display:var(--v0)}}"]), most=20_000)
    found.declared(nest := Element("html", {}))
    for _ in range(500):
        nest = Element("div", {}, nest)
    row = [found.declared(Element("i", {"style": f"left:var(--v{n % 9})"}, nest)) for n in range(5000)]
    assert found.meter.spent <= 2 * 20_000 + 5000
    assert max(len(value) for answer in row for value, _ in answer.values()) < 10_000


def test_siblings_are_counted_up_to_a_limit_beyond_which_rules_that_count_do_not_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = f"<style>li:last-child, li:not(:last-child){{display:none}}</style>{STORY}<ul><li>하나<li>둘</ul>"
    assert [parse_page(source).slice(s) for s in parse_page(source).of("hidden")] == ["하나", "둘"]
    monkeypatch.setattr(siblings, "MOST", 5)
    assert parse_page(source).of("hidden") == ()


def test_text_nested_deeper_than_is_followed_is_read_in_its_paragraphs() -> None:
    deep = "<div>" * (DEEPEST + 500)
    page = parse_page(
        f"{deep}<p>첫 문단은 여기에 있다.</p><p>둘째 문단은 여기에 있다.</p>{'</div>' * (DEEPEST + 500)}<p>끝.</p>"
    )
    assert [page.slice(s) for s in page.of("text")] == ["첫 문단은 여기에 있다.", "둘째 문단은 여기에 있다.", "끝."]


def test_blocks_of_a_letter_each_are_joined_where_there_are_too_many() -> None:
    page = parse_page(STORY + "<div>가</div>" * 60_000)
    assert len(page.segments) < 40_000
    assert page.text.count("가") >= 60_000


@pytest.mark.parametrize(
    "part",
    [
        "<div>" * 60_000,
        "<b><i><a href=x>" * 20_000 + "글",
        "<table>" * 40_000,
        "<p>가</p>" * 30_000,
        "<p style='" + "left:1px;" * 30_000 + "'>글</p>",
        "<p title='" + "a" * 300_000 + "'>글</p>",
        "<p class='" + "a b c d e f " * 25_000 + "'>글</p>",
        "".join(f"<a href='/x/{n}?q=1'>링크 {n}</a> " for n in range(8000)),
        "<div style='display:none'>" + "<a href=http://q.example/a>가</a> " * 9000 + "</div>",
        "<style>p:last-child{display:none}</style>" + "<b></b>" * 9_000,
        "<style>:root{" + "--a:b;" * 20_000 + "}p{" + "".join(f"--v{n}:1;" for n in range(9000)) + "}</style>"
        "<p style='top:var(--a)'>가</p>" * 3000,
        "<svg width=0><foreignobject>가</foreignobject></svg>" * 5000,
        "<style>" + RULES + "</style>" + "<i class='k1 k2 k3'>가</i>" * 8000,
        "<meta name=keywords content=a>" * 10_000,
    ],
    ids=[
        "deep",
        "unclosed",
        "tables",
        "short",
        "inline",
        "attribute",
        "classes",
        "links",
        "hidden",
        "counted",
        "variables",
        "drawings",
        "rules",
        "metas",
    ],
)
def test_memory_stays_below_twenty_times_the_page(part: str) -> None:
    source = part + STORY if part.startswith("<meta") else STORY + part
    size = len(source.encode())
    parse_page(STORY)
    tracemalloc.start()
    try:
        parse_page(source, url="https://a.example/")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20 * size + 1_000_000
