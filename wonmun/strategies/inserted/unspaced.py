"""Insertions in Japanese: what stands before sentences and clauses, and is followed by no particle.

Without blanks nothing else tells what was put in. On 27 articles' copies no replaced term stood so at most of two
places or more, and 25 of 26 phrases put before sentences did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun.language.base import PARTICLE
from wonmun.language.load import language
from wonmun.later import later

if TYPE_CHECKING:
    from wonmun.strategies.places.slots import Group

_START = later(r"(?:^|[。、，！？；：」』）.,!?])\s*$")
_WORD = later(r"[「『“(（]?[一-龥々ァ-ヴー぀-ゟA-Za-z0-9]")
_OF_NOUN = later(
    "[をが](?![ぁ-ん])|(?:さん(?!ま|か[いく])|さま|ちゃん|くん|たち|[氏君様])(?=[はがをのにもとへで、。])|から(?![ぁ-ん])|まで(?!も)|[県府](?![はがのもでに民内外立])|\\d{1,3}号[はがのをに]"
)
_AFTER_NOUN = later("は(?![ぁ-ん])|[のも](?![ぁ-ん])|[をがはに](?=[、。])")
"""What stands behind nouns, and what does so unless another particle stands before it (には, での)."""
_TITLED = later("(?:さん|氏)[はがをのにもと]?$|[県府]$")
"""Ends of a phrase that are the text's own: titles, the rest of a name."""
_PARTICLE = later("[にでとへらけ]$")
_KANA = later("[぀-ゟ]")
_HAN = later("[一-龥]")
_SHARE = 0.8
"""Share of the places that must be so."""
_SEVERAL = 3
"""Places from which on that is no accident. In Chinese it is none at any number: subjects stand so."""
_SURE, _UNSURE = 0.95, 0.5


def written(group: Group) -> bool:
    """Say whether the article is in Japanese or Chinese."""
    return sum(1 for _ in _HAN.finditer(group.rest)) > len(group.rest) / 5


def japanese(group: Group) -> bool:
    """Say whether it is Japanese."""
    return written(group) and bool(_KANA.search(group.rest))


def with_particle(group: Group) -> bool:
    """Say whether the phrase ends in a particle, which then belonged to a word that it was put over."""
    return japanese(group) and language("ja").without_particle(group.phrase) is not None


def before_particle(group: Group) -> bool:
    """Say whether the phrase stands before a particle, a person's title or the rest of a name, as a noun does.

    What was put in stands so only where it parts a noun from its particle.
    """
    if _TITLED.search(group.phrase) or (len(group.slots) > 1 and len({s.right[:1] for s in group.slots}) == 1):
        return True
    return any(
        _OF_NOUN.match(s.right) or (_AFTER_NOUN.match(s.right) and not _PARTICLE.search(s.left)) for s in group.slots
    )


def before_sentences(group: Group) -> float:
    """Give the probability that a phrase was put before Japanese sentences: high where it stands so several times."""
    if not japanese(group):
        return 0.0
    tail = language("ja").tail
    leading = [
        bool(_START.search(s.left) and _WORD.match(s.right)) and tail(s.right).kind != PARTICLE for s in group.slots
    ]
    if sum(leading) < _SHARE * len(leading):
        return 0.0
    different = len({s.right[:2] for s in group.slots})
    return _SURE if len(leading) >= _SEVERAL and 2 * different > len(leading) else _UNSURE
