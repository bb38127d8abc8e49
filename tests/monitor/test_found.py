"""Places of a report → one finding a phrase."""

from __future__ import annotations

from wonmun.model import Finding, Report
from wonmun.page.plain import plain_page
from wonmun_monitor.found import group
from wonmun_monitor.reading import read_page

TEXT = "관리비가 줄었다. 먹튀검증 노을빛 주민들은 먹튀검증 노을빛 겨울을 보냈다. 먹튀검증 노을빛"


def test_the_blank_that_is_taken_out_with_a_phrase_is_no_part_of_it() -> None:
    """“ 먹튀검증 노을빛” was the phrase of the sample's pages."""
    places = (Finding(9, 19, TEXT[9:19], "insertion", ""), Finding(23, 32, TEXT[23:32], "insertion", ""))
    assert [p.found for p in places] == [" 먹튀검증 노을빛 ", " 먹튀검증 노을빛"]
    (found,) = group(read_page(plain_page(TEXT), Report("injected", 0.9, places, TEXT, TEXT)))
    assert (found.phrase, found.name, found.count) == ("먹튀검증 노을빛", "먹튀검증 노을빛", 2)
