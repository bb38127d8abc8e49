from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wonmun.offsets import Utf16Map


@given(st.text(), st.data())
def test_offsets_survive_the_round_trip(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    offsets = Utf16Map.of(text)
    assert offsets.to_utf16(at) == len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
    assert offsets.to_code_points(offsets.to_utf16(at)) == at


def test_an_emoji_takes_two_units() -> None:
    offsets = Utf16Map.of("가😀나")
    assert [offsets.to_utf16(i) for i in range(4)] == [0, 1, 3, 4]
    assert offsets.to_code_points(2) == 2
