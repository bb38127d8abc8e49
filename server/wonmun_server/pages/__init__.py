"""The dashboard: server-rendered pages that need no JavaScript; a page a file, no SQL."""

from __future__ import annotations

from wonmun_server.pages import alerts, campaigns, connect, feeds, home, search, story

blueprints = tuple(part.blueprint for part in (home, search, story, campaigns, alerts, feeds, connect))
