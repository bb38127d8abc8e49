"""Noun phrases glued to the first word of a sentence or clause: `잠실야구장 관중수시장에선`, `당첨금이 대표는`.

The last word of the phrase and the first one of the sentence stand together as one word that nobody knows. Compounds
are such words, too, names with what their bearers are most of all (`전희경 정무1비서관`): what begins with a title or
with what names an office ends a word, it begins no sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.base import GLUED
from wonmun.language.kept import Kept
from wonmun.language.ko import ANY_SURNAMES, SURNAMES, TITLES, final_sound
from wonmun.language.load import language
from wonmun.language.senses import senses
from wonmun.lone.stretch import Stretch
from wonmun.looks import LISTING
from wonmun.signals.senses import affinity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.language.base import Language
    from wonmun.model import Span
    from wonmun.phrases.view import View

ABOVE, CHEAP = 3.9, -1.0
"""Logits from the limit of suspicion, and the score without a language model from which on a candidate is read. Of 770
honest texts none reached what was one less, the highest stood .7 below that: names cut in two."""
AKIN, KNOWN, SHORTEST = 0.25, 0.5, 5
"""How near the page's nouns those of a phrase are at most (see `signals.senses`), how many nouns a word of it has that
the table knows at least, and letters of a single word: nine of ten phrases put there, and every fifth of a page's
terms."""
MOST_WORDS = 4
_SHORTEST = 3
"""Letters of a word that is parted."""
_START = re.compile(r"[.,!?\n](?:(?<=\n)|(?<!\n)[\"”’']? )(?=[가-힣A-Za-z])")
"""Behind a mark and a blank, or a line break; with a class in front it is sought at a third of the time."""
_WORDS = re.compile(rf"[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+){{0,{MOST_WORDS - 1}}}")
NAME = 3
"""Letters of most names."""
_GIVEN = 2
"""Letters of a name before its last one: `강동오 대표는` is somebody's, no `강동` before a 오 대표."""
_LONG_SURNAMES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방")
_BODIES = (
    "증권|보험|생명|화재|카드|전자|건설|중공업|화학|제약|물산|상사|그룹|해운|항공|저수지|호수|공원|터미널|공항|교대|사대|의대|공대|여대|"
    "조합|대행|업체|업계|관계자|구조대|구급대|수색대|순찰대|거리|골목|기준|호텔|시장|상가|연구소|지점|자료|현황|고교|중학|초등|유치원|어린이집|도서관|박물관|미술관|극장|신문|일보|방송|저자|구청|시청|군청|경찰서|소방서|법원|검찰"
)
"""What names end in that say what their bearer is."""
_BRANCHES = (
    "지원|지청|전통시장|지부|지사|지회|지국|분원|분교|분관|학과|학부|전공|캠퍼스|병동|공장|본사|본점|영업소|출장소|사업소|보건소|군수|구청장|군청|교육청|부대|여단|사단|군단|공항"
    "|항공|향교|구장|경기장|체육관|문화원|복지관|산단|신도시|지구|단지|마을|해변|해수욕장|휴게소|나들목|고속도로|대교|터널|댐|공장장|지부장|지회장|지점장|지국장|학과장"
)
"""What is named after its place or its subject: courts' branches, departments, plants."""
_BODY = re.compile(_BODIES)
_KINDS = tuple(f"{kind} " for kind in ("회사", "업체", "기업", "사", "브랜드", "스타트업", "벤처", "재단", "협회"))
_KIND = re.compile("(?:회사|업체|기업|[가-힣]{2}사|브랜드|스타트업|벤처|재단|협회) $")
"""A firm's name follows: `배급사 물결시네마`, `소재 회사 한결글라스`; asked where the letters are such."""
_TITLED = re.compile(rf" (?:전 |신임 )?(?:{TITLES}|정책|씨)")
_ENDS_WORDS = re.compile(
    rf"(?:{TITLES}|{_BODIES}|{_BRANCHES}|간|씨|표|[가-힣]{{0,2}}(?:위원회|기관|연합|협회|학회|재단|센터|공사|공단|네트워크|대학|학교|병원|은행|사업자|업자))"
)
"""What a name or a compound goes on with."""
_BYLINE = re.compile(r"[^\n.]{1,30} [가-힣]{2,4} (?:인턴|수습|객원|선임|전문)? ?(?:기자|특파원) ?[|=ㅣ/:]")
"""A paper, its section and its reporter before a report, which begin no sentence."""
_HOW = (" 법", " 곳", " 방법")
"""Behind a verb people search for these: `김장 배추 절이는 법`."""
_ALONE = frozenset("또이그저")
"""Words of one letter that begin a sentence."""
_PARTICLES = frozenset("이가은는을를의도에")


def find(view: View) -> Iterator[Stretch]:
    """Yield the candidates of a Korean window."""
    text, table = view.text, senses()
    for start, end, stop in _glued(text, view.language):
        phrase = text[start:end]
        words = phrase.split(" ")
        if (len(words) == 1 and len(phrase) < SHORTEST) or any(text.count(w) > 1 for w in words if len(w) > 1):
            continue
        if _BYLINE.match(text, start):
            continue
        if len(table.nouns(phrase)) >= KNOWN * len(words) and affinity(text, phrase) < AKIN:
            why = f"'{phrase}' is glued to '{text[end:stop]}', with which the sentence begins"
            yield Stretch(start, phrase, ABOVE, CHEAP, why)


def _glued(text: str, speech: Language) -> Iterator[tuple[int, int, int]]:
    """Yield where a phrase begins and ends and where the word ends that it is glued to."""
    for start in (0, *(match.end() for match in _START.finditer(text))):
        words, stop = _WORDS.match(text, start), start - 1
        for word in words.group().split(" ") if words else ():
            at, stop = stop + 1, stop + 1 + len(word)
            kind = text.endswith(_KINDS, start, at) and _KIND.search(text, start, at)
            if kind or word in LISTING or _is_somebody(word, speech):
                break
            if len(word) >= _SHORTEST and not speech.known(word):
                for end in _cuts(text, at, stop, speech):
                    yield start, end, stop
            if _inflected(word) and not text.startswith(_HOW, stop):
                break


def _cuts(text: str, start: int, end: int, speech: Language) -> Iterator[int]:
    """Yield where a word that is not known may be parted so that the second half begins the sentence."""
    for cut in range(start + 2, end):
        first, rest = text[start:cut], text[cut:end]
        if first[-1].isascii() and rest[0].isascii():
            continue
        if len(rest) == 1:
            begins = _letter_begins(first, rest, titled=rest in SURNAMES and _TITLED.match(text, end) is not None)
        else:
            begins = _word_begins(rest, speech)
        if begins and _is_noun(first, speech) and not _in_body(text, (start, end), cut):
            yield cut


def _in_body(text: str, word: Span, cut: int) -> bool:
    """Whether a word would be parted within what names end in."""
    return any(body.start() < cut < body.end() for body in _BODY.finditer(text, *word))


def _letter_begins(first: str, rest: str, *, titled: bool) -> bool:
    """Whether a word's last letter begins a sentence: a word of its own, or somebody's surname before a title."""
    subject = rest == "이" and final_sound(first[-1]) != 0  # behind a consonant 이 is a particle
    if rest in _ALONE and not subject:
        return True
    named = (len(first) == _GIVEN and first[0] in ANY_SURNAMES) or first in _LONG_SURNAMES
    return titled and not named


def _word_begins(rest: str, speech: Language) -> bool:
    """Whether the second half of a word begins a sentence: no end of names, no letter with a particle (안내 장이)."""
    letter = rest[1:] in _PARTICLES and rest[0] not in _ALONE
    return speech.known(rest) and speech.tail(rest).kind == GLUED and not letter and not _ENDS_WORDS.match(rest)


def _is_somebody(word: str, speech: Language) -> bool:
    """Whether it is somebody's full name: what follows is a title or an office."""
    return len(word) == NAME and word[0] in SURNAMES and not _is_noun(word, speech)


def _is_noun(word: str, speech: Language) -> bool:
    return word in senses().place or word in speech.lexicon.query or speech.known(word)


def _has_particle(word: str) -> bool:
    """A noun phrase ends there."""
    speech = language("ko")
    without = speech.without_particle(word) is not None
    return without and word not in speech.lexicon.query and word not in senses().place


_inflected = Kept(_has_particle).__getitem__
