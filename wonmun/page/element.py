"""One element of a page, as far as style sheets and zones need it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Element:
    """An element that is open: its name, attributes and what it stands in."""

    name: str
    attrs: dict[str, str]
    parent: Element | None = None
    _classes: frozenset[str] | None = field(default=None, init=False, repr=False)

    @property
    def classes(self) -> frozenset[str]:
        """Its classes; read once, as many rules ask for them."""
        if self._classes is None:
            self._classes = frozenset(self.attrs["class"].split()) if "class" in self.attrs else frozenset()
        return self._classes
