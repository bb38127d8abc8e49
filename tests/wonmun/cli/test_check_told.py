"""`wonmun check` beside its answers: the restored text, what is left in it, and what could not be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wonmun.cli.test_check import GENUINE, INJECTED, PHRASE, originals, run

if TYPE_CHECKING:
    from pathlib import Path


def test_what_could_not_be_corrected_is_told_beside_the_restored_text(tmp_path: Path) -> None:
    """The text still held the phrases, and only the exit code said so (seen from outside, 2026-11-30)."""
    result = run("-", "--restored", stdin=INJECTED)
    left = result.stdout.count(PHRASE)
    assert left > 1
    assert result.stderr == f"wonmun: -: {left} places left as found\n"
    assert run("-", "--restored", "--originals", originals(tmp_path), stdin=INJECTED).stderr == ""


def test_bad_lines_are_counted_at_the_end() -> None:
    result = run("--jsonl", "-", stdin='{"text": "글"}\n[]\n{"id": 1}\n')
    assert (result.exit_code, result.stderr) == (0, "wonmun: 2 of 3 records could not be checked\n")


def test_what_is_taken_out_is_told_in_words(tmp_path: Path) -> None:
    put = GENUINE.replace("수소 운반선을", f"수소 {PHRASE} 운반선을")
    shown = run("-", "--originals", originals(tmp_path), stdin=put).stdout
    assert "수소 운반선" in shown
    assert "(taken out, " in shown
    assert "[]" not in shown


def test_the_restored_text_of_a_page_says_everything_once(tmp_path: Path) -> None:
    """Title and description stood before the article that repeats them (seen from outside, 2026-11-29)."""
    spam = "골드 카지노 추천"
    body = "강변 공원에 새 나무다리가 놓였다. 나무다리를 오가는 주민이 하루 삼천 명이다."
    page = (
        f'<title>새 나무다리 - 강변신문</title><meta name="description" content="{body[:20]}"><article><h1>새 나무다리</h1>'
        f'<p>{body}</p></article><div style="display:none"><a href="https://a.example/">{spam}</a></div>'
    )
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    assert run(str(path), "--restored").stdout == f"새 나무다리 - 강변신문\n\n{body}\n"
