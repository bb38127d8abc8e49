"""What headlines set behind names in Chinese letters."""

from __future__ import annotations

import pytest

from wonmun.language.base import END, GLUED, PARTICLE
from wonmun.language.load import language


@pytest.mark.parametrize(
    ("rest", "kind"), [("株", END), ("株는", PARTICLE), ("發", END), ("株문이", GLUED), ("尹대통령", GLUED)]
)
def test_a_name_goes_on_before_its_particle(rest: str, kind: int) -> None:
    """A note on the shares of a trade was injected: its headline stands twice with 株."""
    assert language("ko").tail(rest).kind == kind
