"""The index over pairs of letters finds what looking through the text finds, in half the memory where letters allow."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wonmun.strategies.places.search import Search


def _search(text: str) -> Search:
    return Search.of(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4"))


@given(st.text("가나\uffff😀😁", max_size=30), st.text("가나\uffff😀😁", max_size=4))
def test_it_finds_every_place(text: str, piece: str) -> None:
    wanted = [n for n in range(len(text) - len(piece) + 1) if text.startswith(piece, n)] if piece else []
    assert _search(text).find(piece).tolist() == wanted


@pytest.mark.parametrize("letters", ["사과", "사과😀"])
def test_an_index_takes_few_bytes_a_letter(letters: str) -> None:
    """Repeated and shuffled articles took 28 to 49 times their size; this index took 16 bytes a letter of it."""
    text = letters * 1000
    index = _search(text)
    assert index.keys.nbytes + index.where.nbytes <= len(text) * (8 if letters == "사과" else 12)
