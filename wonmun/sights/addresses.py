"""Names of other sites in a part that is hidden: nobody hides whom he sends his readers to.

The page's own name, share buttons and a paper's sister sites stand in hidden menus and print versions; a name that
betting sites give themselves does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.load import lexicon
from wonmun.phrases.addresses import ZONES
from wonmun.phrases.brands import is_brand
from wonmun.sights.sight import foreign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NAME = re.compile(
    rf"(?:https?://)?(?:www\.)?(?P<label>[a-z0-9가-힣][a-z0-9가-힣-]{{1,30}})\.(?:co\.|or\.)?(?P<zone>{ZONES})(?![\w.@-])",
    re.IGNORECASE,
)
_PLAY = frozenset(("bet", "casino", "game", "games", "win"))
"""Endings that play is named with."""
_FEW = 20
"""Names that are compared."""
_SHARED = 4
"""Letters that names of sister sites have in common."""


def betting(text: str, hosts: Iterable[str], own: frozenset[str]) -> bool:
    """Whether a hidden text names a site for betting, or links to one."""
    named = [match.group("label", "zone") for match in _foreign(text, own)]
    linked = [(host.split(".")[0], host.rpartition(".")[2]) for host in hosts]
    return any(_plays(label, zone) for label, zone in [*named, *linked])


def alone(text: str, own: frozenset[str]) -> bool:
    """Whether a hidden text is names of other sites and nothing else, none of them kin to another or to the page's."""
    found = list(_foreign(text, own))
    if not 0 < len(found) <= _FEW or sum(map(str.isalnum, text)) != sum(
        map(str.isalnum, "".join(m.group() for m in found))
    ):
        return False
    labels = {m["label"].lower() for m in found}
    kin = [*labels, *(site.split(".")[0] for site in own)]
    return not any(a != b and a[n : n + _SHARED] in b for a in labels for b in kin for n in range(max(1, len(a) - 3)))


def _foreign(text: str, own: frozenset[str]) -> Iterator[re.Match[str]]:
    for match in _NAME.finditer(text) if "." in text else ():
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        if before not in {"@", ".", "/", "-", "_"} and foreign(f"http://{match['label']}.{match['zone']}/", own):
            yield match


def _plays(label: str, zone: str) -> bool:
    """A word of spam, or words of play with a number: without one papers on sport are called so, too (bolasport)."""
    label = label.lower().replace("-", "")
    known = lexicon("ko").strong_pattern.search(label) or lexicon("any").strong_pattern.search(label)
    numbered = any(map(str.isdigit, label)) and is_brand(label, spaced=True)
    return zone.lower() in _PLAY or numbered or known is not None
