"""Chinese things that are counted by the word that counts such things."""

from __future__ import annotations

from wonmun.detect import detect
from wonmun.page.plain import plain_page

SHED = (
    "村口的旧仓库里放着{1}。看门的老太太说，第一{2}是她父亲用两袋米换来的，另一{2}从河里捞起。{0}的外壳生了锈，她每天用布擦。"
    "孩子们放学以后来看，谁也不许碰。明年仓库要修屋顶，{0}先搬到学校。"
)


def test_a_machine_counted_as_machines_are() -> None:
    """Seen from outside in November 2026: 老虎机 in a museum of such machines was injected."""
    assert detect(plain_page(SHED.format("老虎机", "三十台老虎机", "台老虎机"))).verdict == "clean"


def test_a_word_that_other_things_are_counted_by() -> None:
    assert detect(plain_page(SHED.format("老虎机", "三十匹老虎机", "匹老虎机"))).verdict == "injected"
