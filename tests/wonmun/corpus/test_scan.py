"""`wonmun scan` as a user runs it: what comes out, what is kept aside, what is refused, what a second run does."""

from __future__ import annotations

import errno
import gzip
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from click.testing import CliRunner, Result

import wonmun
from wonmun.cli import wonmun as commands
from wonmun.cli.answer import answer_of
from wonmun.cli.scan import scan as scan_command
from wonmun.corpus.folder import Folder, SupersededError
from wonmun.corpus.plan import load_plan, make_plan

from .conftest import PHRASE, TWO_TERMS, article, many, mirror, output, rejected, write


def run(*arguments: str | Path) -> Result:
    if "scan" not in commands.commands:
        commands.add_command(scan_command)
    return CliRunner().invoke(commands, ["scan", *map(str, arguments)])


def summary_of(out: Path) -> dict[str, Any]:
    return dict(json.loads((out / "summary.json").read_text("utf-8")))


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


def test_parquet_and_packed_jsonl(tmp_path: Path) -> None:
    rows = [{"id": f"p{i}", "text": mirror(i) if i == 2 else article(i), "n": i} for i in range(5)] + [
        {"id": "p5", "text": None, "n": 5}
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=2)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "z", "text": article(8)}).encode()))
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and nothing else")
    assert run(tmp_path, "--out", tmp_path / "out").exit_code == 0
    assert {r["id"]: r["wonmun"]["verdict"] for r in output(tmp_path / "out")} == {
        **{f"p{i}": "injected" if i == 2 else "clean" for i in range(5)},
        "z": "clean",
    }
    reasons = " ".join(r["reason"] for r in rejected(tmp_path / "out"))
    assert "neither" in reasons
    assert "Parquet file is damaged" in reasons


def warc(pages: list[tuple[str, bytes, str]]) -> bytes:
    out = b""
    for number, (url, body, kind) in enumerate(pages):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:test:{number}>\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        out += gzip.compress(head.encode() + http + b"\r\n\r\n")
    return out


def test_warc_pages_go_through_page(tmp_path: Path) -> None:
    body = "".join(f"<p>{p}</p>" for p in mirror(3).split("\n\n"))
    page = f"<html><head><meta charset=euc-kr><title>뷁</title></head><body><nav><a href=/>처음</a></nav><article>{body}</article></body></html>"
    pages = [
        ("http://a.example/1", page.encode("cp949"), "text/html"),
        ("http://a.example/2", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("http://a.example/3", b"<html></html>", "text/html; charset=utf-8"),
        ("http://a.example/4", f"<p>{article(4)}</p>".encode(), "text/html; charset=utf-8"),
    ]
    whole = warc(pages)
    (tmp_path / "a.warc.gz").write_bytes(whole)
    (tmp_path / "cut.warc.gz").write_bytes(whole[: len(whole) - 300])
    assert run(tmp_path, "--out", tmp_path / "out").exit_code == 0
    found = [r for r in output(tmp_path / "out") if r["url"] == "http://a.example/1"]
    assert found[0]["wonmun"]["verdict"] == "injected"
    first = found[0]["wonmun"]["findings"][0]
    assert found[0]["text"][first["start"] : first["end"]] == first["found"]
    assert PHRASE in first["found"]
    assert found[0]["text"].startswith("뷁")
    assert [r["url"][-1] for r in output(tmp_path / "out")] == ["1", "4", "1"]
    reasons = [r["reason"] for r in rejected(tmp_path / "out")]
    assert any("no text" in r for r in reasons)
    assert any("truncated" in r for r in reasons)


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_warc_plain_and_packed_whole(tmp_path: Path, ending: str) -> None:
    pages = [(f"http://a.example/{i}", f"<p>{article(i)}</p>".encode(), "text/html; charset=utf-8") for i in range(3)]
    plain = gzip.decompress(warc(pages))
    packed = {"": plain, ".gz": gzip.compress(plain), ".zst": zstandard.compress(plain)}
    (tmp_path / f"a.warc{ending}").write_bytes(packed[ending])
    assert run(tmp_path, "--out", tmp_path / "out").exit_code == 0
    assert [r["text"] for r in output(tmp_path / "out")] == [article(i).replace("\n\n", " ") for i in range(3)]
    assert rejected(tmp_path / "out") == []


def test_inputs_by_fsspec_address_and_by_pattern(tmp_path: Path) -> None:
    with fsspec.open("memory://corpus/a.jsonl", "wb") as far:
        far.write(json.dumps({"id": "far", "text": article(1)}).encode())
    write(tmp_path / "in" / "b1.jsonl", [{"id": "near", "text": article(2)}])
    write(tmp_path / "in" / "c1.jsonl", [{"id": "not asked for", "text": article(3)}])
    assert run("memory://corpus", tmp_path / "in" / "b*.jsonl", "--out", tmp_path / "out").exit_code == 0
    assert sorted(r["id"] for r in output(tmp_path / "out")) == ["far", "near"]


def test_html_records_keep_their_markup(tmp_path: Path) -> None:
    html = f"<html><body><article><p>{mirror(2)}</p></article></body></html>"
    write(tmp_path / "a.jsonl", [{"id": 7, "html": html, "url": "http://m.example/"}])
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "out").exit_code == 0
    record = output(tmp_path / "out")[0]
    assert (record["id"], record["html"], record["wonmun"]["verdict"]) == (7, html, "injected")
    assert "text" not in record["wonmun"]


def test_what_cannot_be_read_is_kept_aside(tmp_path: Path) -> None:
    good = json.dumps({"id": "good", "text": article(1)}).encode()
    long = b'{"id": "long", "text": "' + b"x" * 33_000_000 + b'"}'
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([b"{broken", long, b'{"text": "\xff\xfe"}', good, b""]))
    assert run(tmp_path / "a.jsonl", "--out", tmp_path / "out").exit_code == 0
    assert [r["id"] for r in output(tmp_path / "out")] == ["good"]
    reasons = [r["reason"] for r in rejected(tmp_path / "out")]
    assert [any(word in reason for reason in reasons) for word in ("no JSON", "longer than 32 MB", "UTF-8")] == [
        True
    ] * 3
    assert summary_of(tmp_path / "out")["rejected"] == 3
    assert max(len(r["raw"]) for r in rejected(tmp_path / "out")) <= 100_000


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda p: ["scan", str(p / "missing.jsonl"), "--out", str(p / "o")], "no such file"),
        (lambda p: ["scan", str(p), "--out", str(p / "o")], "holds no .jsonl"),
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
