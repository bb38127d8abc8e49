"""Searches that a doorway puts above an article which it leaves as it is: in columns, in lists, in rows."""

from __future__ import annotations

import pytest

import wonmun
from tests.wonmun.sights.pages import BODY, page
from wonmun.page.plain import plain_page

ARTICLE = "\n".join(BODY)
TITLE = "강변 공원에 새 나무다리"


def test_a_title_that_stands_twice_with_another_search_each_time() -> None:
    """Of nine such excerpts of real pages seen in November 2026 none was found, some on gambling themselves."""
    for first, second in (("무료 슬롯 여행", "달빛 베팅 도구"), ("누가 어제 이겼을까", "의사의 월급 계산")):
        text = f"{TITLE} _{first}_krabc\n\n{TITLE} _{second}_krabc\n\n{ARTICLE}"
        report = wonmun.check(text)
        assert report.verdict == "injected"
        assert report.restored == f"{TITLE}\n\n{TITLE}\n\n{ARTICLE}"


def test_the_same_in_a_web_page() -> None:
    titles = (f"{TITLE}_무료 슬롯 여행_krabc", f"{TITLE}_달빛 베팅 도구_krabc")
    head = f'<meta name="description" content="{titles[0]}">'
    related = '<ul class="related"><li><a href="/2">마을 축제 열려_바카라 방_krabc</a></li><li><a href="/3">비 온 뒤</a></li></ul>'
    report = wonmun.check(page(related, title=titles[0], head=head, body=(*titles, *BODY)))
    assert report.verdict == "injected"
    assert report.text.count("krabc") == 5
    assert "krabc" not in report.restored


@pytest.mark.parametrize(
    "lines",
    [
        (f"{TITLE}_사회_강변신문", f"{TITLE}_지역_강변신문"),
        (f"{TITLE}_문화 생활_강변신문", f"{TITLE}_지역 소식_강변신문"),
        (f"{TITLE} _무료 슬롯 여행_krabc",),
        ("산들바람 선풍기_하늘 파랑_강변몰", "산들바람 선풍기_노을 주황_강변몰", "산들바람 선풍기_숲속 초록_강변몰"),
        (f"{TITLE}_1부 첫 삽_강변신문", f"{TITLE}_1부 첫 삽_강변신문"),
    ],
)
def test_columns_of_honest_titles(lines: tuple[str, ...]) -> None:
    assert wonmun.check("\n\n".join((*lines, ARTICLE))).verdict != "injected"


@pytest.mark.parametrize(
    ("head", "phrase"),
    [
        ("NO.1: 미국 바카라\nNO.2: 미국 바카라 방\nNO.3: 바카라 미국 대회", "미국 바카라"),
        ("정통 바카라 - 2025년 실시간 업데이트", "정통 바카라"),
        ("무료 바카라 사이트, 무료 바카라 추천, 무료 바카라 순위, 무료 바카라 후기, 무료 바카라 주소", "무료 바카라"),
    ],
)
def test_searches_above_an_article_that_is_silent_on_them(head: str, phrase: str) -> None:
    report = wonmun.check(f"{head}\n{ARTICLE}")
    assert report.verdict == "injected"
    assert phrase not in report.restored
    assert report.restored.endswith(ARTICLE)
    about = "카지노에서는 바카라 탁자가 늘었다. 도박 중독을 상담하는 곳도 늘었다."
    assert wonmun.check(f"{head}\n{about}\n{ARTICLE}").verdict != "injected"


def test_what_a_heading_lists_is_found_in_the_article_too() -> None:
    spoiled = ARTICLE.replace("시장은 다음", "시장은,미국 바카라다음")
    report = wonmun.check(f"NO.1: 미국 바카라\nNO.2: 미국 바카라 방\nNO.3: 바카라 미국 대회\n{spoiled}")
    assert report.text.count("바카라") == 4
    assert sum("바카라" in f.found for f in report.findings) == 4


def test_lists_of_honest_pages() -> None:
    for head in (
        "NO.1: 나무다리 산책\nNO.2: 나무다리 야경\nNO.3: 강변 나무다리",
        "강변 소식 - 실시간 업데이트",
        "강변, 나무다리, 공원, 주민 투표, 산책",
    ):
        assert wonmun.check(plain_page(f"{head}\n{ARTICLE}")).verdict == "clean"


def test_one_search_above_the_article_and_behind_its_commas() -> None:
    """A mirror seen in November 2026 lists one or two searches and puts the first where a comma had a blank."""
    search = "의자왕 고스톱"
    report = wonmun.check(f"NO.1: {search}\nNO.2: 고스톱 의자왕\n다리 밑,{search}물새가 돌아왔다.\n{ARTICLE}")
    assert report.verdict == "injected"
    assert [f.found for f in report.findings] == [f"NO.1: {search}", "NO.2: 고스톱 의자왕", search]
    assert "NO." not in report.restored


def test_a_search_of_spam_behind_a_comma_may_have_a_blank_behind_it() -> None:
    """Another page of that mirror: the clause goes on with a word of its own."""
    report = wonmun.check(
        f"NO.1: 의자왕 먹튀\nNO.2: 의자왕 먹튀 게시판\n다리 밑,의자왕 먹튀 물새가 돌아왔다.\n{ARTICLE}"
    )
    assert [f.found.strip() for f in report.findings] == [
        "NO.1: 의자왕 먹튀",
        "NO.2: 의자왕 먹튀 게시판",
        "의자왕 먹튀",
    ]


def test_what_a_list_begins_with_and_the_article_speaks_of() -> None:
    text = f"NO.1: 강변 고스톱\n\n다리 밑,강변 고스톱은 노인정에서 한다.\n\n{ARTICLE}"
    assert wonmun.check(text).verdict != "injected"


HARBOUR = (
    "새벽 부두에서 갈치 상자 마흔 개가 뭍으로 올랐다.선장 이만복 씨는 밤새 바람이 불지 않았고,{0}그물도 찢어지지 않았다고 말했다.\n"
    "경매사는 첫 상자를 들어 값을 불렀지만,{0}상인들은 한참 말이 없었다.부두 식당은 갈치조림을 내놓았고,{0}아침 손님이 줄을 섰다."
)


@pytest.mark.parametrize(
    ("head", "put"),
    [
        ("NO.1: 서해 카지노 여객선 뷔페", "서해 카지노 여객선 뷔페"),
        ("NO.1: 뷔페 서해 카지노 여객선", "서해 카지노 여객선 뷔페"),
        (
            "NO.1: 남항 갯벌 카지노\nNO.2: 남항 갯벌 카지노 내국인\nNO.3: 남항 복합 카지노\nNO.4: 남항 신도시 카지노",
            "남항 갯벌 카지노",
        ),
    ],
)
def test_searches_of_a_list_are_taken_out_of_the_clauses_below_whole(head: str, put: str) -> None:
    """Of 22 such places in ten real pages seen in November 2026 eight were taken out, others in part."""
    report = wonmun.check(f"{head}\n{HARBOUR.format(put)}")
    assert report.verdict == "injected"
    assert report.restored.strip() == HARBOUR.format("")
