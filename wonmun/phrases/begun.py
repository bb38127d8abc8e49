"""Short Korean phrases put before clauses: `… 이른다. 티로나진흥회는`, where nothing but the next words tells its end.

A prefix of names stands so, too (`대구시의회는 … 대구시교육청은`): what names and compounds end in begins no clause.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.phrases.running import noun_like

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.phrases.view import View

FEWEST = 2
"""Places at which a word begins right behind it."""
_CLAUSE = frozenset(".,!?;:\n")
_ENDS_NAMES = re.compile(
    "[가-힣]{0,2}(?:위원회|기관|연합|협회|학회|재단|센터|공사|공단|네트워크|대학|학교|병원|은행|의회|노조|노동조합|체육회|연구[소원]|교육청|지부|지회"
    "|청사|본사|본점|지점|공장|학생회|동문회|상인회|향우회|봉사단|선수단|대표팀|구단|법인|기금|조합|캠퍼스|도서관|박물관|미술관|문화원|공항|터미널"
    "|경찰서|소방서|보건소|구청|시청|군청|도청|시장|군수|지사|의원|공무원|직원|주민|시민|도민|군민|농가|업체|업계|산업|가격|값|수출|수입|생산|판매|소비"
    "|시세|매출|요금|관계자|담당자|측[은이도]|사업|정책|예산|제도|축제|행사|대회|시험|교육|단체|회사|기업|그룹|전자|건설|화학|중공업|증권|보험|생명|카드"
    "|화재|항공|해운|물산|제약)"
)
"""What names and compounds go on with."""


def begins(view: View, ends: Sequence[int], size: int) -> bool:
    """Whether a phrase of that size opens a clause at all places, and words begin right behind it at most of them.

    `ends`: where its places end.
    """
    text, known = view.text, view.language.known
    if not all(opens(text, end - size) for end in ends):
        return False
    rests = [text[end : int(view.word_end[end])] for end in ends]
    begun = sum(not _ENDS_NAMES.match(rest) and (noun_like(rest) or (len(rest) > 1 and known(rest))) for rest in rests)
    return begun >= max(FEWEST, len(ends) / 2)


def opens(text: str, start: int) -> bool:
    """Whether what stands there is behind a blank and the mark of a sentence or clause."""
    return text[start - 1 : start] in {" ", "\n"} and text[start - 2 : start - 1] in _CLAUSE
