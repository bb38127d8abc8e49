"""Importing a library without another one that it would load beside, where that is not used."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without(name: str) -> Iterator[None]:
    """Have `import NAME` fail for as long as this lasts, unless it is loaded already.

    sqlite-utils loads pandas where it is installed, for columns of its types: .7 s of the first start on a new log.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment] # None is documented to make the import fail
    try:
        yield
    finally:
        del sys.modules[name]
