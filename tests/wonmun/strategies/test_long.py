"""What is weighed of a very long page: its beginning, at all of its places; what that takes of memory."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

from tests.wonmun.strategies.test_page_itself import grouped
from tests.wonmun.written import SPAM, page
from wonmun.strategies.copy import _body
from wonmun.strategies.guess import guesses
from wonmun.strategies.places import corpus
from wonmun.strategies.places.corpus import Corpus
from wonmun.strategies.weighed import facts

if TYPE_CHECKING:
    import pytest

LINES = [f"{n}번 마을 주민은 {SPAM}은 언제 여는지 물었다. 도서관은 다음 달에 연다고 시청이 알렸다." for n in range(30)]


def test_only_the_beginning_of_a_very_long_page_is_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    one = grouped("\n".join(LINES))
    monkeypatch.setattr(corpus, "LONGEST", 400)
    monkeypatch.setattr(facts, "LONGEST", 400)
    known = Corpus.of(one, ())
    assert known.page == one.text[:400]
    assert len(known.codes) < len(one.text) / 2
    assert len(guesses(one, ())) == len(one.slots) == len(LINES)
    assert max(slot.at for slot in one.slots) > 400


def test_a_page_of_usual_length_is_weighed_whole() -> None:
    one = grouped("\n".join(LINES))
    assert Corpus.of(one, ()).page == one.text


def test_an_article_among_blanks_takes_a_few_times_its_size() -> None:
    long = page("\n".join(LINES * 100))
    tracemalloc.start()
    body = _body(long)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(body) == len(long.text)
    assert body.split() == long.text.split()
    assert peak < 10 * len(body)
