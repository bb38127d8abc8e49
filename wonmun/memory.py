"""What is known beyond the page: genuine copies of it, related coverage, and where else a phrase stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.model import Article, Copy, Page, Standing


class Memory(Protocol):
    """What the engine asks of a memory. One in memory serves `--originals`, one over the log server and monitor.

    No call touches the network. Pages found injected never count as genuine.
    """

    def genuine(self, page: Page, limit: int = 3) -> Sequence[Copy]:
        """Articles that `page` is a copy of, as a whole or in part, or holds, best first. Trusted ones win ties."""
        ...

    def related(self, page: Page, phrases: Sequence[str], limit: int = 25) -> Sequence[Article]:
        """Genuine coverage nearest to `page` once `phrases` are taken out of it, best first."""
        ...

    def standing(self, phrase: str, page: Page) -> Standing:
        """In how many other pages than `page` (by address or by text) the phrase stands."""
        ...


@runtime_checkable
class Siblings(Protocol):
    """What a memory may offer beside: a mirror with another phrase tells what stood under this page's phrase."""

    def siblings(self, page: Page) -> Sequence[Copy]:
        """Give other injected copies of the same article, best first."""
        ...


@runtime_checkable
class Telling(Protocol):
    """What a memory may offer beside: the half of `standing` that needs no text to be read."""

    def injected(self, phrase: str, page: Page) -> int:
        """In how many other pages than `page` the phrase was injected."""
        ...
