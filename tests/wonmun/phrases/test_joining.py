"""과 behind a phrase: a particle, or the end of a department's name."""

from __future__ import annotations

import re

import numpy as np
import pytest

from wonmun.language.load import language
from wonmun.phrases.joining import joins_nothing
from wonmun.phrases.view import View


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("올해 ‘스포츠안마과’가 생겼다.", True),
        ("△스포츠안마과 △간호과 △치위생과", True),
        ("스포츠안마과 간호를 배운다.", False),
        ("스포츠안마과는 없다.", False),
        ("스포츠안마를 배운다.", False),
    ],
)
def test_what_ends_a_department_s_name_joins_no_word(text: str, answer: bool) -> None:  # noqa: FBT001 - a row of a table
    ends = np.array([m.end() for m in re.finditer("스포츠안마", text)])
    assert joins_nothing(View(text, language("ko")), ends).tolist() == [answer]
