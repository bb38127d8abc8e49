"""Small corpora made on the spot: honest articles, mirrors with phrases put in, and every kind of damage."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

_WHO = ["시장", "교장", "이장", "관장", "회장", "소장", "감독", "작가", "기자", "농부"]
_WHERE = ["강릉", "남해", "구례", "영월", "봉화", "진도", "홍천", "거창", "순창", "괴산"]
_WHAT = ["도서관", "방앗간", "산책로", "등대", "정류장", "체육관", "책방", "우물", "정원", "저수지"]
_DID = ["고쳤다", "열었다", "넓혔다", "옮겼다", "새로", "지었다", "둘러보았다", "되살렸다", "이어받았다"]
_WHY = ["주민들이 오래 바라던 일이어서", "비가 새는 곳이 많아", "찾는 이가 늘어", "낡고 어두워", "마을 잔치를 앞두고"]
PHRASE = "온라인 카지노 추천"

TWO_TERMS = (
    "군은 올해 저수지와 도서관을 함께 고친다고 밝혔다. 저수지는 둑이 낡았고 도서관은 비가 샌다. 먼저 저수지의 물을 빼고 바닥을 다진다. "
    "도서관에는 새 지붕을 얹는다. 군수는 저수지를 둘러보며 봄까지 마치겠다고 말했다. 주민들은 도서관이 닫힌 동안 책을 빌릴 곳을 물었다. "
    "군은 면사무소에 작은 도서관을 차린다. 저수지에서 낚시를 하던 이들은 여름까지 기다려야 한다. 공사비는 저수지가 12억 원, 도서관이 7억 "
    "원이다. 도서관의 오래된 책은 학교에 나누어 준다. 저수지 옆에는 쉼터도 생긴다. 도서관 앞 나무는 그대로 둔다."
)
"""An article with two terms that stand in it seven times each."""


def article(number: int, sentences: int = 9) -> str:
    """Write an honest article; the same number gives the same text."""
    rng = random.Random(number)
    out = []
    for _ in range(sentences):
        who, where, what = rng.choice(_WHO), rng.choice(_WHERE), rng.choice(_WHAT)
        day, cost = rng.randint(1, 28), rng.randint(2, 990)
        out.append(
            f"{where}의 {who} {rng.choice('김이박최정강조윤장임')} 아무개 씨는 {day}일 {rng.choice(_WHY)} "
            f"{what}{'을' if what in {'도서관', '체육관', '정류장', '책방', '우물', '정원', '방앗간'} else '를'} "
            f"{rng.choice(_DID)}. 들어간 돈은 {cost}만 원이다."
        )
    return "\n\n".join(" ".join(out[i : i + 3]) for i in range(0, sentences, 3))


def mirror(number: int, phrase: str = PHRASE) -> str:
    """Write the same article with every "아무개 씨" replaced by a phrase."""
    return article(number).replace("아무개 씨", phrase)


def many(count: int) -> list[dict[str, Any]]:
    """Make records that are large beside their text, so that a few make a task."""
    return [{"id": i, "text": mirror(i) if i % 9 == 0 else article(i, 2), "pad": "x" * 8000} for i in range(count)]


def write(path: Path, records: list[dict[str, Any]]) -> Path:
    """Write records as JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(json.dumps(r, ensure_ascii=False).encode() + b"\n" for r in records))
    return path


def output(out: Path) -> list[dict[str, Any]]:
    """Read a scan's output, in order."""
    files = sorted((out / "output").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]


def rejected(out: Path) -> list[dict[str, Any]]:
    """Read what a scan kept aside."""
    files = sorted((out / "rejected").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with 12 articles in two files, three of them injected."""
    records = [{"id": f"a{i}", "text": article(i), "kept": {"as": ["it", i]}} for i in range(12)]
    for i in (1, 5, 9):
        records[i]["text"] = mirror(i)
    write(tmp_path / "in" / "one.jsonl", records[:7])
    write(tmp_path / "in" / "deeper" / "two.jsonl", records[7:])
    return tmp_path / "in"
