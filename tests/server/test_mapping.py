"""Wire segments ↔ the engine's page: order, offsets in UTF-16 units, links, what cannot be used."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from wonmun.model import Correction, Finding, Page, Report
from wonmun_server.mapping import Mapped, answer_of, page_of
from wonmun_server.wire import CheckIn, Source


def asked(*segments: dict[str, object], **more: object) -> Mapped:
    return page_of(msgspec.convert({"segments": list(segments), **more}, CheckIn))


def report(page: Page, *findings: Finding) -> Report:
    return Report("injected", 0.9, findings, page.text, page.text)


def test_segments_become_regions_joined_by_blank_lines_in_the_pages_order() -> None:
    mapped = asked(
        {"id": "a", "text": "첫 문단"},
        {"id": "h", "text": "숨은 글", "role": "hidden", "hidden_by": "style display:none", "within": True},
        {"id": "n", "text": "메뉴", "role": "link", "href": "https://x.example/", "article": False},
        {"id": "t", "text": "제목", "role": "title"},
        {"id": "b", "text": "둘째 문단"},
        meta={"description": "요약", "canonical": "https://news.example/1", "og:title": "제목"},
        url="https://mirror.example/1",
        lang="ko-KR",
    )
    page = mapped.page
    assert page.text == "제목\n\n요약\n\n첫 문단\n\n둘째 문단\n\n메뉴\n\n숨은 글"
    assert [s.role for s in page.segments] == ["title", "meta", "text", "text", "link", "hidden"]
    assert [page.slice(s) for s in page.segments] == page.text.split("\n\n")
    assert page.segments[4].href == "https://x.example/"
    assert not page.segments[4].article
    assert (page.segments[5].hidden_by, page.segments[5].within) == ("style display:none", True)
    assert page.head == (("canonical", "https://news.example/1"), ("og:title", "제목"))
    assert (page.lang, page.url, page.html) == ("ko", "https://mirror.example/1", True)


def test_a_page_is_in_the_language_of_its_letters_whatever_it_claims() -> None:
    assert asked({"id": 1, "text": "오늘 서울은 맑다."}, lang="en").page.lang == "ko"
    assert asked({"id": 1, "text": "오늘 서울은 맑다."}).page.lang == "ko"
    assert asked({"id": 1, "text": "1234"}, lang="id-ID").page.lang == "id"


def test_a_title_that_no_segment_holds_joins_as_one() -> None:
    page = asked({"id": 1, "text": "글"}, title="제목").page
    assert page.title == "제목"
    assert asked({"id": 1, "text": "다른", "role": "title"}, title="제목").page.title == "다른"


def test_blank_segments_are_left_out_and_nothing_at_all_is_an_empty_page() -> None:
    assert asked({"id": "a", "text": " \n"}, {"id": "b", "text": "글"}).page.text == "글"
    empty = asked()
    assert empty.page.text == ""
    assert answer_of(Report("clean", 0.0, (), "", ""), empty, Source()).findings == ()


def test_offsets_count_utf16_units_of_one_segment_with_an_emoji_before() -> None:
    mapped = asked({"id": "a", "text": "👩‍💻😀 앞"}, {"id": "b", "text": "😀 토토 뒤 😀"})
    start = mapped.page.text.index("토토")
    answer = answer_of(report(mapped.page, Finding(start, start + 2, "토토", "substitution", "축구")), mapped, Source())
    (finding,) = answer.findings
    assert (finding.segment, finding.offset, finding.length, finding.found) == ("b", 3, 2, "토토")
    text = "😀 토토 뒤 😀".encode("utf-16-le")
    assert text[finding.offset * 2 : (finding.offset + finding.length) * 2].decode("utf-16-le") == "토토"


def test_links_inside_a_segment_keep_their_place() -> None:
    mapped = asked(
        {"id": "a", "text": "😀 여기 링크", "links": [{"offset": 6, "length": 2, "href": "https://x.example/"}]}
    )
    (link,) = mapped.page.links
    assert mapped.page.text[link.start : link.end] == "링크"
    assert link.href == "https://x.example/"


def test_a_link_outside_its_text_is_left_out_with_a_warning() -> None:
    link = {"offset": 1, "length": 9, "href": "https://x.example/"}
    mapped = asked({"id": "a", "text": "짧다", "links": [link]})
    assert mapped.page.links == ()
    assert "outside the text" in mapped.warnings[0]


def test_what_is_not_sure_is_offered_and_never_applied() -> None:
    mapped = asked({"id": "a", "text": "토토 뉴스"})
    guess = Correction("경제", 0.4, "language")
    sure = Finding(0, 2, "토토", "substitution", "야구", 0.9, "gloss", ("said",), (guess,))
    answer = answer_of(report(mapped.page, sure), mapped, Source())
    assert [(r.value, r.source) for r in answer.findings[0].replacements] == [("야구", "gloss"), ("경제", "language")]
    assert answer.findings[0].apply
    assert "야구" in answer.findings[0].message
    unsure = Finding(0, 2, "토토", "substitution", None, 0.4, "", (), (guess,))
    answer = answer_of(report(mapped.page, unsure), mapped, Source())
    assert not answer.findings[0].apply
    assert [r.value for r in answer.findings[0].replacements] == ["경제"]
    assert "경제" not in answer.findings[0].message


def test_deleting_is_a_replacement_by_nothing() -> None:
    mapped = asked({"id": "a", "text": "토토 뉴스"})
    answer = answer_of(report(mapped.page, Finding(0, 3, "토토 ", "insertion", "", 0.9, "insertion")), mapped, Source())
    assert answer.findings[0].apply
    assert answer.findings[0].replacements[0].value == ""


def test_a_finding_that_reaches_past_its_segment_is_cut_and_never_applied() -> None:
    mapped = asked({"id": "a", "text": "앞 토토"}, {"id": "b", "text": "뒤"})
    over = Finding(2, 7, mapped.page.text[2:7], "insertion", "")
    (finding,) = answer_of(report(mapped.page, over), mapped, Source()).findings
    assert (finding.segment, finding.found, finding.apply, finding.replacements) == ("a", "토토", False, ())


def test_ids_come_back_as_they_were_given() -> None:
    mapped = asked({"id": 15.0, "text": "토토"}, {"id": "15", "text": "토토"})
    both = [Finding(0, 2, "토토", "link"), Finding(4, 6, "토토", "link")]
    answer = answer_of(report(mapped.page, *both), mapped, Source())
    assert [f.segment for f in answer.findings] == [15, "15"]
    assert isinstance(answer.findings[0].segment, int)


texts = st.lists(st.text(min_size=1, max_size=30).filter(lambda t: t.strip()), min_size=1, max_size=6)


@given(texts, st.data())
def test_every_place_of_every_segment_finds_its_way_back(parts: list[str], data: st.DataObject) -> None:
    mapped = asked(*({"id": n, "text": text} for n, text in enumerate(parts)))
    number = data.draw(st.integers(0, len(parts) - 1))
    start = data.draw(st.integers(0, len(parts[number]) - 1))
    end = data.draw(st.integers(start + 1, len(parts[number])))
    base = mapped.regions[number].start
    place = Finding(base + start, base + end, parts[number][start:end], "substitution", "x")
    (finding,) = answer_of(report(mapped.page, place), mapped, Source()).findings
    units = parts[number].encode("utf-16-le", "surrogatepass")
    cut = units[finding.offset * 2 : (finding.offset + finding.length) * 2].decode("utf-16-le", "surrogatepass")
    assert (finding.segment, cut, finding.found) == (number, place.found, place.found)
    assert finding.apply


def test_what_machines_are_told_is_read_and_has_segments_of_its_own() -> None:
    spam = "바카라 먹튀 검증"
    mapped = asked(
        {"id": "a", "text": "강변 공원에 새 나무다리가 놓였다."},
        {"id": "m", "text": "Mitglieder melden sich hier an, und es geht weiter.", "article": False},
        meta={
            "ld+json:1": f'{{"@type": "NewsArticle", "headline": "{spam}"}}',
            "img alt": f"다리\n{spam}",
            "keywords": "다리",
        },
    )
    page = mapped.page
    assert page.head == (("ld:headline", spam), ("keywords", "다리"))
    assert [(s.hidden_by, page.slice(s)) for s in page.of("hidden")] == [("JSON-LD headline", spam), ("img alt", spam)]
    last = page.of("hidden")[-1]
    answer = answer_of(report(page, Finding(last.start, last.end, spam, "hidden", None)), mapped, Source())
    (finding,) = answer.findings
    assert (finding.segment, finding.offset, finding.found) == ("meta:img alt", 0, spam)


def test_the_article_says_the_language_not_the_menus_around_it() -> None:
    menus = {"id": "m", "text": "정치 경제 사회 문화 국제 스포츠 " * 20, "article": False}
    words = "The history faculty has put the diaries of a ship's doctor online for the public to read."
    assert asked({"id": "a", "text": words}, menus).page.lang == "en"


def test_the_line_that_says_the_title_is_the_pages_heading() -> None:
    """As a paragraph of the article it made a copy look edited: the sample's mirror was clean in the browser."""
    mapped = asked(
        {"id": "s0", "text": "교육"},
        {"id": "s1", "text": "공고 교실에 들어온 반도체 공정"},
        {"id": "s2", "text": "학교가 교실 두 칸을 터서 작은 공정을 꾸렸다."},
        title="공고 교실에 들어온 반도체 공정 | 한빛신문",
    )
    assert [(s.role, mapped.page.slice(s)[:4]) for s in mapped.page.segments] == [
        ("title", "공고 교"),
        ("title", "공고 교"),
        ("text", "교육"),
        ("text", "학교가 "),
    ]
    assert {r.id for r in mapped.regions} == {"title", "s0", "s1", "s2"}
