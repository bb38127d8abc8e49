"""What belongs together and was parted: `수 X 있다`, `하지 X 않았다`, `한 X 달`, `면적을 X 나눴다`.

Between two words of a sentence a noun phrase without a particle fits in few places only: not before what hangs on the
word before it, and hardly between an object and its verb. Days and numbers do stand there (`결과를 이날 발표했다`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from wonmun.language.kiwi import kiwi
from wonmun.language.senses import senses
from wonmun.phrases.columns import table
from wonmun.phrases.view import SPACE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences
    from wonmun.phrases.view import View

NAMES = ("parted", "parted_rate", "before_verb")
"""Log of places where it parts what belongs together · share of places that do · share where it stands without a
particle between a word with one and a verb."""
REACH = 10
"""Characters on either side that are looked at."""
NONE, VERB, PARTED = 0, 1, 2


def _of_final(final: int) -> str:
    """All syllables that end in a consonant, as a class of a pattern: 20 is ㅆ, 4 ㄴ."""
    return f"[{''.join(chr(0xAC00 + 28 * k + final) for k in range(399))}]"


_COUNTED = (
    "달|배|명|번|번째|곳|개|가지|차례|시간|마리|그루|채|대|장|살|주|사람|쪽|해|군데|건|회|원|년|개월|주일|일|분|초|㎞"
    "|권|척|병|잔|줄"
)
_QUOTED = (
    "했|말했|밝혔|전했|설명했|덧붙였|강조했|주장했|지적했|알려졌|보[고는도았]|한다|하[고며는자]|본다|봤|답했|적었|썼|믿|생각|판단했|비판했"
    "|요구했|경고했|예상했|전망했|당부했|호소했|반박했|털어놨|입을 모|알렸"
)
_TOGETHER = (
    ("지", "않|못[하했한할해]|말[라고아자]"),
    ("[가-힣]에", "따르|따른|따라|대한|대해|관한|관해|의한|의해|비해|달[하했한]|그[쳐쳤친]|불과"),
    (
        r"(?:^|\s)(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|첫|석|넉|서너|두세|수십|수백|\d+[만천백여]?)",
        rf"(?:{_COUNTED})(?:[이가을를은는의에씩도만째로와]|$|[ .,])",
    ),
    ("[다라냐자][\"”’']?고[\"”’']?", _QUOTED),
    ("[가-힣] 수(?:가|도|는|밖에)?", "있|없"),
)
_PAIRS = tuple((re.compile(f"(?:{left})$"), re.compile(right)) for left, right in _TOGETHER)
_ANY_RIGHT = re.compile("|".join(right for _, right in _TOGETHER))
"""What no pair has on its right, which most words are, is told by one look."""
_HANGING = re.compile(
    r"것|수(?:가|도|는|밖에)? ?(?:있|없)|수밖에|줄 ?(?:알|모)|듯[이하한했 ]|데다 |적[이은도] ?(?:있|없)|리 ?없|바 ?있"
    r"|뻔[하했한]"
)
"""What needs a verb before it that ends in ㄴ or ㄹ."""
_VERBAL = re.compile(
    rf"[가-힣]*(?:다[.\"”’']|다$|[하되있없]고|{_of_final(20)}[고는던지다을]|{_of_final(4)}다"
    r"|하는|되는|하던|하며|하면|하기|하게|하지|하도록|되도록|[어아여]서|[어아해]야|려고|려는|받던|[기리우추]고|[지키치]지)"
)
_INFLECTED = re.compile(
    r"(?:[해히]|하[지게고며는여]|되[지게고며는]|[한할된될]|하면서|[이있]어|[이가은는을]|적으?로|것"
    r"|만든|가진|한다|\d일|(?:^|\s)(?:[전이그]날|다음 달|올해|지난[달해]|오늘|내일|어제|직접"
    r"|사실상|거듭|다시|함께|모두|아직|매우|더|잘|못|안|현재|최근|당시))$"
)
"""Ends of what is no noun, and days and the like, which stand between an object and its verb."""
_LIGHT = re.compile("[있없하한할했해되된될됐돼받당]")
"""Verbs that make one with a noun, or take one without its particle."""
_WITH_PARTICLE = re.compile(r"[가-힣](?:[을를이가에로은는도]|에서|으로)$")

_WORDS = 2
"""Words on either side that Kiwi reads: with three it takes half as long again, and of 474 places of 1,424 texts one is
read otherwise, in an honest text and wrongly."""
_COMPLETE = ("JKS", "JKO", "JKB", "JX", "EC")
"""Tags of what ends a word that nothing is wanted behind but what it hangs on: no modifier, no noun."""
_HANGING_TAGS = ("VV", "VA", "VX", "MAG")
_NOUN = re.compile(r"(?P<noun>[가-힣]{2,}?)(?:에게|에서|으로|[을를의이가은에과와])(?![가-힣])")
"""What may be a noun with a particle that no verb and no adverb ends in: of 2,700 words of news so told without Kiwi,
it reads five as verbs or adverbs (`쓴맛이`)."""
_ENDS_COMPLETE = frozenset("록럼큼녕랑듯락")
"""Letters with a final consonant other than ㄴ and ㄹ in which particles and connecting endings end: 도록, 처럼, 커녕.
Of 12,000 words of news Kiwi reads 5,035 as complete, 16 of them end in one of these, none in another such letter."""


def measure(occ: Occurrences) -> NDArray[np.float64]:
    """One row a candidate, one column a name; zeros in other languages than Korean."""
    view = occ.batch.view
    if view.language.code != "ko":
        return np.zeros((occ.batch.size, len(NAMES)))
    places = np.flatnonzero(occ.bare & (occ.before == SPACE) & view.letter[occ.end + 1])
    bonds = np.zeros(len(occ.batch.pos), np.int64)
    text, noun = view.text, {o: _noun(view, occ.batch.phrases[o]) for o in set(occ.batch.owner[places].tolist())}
    places = places[[noun[o] for o in occ.batch.owner[places].tolist()]]
    sides = zip(occ.batch.pos[places].tolist(), occ.end[places].tolist(), strict=True)
    bonds[places] = [bond(*_sides(text, a, b)) for a, b in sides]
    parted = occ.total(bonds == PARTED)
    return table((np.log1p(parted), parted / occ.count, occ.rate(bonds == VERB)))


def _noun(view: View, phrase: str) -> bool:
    """Whether a phrase may be a noun without a particle."""
    if _INFLECTED.search(phrase):
        return False
    rest = view.language.without_particle(phrase)
    return rest is None or not view.language.known(rest)


def _sides(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind on the same line, blanks left out."""
    return text[max(0, start - REACH) : start - 1].rpartition("\n")[2], text[end + 1 : end + REACH].partition("\n")[0]


@lru_cache(4096)
def bond(left: str, right: str) -> int:
    """How closely what stands on either side of a noun belongs together: `PARTED`, `VERB` or `NONE`.

    >>> bond("줄일 수", "있다"), bond("면적을", "나눴다."), bond("세입자가", "줄었다."), bond("시의", "말이다")
    (2, 2, 1, 0)
    """
    if _ANY_RIGHT.match(right) and any(behind.match(right) and before.search(left) for before, behind in _PAIRS):
        return PARTED
    if ends_in_modifier(left[-1:]) and _HANGING.match(right):
        return PARTED
    if not _VERBAL.match(right) or _LIGHT.match(right) or not _WITH_PARTICLE.search(left):
        return NONE
    return PARTED if left[-1] in "을를" else VERB


def parts(left: str, right: str) -> bool:
    """Whether what stands between two stretches of one sentence, blanks at their ends, parts what no bare noun parts.

    What belongs together, or a verb or an adverb and a whole word before it, as Kiwi reads them.

    >>> parts("자주 치면 손목이", "나가요"), parts("시는 지난해", "창고를 비웠다")
    (True, False)
    """
    if not left or not right:
        return False
    if bond(left, right) == PARTED:
        return True
    if not (_may_be_complete(left[-1]) and _may_hang(right)):  # told without Kiwi: half a millisecond for two sides
        return False
    return _hangs(" ".join(left.split(" ")[-_WORDS:]), " ".join(right.split(" ")[:_WORDS]))


def may_part(left: str, right: str) -> bool:
    """Whether `parts` might say so: asked of all places before a language model is asked about one."""
    return bool(left and right) and ((_may_be_complete(left[-1]) and _may_hang(right)) or bond(left, right) == PARTED)


def _may_be_complete(letter: str) -> bool:
    """Whether a word with that last letter may end in a particle or in an ending that leads on."""
    return letter in _ENDS_COMPLETE or ("가" <= letter <= "힣" and (ord(letter) - 0xAC00) % 28 in (0, 4, 8))


def _may_hang(right: str) -> bool:
    """Whether what follows may begin with a verb or an adverb: with Hangul, and with no known noun and its particle."""
    noun = _NOUN.match(right)
    return right[0] >= "가" if noun is None else not senses().covers(noun["noun"])


@lru_cache(1024)
def _hangs(left: str, right: str) -> bool:
    """Whether the word that follows is read as a verb or an adverb behind a complete word."""
    tokens = kiwi().analyze(f"{left} {right}")[0][0]
    before = [t for t in tokens if t.start < len(left)]
    after = [t for t in tokens if t.start >= len(left)]
    if not before or not after or after[0].start != len(left) + 1:
        return False
    return before[-1].tag in _COMPLETE and after[0].tag.startswith(_HANGING_TAGS)


def ends_in_modifier(letter: str) -> bool:
    """Whether a letter may be the end of a verb that goes on with a noun: ㄴ, ㄹ, but no particle, day or month."""
    return "가" <= letter <= "힣" and letter not in "은을를들일월" and (ord(letter) - 0xAC00) % 28 in (4, 8)


def explain(occ: Occurrences, index: int) -> str:
    """Name a place where it parts what belongs together."""
    view, phrase = occ.batch.view, occ.batch.phrases[index]
    if view.language.code != "ko" or not _noun(view, phrase):
        return ""
    for start in occ.batch.spans(index).tolist():
        end = start + len(phrase)
        left, right = _sides(view.text, start, end)
        alone = view.text[start - 1 : start] == " " == view.text[end : end + 1]
        if alone and left and right and bond(left, right) == PARTED:
            return f"it was put between '{left.split()[-1]}' and '{right.split()[0]}', which belong together"
    return ""
