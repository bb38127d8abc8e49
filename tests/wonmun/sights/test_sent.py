"""Addresses on betting sites that a page's head names as its own, or sends readers on to."""

from __future__ import annotations

import pytest

from tests.wonmun.sights.pages import BODY, page
from wonmun.detect import detect

SITE = "https://amp.rajaslot77.example/m/"
AMP = '<link rel="amphtml" href="{}">'
PROPER = '<link rel="canonical" href="{}">'
REFRESH = '<meta http-equiv="Refresh" content="0; URL=\'{}\'">'


@pytest.mark.parametrize(("told", "where"), [(AMP, "amphtml"), (PROPER, "canonical"), (REFRESH, "refresh")])
def test_an_article_whose_head_sends_to_a_betting_site_is_injected(told: str, where: str) -> None:
    whole = page(head=told.format(SITE))
    found = detect(whole)
    assert found.verdict == "injected"
    assert [(p.kind, whole.text[p.start : p.end]) for p in found.places] == [("hidden", SITE)]
    assert found.reasons == (
        f"the page's {where} is on 'amp.rajaslot77.example', and the article says nothing of betting",
    )


@pytest.mark.parametrize("host", ["www.bolasport.example", "www2.bolasport.example"])
def test_a_name_without_a_number_may_be_a_paper_on_sport(host: str) -> None:
    assert detect(page(head=AMP.format(f"https://{host}/a"))).verdict == "suspicious"


@pytest.mark.parametrize(
    "head",
    [
        AMP.format("https://paper.example/amp/1"),
        AMP.format("https://paper-example.cdn.example/c/casino77/1"),
        PROPER.format("https://alphabet.example/1"),
        REFRESH.format("https://paper.example/slot77"),
        '<meta http-equiv="refresh" content="300">',
    ],
)
def test_other_addresses_are_no_matter(head: str) -> None:
    whole = page(head=head)
    assert detect(whole).verdict == "clean"
    assert not whole.of("hidden")


def test_a_page_that_speaks_of_betting_may_lead_to_where_it_moved() -> None:
    about = (*BODY, "회사는 온라인 카지노 사업을 넘기면서 도박 사이트의 이름도 바꾼다고 밝혔다.")
    assert detect(page(head=REFRESH.format(SITE), body=about)).verdict == "clean"
