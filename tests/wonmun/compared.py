"""A page of ours beside its genuine copy, for the tests of comparisons and of edits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.wonmun.written import MUSEUM, PORT, article, page, substituted
from wonmun.comparing.compare import Comparison, compare_with
from wonmun.model import Copy
from wonmun.originals import Originals

if TYPE_CHECKING:
    from wonmun.model import Weight

INJECTED, SPANS = substituted(PORT, "한빛항만공사")
GENUINE = article(PORT, "port", "한빛항만공사, 수소 부두 짓는다", "https://a.example/1")


def compared(text: str, *others: str, title: str = "", weight: Weight = "given") -> Comparison:
    memory = Originals([GENUINE, article(MUSEUM, "museum"), *(article(o, f"o{n}") for n, o in enumerate(others))])
    subject = page(text, title)
    copies = [replace(c, weight=weight) for c in memory.genuine(subject)]
    found = compare_with(subject, copies, memory)
    assert found is not None
    return found


def beside(text: str, genuine: str) -> Comparison:
    """A text beside the one article that is given as its genuine copy."""
    found = compare_with(page(text), [Copy(article(genuine, "b"), 0.9, "given")], None)
    assert found is not None
    return found
