"""Chinese things that a text counts by the word that counts such things: 四十台老虎机, 一张麻将桌, 两副扑克牌.

What was put in another noun's place is counted by that noun's word, if at all: 四百把百家乐.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.later import later

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

LEAST, SHARE = 2, 0.3
"""Places that are counted so, and their share of all."""
_NUMBER = "[一二两三四五六七八九十几百千万多余半每这那另某整0-9]"
_BY = {
    "机器箱": "台部",
    "桌床票纸卡网": "张",
    "牌": "副张",
    "槽线鱼河路街船": "条",
    "店厂司行社院馆": "家间座",
    "室房厅": "间个",
    "场": "家座个",
    "表枪剑刀锁": "块只把",
    "车": "辆台部",
    "片影剧": "部",
    "盘": "只个张块",
    "师员手工": "位名个",
}
"""What counts things by the last letter of their names."""
_COUNTED = {last: later(f"{_NUMBER}[{by}]$") for lasts, by in _BY.items() for last in lasts}
_BACK = 2


def counted(occ: Occurrences, pick: Picked) -> bool:
    """Whether a Chinese text counts it so at some of its places."""
    view = occ.batch.view
    pattern = _COUNTED.get(pick.phrase[-1]) if view.language.code == "zh" else None
    if pattern is None:
        return False
    starts = occ.batch.spans(pick.index).tolist()
    times = sum(pattern.search(view.text[max(0, at - _BACK) : at]) is not None for at in starts)
    return times >= LEAST and times >= SHARE * len(starts)
