"""Ordinary edits of a genuine article, made in code: what a comparison with another copy must keep silent about."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from wonmun.language.particles import final_sound, stem

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_PARTICLES = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이라", "라"))
_AFTER = r"(?:(은|는|이|가|을|를|과|와|으로|로|이라|라)(?![가-힣]))?"
_NAMES = (
    "기후에너지환경부", "재정경제부", "일자리노동부", "국가데이터처", "성평등가족부", "지식재산처", "국토혁신부",
    "한빛테크", "모빌리온", "오름반도체", "최가온", "장하람", "박정후", "누리교통공단",
)  # fmt: skip
_LONG_NAMES = (
    "기후 에너지 환경부", "국가 인공지능 위원회", "미래 교통 연구원", "공공 데이터 협회", "지방 시대 위원회",
)  # fmt: skip
_TITLES = ("의원", "대표", "장관", "위원장", "교수", "측", "전 대표", "비상대책위원장", "우주항공청장")
_GLOSSES = ("(위원회)", "(36)", "(AI)", "(에너지부)")
_SLOTS = (
    "[사진] 본사 전경. 자료사진", "▶ 관련 기사 더 보기", "기사를 읽어 드립니다", "광고",
    "이 기사는 유료 독자에게 먼저 제공됐습니다.",
)  # fmt: skip
_REPORTERS = ("정하늘 기자 haneul@example.kr", "[서울=거울뉴스] 한바다 기자 =", "최종 수정 2024.03.02 11:20")
_ADDED = (
    "두 사람은 다음 주에 다시 만나기로 했다.", "자세한 내용은 이달 안에 공개된다.", "회의는 두 시간 넘게 이어졌다.",
)  # fmt: skip
_SENTENCE = re.compile(r"(?<=다\.)[ \n]+")


def terms(text: str) -> list[str]:
    """Give the words of a text that stand there three times at least as nouns do, the most frequent first."""
    words = Counter(stem(w) for w in re.findall(r"[가-힣]{2,}(?:은|는|이|가|을|를|의)(?![가-힣])", text))
    return [w for w, n in words.most_common(8) if n >= 2 and text.count(w) >= 3]


def renamed(text: str, term: str, name: str, most: int = 0) -> str:
    """Write a name for a term, its particles made to fit, at most so many times (0: everywhere)."""
    sound = final_sound(name)

    def put(found: re.Match[str]) -> str:
        after = found[1] or ""
        for closed, open_ in _PARTICLES:
            if after in {closed, open_}:
                bare = sound == "vowel" or (sound == "rieul" and closed == "으로")
                return name + (open_ if bare else closed)
        return name + after

    return re.sub(re.escape(term) + _AFTER, put, text, count=most)


def _rename(names: tuple[str, ...]) -> Callable[[str, random.Random], str]:
    def edit(text: str, rng: random.Random) -> str:
        known = terms(text)
        return renamed(text, rng.choice(known), rng.choice(names)) if known else text

    return edit


def _numbers(text: str, rng: random.Random) -> str:
    for number in rng.sample(sorted(set(re.findall(r"\d{2,}", text))), k=min(3, len(set(re.findall(r"\d{2,}", text))))):
        text = text.replace(number, str(int(number) + rng.randrange(1, 9)))
    return text


def _lengthened(text: str, rng: random.Random) -> str:
    known = terms(text)
    if not known:
        return text
    term = rng.choice(known)
    return renamed(text, term, f"{term} {rng.choice(_TITLES)}", rng.choice([2, 3, 0]))


def _prefixed(text: str, rng: random.Random) -> str:
    known = terms(text)
    return (
        text.replace(term := rng.choice(known), rng.choice(["기후에너지", "신", "한국형 ", "국제 "]) + term)
        if known
        else text
    )


def _spelled(text: str, rng: random.Random) -> str:
    known = terms(text)
    return (
        text.replace(term := rng.choice(known), term + rng.choice(["19", "-K", "플러스", "·한빛"])) if known else text
    )


def _glossed(text: str, rng: random.Random) -> str:
    known = terms(text)
    return text.replace(term := rng.choice(known), term + rng.choice(_GLOSSES)) if known else text


def _corrected(text: str, rng: random.Random) -> str:
    known = [t for t in terms(text) if len(t) >= 3]
    if not known:
        return text
    term = rng.choice(known)
    return text.replace(term, term[:-1] + rng.choice("헌현훈힌"))


def _slots(text: str, rng: random.Random) -> str:
    lines, slot = text.split("\n"), rng.choice(_SLOTS)
    for _ in range(rng.choice([2, 3, 4])):
        lines.insert(rng.randrange(1, len(lines) + 1), slot)
    return "\n".join(lines)


def _bylines(text: str, rng: random.Random) -> str:
    return f"{rng.choice(_REPORTERS)}\n{text}\n{rng.choice(_REPORTERS)}"


def _sentences(text: str, rng: random.Random) -> str:
    parts = _SENTENCE.split(text)
    if len(parts) > 4:
        parts.pop(rng.randrange(1, len(parts)))
    parts.insert(rng.randrange(1, len(parts) + 1), rng.choice(_ADDED))
    return " ".join(parts)


def _summary(text: str, rng: random.Random) -> str:
    parts = _SENTENCE.split(text)
    kept = sorted(rng.sample(range(len(parts)), k=max(3, len(parts) // 2))) if len(parts) > 3 else range(len(parts))
    return " ".join(parts[n] for n in kept)


def _word(text: str, rng: random.Random) -> str:
    spots = [m.start() for m in re.finditer(r"(?<=[가-힣]) (?=[가-힣])", text)]
    at = rng.choice(spots)
    return text[:at] + " " + rng.choice(["또", "이날", "역시", "국제 우주", "현지 시각", "더불어"]) + text[at:]


def _all(text: str, rng: random.Random) -> str:
    for edit in (_numbers, _sentences, _bylines, _word):
        text = edit(text, rng)
    return text


EDITS: dict[str, Callable[[str, random.Random], str]] = {
    "numbers": _numbers, "renamed, one word": _rename(_NAMES), "renamed, several words": _rename(_LONG_NAMES),
    "lengthened": _lengthened, "prefixed": _prefixed, "spelled": _spelled, "glossed": _glossed,
    "corrected name": _corrected, "slots": _slots, "bylines": _bylines, "sentences": _sentences,
    "summary": _summary, "a word": _word, "several": _all,
    "several and renamed": lambda text, rng: _rename(_NAMES)(_all(text, rng), rng),
}  # fmt: skip
"""What editors do, by name."""
