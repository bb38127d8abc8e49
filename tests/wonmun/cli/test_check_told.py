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


def test_a_clean_text_is_restored_to_the_letter() -> None:
    """A text that ended with its line got an empty one behind it."""
    text = "시장은 오늘 새 다리를 열었다.\n"
    assert run("-", "--restored", stdin=text).stdout == text


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


def test_how_often_is_said_as_the_evidence_counts(tmp_path: Path) -> None:
    """The headline said 9 times where the evidence said 7: title, description and hidden parts were in it."""
    spam = "골드 카지노 추천"
    body = "".join(f"<p>시민 {n}명이 강변 {spam}을 건넜다. 새 {spam}은 튼튼하다.</p>" for n in range(3, 6))
    head = f'<title>새 {spam} 놓여</title><meta name="description" content="강변 {spam}을 건넜다">'
    path = tmp_path / "page.html"
    path.write_text(f"{head}<article><h1>새 {spam} 놓여</h1>{body}</article>", encoding="utf-8")
    shown = run(str(path)).stdout
    assert f"“{spam}” put in place of a term, 6 times in the article, 3 times elsewhere on the page\n" in shown
    assert "it stands 6 times in the article" in shown
    path = tmp_path / "copy.txt"
    path.write_text(f"시민이 새 {spam}을 건넜다. 새 {spam}은 튼튼하다. 그 {spam}의 폭은 넓다.", encoding="utf-8")
    assert f"“{spam}” put in place of a term, 3 times\n" in run(str(path)).stdout


def test_a_hidden_block_is_named_by_its_first_link(tmp_path: Path) -> None:
    links = "".join(f'<a href="https://{n}.example/">골드 카지노 주소 {n}</a> ' for n in range(5))
    path = tmp_path / "page.html"
    path.write_text(f'<p>강변 공원에 다리가 놓였다.</p><div style="display:none">{links}</div>', encoding="utf-8")
    assert "  “골드 카지노 주소 0 +4” hidden in the page, once\n" in run(str(path)).stdout


def test_what_is_only_suspected_is_not_said_to_be_unsure(tmp_path: Path) -> None:
    """“not sure enough; could be 해조류 100%” was said of a suspicious page, on which nothing is changed."""
    put = GENUINE.replace("수소 운반선을", f"수소 {PHRASE} 운반선을")
    shown = run("-", stdin=put).stdout
    assert "SUSPICIOUS" in shown
    assert "not sure enough" not in shown


def test_a_place_says_where_on_the_page_it_is_and_shows_its_own_part(tmp_path: Path) -> None:
    """Two places of the sample's page had the same words around them, and the corrected line still had spam in it."""
    put = GENUINE.replace("수소 운반선", f"{PHRASE} 운반선")
    title = f"{PHRASE} 운반선 뜬다"
    path = tmp_path / "page.html"
    path.write_text(f"<title>{title}</title><article><h1>{title}</h1><p>{put}</p></article>", encoding="utf-8")
    shown = run(str(path), "--originals", originals(tmp_path)).stdout
    assert f"   1  [{PHRASE}] 운반선 뜬다   (in the title)\n" in shown
    assert f"   2  [{PHRASE}] 운반선 뜬다   (in the title)\n" in shown
    corrected = [line for line in shown.splitlines() if "% sure)" in line]
    assert corrected
    assert not [line for line in corrected if PHRASE in line]
