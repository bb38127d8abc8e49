from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest

from tests.wonmun.sights.pages import BODY, page
from wonmun.detect import detect
from wonmun.sights.clash import foreign_canonical, odd_description, odd_slug, odd_title, slug_words

PHRASE = "벨로나 쿠폰"
SPOILED = tuple(p.replace("나무다리", PHRASE) for p in BODY)


def addressed(path: str) -> str:
    return f"https://paper.example/{quote(path)}"


def test_a_description_that_kept_the_genuine_words() -> None:
    kept = f'<meta name="description" content="{BODY[0]}">'
    assert "'나무다리'" in odd_description(page(head=kept, body=SPOILED), PHRASE)
    assert odd_description(page(head=kept.replace("나무다리", PHRASE), body=SPOILED), PHRASE) == ""
    assert odd_description(page(body=SPOILED), PHRASE) == ""


def test_linked_data_that_kept_them_even_for_a_phrase_that_stands_once() -> None:
    spoiled = (BODY[0].replace("강변 공원에", "강변 골드 카지노 추천에"), *BODY[1:])
    told = f'<meta property="og:description" content="{BODY[0]}">'
    assert detect(page(head=told, body=spoiled)).verdict == "injected"
    assert detect(page(body=spoiled)).verdict != "injected"


def test_an_address_that_speaks_of_something_else() -> None:
    shown = page(body=SPOILED)
    spoiled = replace(
        shown, text=shown.text.replace("나무다리", "출렁다리"), url=addressed("소식/강변-공원-주민-나무다리")
    )
    assert "'나무다리'" in odd_slug(spoiled, PHRASE)
    assert slug_words(spoiled) == ["강변", "공원", "주민", "나무다리"]
    assert odd_slug(replace(spoiled, url=addressed("강변-공원-주민-쿠폰-나무다리")), PHRASE) == ""


@pytest.mark.parametrize("path", ["article/1", "소식/12", "강변-공원-주민", "축구-야구-농구-배구-주민", "%zz"])
def test_addresses_that_say_nothing(path: str) -> None:
    assert odd_slug(replace(page(body=SPOILED), url=addressed(path)), PHRASE) == ""


def test_an_address_that_is_none() -> None:
    assert slug_words(replace(page(), url="http://[oops")) == []


def test_titles_that_disagree() -> None:
    head = f'<meta property="og:title" content="강변 공원에 새 {PHRASE}">'
    assert "강변 공원에 새 나무다리" in odd_title(page(head=head), PHRASE)
    assert odd_title(page(), PHRASE) == ""


def test_a_proper_address_elsewhere() -> None:
    assert "other.example" in foreign_canonical(page(head='<link rel="canonical" href="https://other.example/1">'))
    assert foreign_canonical(page(head='<link rel="canonical" href="https://paper.example/1">')) == ""
