"""The first pass: near-duplicates are found across tasks, whatever the ranges; cost grows with the corpus."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from wonmun.corpus import neighbours
from wonmun.corpus.copies import CorpusMemory, Known
from wonmun.corpus.folder import Folder
from wonmun.corpus.neighbours import Neighbours, find_neighbours
from wonmun.corpus.prints import bases_of
from wonmun.corpus.trust import only_own
from wonmun.fingerprints import fingerprint_numbers
from wonmun.model import Finding, Report
from wonmun.page.plain import plain_page

from .conftest import PHRASE, article, mirror

if TYPE_CHECKING:
    from pathlib import Path


def text(number: int, size: int = 60) -> str:
    """Make a text of words that no other number's text has."""
    rng = random.Random(number)
    return " ".join("".join(chr(rng.randint(0xAC00, 0xD7A3)) for _ in range(rng.randint(1, 4))) for _ in range(size))


def copy(number: int, phrase: str = "온라인 카지노 추천") -> str:
    """Put a phrase in place of every twelfth word."""
    return " ".join(phrase if i % 12 == 5 else word for i, word in enumerate(text(number).split()))


def put(folder: Folder, rank: int, arrays: list[Any]) -> None:
    counts = np.array([len(a) for a in arrays], dtype="<u4")
    hashes = np.concatenate(arrays)
    owners = np.repeat(np.arange(len(arrays), dtype="<u4"), counts)
    order = np.argsort(hashes, kind="stable")
    folder.part("prints").mkdir(parents=True, exist_ok=True)
    for name, array in (("hashes", hashes[order]), ("owners", owners[order]), ("counts", counts)):
        np.save(folder.part("prints", f"{rank:05d}.{name}.npy"), array)


@pytest.mark.parametrize("size", [8_000_000, 400, 50])
def test_copies_are_found_in_every_number_of_ranges(tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "_RANGE", size)
    folder = Folder(tmp_path)
    put(folder, 0, [fingerprint_numbers(text(i)) for i in range(6)])
    put(
        folder,
        1,
        [fingerprint_numbers(one) for one in ("짧다", copy(4), text(20), copy(2), copy(4, "무료 스포츠 중계"))],
    )
    find_neighbours(folder, 2)
    assert bases_of(folder, 2).tolist() == [0, 6, 11]
    found = Neighbours(folder, 11)
    assert {n: set(found.of(n, 9)) for n in range(11)} == {
        **{n: set() for n in range(11)},
        2: {9},
        9: {2},
        4: {7, 10},
        7: {4, 10},
        10: {4, 7},
    }
    assert found.members(0, 11) == {2, 4, 7, 9, 10}
    assert found.members(6, 11) == {7, 9, 10}
    assert not folder.part("pairs").exists()


def test_a_footer_on_every_page_makes_no_neighbours(tmp_path: Path) -> None:
    footer = " 무단 전재와 재배포를 금지합니다. 등록번호 서울 아00000, 발행인 아무개."
    folder = Folder(tmp_path)
    put(folder, 0, [fingerprint_numbers(text(i, 150) + footer) for i in range(200)])
    find_neighbours(folder, 1)
    assert len(Neighbours(folder, 200).members(0, 200)) == 0


def known(name: str, text: str, verdict: str, score: float) -> Known:
    return Known(name, "", "", text, verdict, score)


def test_a_missed_injection_never_serves_against_the_genuine_article() -> None:
    genuine, missed = known("g", article(3), "clean", 0.02), known("m", mirror(3), "clean", 0.4)
    assert CorpusMemory(genuine, [missed], None).genuine(plain_page(genuine.text)) == []
    assert [c.article.id for c in CorpusMemory(missed, [genuine], None).genuine(plain_page(missed.text))] == ["g"]


def test_what_only_the_difference_speaks_against_is_left_alone() -> None:
    def finding(start: int, found: str, replacement: str | None, source: str) -> Finding:
        return Finding(start, start + len(found), found, "substitution", replacement, 0.9, source)

    text = "온라인 카지노는 맑고 들어간 돈은 적다"
    own, doubtful = finding(0, "온라인 카지노", "하늘", "genuine"), finding(13, "들어간 돈", "먹튀", "genuine")
    report = Report("injected", 0.9, (own, doubtful), "하늘는 맑고 먹튀은 적다", text)
    kept = only_own(report, ["온라인  카지노"])
    assert (kept.findings, kept.restored) == ((own,), "하늘는 맑고 들어간 돈은 적다")
    assert only_own(report, ["온라인 카지노", "들어간 돈은"]) is report


def test_another_article_is_no_genuine_copy_where_a_whole_one_is_known() -> None:
    """Case: a third of its sentences in common, and it was taken for the genuine article; the mirror next to it knew."""
    mine = mirror(3)
    part = "\n\n".join([*article(3).split("\n\n")[:2], *article(7).split("\n\n")[2:]])
    own, other = known("a", mine, "injected", 0.99), known("b", mine.replace(PHRASE, "무료 중계", 1), "injected", 0.9)
    third = known("c", part, "clean", 0.0)
    alone = CorpusMemory(own, [third], None).genuine(plain_page(mine))
    assert [c.article.id for c in alone] == ["c"]
    assert alone[0].cover < 0.45
    beside = CorpusMemory(own, [third, other], None)
    assert beside.genuine(plain_page(mine)) == []
    assert [c.article.id for c in beside.siblings(plain_page(mine))] == ["b"]


def test_injected_copies_are_siblings_and_never_genuine() -> None:
    own, other = known("a", mirror(3), "injected", 0.99), known("b", mirror(3, "무료 스포츠 중계"), "injected", 0.99)
    memory = CorpusMemory(own, [other], None)
    page = plain_page(own.text)
    assert memory.genuine(page) == []
    assert [c.article.id for c in memory.siblings(page)] == ["b"]
