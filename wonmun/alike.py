"""What texts begin or end with alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def shared_start(texts: Collection[str]) -> str:
    """Give what all texts (one at least) begin with.

    >>> shared_start(["해운대구청", "해운대역", "해운정사"])
    '해운'
    """
    low, high = min(texts), max(texts)  # in the order of letters all others stand between these two
    return next((low[:i] for i, letter in enumerate(low) if high[i : i + 1] != letter), low)


def shared_end(texts: Collection[str]) -> str:
    """Give what all texts (one at least) end with.

    >>> shared_end(["꽃재마을", "솔안마을"]), shared_end(["유산균", "시장"])
    ('마을', '')
    """
    return shared_start([text[::-1] for text in texts])[::-1]
