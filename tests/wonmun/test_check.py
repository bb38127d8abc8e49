"""The recipe: comparison where a genuine copy is known, detection elsewhere, restoring after both."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wonmun
from tests.wonmun.written import BUS, MUSEUM, PORT, SPAM, article, page, substituted
from wonmun.model import Page, Segment
from wonmun.originals import Originals
from wonmun.page.parse import parse_page
from wonmun.recipe import examine

MEMORY = Originals([article(PORT, "port", url="https://a.example/1"), article(MUSEUM, "museum"), article(BUS, "bus")])


@pytest.mark.parametrize("term", ["한빛항만공사", "부두", "매립지", "상공회의소"])
@pytest.mark.parametrize("phrase", [SPAM, "여수 밤바다 가볼 만한 곳", "토토사이트"])
def test_with_the_original_every_injection_is_undone(term: str, phrase: str) -> None:
    report = wonmun.check(substituted(PORT, term, phrase)[0], MEMORY)
    assert (report.verdict, report.restored, report.genuine_url) == ("injected", PORT, "https://a.example/1")


def test_a_page_that_says_what_its_original_says_is_clean_however_it_looks() -> None:
    odd = substituted(PORT, "한빛항만공사")[0]
    memory = Originals([article(odd, "odd"), article(MUSEUM, "museum")])
    assert wonmun.check(odd).verdict != "clean"
    report = wonmun.check(odd, memory)
    assert (report.verdict, report.findings, report.restored) == ("clean", (), odd)


def test_lines_of_windows_are_read_as_others() -> None:
    """Behind `\\r\\n` a phrase began no line, and what stands inside it was found in its place (November 2026)."""
    text = (
        "시청은 지난 5월 새 무료 슬롯 사이트를 열었다. 무료 슬롯 사이트는 시민 누구나 쓸 수 있다.\n"
        '시장은 "무료 슬롯 사이트가 시민의 발이 될 것"이라고 말했다. 시청은 올해 안에 무료 슬롯 사이트를 열두 대 더 들인다.\n'
        "무료 슬롯 사이트에 드는 돈은 40억 원이며, 기사 열 명을 새로 뽑는다. 주민들은 무료 슬롯 사이트를 기다려 왔다고 했다.\n"
    )
    report = wonmun.check(text.replace("\n", "\r\n"))
    assert (report.verdict, {f.found for f in report.findings}) == ("injected", {"무료 슬롯 사이트"})
    assert report.restored == text.replace("\n", "\r\n")


def test_what_no_original_answers_for_is_detected() -> None:
    text = substituted(PORT, "한빛항만공사")[0]
    joined = MUSEUM + "\n\n" + text
    report = wonmun.check(joined, Originals([article(MUSEUM, "museum")]))
    assert report.verdict == "injected"
    assert {f.found for f in report.findings} == {SPAM}
    assert min(f.start for f in report.findings) > len(MUSEUM)


def test_a_phrase_that_the_original_has_is_honest_in_the_rest_of_the_page_too() -> None:
    odd = substituted(PORT, "한빛항만공사")[0]
    found = examine(page(odd + "\n\n" + MUSEUM.replace("관람객", SPAM)), Originals([article(odd, "odd")]))
    assert found.verdict == "clean"


def test_a_whole_page_with_its_original() -> None:
    text = substituted(PORT, "한빛항만공사")[0]
    paragraphs = "".join(f"<p>{p}</p>" for p in text.split("\n\n"))
    html = f"""<!doctype html><html lang="ko"><head><title>{SPAM}, 수소 부두 짓는다</title></head><body><nav><a href="/">처음</a></nav>
    <article><h1>{SPAM}, 수소 부두 짓는다</h1>{paragraphs}</article><footer>등록번호 서울 아00000</footer></body></html>"""
    memory = Originals([article(PORT, "port", "한빛항만공사, 수소 부두 짓는다")])
    report = wonmun.check(parse_page(html), memory)
    assert report.verdict == "injected"
    assert SPAM not in report.restored
    assert "".join(PORT.split()) in "".join(report.restored.split())


def test_no_memory_no_original_no_guessing() -> None:
    report = wonmun.check(substituted(PORT, "한빛항만공사")[0])
    assert report.verdict == "injected"
    assert all(f.replacement in {None, "한빛항만공사"} for f in report.findings)


def test_an_honest_text() -> None:
    for text in (PORT, MUSEUM, BUS):
        report = wonmun.check(text)
        assert (report.verdict, report.restored, report.text) == ("clean", text, text)


PIECES = st.lists(
    st.sampled_from(
        [SPAM, "정부는", " ", "\n", "12일", "(", ")", "AI", ".", "😀", "가나다라마바사아자차", "\ud800", PORT[:80]]
    ),
    max_size=40,
)


@settings(max_examples=25, deadline=None)
@given(PIECES)
def test_any_text_gives_a_report_whose_findings_add_up(pieces: list[str]) -> None:
    text = "".join(pieces)
    for memory in (None, MEMORY):
        report = wonmun.check(text, memory)
        undone, last = [], 0
        for f in report.findings:
            assert last <= f.start <= f.end <= len(text)
            assert f.found == text[f.start : f.end]
            if f.replacement is not None:
                undone += [text[last : f.start], f.replacement]
                last = f.end
        assert "".join([*undone, text[last:]]) == report.restored


def test_hidden_links_are_found_beside_a_comparison() -> None:
    hidden = f"{SPAM} {SPAM}"
    text = f"{PORT}\n\n{hidden}"
    at = len(PORT) + 2
    subject = Page(
        text,
        (*page(PORT).segments, Segment("x", "hidden", at, len(text), hidden_by="style display:none", article=False)),
        html=True,
    )
    report = wonmun.check(subject, MEMORY)
    assert "".join(PORT.split()) in "".join(report.restored.split())
    assert all(f.start >= at for f in report.findings)


LINKED = f'<a href="https://k11.example/">{SPAM}</a>'
"""A mirror made one of the places of a replaced term a link: it was deleted, its particle left behind (seen from outside)."""


@pytest.mark.parametrize("others", [SPAM, "다리"])
def test_a_phrase_in_a_terms_place_is_not_deleted_for_being_a_link(others: str) -> None:
    report = wonmun.check(
        parse_page(
            f"""<html lang="ko"><head><title>새 교량 개통</title></head><body><article><h1>새 교량 개통</h1>
            <p>시는 3일 {others} 위에서 개통식을 열었다. 주민들은 난간 대신 {LINKED}에 앉아 행사를 지켜봤다.</p>
            <p>시장은 "{others}를 새로 놓는 데 다섯 해가 걸렸다"고 말했다. {others}는 내년 봄까지 무료로 다닐 수 있다.</p>
            <p>오래된 {others}를 헐고 난 자리에는 공원이 들어선다. 시민단체는 {others}의 폭이 좁다고 지적했다.</p>
            </article></body></html>""".encode()
        )
    )
    assert f"{SPAM}에 앉아" in report.restored
    assert all(f.replacement != "" for f in report.findings)


HOSTS = {"k11": "추천", "m12": "순위", "n13": "꽁머니"}


def test_a_link_that_nothing_hangs_on_is_deleted() -> None:
    links = "".join(f'<a href="https://{host}.example/">토토사이트 {word}</a> ' for host, word in HOSTS.items())
    html = f'<html lang="ko"><body><article><p>{PORT}</p></article><div>{links}</div></body></html>'
    report = wonmun.check(parse_page(html.encode()))
    assert {(f.kind, f.replacement) for f in report.findings} == {("link", "")}
    assert "토토사이트" not in report.restored
