"""Importing a library without another one that it would load beside, where that is not used."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Have `import NAME` fail for as long as this lasts, for names that are not loaded already.

    sqlite-utils loads pandas and numpy where they are installed, for columns of their types: .7 and .2 s of the first
    start on a new log.
    """
    absent = [name for name in names if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment] # None is documented to make the import fail
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
