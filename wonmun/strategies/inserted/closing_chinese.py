"""Insertions in Chinese: whether the words on both sides of a phrase close without it, at all its places.

Without blanks, what was put in stands behind a mark or a joining word (的, 在, 了, 和), and another word begins behind
it; behind a noun that was replaced go on particles, verbs, adverbs or marks, at one of its places at least.
"""

# ruff: noqa: SIM905 - lists of words read better as words than as rows of quoted literals
from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.language.load import counts
from wonmun.later import later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.strategies.places.slots import Group, Slot

_OPENED = later(r"(?:^|[。，、；：！？,!?”」）)]) ?$")
_JOINED = later(r"[的在了和是与把]$")
_GAP = later(
    r"\s*(?:$|[。，、；：！？”」）》)\],.;:!?]|[的了着过们之等者]|[是和与及而]|[旁边上中下里内外间][的，。、]?)"
)
_TIME = later(r"[上下](?:周|个?月|午|半|一?次)|过去")
"""Words that begin as what follows a noun, and stand behind a subject as adverbs do."""
_VERBS = frozenset(
    "表示 认为 介绍 告诉 透露 指出 发现 建议 希望 担心 提醒 估计 承认 解释 正在 已经 将来 开始 结束 举行 "
    "进行 提供 采取 达到 成为 经过 建于 位于 属于 出现 发生 使用 利用 需要 要求 计划 打算 准备 选择 参加 "
    "获得 得到 拥有 保持 继续 超过 增加 减少 上升 下降 可以 可能 应该 必须 能够 没有 还有 只有 仍然 依然 "
    "一直 曾经 通过 采用 决定 宣布 批准 负责 组织 安排 检查 符合 完成 建成 安装 来自 来到 回到 带来 带着 "
    "变成 变得 看到 听到 找到 拿到 收到 用来 只需 不用 不再 不能 不会 就是 也是 都是 才能 每逢 轮流 作为 "
    "以及 并且 并不 其实 为了 根据 按照 关于 对于 由于".split()
)
"""Verbs and the like that follow a subject or an adverbial."""
_VERB = frozenset(
    "说称道问写读看听做吃喝住站停带拿给让请叫教卖买打修建造用走跑飞来去到进出坐把被将向对从由与跟或会可能要应须也都已就不没又还才"
    "只仍曾便却再更很太最占为以使令等比每约共均各在有是需成变"
)
_WORDS = frozenset("中下外内上")
_ANEW = later(
    r"[“「]|[他她它我你您](?![的国])|我们|这(?![年月天次时])|那|但是?|而且|因为|如果|虽然|不过|所以|于是|据[^说]|其中|目前|"
    r"当[^地时]|尽管|然而|此外|另外|同时|随着|一旦|即使|后来|最后|如今|过去|每[天年月]|[一二两三四五六七八九十]年前|只要"
)
_NUMBER = later(r"[一二两三四五六七八九十\d][^样些起般直]")
_COUNTED = later(r"[了是和]$")
_ENDS = frozenset("的了。，、")
_DONE = later(r"(?![后将未原从近])[一-龥][了着过来到出]")
"""A verb with what says that it is done: 收了, 送来."""
_PART = later(r"[市省县镇乡州][^里民长]")
"""What follows the name of a place."""
_SEVERAL, _MANY = 2, 3
"""Places that are judged, and from which on it is no accident that all stand behind marks, or all behind joining words.

Of 144 words that 61 texts say three times and oftener, none stood so before what needs no noun; of 363 that stand
twice 27 stood behind marks (subjects, and nouns that describe another) and 4 behind joining words.
"""
_USUAL = 550


def closes(group: Group) -> bool | None:
    """Whether the sentences close without the phrase at all its places; None where nothing tells."""
    slots = group.slots
    if any(_gap(s.right) or not (_OPENED.search(s.left) or _JOINED.search(s.left)) for s in slots):
        return False
    if len(slots) < _SEVERAL or _goes_on(slots):
        return None
    opened = sum(bool(_OPENED.search(s.left)) for s in slots)
    predicates = sum(_predicate(s.right) for s in slots)
    if opened in {0, len(slots)} and len(slots) >= _MANY and 4 * predicates <= len(slots):
        return True
    if predicates:
        return None
    parts = len(slots) - opened
    return True if not opened or (len(slots) >= _MANY and parts >= _SEVERAL) or any(_anew(s) for s in slots) else None


def _goes_on(slots: Sequence[Slot]) -> bool:
    """Say whether the phrase may have been found a letter short, or the same word stands behind it twice."""
    before, after = {s.left[-1:] for s in slots}, {s.right[:1] for s in slots}
    return (
        len(after) == 1 or len({s.right[:2] for s in slots}) < len(slots) or (len(before) == 1 and not before & _ENDS)
    )


def _gap(right: str) -> bool:
    """Say whether what follows needs a noun before it: 中 does in 市场中, not in 中国."""
    return bool(_GAP.match(right)) and not (_TIME.match(right) or (right[:1] in _WORDS and _known(right)))


def _known(right: str) -> bool:
    return counts("zh", "frequency.txt").get(right[:2], _USUAL) < _USUAL


def _predicate(right: str) -> bool:
    """Say whether a verb or an adverb stands there, as behind a subject, or the rest of a name."""
    if right[:2] in _VERBS or _PART.match(right) or _TIME.match(right) or _DONE.match(right):
        return True
    return right[:1] in _VERB and not _known(right)


def _anew(slot: Slot) -> bool:
    """Say whether words begin behind the phrase that no noun stands before."""
    if _OPENED.search(slot.left):
        return bool(_ANEW.match(slot.right))
    return bool(_COUNTED.search(slot.left) and _NUMBER.match(slot.right))
