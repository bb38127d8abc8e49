"""The dashboard: server-rendered pages that need no JavaScript; a page a file, no SQL."""

from __future__ import annotations

from wonmun_server.pages import home

blueprints = (home.blueprint,)
