"""The JSON interface under /v1: a resource a file, no SQL; `openapi` describes all of it."""

from __future__ import annotations

from wonmun_server.api import alerts, campaigns, check, feeds, health, known, openapi, pages, pair, reports, stats

blueprints = tuple(
    part.blueprint for part in (health, openapi, pair, check, pages, alerts, campaigns, feeds, stats, reports, known)
)
