"""A language model that the user runs: asked once a page, all places at once; what it says is one more proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Proposer(Protocol):
    """Asks the model. It raises nothing: whatever goes wrong is an empty answer."""

    def __call__(self, excerpts: Sequence[str]) -> Sequence[str | None]:
        """Say what stood at the gap (`[[n]]`) of each excerpt; None where the model does not know."""
        ...
