"""What other programs subscribe to: a feed of findings and blocklists, by a token in the path."""

from __future__ import annotations

from wonmun_server.out.lists import FORMATS, blueprint

__all__ = ["FORMATS", "blueprint", "blueprints"]

blueprints = (blueprint,)
