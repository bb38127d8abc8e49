"""Small corpora made on the spot: honest articles, mirrors with phrases put in, and every kind of damage."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from wonmun.cli import wonmun as commands
from wonmun.cli.scan import scan as scan_command

if TYPE_CHECKING:
    from pathlib import Path

_PLACES = [
    "강릉",
    "남해",
    "구례",
    "영월",
    "봉화",
    "진도",
    "홍천",
    "거창",
    "순창",
    "괴산",
    "보은",
    "의성",
    "함평",
    "양구",
    "산청",
    "태백",
    "고성",
    "무주",
    "해남",
    "청송",
]
_PEOPLE = [
    "김도윤",
    "이서하",
    "박지안",
    "최하준",
    "정유나",
    "강민재",
    "조은별",
    "윤시우",
    "장다온",
    "임태오",
    "한소율",
    "오지후",
    "서예린",
    "신우진",
    "권나연",
]
_SENTENCES = [
    "{place}의 작은 도서관이 {n}일 새 단장을 마치고 다시 문을 열었다.",
    "{who} 관장은 도서관을 찾는 이가 지난해보다 {n}명 늘었다고 말했다.",
    "도서관에 들어온 새 책은 모두 {n}권이다.",
    "이웃 {place}에서도 도서관까지 버스로 {n}분이면 닿는다.",
    "비가 새던 도서관 지붕은 {who} 목수가 혼자서 고쳤다.",
    "군은 {n}억 원을 들여 도서관 옆에 쉼터를 짓는다.",
    "{who} 씨는 날마다 도서관에서 신문을 읽는다며 웃었다.",
    "겨울에는 도서관의 난로 앞이 가장 붐빈다.",
    "아이들은 {place} 장날이면 도서관부터 들른다.",
    "{n}년 전 처음 생긴 도서관은 방 한 칸이 전부였다.",
    "문을 닫는 시각은 저녁 {n}시지만 도서관 불은 늦게까지 켜져 있다.",
    "{who} 작가는 이 도서관을 소설에 그대로 옮겼다.",
    "도서관과 학교 사이에는 {n}미터 길이의 산책로가 났다.",
    "책을 빌리려면 도서관에서 회원증을 만들어야 한다.",
    "{place}군 의회는 도서관 예산을 {n}퍼센트 올리기로 했다.",
    "{who} 학생은 도서관이 조용해서 좋다고 했다.",
    "오래된 도서관 건물은 {n}년에 헐릴 뻔했다.",
    "주민 {n}명이 뜻을 모아 도서관을 지켜 냈다.",
    "지난봄에는 도서관 마당에 매화 {n}그루를 심었다.",
    "{who} 사서는 도서관으로 온 편지를 모두 간직한다.",
    "{place}에서 온 손님도 도서관에 책을 두고 갔다.",
    "올해 도서관은 밤샘 읽기 모임을 {n}번 연다.",
    "토요일마다 도서관에는 옛이야기를 듣는 아이들이 모인다.",
    "{who} 할머니는 글을 배우러 도서관에 다닌 지 {n}달째다.",
    "눈이 내린 날에도 도서관 앞길은 깨끗했다.",
    "{n}월부터는 도서관도 쉬는 날을 하루 줄인다.",
    "면사무소는 도서관이 마을의 사랑방 노릇을 한다고 보았다.",
    "{place} 사람들은 이제 도서관 없는 마을을 떠올리지 못한다.",
    "새로 산 의자 {n}개는 도서관 이 층에 놓였다.",
    "멀리서도 도서관의 푸른 지붕이 보인다.",
]
PHRASE = "온라인 카지노 추천"

TWO_TERMS = (
    "군은 올해 저수지와 도서관을 함께 고친다고 밝혔다. 저수지는 둑이 낡았고 도서관은 비가 샌다. 먼저 저수지의 물을 빼고 바닥을 다진다. "
    "도서관에는 새 지붕을 얹는다. 군수는 저수지를 둘러보며 봄까지 마치겠다고 말했다. 주민들은 도서관이 닫힌 동안 책을 빌릴 곳을 물었다. "
    "군은 면사무소에 작은 도서관을 차린다. 저수지에서 낚시를 하던 이들은 여름까지 기다려야 한다. 공사비는 저수지가 12억 원, 도서관이 7억 "
    "원이다. 도서관의 오래된 책은 학교에 나누어 준다. 저수지 옆에는 쉼터도 생긴다. 도서관 앞 나무는 그대로 둔다."
)
"""An article with two terms that stand in it seven times each."""


def article(number: int, sentences: int = 12) -> str:
    """Write an honest article about a library; the same number gives the same text."""
    rng = random.Random(number)
    chosen = [rng.choice(_SENTENCES[:1] + _SENTENCES[9:10]), *rng.sample(_SENTENCES[1:], sentences - 1)]
    told = [s.format(place=rng.choice(_PLACES), who=rng.choice(_PEOPLE), n=rng.randint(2, 99)) for s in chosen]
    return "\n\n".join(" ".join(told[i : i + 3]) for i in range(0, sentences, 3))


def mirror(number: int, phrase: str = PHRASE) -> str:
    """Write the same article with every library replaced by a phrase."""
    return article(number).replace("도서관", phrase)


def many(count: int) -> list[dict[str, Any]]:
    """Make records that are large beside their text, so that a few make a task."""
    return [{"id": i, "text": mirror(i) if i % 9 == 0 else article(i, 3), "pad": "x" * 8000} for i in range(count)]


def write(path: Path, records: list[dict[str, Any]]) -> Path:
    """Write records as JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(json.dumps(r, ensure_ascii=False).encode() + b"\n" for r in records))
    return path


def run(*arguments: str | Path) -> Result:
    if "scan" not in commands.commands:
        commands.add_command(scan_command)
    return CliRunner().invoke(commands, ["scan", *map(str, arguments)])


def summary_of(out: Path) -> dict[str, Any]:
    return dict(json.loads((out / "summary.json").read_text("utf-8")))


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
