"""Which declarations win on an element, at a price that no page can drive up.

Elements of one name, id and class share the rules that fit them. What ancestors and other attributes decide is looked
at element by element, up to a limit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from wonmun.page.css import written_in
from wonmun.page.selectors import Meter, Rule
from wonmun.page.variables import Variables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.page.css import Sheet
    from wonmun.page.element import Declared, Element

K = TypeVar("K")
V = TypeVar("V")
_Won = dict[str, tuple[bool, tuple[int, ...], str, str]]
"""Property → (important, rank, value, where it comes from)."""
MOST = 500_000
"""Elements held against conditions for one page: half a second; a newspaper's page takes some thousands. Given up
beyond it: rules that ask for ancestors or other attributes; beyond twice as much every sheet and variable. `style`
attributes count to the end. What would have been hidden then counts as shown, where spam is looked for all the same."""
_KEPT = 2000
"""Answers that are remembered at a time."""
_INLINE = (1_000_000,)
_INLINE_KEPT = 500
"""Characters of a `style` attribute that is remembered."""


class Cascade:
    """Says what is declared for an element; the elements must come in the page's order, parents first."""

    def __init__(
        self,
        sheet: Sheet,
        most: int | None = None,
        places: Sequence[int] = (),
        having: Sequence[frozenset[str]] = (),
    ) -> None:
        """`most` is the work that one page may cost, by default `MOST`.

        `places` is what `Siblings` counted, `having` what `Having` found.
        """
        self.meter = Meter()
        self.places, self.having, self.beside = places, having, sheet.beside
        self._variables = Variables(self.meter)
        self._by_key = sheet.by_key
        self._most = MOST if most is None else most
        self._fitting: dict[tuple[str, str, str], tuple[tuple[Rule, ...], tuple[Rule, ...]]] = {}
        self._winners: dict[tuple[Rule, ...], tuple[_Won, Declared, bool]] = {(): ({}, {}, False)}
        self._inline: dict[str, tuple[tuple[str, str, bool], ...]] = {}

    @property
    def rules(self) -> bool:
        """Whether there are any rules, so that elements without a word of their own have to be looked at."""
        return bool(self._by_key)

    def declared(self, element: Element) -> Declared:
        """Return what the sheets and the element's style attribute declare for it, the stronger winning.

        The answer may be shared with other elements; it is not to be changed.
        """
        won, declared, variables = self._won(self._meeting(element) if self._by_key else ())
        inline = element.attrs.get("style", "")
        if not inline:
            return self._filled(element, declared) if variables else declared
        won = dict(won)
        for name, value, important in self._written(inline):
            if name not in won or won[name][:2] <= (important, _INLINE):
                won[name] = (important, _INLINE, value, "style")
        declared = {name: (value, source) for name, (_, _, value, source) in won.items()}
        return self._filled(element, declared) if variables or "--" in inline else declared

    def _filled(self, element: Element, declared: Declared) -> Declared:
        return self._variables.fill(element, declared) if self.meter.spent <= 2 * self._most else declared

    def _meeting(self, element: Element) -> tuple[Rule, ...]:
        plain, asking = self._rules_for(element)
        if not asking or self.meter.spent > self._most:
            return plain
        self.meter.spent += len(asking)
        around, meter = element.around, self.meter
        return plain + tuple([rule for rule in asking if rule.possible(around) and rule.holds(element, meter)])

    def _rules_for(self, element: Element) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
        """Give the rules that fit by name, id and class: those that hold at once, and those that ask for more."""
        key = (element.name, element.attrs.get("id", ""), element.attrs.get("class", ""))
        found = self._fitting.get(key)
        if found is None:
            if self.meter.spent > 2 * self._most:
                return (), ()
            tried = [r for k in self._keys(element) for r in self._by_key.get(k, ())]
            self.meter.spent += len(tried)
            fitting = [rule for rule in tried if rule.last.fits(element)]
            found = tuple([r for r in fitting if r.plain]), tuple([r for r in fitting if not r.plain])
            _remember(self._fitting, key, found)
        return found

    def _keys(self, element: Element) -> list[str]:
        known = [f".{c}" for c in element.classes]
        return [f"#{element.attrs.get('id', '')}", *known, element.name, ""]

    def _won(self, rules: tuple[Rule, ...]) -> tuple[_Won, Declared, bool]:
        known = self._winners.get(rules)
        if known is not None:
            return known
        won: _Won = {}
        for rule in rules:
            self.meter.spent += len(rule.declarations)
            for name, value, important in rule.declarations:
                if name not in won or won[name][:2] <= (important, rule.rank):
                    won[name] = (important, rule.rank, value, rule.name)
        variables = any("--" in name or "--" in value for name, (_, _, value, _) in won.items())
        made = won, {name: (value, source) for name, (_, _, value, source) in won.items()}, variables
        _remember(self._winners, rules, made)
        return made

    def _written(self, inline: str) -> tuple[tuple[str, str, bool], ...]:
        known = self._inline.get(inline)
        if known is None:
            known = written_in(inline)
            if len(inline) <= _INLINE_KEPT:
                _remember(self._inline, inline, known)
        return known


def _remember(known: dict[K, V], key: K, value: V) -> None:
    if len(known) >= _KEPT:
        known.clear()
    known[key] = value
