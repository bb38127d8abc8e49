"""The one Kiwi of the process: loaded on first need (about a second, 300 MB), shared by all who read Korean."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

_LOADING = threading.Lock()


def kiwi() -> Any:
    """Give the morphological analyser, without its lists of foreign names and of typing errors."""
    with _LOADING:  # two threads in need of it at once would load it twice
        return _loaded()


@cache
def _loaded() -> Any:
    from kiwipiepy import Kiwi  # noqa: PLC0415 - a second and 300 MB, only where a page is in doubt

    return Kiwi(num_workers=1, load_multi_dict=False, load_typo_dict=False)
