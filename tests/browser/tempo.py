"""How much slower this machine runs at the moment than the quiet one that bounds on the clock were set on."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.browser.driver import Browser

# What the extension does, too: strings, a map, a pattern.
_WORK: Final = """(() => {
  const begin = performance.now();
  const seen = new Map();
  let found = 0;
  for (let n = 0; n < 120000; n++) {
    const word = `${n % 977} ${(n * 7919) % 10007}`;
    seen.set(word, (seen.get(word) ?? 0) + word.length);
    if (/7+ .*3$/.test(word)) found += word.length;
  }
  return found > 0 && seen.size > 0 && performance.now() - begin;
})()"""
_QUIET: Final = {"chromium": 30.0, "firefox": 50.0}
"""Milliseconds for that work in a page that has done it before, on the quiet machine."""


class Tempo:
    """Notes how long a fixed piece of work takes in a browser, beside what a test measures there."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._taken: list[float] = []

    def note(self) -> None:
        """Do the work once warm; a page's first round, in which it is compiled, is not counted."""
        self._browser.eval(_WORK)
        self._taken.append(float(self._browser.eval(_WORK)))

    @property
    def slower(self) -> float:
        """So many times as long as on the quiet machine the work takes in the median; never less than 1."""
        return max(1.0, median(self._taken) / _QUIET[self._browser.name])
