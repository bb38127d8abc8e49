"""Each publisher's way of addressing articles: a mirror's address leads to the genuine one."""

from __future__ import annotations

import pytest

from wonmun.model import Link
from wonmun.net.publishers import is_publishers, patterns, publishers_addresses
from wonmun.page.plain import plain_page

CHOSUN = "politics/2026/11/24/" + "ABCDEFGHIJKLMNOPQRSTUVW234"
ROWS = [
    ("/amp/AKR20261124012300017", "", "https://www.yna.co.kr/view/AKR20261124012300017"),
    ("/bbs/view.php?id=NISX20261124_0003012345", "", "https://www.newsis.com/view/NISX20261124_0003012345"),
    ("/n/article/003/0014108362?sid=100", "", "https://n.news.naver.com/article/003/0014108362"),
    ("/read.nhn?oid=001&amp;aid=0012345678", "", "https://n.news.naver.com/article/001/0012345678"),
    ("/v/20261124161046156", "", "https://v.daum.net/v/20261124161046156"),
    (f"/{CHOSUN}/amp", "", f"https://www.chosun.com/{CHOSUN}/"),
    ("/article/25172100", "중앙일보", "https://www.joongang.co.kr/article/25172100"),
    ("/news/amp/all/20261114/130542865/1", "동아일보", "https://www.donga.com/news/article/all/20261114/130542865/1"),
    ("/arti/society/health/1110654.html", "한겨레", "https://www.hani.co.kr/arti/society/health/1110654.html"),
    ("/amp/202611241103001", "경향신문", "https://www.khan.co.kr/article/202611241103001"),
    ("/view.asp?arcid=0019940870", "국민일보", "https://www.kmib.co.kr/article/view.asp?arcid=0019940870"),
    ("/article/11591124?ref=x", "문화일보", "https://www.munhwa.com/article/11591124"),
    ("/newsView/20261124515233", "세계일보", "https://www.segye.com/newsView/20261124515233"),
    ("/article/202611241860i", "한국경제", "https://www.hankyung.com/article/202611241860i"),
    ("/news/stock/12034143", "매일경제", "https://www.mk.co.kr/news/stock/12034143"),
    ("/read?newsId=01403846635671896", "이데일리",
     "https://www.edaily.co.kr/News/Read?newsId=01403846635671896&mediaCodeNo=257"),
    ("/NewsView/29TI94R7IN", "서울경제", "https://www.sedaily.com/NewsView/29TI94R7IN"),
    ("/economy/trend/5312046", "뉴스1", "https://www.news1.kr/economy/trend/5312046"),
    ("/amp/20261124181112", "지디넷코리아", "https://zdnet.co.kr/view/?no=20261124181112"),
    ("/20261124000073", "전자신문", "https://www.etnews.com/20261124000073"),
    ("/articleView.html?idxno=213450", "AI타임스", "https://www.aitimes.com/news/articleView.html?idxno=213450"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "name", "genuine"), ROWS)
def test_a_kept_number_leads_to_the_genuine_address(path: str, name: str, genuine: str) -> None:
    page = plain_page(f"오늘 소식이다. {name} 제공", url=f"https://mirror.example{path}")
    assert next(publishers_addresses(page), None) == genuine


def test_every_pattern_has_its_row() -> None:
    reached = {
        p.address.split("{")[0]
        for p in patterns()
        for _, _, genuine in ROWS
        if genuine.startswith(p.address.split("{")[0])
    }
    assert reached == {p.address.split("{")[0] for p in patterns()}
    assert len(ROWS) >= len(patterns())


def test_a_number_that_several_write_so_needs_the_publishers_name() -> None:
    page = plain_page("오늘 소식이다.", url="https://mirror.example/amp/20261124181112")
    assert list(publishers_addresses(page)) == []
    link = plain_page("기자 a@etnews.com", url="https://mirror.example/amp/20261124181112")
    assert list(publishers_addresses(link)) == ["https://www.etnews.com/20261124181112"]
    both = plain_page("전자신문과 세계일보", url="https://mirror.example/amp/20261124181112")
    assert len(list(publishers_addresses(both))) == 2


@pytest.mark.parametrize(
    "url",
    ["https://www.yna.co.kr/view/AKR20261124012300017", "https://m.yna.co.kr/AKR20261124012300017", "", "https://[",
     "https://mirror.example/xAKR20261124012300017", "https://mirror.example/AKR202611240123000171"],
)  # fmt: skip
def test_a_publishers_own_page_and_other_numbers_lead_nowhere(url: str) -> None:
    assert list(publishers_addresses(plain_page("연합뉴스 제공", url=url))) == []


def test_a_link_to_the_publisher_names_it() -> None:
    page = plain_page("원문", url="https://mirror.example/amp/202611241103001")
    linked = type(page)(page.text, page.segments, (Link(0, 2, "https://www.khan.co.kr/"),), page.url)
    assert list(publishers_addresses(linked)) == ["https://www.khan.co.kr/article/202611241103001"]


def test_a_publishers_articles_stand_on_its_own_host_not_on_any_of_its_domain() -> None:
    assert all(is_publishers(genuine) for _, _, genuine in ROWS)
    assert is_publishers("http://m.yna.co.kr/anything")
    for other in (
        "https://blog.naver.com/x/1",
        "https://www.naver.com/r?u=x",
        "https://yna.co.kr.bad.example/1",
        "",
        "[",
        "http://yna.co.kr:8080/1",
    ):
        assert not is_publishers(other)
