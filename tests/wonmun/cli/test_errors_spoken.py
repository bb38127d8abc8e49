"""What goes wrong on the command line is said in Korean where this machine speaks it, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from wonmun.cli import wonmun

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("check none.txt", "none.txt: 읽을 수 없습니다(그런 파일이 없습니다). 파일이나 http(s) 주소, 표준 입력(-)을 적으세요"),
        ("check http://127.0.0.1:9/", "http://127.0.0.1:9/: 연결할 수 없습니다(연결 거부)"),
        ("check ftp://a/b", "ftp://a/b: http나 https 주소가 아닙니다."),
        ("check folder", "folder: 폴더입니다. 그 안의 파일을 적으세요."),
        ("check http://[::1", "http://[::1: 주소가 아닙니다(잘못된 IPv6 주소). http(s)://호스트/경로처럼 적으세요"),
        ("check http:///path", "http:///path: 주소가 아닙니다(호스트 이름이 없거나 잘못됨). http(s)://호스트/경로처럼 적으세요"),
        ("check a.pdf", "a.pdf: 글이 아니라 PDF 파일입니다. 먼저 글만 뽑아내세요"),
        ("check --jsonl no.jsonl", "no.jsonl: 읽을 수 없습니다(그런 파일이 없습니다). JSONL 파일이나 표준 입력(-)을 적으세요"),
        ("check --log no.db -", "no.db: 기록이 없습니다. `wonmun monitor`가 만듭니다. JSONL 파일은 --originals로 주세요"),
        ("check --originals", "--originals 뒤에 값이 있어야 합니다."),
        ("check --odd", "그런 옵션이 없습니다: --odd. 혹시 --log? 쓸 수 있는 것은 `wonmun check --help`에 나옵니다"),
        ("check --zzzzzzzz", "그런 옵션이 없습니다: --zzzzzzzz. 쓸 수 있는 것은 `wonmun check --help`에 나옵니다"),
        ("chekc", "그런 명령이 없습니다: chekc. 쓸 수 있는 것은 `wonmun --help`에 나옵니다"),
        ("pages --limit many", "--limit의 값이 잘못되었습니다: ‘many’는 정수가 아닙니다."),
        ("pages --state odd", "--state의 값이 잘못되었습니다: ‘odd’는 다음 가운데 하나가 아닙니다: 'clean', 'suspicious'"),
        ("pages odd", "필요 없는 것이 더 있습니다: odd."),
        ("page", "ID-or-URL이 빠졌습니다."),
    ],
)  # fmt: skip
def test_errors_are_told_in_korean(asked: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\0")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    told = CliRunner().invoke(wonmun, asked.split())
    assert told.exit_code == 2
    (line,) = told.stderr.splitlines()
    assert line.startswith(f"wonmun: {said}")


def test_what_is_said_beside_an_answer_is_korean_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "글"}\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    told = CliRunner().invoke(wonmun, ["check", "--json", "--restored", "a.jsonl"])
    assert told.exit_code == 0
    assert told.stderr.splitlines() == [
        "wonmun: --restored는 여기서 아무 일도 하지 않습니다. 답마다 `restored` 필드에 되돌린 글이 있습니다",
        "wonmun: a.jsonl은 글 하나로 읽습니다. 기록으로 읽으려면 --jsonl을 쓰세요",
    ]
