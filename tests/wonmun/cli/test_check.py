"""`wonmun check` as a user meets it: exit codes, formats, and one sentence for each mistake."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from wonmun.cli import wonmun

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TERM, PHRASE = "수소", "바카라 첫충 사이트"
GENUINE = (
    "울산의 한 조선소가 수소 운반선을 처음으로 띄웠다. 시험 운항에는 선원 스물두 명이 올랐다.\n"
    "회사는 수소를 영하 253도로 식혀 나른다고 설명했다. 액화수소는 부피가 800분의 1로 줄어든다.\n"
    "업계에서는 수소가 배의 연료로도 쓰일 것으로 본다. 노르웨이에서는 이미 수소로 움직이는 여객선이 다닌다.\n"
    "다만 수소의 값은 아직 비싸다. 정부는 수소 충전소를 항구마다 두겠다고 밝혔다.\n"
    "조선소 관계자는 “수소는 새는 곳을 찾기 어려워 용접이 까다롭다”고 말했다."
)
INJECTED = GENUINE.replace(TERM, PHRASE)


@pytest.fixture(autouse=True)
def _nothing_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No log, and messages in English, whatever this machine speaks."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("WONMUN_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def run(*args: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(wonmun, ["check", *args], input=stdin)


def originals(folder: Path) -> str:
    file = folder / "originals.jsonl"
    file.write_text(
        json.dumps({"id": "a", "text": GENUINE, "url": "https://paper.example/1"}, ensure_ascii=False),
        encoding="utf-8",
    )
    return str(file)


def lines(result: Result) -> Sequence[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_clean_text_exits_0(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GENUINE, encoding="utf-8")
    result = run("a.txt")
    assert (result.exit_code, "clean" in result.stdout) == (0, True)


def test_an_injected_text_exits_1_and_is_restored_from_its_original(tmp_path: Path) -> None:
    result = run("-", "--json", "--originals", originals(tmp_path), stdin=INJECTED)
    (answer,) = lines(result)
    assert result.exit_code == 1
    assert answer["verdict"] == "injected"
    assert answer["restored"] == GENUINE
    assert answer["genuine_url"] == "https://paper.example/1"
    findings = answer["findings"]
    assert isinstance(findings, list)
    assert len(findings) == INJECTED.count(PHRASE)
    assert all(INJECTED[f["start"] : f["end"]] == PHRASE == f["found"] and f["replacement"] == TERM for f in findings)


def test_restored_prints_the_text_alone(tmp_path: Path) -> None:
    assert run("-", "--restored", "--originals", originals(tmp_path), stdin=INJECTED).stdout == GENUINE + "\n"


@pytest.mark.parametrize("form", ["--json", "--jsonl"])
def test_answers_in_json_have_the_restored_text_anyway(form: str) -> None:
    result = run("-", form, "--restored", stdin=json.dumps({"text": GENUINE}, ensure_ascii=False))
    assert "restored" in lines(result)[0]
    assert "`restored`" in result.stderr


def test_the_page_for_people_shows_before_and_after(tmp_path: Path) -> None:
    shown = run("-", "--originals", originals(tmp_path), stdin=INJECTED).stdout
    for part in ("INJECTED", f"“{PHRASE}”", f"[{PHRASE}]", f"[{TERM}]", "https://paper.example/1", "genuine"):
        assert part in shown


def test_the_page_for_people_is_in_the_language_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    shown = run("-", "--originals", originals(tmp_path), stdin=INJECTED).stdout
    for part in (
        "스팸 삽입",
        f"“{PHRASE}” 다른 말 대신 넣음, 8번",
        "근거: 원본 기사",
        "원본 기사: https://paper.example/1",
    ):
        assert part in shown
    assert not re.search("[A-Za-z]{3,}", shown.replace("https://paper.example/1", ""))
    assert '"verdict": "injected"' in run("-", "--json", stdin=INJECTED).stdout


def test_explain_shows_the_signals_that_weigh_most() -> None:
    """All 55 of each candidate were listed (seen from outside in November 2026)."""
    shown = run("-", "--explain", stdin=INJECTED).stdout.partition("signals of the candidates")[2]
    traced = shown.splitlines()[1:]
    first = [line for line in traced[1:12] if line.startswith("      ")]
    assert PHRASE in traced[0]
    assert "adds" in first[0]
    assert "more; --json lists all" in first[10]


def test_an_empty_text_is_clean_and_told() -> None:
    result = run("-", stdin=" \n")
    assert (result.exit_code, result.stderr) == (0, "wonmun: -: is empty, there is nothing to check\n")


@pytest.mark.parametrize(
    "address", ["http://", "HTTPS:///x", "http://a b/", "http://.", "http://@/", f"http://{'a' * 300}/"]
)
def test_an_address_without_a_host_is_one_sentence(address: str) -> None:
    """All of these ended in a traceback (seen from outside in November 2026)."""
    result = run(address)
    assert result.exit_code == 2
    assert (
        result.stderr
        == f"wonmun: {address}: is no address (its host is missing or no name); write http(s)://host/path\n"
    )


def test_a_phrase_is_quoted_without_the_space_that_came_with_it(tmp_path: Path) -> None:
    put = GENUINE.replace("수소 운반선을", f"수소 {PHRASE} 운반선을")
    shown = run("-", "--originals", originals(tmp_path), stdin=put).stdout
    assert f"“{PHRASE}” put into the text" in shown


def test_records_that_are_read_as_one_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(json.dumps({"text": GENUINE}), encoding="utf-8")
    assert "with --jsonl" in run(str(tmp_path / "r.jsonl")).stderr
    assert run("--jsonl", str(tmp_path / "r.jsonl")).stderr == ""


def test_jsonl_answers_each_line_in_order_and_exits_0() -> None:
    records = [{"id": 1, "text": GENUINE}, {"id": "b", "html": f"<title>t</title><p>{GENUINE}</p>"}]
    text = "\n".join(
        [
            json.dumps(records[0]),
            "{broken",
            json.dumps({"id": "c"}),
            "[1]",
            json.dumps({"id": "d", "text": 3}),
            json.dumps(records[1]),
        ]
    )
    result = run("--jsonl", "-", stdin=text)
    answers = lines(result)
    assert result.exit_code == 0
    assert [a["id"] for a in answers] == [1, "", "c", "", "d", "b"]
    assert ["error" in a for a in answers] == [False, True, True, True, True, False]
    assert "text" not in answers[0]
    assert "수소" in str(answers[-1]["text"])


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "[NaN]"])
def test_what_is_no_number_of_json_is_not_handed_on(number: str) -> None:
    """Python reads these and writes them again: the answer to such an `id` was no JSON."""
    (answer,) = lines(run("--jsonl", "-", stdin=f'{{"id": {number}, "text": "글"}}'))
    assert (answer["id"], "no number there" in str(answer["error"])) == ("", True)
    assert lines(run("--jsonl", "-", stdin='{"id": 1.5, "text": "글"}'))[0]["id"] == 1.5


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.txt", None, "cannot be read"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
        ("b.html", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("r.rtf", b"{\\rtf1\\ansi hello}", "an RTF document"),
        ("c.txt", b"\x7fELF\x00\x00\x01", "binary"),
        ("d.txt", bytes(range(1, 128)) * 3, "binary"),
        ("d.html", b"", "empty"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(tmp_path: Path, name: str, data: bytes | None, said: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = run(name)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"wonmun: {name}: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--nope"], "wonmun: No such option '--nope'; `wonmun --help` says what can be given"),
        (["nope"], "wonmun: No such command 'nope'; `wonmun --help` says what can be given"),
        (["check", "--nope"], "wonmun: No such option '--nope'; `wonmun check --help` says what can be given"),
        (["check", ""], "wonmun: an INPUT has no name; give a file, an http(s) address or -"),
    ],
)
def test_a_mistyped_command_is_one_sentence_and_exit_code_2(args: list[str], said: str) -> None:
    result = CliRunner().invoke(wonmun, args, prog_name="wonmun")
    assert (result.exit_code, result.stderr) == (2, said + "\n")


def test_a_record_whose_text_is_no_string_is_told_in_jsons_words() -> None:
    [answer] = lines(run("--jsonl", "-", stdin='{"id": 1, "text": [5]}'))
    assert answer["error"] == '"text" is no string ([5]); write it in quotation marks'


def test_one_bad_input_does_not_lose_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GENUINE, encoding="utf-8")
    result = run("none.txt", "a.txt", "--json")
    assert (result.exit_code, len(lines(result))) == (2, 1)


@pytest.mark.parametrize("line", ["{broken", "[]", '{"id": 1}', '{"id": 1, "text": 5}'])
def test_a_bad_line_of_originals_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "o.jsonl").write_text(f'{{"id": "x", "text": "글"}}\n{line}\n')
    result = run("-", "--originals", "o.jsonl", stdin=GENUINE)
    assert result.exit_code == 2
    assert "o.jsonl:2" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_log_that_is_not_there_is_named() -> None:
    result = run("-", "--log", "no.db", stdin=GENUINE)
    assert (result.exit_code, "no.db: there is no log" in result.stderr) == (2, True)
