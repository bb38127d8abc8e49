"""`wonmun scan` as a user runs it: what comes out, what is kept aside, what is refused, what a second run does."""

from __future__ import annotations

import errno
import gc
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import wonmun
from wonmun.cli import wonmun as commands
from wonmun.cli.answer import answer_of
from wonmun.corpus.folder import Folder, SupersededError
from wonmun.corpus.plan import load_plan, make_plan

from .conftest import PHRASE, TWO_TERMS, article, many, mirror, output, run, summary_of, write


def test_records_come_out_as_they_went_in_with_the_answer(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(corpus, "--out", out)
    assert (done.exit_code, done.stderr) == (0, "")
    records = output(out)
    assert sorted(r["id"] for r in records) == sorted(f"a{i}" for i in range(12))
    for record in records:
        answer = record.pop("wonmun")
        wanted = answer_of(wonmun.check(record["text"]))
        assert answer == json.loads(json.dumps({"id": record["id"], **wanted}))
        assert record["kept"] == {"as": ["it", int(record["id"][1:])]}
    summary = summary_of(out)
    assert summary["records"] == 12
    assert summary["injected"] == 3
    assert summary["clean"] == 9
    assert [(PHRASE in phrase, count) for phrase, count in summary["phrases"].items()] == [(True, 3)]
    assert summary["bytes"] == sum(len(r["text"].encode()) for r in records)
    assert summary["seconds"] > 0


@pytest.mark.parametrize(("keep", "ids"), [("clean", 9), ("injected", 3), ("all", 12)])
def test_keep(corpus: Path, tmp_path: Path, keep: str, ids: int) -> None:
    assert run(corpus, "--out", tmp_path / "out", "--keep", keep).exit_code == 0
    assert len(output(tmp_path / "out")) == ids
    assert summary_of(tmp_path / "out")["records"] == 12


def test_originals_serve_as_memory_and_restore_writes_the_text(corpus: Path, tmp_path: Path) -> None:
    originals = write(tmp_path / "genuine.jsonl", [{"id": f"g{i}", "text": article(i)} for i in range(12)])
    done = run(corpus, "--out", tmp_path / "out", "--originals", originals, "--restore", "--no-copies")
    assert done.exit_code == 0
    assert {r["id"]: r["text"] for r in output(tmp_path / "out")} == {f"a{i}": article(i) for i in range(12)}


def test_a_mirror_is_restored_from_its_genuine_article_elsewhere_in_the_corpus(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.jsonl", [{"id": f"m{i}", "text": mirror(i)} for i in range(4)])
    write(tmp_path / "in" / "b.jsonl", [{"id": f"g{i}", "text": article(i)} for i in range(8)])
    done = run(tmp_path / "in", "--out", tmp_path / "out", "--restore", "--workers", "2")
    assert done.exit_code == 0, done.output
    texts = {r["id"]: r["text"] for r in output(tmp_path / "out")}
    assert {k: texts[k] for k in texts if k[0] == "g"} == {f"g{i}": article(i) for i in range(8)}
    assert {k: texts[k] for k in texts if k[0] == "m"} == {f"m{i}": article(i) for i in range(4)}


def test_two_mirrors_with_different_phrases_restore_each_other(tmp_path: Path) -> None:
    mirrors = {"a": ("저수지", PHRASE), "b": ("도서관", "먹튀 없는 토토사이트")}
    records = [{"id": name, "text": TWO_TERMS.replace(term, phrase)} for name, (term, phrase) in mirrors.items()]
    source = write(tmp_path / "a.jsonl", [*records, {"id": "c", "text": article(3)}])
    assert run(source, "--out", tmp_path / "out", "--restore").exit_code == 0
    found = {r["id"]: r for r in output(tmp_path / "out")}
    assert [found[name]["text"] for name in "abc"] == [TWO_TERMS, TWO_TERMS, article(3)]
    assert {f["source"] for f in found["a"]["wonmun"]["findings"]} == {"copy"}


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda p: ["scan", str(p / "missing.jsonl"), "--out", str(p / "o")], "no such file"),
        (lambda p: ["scan", str(p), "--out", str(p / "o")], "`wonmun check` takes single texts and pages"),
        (lambda p: ["scan", str(p / "a.txt"), "--out", str(p / "o")], "is no .jsonl"),
        (lambda p: ["scan", str(p / "*.jsonl"), "--out", str(p / "o")], "holds no .jsonl"),
        (lambda p: ["scan", str(p / "a.txt")], "--out"),
        (lambda p: ["scan", "report", str(p)], "no finished scan"),
        (lambda p: ["scan", "nowhere://x/a.jsonl", "--out", str(p / "o")], "nowhere"),
        (lambda p: ["scan", str(p / "a.txt"), "--out", str(p)], "holds no scan"),
        (lambda p: ["scan", str(write(p / "a.jsonl", many(1))), "--out", str(p / "a.txt" / "o")], "a.txt"),
        (lambda p: ["scan", str(p / "a.txt"), "--out", str(p / "o"), "--originals", str(p / "none")], "none"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(tmp_path: Path, make: Any, named: str) -> None:
    (tmp_path / "a.txt").write_text("글", "utf-8")
    run()  # registers the command
    done = CliRunner().invoke(commands, make(tmp_path))
    assert done.exit_code == 2
    assert named in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_another_scan_into_the_same_folder_is_refused(corpus: Path, tmp_path: Path) -> None:
    assert run(corpus, "--out", tmp_path / "out").exit_code == 0
    before = (tmp_path / "out" / "summary.json").read_bytes()
    done = run(corpus, "--out", tmp_path / "out", "--keep", "clean")
    assert (done.exit_code, "other inputs or options" in done.stderr) == (2, True)
    again = run(corpus, "--out", tmp_path / "out")
    assert again.exit_code == 0
    assert (tmp_path / "out" / "summary.json").read_bytes() == before


def test_output_inside_the_input_folder_is_not_read_again(corpus: Path) -> None:
    assert run(corpus, "--out", corpus / "out").exit_code == 0
    assert len(output(corpus / "out")) == 12


@pytest.mark.slow
def test_killed_and_started_again_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Case: kill -9 while two workers are at it; the second run does the rest."""
    source = write(tmp_path / "a.jsonl", many(160))
    out = tmp_path / "out"
    script = "from wonmun.cli.scan import scan\nif __name__ == '__main__':\n    scan()\n"
    (tmp_path / "go.py").write_text(script, "utf-8")
    command = [sys.executable, str(tmp_path / "go.py"), str(source), "--out", str(out), "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    first = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    done = out / "output"
    for _ in range(600):
        if list(done.glob("*.jsonl")) or first.poll() is not None:
            break
        time.sleep(0.05)
    first.kill()
    first.wait()
    survived = {p.name: p.stat().st_mtime_ns for p in done.glob("*.jsonl")}
    assert not (out / "summary.json").exists(), "it ended before it could be killed; make the corpus larger"
    second = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (second.returncode, second.stderr) == (0, "")
    assert [r["id"] for r in output(out)] == list(range(160))
    assert summary_of(out)["records"] == 160
    assert survived.items() <= {p.name: p.stat().st_mtime_ns for p in done.glob("*.jsonl")}.items()
    assert not list(out.rglob("*.part-*"))


@pytest.mark.slow
def test_workers_do_not_change_the_answers(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", many(64))
    assert run(source, "--out", tmp_path / "one").exit_code == 0
    assert run(source, "--out", tmp_path / "two", "--workers", "2").exit_code == 0
    assert len(load_plan(Folder(tmp_path / "two").plan).tasks) > 1
    assert output(tmp_path / "one") == output(tmp_path / "two")


def test_a_worker_that_outlives_its_master_writes_no_more(tmp_path: Path) -> None:
    old = Folder(tmp_path).begin()
    new = Folder(tmp_path).begin()
    with pytest.raises(SupersededError), old.writing(tmp_path / "x") as stream:
        stream.write(b"old")
    with new.writing(tmp_path / "x") as stream:
        stream.write(b"new")
    assert (tmp_path / "x").read_bytes() == b"new"


def test_full_disk_ends_with_one_sentence(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("wonmun.corpus.steps.RecordWriter._write", full)
    done = run(corpus, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "disk is full" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    monkeypatch.undo()
    del done  # its error, and all that stands in that
    gc.collect()  # what was left open is told here, not in whatever test comes next
    assert run(corpus, "--out", tmp_path / "out").exit_code == 0
    assert len(output(tmp_path / "out")) == 12


def test_report_is_one_page_that_needs_nothing_else(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(corpus, "--out", out).exit_code == 0
    assert run("report", out).exit_code == 0
    page = (out / "report.html").read_text("utf-8")
    assert PHRASE in page
    assert "<svg" in page
    assert "src=" not in page
    assert "http" not in page.replace(str(corpus), "")
    assert wonmun.check(page).verdict in {"clean", "suspicious", "injected"}


def test_large_files_are_cut_and_small_ones_put_together(tmp_path: Path) -> None:
    for i in range(30):
        write(tmp_path / f"small{i}.jsonl", [{"id": i, "text": "글" * 300}])
    write(tmp_path / "zlarge.jsonl", [{"id": i, "text": "글" * 3000} for i in range(300)])
    plan = make_plan([str(tmp_path)], {}, tmp_path / "out", 2)
    assert len(plan.tasks[0]) > 10
    large = [u for task in plan.tasks for u in task if "zlarge" in u.url]
    assert len(large) > 3
    assert [u.start for u in large[1:]] == [u.end for u in large[:-1]]
    assert plan.size == sum(p.stat().st_size for p in tmp_path.glob("*.jsonl"))
