"""What a phrase runs into: quotations that open right behind it, nouns that look like a verb's ending."""

from __future__ import annotations

import pytest

from wonmun.phrases.running import runs_on


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('골드문"우리는 간다"', True),
        ('그는 "골드문"우리는', False),
        ('그는 "좋다"고 했다. 골드문"우리는 간다"', True),
        ("그는 “좋다”며 골드문“우리는 간다”", True),
        ('골드문" 우리는', False),
        ("골드문한파 쉼터는", True),
        ("골드문한다", False),
    ],
)
def test_a_quotation_or_a_noun_begins_behind_a_phrase(text: str, answer: bool) -> None:  # noqa: FBT001 - a row of a table
    end = text.index("골드문") + 3
    stop = next((at for at in range(end, len(text)) if not text[at].isalnum()), len(text))
    assert runs_on(text, 0, end, stop) is answer
