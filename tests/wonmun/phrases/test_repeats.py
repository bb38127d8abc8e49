from __future__ import annotations

from tests.wonmun.measuring import look
from wonmun.language.load import language
from wonmun.phrases.repeats import repeats
from wonmun.phrases.view import View


def told(text: str) -> dict[str, list[int]]:
    """Each repeat with its places."""
    found = repeats(View(text, language("ko")))
    places = [found.pos[found.owner == k].tolist() for k in range(len(found.size))]
    return {text[at[0] : at[0] + size]: at for size, at in zip(found.size.tolist(), places, strict=True)}


def test_a_repeat_ends_in_no_blank_and_stands_there_once() -> None:
    found = told("노을빛 마당에서 놀았다. 노을빛 마당은 넓다. 노을빛마루 이야기.")
    assert found["노을빛"] == [0, 14, 26]
    assert found["노을빛 마당"] == [0, 14]
    assert not [phrase for phrase in found if phrase.endswith(" ")]


def test_of_two_that_end_alike_the_blank_is_left_off_where_nothing_else_follows() -> None:
    assert told("가람터 새벽에 왔다. 가람터 저녁에 갔다.") == {"가람터": [0, 12]}


def test_places_of_a_candidate_do_not_overlap() -> None:
    occ, index = look("다다다다 간다. 다다다다다 온다. 다다 논다. 그만.", "다다")
    assert all(b - a >= 2 for a, b in zip(occ.batch.spans(index)[:-1], occ.batch.spans(index)[1:], strict=True))
