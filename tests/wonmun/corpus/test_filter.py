"""The filter and the restoring step in a pipeline of datatrove's own parts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from wonmun.corpus import InjectionFilter, RestoreText
from wonmun.model import Article
from wonmun.originals import Originals
from wonmun.recipe import check
from wonmun.restore import Resources

from .conftest import TWO_TERMS, article, mirror, write

if TYPE_CHECKING:
    from pathlib import Path

    from wonmun.memory import Memory
    from wonmun.model import Page, Report


def test_in_a_pipeline_with_an_exclusion_writer(corpus: Path, tmp_path: Path) -> None:
    dropped = JsonlWriter(str(tmp_path / "dropped"), compression=None)
    steps = [
        JsonlReader(str(corpus)),
        InjectionFilter(exclusion_writer=dropped),
        JsonlWriter(str(tmp_path / "clean"), compression=None),
    ]
    LocalPipelineExecutor(steps, logging_dir=str(tmp_path / "logs")).run()
    clean, bad = (
        [json.loads(x) for x in (tmp_path / d / "00000.jsonl").read_bytes().splitlines()] for d in ("clean", "dropped")
    )
    assert sorted(r["id"] for r in bad) == ["a1", "a5", "a9"]
    assert len(clean) == 9
    assert bad[0]["metadata"]["filter_reason"] == "injected"
    assert bad[0]["metadata"]["wonmun"]["verdict"] == "injected"


def test_restoring_step_with_a_memory_made_in_the_process() -> None:
    def memory() -> Originals:
        return Originals([Article("g", article(3))])

    docs = [Document(mirror(3), "m"), Document(TWO_TERMS, "g")]
    steps = InjectionFilter("all", memory=memory)
    restored = list(RestoreText().run(steps.run(iter(docs))))
    assert [d.text for d in restored] == [article(3), TWO_TERMS]


def test_articles_that_share_scattered_sentences() -> None:
    """Case: every anchor between these two was a stray one, and comparing them failed."""
    doc = Document(article(31), "x")
    list(InjectionFilter("all", memory=Originals([Article("g", article(5))])).run(iter([doc])))
    assert doc.metadata["wonmun"]["verdict"] != "injected"


def test_markup_becomes_the_pages_text() -> None:
    docs = [Document(f"<html><body><p>{mirror(3)}</p></body></html>", "m"), Document("<html></html>", "e")]
    kept = list(InjectionFilter("injected", html=True).run(iter(docs)))
    assert [d.id for d in kept] == ["m"]
    finding = kept[0].metadata["wonmun"]["findings"][0]
    assert kept[0].text[finding["start"] : finding["end"]] == finding["found"]


def test_a_wrong_choice_is_told_at_once() -> None:
    with pytest.raises(ValueError, match="clean, injected or all"):
        InjectionFilter("good")  # type: ignore[arg-type]


def test_a_text_whose_check_fails_is_dropped_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **_known: object) -> None:
        raise ZeroDivisionError("float division")

    docs = [Document(article(1), "x"), Document(article(2), "y")]
    monkeypatch.setattr("wonmun.corpus.filter.check", broken)
    assert list(InjectionFilter("all").run(iter(docs))) == []
    assert docs[1].metadata["wonmun"] == {"id": "y", "error": "the check failed (ZeroDivisionError: float division)"}


def test_no_guesses_are_worked_out_that_nobody_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def noted(page: Page, memory: Memory | None = None, *, resources: Resources | None = None) -> Report:
        asked.append((resources or Resources()).guesses)
        return check(page, memory, resources=resources)

    monkeypatch.setattr("wonmun.corpus.filter.check", noted)
    list(InjectionFilter("all").run(iter([Document(mirror(3), "m")])))
    assert asked == [False]


def test_title_and_address_come_from_the_metadata() -> None:
    doc = Document(article(1), "x", metadata={"title": "제목", "url": "http://a.example/", "language": "ko"})
    page = InjectionFilter().page_of(doc)
    assert (page.url, page.head, page.lang) == ("http://a.example/", (("title", "제목"),), "ko")


def test_lines_of_the_package_example_work(tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.jsonl", [{"id": "1", "text": article(1)}])
    pipeline = [JsonlReader(str(tmp_path / "news")), InjectionFilter(), JsonlWriter(str(tmp_path / "clean"))]
    LocalPipelineExecutor(pipeline, tasks=1, logging_dir=str(tmp_path / "logs")).run()
    assert list((tmp_path / "clean").iterdir())
