"""What is known beyond the page: genuine copies of it, related coverage, and where else a phrase stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Article, Copy, Page, Standing


class Memory(Protocol):
    """What the engine asks of a memory. One in memory serves `--originals`, one over the log server and monitor.

    No call touches the network. Pages found injected never count as genuine.
    """

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """Articles that `page` is a copy of, best first; `cover` ≥ .3. Trusted ones win ties."""
        ...

    def related(self, page: Page, phrases: Sequence[str], limit: int = 25) -> Sequence[Article]:
        """Genuine coverage nearest to `page` once `phrases` are taken out of it, best first."""
        ...

    def standing(self, phrase: str, page: Page) -> Standing:
        """In how many other pages than `page` (by address or by text) the phrase stands."""
        ...
