"""Korean: particles and the sounds they follow, verb endings, rarity by segmentation."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from wonmun.language.base import END, GLUED, PARTICLE, VERB, Tail, after_gap
from wonmun.language.kept import Kept
from wonmun.language.load import counts, lexicon

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AFTER_CONSONANT = """
은 을 이 과 으로 과의 과는 과도 으로는 으로도 으로의 으로서 으로써 으로부터 이라 이라는 이라고
이란 이나 이며 이랑 이든
"""
_AFTER_VOWEL = """
는 를 가 와 로 와의 와는 와도 로는 로도 로의 로서 로써 로부터 라 라는 라고 란 나 며 랑 든
"""
_AFTER_ANY = """
의 에 에서 에게 에게서 께 께서 도 만 까지 부터 보다 처럼 마다 조차 마저 밖에 에는 에도 에만
에서는 에서도 에선 에겐 에게는 에게도 이고 고 인 인데 인지 이자 이지만 지만 이다 다 였다 이었다
입니다 이에요 예요 이죠 죠 일 들 들이 들은 들을 들의 들에게 들도 들과 측 측은 측이 측의 만이
만의 만을 뿐 뿐만 씩 대로 만큼 하고 까지는 까지의 까지도 부터는 에서의 에의 보다는 보다도
이라며 라며 이라면 라면 엔 선 이면 면 이었던 였던 이라서 라서 에서부터 들에 들로 당 별 적 용 식
"""
CONSONANT = frozenset(_AFTER_CONSONANT.split())
VOWEL = frozenset(_AFTER_VOWEL.split())
PARTICLES = CONSONANT | VOWEL | frozenset(_AFTER_ANY.split())
_SHORT = frozenset("株社發産行系側派")
"""What headlines set behind names in Chinese letters (`카지노株`, `여수發`): part of the name."""
_BEHIND_NOUNS = frozenset(
    (
        "중", "중에", "중에서", "중엔", "중인", "등", "등의", "등을", "등이", "등은", "등에", "등에서", "등으로",
        "내", "내에", "내에서", "간", "간의", "쪽", "쪽은", "쪽이", "쪽에", "때", "때문에",
    )
)  # fmt: skip
"""Nouns that hang on the one before and are written without a blank as often as with one: `카지노중 첫 번째`."""
LONGEST = max(map(len, PARTICLES))
_LAST_LETTERS = frozenset(p[-1] for p in PARTICLES)
_WHOLE = frozenset(
    (
        "마을", "가을", "노을", "고을", "주의", "회의", "협의", "강의", "논의", "아이", "차이", "종이", "놀이", "먹이",
        "국가", "작가", "평가", "물가", "증가", "추가", "휴가",
    )
)  # fmt: skip
"""Words whose last letter is no particle: 새터마을, 카드 놀이."""
SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나원천방공함변염여추도소석선설마길"
)
ANY_SURNAMES = SURNAMES | frozenset("경공국기단도맹명모목반봉빈빙사승어엄연예옥온용위육은음인제좌지채탁태편표피현형")
"""With rare ones, most of which begin common words, too."""
TITLES = (
    "의원|대표|장관|대변인|대통령|위원|원내|최고|부부장|총장|총리|교수|시장|지사|회장|사장|대장|실장|청장|감독|선수|부총|차관|후보|소장|팀장|"
    "연구|박사|본부|수석|여사|판사|검사|변호사|부장|국장|과장|계장|이사|원장|기자|작가|배우|단장|비서|부대변인|주무관|대원"
)
"""What stands behind a person's name."""
_VERB = re.compile(r"하|되|된|됐|했|할|한|해|함|돼|될|시키|시켰|시킨|당하|당했|스러|적인|적으로|화하|화된|화돼|화해")
_VERB_STEMS = frozenset("있없않겠았었였했됐받맞갖같높많좋겪늘줄들날볼알살만놓넣듣묻얻읽잡찾낳앉싶하되")
_SPOKEN = dict(zip("0123456789", (1, 2, 0, 1, 0, 0, 1, 2, 2, 0), strict=True))
_SPOKEN_LETTERS = {"l": 2, "m": 1, "n": 1, "r": 2}
_HANGUL = 0xAC00
_SYLLABLES = 11172
_UNKNOWN = 7.5
_PIECE = 8
"""Letters of the longest pieces that a word is spelled from."""
_READ = 30_000
"""Words of so many articles' worth of text: what a share of the general list is multiplied with."""
_ANONYMOUS = re.compile(r"^[A-Zㄱ-ㅎ](?=[가-힣])")
"""News names no names: A씨, B업체."""
_WORD = re.compile(r"[가-힣A-Za-z0-9]+")
_SYLLABLE = re.compile(r"[가-힣]+")
_READ_OTHERWISE = re.compile(r".?[a-z]$|[^\W\d_]\d$")


def final_sound(character: str) -> int | None:
    """0 for a vowel, 1 for a consonant, 2 for ㄹ; digits and Latin letters as they are read aloud; else None."""
    offset = ord(character) - _HANGUL
    if 0 <= offset < _SYLLABLES:
        final = offset % 28
        return 0 if final == 0 else 2 if final == 8 else 1
    if character.isascii() and character.isalpha():
        return _SPOKEN_LETTERS.get(character.lower(), 0)
    return _SPOKEN.get(character)


def stems(text: str) -> set[str]:
    """The words of a text, and the same without their particles."""
    found = set()
    for word in _WORD.findall(text):
        found.add(word)
        found.update(word[:-k] for k in (1, 2, 3) if len(word) - k >= 2 and word[-k:] in PARTICLES)
    return found


class Korean:
    """Implements `Language` for Korean."""

    code = "ko"
    spaced = True
    shortest = 2
    loose = 4

    def __init__(self) -> None:
        self.lexicon = lexicon("ko")
        self._frequency = counts("ko", "frequency.txt")
        self._news = counts("ko", "news.txt")
        self.tail = Kept(self._tail).__getitem__
        self.agrees = lru_cache(65536)(self._agrees)
        self.cost = Kept(self._cost).__getitem__
        self.known = Kept(self._known).__getitem__
        self.spread = Kept(self._spread).__getitem__

    def starts(self, codes: NDArray[np.uint16], letter: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """A word begins behind a blank or a mark."""
        del codes
        return after_gap(letter)

    def _tail(self, rest: str) -> Tail:
        if not rest or rest[0] in _SHORT:
            return self._tail(rest[1:]) if rest else Tail(END)
        if rest in PARTICLES or rest in _BEHIND_NOUNS:
            return Tail(PARTICLE, rest)
        if _VERB.match(rest):
            return Tail(VERB)
        hangul = _SYLLABLE.match(rest)
        if hangul and hangul.group() in PARTICLES:
            return Tail(PARTICLE, hangul.group())
        return Tail(GLUED)

    def _agrees(self, last: str, tail: Tail) -> bool | None:
        """은 and 을 follow a consonant, 는 and 를 a vowel; 로 a vowel or ㄹ.

        Verb stems (있는) say nothing, nor do words in small Latin letters and numbers in a product's name: how
        Office is read, or the 6 of 폴드6 (육, 식스), spelling does not tell.
        """
        sound = final_sound(last[-1])
        if sound is None or tail.kind != PARTICLE or _READ_OTHERWISE.match(last):
            return None
        if tail.particle in CONSONANT:
            return sound == 1 or (sound == 2 and not tail.particle.startswith("으로"))
        if tail.particle in VOWEL:
            if sound == 0 or (sound == 2 and tail.particle.startswith("로")):
                return True
            return None if last in _VERB_STEMS else False
        return None

    def without_particle(self, phrase: str) -> str | None:
        """Take off the longest particle of at most three letters that leaves at least two."""
        if phrase[-1:] not in _LAST_LETTERS or phrase[-2:] in _WHOLE:
            return None
        for size in (3, 2, 1):
            if len(phrase) - size >= 2 and phrase[-size:] in PARTICLES and phrase[-size - 1] != " ":
                return phrase[:-size]
        return None

    @cached_property
    def _longer(self) -> dict[str, tuple[int, ...]]:
        """Lengths of the list's words, from three letters to eight, by their first two: what else is asked is none."""
        lengths: dict[str, set[int]] = {}
        for word in self._frequency:
            if 2 < len(word) <= _PIECE:
                lengths.setdefault(word[:2], set()).add(len(word))
        return {pair: tuple(sorted(found)) for pair, found in lengths.items()}

    def _cost(self, word: str) -> float:
        """Viterbi over the frequency list, pieces of at most eight letters.

        What begins behind a row that costs as much as the best whole one is not looked up: nothing costs less than 0.
        """
        word, frequency = (word if word[:1] >= "가" else _ANONYMOUS.sub("", word)).lower(), self._frequency
        size, longer = len(word), self._longer
        best = [n * _UNKNOWN for n in range(size + 1)]
        for begin in range(size):
            so_far = best[begin]
            if so_far >= best[size]:
                continue
            one = frequency.get(word[begin])
            cost = so_far + (_UNKNOWN if one is None else one / 100)
            best[begin + 1] = min(best[begin + 1], cost)
            pair = word[begin : begin + 2]
            if begin + 1 < size and (hundredths := frequency.get(pair)) is not None:
                best[begin + 2] = min(best[begin + 2], so_far + hundredths / 100)
            for length in longer.get(pair, ()):
                end = begin + length
                if end <= size and (hundredths := frequency.get(word[begin:end])) is not None:
                    best[end] = min(best[end], so_far + hundredths / 100)
        return best[size]

    def _known(self, word: str) -> bool:
        frequency, news = self._frequency, self._news
        if word in frequency or news.get(word, 0) > 1:
            return True
        if word[-1:] in _LAST_LETTERS:
            for size in range(1, min(4, len(word) - 1)):
                if word[-size:] in PARTICLES:
                    stem = word[:-size]
                    if stem in frequency or news.get(stem, 0) > 1:
                        return True
        return False

    def _spread(self, word: str) -> int:
        """Document count in genuine news, particles taken off; a word of the general list has at least its share.

        News alone would call every recipe's 양파 unheard of.
        """
        news = self._news.get(word, 0)
        if not news and word[:1] < "가":
            news = self._news.get(_ANONYMOUS.sub("", word), 0)
        hundredths = self._frequency.get(word.lower())
        return news if hundredths is None else max(news, 1 + int(_READ * 10 ** (-hundredths / 100)))
