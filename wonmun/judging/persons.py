"""A person's name behind what its bearer is (`주장 빈하늬`), twice or oftener: so reports name whom they are about.

The two stand side by side and nobody knows the name, so that they look like a phrase put there, the name by itself too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun import signals
from wonmun.language.ko import ANY_SURNAMES
from wonmun.language.senses import senses

if TYPE_CHECKING:
    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.picked import Picked

MORE = 2.0
"""Logits that such a stretch needs above the limits: of 60 reports on people with rare names 14 were not clean."""
LETTERS = 3
"""Letters of most names, and of one by itself; behind a role two will do."""
_ROLE = re.compile(
    r"(?:^|\s)(?P<role>[가-힣]*(?:[장사자인원수관가주부민생꾼독치표호녀객공]"
    r"|[장쟁]이|[건문개]의|원의|퍼|커|베로|세터|가드|워드|센터|백|윙어?|하프|포짓|레프트|라이트|피벗|프롭|스톱|필더|튜버"
    r"|니저|셰프|이너|러너|마무리|선발|루키|캡틴)) $"
)
"""What ends as words for people do: 선장, 교사, 리베로."""
_ODD = [signals.NAMES.index(n) for n in ("wrong", "stub", "both", "parted", "after_ending", "lead", "glued_left")]
_LIKE_PARTICLES = frozenset("랑나도만로라")
"""What names end in, and particles are."""
SEARCHED = [signals.NAMES.index(n) for n in ("query_share", "spam_share", "strong")]
_REACH = 8


def discount(occ: Occurrences, pick: Picked) -> float:
    """Logits to take off a Korean candidate's score: 0 but for such a name that is odd at no place."""
    view, speech = occ.batch.view, occ.batch.view.language
    if speech.code != "ko" or pick.lexical or pick.row[SEARCHED].any():
        return 0.0
    before, blank, name = pick.phrase.rpartition(" ")
    if len(name) == LETTERS + 1:
        name = speech.without_particle(name) or name  # the same particle at all places: 세터 이고은이
    starts = occ.batch.spans(pick.index).tolist()
    rest = {view.text[at + len(pick.phrase) : at + len(pick.phrase) + 1] for at in starts}
    cut = bool(blank) and len(name) < LETTERS and len(rest) == 1 and rest <= _LIKE_PARTICLES  # 여해 of 여해랑
    if not cut and (pick.row[_ODD].any() or len(name) > LETTERS or speech.known(name)):
        return 0.0
    if not blank and (len(name) != LETTERS or name[0] not in ANY_SURNAMES):
        return 0.0
    role = _ROLE.search(f"{before} " if blank else view.text[max(0, starts[0] - _REACH) : starts[0]])
    if role is None:
        return 0.0
    whole = speech.without_particle(role["role"]) is None or role["role"] in senses().place
    return MORE if blank or whole else 0.0
