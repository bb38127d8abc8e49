"""One element of a page, as far as style sheets and zones need it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element that is open: its name, attributes and what it stands in."""

    name: str
    attrs: dict[str, str]
    parent: Element | None = None

    @property
    def classes(self) -> list[str]:
        """Its classes, in order."""
        return self.attrs["class"].split() if "class" in self.attrs else []
