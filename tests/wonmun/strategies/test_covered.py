"""Articles on a page's subject are no coverage of its event, and fill no place with another event's names."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.wonmun.comparing.test_retold import OURS, THEIRS
from tests.wonmun.strategies.test_page_itself import grouped
from wonmun.model import Article
from wonmun.strategies import guess
from wonmun.strategies.guess import guesses
from wonmun.strategies.places.corpus import Corpus
from wonmun.strategies.places.covered import LEAST, columns, covered
from wonmun.strategies.places.situation import situation
from wonmun.strategies.weighed.facts import measure

ELSEWHERE = """여행사 달무리투어는 고객 7만 명의 여권 번호가 외부로 유출됐다고 21일 알렸다. 경찰은 서버 기록을 넘겨받아 조사하고 있다.
회사는 이름과 전화번호, 결제 정보는 유출되지 않았다고 설명했다. 홍차림 대표는 “고객께 깊이 사과드린다”며 보안 장치를 바꾸겠다고 말했다."""
"""Another event on the subject of `OURS`."""
MANY = (0.16, 0.14, *[0.1] * 148)
"""As near as the nearest of many articles come by chance."""


def test_what_papers_on_one_event_share_is_more_than_what_a_subject_does() -> None:
    event, subject = (covered(OURS, (text, text), MANY) for text in (THEIRS, ELSEWHERE))
    assert event > 1
    assert subject < LEAST


def test_the_more_texts_are_known_the_likelier_is_one_near_by_chance() -> None:
    few, many = (covered(OURS, (ELSEWHERE, ELSEWHERE), MANY[:known]) for known in (3, 150))
    assert few - many == pytest.approx(np.log(151 / 4))
    assert columns(OURS, (ELSEWHERE, ELSEWHERE), MANY[:3]) == columns(OURS, (ELSEWHERE, ELSEWHERE), MANY)


@pytest.mark.parametrize(("text", "known"), [(THEIRS, "event"), (ELSEWHERE, "near")])
def test_two_near_articles_of_many_are_an_event_only_if_they_share_what_it_is_told_by(text: str, known: str) -> None:
    corpus = Corpus(OURS, (text, text, *[""] * 148), MANY)
    assert situation(corpus.known) == known


@pytest.mark.parametrize("nearness", [0.1, 0.2, 0.3])
def test_one_article_that_is_known_is_weighed_alone(nearness: float) -> None:
    """Seen from outside in December 2026: at .2 it was compared with a second one, which there is none of."""
    first, second, third, _ = Corpus(OURS, (THEIRS,), (nearness,)).known
    assert 0 < first <= nearness
    assert second == third == 0


def test_where_an_event_is_covered_articles_that_are_much_farther_say_nothing() -> None:
    near, other = Article("a", THEIRS, ""), "시의회가 둘레길 예산을 심사했다. 주민들은 갈대밭을 넓히자고 했다."
    group = grouped(OURS.replace("늘봄마트", "카톡카지노.net"), "카톡카지노.net")
    alone, among = (measure(group, [near, replace(near, id="b"), *far]) for far in ([], [Article("c", other, "")]))
    assert alone is not None
    assert among is not None
    assert among.nearness == alone.nearness
    assert among.terms == alone.terms
    assert Corpus(OURS, (THEIRS, ELSEWHERE, other), (0.3, 0.2, 0.05)).narrowed.texts == (THEIRS, ELSEWHERE)


def test_no_term_is_put_in_where_its_event_is_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen from outside in December 2026: of what coverage of other subjects filled, one in five was wrong."""
    group = grouped(OURS.replace("늘봄마트", "카톡카지노.net"), "카톡카지노.net")
    related = [Article("a", THEIRS, ""), Article("b", OURS.replace("회사는", "늘봄마트는"), "")]
    facts = measure(group, related)
    assert facts is not None
    said = []
    for logit in (9.0, -9.0):
        monkeypatch.setattr(guess, "measure", lambda *_, logit=logit: replace(facts, covered=logit))
        said.append([g.made and g.made.value for g in guesses(group, related)])
    assert "늘봄마트" in said[0]
    assert set(said[1]) == {None}
