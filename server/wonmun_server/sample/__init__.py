"""The sample site at /sample/: a small newspaper, and a mirror of it with injected copies."""

from __future__ import annotations

from wonmun_server.sample.site import blueprint

__all__ = ["blueprint"]
